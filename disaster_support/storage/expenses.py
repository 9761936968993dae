"""Expenses as rows of the register, and the courses and drills that they belong to."""

from datetime import date

from disaster_support.bilingual import Bilingual
from disaster_support.errors import UserError
from disaster_support.features.costs.model import Category, Expense, Occasion, Subject
from disaster_support.i18n import gettext as _
from disaster_support.storage.journal import Value, Writer
from disaster_support.storage.register import Register

_EXPENSE = "id, paid_on, category, text, amount_yen, receipt, funding, subject, subject_id, removed"
_TITLE = "json_extract(plan, '$.title.ja'), json_extract(plan, '$.title.en')"


def read_expenses(register: Register, where: str, *values: Value) -> list[Expense]:
    """Return the expenses that a condition holds for, by day, those of one day in the order in which they came."""
    rows = register.query(f"SELECT {_EXPENSE} FROM expense WHERE {where} ORDER BY paid_on, rowid", values)
    return [
        Expense(
            id=id_,
            paid_on=date.fromisoformat(paid_on),
            category=Category(category),
            text=text,
            amount_yen=amount,
            receipt=receipt or "",
            funding=funding or "",
            subject=Subject(subject),
            subject_id=subject_id or "",
            removed=bool(removed),
        )
        for id_, paid_on, category, text, amount, receipt, funding, subject, subject_id, removed in rows
    ]


def write_expense(writer: Writer, one: Expense) -> None:
    """Add an expense, or renew the one of its id."""
    row: dict[str, Value] = {"id": one.id, "paid_on": one.paid_on.isoformat(), "category": str(one.category)}
    row |= {"text": one.text, "amount_yen": one.amount_yen, "receipt": one.receipt or None}
    row |= {"funding": one.funding or None, "subject": str(one.subject), "subject_id": one.subject_id or None}
    writer.put("expense", row | {"removed": int(one.removed)})


def mark_removed(writer: Writer, expense_id: str, *, removed: bool) -> None:
    """Take an expense out of every list and sum, or bring it back.

    Raises:
        UserError: there is none of this id.

    """
    try:
        writer.update("expense", expense_id, {"removed": int(removed)})
    except KeyError:
        raise UserError(_("There is no such expense in the register.")) from None


def read_months(register: Register) -> list[tuple[int, int]]:
    """Return the year and month of every month in which something was paid."""
    months = "CAST(substr(paid_on, 1, 4) AS INTEGER), CAST(substr(paid_on, 6, 2) AS INTEGER)"
    return register.query(f"SELECT DISTINCT {months} FROM expense WHERE removed = 0")


def read_fundings(register: Register) -> list[str]:
    """Return what expenses were paid from, the most usual first."""
    rows = register.query(
        "SELECT funding FROM expense WHERE removed = 0 AND funding IS NOT NULL"
        " GROUP BY funding ORDER BY count(*) DESC, funding"
    )
    return [funding for (funding,) in rows]


def read_occasions(register: Register) -> list[Occasion]:
    """Return every course and drill, the removed ones too, the latest first; plans are not read for it."""
    rows = register.query(
        f"SELECT 'course', id, {_TITLE}, CAST(fiscal_year AS TEXT), removed FROM course"
        f" UNION ALL SELECT 'drill', id, {_TITLE}, held_on, removed FROM drill ORDER BY 1, 5 DESC"
    )
    return [
        Occasion(id_, Subject(subject), Bilingual(ja, en or ""), when, bool(removed))
        for subject, id_, ja, en, when, removed in rows
    ]
