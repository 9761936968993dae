"""Lists of shelters as towns and the Geospatial Information Authority (国土地理院) publish them, with all their faults.

Every row that is not empty becomes a shelter or a refusal; every change is a repair; columns without a field of their
own, and what could not be read, stay in the shelter's `more` as they stand in the file.
"""

import csv
import io
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Shelter
from disaster_support.features.reception.shelter_headings import (
    ADDRESS_PARTS,
    ALSO_SHELTER,
    NUMBER_HEADINGS,
    ListKind,
    find_fields,
    find_kind,
    is_about_shelters,
    standard_heading,
)
from disaster_support.features.reception.shelter_repairs import (
    Refusal,
    Repair,
    mend_capacity,
    mend_phone,
    mend_text,
)
from disaster_support.features.reception.shelter_rows import COMMON_ID, ShelterRow
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.lists.sheets import guard, read_rows

_HEADER_WITHIN = 30  # rows: a title and explanations stand above the headings
_NAMESPACE = uuid.UUID("0f0e2d6a-55a8-5d0c-9c52-7f1b5d1d3a10")  # of the ids that are made here: never to be changed


@dataclass(frozen=True, slots=True)
class ShelterList:
    """What became of a list: its shelters, what was mended, and which rows were not taken over."""

    shelters: tuple[Shelter, ...]
    repairs: tuple[Repair, ...]
    refused: tuple[Refusal, ...]
    kind: ListKind

    @property
    def about(self) -> str:
        """A sentence on which list this is, and which it is not."""
        if self.kind is ListKind.OWN:
            return _(
                "This list has a form of its own: check whether its places are shelters (指定避難所), where people"
                " stay, or emergency evacuation sites (指定緊急避難場所), where they save themselves."
            )
        if self.kind is ListKind.GSI_SHELTERS:
            return _(
                "This is a list of shelters (指定避難所), where people stay. It does not hold the emergency evacuation"
                " sites (指定緊急避難場所) and for which dangers they are safe."
            )
        both = sum(shelter.more.get(heading) == "1" for shelter in self.shelters for heading in ALSO_SHELTER)
        return _(
            "This is a list of emergency evacuation sites (指定緊急避難場所), where people save themselves. A site is"
            " not a shelter (指定避難所), where people stay: {both} of these {total} are marked as both."
        ).format(both=both, total=len(self.shelters))


def read_shelters(path: Path) -> ShelterList:
    """Read a list of shelters from CSV in any encoding of Japanese files, or from XLSX, XLS or ODS.

    Raises:
        UserError: there is no such file, or it is no list of shelters; the sentence says what to do.

    """
    rows, remarks = read_rows(path, lambda rows: max(map(_count_known, rows[:_HEADER_WITHIN]), default=0))
    top = max(range(min(len(rows), _HEADER_WITHIN)), key=lambda place: _count_known(rows[place]), default=0)
    above = [cell for row in rows[:top] for cell in row]
    header = [re.sub(r"\s+", " ", cell).strip() for cell in rows[top]] if rows else []
    fields = find_fields(header)
    has_position = {"latitude", "longitude"} <= fields.keys()
    has_address = "address" in fields or not set(ADDRESS_PARTS).isdisjoint(header)
    if "name" not in fields or not (has_address or has_position) or not is_about_shelters([path.name, *above, *header]):
        raise UserError(
            _(
                "{path} is no list of shelters: choose one with a column 名称 and a column 住所, or 緯度 and 経度, and"
                " with 避難所 or 避難場所 in its name or headings."
            ).format(path=path)
        )
    reading = _Reading(find_kind(header), tuple(header), fields, top + 1)
    reading.repairs += [Repair(0, "", "", "", remark) for remark in remarks]
    if not _is_unicode(path):
        reading.repairs.append(Repair(0, "", "", "", _("The file is not in UTF-8; its older encoding was recognised.")))
    reading.read(rows[top + 1 :])
    return ShelterList(tuple(reading.shelters.values()), tuple(reading.repairs), tuple(reading.refused), reading.kind)


def write_repairs(path: Path, repairs: Iterable[Repair], refused: Iterable[Refusal], about: str = "") -> None:
    """Write what was mended and refused as CSV for a spreadsheet, in the order of the rows; `about` stands first.

    Raises:
        UserError: the file cannot be written.

    """
    lines = [(one.row, one.column, one.was, one.became, one.why) for one in repairs]
    lines += [(one.row, "", one.text, "", _("Not taken over: {why}").format(why=one.why)) for one in refused]
    if about:
        lines.append((0, "", "", "", about))
    lines.sort(key=lambda line: (line[0], line[4] != about))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((_("Row"), _("Column"), _("Was"), _("Became"), _("Why")))
    writer.writerows((row or "", *map(guard, cells)) for row, *cells in lines)
    write_whole(path, text.getvalue().encode("utf-8-sig"))


