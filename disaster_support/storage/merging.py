"""Two records of one person become one, and are parted again without loss: the journal knows what the merge wrote."""

import json
from collections.abc import Mapping

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details, Person
from disaster_support.i18n import gettext as _
from disaster_support.storage.journal import Value, Writer
from disaster_support.storage.movements import write_presence
from disaster_support.storage.people import change_person, derived_id, write_key
from disaster_support.storage.register import Register
from disaster_support.storage.roles import Right

_REASON = "merge "  # then the id of the record that went into the other
_AS_BEFORE: Mapping[str, Mapping[str, Value]] = {
    "language": {"removed": 1},
    "need": {"state": None, "detail": None, "noted_at": None, "met_at": None},
    "consent": {"given": None, "at": None},
}
"""What a row becomes that the merge itself has added."""


def merge(register: Register, keep: Person, other: Person, details: Details) -> None:
    """Let `other` be `keep` from now on, who is known by `details`; whoever was merged into `other` follows.

    Raises:
        UserError: one of them is merged or removed already, both are the same, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    if keep.id == other.id or any(one.merged_into or one.removed for one in (keep, other)):
        raise UserError(_("These two records cannot be merged. Open them anew and look."))
    with register.writing(_REASON + other.id) as writer:
        change_person(writer, keep, details)
        followers = writer.query("SELECT id FROM person WHERE merged_into = ?", (other.id,))
        for person_id in (other.id, *(row[0] for row in followers)):
            writer.update("person", person_id, {"merged_into": keep.id})
            write_presence(writer, person_id)
        write_presence(writer, keep.id)


def unmerge(register: Register, other_id: str) -> None:
    """Part a record from the person it was merged into; what was changed since the merge stays as it was changed.

    Raises:
        UserError: the record is not merged, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    with register.writing("unmerge " + other_id) as writer:
        keep_id = writer.row("person", other_id)["merged_into"]
        written = _last_merge(writer, other_id)
        if not keep_id or not written:
            raise UserError(_("This record is not merged into another."))
        people = {str(keep_id), other_id}
        for hlc, table, row_id, columns in written:
            _take_back(writer, hlc, table, row_id, columns)
            people |= {row_id} if table == "person" else set()
        for person_id in people:
            write_key(writer, person_id)
            write_presence(writer, person_id)


def keep_apart(register: Register, one: str, other: str) -> None:
    """Remember that two records that look alike are two people."""
    register.require(Right.REGISTER)
    first, second = sorted((one, other))
    with register.writing("apart") as writer:
        row: dict[str, Value] = {"id": derived_id(first, f"apart.{second}"), "one": first, "other": second}
        writer.put("apart", {**row, "stands": 1})


def list_apart(register: Register) -> set[tuple[str, str]]:
    """Return the pairs of records that are two people, the smaller id first."""
    return {(row[0], row[1]) for row in register.query("SELECT one, other FROM apart WHERE stands = 1")}


def _last_merge(writer: Writer, other_id: str) -> list[tuple[int, str, str, dict[str, Value]]]:
    """Return what the last merge of a record wrote, newest first."""
    rows = writer.query(
        'SELECT hlc, "table", row, columns FROM change WHERE reason = ? AND hlc > coalesce((SELECT max(hlc) FROM change'
        " WHERE reason = ?), 0) ORDER BY hlc DESC, seq DESC",
        (_REASON + other_id, "unmerge " + other_id),
    )
    return [(hlc, table, row_id, json.loads(columns)) for hlc, table, row_id, columns in rows]


def _take_back(writer: Writer, hlc: int, table: str, row_id: str, columns: Mapping[str, Value]) -> None:
    now = writer.row(table, row_id)
    before = _columns_before(writer, hlc, row_id)
    added = _AS_BEFORE.get(table, {}) if not before else {}
    restored = {
        name: added.get(name, value) if added else before.get(name)
        for name, value in columns.items()
        if now[name] == value and name not in ("id", "person_id", "kind", "audience", "tag", "position")
    }
    if added and all(now[name] == columns.get(name, now[name]) for name in added):
        restored |= added
    if table == "language" and before:
        restored |= {name: before.get(name) for name in ("position",) if now[name] == columns.get(name)}
    if restored:
        writer.update(table, row_id, restored)


def _columns_before(writer: Writer, hlc: int, row_id: str) -> dict[str, Value]:
    rows = writer.query(
        "SELECT columns FROM change WHERE row = ? AND hlc < ? AND reason <> 'read' ORDER BY hlc, seq", (row_id, hlc)
    )
    before: dict[str, Value] = {}
    for (columns,) in rows:
        before |= json.loads(columns)
    return before
