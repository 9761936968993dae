"""The costs of an open register: the list of a fiscal year, its sums, and what is done with them."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QWidget

from disaster_support.context import Context
from disaster_support.features.costs import service
from disaster_support.features.costs.model import Expense
from disaster_support.features.costs.pages.entering import Entering
from disaster_support.features.costs.pages.head import LedgerHead
from disaster_support.features.costs.pages.list_saver import ListSaver
from disaster_support.features.costs.pages.sums import SumsPanel
from disaster_support.features.costs.pages.table import ExpenseTable
from disaster_support.features.costs.yearly import gather_year
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import attempt, column_in
from disaster_support.ui.theme import current_theme

_SUMS_WIDTH = 320  # px at text size 1.0, where the sums stand beside the table
_WIDEST = 16_777_215  # as Qt says that there is no limit


class Ledger(QWidget):
    """New expenses belong to the course or drill of `subject_id`, unless something else is chosen."""

    def __init__(self, context: Context, subject_id: str) -> None:
        super().__init__()
        self._register, self._subject_id = context.door.home, subject_id
        self._today = context.clock().astimezone().date()
        self._may_change = self._register.staff.may(Right.MANAGE)
        self.yearly = gather_year(self._register, fiscal_year_of(self._today), self._today)
        self.notice = Notice()
        self.head = LedgerHead(may_change=self._may_change)
        self.saver = ListSaver(context, self.notice)
        self.entering = Entering(self._register, self.notice, self._today)
        self.table, self.sums, self._table_or_empty = ExpenseTable(), SumsPanel(), QStackedWidget()
        self._sums_place = scrolling(self.sums)
        self._parts = QHBoxLayout()
        self._build()
        self._connect()
        self.refresh()
        if self._may_change:
            self.entering.bring_draft()

    def show_year(self, fiscal_year: int) -> None:
        """Show another year."""
        self.yearly = gather_year(self._register, fiscal_year, self._today)
        years = {fiscal_year, *service.list_years(self._register, self._today)}
        self.head.show_years(sorted(years, reverse=True), fiscal_year)
        self._offer()
        self.table.show_year(self.yearly)
        self.sums.show_year(self.yearly)
        self.entering.offer(self.yearly.occasions, service.list_fundings(self._register))
        self._table_or_empty.setCurrentIndex(0 if self.yearly.expenses else 1)

    def refresh(self) -> None:
        """Show the year as the register has it now, in the interface's language."""
        self.show_year(self.yearly.fiscal_year)

    def enter(self) -> None:
        """Begin a new expense."""
        self.entering.enter(self._subject_id)

    def change(self, expense_id: str) -> None:
        """Begin to change an expense."""
        if self._may_change:
            self.entering.change(self._find(expense_id))

    def remove(self, expense_id: str) -> None:
        """Take an expense out of the list; it can be brought back."""
        if not self._may_change or not attempt(self.notice, lambda: service.remove_expense(self._register, expense_id)):
            return
        what = self._find(expense_id).text
        self.refresh()
        self.notice.say(
            "success",
            lambda: _("“{title}” was removed.").format(title=what),
            (lambda: _("Bring back"), lambda: self._restore(expense_id)),
        )

    def first_control(self) -> QWidget:
        """Return where the keys go first: the form while something is entered, else the list, or what begins one."""
        if not self.entering.isHidden():
            return self.entering.form.lines["paid_on"]
        return self.table if self.yearly.expenses else self.head.new

    def arrange(self, one_column: bool) -> None:
        """Put the sums beside the table, or below it."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(below if one_column else beside)
        width = current_theme().px(_SUMS_WIDTH)
        self._sums_place.setMinimumWidth(0 if one_column else width)
        self._sums_place.setMaximumWidth(_WIDEST if one_column else width)
        self._sums_place.setMinimumHeight(self.sums.sizeHint().height() if one_column else 0)
        self.entering.form.arrange(one_column)

    def _restore(self, expense_id: str) -> None:
        if attempt(self.notice, lambda: service.restore_expense(self._register, expense_id)):
            self.notice.clear()
            self.refresh()
            self.table.choose(expense_id)

    def _follow_saved(self, expense: Expense) -> None:
        self.show_year(fiscal_year_of(expense.paid_on))
        self.table.choose(expense.id)
        if self.entering.isHidden():
            self.table.setFocus()

    def _offer(self) -> None:
        self.head.offer(has_rows=bool(self.yearly.expenses), is_entering=not self.entering.isHidden())

    def _find(self, expense_id: str) -> Expense:
        return next(one for one in self.yearly.expenses if one.id == expense_id)

    def _build(self) -> None:
        action = (lambda: _("Enter an expense"), self.enter) if self._may_change else None
        self._table_or_empty.addWidget(self.table)
        empty = EmptyState("cash-multiple", lambda: _("Nothing was entered for this fiscal year."), action)
        self._table_or_empty.addWidget(empty)
        self._parts.setSpacing(16)
        self._parts.addWidget(self._table_or_empty, 1)
        self._parts.addWidget(self._sums_place)
        whole = QWidget()
        column = column_in(whole, 12)
        column.setContentsMargins(16, 12, 16, 16)
        for part in (self.notice, self.head, self.saver, self.entering):
            column.addWidget(part)
        column.addLayout(self._parts, 1)
        column_in(self).addWidget(scrolling(whole))

    def _connect(self) -> None:
        self.head.year.currentIndexChanged.connect(lambda _index: self.show_year(int(self.head.year.key())))
        self.head.new_wanted.connect(self.enter)
        self.head.change_wanted.connect(lambda: self.change(self.table.chosen_id()))
        self.head.remove_wanted.connect(lambda: self.remove(self.table.chosen_id()))
        self.head.list_wanted.connect(lambda ending: self.saver.ask(self.yearly.fiscal_year, ending))
        self.table.change_wanted.connect(self.change)
        self.table.remove_wanted.connect(self.remove)
        self.entering.turned.connect(self._offer)
        self.entering.saved.connect(self._follow_saved)
        self.entering.closed.connect(self.table.setFocus)
