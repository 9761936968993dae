"""Two records side by side: where they differ, somebody chooses field by field which answer stays."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.comparing import Difference, list_agreed, list_differences
from disaster_support.features.reception.model import Person
from disaster_support.features.reception.pages.people.choice import Choice
from disaster_support.features.reception.pages.people.head import name_label
from disaster_support.features.reception.pages.people.saying import (
    JOINT,
    join,
    say_answer,
    say_moment,
    say_names,
)
from disaster_support.features.reception.records import write_record
from disaster_support.features.reception.words import say_field, say_state
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import Button
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.theme import HEADING


class Comparison(QWidget):
    """The record to keep left, the other right."""

    merged = Signal(object)  # frozenset of the columns in which the other's answer stays
    parted = Signal()
    opened = Signal(str)

    def __init__(self, context: Context, keep: Person, other: Person) -> None:
        super().__init__()
        self.keep, self.other = keep, other
        self._context = context
        self.radios: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 16, 8)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, person in enumerate((keep, other), start=1):
            grid.addWidget(self._build_head(person), 0, place)
        for row, one in enumerate(list_differences(keep, other), start=1):
            self._add(grid, row, one)
        column.addLayout(grid)
        column.addWidget(self._build_agreed())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(holder), 1)
        whole.addWidget(self._build_buttons())

    def from_other(self) -> frozenset[str]:
        """Return the columns in which the other's answer was chosen."""
        return frozenset(column for column, (_keep, other) in self.radios.items() if other.isChecked())

    def _build_head(self, person: Person) -> QWidget:
        head = QFrame()
        head.setProperty("panel", "surface")
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        details = person.details
        column.addWidget(name_label(details, details.name, self._context, HEADING, bold=True))
        if names := say_names(details):
            column.addWidget(name_label(details, names, self._context, 17))
        words = [person.number, say_state(person.state)]
        if person.registered_at:
            moment = say_moment(person.registered_at, self._context.clock())
            words.append(_("registered {moment}").format(moment=moment))
        column.addWidget(wrapping_label(JOINT.join(words)))
        link = Button(lambda: _("Open the record"), partial(self.opened.emit, person.id), kind="text", height="small")
        link.setAccessibleName(_("{answer}: {detail}").format(answer=link.text(), detail=person.number))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        return head

    def _add(self, grid: QGridLayout, row: int, one: Difference) -> None:
        field = wrapping_label(say_field(one.column))
        field.setProperty("type", "strong")
        grid.addWidget(field, row, 0)
        group = QButtonGroup(self)
        radios = []
        for place, text in enumerate((one.keep, one.other), start=1):
            words = say_answer(one.column, text)
            choice = Choice(words, _("{answer}: {detail}").format(answer=say_field(one.column), detail=words))
            group.addButton(choice.radio)
            grid.addWidget(choice, row, place)
            radios.append(choice.radio)
        radios[int(one.takes_other)].setChecked(True)
        self.radios[one.column] = (radios[0], radios[1])

    def _build_agreed(self) -> QLabel:
        columns = write_record(self.keep.details)
        agreed = [
            _("{answer}: {detail}").format(answer=say_field(column), detail=say_answer(column, columns[column]))
            for column in list_agreed(self.keep, self.other)
        ]
        label = wrapping_label(_("The same in both: {fields}").format(fields=join(agreed)) if agreed else "")
        label.setProperty("type", "secondary")
        return label

    def _build_buttons(self) -> QWidget:
        staff = self._context.door.register.staff
        holder = QWidget()
        flow = FlowLayout(holder)
        if staff.may(Right.MANAGE):
            self.merge = Button(lambda: _("The same person: merge"), self._tell, kind="filled", icon_name="merge")
            flow.addWidget(self.merge)
        if staff.may(Right.REGISTER):
            flow.addWidget(Button(lambda: _("Two people: keep apart"), self.parted.emit, icon_name="account-multiple"))
        if not staff.may(Right.MANAGE):
            note = wrapping_label(_("The shelter manager merges records."))
            note.setProperty("type", "secondary")
            flow.addWidget(note)
        return holder

    def _tell(self) -> None:
        self.merged.emit(self.from_other())
