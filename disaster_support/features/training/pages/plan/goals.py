"""The goals of a course: what trainees can do afterwards, and how an instructor sees that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.training.edits import add_goal, change_goal, remove_goal, restore_goal
from disaster_support.features.training.model import Goal
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.plan.fields import TextField
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.parts import column_in, empty, label


class GoalsEditor(QWidget):
    """A card for each goal, and the button for one more."""

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: list[GoalCard] = []
        column = column_in(self, 12)
        column.addWidget(label(lambda: _("Goals"), "title"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column.addLayout(self._rows)
        self.add = Button(lambda: _("Add a goal"), self._add, height="small", icon_name="plus")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        desk.changed.connect(self._show_faults)
        desk.replaced.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        empty(self._rows)
        self.cards = [GoalCard(self._desk, number, goal) for number, goal in enumerate(self._desk.plan.goal, 1)]
        for card in self.cards:
            self._rows.addWidget(card)
        self._show_faults()

    def _show_faults(self) -> None:
        for card in self.cards:
            card.show_faults()

    def _add(self) -> None:
        self._desk.rebuild(add_goal)
        self.cards[-1].text.control.setFocus()


class GoalCard(QFrame):
    """One goal."""

    def __init__(self, desk: CourseDesk, number: int, goal: Goal) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._desk, self._id = desk, goal.id
        self.text = TextField(lambda: _("Goal {number}: trainees can …").format(number=number), is_long=True)
        self.observed = TextField(lambda: _("How it is seen"), is_long=True)
        self.text.show_value(goal.text)
        self.observed.show_value(goal.observed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 8, 12)
        fields = QVBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.text)
        fields.addWidget(self.observed)
        row.addLayout(fields, 1)
        removal = IconButton(lambda: _("Take goal {number} out").format(number=number), "delete", self._remove)
        row.addWidget(removal, 0, Qt.AlignmentFlag.AlignTop)
        self.text.typed.connect(self._take)
        self.observed.typed.connect(self._take)

    def show_faults(self) -> None:
        """Say what does not fit."""
        self._desk.show_faults({f"goal.{self._id}": self.text, f"goal.{self._id}.observed": self.observed})

    def _take(self) -> None:
        text, observed = self.text.value(), self.observed.value()
        self._desk.edit(lambda plan: change_goal(plan, self._id, text=text, observed=observed))

    def _remove(self) -> None:
        before = self._desk.plan
        goal = next(one for one in before.goal if one.id == self._id)
        self._desk.remove(
            lambda: _("The goal was taken out."),
            lambda plan: remove_goal(plan, goal.id),
            lambda plan: restore_goal(plan, goal, before),
        )
