"""An open register: one data folder, one member of staff, a connection for each thread."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from disaster_support.errors import UserError
from disaster_support.files import explained as explained_file
from disaster_support.files import make_folder
from disaster_support.i18n import gettext as _
from disaster_support.storage import attempts, keys
from disaster_support.storage.clock import to_stamp
from disaster_support.storage.connections import Connections
from disaster_support.storage.engine import Connection, connect, explained, wrap
from disaster_support.storage.journal import READ, Value, Writer
from disaster_support.storage.lock import FolderLock
from disaster_support.storage.roles import Right, Role, StaffMember

DATABASE_FILE = "register.db"

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Created:
    """A new register, and its recovery key, which is shown and printed this once."""

    register: "Register"
    recovery_key: str


_PRACTICE = "practice"  # the name of this laptop's own value that marks a drill's register


class Register:
    """Reads and writes the people of a shelter. Every thread may use it; `close` ends it for all.

    Made by `create_register`, `open_register` and `open_with_recovery_key`.
    """

    def __init__(self, folder: Path, key: bytes, clock: Clock, lock: FolderLock) -> None:
        self.folder, self.clock = folder, clock
        self.staff = StaffMember("", "", Role.VIEWER)  # until somebody is let in
        self._key, self._lock = key, lock
        self._connections = Connections(self.path, key)

    @property
    def path(self) -> Path:
        """The database's file."""
        return self.folder / DATABASE_FILE

    @property
    def key(self) -> bytes:
        """The data key, for whoever opens a backup of this register."""
        return self._key

    @contextlib.contextmanager
    def using(self) -> Iterator[Connection]:
        """Work with the connection of this thread; SQLite's complaints come out as sentences.

        Raises:
            UserError: the register was closed, or the file cannot be read or written.

        """
        with explained(self.path), self._connections.using() as connection:
            yield connection

    def query(self, sql: str, values: tuple[Value, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a SELECT.

        Raises:
            UserError: the file is damaged or the register closed.

        """
        with self.using() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(sql, values).fetchall()
        return rows

    @contextlib.contextmanager
    def writing(self, reason: str = "") -> Iterator[Writer]:
        """Change rows: all of them are on the disk when the block ends, or none if it raises.

        Raises:
            UserError: the disk is full or closed to us, or the file is damaged; nothing was written.

        """
        with self.using() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                writer = Writer(connection, self.node, self.staff.id, reason, self.clock())
                yield writer
                writer.flush()
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise

    def note_reading(self, table: str, row_id: str, what: str = "") -> None:
        """Write down that this member of staff has read a record, or taken a list of them along."""
        with self.writing(READ) as writer:
            writer.note(table, row_id, {"what": what} if what else {})

    @property
    def node(self) -> str:
        """The name of this copy of the register in the journal."""
        return self.read_local("node")

    def read_local(self, name: str, default: str = "") -> str:
        """Return a value of this laptop's own."""
        rows = self.query("SELECT value FROM local WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else default

    def write_local(self, name: str, value: str) -> None:
        """Keep a value of this laptop's own."""
        with self.writing() as writer:
            writer.derive("INSERT OR REPLACE INTO local VALUES (?, ?)", (name, value))

    @property
    def is_practice(self) -> bool:
        """Whether it is a drill's own register, with invented people only."""
        return bool(self.read_local(_PRACTICE))

    def mark_as_practice(self) -> None:
        """Let it say for good that it is a drill's."""
        self.write_local(_PRACTICE, "yes")

    def require(self, right: Right) -> None:
        """Say so where this member of staff may not do something.

        Raises:
            UserError: the role has no such right.

        """
        if not self.staff.may(right):
            raise UserError(_("Your role does not allow this. Ask the shelter manager."))

    def close(self) -> None:
        """Forget the key and let others open the folder; what other threads still read ends in a UserError."""
        self._connections.close()
        self._key = b""
        self._lock.release()


# -- making and opening


def create_register(
    folder: Path, event: str, shelter: str, staff: str, passphrase: str, clock: Clock, *, letter: str = "A"
) -> Created:
    """Make a register for one disaster with its first shelter and its manager; return it open.

    Raises:
        UserError: a name is missing, the passphrase is too short, there is a register already, or the disk refuses.

    """
    for value, sentence in (
        (event, _("Give the disaster a name.")),
        (shelter, _("Give the shelter a name.")),
        (staff, _("Give your name.")),
    ):
        if not value.strip():
            raise UserError(sentence)
    keys.check_passphrase(passphrase)
    make_folder(folder)
    manager = StaffMember(str(uuid4()), staff.strip(), Role.MANAGER)
    ring, key, recovery_key = keys.make_keyring()
    ring = keys.add_slot(ring, key, manager.id, passphrase)
    register = Register(folder, key, clock, FolderLock(folder))
    try:
        if is_register(folder):
            raise UserError(_("There is a register in {folder} already. Choose another folder.").format(folder=folder))
        _set_aside(folder)
        connect(register.path, key, create=True).close()
        _apply_migrations(register)
        _fill(register, event.strip(), shelter.strip(), manager, letter)
        keys.write_keyring(folder, ring)  # last: without it there is no register
        return Created(register, recovery_key)
    except BaseException:
        register.close()
        raise


def is_register(folder: Path) -> bool:
    """Whether there is a register in the folder, or what is left of one."""
    return keys.has_keyring(folder)


def open_register(folder: Path, passphrase: str, clock: Clock) -> Register:
    """Open a register for the member of staff whose passphrase this is.

    Raises:
        UserError: there is none, it is open elsewhere, damaged, or of a newer version.
        WrongPassphraseError: the passphrase opens nothing.

    """
    ring = keys.read_keyring(folder)
    opened = try_secret(folder, ring, passphrase, clock())
    register = _open(folder, opened.key, clock)
    try:
        register.staff = _let_in(register, opened.staff_id)
    except BaseException:
        register.close()
        raise
    return register


def open_with_recovery_key(folder: Path, recovery_key: str, staff: str, passphrase: str, clock: Clock) -> Created:
    """Open a register whose passphrases are lost: the manager of this name gets a new one, the paper a new key.

    Raises:
        UserError: the key is wrong, the passphrase too short, or the register cannot be opened.

    """
    keys.check_passphrase(passphrase)
    if not staff.strip():
        raise UserError(_("Give your name."))
    ring = keys.read_keyring(folder)
    opened = try_secret(folder, ring, recovery_key, clock())
    if opened.staff_id:
        raise UserError(_("This is a passphrase, not the recovery key: open the register with it."))
    register = _open(folder, opened.key, clock)
    try:
        member = _find_manager(register, staff.strip())
        ring = keys.add_slot(ring, opened.key, member.id, passphrase)
        ring, recovery = keys.renew_recovery(ring, opened.key)
        register.staff = member
        with register.writing("recovery") as writer:
            writer.put("staff", {"id": member.id, "name": member.name, "role": str(member.role), "active": 1})
            keys.write_keyring(folder, ring)
        return Created(register, recovery)
    except BaseException:
        register.close()
        raise


def _set_aside(folder: Path) -> None:
    # What a creation that was cut short has left: never thrown away.
    left = f"left-{uuid4().hex[:8]}"
    for name in (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm"):
        with explained_file(folder / name):
            if (folder / name).exists():
                (folder / name).replace(folder / f"{left}-{name}")


def try_secret(folder: Path, ring: keys.Keyring, secret: str, now: datetime) -> keys.Opened:
    """Open a keyring with a passphrase or the recovery key; wrong ones slow down.

    Raises:
        UserError: too many wrong ones lately.
        WrongPassphraseError: it opens nothing.

    """
    attempts.check_pause(folder, now)
    try:
        opened = keys.open_keyring(ring, secret)
    except keys.WrongPassphraseError:
        attempts.note_failure(folder, now)
        raise
    attempts.forget_failures(folder)
    return opened


def _open(folder: Path, key: bytes, clock: Clock) -> Register:
    from disaster_support.storage.backups import clear_unfinished

    lock = FolderLock(folder)
    register = Register(folder, key, clock, lock)
    try:
        clear_unfinished(folder)
        _migrate(register)
    except BaseException:
        register.close()
        raise
    return register


def _migrate(register: Register) -> None:
    from disaster_support.storage.backups import make_backup
    from disaster_support.storage.migrations import pending_migrations, unknown_migrations

    with register.using() as connection:
        if unknown_migrations(connection):
            raise UserError(_("This register was made by a newer version of the program. Update the program."))
        if pending_migrations(connection):
            make_backup(register, "migration")
            _apply_migrations(register)


def _apply_migrations(register: Register) -> None:
    from disaster_support.storage.migrations import register_migrations

    with register.using() as connection:
        register_migrations.apply(wrap(connection))


def _fill(register: Register, event: str, shelter: str, manager: StaffMember, letter: str) -> None:
    register.staff = manager
    shelter_id = str(uuid4())
    named = {"node": uuid4().hex[:12], "letter": letter.upper(), "shelter": shelter_id, "next_household": "1"}
    with register.writing() as writer:
        for name, value in named.items():
            writer.derive("INSERT INTO local VALUES (?, ?)", (name, value))
    with register.writing("create") as writer:
        writer.insert("incident", {"id": str(uuid4()), "name": event, "started_at": to_stamp(writer.now)})
        writer.insert("shelter", {"id": shelter_id, "name": shelter, "own": 1})
        writer.insert("staff", {"id": manager.id, "name": manager.name, "role": str(manager.role), "active": 1})


def _let_in(register: Register, staff_id: str) -> StaffMember:
    from disaster_support.storage.staff import find_member

    member = find_member(register, staff_id)
    if not staff_id or member is None or not member.active:
        raise UserError(_("This passphrase does not open the register. Ask the shelter manager for a new one."))
    return member


def _find_manager(register: Register, name: str) -> StaffMember:
    from disaster_support.storage.staff import list_staff

    found = next((one for one in list_staff(register) if one.name == name), None)
    return replace(found, role=Role.MANAGER, active=True) if found else StaffMember(str(uuid4()), name, Role.MANAGER)
