"""Drills, a place on the rail: templates and drills of our own at the left, the chosen one at the right."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.drills.materials import load_drills
from disaster_support.features.drills.model import Plan
from disaster_support.features.drills.pages.drill_list import OWN, TEMPLATES, DrillList
from disaster_support.features.drills.pages.drill_view import DrillView
from disaster_support.features.drills.pages.parts import RoomPage
from disaster_support.features.drills.pages.template_view import TemplateView
from disaster_support.features.drills.service import (
    copy_drill,
    get_drill,
    new_drill,
    remove_drill,
    restore_drill,
)
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.practice import Practice
from disaster_support.ui.gate import open_gate
from disaster_support.ui.hear import hear
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import focus_first
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import attempt
from disaster_support.ui.theme import current_theme

_LIST_WIDTH = 300  # px at text size 1.0


class DrillsPage(RoomPage):
    """What is shown of a drill stays while drill mode comes and goes: it is kept in the real register."""

    def __init__(self, context: Context, practice: Practice, build_costs: Callable[[str], QWidget]) -> None:
        """Make the page; `build_costs` makes the tab of another room for the drill of an id."""
        super().__init__()
        self._context, self._practice, self._build_costs = context, practice, build_costs
        self._home: object = context.door.home if context.door.is_open else None
        self._is_narrow = self._is_entered = False
        self.list = DrillList(context)
        self.notice = Notice()
        self.empty = EmptyState("clipboard-check", lambda: _("Choose a drill or a template at the left."))
        self.view: DrillView | TemplateView | None = None
        self._build()
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._enter)
        hear(self, context.changes, self._hear)
        self._begin()

    # -- what people do here

    def show_drill(self, drill_id: str, tab: str = "") -> None:
        """Show a drill of our own, and one of its tabs."""
        self.list.show_source(OWN)
        self.list.mark(OWN, drill_id)
        self._show_own(drill_id)
        if tab and isinstance(self.view, DrillView):
            self.view.tabs.open(tab)
        self._enter()

    def plan(self, template: Plan) -> None:
        """Keep a drill of our own like this template, today until another day is given."""
        if not self._context.door.is_open:
            self.notice.say(
                "warning",
                lambda: _("Drills are kept in the register, and it is locked."),
                (lambda: _("Open the register at Reception"), lambda: open_gate(self)),
            )
            return
        today = self._context.clock().astimezone().date()
        self._keep(lambda: new_drill(self._context.door.home, template, today).id)

    def copy(self, drill_id: str) -> None:
        """Plan a drill like this one; its open improvements come along."""
        home = self._context.door.home
        if self._keep(lambda: copy_drill(home, get_drill(home, drill_id)).id):
            self.notice.say("success", lambda: _("This is the copy. Give it its day; open improvements came along."))

    def remove(self, drill_id: str) -> None:
        """Take a drill out; it can be brought back."""
        title = get_drill(self._context.door.home, drill_id).plan.title
        if attempt(self.notice, lambda: remove_drill(self._context.door.home, drill_id)):
            self._show(None)
            self.leave()
            self.list.refresh()
            self.notice.say(
                "success",
                lambda: _("“{title}” was removed.").format(title=title.say(current_language())),
                (lambda: _("Bring back"), lambda: self._bring_back(drill_id)),
            )

    def leave(self) -> None:
        """Go back to the list."""
        self._is_entered = False
        self._arrange()
        self.list.focus_target().setFocus()

    def _bring_back(self, drill_id: str) -> None:
        if attempt(self.notice, lambda: restore_drill(self._context.door.home, drill_id)):
            self.notice.clear()
            self.list.refresh()
            self.show_drill(drill_id)

    def _keep(self, make: Callable[[], str]) -> bool:
        made: list[str] = []
        self.notice.clear()
        if not attempt(self.notice, lambda: made.append(make())):
            return False
        self.list.refresh()
        self.show_drill(made[0], "plan")
        return True

    # -- what is shown

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 8, 8)
        whole.setSpacing(8)
        whole.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        whole.addLayout(row, 1)

    def _begin(self) -> None:
        if not self._context.door.is_open:
            self.list.show_source(TEMPLATES)
        self._arrange()

    def _choose(self, source: str, key: str) -> None:
        if source == OWN:
            self._show_own(key)
        elif not (isinstance(self.view, TemplateView) and self.view.plan.id == key):
            plan = load_drills(self._context.paths.resources)[key]
            self._show(TemplateView(self._context, plan, self.plan, self.leave))

    def _show_own(self, drill_id: str) -> None:
        if isinstance(self.view, DrillView) and self.view.desk.drill.id == drill_id:
            return
        drill = get_drill(self._context.door.home, drill_id)
        view = DrillView(self._context, drill, self._practice, self.notice, self._build_costs)
        view.left.connect(self.leave)
        view.copied.connect(self.copy)
        view.removed.connect(self.remove)
        view.desk.changed.connect(self.list.refresh)
        view.tabs.changed.connect(lambda _tab: self._arrange())
        self._show(view)

    def _show(self, view: DrillView | TemplateView | None) -> None:
        former, self.view = self.view, view
        if isinstance(former, DrillView):
            former.close_down()
        if view is not None:
            view.help_changed.connect(self.help_changed)
            self._stack.addWidget(view)
            self._stack.setCurrentWidget(view)
        else:
            self._stack.setCurrentWidget(self.empty)
        if former is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._arrange()
        self.help_changed.emit()

    def _enter(self) -> None:
        if self.view is not None:
            self._is_entered = True
            self._arrange()
            focus_first(self.view)

    def place(self, is_narrow: bool) -> None:
        """Show the list or the drill where there is no room for both."""
        self._is_narrow = is_narrow
        self._arrange()

    def _arrange(self) -> None:
        wants_room = isinstance(self.view, DrillView) and self.view.wants_room
        alone = self._is_entered and (self._is_narrow or wants_room)
        self.list.setVisible(not alone)
        self._stack.setVisible(not self._is_narrow or alone)
        self.list.setMaximumWidth(16777215 if self._is_narrow else current_theme().px(_LIST_WIDTH))
        self.list.setMinimumWidth(0 if self._is_narrow else current_theme().px(_LIST_WIDTH))
        if self.view is not None:
            self.view.show_back(alone)

    # -- the page

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER_CLOSING and isinstance(self.view, DrillView):
            self.view.save_now()
        elif change is Change.REGISTER:
            self._follow_register()

    def _follow_register(self) -> None:
        home = self._context.door.home if self._context.door.is_open else None
        if home is self._home:  # drill mode came or went
            if isinstance(self.view, DrillView):
                self.view.follow_practice()
            return
        self._home = home
        self.notice.clear()
        if isinstance(self.view, DrillView):
            self._is_entered = False
            self._show(None)
        self.list.refresh()
        self.list.show_source(OWN if home else TEMPLATES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list at Escape, unless a field has used it."""
        if event.key() == Qt.Key.Key_Escape and self._is_entered:
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say the list in the new language."""
        self.list.refresh()

    def focus_target(self) -> QWidget:
        """Return the list, or what is shown instead of it."""
        return self.view if self._is_entered and self.view is not None else self.list.focus_target()

    def help_text(self) -> str:
        """Return the help of what is shown."""
        if self.view is not None:
            return self.view.help_text()
        return _(
            "At the left are the templates and the drills of your own; arrow keys choose, Enter goes in, Escape comes"
            " back.\n\n"
            "A drill is planned from a template, run on the screen or on paper, and ends in a report: what was done,"
            " who took part, how the objectives were reached, and what is to be improved by whom until when."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return a template, and each tab of the first drill of our own."""
        yield "templates", self._open_template
        if self.list.own.count():
            yield "drill", self._open_first
            for tab in ("run", "paper", "people", "practice", "after", "print", "costs"):
                yield tab, partial(self._open_tab, tab)

    def _open_template(self) -> None:
        self.list.show_source(TEMPLATES)
        self.list.templates.pick_again()

    def _open_first(self) -> None:
        self.list.show_source(OWN)
        self.list.own.pick_again()
        self._enter()

    def _open_tab(self, tab: str) -> None:
        if isinstance(self.view, DrillView):
            self.view.tabs.open(tab)
