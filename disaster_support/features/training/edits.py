"""Changes of a course's plan, made by whoever plans it: each gives a new plan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Any, Protocol, TypeVar

from disaster_support.bilingual import EMPTY, Bilingual
from disaster_support.features.training.model import Goal, Method, Plan, Step, Unit


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
H = TypeVar("H", bound=_HasId)


def get_unit(plan: Plan, unit_id: str) -> Unit:
    """Return the unit of an id; KeyError where there is none."""
    return _get(plan.unit, unit_id)


def change_unit(plan: Plan, unit_id: str, **changes: Any) -> Plan:
    """Return the plan with some fields of a unit changed."""
    unit = tuple(replace(one, **changes) if one.id == unit_id else one for one in plan.unit)
    return replace(plan, unit=unit)


def add_unit(plan: Plan, title: str) -> tuple[Plan, str]:
    """Return the plan with one more unit of one lesson hour at its end, and the unit's id."""
    unit = Unit(next_id("u", plan.unit), Bilingual(title), 1, Method.LECTURE)
    return replace(plan, unit=(*plan.unit, unit)), unit.id


def order_units(plan: Plan, ids: Sequence[str]) -> Plan:
    """Return the plan with its units in this order."""
    return replace(plan, unit=tuple(sorted(plan.unit, key=lambda one: ids.index(one.id))))


def change_goal(plan: Plan, goal_id: str, **changes: Any) -> Plan:
    """Return the plan with some fields of a goal changed."""
    goal = tuple(replace(one, **changes) if one.id == goal_id else one for one in plan.goal)
    return replace(plan, goal=goal)


def add_goal(plan: Plan) -> Plan:
    """Return the plan with one more goal, not worded yet."""
    return replace(plan, goal=(*plan.goal, Goal(next_id("g", plan.goal), EMPTY, EMPTY)))


def remove_goal(plan: Plan, goal_id: str) -> Plan:
    """Return the plan without a goal; no unit works towards it any more."""
    units = (replace(one, goals=tuple(goal for goal in one.goals if goal != goal_id)) for one in plan.unit)
    return replace(plan, goal=without(plan.goal, _place(plan.goal, goal_id)), unit=tuple(units))


def restore_goal(plan: Plan, goal: Goal, before: Plan) -> Plan:
    """Return the plan with a goal back where it was before, also in the units that worked towards it."""
    goals = insert(plan.goal, _place(before.goal, goal.id), goal)
    with_it = {one.id for one in before.unit if goal.id in one.goals}
    units = (replace(one, goals=(*one.goals, goal.id)) if one.id in with_it else one for one in plan.unit)
    return replace(plan, goal=goals, unit=tuple(units))


def spare_step(unit: Unit, lesson_minutes: int) -> Step:
    """Return a new step that takes the minutes the unit has left, at least one."""
    left = unit.lessons * lesson_minutes - sum(one.minutes for one in unit.step)
    return Step(max(1, left), EMPTY, EMPTY, EMPTY, EMPTY)


def insert(parts: Sequence[T], place: int, part: T) -> tuple[T, ...]:
    """Return the parts with one more at a place."""
    return (*parts[:place], part, *parts[place:])


def without(parts: Sequence[T], place: int) -> tuple[T, ...]:
    """Return the parts without the one at a place."""
    return (*parts[:place], *parts[place + 1 :])


def move(parts: Sequence[T], place: int, by: int) -> tuple[T, ...]:
    """Return the parts with one moved by so many places, or unchanged where it would leave the row."""
    if not 0 <= place + by < len(parts):
        return tuple(parts)
    return insert(without(parts, place), place + by, parts[place])


def retell(points: Sequence[Bilingual], lines: Sequence[str], language: str) -> tuple[Bilingual, ...]:
    """Return points whose texts of one language are these lines; each keeps its other language as far as it is known.

    A line that was changed stays the same point, one that was added has one language only.
    """
    told = [point.say(language) for point in points]
    head = _count_equal(told, lines)
    tail = _count_equal(told[head:][::-1], lines[head:][::-1])
    middle = _retell_middle(points[head : len(told) - tail], lines[head : len(lines) - tail], language)
    return (*points[:head], *middle, *points[len(told) - tail :])


def _count_equal(told: Sequence[str], lines: Sequence[str]) -> int:
    """Return how many lines are the same from the beginning on."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(told, lines, strict=False))))


def _retell_middle(points: Sequence[Bilingual], lines: Sequence[str], language: str) -> Iterator[Bilingual]:
    told = [point.say(language) for point in points]
    for what, start, end, first, last in SequenceMatcher(None, told, lines, autojunk=False).get_opcodes():
        if what == "equal":
            yield from points[start:end]
        else:
            kept = points[start:end]
            for place, line in enumerate(lines[first:last]):
                yield kept[place].with_text(line, language) if place < len(kept) else Bilingual(line)


def next_id(letter: str, taken: Iterable[_HasId]) -> str:
    """Return an id of a letter and a number that is not taken."""
    ids = {one.id for one in taken}
    return next(f"{letter}{number}" for number in range(1, len(ids) + 2) if f"{letter}{number}" not in ids)


def _get(parts: Iterable[H], id_: str) -> H:
    return {one.id: one for one in parts}[id_]


def _place(parts: Sequence[_HasId], id_: str) -> int:
    return [one.id for one in parts].index(id_)
