"""At the counter: a card is shown, and somebody comes, leaves or is given something; what came of it, one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.reception.comings import give, move, take_back, take_handouts_back
from disaster_support.features.reception.model import Filters, MovementKind, Person, State
from disaster_support.i18n import gettext as _
from disaster_support.storage.finding import find_ids
from disaster_support.storage.movements import list_handouts
from disaster_support.storage.people import get_household, load_people

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


class Mode(StrEnum):
    """What is being done with everybody who shows a card."""

    IN = "in"
    OUT = "out"
    LEAVE = "leave"
    TRANSFER_OUT = "transfer-out"
    TRANSFER_IN = "transfer-in"
    GIVE = "give"


class Result(StrEnum):
    """What came of it for one person."""

    DONE = "done"
    ALREADY = "already"  # was in that state before: nothing was written
    HAD = "had"  # had the same thing on the same day: nothing was written yet
    KEPT = "kept"  # of the household, and not where this would concern them


@dataclass(frozen=True, slots=True)
class Task:
    """What is done, with what is said about it."""

    mode: Mode
    at: datetime | None = None  # None: now
    place: str = ""  # where to, or where from
    reason: str = ""
    nights: int = 0  # away; 0: not known
    item: str = ""
    quantity: int = 1
    whole_household: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A person as they were before, and what came of it."""

    person: Person
    result: Result
    had_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written, in such a way that it can be taken back."""

    lines: tuple[Line, ...]
    movement_ids: tuple[str, ...] = ()
    handout_ids: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether anything was written."""
        return bool(self.movement_ids or self.handout_ids)

    @property
    def asks(self) -> tuple[str, ...]:
        """Return the ids of those who had it today and would be given it only if somebody says so."""
        return tuple(line.person.id for line in self.lines if line.result is Result.HAD)


_CONCERNED: Mapping[Mode, tuple[State, ...]] = {
    # Whom a list offers, and who of a household goes along when another member shows a card for all.
    Mode.IN: (State.EXPECTED, State.ON_LEAVE, State.LEFT),
    Mode.OUT: (State.HERE, State.ON_LEAVE),
    Mode.LEAVE: (State.HERE,),
    Mode.TRANSFER_OUT: (State.HERE, State.ON_LEAVE),
    Mode.TRANSFER_IN: (State.EXPECTED, State.LEFT, State.TRANSFERRED),
    Mode.GIVE: (State.HERE,),
}
_MOST_OFFERED = 1000


def list_concerned(register: "Register", mode: Mode, room: str = "") -> list[Person]:
    """Return whom this may be done with, those of one room or all, room by room, for ticking."""
    ids = [
        one for state in _CONCERNED[mode] for one in find_ids(register, Filters(state=state, room=room), _MOST_OFFERED)
    ]
    return sorted(load_people(register, ids), key=lambda person: (person.details.room or "", *number_key(person)))


def number_key(person: Person) -> tuple[str, ...]:
    """Return a key that puts A-2-1 before A-12-1."""
    return tuple(part.rjust(8, "0") for part in person.number.split("-"))


def carry_out(register: "Register", task: Task, ids: Sequence[str], *, again: bool = False) -> Outcome:
    """Do it for these people, or for their whole households; `again` gives what somebody had today once more.

    Raises:
        UserError: something is missing, the time lies ahead, or the role does not allow it; nothing was written.

    """
    shown = load_people(register, dict.fromkeys(ids))
    if len(shown) < len(set(ids)):
        raise UserError(_("There is nobody with this number in the register."))
    people = _with_households(register, shown) if task.whole_household else shown
    kept = {person.id for person in people if person not in shown and person.state not in _CONCERNED[task.mode]}
    concerned = [person for person in people if person.id not in kept]
    outcome = _give(register, task, concerned, again) if task.mode is Mode.GIVE else _move(register, task, concerned)
    return Outcome(
        (*outcome.lines, *(Line(person, Result.KEPT) for person in people if person.id in kept)),
        outcome.movement_ids,
        outcome.handout_ids,
    )


def undo(register: "Register", outcome: Outcome) -> None:
    """Take back what was written; history keeps both.

    Raises:
        UserError: the role does not allow it.

    """
    if outcome.movement_ids:
        take_back(register, outcome.movement_ids)
    if outcome.handout_ids:
        given = list_handouts(register, (line.person.id for line in outcome.lines))
        take_handouts_back(register, [one for one in given if one.id in outcome.handout_ids])


def _with_households(register: "Register", shown: Iterable[Person]) -> list[Person]:
    """Return these people and all who belong to them, those who have shown their card first."""
    people = {person.id: person for person in shown}
    for household_id in dict.fromkeys(person.household_id for person in shown):
        for member in get_household(register, household_id).members:
            people.setdefault(member.id, member)
    return list(people.values())


def _move(register: "Register", task: Task, people: Sequence[Person]) -> Outcome:
    day = task.at or register.clock().astimezone()
    back_on = (day + timedelta(days=task.nights)).date().isoformat() if task.nights else ""
    moved = move(
        register,
        [person.id for person in people],
        MovementKind(task.mode.value),
        at=task.at,
        destination=task.place,
        reason=task.reason,
        back_on=back_on if task.mode is Mode.LEAVE else "",
    )
    results = dict.fromkeys(moved.already, Result.ALREADY)
    lines = tuple(Line(person, results.get(person.id, Result.DONE)) for person in people)
    return Outcome(lines, movement_ids=moved.movement_ids)


def _give(register: "Register", task: Task, people: Sequence[Person], again: bool) -> Outcome:
    had = {} if again else _had_that_day(register, task, people)
    takes = [person.id for person in people if person.id not in had]
    handout_ids = give(register, takes, task.item, task.quantity, at=task.at)
    lines = tuple(
        Line(person, Result.HAD if person.id in had else Result.DONE, had.get(person.id)) for person in people
    )
    return Outcome(lines, handout_ids=handout_ids)


def _had_that_day(register: "Register", task: Task, people: Sequence[Person]) -> dict[str, datetime]:
    """Return when these people had the same thing on the same day, the last time of each."""
    day = (task.at or register.clock()).astimezone().date()
    handouts = list_handouts(register, (person.id for person in people))
    same = [one for one in handouts if one.item == task.item and one.at.date() == day]
    return {one.person_id: one.at for one in reversed(same)}
