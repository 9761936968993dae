"""The lesson plan of a unit: its steps in their order, and the minutes that they add up to."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.training.edits import change_unit, get_unit, insert, move, spare_step, without
from disaster_support.features.training.model import Plan, Step, Unit
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.plan.fields import NumberField, TextField
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.parts import column_in, empty, label, text_label
from disaster_support.ui.say import say

_MOST_MINUTES = 600


class StepsEditor(QWidget):
    """A card for each step of the unit that is shown."""

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self._desk, self._id = desk, ""
        self.cards: list[StepCard] = []
        self._state, self.minutes = IconLabel("check-circle", 24, "success"), text_label("", "strong")
        say(self, lambda _text: self._show_minutes(), str)
        column = column_in(self, 12)
        column.addWidget(label(lambda: _("Lesson plan"), "title"))
        head = QHBoxLayout()
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.minutes, 1)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column.addLayout(self._rows)
        self.add = Button(lambda: _("Add a step"), self._add, height="small", icon_name="plus")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        desk.changed.connect(self._show_minutes)

    def show_unit(self, unit_id: str) -> None:
        """Show the steps of a unit."""
        self._id = unit_id
        empty(self._rows)
        self.cards = [StepCard(self, number, step) for number, step in enumerate(self._unit().step, 1)]
        for card in self.cards:
            self._rows.addWidget(card)
        self._show_minutes()

    def take(self) -> None:
        """Take the steps as the cards have them."""
        steps = tuple(card.step() for card in self.cards)
        self._desk.edit(lambda plan: change_unit(plan, self._id, step=steps))

    def move_step(self, card: "StepCard", by: int) -> None:
        """Move a step, and keep the focus with it."""
        place = self.cards.index(card)
        end = place + by
        self._rebuild(lambda steps: move(steps, place, by))
        if 0 <= end < len(self.cards):
            (self.cards[end].up if by < 0 else self.cards[end].down).setFocus()

    def remove(self, card: "StepCard") -> None:
        """Take a step out; it can be brought back."""
        place, unit_id = self.cards.index(card), self._id
        step = self._unit().step[place]
        self._desk.remove(
            lambda: _("The step was taken out."),
            lambda plan: _with_steps(plan, unit_id, lambda steps: without(steps, place)),
            lambda plan: _with_steps(plan, unit_id, lambda steps: insert(steps, place, step)),
        )
        self.add.setFocus()

    def _add(self) -> None:
        step = spare_step(self._unit(), self._desk.plan.lesson_minutes)
        self._rebuild(lambda steps: (*steps, step))
        self.cards[-1].activity.control.setFocus()

    def _rebuild(self, work: Callable[[tuple[Step, ...]], tuple[Step, ...]]) -> None:
        self._desk.rebuild(lambda plan: _with_steps(plan, self._id, work))

    def _unit(self) -> Unit:
        return get_unit(self._desk.plan, self._id)

    def _show_minutes(self) -> None:
        if self._id not in {one.id for one in self._desk.plan.unit}:
            return
        unit = self._unit()
        planned, frame = sum(one.minutes for one in unit.step), unit.lessons * self._desk.plan.lesson_minutes
        fault = self._desk.faults.get(f"unit.{self._id}.step", "")
        self._state.draw(*(("alert-circle", 24, "error") if fault else ("check-circle", 24, "success")))
        words = _("{planned} of {frame} minutes are planned.").format(planned=planned, frame=frame)
        self.minutes.setText(fault or words)


class StepCard(QFrame):
    """One step: minutes and activity above, below what the instructor says, what trainees do, and materials."""

    def __init__(self, editor: StepsEditor, number: int, step: Step) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._step = step
        self.minutes = NumberField(lambda: _("Minutes"), 0, _MOST_MINUTES)
        self.activity = TextField(lambda: _("Step {number}: activity").format(number=number))
        self.says = TextField(lambda: _("The instructor says"), is_long=True)
        self.does = TextField(lambda: _("The trainees do"), is_long=True)
        self.materials = TextField(lambda: _("Materials"))
        self.minutes.show_value(step.minutes)
        self._texts = {"activity": self.activity, "says": self.says, "does": self.does, "materials": self.materials}
        for name, field in self._texts.items():
            field.show_value(getattr(step, name))
            field.typed.connect(editor.take)
        self.minutes.typed.connect(editor.take)
        self.up = IconButton(
            lambda: _("Move step {number} up").format(number=number), "arrow-up", lambda: editor.move_step(self, -1)
        )
        self.down = IconButton(
            lambda: _("Move step {number} down").format(number=number), "arrow-down", lambda: editor.move_step(self, 1)
        )
        self.removal = IconButton(
            lambda: _("Take step {number} out").format(number=number), "delete", lambda: editor.remove(self)
        )
        self._build()

    def step(self) -> Step:
        """Return the step as it stands."""
        texts = {name: field.value() for name, field in self._texts.items()}
        return replace(self._step, minutes=self.minutes.value(), **texts)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 8, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.minutes, 0, 0, top)
        grid.addWidget(self.activity, 0, 1, top)
        acts = QHBoxLayout()
        for button in (self.up, self.down, self.removal):
            acts.addWidget(button)
        grid.addLayout(acts, 0, 2, top)
        for row, field in enumerate((self.says, self.does, self.materials), 1):
            grid.addWidget(field, row, 0, 1, 3)


def _with_steps(plan: Plan, unit_id: str, work: Callable[[tuple[Step, ...]], tuple[Step, ...]]) -> Plan:
    return change_unit(plan, unit_id, step=work(get_unit(plan, unit_id).step))
