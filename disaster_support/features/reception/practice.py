"""Drill mode: reception, boards and signs work with invented people in a register of the drill's own.

It lies beside the real one, has a key of its own that only the real register knows, and says everywhere what it is.
"""

import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.practice import Station

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


class PracticeRegisters:
    """The way into drill mode and out of it. `begin` and `resume` take a second or more and may run on any thread."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def exists(self, drill_id: str) -> bool:
        """Return whether there is a practice register of this drill."""
        from disaster_support.storage.register import is_register

        return is_register(self._folder(drill_id))

    def is_on(self, drill_id: str) -> bool:
        """Return whether the program works with it now."""
        door = self._context.door
        return door.is_practising and door.register.folder == self._folder(drill_id)

    def begin(self, drill_id: str, title: str, people: int) -> "Register":
        """Make it, with so many invented people who are in the shelter already; hand it to `enter`.

        Raises:
            UserError: it is there already, or the disk refuses.

        """
        from disaster_support.storage.register import create_register

        home, passphrase = self._context.door.home, secrets.token_urlsafe(24)
        named = _("Drill: {title}").format(title=title)
        folder = self._folder(drill_id)
        home.write_local(_secret(drill_id), passphrase)  # first: without it the register could not be opened again
        register = create_register(
            folder, named, _("Drill shelter"), home.staff.name, passphrase, self._context.clock
        ).register
        try:
            register.mark_as_practice()
            self._invent(register, people)
        except BaseException:
            register.close()
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return register

    def resume(self, drill_id: str) -> "Register":
        """Open it again; hand it to `enter`.

        Raises:
            UserError: it was wiped, or cannot be read.

        """
        from disaster_support.storage.register import open_register

        passphrase = self._context.door.home.read_local(_secret(drill_id))
        if not passphrase or not self.exists(drill_id):
            raise UserError(_("There is no practice register of this drill any more."))
        return open_register(self._folder(drill_id), passphrase, self._context.clock)

    def enter(self, opened: "Register") -> None:
        """Let the whole program work with it from now on."""
        self._context.door.enter_practice(opened)

    def leave(self) -> None:
        """Go back to the real register."""
        self._context.door.leave_practice()

    def figures(self, drill_id: str) -> list[Station]:
        """Return the newcomers of the drill, their languages and needs, and how long they waited.

        Raises:
            UserError: the drill's register is not open.

        """
        if not self.is_on(drill_id):
            raise UserError(_("Turn drill mode on to read its figures."))
        from disaster_support.storage.stopwatch import count_timed_languages, count_timed_needs, list_waits

        register = self._context.door.register
        waits = list_waits(register)
        counts = [Station("people", (len(waits),))]
        counts += [Station(f"language.{tag or '?'}", (people,)) for tag, people in count_timed_languages(register)]
        counts += [Station(f"need.{kind}", (people,)) for kind, people in count_timed_needs(register)]
        times = zip(("wait.language", "wait.need", "wait.registered"), zip(*waits, strict=True), strict=False)
        return counts + [Station(name, tuple(one for one in seconds if one is not None)) for name, seconds in times]

    def wipe(self, drill_id: str) -> None:
        """Delete it for good; drill mode ends where it was on.

        Raises:
            UserError: the disk refuses.

        """
        from disaster_support.files import explained

        if self.is_on(drill_id):
            self.leave()
        folder = self._folder(drill_id)
        with explained(folder):
            if folder.exists():
                shutil.rmtree(folder)
        self._context.door.home.write_local(_secret(drill_id), "")

    def _folder(self, drill_id: str) -> Path:
        return self._context.door.folder.parent / f"practice-{drill_id}"

    def _invent(self, register: "Register", people: int) -> None:
        from disaster_support.features.reception.exchange_in import add_intakes
        from disaster_support.features.reception.intake import read_details
        from disaster_support.features.reception.sample import invent_people

        now = self._context.clock().astimezone()
        rows = invent_people(people, secrets.randbelow(1_000_000), now.date(), self._context.paths.resources / "sample")
        add_intakes(register, [read_details(row, now) for row in rows])


def _secret(drill_id: str) -> str:
    return f"practice.{drill_id}"
