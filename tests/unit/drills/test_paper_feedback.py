"""The feedback form and the participation sheet: what guests of a drill read."""

import tomllib
from dataclasses import replace

import pytest

from disaster_support.documents.model import Box, TextBox
from disaster_support.documents.paper import A4
from disaster_support.errors import UserError
from disaster_support.features.drills.after import QUESTIONS
from disaster_support.features.drills.paper.feedback_form import TICK_MM, build_feedback_form
from disaster_support.features.drills.paper.feedback_texts import form_languages
from disaster_support.features.drills.paper.participation import NO_NAME, build_participation_sheet
from disaster_support.printing import Typesetter, render_pdf
from disaster_support.ruby import strip_ruby
from tests.golden.small_forms import open_small_forms
from tests.golden.test_golden_drills import TEXTS
from tests.helpers.drill_reports import make_drill
from tests.helpers.drills import make_plan

ARABIC = {"feedback.title": {"ar": "أسئلة عن التدريب"}, "feedback.yes": {"ar": "نعم"}, "feedback.no": {"ar": "لا"}}


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    texts = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    for entry, more in ARABIC.items():
        texts[entry] |= more
    return open_small_forms(tmp_path_factory.mktemp("forms"), texts)


@pytest.fixture(scope="module")
def measurer(forms):
    return Typesetter(forms.languages)


def texts_of(page):
    return [item.text.string for item in page.items if isinstance(item, TextBox)]


def box_of(page, string):
    return next(item for item in page.items if isinstance(item, TextBox) and item.text.string == string)


def test_each_language_has_one_page_in_the_order_given(forms, measurer):
    document = build_feedback_form(make_drill(), forms, ["my", "en", "ja"], measurer)
    titles = [forms.text("feedback.title", tag).text for tag in ("my", "en", "ja")]
    assert [title in texts_of(page) for title, page in zip(titles, document.pages, strict=True)] == [True] * 3


def test_every_question_has_its_japanese_beside_and_boxes_for_the_answers(forms, measurer):
    page = build_feedback_form(make_drill(), forms, ["vi"], measurer).pages[0]
    for question in QUESTIONS:
        asked = box_of(page, forms.text(question, "vi").text)
        japanese = box_of(page, strip_ruby(forms.text(question, "ja").text))
        assert japanese.size_pt < asked.size_pt
        assert japanese.y_mm > asked.y_mm
    ticks = [item for item in page.items if isinstance(item, Box) and item.width_mm == item.height_mm == TICK_MM]
    assert len(ticks) == 3 * len(QUESTIONS) - 1  # an app is installed or it is not
    assert "feedback" not in " ".join(texts_of(page))


@pytest.mark.parametrize("tag", ["ja", "ja-simple"])
def test_japanese_stands_once_where_staff_read_the_language(tag, real, real_typesetter):
    page = build_feedback_form(make_drill(), real, [tag], real_typesetter).pages[0]
    assert len({text.replace(" ", "") for text in texts_of(page)}) == len(texts_of(page))


def test_every_language_of_the_library_prints_on_one_page_with_room_to_write(real, real_typesetter):
    tags = form_languages(real)
    assert len(tags) >= 16
    document = build_feedback_form(make_plan(), real, tags, real_typesetter)
    assert len(document.pages) == len(tags)
    for page in document.pages:
        render_pdf(replace(document, pages=(page,)), real_typesetter)
        frames = sorted(item.height_mm for item in page.items if isinstance(item, Box) and item.width_mm > 150)
        assert frames[-2] > 25
        assert max(item.y_mm + item.height_mm for item in page.items if isinstance(item, Box)) < A4.height_mm - 12


def test_form_runs_from_right_to_left_with_its_language(forms, measurer):
    document = build_feedback_form(make_drill(), forms, ["ar"], measurer)
    page = document.pages[0]
    assert box_of(page, "نعم").x_mm < box_of(page, "أسئلة عن التدريب").x_mm
    assert box_of(page, "لا").x_mm < box_of(page, "نعم").x_mm
    assert strip_ruby(forms.text("feedback.thanks", "ja").text) in texts_of(page)  # what Arabic lacks
    render_pdf(document, measurer)


def test_unreviewed_translations_are_marked_and_japanese_is_not(forms, measurer):
    english, japanese = build_feedback_form(make_drill(), forms, ["en", "ja"], measurer).pages
    assert "unreviewed" in " ".join(texts_of(english))
    assert "unreviewed" not in " ".join(texts_of(japanese))


@pytest.mark.parametrize(("tags", "sentence"), [([], "Choose"), (["tlh"], "tlh"), (["th"], "Thai")])
def test_languages_that_cannot_be_printed_are_refused(tags, sentence, forms, measurer):
    with pytest.raises(UserError, match=sentence):
        build_feedback_form(make_drill(), forms, tags, measurer)


def test_participation_sheet_says_in_each_language_that_nobody_need_give_a_name(forms, measurer):
    list_, tally = build_participation_sheet(make_drill(), forms, ["en", "my", "th"], measurer).pages
    for tag in ("en", "my"):
        assert forms.text(NO_NAME, tag).text in texts_of(list_)
    assert {"English", "ไทย", "タイ語", "Observers", "VoiceTra"} <= set(texts_of(tally))
    assert "18" in texts_of(list_)


def test_participation_sheet_prints_in_every_language_and_in_none(real, real_typesetter):
    every = build_participation_sheet(make_plan(), real, list(real.languages), real_typesetter)
    render_pdf(every, real_typesetter)
    none = build_participation_sheet(make_plan(), real, [], real_typesetter)
    assert "Observers" in texts_of(none.pages[-1])
    render_pdf(none, real_typesetter)


def test_a_language_that_is_lacking_is_named_in_the_language_of_the_interface(forms, measurer, monkeypatch):
    monkeypatch.setattr("disaster_support.features.drills.paper.feedback_form.current_language", lambda: "ja")
    with pytest.raises(UserError, match="タイ語"):
        build_feedback_form(make_drill(), forms, ["th"], measurer)
