"""Opening the encrypted database file: the one place where SQLCipher is imported."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

from disaster_support.errors import UserError
from disaster_support.files import explained as explained_file
from disaster_support.i18n import gettext as _

# sqlite-utils looks for its SQLite here; given another it would not know SQLCipher's errors when it meets them.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

if TYPE_CHECKING:
    from sqlite_utils import Database

Connection = Any  # sqlcipher3 has no types; a `StoppableConnection`
DatabaseError = dbapi2.DatabaseError
IntegrityError = dbapi2.IntegrityError

_WAIT_MS = 10_000  # how long one thread waits for another to finish writing


class DamagedError(UserError):
    """The file is no database of this key, cut short, or has flipped bytes."""


class StoppableConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection that runs no further statement once it is told to stop."""

    stopped = False

    def execute(self, *arguments: Any) -> Any:
        """Run a statement, unless the register is being closed."""
        if self.stopped:
            raise dbapi2.OperationalError("interrupted")
        return super().execute(*arguments)


def connect(path: Path, key: bytes, *, create: bool = False, only_read: bool = False) -> Connection:
    """Open the database with its 256-bit key and read its first page.

    Written so that a commit that returned survives a pulled plug, and so that SQLite keeps nothing in temporary files.
    With `only_read` nothing at all is written, not even beside the file: for copies that nobody else has open.

    Raises:
        DamagedError: it cannot be read with this key, is empty, or is gone.
        UserError: the disk does not let us.

    """
    with explained(path), explained_file(path):
        if not create and (not path.is_file() or not path.stat().st_size):
            raise _damaged(path)  # SQLite would take an empty file for a new database
        address = path.absolute().as_uri() + ("?immutable=1" if only_read else "")
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, factory=StoppableConnection
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is said in a sentence
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not only_read:
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


def _explain(error: Exception, path: Path) -> Exception:
    code = str(getattr(error, "sqlite_errorname", ""))
    for codes, make in _SENTENCES:
        if code.startswith(codes):
            return make(path)
    if "interrupted" in str(error) or "closed database" in str(error):
        return _locked(path)
    return error  # a fault of ours


def _full(path: Path) -> UserError:
    return UserError(_("The disk is full: {path} was not written. Make room or choose another disk.").format(path=path))


def _broken_disk(path: Path) -> UserError:
    return UserError(_("The disk with {path} is full, unplugged or broken. Check it and try again.").format(path=path))


def _in_use(path: Path) -> UserError:
    return UserError(_("The register in {folder} is in use. Try again in a moment.").format(folder=path.parent))


def _not_writable(path: Path) -> UserError:
    return UserError(_("{path} cannot be written: no permission. Choose another folder.").format(path=path))


def _damaged(path: Path) -> UserError:
    return DamagedError(_("The register in {folder} is damaged. Restore its newest backup.").format(folder=path.parent))


def _locked(path: Path) -> UserError:
    return UserError(_("The register is locked. Enter your passphrase to open it."))


_SENTENCES: tuple[tuple[str | tuple[str, ...], Callable[[Path], UserError]], ...] = (
    ("SQLITE_FULL", _full),
    ("SQLITE_IOERR", _broken_disk),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), _in_use),
    (("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"), _not_writable),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB"), _damaged),
    ("SQLITE_INTERRUPT", _locked),
)
