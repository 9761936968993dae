"""Opening the encrypted database file: the one place where SQLCipher is imported."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

# sqlite-utils looks for its SQLite here; given another it would not know SQLCipher's errors when it meets them.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

if TYPE_CHECKING:
    from sqlite_utils import Database

Connection = Any  # sqlcipher3 has no types
DatabaseError = dbapi2.DatabaseError
IntegrityError = dbapi2.IntegrityError

_WAIT_MS = 10_000  # how long one thread waits for another to finish writing


class DamagedError(UserError):
    """The file is no database of this key, cut short, or has flipped bytes."""


def connect(path: Path, key: bytes, *, create: bool = False) -> Connection:
    """Open the database with its 256-bit key and read its first page.

    Written so that a commit that returned survives a pulled plug, and so that SQLite keeps nothing in temporary files.

    Raises:
        DamagedError: it cannot be read with this key.
        UserError: it is not there, or the disk does not let us.

    """
    if not create and not path.is_file():
        raise UserError(_("There is no register in {folder}.").format(folder=path.parent))
    with explained(path):
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA cache_size = -32000")
        except BaseException:
            connection.close()
            raise
        return connection


def wrap(connection: Connection) -> "Database":
    """Return sqlite-utils' view of a connection: for migrations and for looking at the schema."""
    from sqlite_utils import Database

    return Database(connection)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into one sentence.

    Raises:
        DamagedError: the file is damaged or has another key.
        UserError: the disk is full, read only, or the file is in use.

    """
    try:
        yield
    except DatabaseError as error:
        raise _explain(error, path) from error


def _explain(error: Exception, path: Path) -> UserError:
    said = str(error).lower()
    if "full" in said:
        return UserError(
            _("The disk is full: {path} was not written. Make room or choose another disk.").format(path=path)
        )
    if "locked" in said or "busy" in said:
        return UserError(_("The register in {folder} is in use. Try again in a moment.").format(folder=path.parent))
    if "readonly" in said or "unable to open" in said:
        return UserError(_("{path} cannot be written: no permission. Choose another folder.").format(path=path))
    if any(word in said for word in ("not a database", "malformed", "disk i/o", "hmac", "corrupt")):
        return DamagedError(
            _("The register in {folder} is damaged. Restore its newest backup.").format(folder=path.parent)
        )
    raise error
