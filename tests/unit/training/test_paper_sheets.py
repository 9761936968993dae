from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.bilingual import Bilingual
from disaster_support.documents.model import QrCode, TextBox
from disaster_support.errors import UserError
from disaster_support.features.training.model import Day, Participant
from disaster_support.features.training.paper.attendance_card import build_attendance_cards
from disaster_support.features.training.paper.certificate import build_certificates, say_era
from disaster_support.features.training.paper.lesson_plan import build_lesson_plan
from disaster_support.features.training.paper.quiz_sheet import (
    build_answers,
    build_quiz,
)
from disaster_support.features.training.paper.sign_in import build_sign_in, list_half_days
from disaster_support.features.training.paper.syllabus import build_syllabus
from disaster_support.features.training.paper.timetable import build_timetable
from disaster_support.features.training.people import read_participant_code
from disaster_support.features.training.quiz import questions_of
from disaster_support.printing import render_pdf
from tests.helpers.course_papers import PEOPLE, make_paper, make_questions


def texts_of(document, page=None):
    pages = document.pages if page is None else [document.pages[page]]
    return [item.text.string for one in pages for item in one.items if isinstance(item, TextBox)]


@pytest.fixture(params=["ja", "en"])
def kit(request, real, real_typesetter):
    return make_paper(real, real_typesetter, request.param)


@pytest.fixture
def japanese(real, real_typesetter):
    return make_paper(real, real_typesetter)


@pytest.fixture
def template(real, real_typesetter):
    return make_paper(real, real_typesetter, is_template=True)


# -- plans


def test_syllabus_says_what_it_is_and_never_that_it_is_official(kit):
    said = texts_of(build_syllabus(kit))
    assert "シラバス / Syllabus" in said
    note = "国が定めたシラバスではありません。" if kit.language == "ja" else "not a syllabus laid down by them"
    assert any(note in text for text in said)
    assert {"鈴木 一郎", "県消防学校 大教室", "中央県消防学校"} <= set(said)


def test_timetable_has_every_lesson_of_every_unit_once_and_noon(japanese):
    said = texts_of(build_timetable(japanese))
    lessons = [f"{number}　{unit.title.ja}" for number, unit in enumerate(japanese.plan.unit, 1)]
    parts = [f"{lessons[0]} (1/2)", f"{lessons[1]} (4/4)", f"{lessons[2]} (2/2)"]
    assert all(said.count(part) == 1 for part in parts)
    assert sum(text.startswith(tuple(lessons)) for text in said) == 8
    assert said.count("昼休み") == 1
    assert "1日目　2026年11月24日（火）" in said


def test_timetable_of_a_template_names_no_day(template):
    said = texts_of(build_timetable(template))
    assert {"1日目", "2日目"} <= set(said)
    assert not any("年" in text for text in said if text != said[-1])


def test_lesson_plan_counts_its_minutes_from_nothing_to_the_end(japanese):
    said = texts_of(build_lesson_plan(japanese, japanese.plan.unit[1]))
    spans = [tuple(map(int, text.split("–"))) for text in said if text[:1].isdigit() and "–" in text]
    assert spans[0][0] == 0
    assert all(left[1] == right[0] for left, right in pairwise(spans))
    assert spans[-1][1] == sum(step.minutes for step in japanese.plan.unit[1].step)


# -- people


def test_sign_in_has_everybody_blank_lines_and_a_column_for_each_half_day(kit):
    halves = [kit.say(one) for one in list_half_days(kit)]
    assert halves == (["11/24 午前", "11/24 午後", "11/26 午後"] if kit.language == "ja" else halves)
    assert len(halves) == 3
    said = texts_of(build_sign_in(kit))
    assert {name for name, _organisation in PEOPLE} | set(halves) <= set(said)
    assert [text for text in said if text.isdigit()] == [str(number + 1) for number in range(kit.plan.trainees)]


def test_many_days_are_shared_out_over_sheets(japanese):
    days = tuple(Day(date(2026, 12, day), time(9), 6) for day in range(1, 6))
    unit = replace(japanese.plan.unit[0], lessons=30)
    plan = replace(japanese.plan, lessons=30, unit=(unit,), days=days)
    document = build_sign_in(replace(japanese, course=replace(japanese.course, plan=plan)))
    heads = [
        [text for text in texts_of(document, page) if text.startswith("12/")] for page in range(len(document.pages))
    ]
    assert max(map(len, heads)) == 6
    assert len({head for page in heads for head in page}) == 10