def _count_known(row: Sequence[str]) -> int:
    return len(find_fields(row))


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)


def _is_unicode(path: Path) -> bool:
    data = path.read_bytes()
    if data.startswith((b"PK", b"\xd0\xcf", b"\xff\xfe", b"\xfe\xff")):  # spreadsheets; UTF-16
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass(slots=True)
class _Reading:
    """A list while it is read, row by row."""

    kind: ListKind
    header: tuple[str, ...]
    fields: Mapping[str, int]
    top: int  # the number of the header's row
    repairs: list[Repair] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    shelters: dict[str, Shelter] = field(default_factory=dict)
    first_rows: dict[tuple[str, ...], int] = field(default_factory=dict)
    numbers: frozenset[int] = frozenset()  # the columns that say nothing of the shelter itself

    def read(self, rows: Sequence[Sequence[str]]) -> None:
        """Read the rows under the header."""
        width = max((_width(row) for row in (self.header, *rows)), default=0)
        self._name_columns(width)
        empty = []
        for number, row in enumerate(rows, self.top + 1):
            cells = [*row[:width], *[""] * (width - len(row))]
            if not any(cell.strip() for cell in cells):
                empty.append(number)
            else:
                self._read_row(number, cells)
        if empty:
            told = _("Empty rows were left out: {count}.").format(count=len(empty))
            self.repairs.append(Repair(empty[0], "", "", "", told))

    def _name_columns(self, width: int) -> None:
        """Give every column a name, each once, and say what was made up or is called otherwise in the standard."""
        names: list[str] = []
        for place in range(width):
            heading = self.header[place] if place < len(self.header) else ""
            name = heading or f"列{place + 1}"
            again = 2
            while name in names:
                name, again = f"{heading} ({again})", again + 1
            names.append(name)
            if name != heading:
                self._tell(self.top, heading, heading, name, _("A column without a heading of its own was given one."))
        self.header = tuple(names)
        self.numbers = frozenset(place for place, name in enumerate(names) if name in NUMBER_HEADINGS)
        for name, place in self.fields.items():
            heading = self.header[place]
            if (standard := standard_heading(name, heading)) != heading:
                self._tell(self.top, heading, heading, standard, _("The column was taken for this one."))
        if "number" not in self.fields:
            self._tell(
                self.top, "ID", "", "", _("There are no numbers of shelters: they were made from name and address.")
            )

    def _tell(self, row: int, column: str, was: str, became: str, why: str) -> None:
        self.repairs.append(Repair(row, column, was, became, why))

    def _read_row(self, number: int, cells: Sequence[str]) -> None:
        text = " | ".join(cell.strip() for cell in cells if cell.strip())
        content = tuple(cell.strip() for place, cell in enumerate(cells) if place not in self.numbers)
        if content in self.first_rows:
            told = _("It says the same as row {row}.").format(row=self.first_rows[content])
            self.refused.append(Refusal(number, text, told))
            return
        row = ShelterRow(number, self.header, self.fields, cells)
        name = row.take("name", mend_text)
        if not name:
            self.refused.append(Refusal(number, text, _("There is no name in it.")))
            return
        self.first_rows[content] = number
        shelter = self._build(row, name)
        self.shelters[shelter.id] = shelter
        self.repairs += row.repairs

    def _build(self, row: ShelterRow, name: str) -> Shelter:
        address = row.read_address()
        code = row.read_code(address)
        latitude, longitude = row.read_position()
        return Shelter(
            id=self._make_id(row, code, name, address),
            name=name,
            kana=row.take("kana", mend_text) or "",
            code=code,
            address=address,
            latitude=latitude,
            longitude=longitude,
            capacity=row.take("capacity", mend_capacity),
            phone=row.take("phone", mend_phone) or "",
            more=row.list_more(),
        )

    def _make_id(self, row: ShelterRow, code: str, name: str, address: str) -> str:
        """Return an id that the same shelter has in the next edition too, so that reading it again adds nothing."""
        given = row.cell("number").strip()
        by_place = "\n".join((code, name, address))
        is_known = bool(given) and bool(code or COMMON_ID.fullmatch(given))
        made = str(uuid.uuid5(_NAMESPACE, f"{code}\n{given}" if is_known else by_place))
        if is_known and made in self.shelters:
            row.tell("number", "", _("Another shelter has this number: this one's was made from its name and address."))
            made = str(uuid.uuid5(_NAMESPACE, by_place))
        elif not given and "number" in self.fields:
            row.tell("number", made, _("The number was missing: one was made from name and address."))
        for again in range(2, len(self.shelters) + 3):
            if made not in self.shelters:
                break
            if again == 2:
                row.tell("name", name, _("Another row has the same name and address: both were kept."))
            made = str(uuid.uuid5(_NAMESPACE, f"{by_place}\n{again}"))
        return made
