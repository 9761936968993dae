"""Participants: typed, pasted, changed in place, and what each of them has reached."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from disaster_support.errors import UserError
from disaster_support.features.training.model import Participant, Question
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.people.table import TextTable
from disaster_support.features.training.people import (
    add_participants,
    list_attendance,
    list_participants,
    remove_participant,
    save_participant,
)
from disaster_support.features.training.quiz import questions_of, read_result
from disaster_support.features.training.results import Result, results
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext, pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import TextBox
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, text_label
from disaster_support.ui.say import say

_NAME, _ORGANISATION, _ROLE, _QUIZ = range(4)
_TABLE_HEIGHT = 300


class ParticipantsPage(Page):
    """A line to type somebody into, the table of all, and a place to paste a list."""

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self._desk = desk
        self.name, self.organisation, self.role = QLineEdit(), QLineEdit(), QLineEdit()
        self.pasted = PasteField(self)
        self.table = self._build_table()
        self.count = text_label("", "strong")
        self._build()
        desk.people_changed.connect(self.refresh)
        say(self, lambda _text: self.refresh(), str)
        self.setFocusProxy(self.name)

    def help_text(self) -> str:
        """Return how people are entered."""
        return _(
            "Type a name, Tab for organisation and role, Enter adds the person. A list from a spreadsheet or a mail is "
            "pasted as a whole: a line for each person.\n\n"
            "Cells of the table are changed in place: type, or press F2. Delete takes somebody out, and can be undone."
            "\n\n"
            "The result of the quiz is a number from 0 to 100, or the answers of a sheet one after the other, such as "
            "2413-1, which are marked. The last column says who gets a certificate, and to whom what is missing. "
            "Certificates are printed under Print."
        )

    def add(self) -> None:
        """Add who was typed."""
        one = Participant(
            "",
            self._desk.course.id,
            self.name.text().strip(),
            self.organisation.text().strip(),
            self.role.text().strip(),
        )
        if self._desk.attempt(lambda: save_participant(self._desk.register, one)):
            self._desk.notice.clear()
            self.name.clear()  # the next one is often from the same place
            self._desk.people_changed.emit()
        self.name.setFocus()

    def paste(self, text: str) -> str:
        """Add the people of a list; return what is wrong with it."""
        try:
            count = add_participants(self._desk.register, self._desk.course.id, text)
        except UserError as error:
            return str(error)
        words = ngettext("{count} person was added.", "{count} people were added.", count)
        self._desk.notice.say("success", lambda: words.format(count=count))
        self._desk.people_changed.emit()
        return ""

    def refresh(self) -> None:
        """Show everybody as they stand in the register."""
        if not self._desk.context.door.is_open:
            return  # locked: the page is on its way out
        people = list_participants(self._desk.register, self._desk.course.id)
        reached = results(self._desk.course, people, list_attendance(self._desk.register, self._desk.course.id))
        self.table.show_rows([(one.participant.id, _row(one)) for one in reached])
        passed = sum(one.passed for one in reached)
        words = ngettext("{count} participant", "{count} participants", len(people)).format(count=len(people))
        self.count.setText(_("{people}, {passed} with a certificate").format(people=words, passed=passed))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what the plan and the lists are by now."""
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        whole = QWidget()
        column = column_in(whole, 12)
        column.setContentsMargins(16, 12, 16, 12)
        if self._desk.may_note:
            column.addLayout(self._build_line())
            column.addWidget(self.pasted)
        column.addWidget(self.count)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        column.addWidget(self.table, 1)
        column_in(self).addWidget(scrolling(whole))

    def _build_line(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        fields = (
            LabelledField(lambda: pgettext("participant", "Name"), self.name),
            LabelledField(lambda: _("Organisation"), self.organisation),
            LabelledField(lambda: pgettext("participant", "Role"), self.role),
        )
        for place, field in enumerate(fields):
            grid.addWidget(field, 0, place)
            grid.setColumnStretch(place, 1)
        for line in (self.name, self.organisation, self.role):
            line.returnPressed.connect(self.add)
        buttons = QHBoxLayout()
        buttons.addWidget(Button(lambda: pgettext("participant", "Add"), self.add, kind="filled", icon_name="plus"))
        buttons.addWidget(self.pasted.opening)
        self._line, self._buttons = grid, buttons
        return grid

    def arrange(self, one_column: bool) -> None:
        """Put the buttons below the fields in a narrow window."""
        if self._desk.may_note:
            self._line.removeItem(self._buttons)
            place = (1, 0, 1, 3) if one_column else (0, 3, 1, 1)
            self._line.addLayout(self._buttons, *place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)

    def _build_table(self) -> TextTable:
        typed = (_NAME, _ORGANISATION, _ROLE, _QUIZ) if self._desk.may_note else ()
        table = TextTable(
            lambda: _("Participants"),
            (
                lambda: pgettext("participant", "Name"),
                lambda: _("Organisation"),
                lambda: pgettext("participant", "Role"),
                lambda: _("Quiz, %"),
                lambda: _("Lessons"),
                lambda: _("Certificate"),
            ),
            typed=typed,
            wide=5,
        )
        table.typed.connect(self._change)
        if typed:
            table.removed.connect(self._remove)
        return table

    def _change(self, key: str, column: int, text: str) -> None:
        one = self._get(key)
        try:
            questions = questions_of(self._desk.course, self._desk.materials)
            save_participant(self._desk.register, _changed(one, column, text, questions))
        except UserError as error:
            sentence = str(error)
            self._desk.notice.say("error", lambda: sentence)
        else:
            self._desk.notice.clear()
        QTimer.singleShot(0, self, self._desk.people_changed.emit)  # the cell is still being left

    def _remove(self, key: str) -> None:
        one = self._get(key)
        if not self._desk.attempt(lambda: remove_participant(self._desk.register, one)):
            return
        self._desk.people_changed.emit()
        self._desk.notice.say(
            "success",
            lambda: _("“{name}” was taken out.").format(name=one.name),
            (lambda: _("Bring back"), lambda: self._bring_back(one)),
        )

    def _bring_back(self, one: Participant) -> None:
        if self._desk.attempt(lambda: save_participant(self._desk.register, one)):
            self._desk.notice.clear()
            self._desk.people_changed.emit()
            self.table.setFocus()

    def _get(self, key: str) -> Participant:
        people = list_participants(self._desk.register, self._desk.course.id)
        return next(one for one in people if one.id == key)


class PasteField(QWidget):
    """A place for a list, opened by a button."""

    def __init__(self, page: ParticipantsPage) -> None:
        super().__init__()
        self._page = page
        self.opening = Button(lambda: _("Paste a list"), height="medium", icon_name="content-copy")
        self.opening.setCheckable(True)
        self.opening.toggled.connect(self._open)
        self.box = TextBox()
        self.field = LabelledField(
            lambda: _("A line for each person: name, organisation, role"),
            self.box,
            help_text=lambda: _("With tabs between, as a spreadsheet copies them, or with commas."),
        )
        column = column_in(self)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(Button(lambda: _("Add all of the list"), self._add, height="small"))
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def _open(self, is_open: bool) -> None:
        self.setVisible(is_open)
        if is_open:
            self.box.setFocus()

    def _add(self) -> None:
        wrong = self._page.paste(self.box.toPlainText())
        self.field.show_error(wrong)
        if not wrong:
            self.box.show_text("")
            self.opening.setChecked(False)


def _row(one: Result) -> tuple[str, ...]:
    who = one.participant
    quiz = "" if who.quiz_percent is None else str(who.quiz_percent)
    # Translators: what stands in the table for somebody who gets a certificate.
    reached = one.why or pgettext("certificate", "Yes")
    lessons = f"{one.lessons_attended}/{one.lessons} ({one.percent} %)"
    return who.name, who.organisation, who.role, quiz, lessons, reached


def _changed(one: Participant, column: int, text: str, questions: Sequence[Question]) -> Participant:
    if column == _NAME:
        return replace(one, name=text)
    if column == _ORGANISATION:
        return replace(one, organisation=text)
    if column == _ROLE:
        return replace(one, role=text)
    return replace(one, quiz_percent=read_result(text, questions))
