"""A table of texts that can be typed into, reached and left by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import TARGET, current_theme

_READ_ONLY = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class TextTable(QTableWidget):
    """Rows with a key each; the columns that may be typed into are named by their places.

    Typing or F2 changes a cell, Delete asks to take the row out.
    """

    typed = Signal(str, int, str)  # the row's key, the column, what stands there now
    removed = Signal(str)

    def __init__(self, name: Words, heads: Sequence[Words], *, typed: Sequence[int] = (), wide: int = 0) -> None:
        super().__init__(0, len(heads))
        self._keys: list[str] = []
        self._typed = frozenset(typed)
        self._heads = heads
        say(self, self.setAccessibleName, name)
        self.setProperty("roomy", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(TARGET)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._tell)
        self._say_heads()

    def show_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show these rows, each with its key; the chosen cell stays chosen."""
        key, column = self.key(), self.currentColumn()
        self.blockSignals(True)
        self._keys = [one for one, _texts in rows]
        self.setRowCount(len(rows))
        for row, (_key, texts) in enumerate(rows):
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(_READ_ONLY | Qt.ItemFlag.ItemIsEditable if place in self._typed else _READ_ONLY)
                self.setItem(row, place, item)
        if key in self._keys:
            self.setCurrentCell(self._keys.index(key), column)
        self.blockSignals(False)

    def keys(self) -> list[str]:
        """Return the keys of the rows."""
        return list(self._keys)

    def key(self) -> str:
        """Return the key of the chosen row, '' where none is."""
        return self._keys[self.currentRow()] if 0 <= self.currentRow() < len(self._keys) else ""

    def text(self, key: str, column: int) -> str:
        """Return what stands in a cell."""
        item = self.item(self._keys.index(key), column)
        return item.text() if item else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to take the row out at Delete."""
        if event.key() == Qt.Key.Key_Delete and self.key():
            self.removed.emit(self.key())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the heads in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_heads()

    def _say_heads(self) -> None:
        self.setHorizontalHeaderLabels([words() for words in self._heads])
        self.horizontalHeader().setMinimumSectionSize(current_theme().px(TARGET))

    def _tell(self, item: QTableWidgetItem) -> None:
        self.typed.emit(self._keys[item.row()], item.column(), item.text().strip())
