"""People into files: CSV and XLSX for spreadsheets, in the columns of `COLUMNS`."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from disaster_support.features.reception.columns import COLUMNS
from disaster_support.features.reception.intake import Intake, write_fields
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.tables import EXAMPLE
from disaster_support.files import write_whole
from disaster_support.lists.sheets import guard

_WIDTHS = {
    "name": 24,
    "kana": 24,
    "latin": 24,
    "address": 36,
    "note": 40,
    "languages": 28,
    "phone": 18,
    "arrived_at": 26,
}
_USUAL_WIDTH = 14  # of a column, in letters
_LONGEST_CELL = 32_767  # letters that a cell of Excel holds


def make_csv(people: Iterable[Intake]) -> bytes:
    """Return the people as CSV in UTF-8 with a mark, which Excel needs, and no cell that is taken for a formula.

    The apostrophe before = + - @ goes again when the file is read in (`sheets.guard`).
    """
    return _make_csv(write_fields(person) for person in people)


def _make_csv(rows: Iterable[dict[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([(cell := row[column]) and guard(cell) for column in COLUMNS] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_csv(path: Path, people: Iterable[Intake]) -> None:
    """Write the people as CSV, whole or not at all. Raises UserError if it cannot be written."""
    write_whole(path, make_csv(people))


def write_xlsx(path: Path, people: Iterable[Intake]) -> None:
    """Write the people as a workbook: every cell a text, so that no zero is lost and nothing is a formula.

    Raises:
        UserError: it cannot be written.

    """
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        bold, text = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "@"})
        for index, column in enumerate(COLUMNS):
            sheet.write_string(0, index, column, bold)
            sheet.set_column(index, index, _WIDTHS.get(column, _USUAL_WIDTH), text)
        for number, person in enumerate(people, 1):
            for index, cell in enumerate(write_fields(person).values()):
                if cell:
                    sheet.write_string(number, index, cell[:_LONGEST_CELL], text)
        sheet.freeze_panes(1, 1)
    write_whole(path, content.getvalue())


def template_csv() -> bytes:
    """Return an empty list to fill in: the heading and two invented people as examples, which are not imported."""
    return _make_csv(write_fields(person) | {"name": EXAMPLE + person.details.name} for person in _examples())


def _examples() -> tuple[Intake, Intake]:
    adult = Details(
        name="Nguyễn Văn An",
        kana="グエン ヴァン アン",
        latin="NGUYEN VAN AN",
        sex="male",
        birth="1985-03-04",
        nationality="VN",
        phone="090-0000-0000",
        languages=(SpokenLanguage("vi", Level.INTERPRETER), SpokenLanguage("ja", Level.SLOW)),
        telling="voice;text",
        needs={NeedKind.ALLERGY: Need(NeedState.YES, "peanut"), NeedKind.MEDICINE: Need(NeedState.DECLINED)},
        consents={Audience.RELATIVES: Consent(True), Audience.PUBLIC: Consent(False)},
        room="A-3",
    )
    child = Details(name="Nguyễn Thị Mai", sex="female", age_years=6, age_on="2026-04-01", nationality="VN", birth="?")
    return Intake(adult, household="1"), Intake(child, household="1", state=State.EXPECTED)
