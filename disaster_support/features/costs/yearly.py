"""The yearly list for the finance section: every expense of a fiscal year with its sums, and as CSV."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from disaster_support.features.costs.model import Category, Expense, Occasion
from disaster_support.features.costs.service import list_expenses, list_occasions, total
from disaster_support.features.costs.words import say_category, say_eligibility, say_purpose, say_source, say_subject
from disaster_support.fiscal_year import say_fiscal_year
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.lists.sheets import guard

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

Row = tuple[int, date, str, str, int, str, str, str]
"""Number, day, category, what for, yen, receipt, funding, course or drill."""

Sums = Sequence[tuple[str, int]]
"""What was summed up, in words, and how much that is in yen."""


@dataclass(frozen=True, slots=True)
class YearlyList:
    """What the list says, in whatever form it is written."""

    fiscal_year: int
    made_on: date
    expenses: Sequence[Expense]  # by day
    occasions: Mapping[str, Occasion] = field(default_factory=dict)  # by id

    @property
    def title(self) -> str:
        """What stands above it."""
        return _("Costs of courses and drills, {year}").format(year=say_fiscal_year(self.fiscal_year))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the reader has to know: of which day it is, who decides, whose categories these are."""
        return _("As of {day}").format(day=self.made_on.isoformat()), say_eligibility(), say_purpose(), say_source()

    @property
    def total_yen(self) -> int:
        """The sum of all."""
        return total(self.expenses)

    def rows(self) -> Iterator[Row]:
        """Give a row for each expense, numbered from 1, in the interface's language."""
        for number, one in enumerate(self.expenses, start=1):
            category, subject = say_category(one.category), say_subject(one.subject_id, self.occasions)
            yield number, one.paid_on, category, one.text, one.amount_yen, one.receipt, one.funding, subject

    def sums(self) -> dict[str, Sums]:
        """Return the sums by category, funding, course or drill, each kind under its name."""
        return {
            _("By category"): self.sum_categories(),
            _("By funding"): self.sum_fundings(),
            _("By course and drill"): self.sum_subjects(),
        }

    def sum_categories(self) -> Sums:
        """Return the sum of each category that money was spent on, in the ministry's order."""
        by = self._sum(lambda one: one.category)
        return [(say_category(one), by[one]) for one in Category if one in by]

    def sum_fundings(self) -> Sums:
        """Return the sum of each funding, the largest first; what has none comes last."""
        by = self._sum(lambda one: one.funding)
        keys = sorted(by, key=lambda key: (not key, -by[key], key))
        return [(key or pgettext("funding", "Not entered"), by[key]) for key in keys]

    def sum_subjects(self) -> Sums:
        """Return the sum of each course and drill, the latest of each first; what is for all of them comes last."""
        by = self._sum(lambda one: one.subject_id)
        return [(say_subject(id_, self.occasions), by[id_]) for id_ in (*self.occasions, "") if id_ in by]

    def _sum(self, key_of: Callable[[Expense], str]) -> dict[str, int]:
        by: dict[str, int] = {}
        for one in self.expenses:
            by[key_of(one)] = by.get(key_of(one), 0) + one.amount_yen
        return by


def gather_year(register: "Register", fiscal_year: int, made_on: date) -> YearlyList:
    """Return the list of a fiscal year as the register has it now."""
    return YearlyList(fiscal_year, made_on, list_expenses(register, fiscal_year), list_occasions(register))


def list_heads() -> tuple[str, ...]:
    """Return what stands above the columns of `Row`."""
    return (
        pgettext("costs", "No."),
        _("Paid on"),
        _("Category"),
        _("What for"),
        _("Amount (yen)"),
        _("Receipt no."),
        _("Funding"),
        _("Course or drill"),
    )


def make_csv(yearly: YearlyList) -> bytes:
    """Return the list as CSV in UTF-8 with a mark, which Excel needs, and no cell that is taken for a formula.

    The rows come first under one line of heads, for programs; below, after empty lines, the sums and the remarks.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (list_heads(), *yearly.rows(), *_foot(yearly)):
        writer.writerow([guard(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _foot(yearly: YearlyList) -> Iterator[tuple[int | str, ...]]:
    """Give the sums, their amounts in the column of the amounts, and the remarks."""
    for name, sums in yearly.sums().items():
        yield ()
        yield from (("", "", name, words, amount) for words, amount in sums)
    yield ()
    yield "", "", _("Total"), "", yearly.total_yen
    yield ()
    yield from ((line,) for line in (yearly.title, *yearly.remarks))
