"""A course's lessons laid out over its days: begin and end of each, breaks between, and a longer one at noon."""

from collections import deque
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from disaster_support.features.training.model import Day, Plan, Unit

NOON_MINUTES = 60

_NOON = time(12)  # whoever begins later has eaten
_MORNING_ENDS = time(12, 30)  # at the latest: a lesson that would go on longer waits until after the noon break
_SHORT_DAY_ENDS = time(13)  # at the latest: a day that is over by then has no noon break
_DAY_LESSONS = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A lesson hour of a day, or a break (no unit)."""

    day: Day
    begins: datetime  # local time, without a zone: as it stands on paper
    ends: datetime
    unit: Unit | None = None
    part: int = 0  # which lesson hour of the unit, counted from 1
    parts: int = 0
    is_noon: bool = False  # the longer break


def schedule(plan: Plan) -> list[Slot]:
    """Return the lessons and breaks of all days in their order; a plan without days has none.

    Lessons that no day has room for are left out, and so are those that would end after midnight: `check_plan` says so.
    """
    lessons = deque((unit, part) for unit in plan.unit for part in range(1, unit.lessons + 1))
    days = sorted(plan.days, key=lambda day: (day.on, day.begins))
    return [slot for day in days for slot in _fill(day, plan, lessons)]


def usual_days(plan: Plan, first: date) -> tuple[Day, ...]:
    """Return days for all lessons of a plan from a first day on: six lessons a day, the last day what is left."""
    counts = (min(_DAY_LESSONS, plan.lessons - done) for done in range(0, plan.lessons, _DAY_LESSONS))
    return tuple(Day(first + timedelta(days=place), lessons=count) for place, count in enumerate(counts))


def _fill(day: Day, plan: Plan, lessons: deque[tuple[Unit, int]]) -> list[Slot]:
    slots: list[Slot] = []
    begins = datetime.combine(day.on, day.begins)
    midnight = datetime.combine(day.on, time()) + timedelta(days=1)
    lesson, pause = timedelta(minutes=plan.lesson_minutes), timedelta(minutes=plan.break_minutes)
    count = min(day.lessons, len(lessons))
    has_noon = day.begins < _NOON and begins + count * (lesson + pause) - pause > _at(day, _SHORT_DAY_ENDS)
    for _place in range(count):
        if slots:
            is_noon = has_noon and begins + pause + lesson > _at(day, _MORNING_ENDS)
            has_noon = has_noon and not is_noon
            rest = Slot(day, begins, begins + (timedelta(minutes=NOON_MINUTES) if is_noon else pause), is_noon=is_noon)
            slots.append(rest)
            begins = rest.ends
        if begins + lesson > midnight:
            return slots[:-1]
        unit, part = lessons.popleft()
        slots.append(Slot(day, begins, begins + lesson, unit, part, unit.lessons))
        begins += lesson
    return slots


def _at(day: Day, hour: time) -> datetime:
    return datetime.combine(day.on, hour)
