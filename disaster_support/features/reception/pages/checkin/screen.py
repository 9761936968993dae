"""What every screen of the self check-in has: its content in a scroller, and large buttons below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QScroller, QVBoxLayout, QWidget

from disaster_support.content.model import Language
from disaster_support.ui.page import scrolling

_MARGIN = 24
_RING = 6  # room for the ring around what has the focus


class Screen(QWidget):
    """One thing at a time. `go_back` and `go_on` are what Alt+Left and Ctrl+Enter do; by themselves they do nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.first: QWidget | None = None  # where the focus goes
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self._whole.setSpacing(12)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(_RING, _RING, _RING, _RING)
        self.column.setSpacing(16)
        self._area = scrolling(self.content)
        self._whole.addWidget(self._area, 1)
        QScroller.grabGesture(self._area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def speak(self, language: Language) -> None:
        """Lay everything out from the side that the language begins at."""
        rtl = language.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    def put_above(self, widgets: Sequence[tuple[QWidget, int]]) -> None:
        """Put widgets side by side above the content, each with its share of the width."""
        self._whole.insertLayout(0, _row(widgets))

    def put_below(self, widgets: Sequence[tuple[QWidget, int]]) -> None:
        """Put widgets side by side below the content, each with its share of the width."""
        self._whole.addLayout(_row(widgets))

    def go_back(self) -> None:
        """Do what Alt+Left does."""

    def go_on(self) -> None:
        """Do what Ctrl+Enter does."""

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.content.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, _MARGIN)


def _row(widgets: Sequence[tuple[QWidget, int]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_RING, 0, _RING, 0)
    row.setSpacing(12)
    for widget, share in widgets:
        row.addWidget(widget, share)
    return row


def on_press(card: QAbstractButton, action: Callable[[], object]) -> None:
    """Let a button do something."""
    card.clicked.connect(lambda _checked=False: action())
