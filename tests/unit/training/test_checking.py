"""What does not fit in a plan is said beside its field; a plan in which all fits has nothing said."""

from dataclasses import replace
from datetime import date, time

import pytest

from disaster_support.bilingual import EMPTY, Bilingual
from disaster_support.features.training.checking import check_course, check_plan
from disaster_support.features.training.model import Conditions, Course, Day
from tests.helpers.courses import DAY, small_plan


def _unit(plan, **changes):
    return replace(plan, unit=(replace(plan.unit[0], **changes), *plan.unit[1:]))


def _goal(plan, **changes):
    return replace(plan, goal=(replace(plan.goal[0], **changes),))


def test_a_plan_that_fits_has_no_faults(plan, materials):
    assert check_plan(plan, materials) == []
    assert check_plan(replace(plan, days=()), materials) == []


@pytest.mark.parametrize(
    ("bend", "field", "sentence"),
    [
        (lambda p: replace(p, lessons=5), "lessons", "The units have 4 lesson hours, the course has 5: 1 is not"),
        (lambda p: replace(p, lessons=2), "lessons", "The units have 4 lesson hours, the course has 2: 2 are too many"),
        (lambda p: replace(p, title=Bilingual("", "x")), "title", "title"),
        (lambda p: replace(p, conditions=Conditions(101, 60)), "conditions.attendance_percent", "0 to 100"),
        (lambda p: replace(p, conditions=Conditions(80, -1)), "conditions.quiz_percent", "0 to 100"),
        (lambda p: replace(p, topics=("tools", "magic")), "topics", "There is no “magic”"),
        (lambda p: _goal(p, text=EMPTY), "goal.g1", "can do"),
        (lambda p: _goal(p, observed=EMPTY), "goal.g1.observed", "how an instructor sees"),
        (lambda p: _unit(p, title=EMPTY), "unit.u1.title", "title"),
        (lambda p: _unit(p, goals=("g1", "g9")), "unit.u1.goals", "There is no “g9”"),
        (lambda p: _unit(p, scenes=("nowhere",)), "unit.u1.scenes", "There is no “nowhere”"),
        (lambda p: _unit(p, handouts=("nothing",)), "unit.u1.handouts", "There is no “nothing”"),
        (lambda p: _unit(p, step=()), "unit.u1.step", "The steps take 0 minutes, the unit has 50."),
        (lambda p: replace(p, days=(Day(DAY, lessons=3),)), "days", "room for 3 of 4 lesson hours"),
        (lambda p: replace(p, days=(Day(DAY, time(22)),)), "days", "room for 2 of 4 lesson hours"),
        (lambda p: replace(p, days=(Day(DAY), Day(DAY))), "days", "2026-11-24 is there twice"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(plan, materials, bend, field, sentence):
    (fault,) = check_plan(bend(plan), materials)
    assert fault.field == field
    assert sentence in fault.sentence


def test_a_goal_that_no_unit_serves_is_named(materials):
    plan = small_plan((1,))
    other = replace(plan.goal[0], id="g2")
    assert [one.field for one in check_plan(replace(plan, goal=(*plan.goal, other)), materials)] == ["goal.g2"]


def test_a_unit_without_lesson_hours_and_steps_without_minutes_are_named(materials):
    plan = small_plan((1,))
    step = plan.unit[0].step[0]
    bent = _unit(plan, step=(replace(step, minutes=60), replace(step, minutes=-10)))
    assert [one.field for one in check_plan(bent, materials)] == ["unit.u1.step"]
    fields = [one.field for one in check_plan(_unit(plan, lessons=0, step=()), materials)]
    assert fields == ["lessons", "unit.u1.lessons"]


def test_an_empty_plan_is_named_and_breaks_nothing(plan, materials):
    bare = replace(plan, lesson_minutes=0, lessons=0, unit=(), goal=())
    assert [one.field for one in check_plan(bare, materials)] == ["lesson_minutes", "unit"]


def test_boards_and_signs_are_looked_up_in_the_library(plan, materials, real):
    sign, board = "evacuation.this_way", "medical"
    assert check_plan(_unit(plan, boards=(board,), signs=(sign,)), materials, real) == []
    found = check_plan(_unit(plan, boards=(sign,), signs=(board,)), materials, real)
    assert [one.field for one in found] == ["unit.u1.boards", "unit.u1.signs"]


def test_days_lie_in_the_fiscal_year(plan, materials):
    plan = replace(plan, days=(Day(date(2027, 3, 31)), Day(date(2027, 4, 1))))
    (fault,) = check_course(Course("c", plan, 2026), materials)
    assert fault.field == "fiscal_year"
    assert fault.sentence == "2027-04-01 is not in the fiscal year 2026, from April to March."
