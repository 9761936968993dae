"""The time that a newcomer at the desk waits, taken in drill mode alone."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


class Stopwatch:
    """Runs from the first thing that is typed or touched until the people at the desk are registered."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._begun: datetime | None = None
        self._language: datetime | None = None
        self._need: datetime | None = None

    def watch(self, *, has_language: bool, has_need: bool) -> None:
        """Take the time of what is there now and was not before."""
        now = self._clock()
        self._begun = self._begun or now
        if has_language:
            self._language = self._language or now
        if has_need:
            self._need = self._need or now

    def stop(self, register: "Register", people: Iterable[str]) -> None:
        """Write down the times of those who were just registered, and begin anew with the next."""
        from disaster_support.storage.stopwatch import put_times

        if self._begun and register.is_practice:
            for person_id in people:
                put_times(register, person_id, self._begun, self._language, self._need)
        self.reset()

    def reset(self) -> None:
        """Forget whoever was at the desk."""
        self._begun = self._language = self._need = None
