"""Lists that come in and go out: all of a file in one transaction, and a line for what was not taken as it stood."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.reception.intake import Intake, write_fields
from disaster_support.features.reception.model import Details, Filters, Person, State, Unanswered, is_answered
from disaster_support.features.reception.service import add_arrival
from disaster_support.features.reception.sheets import guard
from disaster_support.features.reception.tables import Row
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.storage import finding, people
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.journal import Writer
    from disaster_support.storage.register import Register

Report = Callable[[int, int, str], object]
"""Told how many of how many rows are done; it stops the work by raising, and then nobody was added."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row of a file that whoever gave it should know."""

    row: int  # in the file, the first being 1
    outcome: str  # "mended", "refused" or "known"
    column: str
    was: str
    became: str
    why: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file."""

    added: int
    remarks: tuple[Remark, ...]

    def count(self, outcome: str) -> int:
        """Return how many rows have a remark of this outcome."""
        return len({remark.row for remark in self.remarks if remark.outcome == outcome})


def import_people(register: "Register", rows: Iterable[Row], total: int, report: Report) -> ImportReport:
    """Add the people of a file, all or none of them; rows without a name and people known already are left out.

    Known is who has the same name and the same date of birth or telephone as somebody in the register before: a list
    that is sent twice adds nobody twice.

    Raises:
        UserError: the role does not allow it, or the disk refuses; nobody was added.

    """
    register.require(Right.MANAGE)
    known = _known_people(register)
    shelter_id = register.read_local("shelter")
    remarks: list[Remark] = []
    added = 0
    with register.writing("import") as writer:
        households: dict[str, str] = {}
        for place, row in enumerate(rows):
            if place % _AT_ONCE == 0:
                report(place, total, _("{done} of {total} rows").format(done=place, total=total))
            if row.intake is None:
                remarks.append(Remark(row.number, "refused", "", "", "", row.refused))
            elif number := next((known[mark] for mark in _marks(row.intake.details) if mark in known), ""):
                why = _("In the register already as {number}.").format(number=number)
                remarks.append(Remark(row.number, "known", "", row.intake.details.name, "", why))
            else:
                _add(writer, row.intake, households, shelter_id)
                remarks += [Remark(row.number, "mended", one.column, one.was, one.became, one.why) for one in row.mends]
                added += 1
    report(total, total, "")
    return ImportReport(added, tuple(remarks))


def read_file(path: Path, now: datetime) -> tuple[Iterable[Row], int, tuple[str, ...]]:
    """Return what becomes of each row of a file, how many rows there are, and remarks on the file as a whole.

    A list's columns are led where their headings say; a page lets somebody look that over first. A file that ends in
    .xml or .pfif is read as PFIF.

    Raises:
        UserError: the file cannot be read, or no column of it holds names.

    """
    from disaster_support.features.reception.columns import guess_columns
    from disaster_support.features.reception.tables import read_people, read_table

    if is_pfif(path):
        from disaster_support.features.reception.pfif_in import read_pfif

        rows = read_pfif(path, now)
        return rows, len(rows), ()
    table = read_table(path)
    mapping = guess_columns(table.header)
    check_mapping(mapping)
    return read_people(table, mapping, now), len(table.rows), table.remarks


def is_pfif(path: Path) -> bool:
    """Whether a file is read as PFIF, by its ending."""
    return path.suffix.lower() in (".xml", ".pfif")


def check_mapping(mapping: Mapping[str, str]) -> None:
    """See that some column holds names.

    Raises:
        UserError: none does.

    """
    if not {"name", "latin", "kana"} & set(mapping.values()):
        raise UserError(_("No column holds names. Call one “name” or “氏名”, or choose one here."))


def add_intakes(register: "Register", intakes: Sequence[Intake]) -> tuple[str, ...]:
    """Add people who were read strictly, all or none of them; return their ids.

    Raises:
        UserError: the role does not allow it, or the disk refuses; nobody was added.

    """
    register.require(Right.REGISTER)
    shelter_id = register.read_local("shelter")
    households: dict[str, str] = {}
    with register.writing("registered") as writer:
        return tuple(
            add_arrival(
                writer,
                one.details,
                _household(writer, one.household, households),
                shelter_id,
                one.state,
                one.arrived_at,
            )
            for one in intakes
        )


def write_report(path: Path, report: ImportReport) -> None:
    """Write the remarks of an import as CSV that spreadsheets open.

    Raises:
        UserError: the file cannot be written.

    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((_("Row"), _("Outcome"), _("Column"), _("Was"), _("Became"), _("Why")))
    for one in report.remarks:
        writer.writerow((one.row, *map(guard, (say_outcome(one.outcome), one.column, one.was, one.became, one.why))))
    write_whole(path, text.getvalue().encode("utf-8-sig"))


