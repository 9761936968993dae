"""The yearly list on paper: what it is not, the sums, and every expense."""

from collections.abc import Iterator, Sequence

from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Align, Document, Text, TextMeasurer
from disaster_support.documents.paper import A4
from disaster_support.documents.report import TABLE_PT, Block, Heading, Paragraph, Table, build_report, say
from disaster_support.documents.typed import typed
from disaster_support.features.costs.words import say_yen
from disaster_support.features.costs.yearly import Row, Sums, YearlyList, list_heads
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _

_SHARES = (6, 14, 24, 44, 16, 18, 24, 44)
_AMOUNT = 4  # the column of the amounts
_NUMBERS = (0, _AMOUNT)


def build_yearly_list(yearly: YearlyList, measurer: TextMeasurer) -> Document:
    """Return the list in the interface's language, on as many sheets as it takes."""
    day, *notes = yearly.remarks
    return build_report(
        yearly.title,
        _blocks(yearly, notes),
        measurer,
        language=current_language(),
        under=(_("Total: {amount}").format(amount=say_yen(yearly.total_yen)), day),
        paper=A4.landscape,
    )


def _blocks(yearly: YearlyList, notes: Sequence[str]) -> Iterator[Block]:
    for note in notes:
        yield Paragraph((Text(note, current_language()),), is_bold=note is notes[0])  # who decides is said first
    if not yearly.expenses:
        yield Paragraph((Text(_("Nothing was entered for this fiscal year."), current_language()),))
        return
    for name, sums in yearly.sums().items():
        yield Table(
            (Column(name, 3, TABLE_PT), Column(_("Amount (yen)"), 1, TABLE_PT, align=Align.END)),
            [*_sum_rows(sums), (_own(_("Total")), _own(f"{yearly.total_yen:,}"))],
        )
    yield Heading(_("Expenses"))
    yield Table(
        tuple(
            Column(head, share, TABLE_PT, align=Align.END if number in _NUMBERS else Align.START)
            for number, (head, share) in enumerate(zip(list_heads(), _SHARES, strict=True))
        ),
        [*map(_cells, yearly.rows()), _total_row(yearly)],
    )


def _sum_rows(sums: Sums) -> Iterator[tuple[Value, Value]]:
    return ((Value((typed(words),)), _own(f"{amount:,}")) for words, amount in sums)


def _cells(row: Row) -> list[Value]:
    number, day, category, text, amount, receipt, funding, subject = row
    written = (text, receipt, funding, subject)
    text_cell, *others = (Value((typed(words),) if words else ()) for words in written)
    return [_own(str(number)), _own(day.isoformat()), _own(category), text_cell, _own(f"{amount:,}"), *others]


def _total_row(yearly: YearlyList) -> list[Value]:
    row = [Value() for _column in _SHARES]
    row[_AMOUNT - 1], row[_AMOUNT] = _own(_("Total")), _own(f"{yearly.total_yen:,}")
    return row


def _own(words: str) -> Value:
    return say(words, current_language())
