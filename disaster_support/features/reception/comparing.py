"""Two records of one person: where they differ, and which answer is likely to be the better one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from disaster_support.features.reception.answers import read_need
from disaster_support.features.reception.columns import CONSENT_COLUMNS, NEED_COLUMNS
from disaster_support.features.reception.model import Details, NeedState, Person, is_answered
from disaster_support.features.reception.records import take_columns, write_record

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that two records answer differently, as text; `takes_other` proposes the other's answer."""

    column: str
    keep: str
    other: str
    takes_other: bool


def order_pair(one: Person, other: Person) -> tuple[Person, Person]:
    """Return the record to keep and the one to merge into it: the first registered has the card that is in use."""
    first, second = sorted((one, other), key=lambda person: (person.registered_at or _LONG_AGO, person.number))
    return first, second


def list_differences(keep: Person, other: Person) -> list[Difference]:
    """Return the columns that two records answer differently.

    Proposed is an answer over none, a name in its own letters over plain ones, more languages, a fuller date, a need
    over none and what exactly over a mere yes, a no to being found over a yes; else the record made later.
    """
    mine, theirs = write_record(keep.details), write_record(other.details)
    return [
        Difference(column, mine[column], theirs[column], _is_better(column, mine[column], theirs[column], keep, other))
        for column in mine
        if mine[column] != theirs[column]
    ]


def list_agreed(keep: Person, other: Person) -> list[str]:
    """Return the columns that both records answer, and alike."""
    mine, theirs = write_record(keep.details), write_record(other.details)
    return [column for column in mine if mine[column] and mine[column] == theirs[column]]


def combine(keep: Person, other: Person, from_other: Collection[str]) -> Details:
    """Return what is known of the person when these columns are the other record's and the rest is that of `keep`."""
    return take_columns(keep.details, other.details, from_other)


def _is_better(column: str, mine: str, theirs: str, keep: Person, other: Person) -> bool:
    if is_answered(mine) != is_answered(theirs):
        return is_answered(theirs)
    if column in CONSENT_COLUMNS:
        return theirs == "no"  # private until both have said yes
    ranks = _rank(column, theirs), _rank(column, mine)
    if ranks[0] != ranks[1]:
        return ranks[0] > ranks[1]
    return (other.registered_at or _LONG_AGO) >= (keep.registered_at or _LONG_AGO)


def _rank(column: str, text: str) -> int:
    """Return how much an answer says; those that say as much are told apart by their age."""
    if column == "name":
        return int(not text.isascii())
    if column == "languages":
        return text.count(";")
    if column == "birth":
        return len(text)
    if column in NEED_COLUMNS:
        need = read_need(text)
        return int(need.state is NeedState.YES) + bool(need.detail)
    return 0


def list_merged(register: "Register", person_id: str) -> Sequence[Person]:
    """Return the records that were merged into a person's."""
    from disaster_support.storage.people import load_people

    rows = register.query("SELECT id FROM person WHERE merged_into = ? ORDER BY registered_at", (person_id,))
    return load_people(register, [row[0] for row in rows])
