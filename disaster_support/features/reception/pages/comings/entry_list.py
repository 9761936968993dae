"""The last entries, each of which can be taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from disaster_support.features.reception.pages.comings.result_panel import say_entry, say_moment
from disaster_support.i18n import gettext as _
from disaster_support.storage.moments import Entry
from disaster_support.ui.buttons import Button
from disaster_support.ui.say import say


class EntryList(QWidget):
    """The last first. Delete takes the chosen entry back."""

    def __init__(self, on_take_back: Callable[[Entry], object]) -> None:
        super().__init__()
        self._on_take_back = on_take_back
        self._entries: Sequence[Entry] = ()
        self._now: datetime | None = None
        self.list = _Rows(self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        title = QLabel()
        title.setProperty("type", "title")
        say(title, title.setText, lambda: _("Last entries"))
        say(self.list, self.list.setAccessibleName, lambda: _("Last entries"))
        head.addWidget(title, 1)
        self.button = Button(
            lambda: _("Take the chosen one back (Delete)"), self._take_back, kind="text", height="small"
        )
        head.addWidget(self.button)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        say(self, lambda _text: self._fill(), str)

    def show_entries(self, entries: Sequence[Entry], now: datetime) -> None:
        """Show these; the one that was chosen stays chosen."""
        if (entries, now.date()) == (self._entries, self._now and self._now.date()):
            return
        row = self.list.currentRow()
        chosen = self._entries[row].id if 0 <= row < len(self._entries) else ""
        self._entries, self._now = entries, now
        self._fill()
        ids = [entry.id for entry in entries]
        if chosen in ids:
            self.list.setCurrentRow(ids.index(chosen))

    def _fill(self) -> None:
        if self._now is None:
            return
        self.list.clear()
        for entry in self._entries:
            what = say_entry(entry.kind, entry.place, entry.item, entry.quantity)
            self.list.addItem(f"{say_moment(entry.at, self._now)}   {entry.number}   {entry.name}   {what}")
        self.button.setVisible(bool(self._entries))

    def _take_back(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._entries):
            self._on_take_back(self._entries[row])


class _Rows(QListWidget):
    """Takes Delete, and leaves letters to the page: they come from a scanner."""

    def __init__(self, on_delete: Callable[[], object]) -> None:
        super().__init__()
        self._on_delete = on_delete
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return the size of three rows."""
        return QSize(200, 3 * 48)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chosen entry back at Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._on_delete()
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
