"""What reception does with people: register them, look them up, change what is known of them.

Every function takes the open register; whoever shows people announces `Change.PEOPLE` after a change.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Filters,
    Household,
    MovementKind,
    NeedKind,
    Person,
    State,
)
from disaster_support.i18n import gettext as _
from disaster_support.storage import finding, people
from disaster_support.storage.codes import make_code, read_code
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.journal import Writer
    from disaster_support.storage.register import Register

CODE_PREFIX = "DS"  # of the code on a card: then 26 letters and digits that say nothing of the person

_ARRIVALS = {
    State.HERE: MovementKind.IN,
    State.ON_LEAVE: MovementKind.LEAVE,
    State.LEFT: MovementKind.OUT,
    State.TRANSFERRED: MovementKind.TRANSFER_OUT,
}


def register_household(
    register: "Register",
    members: Sequence[Details],
    *,
    household_id: str = "",
    state: State = State.HERE,
    at: datetime | None = None,
    reason: str = "registered",
) -> tuple[str, ...]:
    """Add people who came together, to a household that is there already or to a new one; return their ids.

    They arrive in the laptop's shelter now, or at the time given; `State.EXPECTED` lets nobody arrive yet.

    Raises:
        UserError: somebody has no name, the role does not allow it, or the disk refuses; nobody was added.

    """
    register.require(Right.REGISTER)
    for details in members:
        check_name(details)
    shelter_id = register.read_local("shelter")
    with register.writing(reason) as writer:
        household_id = household_id or people.add_household(writer)[0]
        return tuple(add_arrival(writer, details, household_id, shelter_id, state, at) for details in members)


def add_arrival(
    writer: "Writer", details: Details, household_id: str, shelter_id: str, state: State, at: datetime | None
) -> str:
    """Add one person and what brought them into their state, as part of a writer's transaction; return their id."""
    return people.add_person(writer, details, household_id, shelter_id, _ARRIVALS.get(state), at)


def check_name(details: Details) -> None:
    """See that there is a name, the one thing that is a must.

    Raises:
        UserError: it is missing.

    """
    if not details.name.strip():
        raise UserError(_("A name or a nickname is needed."))


def change_person(register: "Register", before: Person, details: Details) -> Person:
    """Write what was changed in a record, and return the record as it is now.

    Only fields that differ from `before` are written: what somebody else changed meanwhile stays.

    Raises:
        UserError: the name is missing, the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    check_name(details)
    with register.writing("changed") as writer:
        people.change_person(writer, before, details)
    return people.get_person(register, before.id)


def open_record(register: "Register", person_id: str) -> Person:
    """Return everything that is known of a person; that it was read is written down.

    Raises:
        UserError: there is nobody of this id.

    """
    person = people.get_person(register, person_id)
    register.note_reading("person", person_id)
    return person


def open_household(register: "Register", household_id: str) -> Household:
    """Return a household and its members.

    Raises:
        UserError: there is none of this id.

    """
    return people.get_household(register, household_id)


def find_people(register: "Register", filters: Filters, limit: int = 200) -> list[Person]:
    """Return the people that match, newest arrivals first; see `storage.finding`."""
    return people.load_people(register, finding.find_ids(register, filters, limit))


def find_by_code(register: "Register", code: str) -> str:
    """Return the id of the person of a card: its QR code as a scanner types it, its number, or the id itself.

    Raises:
        UserError: nobody has this card.

    """
    typed = "".join(unicodedata.normalize("NFKC", code).split())  # an input method that is on widens what is scanned
    person_id = read_card_code(typed) or typed.lower()
    found = people.load_people(register, [person_id]) or people.load_people(
        register, filter(None, [people.find_by_number(register, typed)])
    )
    if not found or found[0].removed:
        raise UserError(_("Nobody in the register has the card “{code}”.").format(code=typed[:40]))
    return found[0].merged_into or found[0].id


def make_card_code(person_id: str) -> str:
    """Return what the QR code of a card says: the person's random id in letters and digits, and nothing else."""
    return make_code(CODE_PREFIX, person_id)


def read_card_code(code: str) -> str:
    """Return the person's id of a card's code in any case, or '' where it is no such code."""
    return read_code(CODE_PREFIX, code)


def set_consent(register: "Register", person: Person, audience: Audience, given: bool) -> None:
    """Write a yes or a no to being found, from now on: a yes is withdrawn as easily as it is given."""
    register.require(Right.REGISTER)
    with register.writing("consent") as writer:
        people.write_consent(writer, person.id, audience, Consent(given, writer.now))


def mark_need_met(register: "Register", person: Person, kind: NeedKind, *, met: bool = True) -> None:
    """Say that a need was seen to, or that it waits again.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.SUPPORT)
    with register.writing("need") as writer:
        need = replace(person.details.needs[kind], met_at=writer.now if met else None)
        people.write_need(writer, person.id, kind, need)


def remove_people(register: "Register", ids: Iterable[str]) -> None:
    """Take records that were made by mistake out of every list; `restore_people` brings them back."""
    _mark_removed(register, ids, removed=True)


def restore_people(register: "Register", ids: Iterable[str]) -> None:
    """Bring records back that were taken out."""
    _mark_removed(register, ids, removed=False)


def _mark_removed(register: "Register", ids: Iterable[str], *, removed: bool) -> None:
    register.require(Right.REGISTER)
    with register.writing("removed" if removed else "restored") as writer:
        for person_id in ids:
            people.mark_removed(writer, person_id, removed)
