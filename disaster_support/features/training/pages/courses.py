"""Courses: the list at the left, the chosen course or template at the right."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.training.exchange import import_plan
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.model import Plan
from disaster_support.features.training.pages.course_list import OWN, TEMPLATES, CourseList
from disaster_support.features.training.pages.course_view import CourseView
from disaster_support.features.training.pages.template_view import TemplateView
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.features.training.service import (
    copy_to_next_year,
    get_course,
    new_course,
    remove_course,
    restore_course,
)
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.gate import open_gate
from disaster_support.ui.hear import hear
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import Page, focus_first
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import attempt
from disaster_support.ui.theme import current_theme

_LIST_WIDTH = 300  # px at text size 1.0
_UNLIMITED = 16777215


class CoursesPage(Page):
    """Where there is no room for both, the list steps aside."""

    def __init__(self, context: Context, sheets: Sheets) -> None:
        super().__init__()
        self._context, self._sheets = context, sheets
        self._register: object = context.door.home if context.door.is_open else None
        self._is_narrow = self._is_entered = False
        self.list, self.notice = CourseList(context), Notice()
        self.empty = EmptyState("school", lambda: _("Choose a course or a template at the left."))
        self.view: CourseView | TemplateView | None = None
        self._build()
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._enter)
        self.list.file_chosen.connect(self.read_in)
        QShortcut(QKeySequence("Escape"), self, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        hear(self, context.changes, self._hear)
        self.list.show_source(OWN if context.door.is_open else TEMPLATES)
        self._arrange()

    # -- what people do here

    def show_course(self, course_id: str, tab: str = "") -> None:
        """Show a course of our own, and one of its tabs."""
        self.list.show_source(OWN)
        self.list.mark(OWN, course_id)
        self._show_own(course_id)
        if tab and isinstance(self.view, CourseView):
            self.view.tabs.open(tab)
        self._enter()

    def plan(self, template: Plan) -> None:
        """Keep a course of our own like this template."""
        if not self._context.door.is_open:
            self.notice.say(
                "warning",
                lambda: _("Courses are kept in the register, and it is locked."),
                (lambda: _("Open the register at Reception"), lambda: open_gate(self)),
            )
            return
        year = fiscal_year_of(self._context.clock().astimezone().date())
        self._keep(lambda: new_course(self._context.door.home, template, year).id)

    def read_in(self, path: Path) -> None:
        """Keep the course of a file that was handed on."""

        def read() -> Plan:
            try:
                return import_plan(path.read_bytes())
            except OSError as error:
                raise UserError(_("{path} cannot be read: {reason}").format(path=path, reason=error)) from error

        year = fiscal_year_of(self._context.clock().astimezone().date())
        self._keep(lambda: new_course(self._context.door.home, read(), year).id)

    def copy(self, course_id: str) -> None:
        """Plan the same course for the fiscal year after."""
        home = self._context.door.home
        if self._keep(lambda: copy_to_next_year(home, get_course(home, course_id)).id):
            self.notice.say("success", lambda: _("This is the copy for the next fiscal year. Look at its days."))

    def remove(self, course_id: str) -> None:
        """Take a course out; it can be brought back."""
        home = self._context.door.home
        if not attempt(self.notice, lambda: remove_course(home, course_id)):
            return
        title = get_course(home, course_id).plan.title
        self._show(None)
        self.list.refresh()
        self.leave()
        self.notice.say(
            "success",
            lambda: _("“{title}” was removed.").format(title=title.say(current_language())),
            (lambda: _("Bring back"), lambda: self._bring_back(course_id)),
        )

    def leave(self) -> None:
        """Go back to the list."""
        self._is_entered = False
        self._arrange()
        self.list.focus_target().setFocus()

    def _bring_back(self, course_id: str) -> None:
        if attempt(self.notice, lambda: restore_course(self._context.door.home, course_id)):
            self.notice.clear()
            self.list.refresh()
            self.show_course(course_id)

    def _keep(self, make: Callable[[], str]) -> bool:
        made: list[str] = []
        self.notice.clear()
        if not attempt(self.notice, lambda: made.append(make())):
            return False
        self.list.refresh()
        self.show_course(made[0], "plan")
        return True

    # -- what is shown

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 8, 8)
        whole.setSpacing(8)
        whole.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        whole.addLayout(row, 1)

    def _choose(self, source: str, key: str) -> None:
        if source == OWN:
            self._show_own(key)
        elif not (isinstance(self.view, TemplateView) and self.view.plan.id == key):
            plan = load_materials(self._context.paths.resources).templates[key]
            self._show(TemplateView(self._context, plan, self._sheets, self.plan, self.leave))

    def _show_own(self, course_id: str) -> None:
        if isinstance(self.view, CourseView) and self.view.desk.course.id == course_id:
            return
        home = self._context.door.home
        view = CourseView(self._context, get_course(home, course_id), self._sheets, self.notice)
        view.left.connect(self.leave)
        view.copied.connect(self.copy)
        view.removed.connect(self.remove)
        view.desk.keeper.saved.connect(self.list.refresh)
        view.tabs.changed.connect(lambda _tab: self._arrange())
        self._show(view)

    def _show(self, view: CourseView | TemplateView | None) -> None:
        former, self.view = self.view, view
        if isinstance(former, CourseView) and self._context.door.is_open:
            former.desk.keeper.save()
        if view is not None:
            view.help_changed.connect(self.help_changed)
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view or self.empty)
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

    def arrange(self, one_column: bool) -> None:
        """Show the list or the course where there is no room for both."""
        self._is_narrow = one_column
        self._arrange()

    def restyle(self) -> None:
        """Give the list the room that larger letters need."""
        self._arrange()

    def _arrange(self) -> None:
        wants_room = isinstance(self.view, CourseView) and self.view.wants_room
        alone = self._is_entered and (self._is_narrow or wants_room)
        self.list.setVisible(not alone)
        self._stack.setVisible(not self._is_narrow or alone)
        width = round(_LIST_WIDTH * (1 + current_theme().scale) / 2)
        self.list.setMaximumWidth(_UNLIMITED if self._is_narrow else width)
        self.list.setMinimumWidth(0 if self._is_narrow else width)
        if self.view is not None:
            self.view.back.setVisible(alone)

    # -- the page

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER_CLOSING and isinstance(self.view, CourseView):
            self.view.desk.keeper.save()
        elif change is Change.REGISTER:
            self._follow_register()

    def _follow_register(self) -> None:
        register = self._context.door.home if self._context.door.is_open else None
        if register is self._register:  # drill mode came or went
            return
        self._register = register
        self.notice.clear()
        if isinstance(self.view, CourseView):
            self._is_entered = False
            self._show(None)
        self.list.refresh()
        self.list.show_source(OWN if register else TEMPLATES)

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
            "At the left are your courses and the templates; arrow keys choose, Enter goes in, Escape comes back.\n\n"
            "A template can be read and printed as it is. To change it, plan a course from it: then days, venue, "
            "units, lesson plans and instructors are yours."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return a template, and each tab of the first course of our own."""
        yield "templates", partial(self._open_first, TEMPLATES)
        if self.list.own.count():
            for tab in ("plan", "units", "people", "attendance", "print"):
                yield tab, partial(self._open_first, OWN, tab)

    def _open_first(self, source: str, tab: str = "") -> None:
        self.list.show_source(source)
        (self.list.own if source == OWN else self.list.templates).pick_again()
        if tab and isinstance(self.view, CourseView):
            self._enter()
            self.view.tabs.open(tab)
