"""The schema as all migrations leave it: `python -m disaster_support.storage.schema` writes `db/schema.sql` anew."""

import sys
import tempfile
from pathlib import Path

from disaster_support.files import write_whole
from disaster_support.storage.engine import Connection, connect, wrap
from disaster_support.storage.migrations import register_migrations

_HEAD = "-- Written by `python -m disaster_support.storage.schema` from the migrations; a test compares it.\n"


def make_schema() -> str:
    """Return the schema of a new register as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        connection = connect(Path(folder) / "empty.db", bytes(32), create=True)
        try:
            register_migrations.apply(wrap(connection))
            return read_schema(connection)
        finally:
            connection.close()


def read_schema(connection: Connection) -> str:
    """Return the schema of a register as SQL, in the order in which it was made.

    What SQLite and sqlite-utils keep for themselves is left out: the tables behind the full-text index, the indices of
    keys, the list of migrations.
    """
    rows = connection.execute("SELECT name, tbl_name, sql FROM sqlite_master ORDER BY rowid").fetchall()
    behind = tuple(f"{name}_" for name, _table, sql in rows if (sql or "").startswith("CREATE VIRTUAL TABLE"))
    own = [sql for name, table, sql in rows if sql and not name.startswith(behind) and not table.startswith("_sqlite_")]
    return _HEAD + "".join(f"\n{_normal(sql)};\n" for sql in own)


def _normal(sql: str) -> str:
    return "\n".join(line.rstrip() for line in sql.splitlines())


def main(root: Path) -> int:
    """Write the file under `root`; return the exit code."""
    write_whole(root / "db" / "schema.sql", make_schema().encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[2]))