def say_outcome(outcome: str) -> str:
    """Return the word for what became of a row."""
    return {"mended": _("Mended"), "refused": _("Refused"), "known": _("Known already")}[outcome]


def export_people(register: "Register", filters: Filters | None = None) -> Iterator[tuple[Person, str]]:
    """Yield everybody who matches, with the number of their household.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.EXPORT)
    ids = finding.find_ids(register, filters or Filters(), limit=-1)
    register.note_reading("person", "", f"export of {len(ids)}")
    numbers = dict(register.query("SELECT id, number FROM household"))
    for start in range(0, len(ids), _AT_ONCE):
        for person in people.load_people(register, ids[start : start + _AT_ONCE]):
            yield person, str(numbers.get(person.household_id, ""))


def export_file(register: "Register", form: str, path: Path, filters: Filters | None = None) -> tuple[str, ...]:
    """Write everybody who matches to a file as csv, xlsx, json or pfif; return what people should know, in sentences.

    Raises:
        UserError: the role does not allow it, or the file cannot be written.

    """
    from disaster_support.features.reception import export

    exported = export_people(register, filters)
    if form == "pfif":
        return _export_pfif(register, path, (person for person, _household in exported))
    if form == "json":
        everybody = [describe_json(person, household) for person, household in exported]
        write_whole(path, json.dumps(everybody, ensure_ascii=False, indent=1).encode())
    else:
        write = export.write_xlsx if form == "xlsx" else export.write_csv
        write(path, (_intake(person, household) for person, household in exported))
    return (_("The file is not encrypted and holds personal data: keep it safe, delete it when it is not needed."),)


def _export_pfif(register: "Register", path: Path, exported: Iterable[Person]) -> tuple[str, ...]:
    from disaster_support.features.reception.pfif_out import PfifSource, make_pfif
    from disaster_support.storage.shelters import list_shelters, read_event

    shelters = {shelter.id: shelter.name for shelter in list_shelters(register, own=True)}
    # No address of the shelter's is known: a domain of our own that nobody else's ids have.
    source = PfifSource(f"{register.node}.disaster-support.invalid", read_event(register), register.staff.name)
    made = make_pfif(exported, shelters, source, register.clock().astimezone())
    write_whole(path, made.content)
    return (
        _("{written} people agreed and are in the file; {left_out} did not and are left out.").format(
            written=made.written, left_out=made.left_out
        ),
    )


def describe_json(person: Person, household: str) -> dict[str, str]:
    """Return what commands tell of a person as JSON: id, number, and every column that was asked for."""
    columns = {column: text for column, text in write_fields(_intake(person, household)).items() if text}
    return {"id": person.id, "number": person.number, **columns}


def _intake(person: Person, household: str) -> Intake:
    arrived = person.state_since if person.state is State.HERE else None
    return Intake(person.details, household, person.state, arrived)


def _add(writer: "Writer", intake: Intake, households: dict[str, str], shelter_id: str) -> str:
    household_id = _household(writer, intake.household, households)
    return add_arrival(writer, intake.details, household_id, shelter_id, intake.state, intake.arrived_at)


def _household(writer: "Writer", label: str, households: dict[str, str]) -> str:
    """Return the household of a label of this file; without one, everybody is a household of their own."""
    if not label or label in tuple(Unanswered):
        return people.add_household(writer)[0]
    if label not in households:
        households[label] = people.add_household(writer)[0]
    return households[label]


def _known_people(register: "Register") -> Mapping[tuple[str, str], str]:
    rows = register.query("SELECT name, birth, phone, number FROM person WHERE removed = 0")
    known: dict[tuple[str, str], str] = {}
    for name, birth, phone, number in rows:
        for mark in _marks(Details(name=name, birth=birth, phone=phone)):
            known[mark] = number
    return known


def _marks(details: Details) -> list[tuple[str, str]]:
    """Return what tells a person from others of the same name: a whole date of birth, a telephone."""
    name = " ".join(unicodedata.normalize("NFKC", details.name).casefold().split())
    birth = details.birth if details.birth and len(details.birth) == len("2026-11-23") else None
    return [(name, value) for value in (birth, details.phone) if value and is_answered(value)]
