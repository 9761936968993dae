"""Writing: each row and its entry in the journal in one transaction. There is no other way to change a row."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from disaster_support.storage.clock import hybrid_moment, next_hybrid
from disaster_support.storage.engine import Connection
from disaster_support.storage.ids import new_group, new_id

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

Value = str | int | float | None
Row = Mapping[str, Value]

_GATHERED = 2_000  # entries of the journal that wait in memory
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

READ = "read"  # the reason of an entry that says who looked at a record, and changes nothing


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the journal."""

    node: str
    seq: int
    hlc: int
    user: str
    reason: str
    table: str
    row: str
    columns: dict[str, Value]

    @property
    def at(self) -> datetime:
        """When it was written, in local time."""
        return hybrid_moment(self.hlc)


class Writer:
    """Changes rows inside one transaction of a register; made by `Register.writing`."""

    def __init__(self, connection: Connection, node: str, user: str, reason: str, now: datetime) -> None:
        self._connection = connection
        self._node, self.user, self._reason, self.now = node, user, reason, now
        last = connection.execute("SELECT seq FROM change WHERE node = ? ORDER BY seq DESC LIMIT 1", (node,)).fetchone()
        self._seq: int = last[0] if last else 0
        self._hlc: int = connection.execute("SELECT coalesce(max(hlc), 0) FROM change").fetchone()[0]
        self._group = new_group()
        self._entries: list[tuple[Any, ...]] = []

    def new_id(self) -> str:
        """Return an id for a new row; those of one transaction lie beside one another."""
        return new_id(self._group)

    def insert(self, table: str, row: Row) -> None:
        """Add a row; it has an `id`. Empty columns need not be named."""
        self._insert(table, row, "")

    def update(self, table: str, row_id: str, columns: Row) -> None:
        """Change columns of a row; those that hold the value already are left out of the journal."""
        now = self.row(table, row_id)
        kept = {name: storable(value) for name, value in columns.items()}
        changed = {name: value for name, value in kept.items() if now[name] != value}
        if not changed:
            return
        places = ", ".join(f'"{name}" = ?' for name in changed)
        self._connection.execute(f'UPDATE "{table}" SET {places} WHERE id = ?', (*changed.values(), row_id))
        self._note(table, row_id, changed)

    def put(self, table: str, row: Row) -> None:
        """Add a row, or change the one that has its `id`."""
        if not self._insert(table, row, " ON CONFLICT (id) DO NOTHING"):
            self.update(table, str(row["id"]), {name: value for name, value in row.items() if name != "id"})

    def note(self, table: str, row_id: str, columns: Row) -> None:
        """Write an entry that changes no row: that somebody has read a record, or taken a list with them."""
        self._note(table, row_id, {name: storable(value) for name, value in columns.items()})

    def row(self, table: str, row_id: str) -> dict[str, Value]:
        """Return a row by its id.

        Raises:
            KeyError: there is none.

        """
        cursor = self._connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
        found = cursor.fetchone()
        if found is None:
            raise KeyError(f"{table} {row_id}")
        return dict(zip((column[0] for column in cursor.description), found, strict=True))

    def query(self, sql: str, values: tuple[Value, ...] = ()) -> list[tuple[Any, ...]]:
        """Read inside the transaction."""
        rows: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
        return rows

    def derive(self, sql: str, values: tuple[Value, ...]) -> None:
        """Write what is made from other rows, or concerns this laptop alone: it has no place in the journal."""
        self._connection.execute(sql, values)

    def flush(self) -> None:
        """Write the entries that were gathered; called before the commit."""
        self._connection.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._entries)
        self._entries.clear()

    def _insert(self, table: str, row: Row, otherwise: str) -> bool:
        # All columns are named, also empty ones: a statement that stays the same is prepared once.
        held = {name: storable(value) for name, value in row.items()}
        sql = _insertion(table, tuple(held)) + otherwise
        is_added: bool = self._connection.execute(sql, tuple(held.values())).rowcount == 1
        if is_added:
            self._note(table, str(row["id"]), {name: value for name, value in held.items() if value is not None})
        return is_added

    def _note(self, table: str, row_id: str, columns: Row) -> None:
        self._seq += 1
        self._hlc = next_hybrid(self._hlc, self.now)
        text = _encode(columns)
        self._entries.append((self._node, self._seq, self._hlc, self.user, self._reason, table, row_id, text))
        if len(self._entries) == _GATHERED:
            self.flush()


@cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))})'


def storable(value: Value) -> Value:
    """Return what SQLite can hold: a text without NUL and without half characters, which clipboards and files bring."""
    if not isinstance(value, str) or (value.isascii() and "\0" not in value):
        return value
    return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_COLUMNS = 'node, seq, hlc, user, reason, "table", row, columns'


def read_changes(
    register: "Register", *, rows: tuple[str, ...] = (), before: int | None = None, limit: int | None = None
) -> list[Change]:
    """Return entries of the journal, newest first: those of some rows only, or those before a hybrid time."""
    wheres, values = [], list[Value](rows)
    if rows:
        wheres.append(f"row IN ({', '.join('?' * len(rows))})")
    if before is not None:
        wheres.append("hlc < ?")
        values.append(before)
    where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    sql = f"SELECT {_COLUMNS} FROM change {where} ORDER BY hlc DESC, seq DESC LIMIT ?"
    found = register.query(sql, (*values, -1 if limit is None else limit))
    return [
        Change(node, seq, hlc, user, reason, table, row, json.loads(columns))
        for node, seq, hlc, user, reason, table, row, columns in found
    ]
