"""A template at the right: read, printed, or made into a course of our own."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from disaster_support.context import Context
from disaster_support.features.training.model import Course, Plan
from disaster_support.features.training.pages.plan.reader import PlanReader
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Switch
from disaster_support.ui.page import Page
from disaster_support.ui.parts import column_in, label


class TemplateView(Page):
    """Needs no register but for planning."""

    def __init__(
        self,
        context: Context,
        plan: Plan,
        sheets: Sheets,
        use: Callable[[Plan], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._context, self.plan, self._sheets = context, plan, sheets
        self.back = Button(lambda: _("All courses"), leave, kind="text", height="small", icon_name="arrow-left")
        self.use = Button(
            lambda: _("Plan a course from this"), lambda: use(plan), kind="filled", height="small", icon_name="plus"
        )
        self.parts = Switch(
            lambda: _("Read or print"),
            (("read", lambda: pgettext("training", "Read")), ("print", lambda: pgettext("training", "Print"))),
        )
        self.parts.changed.connect(self._follow)
        self.reader = PlanReader(plan)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reader)
        head, bar = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(label(lambda: plan.title.say(current_language()), "heading"), 1)
        bar.addWidget(self.use)
        bar.addWidget(self.parts, 1)
        column = column_in(self)
        column.setContentsMargins(16, 0, 8, 0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def help_text(self) -> str:
        """Return what a template is for."""
        return _(
            "A template is a whole course: goals, units with their lesson plans, hand-outs, role-plays and a quiz. It "
            "is not an official syllabus; it is built on what the ministry's notice of February 2025 names.\n\n"
            "Read it here, print it as it is, or plan a course from it and change everything."
        )

    def _follow(self) -> None:
        if self.parts.key() == "print" and self._stack.count() == 1:
            from disaster_support.features.training.pages.printing.page import PrintPage

            course = Course("", self.plan, fiscal_year_of(self._context.clock().astimezone().date()))
            self._stack.addWidget(PrintPage(self._context, lambda: course, self._sheets))
        self._stack.setCurrentIndex(self._stack.count() - 1 if self.parts.key() == "print" else 0)
        self.help_changed.emit()
