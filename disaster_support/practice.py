"""Drill mode as drills ask for it; reception makes it. The app hands it over, since rooms do not know one another."""

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Station:
    """A figure of drill mode: a count, or the seconds that each newcomer waited for something."""

    name: str  # "people", "language.vi", "need.diet", "wait.language", "wait.need", "wait.registered"
    numbers: tuple[int, ...]


class Practice(Protocol):
    """The way into drill mode: a register of its own for each drill, with invented people."""

    def exists(self, drill_id: str) -> bool:
        """Whether there is a practice register of this drill."""

    def is_on(self, drill_id: str) -> bool:
        """Whether the program works with it now."""

    def begin(self, drill_id: str, title: str, people: int) -> Any:
        """Make it, with so many invented people in it already; slow. Hand what it returns to `enter`."""

    def resume(self, drill_id: str) -> Any:
        """Open it again; slow. Hand what it returns to `enter`."""

    def enter(self, opened: Any) -> None:
        """Let reception, talk and signs work with it from now on."""

    def leave(self) -> None:
        """Go back to the real register."""

    def figures(self, drill_id: str) -> list[Station]:
        """Return what the report needs of it while it is on."""

    def wipe(self, drill_id: str) -> None:
        """Delete it for good."""
