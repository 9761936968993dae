"""One drill of our own at the right: its head, and its tabs in the order of its life."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.model import Drill
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.drill_list import say_state
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.practice import Practice
from disaster_support.ui.buttons import Button
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import Page
from disaster_support.ui.parts import column_in, label
from disaster_support.ui.say import Words
from disaster_support.ui.tabs import Tabs, TabSpec

ROOMY = ("run", "paper", "people", "after", "costs")
"""Tabs that have the whole page: the list steps aside."""

IN_THE_FIELD = ("run", "paper", "people")
"""Tabs that are used while the drill goes on: nothing of the whole drill is done there by mistake."""


class DrillView(Page):
    """Each tab is built when it is first shown."""

    left = Signal()
    copied = Signal(str)
    removed = Signal(str)

    def __init__(
        self,
        context: Context,
        drill: Drill,
        practice: Practice,
        notice: Notice,
        build_costs: Callable[[str], QWidget],
    ) -> None:
        super().__init__()
        self._practice, self._build_costs = practice, build_costs
        self._pages: list[QWidget] = []  # that were built
        self.desk = DrillDesk(context, drill, notice)
        self.back = Button(lambda: _("All drills"), self.left.emit, kind="text", height="small", icon_name="arrow-left")
        self._title = label(self._say_title, "title")
        self._state = label(self._say_state, "secondary")
        self.tabs = Tabs(lambda: _("Parts of the drill"))
        self.tabs.set_tabs(self._list_tabs())
        self.tabs.changed.connect(self._follow_tab)
        self.desk.changed.connect(self._say_head)
        self.desk.tab_wanted.connect(self.tabs.open)
        column = column_in(self, 4)
        column.addWidget(self._build_head())
        column.addWidget(self.tabs, 1)

    @property
    def wants_room(self) -> bool:
        """Whether the tab that is shown wants the whole page."""
        return self.tabs.current_id in ROOMY

    def show_back(self, is_shown: bool) -> None:
        """Offer the way back to the list, where the list is not beside."""
        self.back.setVisible(is_shown)

    def save_now(self) -> None:
        """Write what is being typed: the register closes."""
        for page in self._pages:
            if hasattr(page, "save_now"):
                page.save_now()

    def close_down(self) -> None:
        """Write what is being typed, where the register is still open: the drill goes from the screen."""
        if self.desk.context.door.is_open:
            self.save_now()

    def follow_practice(self) -> None:
        """Show whether drill mode is on."""
        for page in self._pages:
            if hasattr(page, "follow_practice"):
                page.follow_practice()

    def focus_target(self) -> QWidget:
        """Return the page of the tab."""
        return self.tabs.current

    def help_text(self) -> str:
        """Return the help of the tab."""
        page = self.tabs.current
        return page.help_text() if isinstance(page, Page) else ""

    # -- parts

    def _build_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._state)
        row.addLayout(words, 1)
        drill_id = self.desk.drill.id
        copy = partial(self.copied.emit, drill_id)
        remove = partial(self.removed.emit, drill_id)
        self._acts = (
            Button(lambda: pgettext("drill", "Copy"), copy, height="small", icon_name="content-copy"),
            Button(lambda: pgettext("drill", "Remove"), remove, height="small", icon_name="trash-can-outline"),
        )
        for button in self._acts:
            row.addWidget(button)
        return head

    def _list_tabs(self) -> Sequence[TabSpec]:
        named: Sequence[tuple[str, Words, Callable[[], QWidget]]] = (
            ("plan", lambda: pgettext("drill", "Plan"), self._build_plan),
            ("run", lambda: pgettext("drill", "Run"), self._build_run),
            ("paper", lambda: pgettext("drill", "From paper"), self._build_paper),
            ("people", lambda: pgettext("drill", "Who took part"), self._build_people),
            ("practice", lambda: pgettext("drill", "Drill mode"), self._build_practice),
            ("after", lambda: pgettext("drill", "Afterwards"), self._build_after),
            ("print", lambda: pgettext("drill", "Print"), self._build_print),
            ("costs", lambda: pgettext("drill", "Costs"), lambda: self._build_costs(self.desk.drill.id)),
        )
        return [TabSpec(tab_id, words, partial(self._remember, build)) for tab_id, words, build in named]

    def _remember(self, build: Callable[[], QWidget]) -> QWidget:
        page = build()
        self._pages.append(page)
        return page

    def _build_plan(self) -> QWidget:
        from disaster_support.features.drills.pages.plan.page import PlanPage

        return PlanPage(self.desk)

    def _build_run(self) -> QWidget:
        from disaster_support.features.drills.pages.run.page import RunPage

        return RunPage(self.desk)

    def _build_paper(self) -> QWidget:
        from disaster_support.features.drills.pages.run.from_paper import FromPaperPage

        return FromPaperPage(self.desk)

    def _build_people(self) -> QWidget:
        from disaster_support.features.drills.pages.log.page import LogPage

        return LogPage(self.desk)

    def _build_practice(self) -> QWidget:
        from disaster_support.features.drills.pages.practice import PracticePage

        return PracticePage(self.desk, self._practice)

    def _build_after(self) -> QWidget:
        from disaster_support.features.drills.pages.after.page import AfterPage

        return AfterPage(self.desk)

    def _build_print(self) -> QWidget:
        from disaster_support.features.drills.pages.print_page import PrintPage

        return PrintPage(self.desk.context, lambda: self.desk.drill.plan, self.desk)

    def _follow_tab(self, tab_id: str) -> None:
        for button in self._acts:
            button.setVisible(tab_id not in IN_THE_FIELD)
        self.help_changed.emit()

    # -- words

    def _say_head(self) -> None:
        self._title.setText(self._say_title())
        self._state.setText(self._say_state())

    def _say_title(self) -> str:
        return self.desk.drill.plan.title.say(current_language())

    def _say_state(self) -> str:
        drill = self.desk.drill
        today = self.desk.context.clock().astimezone().date()
        return f"{drill.held_on.isoformat()} {drill.begins:%H:%M} · {say_state(drill, today)}"
