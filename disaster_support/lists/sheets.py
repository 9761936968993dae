"""Rows of text out of CSV, TSV, XLSX, XLS and ODS, whatever has happened to them on the way."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.lists.decoding import decode

LARGEST_MB = 200
"""The largest file that is read. A list of 100,000 people is about 20 MB."""

Rows = list[list[str]]
Score = Callable[[Sequence[Sequence[str]]], int]

_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # XLSX and ODS are ZIP files; XLS and locked XLSX are OLE files
_SEPARATORS = ",\t;"
_GUARDED = re.compile("'+[=+\\-@\t\r＝＋－＠]")


def read_rows(path: Path, score: Score) -> tuple[Rows, list[str]]:
    """Return every row of the list, and a sentence for each thing that was mended.

    `score` says how much the first rows look like a list of people; it decides between separators.

    Raises:
        UserError: the file is missing, too large, locked, broken or no list.

    """
    data = load(path)
    if data.startswith(_ARCHIVES):
        from disaster_support.lists.workbooks import read_workbook

        return read_workbook(data, score)
    text, was_lost = decode(data)
    remarks = [_("Some characters could not be read; they show as �.")] if was_lost else []
    if "\0" in text:
        text = text.replace("\0", "")
        remarks.append(_("Null characters were left out."))
    separator = _find_separator(text, score)
    rows, remark = _parse(text, separator)
    return [[_unguard(cell) for cell in row] for row in rows], [*remarks, *([remark] if remark else [])]


def guard(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula: with an apostrophe before = + - @ and the like.

    A lone "-" (declined) stays. `read_rows` takes the apostrophe off again. Source: OWASP, CSV Injection.
    """
    return f"'{cell}" if cell != "-" and re.match("'*[=+\\-@\t\r＝＋－＠]", cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def load(path: Path) -> bytes:
    """Return the content of a file that is not too large. Raises UserError if it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_MB * 1_000_000:
            raise UserError(
                _("{path} is larger than {size} MB: divide it into several files.").format(path=path, size=LARGEST_MB)
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            _("{path} cannot be read: {reason}.").format(path=path, reason=error.strerror or error)
        ) from error


def _find_separator(text: str, score: Score) -> str:
    sample = text[:20_000]

    def worth(separator: str) -> tuple[int, int]:
        rows = _parse(sample, separator)[0]
        widths = sorted(len(row) for row in rows)
        return score(rows), widths[len(widths) // 2] if widths else 0

    return max(_SEPARATORS, key=worth)


def _parse(text: str, separator: str) -> tuple[Rows, str]:
    # A quotation mark that never ends would swallow the rest of the file: then marks are letters like any other.
    for options in ({"strict": True}, {"strict": False}):
        try:
            rows = _read(text, separator, **options)
        except csv.Error as error:
            if "unexpected end" in str(error) or "field larger" in str(error):
                break
        else:
            return rows, ""
    return _read_unquoted(text, separator), _("A quotation mark was never closed: they were read as they stand.")


def _read(text: str, separator: str, *, strict: bool) -> Rows:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict))


def _read_unquoted(text: str, separator: str) -> Rows:
    return [line.split(separator) for line in text.splitlines()]
