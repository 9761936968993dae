"""Who of a list is in the register already."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disaster_support.features.reception.model import Details, is_answered

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_Mark = tuple[str, str]  # a name, and a date of birth or a telephone

_WHOLE_DATE = len("2026-11-23")
_TELLING_APART = ("sex", "birth", "nationality")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the register, as far as it tells whether a row of a list is about them."""

    number: str
    household_id: str
    details: Details


class KnownPeople:
    """Everybody in the register, by what a list repeats when it is sent again.

    Somebody is known who has the same name and the same whole date of birth or telephone as a person in the register,
    and whose sex, nationality and birth say nothing else. A name alone is no proof: two people may share it.
    """

    def __init__(self, register: "Register") -> None:
        self._by_mark: dict[_Mark, list[Known]] = {}
        rows = register.query(
            "SELECT number, household_id, name, birth, phone, sex, nationality FROM person WHERE removed = 0"
        )
        for number, household_id, name, birth, phone, sex, nationality in rows:
            details = Details(name=name, birth=birth, phone=phone, sex=sex, nationality=nationality)
            one = Known(number, household_id, details)
            for mark in _marks(details):
                self._by_mark.setdefault(mark, []).append(one)

    def find(self, details: Details) -> Known | None:
        """Return the person in the register whom these details are about, if one is."""
        candidates = (one for mark in _marks(details) for one in self._by_mark.get(mark, ()))
        return next((one for one in candidates if _may_be_one(one.details, details)), None)


def _marks(details: Details) -> list[_Mark]:
    name = "".join(unicodedata.normalize("NFKC", details.name).casefold().split())
    birth = details.birth if details.birth and len(details.birth) == _WHOLE_DATE else None
    phone = "".join(letter for letter in details.phone or "" if letter.isalnum())
    return [(name, value) for value in (birth, phone) if value]


def _may_be_one(one: Details, other: Details) -> bool:
    """Whether nothing tells two people apart; a birth known as 1985 may be any day of that year."""
    for column in _TELLING_APART:
        first, second = getattr(one, column), getattr(other, column)
        if is_answered(first) and is_answered(second) and not (first.startswith(second) or second.startswith(first)):
            return False
    return True
