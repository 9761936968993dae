"""The interface's catalogues in the form that gettext loads, built from the PO files when those have changed."""

import contextlib
import os
from io import BytesIO
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import INTERFACE_LANGUAGES

_COARSEST_CLOCK_S = 2.0  # of a file's time, on a FAT stick


def compile_interface(translations: Path, compiled: Path) -> None:
    """Build the loadable form of every interface catalogue that is another than at the last build.

    A build bears the time of its source, so that an older source put in place later is seen as well. Where
    that cannot be done the strings stay as they were, or in English: the program starts all the same.
    """
    for tag in INTERFACE_LANGUAGES:
        source = translations / tag / "LC_MESSAGES" / "interface.po"
        target = compiled / f"interface-{tag}.mo"
        with contextlib.suppress(OSError, UserError, ValueError):
            if source.exists() and not _is_built(target, source):
                _compile(source, target)


def _is_built(target: Path, source: Path) -> bool:
    return target.exists() and abs(target.stat().st_mtime - source.stat().st_mtime) <= _COARSEST_CLOCK_S


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    binary = BytesIO()
    write_mo(binary, catalogue)
    make_folder(target.parent)
    write_whole(target, binary.getvalue())
    times = source.stat()
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
