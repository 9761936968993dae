"""Plans of courses that fit, to be bent by tests."""

from datetime import date

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.model import Day, Goal, Method, Plan, Step, Unit

DAY = date(2026, 11, 24)


def small_unit(unit_id: str, lessons: int = 1, *, lesson_minutes: int = 50) -> Unit:
    """Return a unit with one step that fills it."""
    words = Bilingual("呼びかけ", "Calling out")
    step = Step(lessons * lesson_minutes, words, Bilingual("「逃げてください」"), words, Bilingual("–", "–"))
    return Unit(unit_id, words, lessons, Method.PRACTICE, goals=("g1",), step=(step,))


def small_plan(units: tuple[int, ...] = (1, 2, 1), *, days: tuple[Day, ...] = (Day(DAY),), minutes: int = 50) -> Plan:
    """Return a plan of units u1, u2 … with so many lesson hours each, in which everything fits."""
    return Plan(
        id="small",
        title=Bilingual("小さな講習", "A small course"),
        audience=Bilingual("消防団員", "Volunteers"),
        aim=Bilingual("逃げ遅れを防ぐ", "Nobody is left behind"),
        lesson_minutes=minutes,
        lessons=sum(units),
        trainees=20,
        goal=(Goal("g1", Bilingual("呼びかけられる", "Can call out"), Bilingual("相手が動く", "The other moves")),),
        unit=tuple(small_unit(f"u{place}", lessons, lesson_minutes=minutes) for place, lessons in enumerate(units, 1)),
        days=days,
    )
