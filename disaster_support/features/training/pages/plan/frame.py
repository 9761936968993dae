"""The frame of a course: what it is called, when and where it is, for whom, and who gets a certificate."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.plan.days import DaysField
from disaster_support.features.training.pages.plan.fields import NumberField, TextField
from disaster_support.features.training.pages.plan.goals import GoalsEditor
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, label

_WIDEST = 920
_PLAN_TEXTS = ("title", "audience", "aim")
_PLAN_NUMBERS = ("lessons", "lesson_minutes", "break_minutes", "trainees")
_CONDITIONS = ("attendance_percent", "quiz_percent")


class FramePage(Page):
    """Everything of a plan but its units."""

    def __init__(self, desk: CourseDesk, acts: QWidget) -> None:
        """Make the page; `acts` is what can be done with the course as a whole."""
        super().__init__()
        self._desk, self._acts = desk, acts
        self.texts = _texts()
        self.numbers = _numbers()
        self.venue = LabelledField(lambda: _("Venue"), QLineEdit())
        self.organiser = LabelledField(lambda: _("Organiser"), QLineEdit())
        self.days, self.goals = DaysField(desk), GoalsEditor(desk)
        self._fields: Mapping[str, LabelledField] = {
            **self.texts,
            **{name: field for name, field in self.numbers.items() if name not in _CONDITIONS},
            **{f"conditions.{name}": self.numbers[name] for name in _CONDITIONS},
            "days": self.days,
        }
        self._build()
        self._connect()
        self._show()
        self.setFocusProxy(self.texts["title"].control)

    def help_text(self) -> str:
        """Return how a course is framed."""
        return _(
            "Everything is kept as you type. What does not fit is said under its field; it never stops you from going "
            "on.\n\n"
            "The lesson hours are the frame that the units have to fill, and the days have to have room for them. "
            "Texts are shown in the language of the program; the other language stays as it is.\n\n"
            "A certificate is for those who reach both numbers."
        )

    def _build(self) -> None:
        whole = QWidget()
        whole.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 12, 16, 24)
        column.setSpacing(16)
        column.addWidget(self._acts)
        column.addWidget(self.texts["title"])
        pair = _pairs(self.numbers["fiscal_year"], self.numbers["trainees"], self.venue, self.organiser)
        column.addLayout(pair)
        column.addWidget(self.texts["audience"])
        column.addWidget(self.texts["aim"])
        column.addWidget(label(lambda: _("Hours"), "title"))
        column.addLayout(_pairs(*(self.numbers[name] for name in ("lessons", "lesson_minutes", "break_minutes"))))
        column.addWidget(self.days)
        column.addWidget(self.goals)
        column.addWidget(label(lambda: _("Who gets a certificate"), "title"))
        column.addLayout(_pairs(*(self.numbers[name] for name in _CONDITIONS)))
        column.addStretch(1)
        column_in(self).addWidget(scrolling(whole))

    def _connect(self) -> None:
        desk = self._desk
        for name in _PLAN_TEXTS:
            self.texts[name].typed.connect(partial(self._take, name, self.texts[name]))
        for name in _PLAN_NUMBERS:
            self.numbers[name].typed.connect(partial(self._take, name, self.numbers[name]))
        for name in _CONDITIONS:
            self.numbers[name].typed.connect(self._change_conditions)
        year = self.numbers["fiscal_year"]
        year.typed.connect(lambda: desk.change(fiscal_year=year.value()))
        _line(self.venue).textEdited.connect(lambda text: desk.change(venue=text))
        _line(self.organiser).textEdited.connect(lambda text: desk.change(organiser=text))
        desk.changed.connect(lambda: desk.show_faults(self._fields))
        desk.replaced.connect(self._show)

    def _take(self, name: str, field: TextField | NumberField) -> None:
        self._desk.change_plan(**{name: field.value()})

    def _change_conditions(self) -> None:
        values: dict[str, Any] = {name: self.numbers[name].value() for name in _CONDITIONS}
        self._desk.change_plan(conditions=replace(self._desk.plan.conditions, **values))

    def _show(self) -> None:
        course, plan = self._desk.course, self._desk.plan
        for name in _PLAN_TEXTS:
            self.texts[name].show_value(getattr(plan, name))
        for name in _PLAN_NUMBERS:
            self.numbers[name].show_value(getattr(plan, name))
        for name in _CONDITIONS:
            self.numbers[name].show_value(getattr(plan.conditions, name))
        self.numbers["fiscal_year"].show_value(course.fiscal_year)
        _line(self.venue).setText(course.venue)
        _line(self.organiser).setText(course.organiser)
        self._desk.show_faults(self._fields)


def _texts() -> dict[str, TextField]:
    return {
        "title": TextField(lambda: _("Title of the course")),
        "audience": TextField(lambda: _("For whom"), is_long=True),
        "aim": TextField(lambda: _("Aim"), is_long=True),
    }


def _numbers() -> dict[str, NumberField]:
    return {
        "fiscal_year": NumberField(lambda: _("Fiscal year, from April"), 2000, 2099),
        "trainees": NumberField(lambda: _("Trainees"), 0, 1000),
        "lessons": NumberField(lambda: _("Lesson hours"), 0, 500),
        "lesson_minutes": NumberField(lambda: _("Minutes of a lesson hour"), 1, 240),
        "break_minutes": NumberField(lambda: _("Minutes of a break"), 0, 120),
        "attendance_percent": NumberField(
            lambda: _("Lessons, %"), 0, 100, help_text=lambda: _("Attended, of all lesson hours, at least.")
        ),
        "quiz_percent": NumberField(
            lambda: _("Quiz, %"), 0, 100, help_text=lambda: _("Right answers, at least. 0: there is no quiz.")
        ),
    }


def _pairs(*fields: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(16)
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _line(field: LabelledField) -> QLineEdit:
    assert isinstance(field.control, QLineEdit)
    return field.control
