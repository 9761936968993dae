"""Attendance of one unit: ticked in a list, scanned from cards, or told by the code on the screen."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.features.training.edits import get_unit
from disaster_support.features.training.model import Attendance, Means, Participant, Unit
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.people.code_window import CodeWindow
from disaster_support.features.training.pages.people.tick_list import Tick, TickList
from disaster_support.features.training.people import (
    check_attendance_code,
    find_by_code,
    list_attendance,
    list_participants,
    note_attendance,
    read_participant_code,
    take_back_attendance,
)
from disaster_support.features.training.words import MEANS
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Choice, ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, text_label
from disaster_support.ui.say import say
from disaster_support.ui.scan_field import ScanField

_LIST_HEIGHT = 240
_CODE_DIGITS = 4


class AttendancePage(Page):
    """The unit above, one field for everything that is scanned or typed, and the list."""

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self._desk = desk
        self._people: list[Participant] = []
        self.unit = ChoiceBox(lambda: _("Unit"))
        self.field = ScanField(lambda typed: bool(read_participant_code(typed)))
        self.field.set_names(True)
        self.list = TickList()
        self.count, self.said = text_label("", "title"), text_label("", "large")
        self.said.hide()
        self._build()
        self._connect()
        self.refresh()
        self.setFocusProxy(self.field)

    def help_text(self) -> str:
        """Return the three ways."""
        return _(
            "Choose the unit. Then whichever is quickest:\n\n"
            "By list: click a name, or press Space on it; once more takes the tick away. Typing a part of a name "
            "shortens the list, and Enter ticks whoever is chosen in it.\n\n"
            "By scan: leave the focus in the field and scan the attendance cards, which are printed under Print.\n\n"
            "By code: show the code to the room. It changes every minute, so nobody can send it to somebody who is "
            "not there. A trainee chooses their name in the list, types the four digits into the field and presses "
            "Enter."
        )

    @property
    def unit_id(self) -> str:
        """The unit whose attendance is noted."""
        return self.unit.key()

    def refresh(self) -> None:
        """Show units, people and ticks as they are now."""
        if not self._desk.context.door.is_open:
            return  # locked: the page is on its way out
        units: list[Choice] = [
            (one.id, lambda place=place, one=one: f"{place}. {_say(one)}")  # type: ignore[misc]
            for place, one in enumerate(self._desk.plan.unit, 1)
        ]
        self.unit.set_choices(units)
        self._people = list_participants(self._desk.register, self._desk.course.id)
        self._show()

    def submit(self) -> None:
        """Take what was scanned or typed: a card, a code, or the name that is chosen."""
        typed = self.field.text().strip()
        if not typed:
            return  # some scanners send a second Enter
        if read_participant_code(typed):
            self._note_card(typed)
        elif len(typed) == _CODE_DIGITS and typed.isdecimal():
            self._note_code(typed)
        elif chosen := self._chosen():
            self._note(chosen, Means.LIST)
        else:
            self._say(_("Nobody of this course is called like this."), is_good=False)

    def toggle(self, participant_id: str) -> None:
        """Tick somebody, or take the tick away."""
        who = next(one for one in self._people if one.id == participant_id)
        if participant_id not in self._present():
            self._note(who, Means.LIST)
        elif self._desk.attempt(lambda: take_back_attendance(self._desk.register, who.id, self.unit_id)):
            self._desk.people_changed.emit()
            self._say(_("{name} is no longer noted.").format(name=who.name))

    def show_code(self) -> None:
        """Open the window with the code, for the room to see."""
        window = CodeWindow(self, self._desk, get_unit(self._desk.plan, self.unit_id))
        window.show()

    def _chosen(self) -> Participant | None:
        return next((one for one in self._people if one.id == self.list.key()), None)

    def _note_card(self, typed: str) -> None:
        try:
            who = find_by_code(self._desk.register, self._desk.course.id, typed)
        except UserError as error:
            self._say(str(error), is_good=False)
            return
        self._note(who, Means.SCAN)

    def _note_code(self, typed: str) -> None:
        chosen, now = self._chosen(), self._desk.context.clock()
        if chosen is None:
            self._say(_("Choose your name in the list first."), is_good=False)
        elif check_attendance_code(self._desk.register, self._desk.course.id, self.unit_id, typed, now):
            self._note(chosen, Means.CODE)
        else:
            self._say(_("This is not the code on the screen. It changes every minute: look again."), is_good=False)

    def _note(self, who: Participant, means: Means) -> None:
        new: list[bool] = []
        if not self._desk.attempt(
            lambda: new.append(note_attendance(self._desk.register, who.id, self.unit_id, means))
        ):
            return
        self.field.clear()
        self._desk.people_changed.emit()
        words = _("{name} is noted.") if new[0] else _("{name} was noted before.")
        self._say(words.format(name=who.name))

    def _say(self, sentence: str, *, is_good: bool = True) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.said.setProperty("type", "large" if is_good else "error")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def _present(self) -> dict[str, Attendance]:
        noted = list_attendance(self._desk.register, self._desk.course.id)
        return {one.participant_id: one for one in noted if one.unit_id == self.unit_id}

    def _show(self) -> None:
        typed, present = self.field.text().strip().casefold(), self._present()
        is_name = not (typed.isdecimal() or typed.startswith("dt"))
        shown = [one for one in self._people if not (typed and is_name) or typed in _searched(one)]
        self.list.show_ticks([_tick(one, present.get(one.id)) for one in shown])
        words = _("{here} of {all} are here").format(here=len(present), all=len(self._people))
        self.count.setText(words if self._people else _("There are no participants yet."))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what the plan and the lists are by now."""
        super().showEvent(event)
        self.refresh()
        QTimer.singleShot(0, self, self._take_focus)  # after Qt has given it to the first of the page

    def _take_focus(self) -> None:
        if self.unit.hasFocus():
            self.field.setFocus()

    def _build(self) -> None:
        whole = QWidget()
        column = column_in(whole, 12)
        column.setContentsMargins(16, 12, 16, 12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(LabelledField(lambda: _("Unit"), self.unit), 0, 0)
        grid.addWidget(LabelledField(lambda: _("Card, name or code"), self.field), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addWidget(self.said, 1)
        row.addStretch(1)
        row.addWidget(Button(lambda: _("Show the code"), self.show_code, height="small", icon_name="fullscreen"))
        column.addLayout(row)
        self.list.setMinimumHeight(_LIST_HEIGHT)
        column.addWidget(self.list, 1)
        column_in(self).addWidget(scrolling(whole))

    def _connect(self) -> None:
        self.unit.activated.connect(lambda _row: self._change_unit())
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.submitted.connect(self.submit)
        self.field.stepped.connect(self.list.step)
        self.field.left.connect(self.field.clear)
        self.list.toggled.connect(self.toggle)
        self._desk.people_changed.connect(self.refresh)
        say(self, lambda _text: self.refresh(), str)

    def _change_unit(self) -> None:
        self._say("")
        self._show()
        self.field.setFocus()


def _tick(one: Participant, noted: Attendance | None) -> Tick:
    text = "   ".join(part for part in (one.name, one.organisation, one.role) if part)
    if noted is None:
        return Tick(one.id, text, is_on=False)
    when = noted.at.astimezone().strftime("%H:%M")
    return Tick(one.id, f"{text}   {when} {MEANS[noted.means].say(current_language())}", is_on=True)


def _searched(one: Participant) -> str:
    return f"{one.name} {one.organisation}".casefold()


def _say(unit: Unit) -> str:
    return unit.title.say(current_language())
