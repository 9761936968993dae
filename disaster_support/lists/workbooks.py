"""Rows of text out of XLSX, XLS and ODS: dates as dates, numbers as they are typed, one sheet of several."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_LARGEST_UNPACKED = 2_000_000_000  # bytes
_MOST_CELLS = 20_000_000  # the reader lays out the whole rectangle down to the last cell: 24 bytes each
_FILLED_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/>]>')
_SAMPLE = 30  # rows
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError, OverflowError)


def read_workbook(data: bytes, score: Callable[[Sequence[Sequence[str]]], int]) -> tuple[list[list[str]], list[str]]:
    """Return the rows of the sheet whose beginning scores best, and a sentence if there are others with something in.

    Raises:
        UserError: the file is locked, broken, too large or no spreadsheet.

    """
    import python_calamine

    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            _refuse_giants(data)
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        visible = python_calamine.SheetVisibleEnum.Visible
        names = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible is visible]
        filled = [sheet for sheet in map(workbook.get_sheet_by_name, names) if sheet.end is not None]
        if not filled:
            return [], []
        best = max(filled, key=lambda sheet: score(_say_rows(sheet.to_python(nrows=_SAMPLE))))
        rows = _say_rows(best.to_python(skip_empty_area=False))
    except python_calamine.PasswordError as error:
        raise UserError(_("The file is locked with a password: save it without one and choose that.")) from error
    except (python_calamine.CalamineError, *_BROKEN) as error:
        raise UserError(
            _("The file is broken or no spreadsheet: open it, save it again as XLSX or CSV and choose that.")
        ) from error
    remark = _("Only the sheet “{sheet}” was read; there are others in the file.").format(sheet=best.name)
    return rows, [remark] if len(filled) > 1 else []


def _refuse_giants(data: bytes) -> None:
    # A few bytes can stand for gigabytes: packed zeros, or one stray cell in the last corner of the sheet.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _LARGEST_UNPACKED:
            raise UserError(_("The file is too large when it is unpacked: divide it into several files."))
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        for name in sheets:
            if _count_cells(archive.read(name)) > _MOST_CELLS:
                raise UserError(
                    _("A cell far outside the list is filled: copy the list into a new file and choose that.")
                )


def _count_cells(sheet: bytes) -> int:
    """Return how many cells the rectangle has that holds every filled one."""
    rows = columns = 0
    for letters, number in _FILLED_CELL.findall(sheet):
        rows = max(rows, int(number))
        columns = max(columns, _column_number(letters))
    return rows * columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


_Cell = str | float | bool | date | datetime | time | timedelta


def _say_rows(rows: Sequence[Sequence[_Cell]]) -> list[list[str]]:
    return [[_say(cell) for cell in row] for row in rows]


def _say(cell: _Cell) -> str:
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(" ") if cell.time() != time() else cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
    return str(cell)
