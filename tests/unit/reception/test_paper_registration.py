from datetime import date

import pytest

from disaster_support.documents.model import Box, QrCode, TextBox
from disaster_support.documents.paper import A3, A4, A5
from disaster_support.errors import UserError
from disaster_support.features.reception.paper.form_rows import TICK_MM, WRITING_MM
from disaster_support.features.reception.paper.registration_card import build_registration_cards
from disaster_support.features.reception.questions import QUESTIONS
from disaster_support.printing import Typesetter, render_pdf
from tests.golden.small_forms import open_small_forms
from tests.helpers.pdf import read_text

ARABIC = {
    "form.title": {"ar": "بطاقة التسجيل"},
    "form.name": {"ar": "الاسم"},
    "form.yes": {"ar": "نعم"},
    "form.no": {"ar": "لا"},
}


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    return open_small_forms(tmp_path_factory.mktemp("forms"), ARABIC)


@pytest.fixture(scope="module")
def measurer(forms):
    return Typesetter(forms.languages)


def texts_of(pages):
    return [item.text.string for page in pages for item in page.items if isinstance(item, TextBox)]


def boxes_with(page, string):
    return [item for item in page.items if isinstance(item, TextBox) and item.text.string == string]


def test_every_card_has_its_number_on_every_page_for_eyes_and_scanner(forms, measurer):
    document = build_registration_cards(forms, ["vi"], ["A-12", "A-13"], A4, measurer)
    each = len(document.pages) // 2
    for number, pages in (("A-12", document.pages[:each]), ("A-13", document.pages[each:])):
        for page in pages:
            assert boxes_with(page, number)
            assert [item.content for item in page.items if isinstance(item, QrCode)] == [number]


@pytest.mark.parametrize("languages", [["en"], ["vi"], ["ja"]])
def test_one_language_stands_on_front_and_back_of_one_sheet(languages, forms, measurer):
    assert len(build_registration_cards(forms, languages, ["A-1"], A4, measurer).pages) == 2


@pytest.mark.parametrize(
    "languages", [["en"], ["ar"], ["my", "vi"], ["en", "vi", "my", "ja-simple", "ko", "ar"]], ids=",".join
)
@pytest.mark.parametrize("paper", [A3, A4, A5], ids=lambda paper: paper.name)
def test_everything_fits_where_it_stands(languages, paper, forms, measurer):
    document = build_registration_cards(
        forms,
        languages,
        ["A-1"],
        paper,
        measurer,
        shelter="中央小学校" * 4,
        event="地震",
        printed_on=date(2026, 11, 23),
    )
    render_pdf(document, measurer)  # raises where a text does not fit
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextBox | Box):
                assert -0.01 <= item.x_mm <= item.x_mm + item.width_mm <= page.width_mm + 0.01
                assert 0 <= item.y_mm <= item.y_mm + item.height_mm <= page.height_mm


def test_questions_stand_in_the_order_in_which_they_are_entered(forms, measurer):
    said = texts_of(build_registration_cards(forms, ["en"], ["A-1"], A4, measurer).pages)
    consents = [forms.text(one.entry, "en").text for one in QUESTIONS if one.id.startswith("consent.")]
    needs = [forms.text(one.entry, "en").text for one in QUESTIONS if one.id.startswith("need.")]
    asked = [*needs, *consents]
    assert [text for text in said if text in asked] == asked


def test_every_option_has_a_box_and_japanese_for_staff(forms, measurer):
    document = build_registration_cards(forms, ["en"], ["A-1"], A4, measurer)
    said = texts_of(document.pages)
    options = [entry for one in QUESTIONS for _value, entry in one.options]
    for entry in options:
        assert forms.text(entry, "en").text in said
        assert forms.text(entry, "ja").text in said
    yes_no = [one for one in QUESTIONS if one.answering == "yes-no"]
    ticks = sum(2 if one.id.startswith("consent.") else 3 for one in yes_no)
    boxes = [item for page in document.pages for item in page.items if isinstance(item, Box)]
    assert sum(box.width_mm == box.height_mm == TICK_MM for box in boxes) == len(options) + ticks


def test_cells_to_write_in_are_high_enough(forms, measurer):
    document = build_registration_cards(forms, ["vi"], ["A-1"], A4, measurer)
    grey = [item for page in document.pages for item in page.items if isinstance(item, Box) and item.fill]
    cells = [box for box in grey if box.stroke and 40 < box.width_mm < 80]  # what is asked, beside each answer
    assert len(cells) > 20
    assert min(box.height_mm for box in cells) >= WRITING_MM


def test_promise_stands_first(forms, measurer):
    first = build_registration_cards(forms, ["en"], ["A-1"], A4, measurer).pages[0]
    kept = boxes_with(first, forms.text("form.kept", "en").text)[0]
    name = boxes_with(first, "Name")[0]
    assert kept.y_mm < name.y_mm


def test_form_runs_from_right_to_left_with_its_language(forms, measurer):
    page = build_registration_cards(forms, ["ar"], ["A-1"], A4, measurer).pages[0]
    label = boxes_with(page, "الاسم")[0]
    assert label.x_mm > A4.width_mm / 2
    left_to_right = build_registration_cards(forms, ["vi"], ["A-1"], A4, measurer).pages[0]
    assert boxes_with(left_to_right, "Tên")[0].x_mm < A4.width_mm / 2


def test_number_stands_top_right_in_every_direction(forms, measurer):
    pages = [build_registration_cards(forms, [tag], ["A-1"], A4, measurer).pages[0] for tag in ("ar", "vi")]
    arabic, vietnamese = ([item for item in page.items if isinstance(item, QrCode)] for page in pages)
    assert arabic == vietnamese
    assert arabic[0].x_mm > A4.width_mm / 2
    assert boxes_with(pages[0], "A-1") == boxes_with(pages[1], "A-1")


def test_text_that_a_language_lacks_stands_in_japanese_once(forms, measurer):
    said = texts_of(build_registration_cards(forms, ["ar"], ["A-1"], A4, measurer).pages)
    assert said.count("国籍") == 1
    assert "الاسم" in said


def test_unreviewed_translations_are_marked_and_japanese_is_not(forms, measurer):
    def said(tag):
        return " ".join(texts_of(build_registration_cards(forms, [tag], ["A-1"], A4, measurer).pages))

    assert "unreviewed" in said("vi")
    assert "unreviewed" not in said("ja")


@pytest.mark.parametrize("languages", [[], ["en", "vi", "my", "ko", "th", "ne", "km"]])
def test_no_language_and_too_many_are_refused(languages, forms, measurer):
    with pytest.raises(UserError, match="1 to 6"):
        build_registration_cards(forms, languages, ["A-1"], A4, measurer)


def test_unknown_language_is_refused(forms, measurer):
    with pytest.raises(UserError, match="tlh"):
        build_registration_cards(forms, ["tlh"], ["A-1"], A4, measurer)


def test_texts_can_be_copied_from_the_pdf(forms, measurer):
    pdf = render_pdf(build_registration_cards(forms, ["my"], ["A-1"], A4, measurer), measurer)
    assert forms.text("form.title", "my").text in read_text(pdf)


def test_every_language_of_the_library_prints(real, real_typesetter):
    for tag in (tag for tag in real.languages if real.text("form.title", tag)):
        document = build_registration_cards(real, [tag], ["A-1"], A4, real_typesetter)
        assert len(document.pages) in (2, 4)
        render_pdf(document, real_typesetter)
