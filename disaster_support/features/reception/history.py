"""What became of a record: who changed which field from what to what, who merged or removed it, and who has read it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from disaster_support.features.reception.languages_text import write_languages
from disaster_support.features.reception.model import TEXT_FIELDS, Level, Need, NeedState, SpokenLanguage

if TYPE_CHECKING:
    from disaster_support.storage.journal import Change, Value
    from disaster_support.storage.register import Register

MET = "met_"
"""Before a kind of need: the column that says when it was seen to, as a stamp of UTC."""

_TOGETHER = timedelta(hours=1)  # one member of staff at one record: one line, not twenty
_AGE = ("age_years", "age_on")
_Row = dict[str, "Value"]


class Event(StrEnum):
    """What an entry of the history tells."""

    REGISTERED = "registered"
    CHANGED = "changed"
    READ = "read"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A column before and after, as text; empty is not asked.

    Besides the columns of the documented CSV there are `met_<need>`, `household` (an id), `merged_into` (an id) and
    `removed` ("1").
    """

    column: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a member of staff did with a record."""

    at: datetime
    by: str  # name
    event: Event
    changes: tuple[FieldChange, ...] = ()
    times: int = 1  # of readings in a row


def list_entries(register: "Register", person_id: str) -> list[Entry]:
    """Return what was done with a record, newest first; comings, goings and things given have lists of their own."""
    from disaster_support.storage.journal import READ, read_changes
    from disaster_support.storage.staff import list_staff

    names = {member.id: member.name for member in list_staff(register)}
    changes = read_changes(register, rows=(person_id, *_list_rows(register, person_id)))
    changes.reverse()
    entries: list[Entry] = []
    rows: dict[tuple[str, str], _Row] = {}
    for (at, user, reason), group in groupby(changes, lambda one: (one.at, one.user, one.reason)):
        by = names.get(user, user)
        if reason == READ:
            entries.append(Entry(at, by, Event.READ, times=len(list(group))))
            continue
        changed = tuple(_apply(rows, group, person_id))
        if not changed:
            continue
        is_first = any(one.column == "household" and not one.was for one in changed)
        entries.append(Entry(at, by, Event.REGISTERED if is_first else Event.CHANGED, changed))
    return list(reversed(list(_join_readings(entries))))


def _list_rows(register: "Register", person_id: str) -> Iterator[str]:
    for table in ("language", "need", "consent"):
        for row in register.query(f"SELECT id FROM {table} WHERE person_id = ?", (person_id,)):
            yield str(row[0])


def _apply(rows: dict[tuple[str, str], _Row], changes: Iterable["Change"], person_id: str) -> Iterator[FieldChange]:
    before = _columns(rows, person_id)
    for change in changes:
        rows.setdefault((change.table, change.row), {}).update(change.columns)
    after = _columns(rows, person_id)
    for column in {**before, **after}:
        was, became = before.get(column, ""), after.get(column, "")
        if was != became:
            yield FieldChange(column, was, became)


def _columns(rows: Mapping[tuple[str, str], _Row], person_id: str) -> dict[str, str]:
    """Return the columns of a record whose rows stand like this."""
    person = rows.get(("person", person_id), {})
    found = {name: _text(person.get(name)) for name in TEXT_FIELDS if name not in _AGE}
    found["birth"] = found["birth"] or _text(person.get("age_years"))
    found["languages"] = write_languages(_languages(row for (table, _id), row in rows.items() if table == "language"))
    for (table, _id), row in rows.items():
        if table == "need":
            found[f"need_{row['kind']}"] = _need(row)
            found[f"{MET}{row['kind']}"] = _text(row.get("met_at"))
        elif table == "consent":
            given = row.get("given")
            found[f"consent_{row['audience']}"] = "" if given is None else "yes" if given else "no"
    found["household"] = _text(person.get("household_id"))
    found["merged_into"] = _text(person.get("merged_into"))
    found["removed"] = _text(person.get("removed") or None)
    return found


def _languages(rows: Iterable[_Row]) -> list[SpokenLanguage]:
    standing = sorted((row for row in rows if not row.get("removed")), key=lambda row: int(row["position"] or 0))
    return [_language(row) for row in standing]


def _language(row: _Row) -> SpokenLanguage:
    level = row.get("level")
    return SpokenLanguage(_text(row["tag"]), Level(str(level)) if level else None, _text(row.get("script")))


def _need(row: _Row) -> str:
    from disaster_support.features.reception.answers import write_need

    state = row.get("state")
    return write_need(Need(NeedState(str(state)), _text(row.get("detail")))) if state else ""


def _text(value: "Value") -> str:
    return "" if value is None else str(value)


def _join_readings(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, readings of one member of staff in a row as one."""
    last: Entry | None = None
    for entry in entries:
        if last and last.event is entry.event is Event.READ and last.by == entry.by and entry.at - last.at < _TOGETHER:
            last = replace(last, times=last.times + entry.times)
            continue
        if last:
            yield last
        last = entry
    if last:
        yield last
