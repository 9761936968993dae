"""Coming and going, meals and goods: of one person, several, or a whole household at once.

A person is where their last movement says, so that the same card scanned twice counts nobody twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.reception.model import STATE_AFTER, Handout, Movement, MovementKind, Person, State
from disaster_support.i18n import gettext as _
from disaster_support.storage import movements, people
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


@dataclass(frozen=True, slots=True)
class Moved:
    """What a movement of several people did."""

    moved: tuple[str, ...]  # ids of those who moved
    already: tuple[str, ...]  # ids of those who were in that state before: nothing was written for them
    movement_ids: tuple[str, ...]  # to take it back


def move(
    register: "Register",
    ids: Sequence[str],
    kind: MovementKind,
    *,
    at: datetime | None = None,
    destination: str = "",
    reason: str = "",
    back_on: str = "",
) -> Moved:
    """Let people come in, go out, take leave, or be transferred, all in one transaction.

    Whoever is in that state already is left as they are. A transfer out names its destination.

    Raises:
        UserError: the destination is missing, the time lies ahead, somebody is unknown, or the role does not allow it.

    """
    register.require(Right.REGISTER)
    if kind is MovementKind.TRANSFER_OUT and not destination.strip():
        raise UserError(_("Say which shelter they go to."))
    _check_past(register, at)
    shelter_id = register.read_local("shelter")
    found = people.resolve(register, ids)
    going = [person for person in found if not _is_there(person, kind, shelter_id)]
    with register.writing(str(kind)) as writer:
        made = [
            movements.add_movement(
                writer,
                person.id,
                kind,
                shelter_id if STATE_AFTER[kind] is State.HERE else person.shelter_id,
                at=at,
                destination=destination.strip(),
                reason=reason.strip(),
                back_on=back_on,
            )
            for person in going
        ]
    moved = dict.fromkeys(person.id for person in going)
    return Moved(tuple(moved), tuple(person.id for person in found if person.id not in moved), tuple(made))


def take_back(register: "Register", movement_ids: Sequence[str]) -> None:
    """Take movements back that were a mistake; history keeps both.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.REGISTER)
    with register.writing("taken back") as writer:
        for movement_id in movement_ids:
            row = writer.row("movement", movement_id)
            movements.void_movement(writer, str(row["person_id"]), movement_id, str(row["shelter_id"]))


def list_history(register: "Register", person_id: str) -> list[Movement]:
    """Return the comings and goings of a person and of the records merged into them, newest first."""
    return movements.list_movements(register, people.list_records(register, person_id))


def list_given(register: "Register", person_id: str) -> list[Handout]:
    """Return what a person, under this record or one merged into it, was given, newest first."""
    return movements.list_handouts(register, people.list_records(register, person_id))


def give(
    register: "Register", ids: Sequence[str], item: str, quantity: int = 1, *, at: datetime | None = None
) -> tuple[str, ...]:
    """Write down that each of these people was given something, now or at the time given; return the entries' ids.

    Raises:
        UserError: the thing or the number is missing, the time lies ahead, somebody is unknown, or the role does not
            allow it.

    """
    register.require(Right.REGISTER)
    if not item.strip() or quantity < 1:
        raise UserError(_("Say what was given, and at least one of it."))
    _check_past(register, at)
    found = people.resolve(register, ids)
    with register.writing("given") as writer:
        return tuple(movements.add_handout(writer, one.id, item.strip(), quantity, at) for one in found)


def take_handouts_back(register: "Register", handouts: Sequence[Handout]) -> None:
    """Take entries of things given back that were a mistake."""
    register.require(Right.REGISTER)
    with register.writing("taken back") as writer:
        for handout in handouts:
            movements.void_handout(writer, handout)


def _check_past(register: "Register", at: datetime | None) -> None:
    if at and at.astimezone() > register.clock().astimezone():
        raise UserError(_("The time lies ahead. Give a time that has passed."))


def _is_there(person: Person, kind: MovementKind, shelter_id: str) -> bool:
    after = STATE_AFTER[kind]
    return person.state is after and (after is not State.HERE or person.shelter_id == shelter_id)
