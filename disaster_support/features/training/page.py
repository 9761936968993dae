"""Training, a place on the rail: courses, the roster of instructors, and the fiscal year in figures."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from disaster_support.context import Context
from disaster_support.features.training.pages.closed import WhileOpen
from disaster_support.features.training.pages.courses import CoursesPage
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page
from disaster_support.ui.tabbed_page import TabbedPage
from disaster_support.ui.tabs import TabSpec


class TrainingPage(TabbedPage):
    """Templates need no register; what is planned and kept does."""

    def __init__(self, context: Context, sheets: Sheets, build_costs: Callable[[], QWidget]) -> None:
        """Make the page; `build_costs` makes the tab of another room."""
        super().__init__(lambda: pgettext("training", "Parts of training"))
        self._context, self._sheets = context, sheets
        self.tabs.set_tabs(
            (
                TabSpec("courses", lambda: pgettext("training", "Courses"), self._build_courses),
                TabSpec("roster", lambda: pgettext("training", "Instructors"), self._build_roster),
                TabSpec("year", lambda: pgettext("training", "Fiscal year"), self._build_year),
                TabSpec("costs", lambda: pgettext("training", "Costs"), build_costs),
            )
        )

    def _build_courses(self) -> Page:
        page = CoursesPage(self._context, self._sheets)
        page.help_changed.connect(self.help_changed)
        return page

    def _build_roster(self) -> Page:
        from disaster_support.features.training.pages.roster import RosterPage

        return WhileOpen(
            self._context,
            lambda: _("Instructors are kept in the register, and it is locked."),
            lambda: RosterPage(self._context),
        )

    def _build_year(self) -> Page:
        from disaster_support.features.training.pages.year import YearPage

        return WhileOpen(
            self._context,
            lambda: _("The figures of the fiscal year come from the register, and it is locked."),
            lambda: YearPage(self._context),
        )
