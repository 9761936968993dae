"""Coming and going, meals and goods: rows that are only ever added, and where everybody is because of them."""

from collections.abc import Iterable
from datetime import datetime

from disaster_support.features.reception.model import Handout, Movement, MovementKind
from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.ids import new_id_beside
from disaster_support.storage.journal import Value, Writer
from disaster_support.storage.presence import STANDS, write_presence
from disaster_support.storage.register import Register

_KEPT = "NOT EXISTS (SELECT 1 FROM handout AS later WHERE later.voids = handout.id)"


def add_movement(
    writer: Writer,
    person_id: str,
    kind: MovementKind,
    shelter_id: str,
    *,
    at: datetime | None = None,
    destination: str = "",
    reason: str = "",
    back_on: str = "",
) -> str:
    """Add a movement of a person, now or at the time given; return its id.

    One that happens now is the last one, even where the laptop's clock was set back since the one before.
    """
    stamp = to_stamp(at) if at else max(to_stamp(writer.now), _last_stamp(writer, person_id))
    movement_id = insert_movement(
        writer, person_id, kind, shelter_id, stamp, destination=destination, reason=reason, back_on=back_on
    )
    write_presence(writer, person_id)
    return movement_id


def insert_movement(
    writer: Writer, person_id: str, kind: MovementKind, shelter_id: str, stamp: str, **details: str
) -> str:
    """Add the row of a movement alone; return its id. Whoever calls it writes where the person is."""
    movement_id = new_id_beside(person_id)
    row: dict[str, Value] = {"id": movement_id, "person_id": person_id, "kind": str(kind), "shelter_id": shelter_id}
    row |= {"at": stamp, "by": writer.user}
    row |= {name: details.get(name) or None for name in ("destination", "reason", "back_on")}
    writer.insert("movement", row)
    return movement_id


def void_movement(writer: Writer, person_id: str, movement_id: str, shelter_id: str) -> None:
    """Take a movement back that was noted by mistake; both stay in the history."""
    row: dict[str, Value] = {"id": new_id_beside(person_id), "person_id": person_id, "kind": str(MovementKind.VOID)}
    row |= {"at": to_stamp(writer.now), "shelter_id": shelter_id, "by": writer.user, "voids": movement_id}
    writer.insert("movement", row)
    write_presence(writer, person_id)


def _last_stamp(writer: Writer, person_id: str) -> str:
    rows = writer.query("SELECT coalesce(since, '') FROM presence WHERE person_id = ?", (person_id,))
    return str(rows[0][0]) if rows else ""


def list_movements(register: Register, person_ids: Iterable[str]) -> list[Movement]:
    """Return the movements of people, newest first, voided ones and what voids them among them."""
    ids = tuple(person_ids)
    rows = register.query(
        "SELECT id, person_id, kind, at, shelter_id, destination, reason, back_on, by, voids FROM movement"
        f" WHERE person_id IN ({', '.join('?' * len(ids))}) ORDER BY at DESC, rowid DESC",
        ids,
    )
    return [_movement(row) for row in rows]


def count_present(register: Register, at: datetime, shelter_id: str = "") -> int:
    """Return how many people were here at a moment, each counted once, by their last movement until then."""
    where, values = ("AND shelter_id = ?", (shelter_id,)) if shelter_id else ("", ())
    rows = register.query(
        "SELECT count(*) FROM (SELECT kind, movement.shelter_id, row_number() OVER (PARTITION BY who.id"
        " ORDER BY movement.at DESC, movement.rowid DESC) AS place"
        " FROM movement JOIN person ON person.id = movement.person_id"
        " JOIN person AS who ON who.id = coalesce(person.merged_into, person.id)"
        f" WHERE movement.at <= ? AND who.removed = 0 AND {STANDS})"
        f" WHERE place = 1 AND kind IN ('in', 'transfer-in') {where}",
        (to_stamp(at), *values),
    )
    return int(rows[0][0])


def add_handout(writer: Writer, person_id: str, item: str, quantity: int = 1, at: datetime | None = None) -> str:
    """Write down that a person was given something; return the row's id."""
    handout_id = new_id_beside(person_id)
    row: dict[str, Value] = {"id": handout_id, "person_id": person_id, "item": item, "quantity": quantity}
    writer.insert("handout", {**row, "at": to_stamp(at or writer.now), "by": writer.user})
    return handout_id


def void_handout(writer: Writer, handout: Handout) -> None:
    """Take back that something was given."""
    row: dict[str, Value] = {
        "id": new_id_beside(handout.person_id),
        "person_id": handout.person_id,
        "item": handout.item,
        "quantity": 0,
    }
    writer.insert("handout", {**row, "at": to_stamp(writer.now), "by": writer.user, "voids": handout.id})


def list_handouts(register: Register, person_ids: Iterable[str]) -> list[Handout]:
    """Return what people were given, newest first, without what was taken back."""
    ids = tuple(person_ids)
    rows = register.query(
        "SELECT id, person_id, item, at, quantity, by FROM handout WHERE voids IS NULL"
        f" AND {_KEPT}"
        f" AND person_id IN ({', '.join('?' * len(ids))}) ORDER BY at DESC, rowid DESC",
        ids,
    )
    return [Handout(row[0], row[1], row[2], from_stamp(row[3]), row[4], row[5]) for row in rows]


def count_handouts(register: Register, since: datetime, until: datetime) -> dict[str, int]:
    """Return how much of each thing was given in a span of time."""
    rows = register.query(
        "SELECT item, sum(quantity) FROM handout WHERE voids IS NULL AND at >= ? AND at < ?"
        f" AND {_KEPT} GROUP BY item ORDER BY item",
        (to_stamp(since), to_stamp(until)),
    )
    return {row[0]: int(row[1]) for row in rows}


def _movement(row: tuple[str, ...]) -> Movement:
    return Movement(
        id=row[0],
        person_id=row[1],
        kind=MovementKind(row[2]),
        at=from_stamp(row[3]),
        shelter_id=row[4],
        destination=row[5] or "",
        reason=row[6] or "",
        back_on=row[7] or "",
        by=row[8],
        voids=row[9] or "",
    )
