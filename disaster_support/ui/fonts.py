"""Fonts on the screen: the program's own, each weight pinned into a file, kept in the cache folder.

Qt shows a variable font at its default weight, which for the CJK fonts is Thin. The interface's fonts are loaded at
the start; the font of another language when the first text in it is shown. An instance that no earlier start has made
is made in the background, and every widget is told when it has come.
"""

from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from disaster_support.content.model import Language

Instance = tuple[str, bool]  # key of printing's font table, bold

_INTERFACE = ("jp", "sans")
_AFTER = ("sans", "jp")


class _Loader(QObject):
    """Brings instances into Qt's font database, each once."""

    made = Signal(str, bool, str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._asked: set[Instance] = set()
        self._families: dict[str, str] = {}
        self._queue: SimpleQueue[Instance] = SimpleQueue()
        self._thread: Thread | None = None
        self._waiting = 0
        self.made.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether instances are still being made."""
        return self._waiting > 0

    def family(self, key: str) -> str:
        """Return the family name of a font."""
        return self._families.get(key, "")

    def load_now(self, instance: Instance) -> None:
        """Load an instance, making its file first where it is missing."""
        if instance not in self._asked:
            self._asked.add(instance)
            self._add(instance[0], make_instance(*instance, self._folder))

    def need(self, instance: Instance) -> None:
        """Load an instance now if its file is there, otherwise when the background has made it."""
        if instance in self._asked:
            return
        path = instance_path(*instance, self._folder)
        if path.is_file():
            self.load_now(instance)
            return
        self._asked.add(instance)
        self._waiting += 1
        self._queue.put(instance)
        if self._thread is None:
            self._thread = Thread(target=self._make, name="fonts", daemon=True)
            self._thread.start()

    def _make(self) -> None:
        while True:
            key, bold = self._queue.get()
            try:
                path = str(make_instance(key, bold, self._folder))
            except (OSError, RuntimeError, KeyError):
                path = ""
            try:
                self.made.emit(key, bold, path)
            except RuntimeError:  # the program has ended
                return

    def _take(self, key: str, _bold: bool, path: str) -> None:
        self._waiting -= 1
        if path:
            self._add(key, Path(path))
        if not self._waiting:
            _tell_every_widget()

    def _add(self, key: str, path: Path) -> None:
        names = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
        if names:
            self._families[key] = names[0]


_loader: _Loader | None = None


def instance_path(key: str, bold: bool, folder: Path) -> Path:
    """Return where the instance of a font lies once it has been made."""
    return folder / f"{key}-{700 if bold else 400}.ttf"


def make_instance(key: str, bold: bool, folder: Path) -> Path:
    """Make the instance of a font unless it is there, and return its file."""
    path = instance_path(key, bold, folder)
    if path.is_file():
        return path
    import uharfbuzz as hb

    from disaster_support.printing.fonts import font_path

    face = hb.Face(hb.Blob.from_file_path(str(font_path(key))))
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(face, "wght", 700.0 if bold else 400.0)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(hb.subset(face, wanted).blob.data)
    return path


def start_fonts(folder: Path) -> None:
    """Load the interface's fonts and make them the program's; the bold ones come after the first paint."""
    global _loader
    _loader = _Loader(folder)
    for key in _INTERFACE:
        _loader.load_now((key, False))
    _app().setFont(interface_font())
    QTimer.singleShot(0, _need_bold)


def _need_bold() -> None:
    for key in _INTERFACE:
        _need(key, True)


def interface_font(pixel_size: int = 17, *, bold: bool = False) -> QFont:
    """Return the font of the interface at this size."""
    return _font(_INTERFACE, pixel_size, bold)


def font_for(language: Language, pixel_size: int, bold: bool = False) -> QFont:
    """Return the font for text in a language, its family first and those after it that fill its gaps.

    The first call for a language may give a font that is still on its way: every widget gets a FontChange event when
    it has come.
    """
    return _font(tuple(dict.fromkeys((language.font, *_AFTER))), pixel_size, bold)


def fonts_are_coming() -> bool:
    """Whether the background is still making fonts that have been asked for."""
    return _loader is not None and _loader.busy


def _font(keys: tuple[str, ...], pixel_size: int, bold: bool) -> QFont:
    for key in keys:
        _need(key, bold)
    font = QFont()
    font.setFamilies([name for key in keys if _loader and (name := _loader.family(key))])
    font.setPixelSize(max(1, pixel_size))
    font.setBold(bold)
    return font


def _need(key: str, bold: bool) -> None:
    if _loader is not None:
        _loader.need((key, bold))


def _tell_every_widget() -> None:
    for widget in _app().allWidgets():
        QCoreApplication.postEvent(widget, QEvent(QEvent.Type.FontChange))


def _app() -> QApplication:
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    return app
