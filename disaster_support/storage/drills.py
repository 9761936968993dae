"""Drills and what happened in them: a drill is one row with its plan, an event is a row that is only ever added."""

import json
from datetime import date, datetime, time
from typing import Any

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Drill, Event, EventKind, Mark, Plan
from disaster_support.i18n import gettext as _
from disaster_support.plain import from_plain, to_plain
from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.ids import new_id_beside
from disaster_support.storage.journal import Writer
from disaster_support.storage.register import Register

_DRILL = "id, plan, held_on, begins, copied_from, started_at, ended_at, removed"
_EVENT = 'drill_event.id, kind, ref, mark, at, "by", text'


def add_drill(writer: Writer, plan: Plan, held_on: date, begins: time, copied_from: str = "") -> Drill:
    """Add a drill; return it."""
    drill = Drill(writer.new_id(), plan, held_on, begins, copied_from)
    planned = _planned(drill)
    writer.insert("drill", {"id": drill.id, **planned, "copied_from": copied_from or None})
    return drill


def change_drill(writer: Writer, drill: Drill) -> None:
    """Write the plan of a drill, its day and its hour; the times it was run at stay."""
    writer.update("drill", drill.id, _planned(drill))


def write_times(writer: Writer, drill_id: str, started_at: datetime | None, ended_at: datetime | None) -> None:
    """Write when a drill was begun and ended."""
    times = {"started_at": started_at, "ended_at": ended_at}
    writer.update("drill", drill_id, {name: to_stamp(at) if at else None for name, at in times.items()})


def read_drills(register: Register, *, removed: bool = False) -> list[Drill]:
    """Return the drills, the latest day first; only those that were removed, where they are asked for."""
    sql = f"SELECT {_DRILL} FROM drill WHERE removed = ? ORDER BY held_on DESC, begins DESC, rowid DESC"
    return [_drill(row) for row in register.query(sql, (int(removed),))]


def read_drill(register: Register, drill_id: str) -> Drill:
    """Return a drill, also a removed one.

    Raises:
        UserError: there is none of this id.

    """
    rows = register.query(f"SELECT {_DRILL} FROM drill WHERE id = ?", (drill_id,))
    if not rows:
        raise UserError(_("There is no such drill in the register."))
    return _drill(rows[0])


def add_event(
    writer: Writer,
    drill_id: str,
    kind: EventKind,
    *,
    ref: str = "",
    mark: Mark = Mark.DONE,
    at: datetime | None = None,
    by: str = "",
    text: str = "",
) -> Event:
    """Write down what happened now, or at the time given; return it."""
    event = Event(new_id_beside(drill_id), kind, ref, mark, (at or writer.now).astimezone(), by, text)
    row = {"id": event.id, "drill_id": drill_id, "kind": str(kind), "ref": ref, "mark": str(mark)}
    writer.insert("drill_event", {**row, "at": to_stamp(event.at), "by": by, "text": text or None})
    return event


def read_events(register: Register, drill_id: str) -> list[Event]:
    """Return what happened in a drill, in the order in which it was written down."""
    rows = register.query(
        f"SELECT {_EVENT} FROM drill_event JOIN change ON change.row = drill_event.id"
        " WHERE drill_id = ? ORDER BY change.hlc, change.node",
        (drill_id,),
    )
    return [
        Event(id_, EventKind(kind), ref, Mark(mark), from_stamp(at), by, text or "")
        for id_, kind, ref, mark, at, by, text in rows
    ]


def _planned(drill: Drill) -> dict[str, str]:
    plan = json.dumps(to_plain(drill.plan), ensure_ascii=False, separators=(",", ":"))
    return {"plan": plan, "held_on": drill.held_on.isoformat(), "begins": drill.begins.isoformat("minutes")}


def _drill(row: tuple[Any, ...]) -> Drill:
    id_, plan, held_on, begins, copied_from, started_at, ended_at, removed = row
    return Drill(
        id=id_,
        plan=from_plain(json.loads(plan), Plan),
        held_on=date.fromisoformat(held_on),
        begins=time.fromisoformat(begins),
        copied_from=copied_from or "",
        started_at=from_stamp(started_at) if started_at else None,
        ended_at=from_stamp(ended_at) if ended_at else None,
        removed=bool(removed),
    )
