"""Ids of rows: UUIDs whose first half is shared by rows that belong together.

The indices of an encrypted file are read and written page by page. Random ids would spread the fifteen rows of one
person over as many pages; with these they share one. An id says nothing of the person, nor when they came.

Source: RFC 9562, version 8 (custom UUIDs).
"""

import hashlib
import secrets

_GROUP = len("01234567")  # of what is written in one transaction


def new_group() -> str:
    """Return the beginning of the ids that one transaction makes."""
    return secrets.token_hex(_GROUP // 2)


def new_id(group: str) -> str:
    """Return a new id of a group: 90 random bits follow it."""
    return _format(group + secrets.token_hex(12))


def new_id_beside(row_id: str) -> str:
    """Return a new id that lies beside a row in every index."""
    return _beside(row_id, secrets.token_hex(8))


def derived_id(row_id: str, name: str) -> str:
    """Return the id of a row that another has only one of, beside it: two laptops make the same."""
    return _beside(row_id, hashlib.sha256(f"{row_id}/{name}".encode()).hexdigest()[:16])


def _beside(row_id: str, digits: str) -> str:
    return _format(row_id.replace("-", "")[:16] + digits)


def _format(digits: str) -> str:
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
