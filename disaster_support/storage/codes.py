"""What the QR code of a card says: a row's random id in letters and digits that every scanner types the same."""

import base64
import binascii
import unicodedata
from uuid import UUID

_LENGTH = 26  # of 128 bits in base 32


def make_code(prefix: str, row_id: str) -> str:
    """Return the code of a row's card: two letters for the kind of card, then the id, and nothing else."""
    return prefix + base64.b32encode(UUID(row_id).bytes).decode().rstrip("=")


def read_code(prefix: str, typed: str) -> str:
    """Return the row's id of a code as a scanner types it, in any case and width, or '' where it is no such code."""
    code = "".join(unicodedata.normalize("NFKC", typed).split()).upper()  # an input method that is on widens it
    plain = code.removeprefix(prefix)
    if not code.startswith(prefix) or len(plain) != _LENGTH:
        return ""
    try:
        return str(UUID(bytes=base64.b32decode(plain + "======")))
    except (binascii.Error, ValueError):
        return ""
