"""The disaster, the shelters of this register, and the municipality's list of others."""

import json
from collections.abc import Iterable
from uuid import uuid4

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Shelter
from disaster_support.i18n import gettext as _
from disaster_support.storage.journal import Value
from disaster_support.storage.register import Register
from disaster_support.storage.roles import Right

_COLUMNS = "id, name, kana, code, address, latitude, longitude, capacity, phone, own, more"


def read_event(register: Register) -> str:
    """Return the name of the disaster."""
    return str(register.query("SELECT name FROM incident ORDER BY started_at LIMIT 1")[0][0])


def current_shelter(register: Register) -> Shelter:
    """Return the shelter that people arrive in on this laptop."""
    return get_shelter(register, register.read_local("shelter"))


def choose_shelter(register: Register, shelter_id: str) -> None:
    """Let people arrive in another shelter of this register from now on."""
    register.write_local("shelter", get_shelter(register, shelter_id).id)


def get_shelter(register: Register, shelter_id: str) -> Shelter:
    """Return a shelter.

    Raises:
        UserError: there is none of this id.

    """
    rows = register.query(f"SELECT {_COLUMNS} FROM shelter WHERE id = ?", (shelter_id,))
    if not rows:
        raise UserError(_("There is no such shelter in the register."))
    return _shelter(rows[0])


def list_shelters(register: Register, *, own: bool | None = None) -> list[Shelter]:
    """Return all shelters by name, or only this register's own, or only the others."""
    where, values = ("WHERE own = ?", (int(own),)) if own is not None else ("", ())
    return [_shelter(row) for row in register.query(f"SELECT {_COLUMNS} FROM shelter {where} ORDER BY name", values)]


def add_own_shelter(register: Register, name: str) -> Shelter:
    """Open another shelter in this register.

    Raises:
        UserError: the name is missing or taken, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    if not name.strip():
        raise UserError(_("Give the shelter a name."))
    if any(one.name == name.strip() for one in list_shelters(register, own=True)):
        raise UserError(_("There is a shelter of this name already."))
    shelter = Shelter(str(uuid4()), name.strip(), own=True)
    put_shelters(register, [shelter])
    return shelter


def put_shelters(register: Register, shelters: Iterable[Shelter]) -> None:
    """Add shelters of a list, or renew those whose ids are there already, in one transaction."""
    register.require(Right.MANAGE)
    with register.writing("shelters") as writer:
        for one in shelters:
            own = writer.query("SELECT own FROM shelter WHERE id = ?", (one.id,))
            writer.put("shelter", _row(one, is_own=bool(own and own[0][0]) or one.own))


def _row(one: Shelter, *, is_own: bool) -> dict[str, Value]:
    return {
        "id": one.id,
        "name": one.name,
        "kana": one.kana or None,
        "code": one.code or None,
        "address": one.address or None,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "capacity": one.capacity,
        "phone": one.phone or None,
        "own": int(is_own),
        "more": json.dumps(dict(one.more), ensure_ascii=False) if one.more else None,
    }


def _shelter(row: tuple[str, ...]) -> Shelter:
    id_, name, kana, code, address, latitude, longitude, capacity, phone, own, more = row
    return Shelter(
        id=id_,
        name=name,
        kana=kana or "",
        code=code or "",
        address=address or "",
        latitude=latitude,  # type: ignore[arg-type]
        longitude=longitude,  # type: ignore[arg-type]
        capacity=capacity,  # type: ignore[arg-type]
        phone=phone or "",
        own=bool(own),
        more=json.loads(more) if more else {},
    )
