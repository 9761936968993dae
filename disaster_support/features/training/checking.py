"""What does not fit in a course's plan, said beside the field that it concerns."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disaster_support.features.training.model import Course, Goal, Materials, Plan, Unit
from disaster_support.features.training.timetable import schedule
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext

if TYPE_CHECKING:
    from disaster_support.content.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class PlanFault:
    """Something that does not fit: the field ("lessons", "unit.u1.step", "goal.g2", "days" …) and a sentence."""

    field: str
    sentence: str


def check_course(course: Course, materials: Materials, catalogue: "Catalogue | None" = None) -> list[PlanFault]:
    """Return what does not fit in a course that is kept: its plan, and its days in the fiscal year."""
    strays = [day.on for day in course.plan.days if fiscal_year_of(day.on) != course.fiscal_year]
    return check_plan(course.plan, materials, catalogue) + [
        PlanFault(
            "fiscal_year",
            _("{day} is not in the fiscal year {year}, from April to March.").format(day=day, year=course.fiscal_year),
        )
        for day in strays
    ]


def check_plan(plan: Plan, materials: Materials, catalogue: "Catalogue | None" = None) -> list[PlanFault]:
    """Return what does not fit in a plan; with a catalogue, boards and signs are looked up too."""
    return [
        *_check_frame(plan),
        *(fault for goal in plan.goal for fault in _check_goal(goal, plan)),
        *(fault for unit in plan.unit for fault in _check_unit(unit, plan)),
        *(fault for unit in plan.unit for fault in _check_materials(unit, materials, catalogue)),
        *_check_topics(plan, materials),
        *_check_days(plan),
    ]


def _check_frame(plan: Plan) -> Iterator[PlanFault]:
    if not plan.title.ja.strip():
        yield PlanFault("title", _("Give the course a title."))
    if plan.lesson_minutes < 1:
        yield PlanFault("lesson_minutes", _("Say how many minutes a lesson hour has."))
    if not plan.unit:
        yield PlanFault("unit", _("The course has no units yet."))
    planned = sum(unit.lessons for unit in plan.unit)
    over = planned - plan.lessons
    if over > 0:
        sentence = ngettext(
            "The units have {planned} lesson hours, the course has {lessons}: {over} is too many.",
            "The units have {planned} lesson hours, the course has {lessons}: {over} are too many.",
            over,
        )
        yield PlanFault("lessons", sentence.format(planned=planned, lessons=plan.lessons, over=over))
    elif over < 0:
        sentence = ngettext(
            "The units have {planned} lesson hours, the course has {lessons}: {left} is not planned yet.",
            "The units have {planned} lesson hours, the course has {lessons}: {left} are not planned yet.",
            -over,
        )
        yield PlanFault("lessons", sentence.format(planned=planned, lessons=plan.lessons, left=-over))
    for name in ("attendance_percent", "quiz_percent"):
        if not 0 <= getattr(plan.conditions, name) <= 100:
            yield PlanFault(f"conditions.{name}", _("Give a number from 0 to 100."))


def _check_goal(goal: Goal, plan: Plan) -> Iterator[PlanFault]:
    field = f"goal.{goal.id}"
    if not goal.text.ja.strip():
        yield PlanFault(field, _("Say what trainees can do afterwards."))
    if not goal.observed.ja.strip():
        yield PlanFault(f"{field}.observed", _("Say how an instructor sees that this goal is reached."))
    if not any(goal.id in unit.goals for unit in plan.unit):
        yield PlanFault(field, _("No unit works towards this goal."))


def _check_unit(unit: Unit, plan: Plan) -> Iterator[PlanFault]:
    field = f"unit.{unit.id}"
    if not unit.title.ja.strip():
        yield PlanFault(f"{field}.title", _("Give the unit a title."))
    if unit.lessons < 1:
        yield PlanFault(f"{field}.lessons", _("A unit has at least one lesson hour."))
    known = {goal.id for goal in plan.goal}
    yield from _unknown(f"{field}.goals", unit.goals, known)
    minutes, frame = sum(step.minutes for step in unit.step), unit.lessons * plan.lesson_minutes
    if any(step.minutes < 1 for step in unit.step):
        yield PlanFault(f"{field}.step", _("A step takes at least one minute."))
    if minutes != frame:
        sentence = _("The steps take {minutes} minutes, the unit has {frame}.").format(minutes=minutes, frame=frame)
        yield PlanFault(f"{field}.step", sentence)


def _check_materials(unit: Unit, materials: Materials, catalogue: "Catalogue | None") -> Iterator[PlanFault]:
    field = f"unit.{unit.id}"
    yield from _unknown(f"{field}.scenes", unit.scenes, materials.scenes)
    yield from _unknown(f"{field}.handouts", unit.handouts, materials.handouts)
    if catalogue is not None:
        signs = {entry.id for entry in catalogue.entries.values() if entry.kind == "sign"}
        yield from _unknown(f"{field}.boards", unit.boards, catalogue.situations)
        yield from _unknown(f"{field}.signs", unit.signs, signs)


def _check_topics(plan: Plan, materials: Materials) -> Iterator[PlanFault]:
    yield from _unknown("topics", plan.topics, {question.topic for question in materials.questions.values()})


def _check_days(plan: Plan) -> Iterator[PlanFault]:
    days = [day.on for day in plan.days]
    for day in sorted({day for day in days if days.count(day) > 1}):
        yield PlanFault("days", _("{day} is there twice.").format(day=day))
    if not days:
        return
    planned, placed = sum(unit.lessons for unit in plan.unit), sum(slot.unit is not None for slot in schedule(plan))
    if placed < planned:
        sentence = _("The days have room for {placed} of {planned} lesson hours.")
        yield PlanFault("days", sentence.format(placed=placed, planned=planned))


def _unknown(field: str, named: Iterable[str], known: Container[str]) -> Iterator[PlanFault]:
    return (PlanFault(field, _("There is no “{id}”.").format(id=one)) for one in named if one not in known)
