"""What came of a course: who gets a certificate and who does not yet, and the fiscal year in figures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.model import Attendance, Conditions, Course, Participant
from disaster_support.features.training.people import list_attendance, list_participants
from disaster_support.features.training.service import list_courses
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


@dataclass(frozen=True, slots=True)
class Result:
    """What a participant has reached; `why` says what is missing, a sentence for each, or is empty."""

    participant: Participant
    lessons_attended: int
    lessons: int  # of the course's units
    percent: int  # of the lessons, rounded down: 79.9 is not yet 80
    passed: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A line of the fiscal year: the people of one organisation at one course."""

    course_id: str
    course_title: Bilingual
    organisation: str  # '': none was given
    people: int
    certified: int
    lesson_hours: int  # attended by all of them together


def results(course: Course, participants: Iterable[Participant], attendance: Iterable[Attendance]) -> list[Result]:
    """Return what each participant has reached, in the order given."""
    lessons = {unit.id: unit.lessons for unit in course.plan.unit}
    attended: dict[str, set[str]] = defaultdict(set)
    for one in attendance:
        attended[one.participant_id].add(one.unit_id)
    total = sum(lessons.values())
    # A unit that was taken out of the plan since counts for nobody.
    counts = {who: sum(lessons.get(unit, 0) for unit in units) for who, units in attended.items()}
    return [_result(one, counts.get(one.id, 0), total, course.plan.conditions) for one in participants]


def summarise_year(register: "Register", fiscal_year: int) -> list[YearLine]:
    """Return the courses of a fiscal year in their order, a line for each organisation by name."""
    return [line for course in list_courses(register, fiscal_year) for line in _summarise(register, course)]


def _summarise(register: "Register", course: Course) -> list[YearLine]:
    by_organisation: dict[str, list[Result]] = defaultdict(list)
    for one in results(course, list_participants(register, course.id), list_attendance(register, course.id)):
        by_organisation[one.participant.organisation].append(one)
    return [
        YearLine(
            course_id=course.id,
            course_title=course.plan.title,
            organisation=organisation,
            people=len(found),
            certified=sum(one.passed for one in found),
            lesson_hours=sum(one.lessons_attended for one in found),
        )
        for organisation, found in sorted(by_organisation.items())
    ]


def _result(one: Participant, attended: int, lessons: int, conditions: Conditions) -> Result:
    percent = attended * 100 // lessons if lessons else 0
    missing = []
    if percent < conditions.attendance_percent:
        missing.append(
            _("Attended {percent} per cent of the lessons; {needed} per cent are needed.").format(
                percent=percent, needed=conditions.attendance_percent
            )
        )
    if conditions.quiz_percent and one.quiz_percent is None:
        missing.append(_("No result of the quiz yet."))
    elif conditions.quiz_percent and one.quiz_percent is not None and one.quiz_percent < conditions.quiz_percent:
        missing.append(
            _("{percent} per cent in the quiz; {needed} per cent are needed.").format(
                percent=one.quiz_percent, needed=conditions.quiz_percent
            )
        )
    return Result(one, attended, lessons, percent, not missing, " ".join(missing))
