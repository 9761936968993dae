"""After the drill, in the order in which it is done: the talk, the forms, the ratings, the findings, the report."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from disaster_support.features.drills.pages.after.feedback import FeedbackEntry
from disaster_support.features.drills.pages.after.findings import Findings
from disaster_support.features.drills.pages.after.hot_wash import HotWash
from disaster_support.features.drills.pages.after.ratings import Ratings
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.print_page import PrintPage
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page
from disaster_support.ui.parts import column_in
from disaster_support.ui.tabs import Tabs, TabSpec


class AfterPage(Page):
    """Each part is built when it is first shown."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = Tabs(lambda: _("Parts of what comes after"), with_keys=False)
        self.tabs.set_tabs(self._list_tabs())
        self.tabs.changed.connect(self._show)
        column_in(self).addWidget(self.tabs)

    def save_now(self) -> None:
        """Keep what is typed: the register closes."""
        page = self.tabs.current
        if isinstance(page, Findings):
            page.save_now()

    def retranslate(self) -> None:
        """Say what is shown in the new language."""
        self._show(self.tabs.current_id)

    def focus_target(self) -> QWidget:
        """Return the part that is shown."""
        return self.tabs.current

    def help_text(self) -> str:
        """Return what comes after a drill."""
        return _(
            "Right afterwards, note what is said. Enter the feedback forms: Y, P and N answer a question and go to the"
            " next, Enter in the last field keeps the form.\n\n"
            "Rate each objective: P performed without challenges, S with some, M with major challenges, U unable.\n\n"
            "Write strengths, and what is to be improved: the cause, what is done about it, by whom and until when."
            " What is still open goes along when the drill is copied.\n\n"
            "The report gathers all of it in one PDF."
        )

    def _list_tabs(self) -> Sequence[TabSpec]:
        desk = self._desk
        return [
            TabSpec("talk", lambda: pgettext("drill", "Talk"), lambda: HotWash(desk)),
            TabSpec("feedback", lambda: pgettext("drill", "Feedback"), lambda: FeedbackEntry(desk)),
            TabSpec("ratings", lambda: pgettext("drill", "Ratings"), lambda: Ratings(desk)),
            TabSpec("findings", lambda: pgettext("drill", "Findings"), lambda: Findings(desk)),
            TabSpec("report", lambda: pgettext("drill", "Report"), self._build_report),
        ]

    def _build_report(self) -> QWidget:
        return PrintPage(self._desk.context, lambda: self._desk.drill.plan, self._desk, kinds=("report",))

    def _show(self, tab_id: str) -> None:
        page = self.tabs.page(tab_id)
        if isinstance(page, HotWash | FeedbackEntry | Ratings):
            page.refresh()
        elif isinstance(page, Findings):
            page.save_now()
            page.refresh()
