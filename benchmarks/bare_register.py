"""The register's peer: the same rows, tables and indices in Python's own sqlite3, neither encrypted nor journalled.

The program's own statements run on it, so that what is beside each figure is what encryption and the journal cost.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measure import Row, percentile, time_each
from disaster_support.storage.journal import Writer
from disaster_support.storage.register import Register
from disaster_support.storage.roles import Right
from disaster_support.storage.schema import read_schema

PEER = "sqlite3, bare"
AIM = "within 2 times"

Do = Callable[[Any], object]
"""Does something with the register, or with what stands for it."""

_LEFT_OUT = ("change", "person_search", "person_pairs")  # the journal; and what triggers fill


class _BareWriter(Writer):
    """Changes rows without a word in the journal."""

    def flush(self) -> None:
        """Write nothing more."""

    def _note(self, table: str, row_id: str, columns: Any) -> None:
        """Leave no entry."""


class BareRegister:
    """Answers what finding, counting and adding people ask of a `Register`."""

    def __init__(self, path: Path, register: Register) -> None:
        self.path, self.clock, self.staff = path, register.clock, register.staff
        self._locals = dict(register.query("SELECT name, value FROM local"))
        self.connection = open_bare(path)

    def query(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a SELECT."""
        return self.connection.execute(sql, values).fetchall()

    @contextlib.contextmanager
    def writing(self, _reason: str = "") -> Iterator[Writer]:
        """Change rows in one transaction."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield _BareWriter(self.connection, "", self.staff.id, "", self.clock())
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.rollback()
            raise

    def read_local(self, name: str, default: str = "") -> str:
        """Return a value of this laptop's own."""
        return self._locals.get(name, default)

    def require(self, _right: Right) -> None:
        """Let everybody do everything."""

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def open_bare(path: Path) -> sqlite3.Connection:
    """Open the file as carefully as the register's is opened, and read its first page."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def copy_bare(register: Register, path: Path) -> BareRegister:
    """Copy every row of a register, but for its journal."""
    bare = BareRegister(path, register)
    with register.using() as connection:
        bare.connection.executescript(read_schema(connection))
    bare.connection.execute("BEGIN")
    tables = bare.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'person_%\\_%' ESCAPE '\\'"
    )
    for (table,) in tables:
        if table not in _LEFT_OUT and (rows := register.query(f'SELECT * FROM "{table}"')):
            marks = ", ".join("?" * len(rows[0]))
            bare.connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)
    bare.connection.execute("COMMIT")
    bare.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return bare


def time_beside(what: str, register: Register, bare: BareRegister, actions: Sequence[Do], tail: str = "") -> list[Row]:
    """Time each action on both in turn; with an aim for it, also the 95th percentile."""
    pairs = [time_each([lambda do=do: do(register)]) + time_each([lambda do=do: do(bare)]) for do in actions]
    ours, theirs = (sorted(side) for side in zip(*pairs, strict=True))
    rows = [name_row(what, percentile(ours, 0.5), percentile(theirs, 0.5), AIM)]
    if tail:
        rows.append(name_row(f"{what}, 95th percentile", percentile(ours, 0.95), percentile(theirs, 0.95), tail))
    return rows


def name_row(what: str, ours_s: float, theirs_s: float, aim: str) -> Row:
    """Return a line of the table, in milliseconds."""
    return Row(what, ours_s * 1000, "ms", PEER, theirs_s * 1000, aim)
