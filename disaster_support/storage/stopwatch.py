"""How long the newcomers of a drill waited for what; only a drill's own register has any."""

from datetime import datetime
from typing import NamedTuple

from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.register import Register


class Waits(NamedTuple):
    """The seconds from the beginning at the desk; None: it did not come to that."""

    language: int | None
    need: int | None
    registered: int


def put_times(
    register: Register, person_id: str, begun: datetime, language: datetime | None, need: datetime | None
) -> None:
    """Write down when a newcomer's registration was begun and what came when; it ends now."""
    with register.writing() as writer:
        row = (begun, language, need, writer.now)
        stamps = (to_stamp(moment) if moment else None for moment in row)
        writer.derive("INSERT OR REPLACE INTO stopwatch VALUES (?, ?, ?, ?, ?)", (person_id, *stamps))


def list_waits(register: Register) -> list[Waits]:
    """Return the waits of all newcomers, in the order in which they were registered."""
    rows = register.query(
        "SELECT begun_at, language_at, need_at, registered_at FROM stopwatch ORDER BY registered_at, person_id"
    )
    return [
        Waits(_seconds(begun, language), _seconds(begun, need), _seconds(begun, registered) or 0)
        for begun, language, need, registered in rows
    ]


def _seconds(begun: str, end: str | None) -> int | None:
    return round((from_stamp(end) - from_stamp(begun)).total_seconds()) if end else None


def count_timed_languages(register: Register) -> list[tuple[str, int]]:
    """Return the first languages of the newcomers ('' where none is known) and how many have each, most first."""
    return register.query(
        "SELECT CASE instr(languages, ',') WHEN 0 THEN languages ELSE substr(languages, 1, instr(languages, ',') - 1)"
        " END AS tag, count(*) FROM stopwatch JOIN presence ON presence.person_id = stopwatch.person_id"
        " WHERE counted = 1 GROUP BY tag ORDER BY count(*) DESC, tag"
    )


def count_timed_needs(register: Register) -> list[tuple[str, int]]:
    """Return the needs of the newcomers and how many have each, most first."""
    return register.query(
        "SELECT kind, count(*) FROM stopwatch JOIN presence ON presence.person_id = stopwatch.person_id"
        " JOIN need ON need.person_id = stopwatch.person_id WHERE counted = 1 AND need.state = 'yes'"
        " GROUP BY kind ORDER BY count(*) DESC, kind"
    )
