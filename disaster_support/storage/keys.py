"""The keyring: one random key opens the register, wrapped once for each member of staff and once for the paper.

The file holds no names: a passphrase is tried on every slot, and whose slot it is stands in the encrypted database.

Source: Argon2id as RFC 9106 describes it, with the 64 MiB of its second recommended option; libsodium's secret box.
"""

import base64
import json
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import gettext as _

KEYRING_FILE = "keyring.json"
BACKUPS_FOLDER = "backups"
SHORTEST_PASSPHRASE = 4
ADVISED_PASSPHRASE = 12
_FORMAT = 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no letter that looks like a digit
_RECOVERY_LENGTH = 25  # 125 bits
_GROUP = 5


class WrongPassphraseError(UserError):
    """No slot opens with what was typed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes to try one passphrase."""

    passes: int = 3
    memory_bytes: int = 64 * 1024 * 1024


USUAL_COST = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped for one member of staff."""

    staff_id: str
    salt: bytes
    box: bytes
    cost: Cost


@dataclass(frozen=True, slots=True)
class Keyring:
    """Everything that is needed to open the register, but for what people keep in their heads and on paper."""

    register_id: str
    slots: tuple[Slot, ...] = ()
    recovery: Slot | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The data key, and who opened the ring; `staff_id` is empty when it was the recovery key."""

    key: bytes = field(repr=False)
    staff_id: str


def make_keyring() -> tuple[Keyring, bytes, str]:
    """Return an empty ring, a new data key of 32 bytes, and the recovery key, which the ring can only check."""
    key, recovery = secrets.token_bytes(32), make_recovery_key()
    salt = secrets.token_bytes(16)
    slot = Slot("", salt, _seal(_derive_from_recovery(recovery, salt), key), USUAL_COST)
    return Keyring(str(uuid4()), recovery=slot), key, recovery


def make_recovery_key() -> str:
    """Return 125 random bits as five groups of five characters."""
    letters = "".join(secrets.choice(_ALPHABET) for _letter in range(_RECOVERY_LENGTH))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _RECOVERY_LENGTH, _GROUP))


def renew_recovery(ring: Keyring, key: bytes) -> tuple[Keyring, str]:
    """Return the ring with a new recovery key; the old paper is worthless from then on."""
    recovery, salt = make_recovery_key(), secrets.token_bytes(16)
    slot = Slot("", salt, _seal(_derive_from_recovery(recovery, salt), key), USUAL_COST)
    return replace(ring, recovery=slot), recovery


def add_slot(ring: Keyring, key: bytes, staff_id: str, passphrase: str, cost: Cost | None = None) -> Keyring:
    """Return the ring with the key wrapped for a member of staff; their former slot is replaced.

    Raises:
        UserError: the passphrase is too short, or somebody else's.

    """
    check_passphrase(passphrase)
    others = tuple(slot for slot in ring.slots if slot.staff_id != staff_id)
    if _find(others, passphrase):
        raise UserError(_("Choose another passphrase: this one cannot be used."))
    cost, salt = cost or USUAL_COST, secrets.token_bytes(16)
    slot = Slot(staff_id, salt, _seal(_derive(passphrase, salt, cost), key), cost)
    return replace(ring, slots=(*others, slot))


def remove_slot(ring: Keyring, staff_id: str) -> Keyring:
    """Return the ring without the slot of a member of staff."""
    return replace(ring, slots=tuple(slot for slot in ring.slots if slot.staff_id != staff_id))


def open_keyring(ring: Keyring, secret: str) -> Opened:
    """Return the data key for a passphrase or for the recovery key.

    Raises:
        WrongPassphraseError: it opens nothing.

    """
    found = _find(ring.slots, secret) or _try_recovery(ring, secret)
    if found is None:
        raise WrongPassphraseError(_("This passphrase does not open the register."))
    return found


def check_passphrase(passphrase: str) -> None:
    """Say what is wrong with a new passphrase.

    Raises:
        UserError: it is too short.

    """
    if len(_normal(passphrase)) < SHORTEST_PASSPHRASE:
        raise UserError(
            _("The passphrase is too short: use at least {least} characters, better {advised} or more.").format(
                least=SHORTEST_PASSPHRASE, advised=ADVISED_PASSPHRASE
            )
        )


def is_weak(passphrase: str) -> bool:
    """Whether a new passphrase is shorter than is advised."""
    return len(_normal(passphrase)) < ADVISED_PASSPHRASE


