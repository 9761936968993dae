"""Running a drill on the screen: the clock, the checklist, the injects, the notes; each mark is on the disk at once."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.drills.model import Event, EventKind, Mark
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.parts import RoomPage
from disaster_support.features.drills.pages.run.checklist import Checklist
from disaster_support.features.drills.pages.run.clock import DrillClock
from disaster_support.features.drills.pages.run.injects import Injects
from disaster_support.features.drills.pages.run.notes import Notes
from disaster_support.features.drills.pages.run.sun import SunView
from disaster_support.features.drills.pages.run.who import WhoField
from disaster_support.features.drills.running import (
    add_note,
    list_events,
    mark_inject,
    mark_item,
    notes,
    states,
    take_back_note,
)
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in, text_label
from disaster_support.ui.theme import current_theme

_TICK_MS, _SIDE, _CHECKLIST_HEIGHT, _SHOWN_NOTES = 1000, 400, 520, 8


class RunPage(RoomPage):
    """The clock rests while another page is shown: a laptop in the field runs on its battery."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.clock = DrillClock(desk)
        self.checklist, self.injects = Checklist(), Injects()
        self.notes = Notes(lambda: _("Note (Ctrl+M)"))
        self.who = WhoField(desk)
        self.sun = SunView(desk.context)
        self._build()
        self.checklist.marked.connect(self._mark_item)
        self.injects.marked.connect(self._mark_inject)
        self.notes.noted.connect(self._note)
        self.notes.taken_back.connect(self._take_back)
        desk.changed.connect(self.refresh)
        for keys, action in (("Ctrl+G", self.injects.give_next), ("Ctrl+M", self.notes.line.setFocus)):
            QShortcut(QKeySequence(keys), self, action)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Show the drill as the register has it now."""
        drill = self._desk.drill
        events = list_events(self._desk.register, drill.id)
        self.clock.show_drill()
        self.checklist.show_items(drill.plan, states(events))
        self.injects.show_injects(drill, events, self._now())
        self.next.setText(self.injects.say_next())
        self.notes.show_notes(notes(events)[-_SHOWN_NOTES:])

    # -- what people do here

    def _mark_item(self, ref: str, mark: Mark, why: str) -> None:
        desk = self._desk
        if desk.attempt(lambda: mark_item(desk.register, desk.drill, ref, mark, desk.who, why)):
            self.refresh()
            if mark is not Mark.OPEN:
                self.checklist.go_on(ref)

    def _mark_inject(self, ref: str, mark: Mark, why: str) -> None:
        desk = self._desk
        if desk.attempt(lambda: mark_inject(desk.register, desk.drill, ref, mark, desk.who, why)):
            self.refresh()
            self.injects.go_on()

    def _note(self, text: str) -> None:
        desk = self._desk
        if desk.attempt(lambda: add_note(desk.register, desk.drill, EventKind.NOTE, text, desk.who)):
            self.notes.line.clear()
            self.refresh()

    def _take_back(self, note: Event) -> None:
        desk = self._desk
        if desk.attempt(lambda: take_back_note(desk.register, desk.drill, note, desk.who)):
            self.refresh()

    # -- parts

    def _build(self) -> None:
        column = column_in(self)
        column.setContentsMargins(16, 8, 8, 8)
        head = Flowing(16)
        for part in (self.clock, *self.clock.buttons, LabelledField(lambda: _("Who marks"), self.who), self.sun):
            head.add(part)
        column.addWidget(head)
        self.next = text_label("", "strong")  # for a window in which the injects are out of sight
        column.addWidget(self.next)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(16)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 8, 0)
        side.setSpacing(16)
        side.addWidget(self.injects)
        side.addWidget(self.notes)
        side.addStretch(1)
        self._scroller = scrolling(self._side)
        self._parts.addWidget(self.checklist, 3)
        self._parts.addWidget(self._scroller, 2)
        self._parts.setContentsMargins(0, 0, 0, 0)
        whole = QWidget()
        whole.setLayout(self._parts)
        column.addWidget(scrolling(whole), 1)

    def place(self, is_narrow: bool) -> None:
        """Put the injects below the checklist in a narrow window."""
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.checklist.setMinimumHeight(_CHECKLIST_HEIGHT if is_narrow else 0)
        self._scroller.setMinimumHeight(self._side.sizeHint().height() if is_narrow else 0)
        self.next.setVisible(is_narrow)
        self._side.setMinimumWidth(0 if is_narrow else current_theme().px(_SIDE))

    # -- the page

    def _now(self) -> datetime:
        return self._desk.context.clock().astimezone()

    def _tick(self) -> None:
        now = self._now()
        self.clock.tick(now)
        self.injects.tick(now)
        self.next.setText(self.injects.say_next())

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock go, with everything as it stands now."""
        super().showEvent(event)
        if self._desk.context.door.is_open:
            self.refresh()
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock rest."""
        super().hideEvent(event)
        self._timer.stop()
        self.sun.leave()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self.checklist.retranslate()
        self.injects.retranslate()
        self.refresh()

    def restyle(self) -> None:
        """Follow the text size."""
        super().restyle()
        self.clock.restyle()

    def focus_target(self) -> QWidget:
        """Return the first item to do."""
        return self.clock.start if self._desk.drill.started_at is None else self.checklist.focus_target()

    def help_text(self) -> str:
        """Return the keys of the run."""
        return _(
            "Every mark and note is kept at once: after a crash or an empty battery the page opens as it was.\n\n"
            "On an item or inject: Enter or Space means done, N not done and why, U opens it again; the arrow keys go"
            " up and down. Ctrl+G marks the next inject as given, Ctrl+M goes to the note.\n\n"
            "Type once who marks: it is kept. Empty, it is whoever opened the register.\n\n"
            "“For the sun” shows everything large and black on white over the whole screen."
        )
