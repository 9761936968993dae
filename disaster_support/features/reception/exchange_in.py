"""Lists that come in: all of a file in one transaction, and a remark on what was not taken as it stood."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.reception.import_report import (
    ImportReport,
    Remark,
    remark_known,
    remark_mends,
    remark_refusal,
)
from disaster_support.features.reception.intake import Intake
from disaster_support.features.reception.known import Known, KnownPeople
from disaster_support.features.reception.model import Unanswered
from disaster_support.features.reception.service import add_arrival
from disaster_support.features.reception.tables import Row
from disaster_support.i18n import gettext as _
from disaster_support.storage import people
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.journal import Writer
    from disaster_support.storage.register import Register

Report = Callable[[int, int, str], object]
"""Told how many of how many are done; it stops the work by raising, and then nothing was added or written."""

_AT_ONCE = 500  # rows between two reports


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file with people in it, ready to be read row by row."""

    rows: Iterable[Row]
    total: int
    remarks: tuple[str, ...]  # a sentence on each thing that was mended in the file as a whole


def is_pfif(path: Path) -> bool:
    """Whether a file is named as records of another register are; else it is taken for a table."""
    return path.suffix.lower() in (".xml", ".pfif")


def read_file(path: Path, now: datetime) -> ListFile:
    """Open a list: PFIF, or a table whose columns are led where their headings say.

    Raises:
        UserError: the file cannot be read, or no column of it holds names.

    """
    if is_pfif(path):
        from disaster_support.features.reception.pfif_in import read_pfif

        records = read_pfif(path, now)
        return ListFile(records, len(records), ())
    from disaster_support.features.reception.columns import guess_columns
    from disaster_support.features.reception.tables import read_people, read_table

    table = read_table(path)
    mapping = guess_columns(table.header)
    check_mapping(mapping)
    return ListFile(read_people(table, mapping, now), len(table.rows), table.remarks)


def check_mapping(mapping: Mapping[str, str]) -> None:
    """See that some column holds names.

    Raises:
        UserError: none does.

    """
    if not {"name", "latin", "kana", "other_names"} & set(mapping.values()):
        raise UserError(_("No column holds names. Call one “name” or “氏名”, or choose one here."))


def preview_import(register: "Register", rows: Iterable[Row]) -> ImportReport:
    """Return what `import_people` would report now; nothing is written."""
    remarks: list[Remark] = []
    added = sum(1 for _row, known in _judge(register, rows, remarks) if known is None)
    return ImportReport(added, tuple(remarks))


def import_people(register: "Register", rows: Iterable[Row], total: int, report: Report) -> ImportReport:
    """Add the people of a file, all or none of them; rows without a name and people known already are left out.

    A list that is sent again adds those who are new, to the households of those who are known.

    Raises:
        UserError: the role does not allow it, or the disk refuses; nobody was added.

    """
    register.require(Right.MANAGE)
    remarks: list[Remark] = []
    ids: list[str] = []
    with register.writing("import") as writer:
        arrivals = _Arrivals(writer, register.read_local("shelter"))
        for place, (intake, known) in enumerate(_judge(register, rows, remarks)):
            if place % _AT_ONCE == 0:
                report(place, total, _("{done} of {total} rows").format(done=place, total=total))
            if known:
                arrivals.belong(intake.household, known.household_id)
            else:
                ids.append(arrivals.add(intake))
        report(total, total, "")
    return ImportReport(len(ids), tuple(remarks), tuple(ids))


def add_intakes(register: "Register", intakes: Sequence[Intake]) -> tuple[str, ...]:
    """Add people who were read strictly, all or none of them; return their ids.

    Raises:
        UserError: the role does not allow it, or the disk refuses; nobody was added.

    """
    register.require(Right.REGISTER)
    with register.writing("registered") as writer:
        arrivals = _Arrivals(writer, register.read_local("shelter"))
        return tuple(arrivals.add(intake) for intake in intakes)


def _judge(register: "Register", rows: Iterable[Row], remarks: list[Remark]) -> Iterator[tuple[Intake, Known | None]]:
    """Yield the people of a file and who in the register they are; remark on what is not taken as it stands."""
    everybody = KnownPeople(register)
    for row in rows:
        if row.intake is None:
            remarks.append(remark_refusal(row))
            continue
        known = everybody.find(row.intake.details)
        remarks += [remark_known(row, known.number)] if known else remark_mends(row)
        yield row.intake, known


class _Arrivals:
    """Adds the people of one file; those with the same label come into one household."""

    def __init__(self, writer: "Writer", shelter_id: str) -> None:
        self._writer, self._shelter_id = writer, shelter_id
        self._households: dict[str, str] = {}

    def add(self, intake: Intake) -> str:
        """Add a person and return their id."""
        household_id = self._households.get(intake.household) or people.add_household(self._writer)[0]
        self.belong(intake.household, household_id)
        return add_arrival(
            self._writer, intake.details, household_id, self._shelter_id, intake.state, intake.arrived_at
        )

    def belong(self, label: str, household_id: str) -> None:
        """Let the others with this label belong to that household; without a label everybody is one of their own."""
        if label and label not in tuple(Unanswered):
            self._households.setdefault(label, household_id)
