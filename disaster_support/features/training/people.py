"""The people at a course: who they are, at which units they were, and the codes that note it.

Every function takes the open register. Keeping the lists is the right of `Right.REGISTER`; everybody may look.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.training.model import Attendance, Means, Participant
from disaster_support.features.training.pasted import read_pasted
from disaster_support.i18n import gettext as _
from disaster_support.storage import courses
from disaster_support.storage.codes import make_code, read_code
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

CARD_PREFIX = "DT"  # of the code on an attendance card

_CODE_LIFE = timedelta(minutes=1)
_CODES_THAT_COUNT = 3  # the one on the screen, and those of the two minutes before: somebody was still typing
_CODE_DIGITS = 4


def list_participants(register: "Register", course_id: str) -> list[Participant]:
    """Return the participants of a course, in the order in which they were entered."""
    return courses.read_participants(register, "course_id = ? AND removed = 0", course_id)


def save_participant(register: "Register", participant: Participant) -> Participant:
    """Keep a participant, a new one where the id is empty; return them with their id.

    Raises:
        UserError: the name is missing, the result is not between 0 and 100, or the role does not allow it.

    """
    if not participant.name.strip():
        raise UserError(_("Give the participant's name."))
    if participant.quiz_percent is not None and not 0 <= participant.quiz_percent <= 100:
        raise UserError(_("The result of the quiz is a number from 0 to 100."))
    return _keep(register, [participant])[0]


def add_participants(register: "Register", course_id: str, text: str) -> int:
    """Add the people of a pasted list, all or none; return how many.

    A line has name, organisation and role, with tabs between as spreadsheets copy them, or with commas.

    Raises:
        UserError: a line has no name, there is nothing in the list, or the role does not allow it.

    """
    people = [Participant("", course_id, *cells) for cells in read_pasted(text)]
    return len(_keep(register, people))


def remove_participant(register: "Register", participant: Participant) -> None:
    """Take somebody out of the course's lists; saving them again brings them back with their attendance.

    Raises:
        UserError: the role does not allow it.

    """
    _keep(register, [replace(participant, removed=True)])


def find_by_code(register: "Register", course_id: str, code: str) -> Participant:
    """Return the participant of a course whose attendance card was scanned.

    Raises:
        UserError: nobody of this course has this card.

    """
    participant_id = read_participant_code(code)
    found = courses.read_participants(register, "id = ? AND course_id = ? AND removed = 0", participant_id, course_id)
    if not found:
        raise UserError(_("Nobody of this course has the card “{code}”.").format(code=code.strip()[:40]))
    return found[0]


def participant_code(participant_id: str) -> str:
    """Return what the QR code of an attendance card says."""
    return make_code(CARD_PREFIX, participant_id)


def read_participant_code(code: str) -> str:
    """Return the participant's id of a card's code as it was scanned, or '' where it is no such code."""
    return read_code(CARD_PREFIX, code)


# -- attendance


def note_attendance(register: "Register", participant_id: str, unit_id: str, means: Means) -> bool:
    """Note that somebody is at a unit; return whether it was not noted before (twice is once).

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.REGISTER)
    with register.writing("attendance") as writer:
        return courses.write_attendance(writer, participant_id, unit_id, means)


def take_back_attendance(register: "Register", participant_id: str, unit_id: str) -> bool:
    """Take it back that somebody was at a unit; return whether it had been noted.

    Raises:
        UserError: the role does not allow it.

    """
    register.require(Right.REGISTER)
    with register.writing("attendance") as writer:
        return courses.void_attendance(writer, participant_id, unit_id)


def list_attendance(register: "Register", course_id: str) -> list[Attendance]:
    """Return who of a course was at which unit, in the order in which it was noted."""
    return courses.read_attendance(register, course_id)


def attendance_code(register: "Register", course_id: str, unit_id: str, at: datetime) -> str:
    """Return the four digits that the screen shows at a moment; they change every minute.

    Made from the register's key, so that nobody outside the room can tell them beforehand.

    Source: RFC 6238 (TOTP), with SHA-256.
    """
    minute = int(at.timestamp() // _CODE_LIFE.total_seconds())
    digest = hmac.digest(register.key, f"attendance/{course_id}/{unit_id}/{minute}".encode(), hashlib.sha256)
    return f"{int.from_bytes(digest[:8]) % 10**_CODE_DIGITS:0{_CODE_DIGITS}}"


def check_attendance_code(register: "Register", course_id: str, unit_id: str, code: str, at: datetime) -> bool:
    """Whether these digits, in any width, were shown within the last two minutes."""
    moments = (at - _CODE_LIFE * age for age in range(_CODES_THAT_COUNT))
    typed = "".join(str(int(digit)) for digit in code if digit.isdecimal())
    return typed in {attendance_code(register, course_id, unit_id, moment) for moment in moments}


def _keep(register: "Register", people: Iterable[Participant]) -> list[Participant]:
    register.require(Right.REGISTER)
    kept = [replace(one, id=one.id or courses.new_participant_id(one.course_id)) for one in people]
    with register.writing("participant") as writer:
        for one in kept:
            courses.write_participant(writer, one)
    return kept
