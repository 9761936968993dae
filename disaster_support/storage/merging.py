"""Two records of one person become one, and are parted again without loss: the journal knows what the merge wrote."""

import json
from collections.abc import Mapping

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details, Person
from disaster_support.i18n import gettext as _
from disaster_support.storage.ids import derived_id
from disaster_support.storage.journal import READ, Value, Writer
from disaster_support.storage.people import change_person, write_key
from disaster_support.storage.presence import write_presence
from disaster_support.storage.register import Register
from disaster_support.storage.roles import Right

_REASON = "merge "  # then the id of the record that went into the other
_UNGIVEN: Mapping[str, Mapping[str, Value]] = {
    "language": {"removed": 1},
    "need": {"state": None, "detail": None, "noted_at": None, "met_at": None},
    "consent": {"given": None, "at": None},
}
"""What an answer becomes that only the merge has given."""


def merge(register: Register, keep: Person, other: Person, details: Details) -> None:
    """Let `other` be `keep` from now on, who is known by `details`; whoever was merged into `other` follows.

    Raises:
        UserError: one of them is merged or removed already, both are the same, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    with register.writing(_REASON + other.id) as writer:
        marks = writer.query("SELECT merged_into, removed FROM person WHERE id IN (?, ?)", (keep.id, other.id))
        if marks != [(None, 0), (None, 0)]:
            raise UserError(_("These two records cannot be merged. Open them anew and look."))
        writer.update("person", other.id, {"merged_into": keep.id})  # first: `_read_merge` finds the others after it
        for (follower,) in writer.query("SELECT id FROM person WHERE merged_into = ?", (other.id,)):
            writer.update("person", follower, {"merged_into": keep.id})
        change_person(writer, keep, details)
        write_presence(writer, other.id)


def unmerge(register: Register, other_id: str) -> None:
    """Part a record from the person it was merged into; what was changed since the merge stays as it was changed.

    What the merge wrote is taken back where nobody wrote over it since: each column of a person by itself, an answer
    about a language, a need or a consent as a whole. Records merged earlier into this one come along.

    Raises:
        UserError: the record is not merged, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    with register.writing("unmerge " + other_id) as writer:
        merged = writer.query("SELECT merged_into FROM person WHERE id = ? AND merged_into IS NOT NULL", (other_id,))
        if not merged:
            raise UserError(_("This record is not merged into another."))
        people = {other_id, str(merged[0][0])} | _take_back(writer, other_id)
        for person_id in people:
            write_key(writer, person_id)
            write_presence(writer, person_id)


def keep_apart(register: Register, one: str, other: str, *, apart: bool = True) -> None:
    """Remember that two records that look alike are two people, or take that back.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.REGISTER)
    first, second = sorted((one, other))
    with register.writing("apart") as writer:
        row: dict[str, Value] = {"id": derived_id(first, f"apart.{second}"), "one": first, "other": second}
        writer.put("apart", {**row, "stands": int(apart)})


def list_apart(register: Register) -> set[tuple[str, str]]:
    """Return the pairs of records that are two people, the smaller id first."""
    return {(row[0], row[1]) for row in register.query("SELECT one, other FROM apart WHERE stands = 1")}


def _take_back(writer: Writer, other_id: str) -> set[str]:
    """Take back what the last merge of a record wrote; return the people concerned."""
    written, first, last = _read_merge(writer, other_id)
    writer.update("person", other_id, {"merged_into": None})  # even where it was taken along into a third since
    del written["person", other_id]
    for (table, row_id), columns in written.items():
        before = _read_before(writer, table, row_id, first)
        if table == "person":
            _take_back_columns(writer, row_id, columns, before)
        elif not _was_touched(writer, row_id, last):
            writer.update(table, row_id, {name: before.get(name) for name in columns} if before else _UNGIVEN[table])
    return {row_id for table, row_id in written if table == "person"}


def _read_merge(writer: Writer, other_id: str) -> tuple[dict[tuple[str, str], dict[str, Value]], int, int]:
    # What the last merge of this record wrote, and the hybrid times of its first and last entry.
    reason = _REASON + other_id
    [(node, start)] = writer.query(
        "SELECT node, seq FROM change WHERE row = ? AND reason = ? ORDER BY hlc DESC LIMIT 1", (other_id, reason)
    )
    after = writer.query(
        "SELECT seq FROM change WHERE node = ? AND seq > ? AND reason <> ? ORDER BY seq LIMIT 1", (node, start, reason)
    )
    entries = writer.query(
        'SELECT "table", row, columns, hlc FROM change WHERE node = ? AND seq >= ? AND seq < ? ORDER BY seq',
        (node, start, after[0][0] if after else 1 << 62),
    )
    written: dict[tuple[str, str], dict[str, Value]] = {}
    for table, row_id, columns, _hlc in entries:
        written.setdefault((table, row_id), {}).update(json.loads(columns))
    return written, entries[0][3], entries[-1][3]


def _read_before(writer: Writer, table: str, row_id: str, first: int) -> dict[str, Value]:
    rows = writer.query(
        'SELECT columns FROM change WHERE row = ? AND hlc < ? AND "table" = ? AND reason <> ? ORDER BY hlc, node, seq',
        (row_id, first, table, READ),
    )
    before: dict[str, Value] = {}
    for (columns,) in rows:
        before.update(json.loads(columns))
    return before


def _take_back_columns(writer: Writer, row_id: str, columns: dict[str, Value], before: dict[str, Value]) -> None:
    now = writer.row("person", row_id)
    writer.update("person", row_id, {name: before.get(name) for name in columns if now[name] == columns[name]})


def _was_touched(writer: Writer, row_id: str, last: int) -> bool:
    later = "SELECT 1 FROM change WHERE row = ? AND hlc > ? AND reason <> ? LIMIT 1"
    return bool(writer.query(later, (row_id, last, READ)))
