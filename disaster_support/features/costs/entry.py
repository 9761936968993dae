"""An expense as it is typed, and what does not fit in it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from disaster_support.errors import UserError
from disaster_support.features.costs.model import Category, Expense, Subject
from disaster_support.i18n import gettext as _

MOST_YEN = 9_999_999_999
OLDEST_YEARS = 10
"""How long ago an expense may be; what lies before is taken for a slip."""

_AMOUNT = re.compile(r"¥?\s*(\d{1,3}(?:,\d{3})+|\d+)\s*(?:円|yen)?-?", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?P<era>令和|R)\.?\s*(?P<number>元|\d{1,2})|(?P<year>\d{4}))"
    r"\s*(?:年|[-/.])\s*(?P<month>\d{1,2})\s*(?:月|[-/.])\s*(?P<day>\d{1,2})\s*日?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_BEFORE_REIWA = 2018  # 令和元年 is 2019


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in the fields."""

    paid_on: str
    category: str = ""  # a value of Category
    text: str = ""
    amount: str = ""
    receipt: str = ""
    funding: str = ""
    subject: str = Subject.GENERAL
    subject_id: str = ""


class EntryError(UserError):
    """What does not fit: a sentence for each field, by the name it has in `Entry`."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = faults


def read_entry(entry: Entry, today: date, expense_id: str = "") -> Expense:
    """Return the expense that was typed.

    Raises:
        EntryError: something does not fit.

    """
    faults: dict[str, str] = {}
    paid_on, amount = today, 0
    try:
        paid_on = read_day(entry.paid_on, today)
    except UserError as error:
        faults["paid_on"] = str(error)
    if not entry.category:
        faults["category"] = _("Choose what the money was spent on.")
    if not entry.text.strip():
        faults["text"] = _("Write in a few words what was paid for.")
    try:
        amount = read_amount(entry.amount)
    except UserError as error:
        faults["amount"] = str(error)
    if faults:
        raise EntryError(faults)
    return Expense(
        id=expense_id,
        paid_on=paid_on,
        category=Category(entry.category),
        text=entry.text.strip(),
        amount_yen=amount,
        receipt=entry.receipt.strip(),
        funding=entry.funding.strip(),
        subject=Subject(entry.subject),
        subject_id=entry.subject_id,
    )


def write_entry(expense: Expense) -> Entry:
    """Return an expense as it stands in the fields."""
    return Entry(
        paid_on=expense.paid_on.isoformat(),
        category=str(expense.category),
        text=expense.text,
        amount=f"{expense.amount_yen:,}",
        receipt=expense.receipt,
        funding=expense.funding,
        subject=str(expense.subject),
        subject_id=expense.subject_id,
    )


def read_amount(text: str) -> int:
    """Return an amount in yen as it is typed: 12000, 12,000, １２，０００, ¥12,000, 12,000円.

    Raises:
        UserError: it is empty, no amount, nothing, or too much.

    """
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        raise UserError(_("Type how much was paid, in yen."))
    found = _AMOUNT.fullmatch(typed)
    if found is None:
        raise UserError(_("“{text}” is no amount in yen: type 12000 or 12,000.").format(text=text))
    amount = int(found[1].replace(",", ""))
    if amount == 0:
        raise UserError(_("Type an amount of one yen or more."))
    if amount > MOST_YEN:
        raise UserError(
            _("“{text}” is more than {most} yen: check the digits.").format(text=text, most=f"{MOST_YEN:,}")
        )
    return amount


def read_day(text: str, today: date) -> date:
    """Return the day of a payment as it is typed: 2026-11-23, 2026/11/23, 20261123, 令和8年11月23日, R8.11.23.

    Raises:
        UserError: it is empty, no day, in the future or too long ago.

    """
    typed = re.sub("[‐‑‒–—―−ー]", "-", unicodedata.normalize("NFKC", text)).strip()
    if not typed:
        raise UserError(_("Type the day on which it was paid."))
    found = _DAY.fullmatch(typed) or _COMPACT.fullmatch(typed)
    if found is None:
        raise UserError(_("“{text}” is no day: type 2026-11-23 or R8.11.23.").format(text=text))
    try:
        day = date(_year_of(found.groupdict()), int(found["month"]), int(found["day"]))
    except ValueError:
        raise UserError(
            _("There is no such day as “{text}”: check the year, the month and the day.").format(text=text)
        ) from None
    if day > today:
        raise UserError(_("“{text}” lies in the future: check the year.").format(text=text))
    if day.year < today.year - OLDEST_YEARS:
        sentence = _("“{text}” is more than {years} years ago: check the year and the era.")
        raise UserError(sentence.format(text=text, years=OLDEST_YEARS))
    return day


def _year_of(found: Mapping[str, str | None]) -> int:
    if found["year"]:
        return int(found["year"])
    number = 1 if found["number"] == "元" else int(found["number"] or 0)
    return _BEFORE_REIWA + number if number else 0
