"""The days of a course: when each begins, how many lessons it has, and when it ends."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from disaster_support.features.training.edits import without
from disaster_support.features.training.model import Day
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.timetable import schedule, usual_days
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.inputs import DayBox, HourBox, NumberBox
from disaster_support.ui.parts import empty
from disaster_support.ui.say import say
from disaster_support.ui.theme import TARGET

_MOST_LESSONS = 16
_FIRST_MONTH = 4


class DaysField(LabelledField):
    """A row for each day, and the button for one more."""

    def __init__(self, desk: CourseDesk) -> None:
        self._desk = desk
        whole = QFrame()
        super().__init__(lambda: _("Days"), whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = QVBoxLayout()
        column.addLayout(self._rows)
        buttons = Flowing()
        self.add = Button(lambda: _("Add a day"), self._add, height="small", icon_name="plus")
        self.lay_out = Button(lambda: _("Days for all lessons"), self._lay_out, height="small")
        buttons.add(self.add)
        buttons.add(self.lay_out)
        column.addWidget(buttons)
        self.rows: list[DayRow] = []
        desk.changed.connect(self._show_ends)
        desk.replaced.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        empty(self._rows)
        self.rows = [DayRow(self, day) for day in self._desk.plan.days]
        for row in self.rows:
            self._rows.addWidget(row)
        self.lay_out.setVisible(not self.rows)
        self._show_ends()

    def take(self) -> None:
        """Take the days as the rows have them."""
        self._desk.change_plan(days=tuple(row.day() for row in self.rows))

    def remove(self, row: "DayRow") -> None:
        """Take a day out; it can be brought back."""
        days = self._desk.plan.days
        left = without(days, self.rows.index(row))
        self._desk.remove(
            lambda: _("The day was taken out."),
            lambda plan: replace(plan, days=left),
            lambda plan: replace(plan, days=days),
        )
        self.add.setFocus()

    def _add(self) -> None:
        days = self._desk.plan.days
        following = replace(days[-1], on=days[-1].on + timedelta(days=1)) if days else self._first()
        self._desk.rebuild(lambda plan: replace(plan, days=(*days, following)))
        self.rows[-1].on.setFocus()

    def _lay_out(self) -> None:
        self._desk.rebuild(lambda plan: replace(plan, days=usual_days(plan, self._first().on)))
        self.rows[0].on.setFocus()

    def _first(self) -> Day:
        today = self._desk.context.clock().astimezone().date()
        return Day(max(today, date(self._desk.course.fiscal_year, _FIRST_MONTH, 1)))

    def _show_ends(self) -> None:
        slots = schedule(self._desk.plan)
        for row in self.rows:
            ends = [slot.ends for slot in slots if slot.day == row.day()]
            row.end.setText(_("until {time}").format(time=f"{max(ends):%H:%M}") if ends else "")


class DayRow(Flowing):
    """One day."""

    def __init__(self, field: DaysField, day: Day) -> None:
        super().__init__(12)
        self.on, self.begins, self.lessons = DayBox(), HourBox(), NumberBox(1, _MOST_LESSONS)
        self.on.show_day(day.on)
        self.begins.show_hour(day.begins)
        self.lessons.show_number(day.lessons)
        self.end = QLabel()
        self.end.setMinimumHeight(TARGET)
        say(self, self.on.setAccessibleName, lambda: _("Day of the course"))
        say(self, self.begins.setAccessibleName, lambda: _("Begins at"))
        say(self, self.lessons.setAccessibleName, lambda: _("Lesson hours of the day"))
        # Translators: after the number of lesson hours of a day.
        say(self, self.lessons.setSuffix, lambda: " " + _("lesson hours"))
        for part in (self.on, self.begins, self.lessons, self.end):
            self.add(part)
        self.add(IconButton(lambda: _("Take the day out"), "delete", lambda: field.remove(self)))
        self.on.dateChanged.connect(lambda _day: field.take())
        self.begins.timeChanged.connect(lambda _time: field.take())
        self.lessons.valueChanged.connect(lambda _number: field.take())

    def day(self) -> Day:
        """Return the day as it stands."""
        return Day(self.on.day(), self.begins.hour(), self.lessons.value())
