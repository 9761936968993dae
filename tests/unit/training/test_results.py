"""Who gets a certificate, and the year in figures: checked against sums made by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.features.training.model import Attendance, Conditions, Course, Means, Participant
from disaster_support.features.training.people import (
    add_participants,
    list_participants,
    note_attendance,
    save_participant,
)
from disaster_support.features.training.results import results, summarise_year
from disaster_support.features.training.service import new_course, remove_course
from tests.helpers.courses import small_plan


def _result(plan, units, quiz):
    people = [Participant("p", "c", "Ken", quiz_percent=quiz)]
    attendance = [Attendance(f"a{unit}", "p", unit, None, Means.LIST, "s") for unit in units]
    (found,) = results(Course("c", plan, 2026), people, attendance)
    return found


@pytest.mark.parametrize(
    ("units", "quiz", "percent", "passed", "why"),
    [
        (("u1", "u2", "u3"), 60, 100, True, ""),
        (("u1", "u2"), 60, 75, False, "Attended 75 per cent of the lessons; 80 per cent are needed."),
        (("u1", "u2", "u3"), 59, 100, False, "59 per cent in the quiz; 60 per cent are needed."),
        (("u1", "u2", "u3"), None, 100, False, "No result of the quiz yet."),
        (
            (),
            0,
            0,
            False,
            "Attended 0 per cent of the lessons; 80 per cent are needed."
            " 0 per cent in the quiz; 60 per cent are needed.",
        ),
        (("u1", "u2", "u3", "u9"), 100, 100, True, ""),  # u9 was taken out of the plan
    ],
)
def test_a_certificate_needs_both_conditions(units, quiz, percent, passed, why):
    found = _result(small_plan((1, 2, 1)), units, quiz)
    assert (found.percent, found.passed, found.why) == (percent, passed, why)


def test_a_course_without_a_quiz_needs_no_result():
    plan = replace(small_plan((1,)), conditions=Conditions(80, 0))
    assert _result(plan, ("u1",), None).passed


def test_nobody_passes_a_course_without_lessons():
    assert not _result(small_plan(()), (), 100).passed


@given(st.lists(st.integers(1, 4), min_size=1, max_size=9), st.data())
def test_the_share_of_lessons_decides_exactly(units, data):
    plan = replace(small_plan(tuple(units)), conditions=Conditions(80, 0))
    attended = data.draw(st.sets(st.sampled_from([unit.id for unit in plan.unit])))
    found = _result(plan, attended, None)
    hours = sum(unit.lessons for unit in plan.unit if unit.id in attended)
    assert (found.lessons_attended, found.lessons) == (hours, sum(units))
    assert found.passed == (hours * 100 >= 80 * sum(units))


def test_a_year_is_summed_by_course_and_organisation(register):
    course = new_course(register, small_plan((1, 2, 1)), 2026)
    add_participants(register, course.id, "Ken\tA\nAn\tB\nHoa\tA\nSita")
    ken, an, hoa, _sita = list_participants(register, course.id)
    for one, units in ((ken, ("u1", "u2", "u3")), (an, ("u2",)), (hoa, ("u1", "u2", "u3"))):
        for unit in units:
            note_attendance(register, one.id, unit, Means.LIST)
    save_participant(register, replace(ken, quiz_percent=90))
    save_participant(register, replace(hoa, quiz_percent=30))
    remove_course(register, new_course(register, small_plan(), 2026).id)
    new_course(register, small_plan(), 2027)
    lines = summarise_year(register, 2026)
    assert {(one.course_id, one.course_title.en) for one in lines} == {(course.id, "A small course")}
    assert [(one.organisation, one.people, one.certified, one.lesson_hours) for one in lines] == [
        ("", 1, 0, 0),
        ("A", 2, 1, 8),
        ("B", 1, 0, 2),
    ]
