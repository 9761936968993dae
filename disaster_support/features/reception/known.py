"""Who of a list is in the register already."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disaster_support.features.reception.model import Details, is_answered

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

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
        self._register = register
        self._by_name: dict[str, list[int]] = {}
        for row, name in register.query("SELECT rowid, name FROM person WHERE removed = 0"):
            self._by_name.setdefault(_fold_name(name), []).append(row)

    def find(self, details: Details) -> Known | None:
        """Return the person in the register whom these details are about, if one is."""
        marks = _marks(details)
        for row in self._by_name.get(_fold_name(details.name), ()) if marks else ():
            one = self._read(row)
            if not marks.isdisjoint(_marks(one.details)) and _may_be_one(one.details, details):
                return one
        return None

    def _read(self, row: int) -> Known:
        sql = f"SELECT number, household_id, {', '.join(_COMPARED)} FROM person WHERE rowid = ?"
        [(number, household_id, *values)] = self._register.query(sql, (row,))
        return Known(number, household_id, Details(**dict(zip(_COMPARED, values, strict=True))))


def _marks(details: Details) -> set[tuple[str, str]]:
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
