"""The talk right afterwards: what is said is noted, a line each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.drills.model import Event, EventKind
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.run.notes import Notes
from disaster_support.features.drills.running import add_note, list_events, notes, take_back_note
from disaster_support.i18n import gettext as _
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in


class HotWash(QWidget):
    """Every line is kept at Enter."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.notes = Notes(
            lambda: _("What is said in the talk right afterwards"),
            lambda: _(
                "What went well? What was hard? What did not get through? What do we change? Enter keeps the line."
            ),
        )
        self.notes.noted.connect(self._note)
        self.notes.taken_back.connect(self._take_back)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.notes)
        column.addStretch(1)
        column_in(self).addWidget(scrolling(whole))
        self.refresh()

    def refresh(self) -> None:
        """Show what was noted."""
        events = list_events(self._desk.register, self._desk.drill.id)
        self.notes.show_notes(notes(events, EventKind.HOT_WASH))

    def _note(self, text: str) -> None:
        desk = self._desk
        if desk.attempt(lambda: add_note(desk.register, desk.drill, EventKind.HOT_WASH, text, desk.who)):
            self.notes.line.clear()
            self.refresh()

    def _take_back(self, note: Event) -> None:
        desk = self._desk
        if desk.attempt(lambda: take_back_note(desk.register, desk.drill, note, desk.who)):
            self.refresh()
