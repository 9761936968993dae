"""A template at the right: read, printed, or made into a drill."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.model import Plan
from disaster_support.features.drills.pages.print_page import PrintPage
from disaster_support.features.drills.pages.reader import PlanReader
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Switch
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, label


class TemplateView(Page):
    """Needs no register but for planning."""

    def __init__(
        self, context: Context, plan: Plan, use: Callable[[Plan], object], leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self.plan = plan
        self.back = Button(lambda: _("All drills"), leave, kind="text", height="small", icon_name="arrow-left")
        self.parts = Switch(
            lambda: _("Read or print"),
            (("read", lambda: pgettext("drills", "Read")), ("print", lambda: pgettext("drills", "Print"))),
        )
        self.parts.changed.connect(self._follow)
        self._context = context
        self._reader = PlanReader()
        self._reader.show_plan(plan)
        self._print: PrintPage | None = None
        self._stack = QStackedWidget()
        holder = QWidget()
        inner = column_in(holder)
        inner.setContentsMargins(0, 0, 16, 16)
        inner.addWidget(self._reader)
        self._stack.addWidget(scrolling(holder))
        column = column_in(self)
        column.setContentsMargins(16, 16, 8, 0)
        column.addWidget(self.back)
        column.addWidget(label(lambda: plan.title.say(current_language()), "heading"))
        bar = QHBoxLayout()
        bar.setSpacing(12)
        self.use = Button(
            lambda: _("Plan a drill from this"), lambda: use(plan), kind="filled", height="small", icon_name="plus"
        )
        bar.addWidget(self.use)
        bar.addWidget(self.parts, 1)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def show_back(self, is_shown: bool) -> None:
        """Offer the way back to the list, where the list is not beside."""
        self.back.setVisible(is_shown)

    def retranslate(self) -> None:
        """Say the plan in the interface's language."""
        self._reader.retranslate()

    def help_text(self) -> str:
        """Return what a template is for."""
        return _(
            "A template is a whole drill: purpose, scenario, objectives that can be measured, safety, roles, timetable,"
            " injects and a checklist. It can be read and printed without the register.\n\n"
            "“Plan a drill from this” keeps a copy of your own with a day: change whatever your place needs."
        )

    def focus_target(self) -> QWidget:
        """Return the first button."""
        return self.use if self.parts.key() == "read" or self._print is None else self._print

    def _follow(self) -> None:
        if self.parts.key() == "read":
            self._stack.setCurrentIndex(0)
            return
        if self._print is None:
            self._print = PrintPage(self._context, lambda: self.plan, None)
            self._stack.addWidget(self._print)
        self._stack.setCurrentWidget(self._print)
