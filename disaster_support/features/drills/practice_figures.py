"""What drill mode has shown: newcomers, their languages and needs, and how long they waited."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from disaster_support.features.drills.model import Drill, Event, EventKind
from disaster_support.practice import Station
from disaster_support.storage import drills
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_WAIT, _LANGUAGE, _NEED = "wait.", "language.", "need."


@dataclass(frozen=True, slots=True)
class Wait:
    """How long the newcomers of drill mode waited for something, in seconds."""

    people: int
    median_s: float
    longest_s: int


@dataclass(frozen=True, slots=True)
class PracticeFigures:
    """What drill mode has shown: newcomers, their languages and needs, and their waits by what they waited for."""

    people: int
    languages: Mapping[str, int]
    needs: Mapping[str, int]
    waits: Mapping[str, Wait]  # "language", "need", "registered"; without those that nobody has


def take_over(register: "Register", drill: Drill, stations: Iterable[Station], by: str = "") -> None:
    """Write the figures of drill mode down; they take the place of those that were taken over before.

    Raises:
        UserError: the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    who = by.strip() or register.staff.name
    with register.writing("run") as writer:
        for station in stations:
            numbers = ",".join(map(str, station.numbers))
            drills.add_event(writer, drill.id, EventKind.STATION, ref=station.name, by=who, text=numbers)


def read_figures(events: Sequence[Event]) -> PracticeFigures | None:
    """Return what was last taken over from drill mode; None where nothing was."""
    taken = [event for event in events if event.kind is EventKind.STATION]
    if not taken:
        return None
    # What was taken over at one time is of one moment.
    figures = {event.ref: _read_numbers(event.text) for event in taken if event.at == taken[-1].at}
    return PracticeFigures(
        people=sum(figures.get("people", ())),
        languages={name: sum(numbers) for name, numbers in _named(figures, _LANGUAGE)},
        needs={name: sum(numbers) for name, numbers in _named(figures, _NEED)},
        waits={
            name: Wait(len(numbers), median(numbers), max(numbers))
            for name, numbers in _named(figures, _WAIT)
            if numbers
        },
    )


def _read_numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def _named(figures: Mapping[str, tuple[int, ...]], beginning: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(name.removeprefix(beginning), numbers) for name, numbers in figures.items() if name.startswith(beginning)]
