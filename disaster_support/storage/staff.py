"""Members of staff: who may open the register, with what role and which passphrase."""

from uuid import uuid4

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.storage import keys
from disaster_support.storage.register import Register, try_secret
from disaster_support.storage.roles import Right, Role, StaffMember

_UNCONFIRMED = "recovery_key_unconfirmed"


def list_staff(register: Register) -> list[StaffMember]:
    """Return everybody who ever had access, by name."""
    rows = register.query("SELECT id, name, role, active FROM staff ORDER BY name")
    return [StaffMember(row[0], row[1], Role(row[2]), bool(row[3])) for row in rows]


def find_member(register: Register, staff_id: str) -> StaffMember | None:
    """Return the member of staff of this id."""
    return next((one for one in list_staff(register) if one.id == staff_id), None)


def add_member(register: Register, name: str, role: Role, passphrase: str) -> StaffMember:
    """Let somebody in from now on.

    Raises:
        UserError: the name is missing or taken, the passphrase is too short, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    name = name.strip()
    if not name:
        raise UserError(_("Give a name."))
    if any(one.name == name and one.active for one in list_staff(register)):
        raise UserError(_("There is a member of staff of this name already. Add something to tell them apart."))
    member = StaffMember(str(uuid4()), name, role)
    ring = keys.add_slot(keys.read_keyring(register.folder), register.key, member.id, passphrase)
    with register.writing("staff") as writer:
        writer.insert("staff", {"id": member.id, "name": name, "role": str(role), "active": 1})
        keys.write_keyring(register.folder, ring)  # should the row not follow: a slot without a member opens nothing
    return member


def change_role(register: Register, staff_id: str, role: Role) -> None:
    """Give a member of staff another role.

    Raises:
        UserError: nobody would be left to manage the register, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    if role is not Role.MANAGER:
        _keep_a_manager(register, staff_id)
    with register.writing("staff") as writer:
        writer.update("staff", staff_id, {"role": str(role)})


def remove_member(register: Register, staff_id: str) -> None:
    """Let somebody in no longer; what they did stays in the journal under their name.

    Raises:
        UserError: nobody would be left to manage the register, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    _keep_a_manager(register, staff_id)
    with register.writing("staff") as writer:
        writer.update("staff", staff_id, {"active": 0})
        keys.write_keyring(register.folder, keys.remove_slot(keys.read_keyring(register.folder), staff_id))


def change_passphrase(register: Register, former: str, passphrase: str) -> None:
    """Give the member of staff who is working now another passphrase.

    Raises:
        UserError: the former one is wrong, or the new one too short.

    """
    ring = keys.read_keyring(register.folder)
    if try_secret(register.folder, ring, former, register.clock()).staff_id != register.staff.id:
        raise keys.WrongPassphraseError(_("The passphrase until now is wrong."))
    ring = keys.add_slot(ring, register.key, register.staff.id, passphrase)
    _write_slot(register, register.staff.id, ring)


def reset_passphrase(register: Register, staff_id: str, passphrase: str) -> None:
    """Give a member of staff who has forgotten theirs a new passphrase.

    Raises:
        UserError: it is too short, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    ring = keys.add_slot(keys.read_keyring(register.folder), register.key, staff_id, passphrase)
    _write_slot(register, staff_id, ring)


def renew_recovery_key(register: Register) -> str:
    """Return a new recovery key; the one on the old paper opens nothing any more.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.MANAGE)
    ring, recovery = keys.renew_recovery(keys.read_keyring(register.folder), register.key)
    register.note_reading("staff", register.staff.id, "recovery key renewed")
    keys.write_keyring(register.folder, ring)
    return recovery


def note_recovery_key(register: Register, *, on_paper: bool) -> None:
    """Write down whether somebody has said that the recovery key is on paper: until then the screen alone has it."""
    register.write_local(_UNCONFIRMED, "" if on_paper else "shown")


def is_recovery_key_unconfirmed(register: Register) -> bool:
    """Whether a recovery key was shown and nobody has said yet that it is on paper."""
    return bool(register.read_local(_UNCONFIRMED))


def _write_slot(register: Register, staff_id: str, ring: keys.Keyring) -> None:
    with register.writing("passphrase") as writer:
        writer.update("staff", staff_id, {"active": 1})
        writer.note("staff", staff_id, {})  # who gave whom a passphrase stays to be read
        keys.write_keyring(register.folder, ring)


def _keep_a_manager(register: Register, staff_id: str) -> None:
    managers = [one.id for one in list_staff(register) if one.active and one.role is Role.MANAGER]
    if managers == [staff_id]:
        raise UserError(_("Somebody must remain who manages the register. Make another person manager first."))
