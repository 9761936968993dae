"""Who of a list is in the register already."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from disaster_support.features.reception.model import Details, is_answered

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_Mark = tuple[str, str]  # of what kind, and what it says

_WHOLE_DATE = len("2026-11-23")
_COMPARED = ("name", "birth", "phone", "address", "sex", "nationality")
_TELLING_APART = ("sex", "birth", "nationality")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the register, as far as it tells whether a row of a list is about them."""

    number: str
    household_id: str
    details: Details


class KnownPeople:
    """Everybody in the register, by what a list repeats when it is sent again.

    Somebody is known who has the same name and the same whole date of birth, telephone or address down to the house as
    a person in the register, and whose sex, nationality and birth say nothing else. A name alone is no proof: two
    people may share it.
    """

    def __init__(self, register: "Register") -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._namesakes: dict[str, list[tuple[Known, set[_Mark]]]] = {}  # of the names that were looked for
        for row in register.query(f"SELECT number, household_id, {', '.join(_COMPARED)} FROM person WHERE removed = 0"):
            self._rows.setdefault(_fold_name(row[2]), []).append(row)

    def find(self, details: Details) -> Known | None:
        """Return the person in the register whom these details are about, if one is."""
        marks = _marks(details)
        for one, theirs in self._list_namesakes(_fold_name(details.name)) if marks else ():
            if not marks.isdisjoint(theirs) and _may_be_one(one.details, details):
                return one
        return None

    def _list_namesakes(self, name: str) -> list[tuple[Known, set[_Mark]]]:
        if name not in self._namesakes:
            people = [
                Known(number, household_id, Details(**dict(zip(_COMPARED, values, strict=True))))
                for number, household_id, *values in self._rows.get(name, ())
            ]
            self._namesakes[name] = [(one, _marks(one.details)) for one in people]
        return self._namesakes[name]


def _marks(details: Details) -> set[_Mark]:
    """Return what, with the name, shows who somebody is: a whole date of birth, a telephone, a house."""
    birth = details.birth if details.birth and len(details.birth) == _WHOLE_DATE else ""
    phone, address = _letters(details.phone), _letters(details.address)
    has_house = any(letter.isdecimal() for letter in address)
    marks = {("birth", birth), ("phone", phone), ("address", address if has_house else "")}
    return {(kind, value) for kind, value in marks if value}


def _fold_name(name: str) -> str:
    return "".join(_fold(name).split())


def _fold(text: str | None) -> str:
    """Return the text without differences of width and case."""
    return unicodedata.normalize("NFKC", text or "").casefold()


def _letters(text: str | None) -> str:
    """Return letters and digits only: '?' and '-' become nothing. Not for names: vowel signs are no letters."""
    return "".join(filter(str.isalnum, _fold(text)))


def _may_be_one(one: Details, other: Details) -> bool:
    """Whether nothing tells two people apart; a birth known as 1985 may be any day of that year."""
    for column in _TELLING_APART:
        first, second = getattr(one, column), getattr(other, column)
        if is_answered(first) and is_answered(second) and not (first.startswith(second) or second.startswith(first)):
            return False
    return True
