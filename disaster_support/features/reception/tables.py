"""Lists of people from elsewhere: where the heading stands, what it means, and the people below it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.features.reception.columns import LEFT_OUT, TO_NOTE, find_column
from disaster_support.features.reception.intake import Intake, Mend, read_details
from disaster_support.features.reception.names import clean_line
from disaster_support.i18n import gettext as _
from disaster_support.lists.sheets import read_rows

EXAMPLE = "#"
"""What the name begins with in a row that is an example or a remark: it is not imported."""

_HEADER_WITHIN = 30  # rows: a title, a date and some explanation stand above the heading of municipal lists
_DITTO = {"〃", "″", "同上", "仝", "ditto"}
_WIDEST = 1000  # columns
_JOINED = {
    "name": " ",
    "kana": " ",
    "latin": " ",
    "address": " ",
    "languages": ";",
    "telling": ";",
    "other_names": ", ",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it stood in its file: headings, each once, and rows of as many cells, numbered as in the file."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    remarks: tuple[str, ...] = ()  # a sentence on each thing that was mended in the table as a whole


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row: a person, or why not."""

    number: int  # in the file, the first row being 1
    intake: Intake | None
    refused: str = ""
    mends: tuple[Mend, ...] = ()


def read_table(path: Path) -> Table:
    """Read a list from CSV or TSV in any encoding of Japanese files, or from XLSX, XLS or ODS.

    Raises:
        UserError: there is no such file, or no list in it; the sentence says what to do.

    """
    rows, remarks = read_rows(path, lambda rows: max(map(_count_known, rows[:_HEADER_WITHIN]), default=0))
    rows = [[cell.strip() for cell in row] for row in rows]
    if not any(map(any, rows)):
        raise UserError(_("{path} holds no rows.").format(path=path))
    top = _find_header(rows)
    below = [(number, row) for number, row in enumerate(rows[top + 1 :], top + 2) if any(row)]
    width = max(map(len, (rows[top], *(_without_end(row) for _number, row in below))))
    if width > _WIDEST:
        raise UserError(
            _("{path} has more than {count} columns: is it a list of people?").format(path=path, count=_WIDEST)
        )
    if not _count_known(rows[top]):
        remarks = [
            *remarks,
            _("No known heading was found: row {number} was taken for the heading.").format(number=top + 1),
        ]
    header, renamed = _name_header(rows[top], width)
    if renamed:
        remarks = [
            *remarks,
            _("Columns without a heading of their own were given one: {names}.").format(names=", ".join(renamed)),
        ]
    ragged = sum(len(_without_end(row)) > len(_without_end(rows[top])) for _number, row in below)
    if ragged:
        remarks = [*remarks, _("Rows longer than the heading: {count}. Look at them.").format(count=ragged)]
    return Table(header, tuple((number, _fit(row, width)) for number, row in below), tuple(remarks))


def _count_known(row: Sequence[str]) -> int:
    return len({column for cell in row if (column := find_column(cell))})


def _find_header(rows: Sequence[Sequence[str]]) -> int:
    """Return the index of the row with the most known headings, or of the first with more than one cell."""
    known = [_count_known(row) for row in rows[:_HEADER_WITHIN]]
    if max(known):
        return known.index(max(known))
    wide = (index for index, row in enumerate(rows) if sum(map(bool, row)) > 1)
    return next(wide, next(index for index, row in enumerate(rows) if any(row)))


def _without_end(row: Sequence[str]) -> Sequence[str]:
    return row[: max((index for index, cell in enumerate(row, 1) if cell), default=0)]


def _fit(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *[""] * (width - len(row)))


def _name_header(row: Sequence[str], width: int) -> tuple[tuple[str, ...], list[str]]:
    """Give every column a heading, each once, and tell which had to be made up."""
    names: dict[str, None] = {}
    made: list[str] = []
    for index, cell in enumerate(_fit(row, width), 1):
        heading = clean_line(cell) or _("Column {number}").format(number=index)
        name = heading
        again = 2
        while name in names:
            name = f"{heading} ({again})"
            again += 1
        names[name] = None
        made += [name] if name != clean_line(cell) else []
    return tuple(names), made


def read_people(table: Table, mapping: Mapping[str, str], now: datetime) -> Iterator[Row]:
    """Yield what becomes of each row, in the order of the file; no content of a row raises anything.

    `mapping` leads each heading to a column of `COLUMNS`, to `TO_NOTE` or to `LEFT_OUT`, as `guess_columns` proposes.
    Several headings may lead to one column: names and addresses are joined, of others the first that is filled counts
    and the rest goes into the note. Rows whose name begins with `EXAMPLE` are passed over.
    """
    labels: dict[str, str] = {}
    for heading in table.header:
        labels.setdefault(mapping.get(heading, LEFT_OUT), heading)
    above: Sequence[str] = [""] * len(table.header)
    for number, written in table.rows:
        cells = tuple(over if cell in _DITTO else cell for cell, over in zip(written, above, strict=True))
        above = cells
        fields = _gather(table.header, cells, mapping)
        if cells == table.header or fields.get("name", "").startswith(EXAMPLE):
            continue  # the heading stands on each printed page
        try:
            intake = read_details(fields, now, lenient=True, labels=labels)
        except UserError as error:
            yield Row(number, None, str(error))
        else:
            yield Row(number, intake, mends=(*_tell_dittos(table.header, written, cells), *intake.mends))


def _tell_dittos(header: Sequence[str], written: Sequence[str], cells: Sequence[str]) -> Iterator[Mend]:
    for heading, was, cell in zip(header, written, cells, strict=True):
        if was != cell:
            yield Mend(heading, was, cell, _("The same as in the row above."))


def _gather(header: Sequence[str], cells: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    notes: list[str] = []
    for heading, cell in zip(header, cells, strict=True):
        column = mapping.get(heading, LEFT_OUT)
        if not cell or column == LEFT_OUT:
            continue
        if column == TO_NOTE or (column in fields and column not in _JOINED and column != "note"):
            notes.append(f"{heading}: {cell}")
        elif column == "note":
            notes.append(cell)
        else:
            fields[column] = f"{fields[column]}{_JOINED[column]}{cell}" if column in fields else cell
    if notes:
        fields["note"] = "\n".join(notes)
    return fields
