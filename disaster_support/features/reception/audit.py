"""The log: who changed, read or took along what, an entry for each thing that was done, in the field's words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import TYPE_CHECKING

from disaster_support.content.fold import fold
from disaster_support.features.reception.model import Audience, MovementKind, NeedKind, NeedState
from disaster_support.features.reception.words import (
    say_audience,
    say_field,
    say_movement,
    say_need,
    say_need_state,
    say_unanswered,
)
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext, pgettext

if TYPE_CHECKING:
    from disaster_support.storage.journal import Change, Value
    from disaster_support.storage.register import Register

PAGE = 200
_AT_ONCE = 1000  # entries read together
_OF_PERSON = {  # table -> the columns that say what a row of a person is about
    "language": ("tag", "level"),
    "need": ("kind", "state"),
    "consent": ("audience", "given"),
    "movement": ("kind", "destination"),
    "handout": ("item", "quantity"),
}
_Row = Mapping[str, "Value"]


@dataclass(frozen=True, slots=True)
class LogFilters:
    """Which entries to show; an empty field means all."""

    staff_id: str = ""
    number: str = ""  # of a person's card
    text: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """What one member of staff did at one moment with one record."""

    at: datetime
    mark: int  # hybrid time of its oldest entry: the next page begins before it
    by: str  # name
    person_id: str  # '' where it concerns nobody in particular
    number: str
    said: str  # translated


def list_log(
    register: "Register",
    filters: LogFilters,
    *,
    before: int | None = None,
    limit: int = PAGE,
    keep_on: Callable[[], object] = lambda: None,
) -> list[LogLine]:
    """Return what was done, newest first; `keep_on` is called now and then and may raise to stop.

    Raises:
        UserError: the role does not allow it.

    """
    from disaster_support.storage.roles import Right
    from disaster_support.storage.staff import list_staff

    register.require(Right.MANAGE)
    names = {member.id: member.name for member in list_staff(register)}
    rows: tuple[str, ...] = ()
    if filters.number:
        rows = _rows_of(register, filters.number)
        if not rows:
            return []
    entries = _read(register, rows, before, keep_on)
    lines = _lines(register, entries, names, filters.staff_id)
    wanted = fold(filters.text)
    return list(islice((line for line in lines if wanted in fold(f"{line.said} {line.by} {line.number}")), limit))


def _rows_of(register: "Register", number: str) -> tuple[str, ...]:
    from disaster_support.storage.people import find_by_number

    person_id = find_by_number(register, number.strip())
    if not person_id:
        return ()
    queries = (f"SELECT id FROM {table} WHERE person_id = ?" for table in _OF_PERSON)
    return (person_id, *(str(row[0]) for sql in queries for row in register.query(sql, (person_id,))))


def _read(
    register: "Register", rows: tuple[str, ...], before: int | None, keep_on: Callable[[], object]
) -> Iterator["Change"]:
    from disaster_support.storage.journal import read_changes

    while True:
        keep_on()
        found = read_changes(register, rows=rows, before=before, limit=_AT_ONCE)
        yield from found
        if len(found) < _AT_ONCE:
            return
        before = found[-1].hlc


def _lines(
    register: "Register", entries: Iterable["Change"], names: Mapping[str, str], staff_id: str
) -> Iterator[LogLine]:
    """Yield a line for what one transaction did with one person: their entries follow one another."""
    owners = _Owners(register, names)
    wanted = (entry for entry in entries if not staff_id or entry.user == staff_id)
    by_person = groupby(wanted, lambda one: (one.at, one.user, one.reason, owners.person_of(one)))
    for (at, user, reason, person_id), group in by_person:
        done = list(group)
        done.reverse()  # in the order in which it was done
        said = _say_all(owners, reason, done)
        if said:  # an empty household says nothing that its people do not
            yield LogLine(at, done[0].hlc, names.get(user, user), person_id, owners.number_of(person_id), said)


class _Owners:
    """Whose rows are whose: asked of the register once for each row."""

    def __init__(self, register: "Register", staff: Mapping[str, str]) -> None:
        self._register, self.staff = register, staff
        self._rows: dict[tuple[str, str], _Row] = {}
        self._numbers: dict[str, str] = {"": ""}

    def row(self, entry: "Change") -> _Row:
        """Return the row of an entry as it is now."""
        place = (entry.table, entry.row)
        if place not in self._rows:
            names = ("person_id", *_OF_PERSON[entry.table])
            columns = ", ".join(f'"{name}"' for name in names)
            found = self._register.query(f'SELECT {columns} FROM "{entry.table}" WHERE id = ?', (entry.row,))
            self._rows[place] = dict(zip(names, found[0], strict=True)) if found else {}
        return self._rows[place]

    def person_of(self, entry: "Change") -> str:
        """Return the id of the person whom an entry concerns, '' for nobody."""
        if entry.table == "person":
            return entry.row
        return str(self.row(entry).get("person_id") or "") if entry.table in _OF_PERSON else ""

    def number_of(self, person_id: str) -> str:
        """Return the number on a person's card."""
        if person_id not in self._numbers:
            found = self._register.query("SELECT number FROM person WHERE id = ?", (person_id,))
            self._numbers[person_id] = str(found[0][0]) if found else ""
        return self._numbers[person_id]