# -- the file


def read_keyring(folder: Path) -> Keyring:
    """Return the ring of a register's folder; its copy where it is lost or damaged.

    Raises:
        UserError: there is no register, or the file is damaged.

    """
    if not has_keyring(folder):
        raise UserError(_("There is no register in {folder}.").format(folder=folder))
    for path in _places(folder):
        try:
            return _unpack(json.loads(path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise UserError(
        _("{path} is damaged. Copy the file of that name back from a copy of the folder.").format(
            path=folder / KEYRING_FILE
        )
    )


def has_keyring(folder: Path) -> bool:
    """Whether there is a keyring, or its copy."""
    return any(path.is_file() for path in _places(folder))


def _places(folder: Path) -> tuple[Path, Path]:
    # Without its keyring a register is lost: a copy stands beside the backups.
    return folder / KEYRING_FILE, folder / BACKUPS_FOLDER / KEYRING_FILE


def write_keyring(folder: Path, ring: Keyring) -> None:
    """Write the ring and its copy, each whole.

    Raises:
        UserError: it cannot be written; the former one stays.

    """
    data = {
        "format": _FORMAT,
        "register": ring.register_id,
        "slots": [_pack_slot(slot) for slot in ring.slots],
        "recovery": _pack_slot(ring.recovery) if ring.recovery else None,
    }
    make_folder(folder / BACKUPS_FOLDER)
    for path in _places(folder):
        write_whole(path, json.dumps(data, indent=1).encode())


def _pack_slot(slot: Slot) -> dict[str, Any]:
    return {
        "staff": slot.staff_id,
        "salt": base64.b64encode(slot.salt).decode(),
        "box": base64.b64encode(slot.box).decode(),
        "passes": slot.cost.passes,
        "memory_bytes": slot.cost.memory_bytes,
    }


def _unpack(data: Any) -> Keyring:
    if data["format"] > _FORMAT:
        raise UserError(_("This register was made by a newer version of the program. Update the program."))
    recovery = data["recovery"]
    slots = tuple(_unpack_slot(one) for one in data["slots"])
    return Keyring(str(data["register"]), slots, _unpack_slot(recovery) if recovery else None)


def _unpack_slot(data: Any) -> Slot:
    salt, box = base64.b64decode(data["salt"]), base64.b64decode(data["box"])
    return Slot(str(data["staff"]), salt, box, Cost(int(data["passes"]), int(data["memory_bytes"])))


# -- inside


def _find(slots: tuple[Slot, ...], passphrase: str) -> Opened | None:
    for slot in slots:
        key = _unseal(_derive(passphrase, slot.salt, slot.cost), slot.box)
        if key:
            return Opened(key, slot.staff_id)
    return None


def _try_recovery(ring: Keyring, secret: str) -> Opened | None:
    typed = _normal(secret).upper().translate(str.maketrans("OIL", "011", "- "))
    if ring.recovery is None or len(typed) != _RECOVERY_LENGTH or set(typed) - set(_ALPHABET):
        return None
    grouped = "-".join(typed[start : start + _GROUP] for start in range(0, _RECOVERY_LENGTH, _GROUP))
    key = _unseal(_derive_from_recovery(grouped, ring.recovery.salt), ring.recovery.box)
    return Opened(key, "") if key else None


def _normal(secret: str) -> str:
    # The same passphrase must open whether the input method was on or off: full width and half width are one.
    return unicodedata.normalize("NFKC", secret).strip()


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from nacl.pwhash import argon2id

    key: bytes = argon2id.kdf(32, _normal(passphrase).encode(), salt, opslimit=cost.passes, memlimit=cost.memory_bytes)
    return key


def _derive_from_recovery(recovery: str, salt: bytes) -> bytes:
    # 125 random bits need no slow function.
    from nacl.encoding import RawEncoder
    from nacl.hash import blake2b

    key: bytes = blake2b(recovery.encode(), digest_size=32, key=salt, encoder=RawEncoder)
    return key


def _seal(wrapping: bytes, key: bytes) -> bytes:
    from nacl.secret import SecretBox

    return bytes(SecretBox(wrapping).encrypt(key))


def _unseal(wrapping: bytes, box: bytes) -> bytes | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return bytes(SecretBox(wrapping).decrypt(box))
    except CryptoError:
        return None
