"""After a drill: how its objectives were reached, what was good, what is to be improved by whom, what people said."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Feedback, Finding, ObjectiveRating
from disaster_support.i18n import gettext as _
from disaster_support.storage import drill_results
from disaster_support.storage.drill_results import OpenImprovement
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

QUESTIONS = (
    "feedback.understood",
    "feedback.found_language",
    "feedback.signs",
    "feedback.safe",
    "feedback.would_come_again",
    "feedback.installed_safety_tips",
)
"""The questions of the feedback form by their ids in the library, in order; each is answered by one of `ANSWERS`."""

ANSWERS = ("yes", "partly", "no")


def save_rating(register: "Register", drill_id: str, rating: ObjectiveRating) -> None:
    """Rate an objective, in the place of a rating that it had.

    Raises:
        UserError: the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    with register.writing("rated") as writer:
        drill_results.put_rating(writer, drill_id, rating.objective, rating.rating, rating.note.strip())


def clear_rating(register: "Register", drill_id: str, objective: str) -> None:
    """Take the rating of an objective back."""
    register.require(Right.REGISTER)
    with register.writing("rated") as writer:
        drill_results.put_rating(writer, drill_id, objective, None)


def list_ratings(register: "Register", drill_id: str) -> list[ObjectiveRating]:
    """Return the ratings of a drill; objectives that were not rated have none."""
    return drill_results.read_ratings(register, drill_id)


def save_finding(register: "Register", drill_id: str, finding: Finding) -> Finding:
    """Add a finding (with an empty id) or change one; return it with its id.

    Raises:
        UserError: it says nothing, the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    if not finding.text.strip():
        raise UserError(_("Write what was good, or what is to be improved."))
    texts = ("text", "cause", "action", "owner")
    kept = replace(finding, **{name: getattr(finding, name).strip() for name in texts})
    with register.writing("found") as writer:
        return drill_results.put_finding(writer, drill_id, kept)


def list_findings(register: "Register", drill_id: str) -> list[Finding]:
    """Return the findings of a drill, oldest first, without those that were removed (`removed` in `save_finding`)."""
    return drill_results.read_findings(register, drill_id)


def list_open_improvements(register: "Register") -> list[OpenImprovement]:
    """Return what is still to be improved in all drills, by the day it is due.

    What went along to a later drill stands there alone.
    """
    return drill_results.read_open_improvements(register)


def mark_finding_done(register: "Register", finding_id: str, done_on: date | None) -> None:
    """Write the day on which an improvement was made; None: it is open again.

    Raises:
        UserError: the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    with register.writing("found") as writer:
        drill_results.mark_done(writer, finding_id, done_on)


def add_feedback(register: "Register", drill_id: str, feedback: Feedback) -> Feedback:
    """Add a filled form; return it with its id. Questions without an answer are left out of it.

    Raises:
        UserError: nothing is filled in, the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    kept = replace(feedback, good=feedback.good.strip(), difficult=feedback.difficult.strip())
    if not (kept.answers or kept.good or kept.difficult):
        raise UserError(_("The form is empty: mark an answer, or write a word."))
    with register.writing("feedback") as writer:
        return drill_results.insert_feedback(writer, drill_id, kept)


def list_feedback(register: "Register", drill_id: str) -> list[Feedback]:
    """Return the forms of a drill, oldest first."""
    return drill_results.read_feedback(register, drill_id)


def remove_feedback(register: "Register", feedback_id: str) -> None:
    """Take a form out that was entered by mistake; `restore_feedback` brings it back."""
    _mark_removed(register, feedback_id, removed=True)


def restore_feedback(register: "Register", feedback_id: str) -> None:
    """Bring a form back that was taken out."""
    _mark_removed(register, feedback_id, removed=False)


def _mark_removed(register: "Register", feedback_id: str, *, removed: bool) -> None:
    register.require(Right.REGISTER)
    with register.writing("feedback") as writer:
        drill_results.mark_feedback_removed(writer, feedback_id, removed=removed)
