"""After the answers were accepted or discarded: the next person, or back to the program."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.reception.pages.checkin.screen import Screen
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import EmptyState


class EndScreen(Screen):
    """Says what was done; staff hand the screen over again, or take it back."""

    next_wanted = Signal()
    ended = Signal()

    def __init__(self, icon_name: str, sentence: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.column.addStretch(1)
        self.column.addWidget(EmptyState(icon_name, lambda: sentence))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setSpacing(12)
        self.next = Button(lambda: _("Next person"), self.next_wanted.emit, kind="filled", icon_name="gesture-tap")
        self.end = Button(lambda: _("End the self check-in"), self.ended.emit)
        row.addStretch(1)
        row.addWidget(self.next)
        row.addWidget(self.end)
        row.addStretch(1)
        holder = QVBoxLayout()
        holder.addWidget(buttons)
        self.column.addLayout(holder)
        self.column.addStretch(2)
        self.first = self.next

    def go_on(self) -> None:
        """Wait for the next person."""
        self.next_wanted.emit()
