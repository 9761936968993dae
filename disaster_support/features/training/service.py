"""Courses and instructors in the register: made from templates, changed, copied to the next year, taken out.

Every function takes the open register. Planning is the right of `Right.MANAGE`; everybody may look.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.training.model import Course, Day, Instructor, Plan
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import gettext as _
from disaster_support.storage import courses
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_YEAR_OF_WEEKS = timedelta(weeks=52)  # the same day of the week a year on


def new_course(register: "Register", plan: Plan, fiscal_year: int) -> Course:
    """Keep a course made from a template or from a plan that was read in.

    Raises:
        UserError: the title is missing, or the role does not allow it.

    """
    return _add(register, Course("", plan, fiscal_year))


def save_course(register: "Register", course: Course) -> None:
    """Keep a course as it is now.

    Raises:
        UserError: the title is missing, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    _check_title(course)
    with register.writing("course") as writer:
        courses.write_course(writer, course)


def list_courses(register: "Register", fiscal_year: int | None = None) -> list[Course]:
    """Return the courses of a fiscal year or of all, the newest year first, then by their first day."""
    where, values = ("AND fiscal_year = ?", (fiscal_year,)) if fiscal_year is not None else ("", ())
    found = courses.read_courses(register, f"removed = 0 {where}", *values)
    return sorted(found, key=lambda one: (-one.fiscal_year, _first_day(one.plan) or date.max))


def get_course(register: "Register", course_id: str) -> Course:
    """Return a course, also one that was taken out.

    Raises:
        UserError: there is none of this id.

    """
    found = courses.read_courses(register, "id = ?", course_id)
    if not found:
        raise UserError(_("There is no such course in the register."))
    return found[0]


def copy_to_next_year(register: "Register", course: Course) -> Course:
    """Keep a copy for the fiscal year after: the same plan, venue and instructors, on the same days of the week.

    Raises:
        UserError: the role does not allow it.

    """
    year = course.fiscal_year + 1
    days = tuple(replace(day, on=_next_year(day)) for day in course.plan.days)
    copy = replace(course, id="", plan=replace(course.plan, days=days), fiscal_year=year, copied_from=course.id)
    return _add(register, replace(copy, removed=False))


def remove_course(register: "Register", course_id: str) -> None:
    """Take a course out of every list; `restore_course` brings it back.

    Raises:
        UserError: there is none of this id, or the role does not allow it.

    """
    save_course(register, replace(get_course(register, course_id), removed=True))


def restore_course(register: "Register", course_id: str) -> None:
    """Bring a course back that was taken out.

    Raises:
        UserError: there is none of this id, or the role does not allow it.

    """
    save_course(register, replace(get_course(register, course_id), removed=False))


def list_instructors(register: "Register") -> list[Instructor]:
    """Return the roster of candidates for teaching, by name."""
    return courses.read_instructors(register)


def save_instructor(register: "Register", instructor: Instructor) -> Instructor:
    """Keep a candidate, a new one where the id is empty; return them with their id.

    Raises:
        UserError: the name is missing, or the role does not allow it.

    """
    register.require(Right.MANAGE)
    if not instructor.name.strip():
        raise UserError(_("Give the instructor's name."))
    with register.writing("instructor") as writer:
        kept = replace(instructor, id=instructor.id or writer.new_id(), name=instructor.name.strip())
        courses.write_instructor(writer, kept)
    return kept


def remove_instructor(register: "Register", instructor: Instructor) -> None:
    """Take a candidate off the roster; saving them again brings them back.

    Raises:
        UserError: the role does not allow it.

    """
    save_instructor(register, replace(instructor, removed=True))


def _add(register: "Register", course: Course) -> Course:
    register.require(Right.MANAGE)
    _check_title(course)
    with register.writing("course") as writer:
        kept = replace(course, id=writer.new_id())
        courses.write_course(writer, kept)
    return kept


def _check_title(course: Course) -> None:
    if not course.plan.title.ja.strip():
        raise UserError(_("Give the course a title."))


def _first_day(plan: Plan) -> date | None:
    return min((day.on for day in plan.days), default=None)


def _next_year(day: Day) -> date:
    later = day.on + _YEAR_OF_WEEKS
    # 1 April is 364 days later 31 March: still the old fiscal year.
    return later if fiscal_year_of(day.on) + 1 <= fiscal_year_of(later) else later + timedelta(weeks=1)
