"""Rows of a list with a title and a quieter line below: as high as their words need in the width there is."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from disaster_support.ui.fonts import interface_font
from disaster_support.ui.theme import BODY, SMALL, TARGET, current_theme

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE, _BAR = 12, 8, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class RowDelegate(QStyledItemDelegate):
    """The first line of an item's words is its title."""

    def __init__(self, rows: "RowList") -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that the words need."""
        width = self._rows.viewport().width()
        title, below = self._measure(str(index.data()), width)
        return QSize(width, max(TARGET, title.height() + below.height() + 2 * _ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw title and line."""
        theme, area, text = current_theme(), QRect(option.rect), str(index.data())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("tint_strong"))
            painter.fillRect(QRect(area.x(), area.y(), _BAR, area.height()), theme.color("action"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("tint"))
        painter.setPen(theme.color("hairline"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        title, below = self._measure(text, area.width())
        first, _newline, rest = text.partition("\n")
        top = area.adjusted(_SIDE, _ABOVE, -_SIDE, 0)
        painter.setPen(theme.color("ink"))
        painter.setFont(interface_font(theme.px(BODY), bold=self._rows.has_titles))
        painter.drawText(QRect(top.x(), top.y(), top.width(), title.height()), _WRAP, first)
        painter.setPen(theme.color("ink_secondary"))
        painter.setFont(interface_font(theme.px(SMALL)))
        painter.drawText(QRect(top.x(), top.y() + title.height(), top.width(), below.height()), _WRAP, rest)
        painter.restore()

    def _measure(self, text: str, width: int) -> tuple[QRect, QRect]:
        theme = current_theme()
        first, _newline, rest = text.partition("\n")
        room = QRect(0, 0, max(1, width - 2 * _SIDE), 10_000)
        title = QFontMetrics(interface_font(theme.px(BODY), bold=self._rows.has_titles))
        below = QFontMetrics(interface_font(theme.px(SMALL)))
        return title.boundingRect(room, _WRAP, first), below.boundingRect(room, _WRAP, rest) if rest else QRect()


class RowList(QListWidget):
    """A list whose rows wrap; `has_titles` draws their first line bold."""

    def __init__(self, *, has_titles: bool = False) -> None:
        super().__init__()
        self.has_titles = has_titles
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew for other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()
