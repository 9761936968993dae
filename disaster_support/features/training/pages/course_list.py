"""The left side: courses of our own by fiscal year, or templates; one of them is shown at the right."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from disaster_support.context import Context
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.model import Course, Plan
from disaster_support.features.training.service import list_courses
from disaster_support.i18n import current_language, ngettext, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import ChoiceBox, Switch
from disaster_support.ui.dialogues import ask_open
from disaster_support.ui.gate import closed_place
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import column_in
from disaster_support.ui.rows import Rows

OWN, TEMPLATES = "own", "templates"


class CourseList(QWidget):
    """Arrow keys choose, Enter goes into what is chosen."""

    chosen = Signal(str, str)  # OWN or TEMPLATES, and the id
    entered = Signal()
    file_chosen = Signal(Path)  # a course that was handed on

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.sources = Switch(
            lambda: _("What is listed"),
            (
                (OWN, lambda: pgettext("training", "Our courses")),
                (TEMPLATES, lambda: pgettext("training", "Templates")),
            ),
        )
        self.year = ChoiceBox(lambda: _("Fiscal year"))
        self.own = Rows(lambda: pgettext("training", "Our courses"))
        self.templates = Rows(lambda: pgettext("training", "Templates"))
        self.closed = closed_place(
            self, lambda: _("Your courses are in the register, and it is locked. Templates can be used without it.")
        )
        self.none = EmptyState(
            "school",
            lambda: _("No course is planned yet. Choose a template to begin with."),
            (lambda: _("Show the templates"), lambda: self.show_source(TEMPLATES)),
        )
        self.reading = Button(
            lambda: _("Read in a course file"), self._ask_file, kind="text", height="small", icon_name="folder-open"
        )
        self._stack = QStackedWidget()
        for part in (self.own, self.templates, self.closed, self.none):
            self._stack.addWidget(part)
        column = column_in(self)
        column.addWidget(self.sources)
        column.addWidget(self.year)
        column.addWidget(self._stack, 1)
        column.addWidget(self.reading)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.sources.changed.connect(self._follow)
        self.year.activated.connect(lambda _row: self.refresh())
        for source, rows in ((OWN, self.own), (TEMPLATES, self.templates)):
            rows.picked.connect(partial(self.chosen.emit, source))
            rows.entered.connect(lambda _key: self.entered.emit())

    def refresh(self) -> None:
        """List what there is now; what was chosen stays chosen."""
        plans = load_materials(self._context.paths.resources).templates.values()
        self.templates.show_rows([(plan.id, _describe_plan(plan)) for plan in plans])
        courses = list_courses(self._context.door.home) if self._context.door.is_open else []
        years = dict.fromkeys(str(course.fiscal_year) for course in courses)
        every = ("", lambda: _("All fiscal years"))
        self.year.set_choices([every, *((year, partial(_say_year, year)) for year in years)])
        wanted = [one for one in courses if self.year.key() in ("", str(one.fiscal_year))]
        self.own.show_rows([(one.id, _describe_course(one)) for one in wanted])
        self._show_list()

    def show_source(self, source: str) -> None:
        """List our courses or the templates."""
        self.sources.choose(source)

    def mark(self, source: str, key: str) -> None:
        """Mark a row without telling anybody; a course of a year that is not listed makes all years be listed."""
        if source == OWN and key not in self.own.keys():  # noqa: SIM118
            self.year.choose("")
            self.refresh()
        (self.own if source == OWN else self.templates).mark(key)

    def focus_target(self) -> QWidget:
        """Return the list that is shown, or the buttons above it."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Rows) else self.sources.button(self.sources.key())

    def _follow(self) -> None:
        self._show_list()
        shown = self._stack.currentWidget()
        if isinstance(shown, Rows):
            shown.pick_again()

    def _show_list(self) -> None:
        is_open, is_own = self._context.door.is_open, self.sources.key() == OWN
        if not is_own:
            self._stack.setCurrentWidget(self.templates)
        elif not is_open:
            self._stack.setCurrentWidget(self.closed)
        else:
            self._stack.setCurrentWidget(self.own if self.own.count() else self.none)
        self.year.setVisible(is_own and is_open and self.year.count() > 2)  # all, and more than one year
        self.reading.setVisible(is_own and is_open and self._context.door.home.staff.may(Right.MANAGE))

    def _ask_file(self) -> None:
        ask_open(self, _("Read in a course file"), "JSON (*.json)", self.file_chosen.emit)


def _describe_plan(plan: Plan) -> str:
    words = ngettext("{lessons} lesson hour", "{lessons} lesson hours", plan.lessons)
    return f"{plan.title.say(current_language())}\n{words.format(lessons=plan.lessons)}"


def _describe_course(course: Course) -> str:
    days = sorted(day.on for day in course.plan.days)
    year = _say_year(str(course.fiscal_year))
    when = f"{days[0].isoformat()} · {year}" if days else year
    return f"{course.plan.title.say(current_language())}\n{when}"


def _say_year(year: str) -> str:
    return _("Fiscal year {year}").format(year=year)
