"""Where people were at a moment, how many were here hour by hour, and what was entered last."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from disaster_support.features.reception.model import STATE_AFTER, MovementKind, State
from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.presence import STANDS
from disaster_support.storage.register import Register

# A record that was merged into another is that other person: nobody is counted twice.
_WHO = "coalesce(person.merged_into, person.id)"
_OF_PEOPLE = f"FROM movement JOIN person ON person.id = movement.person_id WHERE person.removed = 0 AND {STANDS}"
_IS_IN = "(movement.kind IN ('in', 'transfer-in'))"


class Place(NamedTuple):
    """Where somebody is, and of which shelter they are."""

    state: State
    shelter_id: str


class Entry(NamedTuple):
    """Something that was written down about a person: a movement, or what they were given."""

    id: str
    person_id: str
    number: str
    name: str
    at: datetime
    kind: MovementKind | None = None  # None: it was given
    place: str = ""  # where to, or where from
    item: str = ""
    quantity: int = 0


def places_at(register: Register, at: datetime) -> dict[str, Place]:
    """Return where everybody who had come by a moment was then, by the person's id."""
    rows = register.query(
        f"SELECT who, kind, shelter_id FROM (SELECT {_WHO} AS who, kind, movement.shelter_id, row_number() OVER"
        f" (PARTITION BY {_WHO} ORDER BY movement.at DESC, movement.rowid DESC) AS place"
        f" {_OF_PEOPLE} AND movement.at <= ?) WHERE place = 1",
        (to_stamp(at),),
    )
    return {who: _place(kind, shelter_id) for who, kind, shelter_id in rows}


def steps_between(register: Register, since: datetime, until: datetime) -> list[tuple[str, Place]]:
    """Return who went where after one moment and until another, in that order."""
    rows = register.query(
        f"SELECT {_WHO}, kind, movement.shelter_id {_OF_PEOPLE} AND movement.at > ? AND movement.at <= ?"
        " ORDER BY movement.at, movement.rowid",
        (to_stamp(since), to_stamp(until)),
    )
    return [(who, _place(kind, shelter_id)) for who, kind, shelter_id in rows]


def count_hours(register: Register, hours: Sequence[datetime]) -> list[int]:
    """Return how many people were here at each of these moments, which rise.

    Counted back from now over the people who have moved since the first: a day's counts cost no more where the
    register is years long.
    """
    now = register.query("SELECT count(*) FROM presence WHERE counted = 1 AND state = 'here'")[0][0]
    first = to_stamp(hours[0])
    steps = register.query(
        f"WITH moved AS (SELECT DISTINCT {_WHO} AS who {_OF_PEOPLE} AND movement.at > ?),"
        f" steps AS (SELECT movement.at, {_IS_IN} AS here, lag({_IS_IN}, 1, 0) OVER"
        " (PARTITION BY who ORDER BY movement.at, movement.rowid) AS before"
        " FROM moved JOIN person ON person.id = who OR person.merged_into = who"
        f" JOIN movement ON movement.person_id = person.id WHERE person.removed = 0 AND {STANDS})"
        " SELECT at, here - before FROM steps WHERE at > ? AND here <> before",
        (first, first),
    )
    return [now - sum(change for at, change in steps if at > stamp) for stamp in map(to_stamp, hours)]


def list_entries(register: Register, limit: int) -> list[Entry]:
    """Return the movements and things given that were entered last and hold, the latest entry first."""
    written = register.query(
        "SELECT \"table\", row FROM change WHERE \"table\" IN ('movement', 'handout') ORDER BY hlc DESC LIMIT ?",
        (3 * limit,),  # some are taken back, and what takes them back is written there too
    )
    found = _movements(register, [row for table, row in written if table == "movement"])
    found |= _handouts(register, [row for table, row in written if table == "handout"])
    return [found[row] for _table, row in written if row in found][:limit]


def list_items(register: Register, since: datetime) -> list[str]:
    """Return what was given since a moment, what was given last first."""
    rows = register.query(
        "SELECT item FROM handout WHERE at >= ? AND voids IS NULL GROUP BY item ORDER BY max(at) DESC",
        (to_stamp(since),),
    )
    return [row[0] for row in rows]


def count_given(
    register: Register, items: Iterable[str], since: datetime, until: datetime, shelter_id: str = ""
) -> int:
    """Return how many of these things were given after a moment and until another, to the people of a shelter."""
    wanted = tuple(items)
    where, values = ("AND presence.shelter_id = ?", (shelter_id,)) if shelter_id else ("", ())
    rows = register.query(
        "SELECT coalesce(sum(quantity), 0) FROM handout JOIN presence ON presence.person_id = handout.person_id"
        " WHERE voids IS NULL AND at >= ? AND at <= ?"
        " AND id NOT IN (SELECT voids FROM handout WHERE voids IS NOT NULL)"
        f" AND item IN ({', '.join('?' * len(wanted))}) {where}",
        (to_stamp(since), to_stamp(until), *wanted, *values),
    )
    return int(rows[0][0])


def _place(kind: str, shelter_id: str) -> Place:
    return Place(STATE_AFTER[MovementKind(kind)], shelter_id)


def _movements(register: Register, ids: Sequence[str]) -> dict[str, Entry]:
    rows = register.query(
        "SELECT movement.id, person.id, number, name, movement.at, kind, destination FROM movement"
        " JOIN person ON person.id = movement.person_id"
        f" WHERE movement.id IN ({', '.join('?' * len(ids))}) AND {STANDS}",
        tuple(ids),
    )
    return {
        id_: Entry(id_, who, number, name, from_stamp(at), MovementKind(kind), place or "")
        for id_, who, number, name, at, kind, place in rows
    }


def _handouts(register: Register, ids: Sequence[str]) -> dict[str, Entry]:
    rows = register.query(
        "SELECT handout.id, person.id, number, name, handout.at, item, quantity FROM handout"
        " JOIN person ON person.id = handout.person_id"
        f" WHERE handout.id IN ({', '.join('?' * len(ids))}) AND voids IS NULL"
        " AND handout.id NOT IN (SELECT voids FROM handout WHERE voids IS NOT NULL)",
        tuple(ids),
    )
    return {
        id_: Entry(id_, who, number, name, from_stamp(at), item=item, quantity=quantity)
        for id_, who, number, name, at, item, quantity in rows
    }
