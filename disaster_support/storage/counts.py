"""How many: by language, nationality, need, room; each person here is counted once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from disaster_support.features.reception.model import Level
from disaster_support.storage.clock import from_stamp
from disaster_support.storage.needs import ASKS
from disaster_support.storage.register import Register

_HERE = "presence.counted = 1 AND presence.state = 'here'"


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """The people here whose first language it is, and how they can be reached."""

    tag: str  # empty: no language is known
    people: int  # those whose first language it is: these add up to everybody
    also: int  # others who know it too
    interpreter: int  # of `people`: an interpreter is needed
    easy_japanese: int  # of `people`: Easy Japanese, or Japanese spoken slowly, is enough
    japanese: int  # of `people`: Japanese will do
    first_came: datetime | None  # when the first of `people` was registered

    @property
    def unknown(self) -> int:
        """Of `people`: nobody has asked yet how they can be reached."""
        return self.people - self.interpreter - self.easy_japanese - self.japanese


def count_languages(register: Register, shelter_id: str = "") -> list[LanguageCount]:
    """Return the languages of the people here, most people first, those without a language last."""
    where, values = _at(shelter_id)
    rows = register.query(
        "SELECT languages, reach, count(*), min(registered_at) FROM presence"
        f" WHERE {_HERE} {where} GROUP BY languages, reach",
        values,
    )
    counts: dict[str, _Count] = {}
    for languages, reach, people, first_came in rows:
        first, *others = languages.split(",")
        counts.setdefault(first, _Count()).add(reach, people, first_came)
        for tag in others:
            counts.setdefault(tag, _Count()).also += people
    found = [one.finish(tag) for tag, one in counts.items() if one.people]
    return sorted(found, key=lambda one: (not one.tag, -one.people, one.tag))


@dataclass(slots=True)
class _Count:
    also: int = 0
    reached: Counter[str] = field(default_factory=Counter)
    first_came: str = ""

    @property
    def people(self) -> int:
        return self.reached.total()

    def add(self, reach: str, people: int, first_came: str) -> None:
        self.reached[reach] += people
        self.first_came = min(self.first_came or first_came, first_came)

    def finish(self, tag: str) -> LanguageCount:
        reached = self.reached
        easy = reached[Level.EASY_JA] + reached[Level.SLOW]
        first_came = from_stamp(self.first_came)
        return LanguageCount(
            tag, self.people, self.also, reached[Level.INTERPRETER], easy, reached[Level.FLUENT], first_came
        )


def count_nationalities(register: Register, shelter_id: str = "") -> list[tuple[str, int]]:
    """Return country code (or '', '?', '-') and people here, most first."""
    where, values = _at(shelter_id)
    return register.query(
        f"SELECT nationality, count(*) FROM presence"
        f" WHERE {_HERE} {where} GROUP BY nationality ORDER BY count(*) DESC, nationality",
        values,
    )


def count_needs(register: Register, shelter_id: str = "") -> list[tuple[str, int, int]]:
    """Return the kind of need, people here who have it, and for how many of them it waits; most waiting first."""
    where, values = _at(shelter_id)
    return register.query(
        f"SELECT need.kind, count(*), sum(met_at IS NULL AND {ASKS}) AS waiting"
        " FROM need CROSS JOIN presence ON presence.person_id = need.person_id"
        f" WHERE need.state = 'yes' AND {_HERE} {where} GROUP BY need.kind ORDER BY waiting DESC, count(*) DESC, kind",
        values,
    )


def count_rooms(register: Register, shelter_id: str = "") -> list[tuple[str, int]]:
    """Return the rooms that people here are in, and how many in each; '' for no room."""
    where, values = _at(shelter_id)
    return register.query(
        f"SELECT room, count(*) FROM presence WHERE {_HERE} {where} GROUP BY room ORDER BY room",
        values,
    )


def count_states(register: Register, shelter_id: str = "") -> dict[str, int]:
    """Return how many people are in each state; states without anybody are left out."""
    where, values = _at(shelter_id)
    rows = register.query(f"SELECT state, count(*) FROM presence WHERE counted = 1 {where} GROUP BY state", values)
    return {row[0]: int(row[1]) for row in rows}


def count_here(register: Register, shelter_id: str = "") -> int:
    """Return how many people are here now."""
    return count_states(register, shelter_id).get("here", 0)


def _at(shelter_id: str) -> tuple[str, tuple[str, ...]]:
    return ("AND presence.shelter_id = ?", (shelter_id,)) if shelter_id else ("", ())