# -- words


def _say_all(owners: _Owners, reason: str, entries: Sequence["Change"]) -> str:
    from disaster_support.storage.journal import READ

    if reason == READ:
        return _say_reading(entries[0])
    parts = [part for entry in entries if (part := _say_entry(owners, entry))]
    said = pgettext("between changes", "; ").join(parts)
    if any(entry.table == "person" and "number" in entry.columns for entry in entries):
        # Translators: a person was registered, and what was written down of them.
        return _("Registered. {details}").format(details=said)
    return said


def _say_reading(entry: "Change") -> str:
    what = str(entry.columns.get("what") or "")
    if match := re.fullmatch(r"export of (\d+)", what):
        count = int(match[1])
        return ngettext("Took a list of {count} person along", "Took a list of {count} people along", count).format(
            count=count
        )
    if what == "recovery key renewed":
        return _("Made a new recovery key")
    return what or pgettext("log", "Read the record")


def _say_entry(owners: _Owners, entry: "Change") -> str:
    columns = entry.columns
    if entry.table == "person":
        return pgettext("between changes", "; ").join(
            part for name, value in columns.items() if (part := _say_column(name, value))
        )
    if entry.table in _OF_PERSON:
        return _say_part(entry.table, {**owners.row(entry), **columns}, columns)
    if entry.table == "staff":
        return _say_staff(entry, owners.staff.get(entry.row, ""))
    if entry.table in ("shelter", "incident"):
        name = str(columns.get("name") or "")
        word = _("Shelter") if entry.table == "shelter" else _("Disaster")
        return _pair(word, name) if name else word
    return {
        "household": "",
        "apart": _("Compared two records: not the same person, or perhaps the same after all"),
        "sheet": _("Printed in a language"),
    }.get(entry.table, entry.table)


_UNSAID = frozenset({"id", "number", "household_id", "shelter_id", "registered_at"})


def _say_column(name: str, value: "Value") -> str:
    if name in _UNSAID:
        return ""
    if name == "removed":
        return _("Taken out of every list") if value else _("Brought back")
    if name == "merged_into":
        return _("Merged into another record") if value else _("Parted from another record again")
    return _pair(say_field(name), _("emptied") if value is None else say_unanswered(str(value)))


def _say_part(table: str, row: _Row, columns: _Row) -> str:
    if table == "need":
        kind = say_need(NeedKind(str(row["kind"])))
        if "met_at" in columns and "state" not in columns:
            return _pair(kind, _("seen to") if columns["met_at"] else _("waits again"))
        return _pair(kind, say_need_state(NeedState(str(row["state"]))) if row["state"] else _("not asked"))
    if table == "consent":
        given = row.get("given")
        answer = _("not asked") if given is None else _("Yes") if given else _("No")
        return _pair(say_audience(Audience(str(row["audience"]))), answer)
    if table == "movement":
        said, where = say_movement(MovementKind(str(row["kind"]))), str(row.get("destination") or "")
        return _pair(said, where) if where else said
    if table == "handout":
        return _pair(_("Given"), f"{row['item']} × {row['quantity']}")
    removed = bool(columns.get("removed"))
    return _pair(_("Language taken out") if removed else _("Language"), str(row.get("tag") or ""))


def _say_staff(entry: "Change", name: str) -> str:
    columns = entry.columns
    if columns.get("name"):
        return _("Member of staff added: {name}").format(name=columns["name"])
    if "role" in columns:
        return _("Another role for {name}").format(name=name)
    if columns.get("active") == 0:
        return _("Member of staff removed: {name}").format(name=name)
    return _("A new passphrase for {name}").format(name=name)


def _pair(what: str, value: str) -> str:
    # Translators: a field of a record and what was written into it.
    return _("{field}: {value}").format(field=what, value=value)
