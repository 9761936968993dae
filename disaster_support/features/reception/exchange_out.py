"""People who go out: everybody or some of them into a file; that a list was taken along is written down."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.features.reception.exchange_in import Report
from disaster_support.features.reception.intake import Intake, write_fields
from disaster_support.features.reception.model import Audience, Filters, Person, State
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage import finding, people
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

FORMATS = ("xlsx", "csv", "pfif", "json")
"""What people can be handed out as."""

PFIF_DOMAIN = "disaster-support.invalid"
"""Of the ids in PFIF files: a laptop has no address on the net, and the ids are random. Source: RFC 2606, section 2."""

_AT_ONCE = 500  # people read at once


def warn_of_file() -> str:
    """Return what everybody should know who takes a file with people along."""
    return _("The file is not encrypted and holds personal data: keep it safe, delete it when it is not needed.")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many people are in a file, and how many are not because they have not agreed."""

    people: int
    left_out: int = 0

    def describe(self) -> str:
        """Return in a sentence or two what went out."""
        written = ngettext("The file holds {count} person.", "The file holds {count} people.", self.people)
        left_out = ngettext(
            "{count} person is left out: they have not agreed that anyone may be told.",
            "{count} people are left out: they have not agreed that anyone may be told.",
            self.left_out,
        )
        sentences = [written.format(count=self.people)]
        return " ".join(sentences + [left_out.format(count=self.left_out)] * bool(self.left_out))


def count_export(register: "Register", form: str, filters: Filters) -> Exported:
    """Return how many people a file of this form would hold now, and how many it would leave out."""
    everybody = finding.count_matching(register, filters)
    if form != "pfif":
        return Exported(everybody)
    state = "AND state = ?" if filters.state else ""
    rows = register.query(
        "SELECT count(*) FROM consent JOIN presence ON presence.person_id = consent.person_id"
        f" WHERE counted = 1 AND audience = ? AND given = 1 {state}",
        (str(Audience.PUBLIC), *([str(filters.state)] if filters.state else [])),
    )
    agreed = int(rows[0][0])
    return Exported(agreed, everybody - agreed)


def export_file(
    register: "Register", form: str, path: Path, filters: Filters | None = None, report: Report | None = None
) -> Exported:
    """Write everybody who matches to a file of one of the `FORMATS`; into PFIF go only those who agreed to the public.

    Raises:
        UserError: the role does not allow it, or the file cannot be written.

    """
    from disaster_support.features.reception import export

    count, exported = list_people(register, filters or Filters(), report)
    if form == "pfif":
        return _export_pfif(register, path, exported)
    if form == "json":
        described = [describe_json(*one) for one in exported]
        write_whole(path, json.dumps(described, ensure_ascii=False, indent=1).encode())
    else:
        write = export.write_xlsx if form == "xlsx" else export.write_csv
        write(path, (_intake(*one) for one in exported))
    return Exported(count)


def list_people(
    register: "Register", filters: Filters, report: Report | None = None
) -> tuple[int, Iterator[tuple[Person, str]]]:
    """Return how many people match, and each of them by number, with the number of their household.

    That the list was taken along is written down.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.EXPORT)
    numbers = dict(register.query("SELECT id, number FROM person"))
    ids = sorted(finding.find_ids(register, filters, limit=-1), key=lambda one: _in_order(str(numbers[one])))
    register.note_reading("person", "", f"export of {len(ids)}")
    return len(ids), _load(register, ids, report)


def _load(register: "Register", ids: Sequence[str], report: Report | None) -> Iterator[tuple[Person, str]]:
    for start in range(0, len(ids), _AT_ONCE):
        if report:
            report(start, len(ids), _("{done} of {total} people").format(done=start, total=len(ids)))
        some = people.load_people(register, ids[start : start + _AT_ONCE])
        households = household_numbers(register, some)
        yield from ((person, households[person.household_id]) for person in some)


def describe_json(person: Person, household: str) -> dict[str, str]:
    """Return what commands tell of a person as JSON: id, number, and every column that was asked for."""
    columns = {column: text for column, text in write_fields(_intake(person, household)).items() if text}
    return {"id": person.id, "number": person.number, **columns}


def household_numbers(register: "Register", some: Sequence[Person]) -> dict[str, str]:
    """Return the numbers of these people's households by household id."""
    ids = tuple({person.household_id for person in some})
    return dict(register.query(f"SELECT id, number FROM household WHERE id IN ({', '.join('?' * len(ids))})", ids))


def _intake(person: Person, household: str) -> Intake:
    arrived = person.state_since if person.state is State.HERE else None
    return Intake(person.details, household, person.state, arrived)


def _in_order(number: str) -> tuple[str, list[int]]:
    """Let A-2-1 stand before A-10-1."""
    letter, *rest = number.split("-")
    return letter, [int(part) for part in rest if part.isdecimal()]


def _export_pfif(register: "Register", path: Path, exported: Iterable[tuple[Person, str]]) -> Exported:
    from disaster_support.features.reception.pfif_out import PfifSource, make_pfif
    from disaster_support.storage.shelters import current_shelter, list_shelters, read_event

    shelters = {one.id: one.name for one in list_shelters(register, own=True)}
    source = PfifSource(PFIF_DOMAIN, read_event(register), current_shelter(register).name)
    file = make_pfif((person for person, _household in exported), shelters, source, register.clock().astimezone())
    write_whole(path, file.content)
    return Exported(file.written, file.left_out)
