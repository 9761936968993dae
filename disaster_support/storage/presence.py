"""Where everybody is, and what they are counted by: made from the rows, anew whenever one of these changes."""

from collections.abc import Sequence
from typing import NamedTuple

from disaster_support.features.reception.model import STATE_AFTER, Level, MovementKind, State
from disaster_support.storage.journal import Writer
from disaster_support.storage.register import Register

STANDS = "movement.kind <> 'void' AND NOT EXISTS (SELECT 1 FROM movement AS later WHERE later.voids = movement.id)"
"""The condition on a movement that holds: neither taken back nor what takes another back."""

_JAPANESE = "ja"


class Presence(NamedTuple):
    """A row of the table, column by column."""

    person_id: str
    state: State
    since: str | None
    shelter_id: str
    counted: int  # 0: the record was merged into another or removed
    registered_at: str
    languages: str  # tags with a comma between them, the first language first
    reach: str  # how far Japanese gets: a `Level`, or '' where nobody has asked
    nationality: str
    room: str


def find_reach(languages: Sequence[tuple[str, str | None]]) -> str:
    """Return how a person can be reached, of their languages and levels: the first is their own."""
    if not languages:
        return ""
    first, level = languages[0]
    if level == Level.INTERPRETER:
        return level
    japanese = dict(languages).get(_JAPANESE)
    return japanese or (Level.FLUENT if first == _JAPANESE else "")


def write_presence(writer: Writer, person_id: str) -> None:
    """Make the row of a person anew: the last movement of the person and of the records merged into them.

    Of a merged record, also that of the person it was merged into.
    """
    person = writer.query(
        "SELECT shelter_id, removed = 0 AND merged_into IS NULL, registered_at, coalesce(nationality, ''),"
        " coalesce(room, ''), merged_into FROM person WHERE id = ?",
        (person_id,),
    )
    [(own_shelter, counted, registered_at, nationality, room, merged_into)] = person
    last = writer.query(
        "SELECT kind, at, shelter_id FROM movement"
        " WHERE person_id IN (SELECT ? UNION SELECT id FROM person WHERE merged_into = ?)"
        f" AND {STANDS} ORDER BY at DESC, rowid DESC LIMIT 1",
        (person_id, person_id),
    )
    languages = writer.query(
        "SELECT tag, level FROM language WHERE person_id = ? AND removed = 0 ORDER BY position", (person_id,)
    )
    kind, since, shelter_id = last[0] if last else (None, None, own_shelter)
    rest = (counted, registered_at, *_of_languages(languages), nationality, room)
    put_presence(writer, Presence(person_id, _state(kind), since, shelter_id, *rest))
    if merged_into:
        write_presence(writer, merged_into)


def put_presence(writer: Writer, row: Presence) -> None:
    """Write the row of a person."""
    writer.derive(f"INSERT OR REPLACE INTO presence VALUES ({', '.join('?' * len(row))})", row)


def count_wrong(register: Register) -> int:
    """Return how many people's rows are not what their movements and answers say."""
    rows = register.query(
        "WITH record (id, who) AS (SELECT id, id FROM person"
        " UNION ALL SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL),"
        " last AS (SELECT who, kind, at, movement.shelter_id, row_number() OVER (PARTITION BY who"
        " ORDER BY movement.at DESC, movement.rowid DESC) AS place"
        f" FROM movement JOIN record ON record.id = movement.person_id WHERE {STANDS})"
        " SELECT person.id, kind, at, coalesce(last.shelter_id, person.shelter_id),"
        " removed = 0 AND merged_into IS NULL, person.registered_at, coalesce(person.nationality, ''),"
        " coalesce(person.room, ''), presence.*"
        " FROM person LEFT JOIN last ON last.who = person.id AND place = 1"
        " LEFT JOIN presence ON presence.person_id = person.id"
    )
    languages = _languages_by_person(register)
    wrong = 0
    for id_, kind, at, shelter_id, counted, registered_at, nationality, room, *held in rows:
        rest = (counted, registered_at, *_of_languages(languages.get(id_, ())), nationality, room)
        wrong += held != list(Presence(id_, _state(kind), at, shelter_id, *rest))
    return wrong


def _state(kind: str | None) -> State:
    return STATE_AFTER[MovementKind(kind)] if kind else State.EXPECTED


def _of_languages(languages: Sequence[tuple[str, str | None]]) -> tuple[str, str]:
    return ",".join(tag for tag, _level in languages), find_reach(languages)


def _languages_by_person(register: Register) -> dict[str, list[tuple[str, str | None]]]:
    rows = register.query("SELECT person_id, tag, level FROM language WHERE removed = 0 ORDER BY person_id, position")
    found: dict[str, list[tuple[str, str | None]]] = {}
    for person_id, tag, level in rows:
        found.setdefault(person_id, []).append((tag, level))
    return found