def test_cards_name_their_owner_and_hold_their_code(japanese):
    people = [Participant(str(UUID(int=place)), "c1", f"受講 者{place}") for place in range(11)]
    document = build_attendance_cards(replace(japanese, participants=people))
    assert [sum(isinstance(item, QrCode) for item in page.items) for page in document.pages] == [10, 1]
    codes = [item.content for page in document.pages for item in page.items if isinstance(item, QrCode)]
    assert [read_participant_code(code) for code in codes] == [one.id for one in people]
    assert {one.name for one in people} <= set(texts_of(document))


def test_course_without_people_has_no_cards(template):
    with pytest.raises(UserError, match="no participants"):
        build_attendance_cards(template)


def test_only_those_who_met_the_conditions_get_a_certificate(kit):
    document = build_certificates(kit)
    assert len(document.pages) == len(PEOPLE) - 1
    said = texts_of(document)
    assert [name for name, _organisation in PEOPLE if name in said] == [name for name, _organisation in PEOPLE[:-1]]
    assert "令和8年（2026年）11月26日" in said
    assert all(page.width_mm > page.height_mm for page in document.pages)


def test_nobody_met_the_conditions(japanese):
    with pytest.raises(UserError, match="Nobody has met"):
        build_certificates(replace(japanese, results=()))


def test_certificate_of_a_template_leaves_the_name_open(template):
    document = build_certificates(template)
    assert len(document.pages) == 1
    assert "様" in texts_of(document)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2019, 4, 30), "2019年4月30日"),
        (date(2019, 5, 1), "令和元年（2019年）5月1日"),
        (date(2026, 3, 31), "令和8年（2026年）3月31日"),
    ],
)
def test_days_by_the_era(day, said):
    assert say_era(day) == said


# -- quiz


def test_quiz_is_the_same_however_often_it_is_printed_and_another_for_another_course(japanese):
    other = replace(japanese.course, id="c2")
    first, again = (questions_of(japanese.course, japanese.materials) for _time in range(2))
    assert first == again
    assert len({one.id for one in first}) == 20
    assert questions_of(other, japanese.materials) != first


def test_no_question_is_torn_from_its_choices(kit):
    long = Bilingual("この中で正しいものはどれか。" * 12, "Which of these is right?" * 12)
    questions = [replace(one, text=long) for one in make_questions().values()]
    document = build_quiz(kit, questions)
    assert len(document.pages) > 2
    for page in range(len(document.pages)):
        said = texts_of(document, page)
        assert 4 * said.count(kit.say(long)) == sum(text.endswith("番目の答え") for text in said) + sum(
            text.startswith("Choice number") for text in said
        )


def test_answers_are_the_right_ones(japanese):
    questions = questions_of(japanese.course, japanese.materials)
    said = texts_of(build_answers(japanese, questions))
    key = "".join(str(one.right) for one in questions)
    assert "   ".join(key[place : place + 5] for place in range(0, 20, 5)) in said
    assert [text for text in said if text.endswith("番目の答え")] == [
        f"{one.right}　{one.choices[one.right - 1].ja}" for one in questions
    ]


# -- whatever people type


@settings(max_examples=15, deadline=None)
@given(words=st.lists(st.text(min_size=1, max_size=200), min_size=4, max_size=4), is_english=st.booleans())
def test_any_words_of_a_course_print(words, is_english, real, real_typesetter):
    kit = make_paper(real, real_typesetter, "en" if is_english else "ja")
    title, name, venue, step = words
    unit = kit.plan.unit[0]
    lines = tuple(replace(one, says=Bilingual(step, step * 3)) for one in unit.step)
    plan = replace(kit.plan, title=Bilingual(title, title[::-1]), unit=(replace(unit, step=lines), *kit.plan.unit[1:]))
    person = replace(kit.participants[0], name=name, organisation=venue)
    kit = replace(
        kit,
        course=replace(kit.course, plan=plan, venue=venue, organiser=name),
        participants=[person],
        results=[replace(kit.results[0], participant=person)],
    )
    for build in (build_syllabus, build_timetable, build_sign_in, build_attendance_cards, build_certificates):
        assert render_pdf(build(kit), real_typesetter).startswith(b"%PDF")
    assert render_pdf(build_lesson_plan(kit, kit.plan.unit[0]), real_typesetter).startswith(b"%PDF")
