"""The record of a person, changed with care: only what was edited is written, and nobody's edit is swallowed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from disaster_support.errors import UserError
from disaster_support.features.reception.columns import CONSENT_COLUMNS, NEED_COLUMNS
from disaster_support.features.reception.intake import Intake, write_fields
from disaster_support.features.reception.model import Details, Filters, Person
from disaster_support.features.reception.service import check_name, find_people
from disaster_support.i18n import gettext as _
from disaster_support.storage import people
from disaster_support.storage.finding import count_matching
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_K = TypeVar("_K")
_V = TypeVar("_V")

_BIRTH = ("birth", "age_years", "age_on")  # one answer in one field of the form
_OUTSIDE = ("age_years", "age_on", "household", "state", "arrived_at")
_SINGLE = frozenset(one.name for one in fields(Details)) - {"needs", "consents"}


@dataclass(frozen=True, slots=True)
class Collision:
    """A column that two members of staff have changed, each to something else; the texts are those of columns."""

    column: str
    theirs: str  # stands in the register
    mine: str  # stands in the form


class CollisionError(UserError):
    """Somebody else has changed the same columns since the form was opened; nothing was written."""

    def __init__(self, now: Person, collisions: tuple[Collision, ...]) -> None:
        super().__init__(_("Somebody else has changed the same meanwhile. Choose what shall stand."))
        self.now, self.collisions = now, collisions


@dataclass(frozen=True, slots=True)
class Choices:
    """What the people of a register can be narrowed down by, each value with the number of people; most first."""

    languages: tuple[tuple[str, int], ...] = ()
    needs: tuple[tuple[str, int], ...] = ()
    rooms: tuple[tuple[str, int], ...] = ()
    states: tuple[tuple[str, int], ...] = ()
    shelters: tuple[tuple[str, int], ...] = ()  # by id


def write_record(details: Details) -> dict[str, str]:
    """Return the columns of a person that a form edits: an age stands in the place of the date, consents are bare."""
    written = write_fields(Intake(details))
    written["birth"] = written["birth"] or written["age_years"]
    for column in CONSENT_COLUMNS:
        written[column] = written[column].partition(" ")[0]
    return {column: text for column, text in written.items() if column not in _OUTSIDE}


def take_columns(base: Details, edited: Details, columns: Iterable[str]) -> Details:
    """Return what is known, with these columns as they were edited.

    Every other answer stays as it is to the last bit: when a need was noted and seen to, when a consent was given, on
    what day an age was asked.
    """
    single: dict[str, object] = {}
    needs, consents = dict(base.needs), dict(base.consents)
    for column in columns:
        if column in NEED_COLUMNS:
            _take(needs, edited.needs, NEED_COLUMNS[column])
        elif column in CONSENT_COLUMNS:
            _take(consents, edited.consents, CONSENT_COLUMNS[column])
        else:
            names = _BIRTH if column == "birth" else (column,)
            single |= {name: getattr(edited, name) for name in names if name in _SINGLE}
    return replace(base, **single, needs=needs, consents=consents)  # type: ignore[arg-type]


def _take(into: dict[_K, _V], source: Mapping[_K, _V], key: _K) -> None:
    if key in source:
        into[key] = source[key]
    else:
        into.pop(key, None)


def list_collisions(
    before: Mapping[str, str], now: Mapping[str, str], mine: Mapping[str, str], columns: Iterable[str]
) -> tuple[Collision, ...]:
    """Return which of the edited columns somebody else has changed to something else, all as columns of text."""
    return tuple(
        Collision(column, now[column], mine[column])
        for column in columns
        if now[column] not in (before[column], mine[column])
    )


def change_columns(
    register: "Register", person_id: str, before: Mapping[str, str], edited: Details, columns: Collection[str]
) -> Person:
    """Write the columns of a record that were edited, and return the record as it is now.

    Args:
        register: the open register.
        person_id: whose record.
        before: these columns as they stood when the form was opened, from `write_record`.
        edited: what stands in the form.
        columns: the columns that were edited; everything else stays, whatever somebody else made of it.

    Raises:
        CollisionError: somebody else has changed one of them to something else; nothing was written.
        UserError: the name is missing, the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    check_name(edited)
    with register.writing("changed") as writer:
        now = people.get_person(register, person_id)  # as this transaction sees it: nobody writes in between
        collisions = list_collisions(before, write_record(now.details), write_record(edited), columns)
        if collisions:
            raise CollisionError(now, collisions)
        people.change_person(writer, now, take_columns(now.details, edited, columns))
    return people.get_person(register, person_id)


def move_to_household(register: "Register", person_id: str, number: str) -> str:
    """Let a person belong to the household of this number, or of the card of this number; return the household's id.

    An empty number makes a household of their own. Their card keeps its number.

    Raises:
        UserError: there is no such household, or the role does not allow it.

    """
    register.require(Right.REGISTER)
    wanted = number.strip()
    household_id = _find_household(register, wanted) if wanted else ""
    with register.writing("household") as writer:
        household_id = household_id or people.add_household(writer)[0]
        people.move_household(writer, person_id, household_id)
    return household_id


def _find_household(register: "Register", number: str) -> str:
    rows = register.query(
        "SELECT id FROM household WHERE number = ? COLLATE NOCASE"
        " UNION ALL SELECT household_id FROM person WHERE number = ? COLLATE NOCASE",
        (number, number),
    )
    if not rows:
        raise UserError(
            _("There is no household or card “{number}”. Type a number such as A-12.").format(number=number)
        )
    return str(rows[0][0])


_ROOMS = 300  # of a shelter that types its places freely; the search finds the others


def list_choices(register: "Register") -> Choices:
    """Return what people in the register can be narrowed down by: only what is there."""
    counted = "presence.counted = 1"
    by_person = "JOIN presence ON presence.person_id"
    return Choices(
        languages=_count(
            register,
            f"SELECT tag, count(*) FROM language {by_person} = language.person_id"
            f" WHERE {counted} AND removed = 0 GROUP BY tag ORDER BY count(*) DESC, tag",
        ),
        needs=_count(
            register,
            f"SELECT kind, count(*) FROM need {by_person} = need.person_id"
            f" WHERE {counted} AND need.state = 'yes' GROUP BY kind ORDER BY count(*) DESC, kind",
        ),
        rooms=_count(
            register,
            f"SELECT room, count(*) FROM presence WHERE {counted} AND room <> ''"
            f" GROUP BY room ORDER BY count(*) DESC, room LIMIT {_ROOMS}",
        ),
        states=_count(register, f"SELECT state, count(*) FROM presence WHERE {counted} GROUP BY state ORDER BY state"),
        shelters=_count(
            register,
            f"SELECT shelter_id, count(*) FROM presence WHERE {counted} GROUP BY shelter_id ORDER BY count(*) DESC",
        ),
    )


def _count(register: "Register", sql: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(value), int(number)) for value, number in register.query(sql))


_NEWEST = 30  # people who are shown before anything is searched: nobody leafs through everybody


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found: the first of them, and how many there are."""

    people: tuple[Person, ...]
    total: int  # 0 with people: nobody matches, these are similar
    is_search: bool  # else these are the newest arrivals


def look_up(register: "Register", filters: Filters, limit: int = 200) -> Found:
    """Return the first people that match, newest arrivals first; those who have come last when nothing is asked for."""
    is_search = filters != Filters()
    found = tuple(find_people(register, filters, limit if is_search else min(limit, _NEWEST)))
    return Found(found, count_matching(register, filters), is_search)
