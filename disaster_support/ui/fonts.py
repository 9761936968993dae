"""Fonts on the screen: the program's own, each weight pinned into a file, kept in the cache folder.

Qt shows a variable font at its default weight, which for the CJK fonts is Thin. The interface's fonts are loaded at
the start; the font of another language when the first text in it is shown. An instance that no earlier start has made
is made in the background, and every widget is told when it has come.
"""

from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from disaster_support.content.model import Language
from disaster_support.printing.fonts import FONT_KEYS, family_name
from disaster_support.printing.instances import static_instance

Instance = tuple[str, bool]  # key of printing's font table, bold

_INTERFACE = ("jp", "sans")
_AFTER = ("sans", "jp")
_EVERY = tuple(dict.fromkeys((*_INTERFACE, *FONT_KEYS)))


class _Loader(QObject):
    """Brings instances into Qt's font database, each once."""

    made = Signal(str, bool, str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._asked: set[Instance] = set()
        self._queue: SimpleQueue[Instance] = SimpleQueue()
        self._thread: Thread | None = None
        self._waiting = 0
        self.shows_every = False  # whether widgets fall back on every font there is
        self._telling = False
        self.made.connect(self._take)

    def is_made(self, instance: Instance) -> bool:
        """Whether an earlier start has made the file of an instance; an outdated one is made anew when loaded."""
        name = family_name(instance[0]).replace(" ", "")
        return any(self._folder.glob(f"{name}-{'Bold' if instance[1] else 'Regular'}-*.ttf"))

    @property
    def busy(self) -> bool:
        """Whether instances are still being made."""
        return self._waiting > 0

    def load_now(self, instance: Instance) -> None:
        """Load an instance, making its file first where it is missing."""
        if instance not in self._asked:
            self._asked.add(instance)
            _add(static_instance(*instance, self._folder))

    def need(self, instance: Instance) -> None:
        """Load an instance now if its file is there, otherwise when the background has made it."""
        if instance in self._asked:
            return
        if self.is_made(instance):
            self.load_now(instance)  # before anything is laid out in it: nobody has to be told
            return
        self._asked.add(instance)
        self._waiting += 1
        self._queue.put(instance)
        if self._thread is None:
            self._thread = Thread(target=self._make, name="fonts", daemon=True)
            self._thread.start()

    def load_gently(self, instances: Sequence[Instance]) -> None:
        """Load many, one at each turn of the event loop, and tell every widget at the end."""
        if instances:
            self.need(instances[0])
            QTimer.singleShot(0, self, lambda: self.load_gently(instances[1:]))
        elif not self.busy:
            self._tell_later()

    def _make(self) -> None:
        while True:
            key, bold = self._queue.get()
            try:
                path = str(static_instance(key, bold, self._folder))
            except (OSError, RuntimeError, KeyError):
                path = ""
            try:
                self.made.emit(key, bold, path)
            except RuntimeError:  # the program has ended
                return

    def _take(self, _key: str, _bold: bool, path: str) -> None:
        self._waiting -= 1
        if path:
            _add(Path(path))
        if not self._waiting:
            self._tell_later()

    def _tell_later(self) -> None:
        if not self._telling:
            self._telling = True
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        self._telling = False
        if self.shows_every:  # a new font of the program is told to every widget by Qt itself
            _app().setFont(_font(_EVERY, interface_font().pixelSize(), bold=False))
            return
        for widget in _app().allWidgets():
            QCoreApplication.postEvent(widget, QEvent(QEvent.Type.FontChange))


def _add(path: Path) -> None:
    QFontDatabase.addApplicationFont(str(path))


_loader: _Loader | None = None


def start_fonts(folder: Path) -> None:
    """Load the interface's fonts and make them the program's; at the very first start the bold ones come later."""
    global _loader
    _loader = _Loader(folder)
    for key in _INTERFACE:
        _loader.load_now((key, False))
    for key in _INTERFACE:
        _loader.need((key, True))
    _app().setFont(interface_font())


def interface_font(pixel_size: int = 17, *, bold: bool = False) -> QFont:
    """Return the font of the interface at this size."""
    return _font(_INTERFACE, pixel_size, bold)


def font_for(language: Language, pixel_size: int, bold: bool = False) -> QFont:
    """Return the font for text in a language, its family first and those after it that fill its gaps.

    The first call for a language may give a font that is still on its way: every widget gets a FontChange event when
    it has come.
    """
    return _font(tuple(dict.fromkeys((language.font, *_AFTER))), pixel_size, bold)


def show_every_script() -> None:
    """Let every field and label show names in any script that the program has a font for, not only the interface's.

    Called when people are about to be shown. The fonts come one after another while the window goes on working.
    """
    if _loader is not None and not _loader.shows_every:
        _loader.shows_every = True
        _loader.load_gently([(key, bold) for key in _EVERY for bold in (False, True)])


def fonts_are_coming() -> bool:
    """Whether the background is still making fonts that have been asked for."""
    return _loader is not None and _loader.busy


def _font(keys: tuple[str, ...], pixel_size: int, bold: bool) -> QFont:
    for key in keys:
        _need(key, bold)
    font = QFont()
    font.setFamilies([family_name(key) for key in keys])
    font.setPixelSize(max(1, pixel_size))
    font.setBold(bold)
    return font


def _need(key: str, bold: bool) -> None:
    if _loader is not None:
        _loader.need((key, bold))


def _app() -> QApplication:
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    return app
