"""What comes of a drill: ratings of objectives, findings, and what participants said of it."""

import json
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from disaster_support.features.drills.model import Feedback, Finding, FindingKind, ObjectiveRating, Rating
from disaster_support.storage.ids import derived_id, new_id_beside
from disaster_support.storage.journal import Value, Writer
from disaster_support.storage.register import Register

_FINDING = "id, kind, text, objective, cause, action, owner, due, done_on, followed_from, removed"
# A finding that went along to a later drill is followed there.
_LEFT_OPEN = (
    "kind = 'improvement' AND done_on IS NULL AND finding.removed = 0 AND drill.removed = 0 AND NOT EXISTS"
    " (SELECT 1 FROM finding AS later JOIN drill AS next ON next.id = later.drill_id"
    " WHERE later.followed_from = finding.id AND later.removed = 0 AND next.removed = 0)"
)


class OpenImprovement(NamedTuple):
    """An improvement that is still to be made, and the drill that it stands in."""

    drill_id: str
    held_on: date
    finding: Finding


def put_rating(writer: Writer, drill_id: str, objective: str, rating: Rating | None, note: str = "") -> None:
    """Write how an objective was reached; None: it is not rated."""
    row: dict[str, Value] = {"id": derived_id(drill_id, f"objective/{objective}"), "drill_id": drill_id}
    row |= {"objective": objective, "rating": str(rating) if rating else None, "note": note or None}
    writer.put("rating", row)


def read_ratings(register: Register, drill_id: str) -> list[ObjectiveRating]:
    """Return the objectives that were rated, in the order in which they first were."""
    sql = "SELECT objective, rating, note FROM rating WHERE drill_id = ? AND rating IS NOT NULL ORDER BY rowid"
    return [ObjectiveRating(one, Rating(rating), note or "") for one, rating, note in register.query(sql, (drill_id,))]


def put_finding(writer: Writer, drill_id: str, finding: Finding) -> Finding:
    """Add a finding, or change the one that has its id; return it with its id."""
    kept = finding if finding.id else replace(finding, id=new_id_beside(drill_id))
    row: dict[str, Value] = {"id": kept.id, "drill_id": drill_id, "kind": str(kept.kind), "text": kept.text}
    row |= {name: getattr(kept, name) or None for name in ("objective", "cause", "action", "owner", "followed_from")}
    row |= {name: day.isoformat() if day else None for name, day in (("due", kept.due), ("done_on", kept.done_on))}
    writer.put("finding", row | {"removed": int(kept.removed)})
    return kept


def read_findings(register: Register, drill_id: str) -> list[Finding]:
    """Return the findings of a drill, oldest first, without those that were removed."""
    sql = f"SELECT {_FINDING} FROM finding WHERE drill_id = ? AND removed = 0 ORDER BY rowid"
    return [_finding(row) for row in register.query(sql, (drill_id,))]


def read_open_improvements(register: Register) -> list[OpenImprovement]:
    """Return what is still to be improved, by the day it is due; each stands in the last drill it went along to."""
    columns = ", ".join(f"finding.{name}" for name in _FINDING.split(", "))
    rows = register.query(
        f"SELECT drill_id, held_on, {columns} FROM finding JOIN drill ON drill.id = finding.drill_id"
        f" WHERE {_LEFT_OPEN} ORDER BY due IS NULL, due, held_on, finding.rowid"
    )
    return [OpenImprovement(row[0], date.fromisoformat(row[1]), _finding(row[2:])) for row in rows]


def mark_done(writer: Writer, finding_id: str, done_on: date | None) -> None:
    """Write the day on which an improvement was made; None: it is open again."""
    writer.update("finding", finding_id, {"done_on": done_on.isoformat() if done_on else None})


def insert_feedback(writer: Writer, drill_id: str, feedback: Feedback) -> Feedback:
    """Add a filled form; return it with its id."""
    kept = replace(feedback, id=new_id_beside(drill_id))
    answers = json.dumps(kept.answers, ensure_ascii=False, sort_keys=True)
    row: dict[str, Value] = {"id": kept.id, "drill_id": drill_id, "language": kept.language, "answers": answers}
    writer.insert("feedback", row | {"good": kept.good or None, "difficult": kept.difficult or None})
    return kept


def read_feedback(register: Register, drill_id: str) -> list[Feedback]:
    """Return the forms of a drill, oldest first, without those that were removed."""
    sql = (
        "SELECT id, language, answers, good, difficult FROM feedback WHERE drill_id = ? AND removed = 0 ORDER BY rowid"
    )
    return [
        Feedback(id_, language, json.loads(answers), good or "", difficult or "")
        for id_, language, answers, good, difficult in register.query(sql, (drill_id,))
    ]


def mark_feedback_removed(writer: Writer, feedback_id: str, *, removed: bool) -> None:
    """Take a form out that was entered by mistake, or bring it back."""
    writer.update("feedback", feedback_id, {"removed": int(removed)})


def _finding(row: tuple[Any, ...]) -> Finding:
    id_, kind, text, objective, cause, action, owner, due, done_on, followed_from, removed = row
    return Finding(
        id=id_,
        kind=FindingKind(kind),
        text=text,
        objective=objective or "",
        cause=cause or "",
        action=action or "",
        owner=owner or "",
        due=date.fromisoformat(due) if due else None,
        done_on=date.fromisoformat(done_on) if done_on else None,
        followed_from=followed_from or "",
        removed=bool(removed),
    )
