"""Values as each language writes them, against the table that was found good (`GOLDEN=write` writes it)."""

import os
from datetime import date, time
from pathlib import Path

from disaster_support.content.written import write_count, write_date, write_phone, write_time
from tests.helpers.languages import LANGUAGES

TABLE = Path(__file__).parent / "written-values.txt"
TODAY = date(2026, 11, 23)


def _row(tag):
    values = (
        write_date(date(2026, 11, 24), tag, TODAY),
        write_date(date(2027, 1, 4), tag, TODAY),
        *(write_time(moment, tag) for moment in (time(0, 5), time(9, 0), time(12, 0), time(15, 30))),
        write_count(1, tag),
        write_count(12345, tag),
        write_phone("03-1234-5678", tag),
    )
    shown = "\t".join((tag, *values)).replace("\u00a0", "<nbsp>").replace("\u2068", "<fsi>").replace("\u2069", "<pdi>")
    return f"{shown}\n"


def test_values_are_written_as_they_were_found_good():
    table = "".join(
        _row(tag) for tag in ["ja", "ja-simple", *(one for one in LANGUAGES if one not in ("ja", "ja-simple"))]
    )
    if os.environ.get("GOLDEN") == "write":
        TABLE.write_text(table, encoding="utf-8")
    assert table == TABLE.read_text(encoding="utf-8")
