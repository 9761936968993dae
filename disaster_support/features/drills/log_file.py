"""Lists of participants that others send, as CSV, XLSX, XLS or ODS: all rows of a file, or none.

A row that does not fit is named, and nothing is written: a list that was mended and sent again would count the others
twice. The same list counts once in a drill, however often it is sent.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.content.fold import fold_spaceless
from disaster_support.errors import UserError
from disaster_support.features.drills.log import check_people
from disaster_support.features.drills.log_columns import COLUMNS, count_columns, find_column, list_parts
from disaster_support.features.drills.model import LogMeans, Part, Participation
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.lists.countries import read_country
from disaster_support.lists.languages import read_language
from disaster_support.lists.sheets import read_rows
from disaster_support.storage import participation
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_UNKNOWN = {"", "?", "-", "不明", "無回答", "未回答", "unknown"}
_HEADER_WITHIN = 30  # rows: a title and a date stand above the heading
_SEPARATORS = re.compile(r"[;,、，；/・\n]")
_NUMBER = re.compile(r"(\d{1,6})\s*[人名]?")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that does not fit, and why. The first row of the file is 1."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class LogImport:
    """What became of a file: either its rows were written, or those that do not fit are named and none was."""

    ids: tuple[str, ...]  # of the entries that were added
    people: int  # that these count
    known: int  # rows that were counted already
    refused: tuple[RefusedRow, ...]
    remarks: tuple[str, ...]  # a sentence on each thing that was mended in the file as a whole

    def describe(self) -> str:
        """Return in one sentence what became of the file."""
        if self.refused:
            sentence = ngettext(
                "Nothing was read: {count} row does not fit. Mend it and choose the file again.",
                "Nothing was read: {count} rows do not fit. Mend them and choose the file again.",
                len(self.refused),
            )
            return sentence.format(count=len(self.refused))
        return _("Rows read: {rows}; people counted: {people}; rows that were counted already: {known}.").format(
            rows=len(self.ids), people=self.people, known=self.known
        )


def import_log(register: "Register", drill_id: str, path: Path, part: Part | None = None) -> LogImport:
    """Add the rows of a list to the log of a drill; `part` is for rows that do not say as what people took part.

    Raises:
        UserError: the file cannot be read or is no such list, the role does not allow it, or the disk refuses; nothing
            was written.

    """
    register.require(Right.REGISTER)
    rows, remarks = _read_table(path)
    if part is None and rows and "part" not in rows[0][1]:
        raise UserError(_("No column says as what people took part. Call one “part” or “区分”."))
    read = _RowReader(part, register.clock(), hashlib.sha256(repr(rows).encode()).hexdigest()[:16])
    entries, refused = [], []
    for number, fields in rows:
        try:
            entries.append(read.read(number, fields))
        except UserError as error:
            refused.append(RefusedRow(number, str(error)))
    if refused:
        return LogImport((), 0, 0, tuple(refused), tuple(remarks))
    return _write(register, drill_id, entries, tuple(remarks))


def _write(
    register: "Register", drill_id: str, entries: Sequence[Participation], remarks: tuple[str, ...]
) -> LogImport:
    ids, people = [], 0
    with register.writing("log") as writer:
        for entry in entries:
            if row_id := participation.free_card_id(writer, drill_id, entry.code):
                ids.append(participation.insert_participation(writer, drill_id, entry, row_id))
                people += entry.people
    return LogImport(tuple(ids), people, len(entries) - len(ids), (), remarks)


def _read_table(path: Path) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    """Return number and cells by column of each row below the heading that is not empty, and remarks on the file."""
    rows, remarks = read_rows(path, lambda rows: max(map(count_columns, rows[:_HEADER_WITHIN]), default=0))
    known = [count_columns(row) for row in rows[:_HEADER_WITHIN]]
    if not any(known):
        sentence = _("{path} has no known heading. Call the columns {columns}.")
        raise UserError(sentence.format(path=path, columns=", ".join(COLUMNS)))
    top = known.index(max(known))
    header = [find_column(cell) for cell in rows[top]]
    below = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows[top + 1 :], top + 2)]
    return [(number, _gather(header, row)) for number, row in below if any(row)], remarks


def _gather(header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return the cells by column; of several columns of one meaning the first that is filled."""
    fields = dict.fromkeys(filter(None, header), "")
    for column, cell in zip(header, row, strict=False):
        if column:
            fields[column] = fields[column] or cell
    return fields


class _RowReader:
    """Reads the rows of one file."""

    def __init__(self, otherwise: Part | None, at: datetime, digest: str) -> None:
        self._otherwise, self._at, self._digest = otherwise, at, digest
        self._parts = list_parts()

    def read(self, number: int, fields: Mapping[str, str]) -> Participation:
        """Return a row as an entry. Raises UserError where it does not fit."""
        return Participation(
            id="",
            part=self._read_part(fields.get("part", "")),
            people=_read_people(fields.get("people", "")),
            means=LogMeans.LIST,
            at=self._at,
            language=_read_known(_SEPARATORS.split(fields.get("language", ""))[0], read_language),
            nationality=_read_known(fields.get("nationality", ""), read_country),
            name=fields.get("name", ""),
            organisation=fields.get("organisation", ""),
            code=f"{self._digest}/{number}",
        )

    def _read_part(self, text: str) -> Part:
        part = self._parts.get(fold_spaceless(text)) if text else self._otherwise
        if part is None:
            sentence = _("“{text}” does not say as what people took part: use {parts}.")
            raise UserError(sentence.format(text=text, parts=", ".join(Part)))
        return part


def _read_people(text: str) -> int:
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text) or "1")
    if not found:
        raise UserError(_("“{text}” is no number of people.").format(text=text))
    people = int(found[1])
    check_people(people)
    return people


def _read_known(text: str, read: Callable[[str], str]) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    return "" if plain.casefold() in _UNKNOWN else read(plain)
