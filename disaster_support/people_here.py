"""The languages of the people who are here now, as whoever prints asks for them, and nothing of anybody."""

from typing import Protocol


class PeopleHere(Protocol):
    """Knows which languages are present, and nothing of anybody."""

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the people here, most people first; empty where nothing is known."""
        ...

    def without_sheet(self) -> tuple[str, ...]:
        """Return those in which nothing was printed since their first speaker came."""
        ...

    def note_printed(self, languages: tuple[str, ...]) -> None:
        """Remember that something was printed in these languages."""
        ...


class NobodyHere:
    """What is known without a register."""

    def languages(self) -> tuple[str, ...]:
        """Return none."""
        return ()

    def without_sheet(self) -> tuple[str, ...]:
        """Return none."""
        return ()

    def note_printed(self, languages: tuple[str, ...]) -> None:
        """Remember nothing."""
