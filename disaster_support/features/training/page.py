"""Training, a place on the rail: courses, the roster of instructors, and the fiscal year in figures."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from disaster_support.context import Context
from disaster_support.features.training.pages.closed import WhileOpen
from disaster_support.features.training.pages.courses import CoursesPage
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page
from disaster_support.ui.parts import column_in
from disaster_support.ui.tabs import Tabs, TabSpec


class TrainingPage(Page):
    """Templates need no register; what is planned and kept does."""

    def __init__(self, context: Context, sheets: Sheets, build_costs: Callable[[], QWidget]) -> None:
        """Make the page; `build_costs` makes the tab of another room."""
        super().__init__()
        self._context, self._sheets = context, sheets
        self.tabs = Tabs(lambda: pgettext("training", "Parts of training"))
        self.tabs.set_tabs(
            (
                TabSpec("courses", lambda: pgettext("training", "Courses"), self._build_courses),
                TabSpec("roster", lambda: pgettext("training", "Instructors"), self._build_roster),
                TabSpec("year", lambda: pgettext("training", "Fiscal year"), self._build_year),
                TabSpec("costs", lambda: pgettext("training", "Costs"), build_costs),
            )
        )
        self.tabs.changed.connect(lambda _tab: self.help_changed.emit())
        column_in(self).addWidget(self.tabs)

    def focus_target(self) -> QWidget:
        """Return the page of the tab."""
        return self.tabs.current

    def help_text(self) -> str:
        """Return the help of the tab."""
        page = self.tabs.current
        return page.help_text() if isinstance(page, Page) else ""

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return each tab and its states."""
        for tab in self.tabs.buttons:
            yield tab, partial(self._open, tab)
            page = self.tabs.page(tab)
            for name, bring in page.screen_states() if isinstance(page, Page) else ():
                yield f"{tab} {name}", bring

    def _open(self, tab: str) -> None:
        self.tabs.open(tab)

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
