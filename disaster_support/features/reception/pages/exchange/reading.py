"""A list as it is being looked over: what the file holds, and what would become of its people now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.features.reception.exchange_in import check_mapping, is_pfif, preview_import
from disaster_support.features.reception.import_report import ImportReport
from disaster_support.features.reception.pfif_in import read_pfif
from disaster_support.features.reception.tables import Row, Table, read_people, read_table

if TYPE_CHECKING:
    from disaster_support.storage.register import Register
    from disaster_support.ui.tasks import Progress

_AT_ONCE = 200  # rows between two looks whether the work is to stop


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that could be read: a table whose columns are to be led, or records that need no leading."""

    path: Path
    table: Table | None
    records: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """The rows as the columns are led now, and what an import would report."""

    rows: tuple[Row, ...]
    report: ImportReport


def open_list(path: Path, now: datetime) -> Opened:
    """Read a file. Raises UserError where it is no list."""
    if is_pfif(path):
        return Opened(path, None, tuple(read_pfif(path, now)))
    return Opened(path, read_table(path))


def look(
    register: "Register", opened: Opened, mapping: Mapping[str, str], now: datetime, progress: "Progress"
) -> Looked:
    """Read the people of a list and see who of them is known.

    Raises:
        UserError: no column is led to a name.
        Cancelled: somebody has led a column elsewhere meanwhile.

    """
    rows = list(opened.records)
    if opened.table:
        check_mapping(mapping)
        for row in read_people(opened.table, mapping, now):
            rows.append(row)
            if len(rows) % _AT_ONCE == 0:
                progress.report(len(rows), len(opened.table.rows))
    return Looked(tuple(rows), preview_import(register, rows))
