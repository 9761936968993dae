"""The fields of one unit."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from disaster_support.bilingual import Bilingual
from disaster_support.content.catalogue import Catalogue
from disaster_support.features.training.edits import change_unit, get_unit
from disaster_support.features.training.model import Goal, Instructor, Method
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.plan.fields import NumberField, PointsField, TextField, ThingsField
from disaster_support.features.training.pages.plan.steps import StepsEditor
from disaster_support.features.training.service import list_instructors
from disaster_support.features.training.words import METHODS
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import Choice, ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.parts import column_in

_MOST_LESSONS = 100

Field = TextField | PointsField | NumberField | ThingsField


class UnitForm(QWidget):
    """Shows one unit; what is typed goes into the plan at once."""

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self._desk, self._id = desk, ""
        self.title = TextField(lambda: _("Title of the unit"))
        self.lessons = NumberField(lambda: _("Lesson hours"), 0, _MOST_LESSONS)
        self.method = ChoiceBox(lambda: _("Method"), _methods())
        self.instructor = ChoiceBox(lambda: _("Instructor"))
        self._fields: dict[str, Field] = {"title": self.title, "lessons": self.lessons, **self._list_fields()}
        self.steps = StepsEditor(desk)
        self._build()
        for name, field in self._fields.items():
            field.typed.connect(partial(self._take, name))
        self.method.activated.connect(lambda _row: self._change(method=Method(self.method.key())))
        self.instructor.activated.connect(lambda _row: self._change(instructor_id=self.instructor.key()))
        desk.changed.connect(self._show_faults)

    def show_unit(self, unit_id: str) -> None:
        """Show a unit, or nothing where there is none."""
        self._id = unit_id
        self.setVisible(bool(unit_id))
        if not unit_id:
            return
        unit = get_unit(self._desk.plan, unit_id)
        goals = self._fields["goals"]
        assert isinstance(goals, ThingsField)
        goals.set_choices(self._goals())
        for name, field in self._fields.items():
            field.show_value(getattr(unit, name))
        self.method.choose(unit.method)
        self.refresh_instructors()
        self.steps.show_unit(unit_id)
        self._show_faults()

    def refresh_instructors(self) -> None:
        """Offer who is on the roster now."""
        if not self._id:
            return
        chosen = get_unit(self._desk.plan, self._id).instructor_id
        roster: list[Choice] = [(one.id, partial(_describe, one)) for one in list_instructors(self._desk.register)]
        nobody: list[Choice] = [("", lambda: _("Nobody yet"))]
        gone: list[Choice] = []
        if chosen and chosen not in dict(roster):
            gone.append((chosen, lambda: _("Somebody who is no longer on the roster")))
        self.instructor.set_choices([*nobody, *gone, *roster])
        self.instructor.choose(chosen)

    def _list_fields(self) -> dict[str, Field]:
        catalogue, materials = self._desk.context.catalogue, self._desk.materials
        boards = [(one.id, partial(_say_entry, catalogue, one.title)) for one in catalogue.situations.values()]
        entries = (one for one in catalogue.entries.values() if one.kind == "sign")
        signs = [(one.id, partial(_say_entry, catalogue, one.id)) for one in entries]
        scenes = [(one.id, partial(_say, one.title)) for one in materials.scenes.values()]
        handouts = [(one.id, partial(_say, one.title)) for one in materials.handouts.values()]
        return {
            "goals": ThingsField(lambda: _("Goals it works towards"), self._goals()),
            "content": PointsField(lambda: _("Content")),
            "tools": PointsField(lambda: _("Tools")),
            "materials": PointsField(lambda: _("Materials")),
            "assessment": TextField(lambda: _("How it is assessed"), is_long=True),
            "boards": ThingsField(lambda: _("Boards to practise with"), boards),
            "signs": ThingsField(lambda: _("Signs to practise with"), signs),
            "scenes": ThingsField(lambda: _("Role-plays"), scenes),
            "handouts": ThingsField(lambda: _("Hand-outs"), handouts),
        }

    def _build(self) -> None:
        column = column_in(self, 16)
        column.setContentsMargins(0, 0, 16, 16)
        column.addWidget(self.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.lessons, 0, 0)
        grid.addWidget(LabelledField(lambda: _("Method"), self.method), 0, 1)
        grid.addWidget(LabelledField(lambda: _("Instructor"), self.instructor), 1, 0, 1, 2)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        for name, field in self._fields.items():
            if name not in ("title", "lessons"):
                column.addWidget(field)
        column.addWidget(self.steps)
        column.addStretch(1)

    def _goals(self) -> Sequence[Choice]:
        return [(one.id, partial(_describe_goal, number, one)) for number, one in enumerate(self._desk.plan.goal, 1)]

    def _take(self, name: str) -> None:
        self._change(**{name: self._fields[name].value()})

    def _change(self, **changes: Any) -> None:
        self._desk.edit(lambda plan: change_unit(plan, self._id, **changes))

    def _show_faults(self) -> None:
        self._desk.show_faults({f"unit.{self._id}.{name}": field for name, field in self._fields.items()})


def _methods() -> Sequence[Choice]:
    return [(method.value, partial(_say, METHODS[method])) for method in Method]


def _say(words: Bilingual) -> str:
    return words.say(current_language())


def _say_entry(catalogue: Catalogue, id_: str) -> str:
    return catalogue.say(id_, current_language()).text


def _describe_goal(number: int, goal: Goal) -> str:
    return f"{number}. {_say(goal.text)}"


def _describe(one: Instructor) -> str:
    name = " · ".join(part for part in (one.name, one.organisation) if part)
    # Translators: a candidate for teaching, and the office that proposed them.
    return _("{name}, proposed by {office}").format(name=name, office=one.proposed_by) if one.proposed_by else name
