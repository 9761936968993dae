"""Questions are chosen evenly and the same way for the same seed; sheets are marked as typed."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.training.model import Course
from disaster_support.features.training.quiz import choose_questions, grade, questions_of, read_result
from tests.helpers.courses import small_plan


@pytest.mark.parametrize("count", [0, 1, 10, 20, 40])
def test_questions_are_shared_among_the_topics(materials, count):
    for plan in materials.templates.values():
        chosen = choose_questions(plan, materials, count, 7)
        assert len({one.id for one in chosen}) == len(chosen) == count
        shares = Counter(dict.fromkeys(plan.topics, 0))
        shares.update(one.topic for one in chosen)
        assert set(shares) == set(plan.topics)
        assert max(shares.values()) - min(shares.values()) <= 1


def test_the_same_seed_gives_the_same_quiz(materials, plan):
    first, again, other = (choose_questions(plan, materials, 20, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_plan_without_topics_is_asked_about_all(materials, plan):
    chosen = choose_questions(plan, materials, 1000, 1)
    assert {one.id for one in chosen} == set(materials.questions)
    twice = replace(plan, topics=("tools", "tools"))
    assert len(choose_questions(twice, materials, 1000, 1)) == len(
        [one for one in materials.questions.values() if one.topic == "tools"]
    )


@given(st.integers(0, 2**32), st.integers(1, 30), st.data())
def test_a_sheet_is_marked(materials, seed, count, data):
    questions = choose_questions(small_plan(), materials, count, seed)
    answers = [data.draw(st.integers(0, len(one.choices))) for one in questions]
    right = sum(answer == one.right for answer, one in zip(answers, questions, strict=True))
    typed = "".join(str(answer) if answer else "-" for answer in answers)
    assert grade(questions, typed) == right * 100 // count
    assert grade(questions, typed.translate(str.maketrans("1234", "abcd"))) == right * 100 // count


def test_a_sheet_may_be_typed_in_any_width(materials, plan):
    questions = choose_questions(plan, materials, 3, 1)
    right = "".join(str(one.right) for one in questions)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in right)
    assert grade(questions, f" {wide[0]} {wide[1:]}\n") == 100
    assert grade(questions, "ー－−") == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("12", "3 questions and 2 answers"),
        ("1234", "3 questions and 4 answers"),
        ("150", "Question 2 has no choice “5”"),
        ("1x1", "Question 2 has no choice “x”"),
        ("01-", "Question 1 has no choice “0”"),
    ],
)
def test_a_slip_of_the_keyboard_is_named(materials, plan, typed, sentence):
    with pytest.raises(UserError, match=sentence):
        grade(choose_questions(plan, materials, 3, 1), typed)


def test_a_course_has_a_quiz_of_its_own_that_stays(materials, plan):
    one, other = (questions_of(Course(id_, plan, 2026), materials) for id_ in ("c-1", "c-2"))
    assert len(one) == 20
    assert one == questions_of(Course("c-1", plan, 2027), materials)
    assert one != other


def test_a_result_is_typed_as_a_number_or_as_the_answers(materials, plan):
    questions = choose_questions(plan, materials, 20, 1)
    answers = "".join(str(one.right) for one in questions[:15]) + "-----"
    for typed, result in (
        (" 85 ", 85),
        ("８５％", 85),
        ("0", 0),
        ("100 %", 100),
        ("", None),
        (" ", None),
        (answers, 75),
    ):
        assert read_result(typed, questions) == result
    for typed in ("101", "999", "-1", "8.5", "abc"):
        with pytest.raises(UserError, match="number from 0 to 100"):
            read_result(typed, questions)
    with pytest.raises(UserError, match="20 questions and 4 answers"):
        read_result("80点だ", questions)
