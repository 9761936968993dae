"""The door to the register: closed when the program starts, opened with a passphrase, closed again when idle."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.changes import Change, Changes
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.storage.register import Created, Register


class RegisterDoor:
    """Holds the open register, if any; nothing of the database is imported before somebody opens it.

    In drill mode the register of the drill stands before it: whatever works with people works with that one.

    `open`, `create` and `recover` may run on any thread and change nothing here; `admit`, `enter_practice`,
    `leave_practice` and `lock` belong to the window's thread, and tell everybody.
    """

    def __init__(self, find_folder: Callable[[], Path], clock: Callable[[], datetime], changes: Changes) -> None:
        self._find_folder, self._clock, self._changes = find_folder, clock, changes
        self._home: Register | None = None
        self._practice: Register | None = None

    @property
    def folder(self) -> Path:
        """Where the register is, or would be."""
        return self._find_folder()

    @property
    def exists(self) -> bool:
        """Whether there is a register to open."""
        from disaster_support.storage.keys import has_keyring

        return has_keyring(self.folder)

    @property
    def is_open(self) -> bool:
        """Whether somebody has opened it."""
        return self._home is not None

    @property
    def is_practising(self) -> bool:
        """Whether drill mode is on."""
        return self._practice is not None

    @property
    def register(self) -> "Register":
        """The register that people are entered in: the open one, in drill mode the drill's.

        Raises:
            UserError: it is locked.

        """
        return self._practice or self.home

    @property
    def home(self) -> "Register":
        """The open register, also in drill mode: courses, drills and costs are kept in it.

        Raises:
            UserError: it is locked.

        """
        if self._home is None:
            raise UserError(_("The register is locked. Enter your passphrase to open it."))
        return self._home

    def open(self, passphrase: str) -> "Register":
        """Return the register, opened; see `storage.register.open_register` for what it raises."""
        from disaster_support.storage.register import open_register

        return open_register(self.folder, passphrase, self._clock)

    def create(self, event: str, shelter: str, staff: str, passphrase: str) -> "Created":
        """Return a new register and its recovery key; see `storage.register.create_register`."""
        from disaster_support.storage.register import create_register

        return create_register(self.folder, event, shelter, staff, passphrase, self._clock)

    def recover(self, recovery_key: str, staff: str, passphrase: str) -> "Created":
        """Return the register, opened by the key on paper; see `storage.register.open_with_recovery_key`."""
        from disaster_support.storage.register import open_with_recovery_key

        return open_with_recovery_key(self.folder, recovery_key, staff, passphrase, self._clock)

    def admit(self, register: "Register") -> None:
        """Let the program work with this register from now on."""
        self._home = register
        self._changes.announce(Change.REGISTER)

    def enter_practice(self, register: "Register") -> None:
        """Let the program work with a drill's register until `leave_practice`; what is being typed is kept before."""
        self._changes.announce(Change.REGISTER_CLOSING)
        self._practice = register
        self._changes.announce(Change.REGISTER)

    def leave_practice(self) -> None:
        """Close the drill's register and go back to the real one."""
        if self._practice is None:
            return
        self._changes.announce(Change.REGISTER_CLOSING)
        practice, self._practice = self._practice, None
        practice.close()
        self._changes.announce(Change.REGISTER)

    def lock(self) -> None:
        """Close the register; what is on the screen of it has to go. Those who listen may still write before."""
        if self._home is None:
            return
        self._changes.announce(Change.REGISTER_CLOSING)
        closing = [one for one in (self._practice, self._home) if one]
        self._practice = self._home = None
        for register in closing:
            register.close()
        self._changes.announce(Change.REGISTER)
