"""What the journal alone says of the rows, compared with them: both are read in the order of ids, side by side."""

import json
from collections.abc import Iterator
from itertools import groupby

from disaster_support.storage.engine import Connection
from disaster_support.storage.journal import READ, Value

TABLES = (
    "incident", "shelter", "staff", "household", "person", "language", "need", "consent", "movement", "handout",
    "apart", "sheet",
)  # fmt: skip
"""The tables whose rows are made by the journal."""

_Row = tuple[str, dict[str, Value]]


def count_differing_rows(connection: Connection, table: str) -> int:
    """Return how many rows are missing, in excess, or hold other values than the journal's last words on them."""
    told, kept = _replay(connection, table), _rows(connection, table)
    differing = 0
    one, other = next(told, None), next(kept, None)
    while one or other:
        if one and other and one[0] == other[0]:
            differing += one[1] != other[1]
            one, other = next(told, None), next(kept, None)
        elif other is None or (one and one[0] < other[0]):
            differing, one = differing + 1, next(told, None)
        else:
            differing, other = differing + 1, next(kept, None)
    return differing


def _replay(connection: Connection, table: str) -> Iterator[_Row]:
    defaults = {
        name: json.loads(default) if default else None
        for _position, name, _type, _must, default, _key in connection.execute(f"PRAGMA table_info({table})")
    }
    entries = connection.execute(
        "SELECT row, columns FROM change WHERE \"table\" = ? AND reason <> ? AND columns <> '{}'"
        " ORDER BY row, hlc, node, seq",
        (table, READ),
    )
    for row_id, of_row in groupby(entries, key=lambda entry: str(entry[0])):
        row = dict(defaults)
        for _row_id, columns in of_row:
            row.update(json.loads(columns))
        yield row_id, row


def _rows(connection: Connection, table: str) -> Iterator[_Row]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        yield str(row["id"]), row
