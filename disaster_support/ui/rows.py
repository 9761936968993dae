"""Rows of words, each with a key: one is chosen, Enter goes into it, and where an order counts they can be moved.

The first line of a row is its title; what follows stands smaller below it.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from disaster_support.i18n import gettext as _
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import BODY, SMALL, TARGET, current_theme

_Index = QModelIndex | QPersistentModelIndex
_SIDE = 10  # px beside, above and below the words of a row
_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Rows(QListWidget):
    """A list at the left of what it shows."""

    picked = Signal(str)
    entered = Signal(str)

    def __init__(self, name: Words) -> None:
        super().__init__()
        self.setItemDelegate(_Drawing(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        say(self, self.setAccessibleName, name)
        self.currentItemChanged.connect(self._pick)
        self.itemClicked.connect(self._enter)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these; the chosen one stays chosen without being told again."""
        self.blockSignals(True)
        if [key for key, _words in rows] == self.keys():
            for place, (_same, words) in enumerate(rows):
                self.item(place).setText(words)
        else:
            before = self.key()
            self.clear()
            for key, words in rows:
                QListWidgetItem(words, self).setData(_KEY, key)
            self.mark(before)
        self.blockSignals(False)

    def keys(self) -> list[str]:
        """Return the keys in their order."""
        return [_key(self.item(place)) for place in range(self.count())]

    def key(self) -> str:
        """Return the key of the chosen row, '' where none is."""
        item = self.currentItem()
        return _key(item) if item else ""

    def mark(self, key: str) -> None:
        """Choose the row of a key, or none, without telling anybody."""
        was_blocked = self.blockSignals(True)
        self.setCurrentRow(self.keys().index(key) if key in self.keys() else -1)
        self.blockSignals(was_blocked)

    def pick_again(self) -> None:
        """Tell the chosen row, or the first."""
        if self.count() and self.currentRow() < 0:
            self.setCurrentRow(0)
        elif self.count():
            self.picked.emit(self.key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the chosen one at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._enter(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _pick(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item:
            self.picked.emit(_key(item))

    def _enter(self, item: QListWidgetItem) -> None:
        self.picked.emit(_key(item))
        self.entered.emit(_key(item))


class MovableRows(Rows):
    """Rows whose order counts: dragged, or moved with Alt and an arrow key."""

    ordered = Signal()

    def __init__(self, name: Words) -> None:
        super().__init__(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        say(self, self.setAccessibleDescription, lambda: _("Drag a row, or move it with Alt and an arrow key."))
        self.model().rowsMoved.connect(lambda *_places: self.ordered.emit())

    def step(self, by: int) -> None:
        """Move the chosen row by so many places."""
        start, end = self.currentRow(), self.currentRow() + by
        if start < 0 or not 0 <= end < self.count():
            return
        self.blockSignals(True)
        self.insertItem(end, self.takeItem(start))
        self.setCurrentRow(end)
        self.blockSignals(False)
        self.ordered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen row with Alt."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(step)
        else:
            super().keyPressEvent(event)


class _Drawing(QStyledItemDelegate):
    """Draws a row and says how high it is: Qt's own leaves out lines of Japanese that wrap."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the title, and what follows it."""
        view, theme = option.widget, current_theme()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("tint_strong"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("tint"))
        top = option.rect.top() + _SIDE
        for words, font, role in _lines(index):
            area = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
            area.setTop(top)
            painter.setFont(font)
            painter.setPen(theme.color(role))
            top += painter.drawText(area, _direction(view) | Qt.TextFlag.TextWordWrap, words).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        room = QRect(0, 0, width - 2 * _SIDE, 10_000)
        heights = (
            QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            for words, font, _role in _lines(index)
        )
        return QSize(width, max(TARGET, sum(heights) + 2 * _SIDE))


def _lines(index: _Index) -> Iterable[tuple[str, QFont, str]]:
    title, _break, more = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
    theme = current_theme()
    yield title, interface_font(theme.px(BODY)), "ink"
    if more:
        yield more, interface_font(theme.px(SMALL)), "ink_secondary"


def _direction(view: QWidget | None) -> Qt.AlignmentFlag:
    is_mirrored = view is not None and view.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft


def _key(item: QListWidgetItem) -> str:
    return str(item.data(_KEY))
