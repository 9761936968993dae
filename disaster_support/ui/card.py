"""A large button that paints itself: what a tile, a language and an answer on a board have in common."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from disaster_support.ui.theme import BOARD_TARGET, RADIUS, current_theme

PADDING = 12
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Card(QAbstractButton):
    """A painted button of at least 64 px. `turned` shows it upside down, for a person across the table.

    Arrow keys, Home and End are told to whoever arranges the cards; Enter presses as Space does.
    """

    stepped = Signal(int, int)  # columns to the reading side's end, rows down
    jumped = Signal(bool)  # to the last card; False: to the first
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.turned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the smallest target allowed; whoever arranges cards gives them their size."""
        return QSize(BOARD_TARGET, BOARD_TARGET)

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint what stands on the card, within the area."""
        raise NotImplementedError

    def is_strong(self) -> bool:
        """Whether the card is shown filled: it has been chosen."""
        return self.isChecked()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, edge and content, upside down where it is turned."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.turned:
            painter.translate(QPointF(self.width(), self.height()))
            painter.rotate(180)
        self._paint_ground(painter)
        inset = self.padding()
        ink = current_theme().color("on_action" if self.is_strong() else "ink")
        self.paint_content(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), ink)
        painter.end()

    def is_mirrored(self) -> bool:
        """Whether the interface runs from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def mirrored(self, place: QRectF, area: QRectF) -> QRectF:
        """Return the place as it is, or on the other side of the area where the interface runs right to left."""
        if self.is_mirrored():
            place.moveLeft(area.left() + area.right() - place.right())
        return place

    def padding(self) -> int:
        """Return the space between edge and content in px."""
        return PADDING

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        edge = theme.color("action" if self.is_strong() or self.underMouse() else "hairline")
        painter.setPen(QPen(edge, 2 if self.underMouse() else 1))
        painter.setBrush(theme.color(self._ground_role()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _ground_role(self) -> str:
        if self.is_strong():
            return "action_pressed" if self.isDown() else "action"
        if self.isDown():
            return "tint_strong"
        return "tint" if self.underMouse() else "paper"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at Enter; pass arrow keys, Home and End on."""
        key = Qt.Key(event.key())
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _STEPS:
            columns, rows = _STEPS[key]
            self.stepped.emit(-columns if self.is_mirrored() else columns, rows)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.jumped.emit(key == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has come."""
        super().focusInEvent(event)
        self.focused.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when a font has come or the theme has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.update()
