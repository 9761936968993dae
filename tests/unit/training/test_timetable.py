"""Lessons over days: breaks, noon, what does not fit."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.features.training.model import Day
from disaster_support.features.training.timetable import NOON_MINUTES, schedule, usual_days
from tests.helpers.courses import DAY, small_plan


def _rows(plan):
    return [
        (
            f"{slot.begins:%d %H:%M}-{slot.ends:%H:%M}",
            f"{slot.unit.id} {slot.part}/{slot.parts}" if slot.unit else "noon" if slot.is_noon else "",
        )
        for slot in schedule(plan)
    ]


def test_two_days_are_laid_out():
    plan = small_plan((1, 4, 2), days=(Day(DAY), Day(DAY + timedelta(1), time(13), 1)))
    assert _rows(plan) == [
        ("24 09:00-09:50", "u1 1/1"),
        ("24 09:50-10:00", ""),
        ("24 10:00-10:50", "u2 1/4"),
        ("24 10:50-11:00", ""),
        ("24 11:00-11:50", "u2 2/4"),
        ("24 11:50-12:50", "noon"),
        ("24 12:50-13:40", "u2 3/4"),
        ("24 13:40-13:50", ""),
        ("24 13:50-14:40", "u2 4/4"),
        ("24 14:40-14:50", ""),
        ("24 14:50-15:40", "u3 1/2"),
        ("25 13:00-13:50", "u3 2/2"),
    ]


@pytest.mark.parametrize(
    ("begins", "lessons", "noon"),
    [
        (time(9), 4, None),  # over at 12:50
        (time(9), 5, time(11, 50)),
        (time(10), 4, time(11, 50)),
        (time(9, 20), 5, time(12, 10)),
        (time(12), 6, None),
        (time(13), 4, None),
        (time(11, 50), 3, time(12, 40)),
    ],
)
def test_a_day_that_goes_on_in_the_afternoon_has_a_noon_break(begins, lessons, noon):
    slots = schedule(small_plan((lessons,), days=(Day(DAY, begins, lessons),)))
    assert [slot.begins.time() for slot in slots if slot.is_noon] == ([noon] if noon else [])
    assert sum(slot.unit is not None for slot in slots) == lessons


def test_days_stand_in_their_order_and_may_be_too_short():
    plan = small_plan((3,), days=(Day(DAY + timedelta(1), lessons=1), Day(DAY, lessons=1)))
    assert _rows(plan) == [("24 09:00-09:50", "u1 1/3"), ("25 09:00-09:50", "u1 2/3")]


def test_a_lesson_does_not_go_on_after_midnight():
    assert _rows(small_plan((3,), days=(Day(DAY, time(22), 3),))) == [
        ("24 22:00-22:50", "u1 1/3"),
        ("24 22:50-23:00", ""),
        ("24 23:00-23:50", "u1 2/3"),
    ]


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=8),
    st.lists(st.builds(Day, st.just(DAY), st.times(), st.integers(0, 12)), max_size=3),
    st.integers(1, 120),
    st.integers(0, 30),
)
def test_lessons_follow_one_another_whole_and_in_order(units, days, minutes, pause):
    days = tuple(replace(day, on=DAY + timedelta(place)) for place, day in enumerate(days))
    plan = replace(small_plan(tuple(units), days=days, minutes=minutes), break_minutes=pause)
    slots = schedule(plan)
    taught = [(slot.unit.id, slot.part) for slot in slots if slot.unit]
    every = [(unit.id, part) for unit in plan.unit for part in range(1, unit.lessons + 1)]
    assert taught == every[: len(taught)]
    for slot in slots:
        length = minutes if slot.unit else NOON_MINUTES if slot.is_noon else pause
        assert slot.ends - slot.begins == timedelta(minutes=length)
    for before, after in pairwise(slots):
        if before.day == after.day:
            assert before.ends == after.begins
            assert (before.unit is None) != (after.unit is None)
    for day in days:
        of_day = [slot for slot in slots if slot.day == day]
        assert sum(slot.unit is not None for slot in of_day) <= day.lessons
        assert sum(slot.is_noon for slot in of_day) <= 1
        assert all(slot.unit for slot in (of_day[:1] + of_day[-1:]))


@pytest.mark.parametrize(("units", "lessons"), [((4,), [4]), ((6,), [6]), ((5, 9), [6, 6, 2])])
def test_usual_days_have_room_for_every_lesson(units, lessons):
    plan = small_plan(units)
    days = usual_days(plan, date(2026, 12, 31))
    assert [day.lessons for day in days] == lessons
    assert days[-1].on == date(2026, 12, 30) + timedelta(len(lessons))
    assert sum(slot.unit is not None for slot in schedule(replace(plan, days=days))) == sum(units)
