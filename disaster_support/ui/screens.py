"""Pictures of every page in its states, for eyes and for the manual."""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication
from PySide6.QtWidgets import QWidget

from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import use_language
from disaster_support.ui.fonts import fonts_are_coming
from disaster_support.ui.page import PageSpec
from disaster_support.ui.start import start_application
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.theme import apply_theme
from disaster_support.ui.window import MainWindow

if TYPE_CHECKING:
    from disaster_support.context import Context

_LONGEST_WAIT_S = 20.0
_QUIET_S = 0.2


def save_screens(
    context: "Context",
    pages: Sequence[PageSpec],
    folder: Path,
    language: str,
    size: tuple[int, int] = (1366, 768),
    theme: str = "light",
    text_scale: float = 1.0,
) -> list[Path]:
    """Save each page as PNG as it is first seen, and in each state it offers; return the files in order.

    Raises:
        UserError: the folder or a file in it cannot be written.

    """
    start_application(context)
    use_language(language, context.paths.compiled)
    apply_theme(theme, text_scale)
    window = MainWindow(context, pages)
    window.resize(*size)
    window.show()
    make_folder(folder)
    saved = []
    for number, spec in enumerate(pages, start=1):
        page = window.open_page(spec.id)
        for name, bring in (("", _nothing), *_states(page)):
            bring()
            wait_until_quiet()
            path = folder / f"{'-'.join((str(number), spec.id, *name.split()))}.png"
            write_whole(path, _picture_of(window))
            saved.append(path)
    window.close()
    window.deleteLater()
    wait_until_quiet()
    return saved


def _picture_of(window: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def wait_until_quiet(longest_s: float = _LONGEST_WAIT_S) -> None:
    """Run the event loop until nothing works in the background any more and a moment longer."""
    end = time.monotonic() + longest_s
    quiet_since = time.monotonic()
    while (now := time.monotonic()) < end:
        QCoreApplication.processEvents()
        if is_busy() or fonts_are_coming():
            quiet_since = now
        elif now - quiet_since > _QUIET_S:
            return
        time.sleep(0.01)


def _states(page: QWidget) -> Iterable[tuple[str, Callable[[], None]]]:
    states: Callable[[], Iterable[tuple[str, Callable[[], None]]]] = getattr(page, "screen_states", tuple)
    return states()


def _nothing() -> None:
    """Leave the page as it is first seen."""
