"""The after-action report: what was counted stands on paper, and its charts are true to it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import Box, TextBox
from disaster_support.documents.paper import A4
from disaster_support.documents.sheet import body_of
from disaster_support.features.drills.log import Counts
from disaster_support.features.drills.model import Finding, FindingKind, Mark, ObjectiveRating, Part, Rating
from disaster_support.features.drills.paper.charts import SHADES, draw_bars, draw_ratings, draw_stacked_bars
from disaster_support.features.drills.paper.report import build_report_document
from disaster_support.features.drills.paper.subject import tell
from disaster_support.features.drills.paper.timeline import say_delay
from disaster_support.features.drills.report_data import FeedbackResult, gather_report
from disaster_support.printing import render_pdf
from tests.helpers.drill_reports import BEGIN, make_event, make_report


def texts_of(document):
    return [item.text.string for page in document.pages for item in page.items if isinstance(item, TextBox)]


def drawn(drawings):
    return [item for drawing in drawings for item in drawing.draw(body_of(A4))]


def filled(items, shade):
    return [item.width_mm for item in items if isinstance(item, Box) and item.fill == shade]


@pytest.fixture
def said(real, real_typesetter):
    document = build_report_document(make_report(), real, real_typesetter)
    render_pdf(document, real_typesetter)
    return texts_of(document)


def test_the_whole_stands_at_a_glance(said):
    for figure, label in (
        ("30", "People took part"),
        ("2", "Languages"),
        ("0/2", "Objectives P or S"),
        ("2/4", "Items done"),
        ("1/3", "Injects given"),
        ("3", "Feedback forms"),
    ):
        assert said[said.index(label) + 1] == figure
    assert "2026-11-23 09:05–10:15" in said


def test_people_are_named_by_part_language_and_nationality(said):
    assert {"Foreign residents and visitors", "24", "Vietnamese", "15", "Burmese", "9", "Vietnam"} <= set(said)
    assert said.count("Not known") == 2  # language and nationality
    assert {"Safety tips: tried", "12", "Safety tips: installed", "7", "VoiceTra: tried", "5"} <= set(said)
    assert "VoiceTra: installed" not in said


def test_what_was_not_done_stands_with_its_reason(said):
    assert {"1 · 1 · 0", "0 · 0 · 1", "机がない", "Not marked"} <= set(said)
    assert {"M  Performed with major challenges", "少し遅い", "Not rated"} <= set(said)


def test_injects_stand_with_what_was_planned_and_given(said):
    assert {"1  09:25", "09:28", "+3 min", "Left out", "時間がない"} <= set(said)


def test_practice_feedback_and_notes_stand(said):
    assert {"2:30", "10:05", "Tibetan", "2 · 1 · 0", "よかった", "နားမလည်ပါ", "列が外まで伸びた", "また来たい"} <= set(
        said
    )
    assert "3 forms: Vietnamese 2, Burmese 1" in said


def test_improvements_have_cause_action_owner_and_day_and_the_old_ones_their_state(said):
    assert {"通訳が遅い", "番号がない", "番号を貼る", "国際課", "2026-12-20"} <= set(said)
    assert {"Done on 2026-09-12", "Overdue", "危機管理課"} <= set(said)


def test_report_of_a_drill_that_was_only_planned_prints(register, drill, real, real_typesetter):
    planned = replace(drill, started_at=None)
    document = build_report_document(gather_report(register, planned), real, real_typesetter)
    render_pdf(document, real_typesetter)
    said = set(texts_of(document))
    assert {"Nobody was counted.", "No area for improvement was written down."} <= said
    assert "Planned: 2026-11-23 09:00–10:00" in said
    assert not {"Strengths", "What participants said", "Reception in drill mode", "Tools"} & said


def test_bars_are_as_long_as_their_counts(real_typesetter):
    bars = [(tell("a"), 40), (tell("b"), 10), (tell("c"), 0)]
    longest, shorter = filled(drawn(draw_bars(bars, real_typesetter)), SHADES[0])
    assert longest == pytest.approx(4 * shorter)


def test_stacked_bars_add_up_to_the_whole(real_typesetter):
    items = drawn(draw_stacked_bars([(tell("a"), (6, 3, 1)), (tell("b"), (5, 0, 0))], [tell("x")], real_typesetter))
    by_shade = [filled(items, shade) for shade in SHADES]
    key = by_shade[0].pop(0)
    assert key < 5
    assert by_shade[0][0] == pytest.approx(2 * by_shade[1][0])
    assert by_shade[0][0] == pytest.approx(6 * by_shade[2][0])
    assert by_shade[0][1] == pytest.approx(5 * by_shade[2][0])


def test_rating_fills_one_step_or_none(real_typesetter):
    items = drawn(draw_ratings([(tell("1"), Rating.SOME), (tell("2"), None)], real_typesetter))
    assert len(filled(items, SHADES[0])) == 1
    bold = [item.text.string for item in items if isinstance(item, TextBox) and item.bold]
    assert bold == ["S"]


@pytest.mark.parametrize(("minute", "words"), [(20, "On time"), (23, "+3 min"), (18, "−2 min")])
def test_delay_is_said_in_minutes(minute, words):
    inject = make_report().injects[0]
    assert say_delay(replace(inject, event=make_event(minute))) == words


def test_delay_of_what_was_not_given():
    inject = make_report().injects[0]
    assert say_delay(replace(inject, event=None)) == "Not marked"
    assert say_delay(replace(inject, event=make_event(20, mark=Mark.NOT_DONE))) == "Left out"


def test_inject_that_was_given_before_the_drill_began_or_long_after_stays_on_the_page(real, real_typesetter):
    report = make_report()
    injects = tuple(
        replace(one, event=make_event(minute)) for one, minute in zip(report.injects, (-90, 5, 2000), strict=True)
    )
    document = build_report_document(replace(report, injects=injects), real, real_typesetter)
    render_pdf(document, real_typesetter)
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextBox | Box):
                assert 0 <= item.x_mm <= item.x_mm + item.width_mm <= A4.width_mm
                assert item.y_mm + item.height_mm <= A4.height_mm


def test_charts_longer_than_a_page_go_on(real, real_typesetter):
    counts = Counts(5_000, {Part.RESIDENT: 5_000}, dict.fromkeys(real.languages, 7), {"VN": 5_000})
    document = build_report_document(replace(make_report(), counts=counts), real, real_typesetter)
    render_pdf(document, real_typesetter)
    assert {language.name_en for language in real.languages.values()} <= set(texts_of(document))


@settings(max_examples=15, deadline=None)
@given(words=st.text(min_size=1, max_size=1500))
def test_whatever_is_written_prints(words, real, real_typesetter):
    report = make_report()
    finding = Finding("f", FindingKind.IMPROVEMENT, words, "gone", words, words, words)
    data = replace(
        report,
        objectives=(replace(report.objectives[0], rating=ObjectiveRating("o1", Rating.UNABLE, words)),),
        items=tuple(replace(one, event=make_event(3, words, mark=Mark.NOT_DONE)) for one in report.items),
        strengths=(finding,),
        improvements=(finding,),
        followed=(finding,),
        notes=(replace(make_event(1, words), by=words, at=BEGIN - timedelta(days=1)),),
        feedback=FeedbackResult(1, {"": 1}, {}, (words,), (words,)),
    )
    render_pdf(build_report_document(data, real, real_typesetter), real_typesetter)
