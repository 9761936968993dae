"""Courses, instructors, participants and attendance as rows of the register."""

import json

from disaster_support.features.training.model import Attendance, Course, Instructor, Means, Participant, Plan
from disaster_support.plain import from_plain, to_plain
from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.ids import derived_id, new_id_beside
from disaster_support.storage.journal import Value, Writer
from disaster_support.storage.register import Register

_COURSE = "id, plan, fiscal_year, venue, organiser, copied_from, removed"
_INSTRUCTOR = "id, name, organisation, proposed_by, topics, languages, contact"
_PARTICIPANT = "id, course_id, name, organisation, role, quiz_percent, removed"
_ATTENDANCE = "id, participant_id, unit_id, at, means, by"


def read_courses(register: Register, where: str, *values: Value) -> list[Course]:
    """Return the courses that a condition holds for, in the order in which they were made."""
    rows = register.query(f"SELECT {_COURSE} FROM course WHERE {where} ORDER BY rowid", values)
    return [
        Course(id_, from_plain(json.loads(plan), Plan), year, venue or "", organiser or "", source or "", bool(removed))
        for id_, plan, year, venue, organiser, source, removed in rows
    ]


def write_course(writer: Writer, course: Course) -> None:
    """Add a course, or renew the one of its id."""
    plan = json.dumps(to_plain(course.plan), ensure_ascii=False, separators=(",", ":"))
    row: dict[str, Value] = {"id": course.id, "plan": plan, "fiscal_year": course.fiscal_year}
    row |= _texts(venue=course.venue, organiser=course.organiser, copied_from=course.copied_from)
    writer.put("course", row | {"removed": int(course.removed)})


def read_instructors(register: Register) -> list[Instructor]:
    """Return everybody on the roster who was not taken off it, by name."""
    rows = register.query(f"SELECT {_INSTRUCTOR} FROM instructor WHERE removed = 0 ORDER BY name, id")
    return [
        Instructor(id_, name, organisation or "", proposed_by or "", topics or "", languages or "", contact or "")
        for id_, name, organisation, proposed_by, topics, languages, contact in rows
    ]


def write_instructor(writer: Writer, one: Instructor) -> None:
    """Add a candidate, or renew the one of this id."""
    row = _texts(organisation=one.organisation, proposed_by=one.proposed_by, topics=one.topics)
    row |= _texts(languages=one.languages, contact=one.contact)
    writer.put("instructor", {"id": one.id, "name": one.name, **row, "removed": int(one.removed)})


def read_participants(register: Register, where: str, *values: Value) -> list[Participant]:
    """Return the participants that a condition holds for, in the order in which they were entered."""
    rows = register.query(f"SELECT {_PARTICIPANT} FROM participant WHERE {where} ORDER BY rowid", values)
    return [
        Participant(id_, course_id, name, organisation or "", role or "", quiz, bool(removed))
        for id_, course_id, name, organisation, role, quiz, removed in rows
    ]


def write_participant(writer: Writer, one: Participant) -> None:
    """Add a participant, or renew the one of this id."""
    row: dict[str, Value] = {"id": one.id, "course_id": one.course_id, "name": one.name}
    row |= _texts(organisation=one.organisation, role=one.role)
    writer.put("participant", row | {"quiz_percent": one.quiz_percent, "removed": int(one.removed)})


def new_participant_id(course_id: str) -> str:
    """Return an id for a new participant, beside the others of the course."""
    return new_id_beside(course_id)


def read_attendance(register: Register, course_id: str) -> list[Attendance]:
    """Return who of a course was at which unit, in the order of time; what was taken back is left out."""
    rows = register.query(
        f"SELECT {', '.join(f'attendance.{name}' for name in _ATTENDANCE.split(', '))} FROM attendance"
        " JOIN participant ON participant.id = participant_id"
        " WHERE course_id = ? AND participant.removed = 0 AND attendance.removed = 0 ORDER BY at, attendance.rowid",
        (course_id,),
    )
    return [
        Attendance(id_, who, unit_id, from_stamp(at), Means(means), by) for id_, who, unit_id, at, means, by in rows
    ]


def write_attendance(writer: Writer, participant_id: str, unit_id: str, means: Means) -> bool:
    """Note that somebody was at a unit, now; return whether it was not noted before.

    The id is made of both, so that two laptops that note the same make one row.
    """
    row_id = _attendance_id(participant_id, unit_id)
    if writer.query("SELECT 1 FROM attendance WHERE id = ? AND removed = 0", (row_id,)):
        return False
    row: dict[str, Value] = {"id": row_id, "participant_id": participant_id, "unit_id": unit_id}
    row |= {"at": to_stamp(writer.now), "means": str(means), "by": writer.user, "removed": 0}
    writer.put("attendance", row)
    return True


def void_attendance(writer: Writer, participant_id: str, unit_id: str) -> bool:
    """Take it back; return whether there was something to take back."""
    row_id = _attendance_id(participant_id, unit_id)
    if not writer.query("SELECT 1 FROM attendance WHERE id = ? AND removed = 0", (row_id,)):
        return False
    writer.update("attendance", row_id, {"removed": 1})
    return True


def _attendance_id(participant_id: str, unit_id: str) -> str:
    return derived_id(participant_id, f"attendance/{unit_id}")


def _texts(**values: str) -> dict[str, Value]:
    return {name: value or None for name, value in values.items()}
