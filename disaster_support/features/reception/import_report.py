"""What became of a list: a line for each row that was not taken as it stood, on the screen and as a file."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from disaster_support.features.reception.tables import Row
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.lists.sheets import guard


class Outcome(StrEnum):
    """What became of a row that is in the report."""

    MENDED = "mended"  # added, but something was read otherwise than it stood
    REFUSED = "refused"
    KNOWN = "known"  # in the register already


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row that whoever sent the list should know."""

    row: int  # in the file, the first being 1
    outcome: Outcome
    name: str  # of the person, where there is one
    column: str
    was: str
    became: str
    why: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many people were added, or would be; their ids once they are; and the remarks in the order of the file."""

    added: int
    remarks: tuple[Remark, ...]
    ids: tuple[str, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many rows have a remark of this outcome."""
        return len({remark.row for remark in self.remarks if remark.outcome is outcome})

    def describe(self) -> str:
        """Return in one sentence what became of the file."""
        return _("{added} added, {mended} of them mended, {known} known already, {refused} refused.").format(
            added=self.added,
            mended=self.count(Outcome.MENDED),
            known=self.count(Outcome.KNOWN),
            refused=self.count(Outcome.REFUSED),
        )


def remark_mends(row: Row) -> list[Remark]:
    """Return a remark for each value of a row that was read otherwise than it stood."""
    name = row.intake.details.name if row.intake else ""
    return [Remark(row.number, Outcome.MENDED, name, one.column, one.was, one.became, one.why) for one in row.mends]


def remark_refusal(row: Row) -> Remark:
    """Return why a row is nobody."""
    return Remark(row.number, Outcome.REFUSED, "", "", "", "", row.refused)


def remark_known(row: Row, number: str) -> Remark:
    """Return that the person of a row has a card already."""
    name = row.intake.details.name if row.intake else ""
    why = _("In the register already as {number}.").format(number=number)
    return Remark(row.number, Outcome.KNOWN, name, "", "", "", why)


def say_outcome(outcome: Outcome) -> str:
    """Return the word for what became of a row."""
    return {
        Outcome.MENDED: pgettext("row", "Mended"),
        Outcome.REFUSED: pgettext("row", "Refused"),
        Outcome.KNOWN: pgettext("row", "Known already"),
    }[outcome]


def say_became(remark: Remark) -> str:
    """Return what a mended value became: itself, or the note that it stands in now."""
    if remark.outcome is Outcome.MENDED and not remark.became:
        return _("(in the note)")
    return remark.became


def write_report(path: Path, remarks: Iterable[Remark], about: Iterable[str] = ()) -> None:
    """Write the remarks as CSV that spreadsheets open, those on the file as a whole first.

    Raises:
        UserError: the file cannot be written.

    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((_("Row"), _("Outcome"), _("Name"), _("Column"), _("Was"), _("Became"), _("Why")))
    writer.writerows(("", "", "", "", "", "", guard(sentence)) for sentence in about)
    for one in remarks:
        cells = (say_outcome(one.outcome), one.name, one.column, one.was, say_became(one), one.why)
        writer.writerow((one.row, *map(guard, cells)))
    write_whole(path, text.getvalue().encode("utf-8-sig"))
