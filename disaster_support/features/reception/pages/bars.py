"""A bar in parts: how the people of one language can be reached, by length, by pattern and in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from disaster_support.ui.theme import current_theme

_HEIGHT = 24
PARTS: tuple[tuple[str, Qt.BrushStyle], ...] = (
    ("error", Qt.BrushStyle.SolidPattern),
    ("warning", Qt.BrushStyle.Dense4Pattern),
    ("success", Qt.BrushStyle.BDiagPattern),
    ("ink_secondary", Qt.BrushStyle.Dense6Pattern),
)
"""Colour role and pattern of each part: never by colour alone."""


class PartsBar(QWidget):
    """Numbers as lengths beside one another; `largest` is the sum that fills the whole width."""

    def __init__(self, numbers: Sequence[int], largest: int) -> None:
        super().__init__()
        self._numbers, self._largest = tuple(numbers), max(largest, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(160, current_theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts from the start side."""
        theme, painter = current_theme(), QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        offset = 0.0
        for number, (role, pattern) in zip(self._numbers, PARTS, strict=True):
            width = self.width() * number / self._largest
            if number:
                left = self.width() - offset - width if mirrored else offset
                area = QRectF(left + 0.5, 0.5, max(width - 2, 2), self.height() - 1)
                painter.fillRect(area, theme.color("paper"))
                painter.setPen(QPen(theme.color(role), 1))
                painter.setBrush(QBrush(theme.color(role), pattern))
                painter.drawRect(area)
            offset += width
