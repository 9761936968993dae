"""Rows of words, each with a key: one is chosen, Enter goes into it, and where an order counts they can be moved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from disaster_support.i18n import gettext as _
from disaster_support.ui.say import Words, say

_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Rows(QListWidget):
    """A list at the left of what it shows."""

    picked = Signal(str)
    entered = Signal(str)

    def __init__(self, name: Words) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setSpacing(2)
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


def _key(item: QListWidgetItem) -> str:
    return str(item.data(_KEY))
