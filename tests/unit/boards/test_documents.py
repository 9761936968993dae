import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import INK, Box, Pictogram, TextBox
from disaster_support.documents.paper import A3, A4
from disaster_support.documents.sheet import UNREVIEWED, UNREVIEWED_MARK, WITHOUT_MARKS
from disaster_support.errors import UserError
from disaster_support.features.boards.documents import build_board
from disaster_support.printing import render_pdf


def texts(page):
    return [item for item in page.items if isinstance(item, TextBox)]


def marks(page):
    return [item for item in page.items if isinstance(item, Pictogram) and item.name == UNREVIEWED_MARK]


def strings(document):
    return [box.text.string for page in document.pages for box in texts(page)]


def check_page(page, typesetter):
    for box in texts(page):
        extent = typesetter.measure(box.text, box.size_pt, box.width_mm, bold=box.bold)
        assert extent.width_mm <= box.width_mm + 0.001, box
        assert extent.height_mm <= box.height_mm + 0.001, box
        assert box.y_mm + box.height_mm <= page.height_mm - 11.9, box
        assert 11.9 <= box.x_mm <= box.x_mm + box.width_mm <= page.width_mm - 11.9, box


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_real_board_fits_and_says_everything(data, real, real_typesetter):
    tags = [tag for tag in real.languages if tag != "ja" and real.coverage(tag)[0] > 100]
    languages = data.draw(st.lists(st.sampled_from(tags), min_size=1, max_size=6, unique=True))
    paper = data.draw(st.sampled_from([A4, A3]))
    paper = data.draw(st.sampled_from([paper, paper.landscape]))
    situation = data.draw(st.sampled_from(list(real.situations)))
    document = build_board(real, situation, languages, paper, real_typesetter)
    for page in document.pages:
        check_page(page, real_typesetter)
        assert (page.width_mm, page.height_mm) == (paper.width_mm, paper.height_mm)
    said = set(strings(document))
    for entry in real.board(situation):
        if entry.id != "language.i_speak":
            assert {real.text(entry.id, tag).text for tag in languages if real.text(entry.id, tag)} <= said


@pytest.mark.parametrize("languages", [("en",), ("en", "vi", "ne"), ("en", "vi", "ne", "my", "km", "th")])
def test_what_is_pointed_at_is_read_at_an_arms_length(languages, small, typesetter):
    document = build_board(small, "reception", languages, A4, typesetter)
    for page in document.pages:
        tiles = [
            box for box in texts(page) if box.text.language in languages and box.y_mm > 35 and box.color == "#1a1a1a"
        ]
        assert min(box.size_pt for box in tiles) >= 12


def test_staff_and_evacuees_have_tiles_of_their_own(small, typesetter):
    page = build_board(small, "reception", ["en"], A4, typesetter).pages[0]
    boxes = [item for item in page.items if isinstance(item, Box) and item.height_mm > 20]
    assert any(box.fill for box in boxes)
    assert any(box.stroke and not box.fill for box in boxes)


def test_answers_stand_at_the_foot_of_questions(small, typesetter):
    page = build_board(small, "reception", ["en"], A4, typesetter).pages[0]
    yes = next(box for box in texts(page) if box.text.string == "Yes")
    assert yes.y_mm > 240


def test_pages_are_numbered(small, typesetter):
    document = build_board(small, "reception", ["en"], A4, typesetter)
    count = len(document.pages)
    for number, page in enumerate(document.pages, start=1):
        assert any(box.text.string.endswith(f"{number}/{count}") for box in texts(page))


def test_a_text_that_is_missing_leaves_no_tile(small, typesetter):
    assert "ここは無料です。" not in strings(build_board(small, "reception", ["ar"], A4, typesetter))


def test_the_language_board_shows_every_language_in_its_own_script(real, real_typesetter):
    page = build_board(real, "language", ["en"], A4, real_typesetter).pages[0]
    said = [box.text.string for box in texts(page)]
    for language in real.languages.values():
        assert language.autonym in said
        assert language.name_ja in said
        if phrase := real.text("language.i_speak", language.tag):
            assert phrase.text in said
    check_page(page, real_typesetter)


def test_one_to_six_languages_are_taken(small, typesetter):
    for languages in ([], ["ja"], ["en", "ko", "vi", "th", "ne", "my", "km"]):
        with pytest.raises(UserError, match="1 to 6"):
            build_board(small, "reception", languages, A4, typesetter)


@pytest.mark.parametrize("situation", ["reception", "language"])
def test_boards_mark_what_nobody_has_checked(situation, small, half, typesetter):
    for page in build_board(small, situation, ["vi"], A4, typesetter).pages:
        assert len(marks(page)) > 1
        assert UNREVIEWED in [box.text.string for box in texts(page)]
    checked = build_board(half, situation, ["vi"], A4, typesetter)
    assert not marks(checked.pages[-1])
    assert not {UNREVIEWED, WITHOUT_MARKS} & {box.text.string for box in texts(checked.pages[-1])}


def test_a_tile_marks_just_the_languages_that_nobody_has_checked(half, typesetter):
    page = build_board(half, "reception", ["vi", "en", "ar"], A4, typesetter).pages[0]
    english = [box for box in texts(page) if box.text.language == "en" and box.color == INK]
    assert len(marks(page)) == len(english) + 1  # and the footer's
    for box in english:
        assert any(
            0 < box.x_mm - mark.x_mm < 4 and box.y_mm - 1 < mark.y_mm < box.y_mm + box.height_mm for mark in marks(page)
        )


@pytest.mark.parametrize("situation", ["reception", "language"])
def test_marks_are_left_off_a_board_only_with_a_word_in_the_footer(situation, small, typesetter):
    document = build_board(small, situation, ["en", "ar", "my", "km"], A4, typesetter, marks=False)
    for page in document.pages:
        assert not marks(page)
        assert WITHOUT_MARKS in [box.text.string for box in texts(page)]
        check_page(page, typesetter)


def test_an_unknown_board_is_said(small, typesetter):
    with pytest.raises(UserError, match="reception"):
        build_board(small, "receptoin", ["en"], A4, typesetter)


def test_a_board_becomes_a_pdf(small, typesetter):
    assert render_pdf(build_board(small, "reception", ["en", "ar"], A4, typesetter), typesetter).startswith(b"%PDF")
