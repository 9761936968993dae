"""How many: by language, nationality, need, room; each person here is counted once."""

from dataclasses import dataclass
from datetime import datetime

from disaster_support.storage.clock import from_stamp
from disaster_support.storage.needs import ASKS
from disaster_support.storage.register import Register

_HERE = "presence.counted = 1 AND presence.state = 'here'"
_PERSON = "person INDEXED BY person_to_count ON person.id = presence.person_id"  # without reading whole records


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
    also = dict(
        register.query(
            "SELECT tag, count(*) FROM language CROSS JOIN presence ON presence.person_id = language.person_id"
            f" WHERE language.removed = 0 AND {_HERE} {where} GROUP BY tag",
            values,
        )
    )
    rows = register.query(
        "SELECT coalesce(tag, ''), count(*), sum(reach = 'interpreter'), sum(reach IN ('easy-ja', 'slow')),"
        " sum(reach = 'fluent'), min(registered_at) FROM ("
        " SELECT registered_at, tag, CASE WHEN level = 'interpreter' THEN level ELSE"
        " coalesce(japanese, CASE WHEN tag = 'ja' THEN 'fluent' END) END AS reach FROM ("
        # SQLite takes tag and level from the row that has min(position): the first language.
        " SELECT registered_at, tag, level, min(position), group_concat(CASE tag WHEN 'ja' THEN level END) AS japanese"
        f" FROM presence JOIN {_PERSON} LEFT JOIN language"
        " ON language.person_id = presence.person_id AND language.removed = 0"
        f" WHERE {_HERE} {where} GROUP BY presence.person_id)) GROUP BY tag ORDER BY tag IS NULL, count(*) DESC, tag",
        values,
    )
    return [
        LanguageCount(
            tag,
            people,
            also.get(tag, people) - people if tag else 0,
            interpreter or 0,
            easy or 0,
            fluent or 0,
            _moment(first),
        )
        for tag, people, interpreter, easy, fluent, first in rows
    ]


def count_nationalities(register: Register, shelter_id: str = "") -> list[tuple[str, int]]:
    """Return country code (or '', '?', '-') and people here, most first."""
    where, values = _at(shelter_id)
    return register.query(
        f"SELECT coalesce(nationality, ''), count(*) FROM presence JOIN {_PERSON}"
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
        f"SELECT coalesce(room, ''), count(*) FROM presence JOIN {_PERSON}"
        f" WHERE {_HERE} {where} GROUP BY room ORDER BY room",
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


def _moment(stamp: str | None) -> datetime | None:
    return from_stamp(stamp) if stamp else None
