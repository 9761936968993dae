"""Backups by themselves: encrypted copies, opened once to see that they are whole, thinned out by age, restorable."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from disaster_support.errors import UserError
from disaster_support.files import explained as explained_file
from disaster_support.files import make_folder
from disaster_support.i18n import gettext as _
from disaster_support.storage import keys
from disaster_support.storage.engine import DamagedError, connect, explained
from disaster_support.storage.register import DATABASE_FILE, Clock, Register, try_secret
from disaster_support.storage.roles import Right

_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z]+)-([0-9a-f]+)\.db")
_ALL_FOR, _HOURLY_FOR, _DAILY_FOR = timedelta(hours=6), timedelta(days=2), timedelta(days=60)
HOUR = timedelta(hours=1)
_UNREAD_HOUSEHOLDS = 100  # numbers passed over where nobody can say which were given since the backup


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the register as it was."""

    path: Path
    at: datetime  # local time
    reason: str  # opening, hourly, migration, restore, asked
    last_change: int  # hybrid time of the newest entry in it
    size_bytes: int


def make_backup(register: Register, reason: str) -> Backup | None:
    """Copy the register, open the copy, and thin out the old ones; None where nothing has changed since the last.

    Raises:
        UserError: the disk is full or closed to us, or the copy cannot be read back.

    """
    folder = register.folder / keys.BACKUPS_FOLDER
    make_folder(folder)
    last_change = register.query("SELECT coalesce(max(hlc), 0) FROM change")[0][0]
    if reason != "migration" and any(one.last_change == last_change for one in list_backups(register.folder)):
        return None
    now = register.clock().astimezone(UTC)
    path = folder / f"{now:%Y%m%dT%H%M%SZ}-{reason}-{last_change:x}.db"
    part = path.with_suffix(".part")
    try:
        with explained_file(path):
            part.unlink(missing_ok=True)
            with register.using() as connection:
                connection.execute("VACUUM INTO ?", (str(part),))
            verify(part, register.key)
            _sync(part)
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    thin_out(register.folder, register.clock())
    return _read_name(path)


def is_due(register: Register) -> bool:
    """Whether an hour of use has passed since a backup was made; one from the future tells nothing."""
    now = register.clock().astimezone()
    return not any(timedelta(0) <= now - one.at < HOUR for one in list_backups(register.folder))


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups of a register's folder, newest first."""
    paths = (folder / keys.BACKUPS_FOLDER).glob("*.db")
    found = (_read_name(path) for path in paths)
    return sorted((one for one in found if one), key=lambda one: (one.at, one.last_change), reverse=True)


def verify(path: Path, key: bytes) -> None:
    """Open a copy and read every page of it.

    Raises:
        DamagedError: it cannot be read with this key, or its pages do not hold together.

    """
    connection = connect(path, key, only_read=True)
    try:
        with explained(path):
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            said = connection.execute("PRAGMA quick_check").fetchall()
    finally:
        connection.close()
    if broken or said != [("ok",)]:
        raise DamagedError(_("{path} is damaged. Take another backup.").format(path=path))


def restore_backup(folder: Path, backup: Path, secret: str, clock: Clock) -> None:
    """Put a backup in the place of the register, which is closed; what was there is kept beside the backups.

    `secret` is a manager's passphrase or the recovery key. The copy gets a new name in the journal, so that what was
    written after the backup was made cannot be mistaken for what is written from now on.

    Raises:
        UserError: the secret is wrong, the backup damaged, the register open, or the disk refuses; nothing has changed.

    """
    from disaster_support.storage.lock import FolderLock

    if not backup.is_file():
        raise UserError(_("There is no backup {path}.").format(path=backup))
    part = folder / f"{DATABASE_FILE}.part"
    lock = FolderLock(folder)
    try:
        ring = keys.read_keyring(folder)
        opened = try_secret(folder, ring, secret, clock())
        verify(backup, opened.key)
        with explained_file(part):
            shutil.copyfile(backup, part)
        _check_manager(part, opened)
        _begin_anew(part, opened.key, _next_household(folder / DATABASE_FILE, opened.key))
        keys.write_keyring(folder, ring)  # where it had to be read from its copy
        with explained_file(part):
            _sync(part)
            _keep_former(folder, clock())
            part.replace(folder / DATABASE_FILE)
    finally:
        part.unlink(missing_ok=True)
        lock.release()


def clear_unfinished(folder: Path) -> None:
    """Remove what a program that died has left half-written; for whoever has just got the folder to themselves."""
    for pattern in (f".{keys.KEYRING_FILE}-*.part", f"{DATABASE_FILE}.part*", f"{keys.BACKUPS_FOLDER}/*.part*"):
        for path in folder.glob(pattern):
            with contextlib.suppress(OSError):
                path.unlink()


def thin_out(folder: Path, now: datetime) -> None:
    """Keep all backups of six hours, then the last of each hour for two days, of each day for sixty, of each week."""
    now = now.astimezone()
    kept: set[str] = set()
    for backup in list_backups(folder):
        span = _span(now - backup.at)
        name = backup.at.strftime(span) if span else backup.path.name
        if name in kept:
            with contextlib.suppress(OSError):
                backup.path.unlink()
        kept.add(name)


def _span(age: timedelta) -> str | None:
    if age <= _ALL_FOR:
        return None
    if age <= _HOURLY_FOR:
        return "%Y%m%d%H"
    return "%Y%m%d" if age <= _DAILY_FOR else "%G%V"


def _read_name(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    at = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone()
    return Backup(path, at, match[2], int(match[3], 16), path.stat().st_size)


def _check_manager(path: Path, opened: keys.Opened) -> None:
    from disaster_support.storage.roles import Role, StaffMember

    if not opened.staff_id:
        return  # whoever has the paper from the safe may
    connection = connect(path, opened.key, only_read=True)
    try:
        rows = connection.execute("SELECT name, role FROM staff WHERE id = ?", (opened.staff_id,)).fetchall()
    finally:
        connection.close()
    if not rows or not StaffMember(opened.staff_id, rows[0][0], Role(rows[0][1])).may(Right.MANAGE):
        raise UserError(_("Your role does not allow this. Ask the shelter manager."))


def _next_household(former: Path, key: bytes) -> int:
    # Cards that were handed out after the backup was made carry numbers that must not be given again.
    try:
        connection = connect(former, key)
        try:
            with explained(former):
                return int(connection.execute("SELECT value FROM local WHERE name = 'next_household'").fetchone()[0])
        finally:
            connection.close()
    except UserError:
        return 0


def _begin_anew(path: Path, key: bytes, next_household: int) -> None:
    connection = connect(path, key)
    try:
        with explained(path):
            ours = int(connection.execute("SELECT value FROM local WHERE name = 'next_household'").fetchone()[0])
            number = str(max(next_household, ours) if next_household else ours + _UNREAD_HOUSEHOLDS)
            for name, value in (("node", uuid4().hex[:12]), ("next_household", number)):
                connection.execute("UPDATE local SET value = ? WHERE name = ?", (value, name))
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")  # one file, to be renamed
    finally:
        connection.close()


def _keep_former(folder: Path, now: datetime) -> None:
    aside = folder / keys.BACKUPS_FOLDER / f"before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    make_folder(aside)
    for name in _database_files():
        if (folder / name).exists():
            (folder / name).replace(aside / name)


def _database_files() -> Iterable[str]:
    # The log of what was written last goes first: a database without it would be older, not broken.
    return (f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", DATABASE_FILE)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
