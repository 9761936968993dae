"""Expenses in the register: kept, changed, taken out, listed by fiscal year.

Every function takes the open register. To keep, change and take out is the right of `Right.MANAGE`; everybody may look.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from disaster_support.features.costs.model import Expense, Occasion
from disaster_support.fiscal_year import days_of, fiscal_year_of
from disaster_support.storage import expenses
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


def save_expense(register: "Register", expense: Expense) -> Expense:
    """Keep an expense that `entry.read_entry` has read, a new one where the id is empty; return it with its id.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.MANAGE)
    with register.writing("expense") as writer:
        kept = replace(expense, id=expense.id or writer.new_id())
        expenses.write_expense(writer, kept)
    return kept


def remove_expense(register: "Register", expense_id: str) -> None:
    """Take an expense out of every list and sum; `restore_expense` brings it back.

    Raises:
        UserError: there is none of this id, or the role does not allow it.

    """
    _mark_removed(register, expense_id, removed=True)


def restore_expense(register: "Register", expense_id: str) -> None:
    """Bring an expense back that was taken out.

    Raises:
        UserError: there is none of this id, or the role does not allow it.

    """
    _mark_removed(register, expense_id, removed=False)


def list_expenses(register: "Register", fiscal_year: int) -> list[Expense]:
    """Return the expenses of a fiscal year, April to March, by day."""
    first, last = days_of(fiscal_year)
    where = "removed = 0 AND paid_on BETWEEN ? AND ?"
    return expenses.read_expenses(register, where, first.isoformat(), last.isoformat())


def list_years(register: "Register", today: date) -> list[int]:
    """Return the fiscal years in which something was paid, and the present one, the latest first."""
    paid = {fiscal_year_of(date(year, month, 1)) for year, month in expenses.read_months(register)}
    return sorted(paid | {fiscal_year_of(today)}, reverse=True)


def list_fundings(register: "Register") -> list[str]:
    """Return what expenses were paid from until now, the most usual first."""
    return expenses.read_fundings(register)


def list_occasions(register: "Register") -> Mapping[str, Occasion]:
    """Return the courses and drills by id, the latest of each first, those that were taken out among them."""
    return {one.id: one for one in expenses.read_occasions(register)}


def total(found: Iterable[Expense]) -> int:
    """Return the sum of expenses in yen."""
    return sum(one.amount_yen for one in found)


def _mark_removed(register: "Register", expense_id: str, *, removed: bool) -> None:
    register.require(Right.MANAGE)
    with register.writing("expense") as writer:
        expenses.mark_removed(writer, expense_id, removed=removed)
