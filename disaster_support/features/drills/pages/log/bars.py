"""How many people of each language or nationality: a name, a bar, a number."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from disaster_support.ui.parts import column_in, empty, label, text_label
from disaster_support.ui.say import Words
from disaster_support.ui.theme import current_theme

_HEIGHT = 16


class _Bar(QWidget):
    """A part of the whole width."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setMinimumSize(60, current_theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the share from the reading side."""
        width = self.width() * self._share
        at = 0.0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - width
        painter = QPainter(self)
        painter.fillRect(QRectF(at, (self.height() - _HEIGHT) / 2, width, _HEIGHT), current_theme().color("action"))


class CountBars(QWidget):
    """The largest first, those that were not asked last."""

    def __init__(self, words: Words, name: Callable[[str], str]) -> None:
        super().__init__()
        self._name = name
        self._counts: Mapping[str, int] = {}
        column = column_in(self, 4)
        column.addWidget(label(words, "title"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        column.addLayout(self._grid)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show these."""
        if counts != self._counts:
            self._counts = dict(counts)
            self.retranslate()

    def retranslate(self) -> None:
        """Say the names in the new language."""
        empty(self._grid)
        most = max(self._counts.values(), default=1)
        for row, (key, count) in enumerate(self._counts.items()):
            self._grid.addWidget(text_label(self._name(key)), row, 0)
            self._grid.addWidget(_Bar(count / most), row, 1)
            self._grid.addWidget(text_label(str(count), "strong"), row, 2, Qt.AlignmentFlag.AlignTrailing)
