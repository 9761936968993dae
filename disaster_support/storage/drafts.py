"""What is being typed: kept in the encrypted register, so that no power cut takes it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.register import Register


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it stood."""

    id: str
    kind: str  # which form
    data: dict[str, Any]
    at: datetime


def save_draft(register: Register, draft_id: str, kind: str, data: dict[str, Any]) -> None:
    """Keep a form as it stands; a former state of the same draft is replaced."""
    text = json.dumps(data)  # in ASCII: half a character that was just typed is kept too
    with register.writing() as writer:
        writer.derive("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)", (draft_id, kind, text, to_stamp(writer.now)))


def list_drafts(register: Register, kind: str) -> list[Draft]:
    """Return the drafts of a form, oldest first."""
    rows = register.query("SELECT id, kind, data, at FROM draft WHERE kind = ? ORDER BY at", (kind,))
    return [Draft(row[0], row[1], json.loads(row[2]), from_stamp(row[3])) for row in rows]


def delete_draft(register: Register, draft_id: str) -> None:
    """Forget a draft: it was saved for good, or given up."""
    with register.writing() as writer:
        writer.derive("DELETE FROM draft WHERE id = ?", (draft_id,))
