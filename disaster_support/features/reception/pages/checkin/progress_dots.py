"""How far the questions are, as dots: those behind are filled, the present one is wide."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.theme import current_theme

_DOT = 10
_WIDE = 28
_GAP = 8


class ProgressDots(QWidget):
    """One dot a question."""

    def __init__(self, place: int, count: int) -> None:
        super().__init__()
        self._place, self._count = place, count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Question {number} of {count}").format(number=place + 1, count=count))

    def sizeHint(self) -> QSize:
        """Return the room that all dots need."""
        return QSize((_DOT + _GAP) * (self._count - 1) + _WIDE, _DOT + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the room that they need when they stand close."""
        return QSize((_DOT + 2) * (self._count - 1) + _WIDE, _DOT + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots from the side that the language begins at."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = min(_GAP, (self.width() - _WIDE - _DOT * (self._count - 1)) / max(1, self._count - 1) - 0.5)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 1.0
        for one in range(self._count):
            width = _WIDE if one == self._place else _DOT
            x = self.width() - left - width if mirrored else left
            painter.setPen(QPen(theme.color("action"), 1.5))
            painter.setBrush(theme.color("action" if one <= self._place else "paper"))
            painter.drawRoundedRect(QRectF(x, 2, width - 1, _DOT - 1), _DOT / 2, _DOT / 2)
            left += width + gap
