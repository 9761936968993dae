"""Needs that nobody has seen to yet."""

from disaster_support.features.reception.model import NEVER_WAITS
from disaster_support.storage.register import Register

ASKS = f"need.kind NOT IN ({', '.join(repr(str(kind)) for kind in NEVER_WAITS)})"


def list_waiting(register: Register, shelter_id: str = "", limit: int = 50) -> list[tuple[str, str]]:
    """Return person id and kind of the needs of people here that wait, those noted first at the top."""
    where, values = ("AND presence.shelter_id = ?", (shelter_id,)) if shelter_id else ("", ())
    rows = register.query(
        "SELECT need.person_id, need.kind FROM need JOIN presence ON presence.person_id = need.person_id"
        f" WHERE presence.counted = 1 AND presence.state = 'here' {where} AND need.state = 'yes' AND met_at IS NULL"
        f" AND {ASKS}"
        " ORDER BY noted_at, need.rowid LIMIT ?",
        (*values, limit),
    )
    return [(row[0], row[1]) for row in rows]
