"""Who was probably registered twice: for a newcomer at the door, and for the whole register on a page.

Candidates share a date of birth, a telephone, or much of a name; only these are compared name by name.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from disaster_support.features.reception.model import Details, Person, is_answered
from disaster_support.storage.merging import keep_apart, list_apart, merge, unmerge
from disaster_support.storage.people import KEY_FIELDS, load_people
from disaster_support.storage.search_key import fold_spelling, national_number, split_words, to_latin
from disaster_support.storage.similar import find_similar

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

__all__ = [
    "Likely",
    "LikelyPair",
    "Same",
    "keep_apart",
    "likely_duplicates",
    "list_kept_apart",
    "list_likely_pairs",
    "merge",
    "unmerge",
]

Report = Callable[[int, int, str], object]

_LIKELY = 80.0  # of 100
_CANDIDATES = 60
_PHONE_DIGITS = 6  # so many tell whose telephone it is
_LARGEST_BLOCK = 200  # people of one day of birth that are compared with one another
_SAME_BIRTH, _OTHER_BIRTH, _SAME_PHONE, _OTHER_SEX = 10.0, -30.0, 15.0, -10.0
_COLUMNS = "person.id, name, kana, latin, other_names, birth, phone, sex, household_id"


class Same(StrEnum):
    """What two records have in common."""

    NAME = "name"
    BIRTH = "birth"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody who is probably the same person."""

    person_id: str
    score: float  # of 100
    reasons: tuple[Same, ...]


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two records that are probably of one person."""

    one: str
    other: str
    score: float
    reasons: tuple[Same, ...]


@dataclass(frozen=True, slots=True)
class _Who:
    id: str
    names: frozenset[str]  # each with its words sorted, in Latin letters
    birth: str
    phone: str
    sex: str
    household: str = ""


def likely_duplicates(register: "Register", details: Details, exclude: Iterable[str] = ()) -> list[Likely]:
    """Return who in the register is probably the person of these details, the likeliest first."""
    newcomer = _who("", details)
    left_out = set(exclude)
    found = [_compare(newcomer, one) for one in _candidates(register, details, newcomer) if one.id not in left_out]
    likely = [Likely(who, score, reasons) for who, score, reasons in found if score >= _LIKELY]
    return sorted(likely, key=lambda one: (-one.score, one.person_id))


def list_likely_pairs(
    register: "Register", limit: int = 200, report: Report = lambda *_steps: None
) -> list[LikelyPair]:
    """Return the pairs of records that are probably of one person, the likeliest first; those kept apart are left out.

    `report` is told of the steps and stops the work by raising.
    """
    apart = list_apart(register)
    best: dict[tuple[str, str], LikelyPair] = {}
    blocks = list(_blocks(register))
    for place, block in enumerate(blocks):
        if place % 1000 == 0:
            report(place, len(blocks), "")
        for one, other in combinations(sorted(block, key=lambda who: who.id), 2):
            _who_id, score, reasons = _compare(one, other)
            pair = (one.id, other.id)
            if score >= _LIKELY and pair not in apart and Same.NAME in reasons:
                best[pair] = LikelyPair(*pair, score, reasons)
    return sorted(best.values(), key=lambda pair: (-pair.score, pair.one, pair.other))[:limit]


def list_kept_apart(register: "Register") -> list[tuple[Person, Person]]:
    """Return the pairs that somebody said are two people, by number; records that are gone since are left out."""
    apart = list_apart(register)
    people = {one.id: one for one in load_people(register, {person_id for pair in apart for person_id in pair})}
    pairs = [(people[one], people[other]) for one, other in apart]
    found = [pair for pair in pairs if not any(one.merged_into or one.removed for one in pair)]
    return sorted(found, key=lambda pair: tuple(one.number for one in pair))


def _candidates(register: "Register", details: Details, newcomer: _Who) -> list[_Who]:
    ids: set[str] = set()
    if newcomer.birth:
        ids |= _ids(register, "birth = ?", newcomer.birth)
    if len(newcomer.phone) >= _PHONE_DIGITS:
        keyed = "SELECT person_id FROM person_key WHERE number IN (SELECT rowid FROM person_search WHERE key GLOB ?)"
        ids |= _ids(register, f"id IN ({keyed})", f"*{newcomer.phone}*")
    ids |= {person_id for person_id, _key in find_similar(register, _longest(newcomer.names), _CANDIDATES)}
    marks = ", ".join("?" * len(ids))
    rows = register.query(f"SELECT {_COLUMNS} FROM person {_COUNTED} AND person.id IN ({marks})", tuple(ids))
    return [_read(row) for row in rows]


_COUNTED = "CROSS JOIN presence ON presence.person_id = person.id WHERE presence.counted = 1"


def _ids(register: "Register", where: str, value: str) -> set[str]:
    return {row[0] for row in register.query(f"SELECT id FROM person WHERE {where} LIMIT {_LARGEST_BLOCK}", (value,))}


def _longest(names: Iterable[str]) -> list[str]:
    """Return the names without spaces, as the index has them: the words in both orders."""
    found = []
    for name in names:
        words = name.split()
        found += ["".join(words), "".join(reversed(words))]
    return list(dict.fromkeys(found))


def _blocks(register: "Register") -> Iterator[list[_Who]]:
    """Yield people worth comparing: born on one day, reached by one telephone, or of exactly the same name."""
    people = [_read(row) for row in register.query(f"SELECT {_COLUMNS} FROM person {_COUNTED}")]
    blocks: dict[tuple[str, str], list[_Who]] = {}
    for one in people:
        for kind, values in (("birth", [one.birth]), ("phone", [one.phone]), ("name", one.names)):
            for value in filter(None, values):
                blocks.setdefault((kind, value), []).append(one)
    yield from (block for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK)


def _read(row: tuple[str | None, ...]) -> _Who:
    id_, name, kana, latin, other, birth, phone, sex, household = row
    details = Details(name or "", kana, latin, other, sex, birth, phone=phone)
    return _who(str(id_), details, str(household))


def _who(person_id: str, details: Details, household: str = "") -> _Who:
    texts = (getattr(details, field) for field in KEY_FIELDS[:4])
    names = {_sorted_words(text) for text in texts if text and is_answered(text)}
    birth = details.birth if details.birth and len(details.birth) == len("2026-11-23") else ""
    phone = national_number(details.phone) if details.phone and is_answered(details.phone) else ""
    sex = details.sex if details.sex and is_answered(details.sex) else ""
    return _Who(person_id, frozenset(filter(None, names)), birth, phone, sex, household)


def _sorted_words(text: str) -> str:
    return " ".join(sorted(fold_spelling(to_latin(word)) for word in split_words(text)))


def _compare(one: _Who, other: _Who) -> tuple[str, float, tuple[Same, ...]]:
    """Return the other's id, how likely both are the same, of 100, and why."""
    from rapidfuzz import fuzz

    alike = max((fuzz.ratio(a, b) for a in one.names for b in other.names), default=0.0)
    score, reasons = alike, [Same.NAME] if alike >= _LIKELY else []
    if one.birth and other.birth:
        score += _SAME_BIRTH if one.birth == other.birth else _OTHER_BIRTH
        reasons += [Same.BIRTH] if one.birth == other.birth else []
    # A family shares its telephone: it says nothing of two people of one household.
    if one.phone and one.phone == other.phone and (not one.household or one.household != other.household):
        score += _SAME_PHONE
        reasons.append(Same.PHONE)
    if one.sex and other.sex and one.sex != other.sex:
        score += _OTHER_SEX
    return other.id, max(0.0, min(score, 100.0)), tuple(reasons)
