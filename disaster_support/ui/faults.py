"""Bugs: written to the log without personal data, and told in one sentence that says where the log is."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from disaster_support import __version__
from disaster_support.i18n import gettext as _

LOG_NAME = "faults.log"
_LARGEST_BYTES = 500_000

_folder: Path | None = None


def watch_faults(folder: Path, show: Callable[[str], object]) -> None:
    """Log every exception that nothing has caught into this folder and show its sentence."""
    global _folder
    _folder = folder

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sys.__excepthook__(kind, error, trace)
        show(log_fault(error))

    sys.excepthook = hook


def log_fault(error: BaseException) -> str:
    """Write where the error arose to the log, and return the sentence to show.

    Neither the error's message nor any value is written: they may hold what somebody typed.
    """
    path = log_path()
    if path is None or not _append(path, describe_fault(error)):
        return _("The program made a mistake. What you typed is still here.")
    return _("The program made a mistake. What you typed is still here. The log is {path}.").format(path=path)


def log_path() -> Path | None:
    """Return the file that bugs are written to, None before `watch_faults`."""
    return _folder / LOG_NAME if _folder else None


def describe_fault(error: BaseException) -> str:
    """Return time, version, system, kind of error and the places it came through."""
    import platform  # what only a fault needs costs the start nothing
    import traceback
    from datetime import datetime

    places = "".join(
        f"  {place.filename}:{place.lineno} {place.name}\n" for place in traceback.extract_tb(error.__traceback__)
    )
    about = f"{__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    return f"{datetime.now().astimezone().isoformat(timespec='seconds')} {about}\n{type(error).__name__}\n{places}\n"


def _append(path: Path, text: str) -> bool:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > _LARGEST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
        return True
    return False
