"""The interface's language: gettext catalogues, switched while the program runs.

Strings in the code are English; `translations/<tag>/LC_MESSAGES/interface.po` holds the others. The language of the
interface is one thing, the languages of a board or a sign another: those live in `content`.
"""

import contextlib
import gettext as _gettext
from io import BytesIO
from pathlib import Path

from disaster_support.errors import UserError

INTERFACE_LANGUAGES = ("ja", "en")

_current: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use_language(tag: str, compiled: Path) -> None:
    """Speak this language from now on; a missing or broken catalogue leaves the strings in English."""
    global _current, _language
    _language = tag
    try:
        with (compiled / f"interface-{tag}.mo").open("rb") as file:
            _current = _gettext.GNUTranslations(file)
    except (OSError, UnicodeDecodeError, ValueError):
        _current = _gettext.NullTranslations()


def current_language() -> str:
    """Return the tag of the interface's language."""
    return _language


def gettext(message: str) -> str:
    """Return the message in the interface's language."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits the count."""
    return _current.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return the message as it is said in this context."""
    return _current.pgettext(context, message)


def compile_interface(translations: Path, compiled: Path) -> None:
    """Build the loadable form of every interface catalogue that is newer than the last build.

    Where that cannot be done the strings stay as they were, or in English: the program starts all the same.
    """
    for tag in INTERFACE_LANGUAGES:
        source = translations / tag / "LC_MESSAGES" / "interface.po"
        target = compiled / f"interface-{tag}.mo"
        with contextlib.suppress(OSError, UserError, ValueError):
            if source.exists() and not _is_newer(target, source):
                _compile(source, target)


def _is_newer(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    from disaster_support.files import make_folder, write_whole

    with source.open("rb") as file:
        catalogue = read_po(file)
    binary = BytesIO()
    write_mo(binary, catalogue)
    make_folder(target.parent)
    write_whole(target, binary.getvalue())
