"""The day in figures: who is here now and hour by hour, what was given, and the count that goes to headquarters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from disaster_support.features.reception.dates import Birth, age_on
from disaster_support.features.reception.model import Level, NeedKind, NeedState, Person, State
from disaster_support.features.reception.paper.count_sheet import CountSheet, LanguageLine, count_ages
from disaster_support.features.reception.things import MEALS
from disaster_support.storage.counts import count_states
from disaster_support.storage.moments import (
    Entry,
    Place,
    count_given,
    count_hours,
    list_entries,
    places_at,
    steps_between,
)
from disaster_support.storage.movements import count_handouts, count_present
from disaster_support.storage.people import load_people
from disaster_support.storage.shelters import get_shelter, list_shelters

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

STAYING = frozenset({State.HERE, State.ON_LEAVE})
"""Where those are who have a place in the shelter."""

_HOURS, _ENTRIES = 24, 30


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people are in each state, in one shelter or in all."""

    shelter: str  # its name, empty for all
    here: int
    on_leave: int
    expected: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What the counter shows beside the scanner."""

    total: HeadCount
    shelters: tuple[HeadCount, ...]  # each, where there are several
    hours: tuple[tuple[datetime, int], ...]  # full hours until now, the last first
    given: dict[str, int]  # today, by thing
    entries: tuple[Entry, ...]  # the last first


def survey(register: "Register", now: datetime) -> Survey:
    """Return the figures of now; `now` has its zone."""
    own = list_shelters(register, own=True)
    last = now.replace(minute=0, second=0, microsecond=0)
    hours = [last - timedelta(hours=back) for back in reversed(range(_HOURS))]
    return Survey(
        _count(register, "", ""),
        tuple(_count(register, one.id, one.name) for one in own) if len(own) > 1 else (),
        tuple(zip(reversed(hours), reversed(count_hours(register, hours)), strict=True)),
        count_handouts(register, _midnight(now), now + timedelta(seconds=1)),
        tuple(list_entries(register, _ENTRIES)),
    )


def count_at(register: "Register", at: datetime) -> list[tuple[str, int]]:
    """Return how many people were here at a moment: in all ('' for its name), then in each shelter of several."""
    own = list_shelters(register, own=True)
    named = [("", ""), *((one.name, one.id) for one in own if len(own) > 1)]
    return [(name, count_present(register, at, shelter_id)) for name, shelter_id in named]


def _count(register: "Register", shelter_id: str, name: str) -> HeadCount:
    states = count_states(register, shelter_id)
    return HeadCount(name, *(states.get(state, 0) for state in (State.HERE, State.ON_LEAVE, State.EXPECTED)))


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Course:
    """Who was of a shelter at a moment, and how that came since midnight: staying = before + arrived - left."""

    before: frozenset[str]  # who stayed at midnight
    arrived: frozenset[str]
    left: frozenset[str]
    here: frozenset[str]
    on_leave: frozenset[str]


def course_of(register: "Register", at: datetime, shelter_id: str) -> Course:
    """Return the course of a day until a moment, each person once however often they came and went.

    Who is away for the night stays; who moved to another shelter of the register has left this one.
    """
    midnight = _midnight(at)
    places = places_at(register, midnight)
    before = frozenset(who for who, place in places.items() if _stays(place, shelter_id))
    came = set[str]()
    for who, place in steps_between(register, midnight, at):
        if who not in before and _stays(place, shelter_id):
            came.add(who)
        places[who] = place
    here, on_leave = (
        frozenset(who for who, place in places.items() if place == Place(state, shelter_id))
        for state in (State.HERE, State.ON_LEAVE)
    )
    return Course(before, frozenset(came), (before | came) - here - on_leave, here, on_leave)


def _stays(place: Place, shelter_id: str) -> bool:
    return place.state in STAYING and place.shelter_id == shelter_id


def count_sheet(register: "Register", at: datetime, shelter_id: str) -> CountSheet:
    """Return the count of a shelter at a moment with its zone; languages and needs as they are known today."""
    course = course_of(register, at, shelter_id)
    people = load_people(register, sorted(course.here))
    births = [Birth(one.details.birth, one.details.age_years, one.details.age_on) for one in people]
    return CountSheet(
        shelter=get_shelter(register, shelter_id).name,
        at=at,
        present=len(people),
        households=len({person.household_id for person in people}),
        arrived=len(course.arrived),
        left=len(course.left),
        on_leave=len(course.on_leave),
        meals=count_given(register, MEALS, _midnight(at), at, shelter_id),
        languages=_languages(people),
        nationalities=Counter(person.details.nationality or "" for person in people).most_common(),
        ages=count_ages(age_on(birth, at.date()) for birth in births),
        sexes=dict(Counter(person.details.sex or "" for person in people).most_common()),
        needs=_needs(people),
    )


def _languages(people: Sequence[Person]) -> list[LanguageLine]:
    firsts = [person.details.languages[0] if person.details.languages else None for person in people]
    spoken = Counter(one.tag if one else "" for one in firsts)
    helped = Counter(one.tag for one in firsts if one and one.level is Level.INTERPRETER)
    return [LanguageLine(tag, count, helped[tag]) for tag, count in spoken.most_common()]


def _needs(people: Sequence[Person]) -> dict[NeedKind, int]:
    counts = Counter(
        kind for person in people for kind, need in person.details.needs.items() if need.state is NeedState.YES
    )
    return {kind: counts[kind] for kind in NeedKind if counts[kind]}
