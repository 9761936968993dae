from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.content.model import Category, Kind
from disaster_support.documents.model import INK, Arrow, Direction, Pictogram, TextBox
from disaster_support.documents.sheet import UNREVIEWED, UNREVIEWED_MARK, WITHOUT_MARKS, text_of
from disaster_support.documents.wall.emblem import build_emblem
from disaster_support.errors import UserError
from disaster_support.features.signs.documents import build_signs
from disaster_support.features.signs.model import PAPER_NAMES, Missing, Moved, SignOptions
from disaster_support.printing import has_pictogram, render_pdf
from tests.golden.small_library import LANGUAGES

ROOMS = ["", "体育館 2階", "مدخل القاعة الرئيسية", "A" * 80, "Gymnasium 2F"]
NOTES = ["", "20時に閉まります。", "Closed " * 14, "โปรดเงียบ"]


def texts(page, tag=None):
    return [item for item in page.items if isinstance(item, TextBox) and (tag is None or item.text.language == tag)]


def find(page, string):
    return next(item for item in texts(page) if item.text.string == string)


def marks(page):
    return [item for item in page.items if isinstance(item, Pictogram) and item.name == UNREVIEWED_MARK]


def check_page(page, typesetter):
    """Nothing overflows, leaves the sheet, or stands on another text."""
    boxes = texts(page)
    for box in boxes:
        extent = typesetter.measure(box.text, box.size_pt, box.width_mm, bold=box.bold)
        assert extent.width_mm <= box.width_mm + 0.001, box
        assert extent.height_mm <= box.height_mm + 0.001, box
        assert box.x_mm >= 6.9, box
        assert box.y_mm >= 6.9, box
        assert box.x_mm + box.width_mm <= page.width_mm - 6.9, box
        assert box.y_mm + box.height_mm <= page.height_mm - 6.9, box
    for number, first in enumerate(boxes):
        assert not any(overlap(first, second) for second in boxes[:number]), first


def overlap(first, second):
    across = min(first.x_mm + first.width_mm, second.x_mm + second.width_mm) - max(first.x_mm, second.x_mm)
    down = min(first.y_mm + first.height_mm, second.y_mm + second.height_mm) - max(first.y_mm, second.y_mm)
    return across > 0.01 and down > 0.01


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_real_text_fits_on_every_sheet(data, real, real_typesetter):
    signs = [entry.id for entry in real.entries.values() if entry.kind in (Kind.SIGN, Kind.ALERT)]
    tags = [tag for tag in real.languages if tag != "ja"]
    options = SignOptions(
        languages=tuple(data.draw(st.lists(st.sampled_from(tags), max_size=16, unique=True))),
        paper=data.draw(st.sampled_from(["A3", "A4", "A5"])),
        landscape=data.draw(st.booleans()),
        arrow=data.draw(st.sampled_from([None, *Direction])),
        room=data.draw(st.sampled_from(ROOMS)),
        note=data.draw(st.sampled_from(NOTES)),
        copies_on_a_page=data.draw(st.sampled_from([1, 2, 4])),
        one_sheet=data.draw(st.booleans()),
    )
    entry = data.draw(st.sampled_from(signs))
    built = build_signs(real, [entry], options, real_typesetter)
    for page in built.document.pages:
        check_page(page, real_typesetter)
    there = {tag for tag in options.languages if real.text(entry, tag)}
    assert {one.language for one in built.missing} == set(options.languages) - there
    for tag in there:
        found = [
            page
            for page in built.document.pages
            if any(box.text.string == real.text(entry, tag).text for box in texts(page, tag))
        ]
        assert found, tag


def test_the_first_languages_are_read_from_three_metres(small, typesetter):
    options = SignOptions(("en", "zh-Hans", "ko", "vi", "pt-BR", "ar"))
    built = build_signs(small, ["rules.no_smoking", "rules.building_danger", "rules.no_generator"], options, typesetter)
    for page in built.document.pages:
        sizes = [box.size_pt for box in texts(page) if not box.bold and box.color == INK]
        assert min(sizes) >= 36


def test_what_would_be_too_small_goes_to_a_further_sheet(small, typesetter):
    options = SignOptions(("en", "zh-Hans", "ko", "vi", "pt-BR", "ne"))
    built = build_signs(small, ["rules.no_generator"], options, typesetter)
    assert built.moved == tuple(Moved("rules.no_generator", tag, 2) for tag in ("vi", "pt-BR", "ne"))
    first, second = built.document.pages
    assert texts(first)[0] == texts(second)[0]  # the same heading
    one_sheet = build_signs(small, ["rules.no_generator"], replace(options, one_sheet=True), typesetter)
    assert one_sheet.moved == ()
    assert len(one_sheet.document.pages) == 1


def test_a_missing_text_is_reported_and_leaves_no_hole(small, typesetter):
    options = SignOptions(("en", "ar", "ko"))
    built = build_signs(small, ["reception.free"], options, typesetter)
    assert built.missing == (Missing("reception.free", "ar"),)
    assert not texts(built.document.pages[0], "ar")


def test_one_size_serves_all_languages_in_their_order(small, typesetter):
    page = build_signs(small, ["facilities.toilet"], SignOptions(LANGUAGES), typesetter).document.pages[0]
    boxes = [find(page, small.text("facilities.toilet", tag).text) for tag in LANGUAGES if tag not in ("ja-simple",)]
    assert len({box.size_pt for box in boxes}) == 1
    places = [(round(box.y_mm), box.x_mm) for box in boxes]
    assert places == sorted(places)


def test_japanese_is_on_top_bold_and_with_readings(small, typesetter):
    page = build_signs(small, ["rules.no_smoking"], SignOptions(("en",)), typesetter).document.pages[0]
    japanese = find(page, "禁煙")
    assert japanese.bold
    assert japanese.text.ruby[0].reading == "きんえん"
    assert japanese.y_mm < find(page, "No smoking").y_mm


@pytest.mark.parametrize("others", ["en,zh-Hans,ko,vi,pt-BR,es", "fil,id,mn,zh-Hans,en,vi"])
def test_the_pack_of_all_signs_prints_in_twelve_languages_with_nothing_cut(others, real, real_typesetter):
    tags = ("my", "km", "ne", "th", "zh-Hant", "ja-simple", *others.split(","))
    signs = real.packs["all-signs"].signs
    assert signs == tuple(entry.id for entries in real.signs().values() for entry in entries)
    for sign in signs:
        pages = build_signs(real, [sign], SignOptions(tags), real_typesetter).document.pages
        said = {box.text for page in pages for box in texts(page)}
        assert {text_of(phrase, tag) for tag in tags if (phrase := real.text(sign, tag))} <= said
        for page in pages:
            check_page(page, real_typesetter)


def test_a_label_stands_above_each_language_on_its_own_side(small, typesetter):
    page = build_signs(small, ["facilities.toilet"], SignOptions(("ar", "ne")), typesetter).document.pages[0]
    for tag in ("ar", "ne"):
        label = find(page, small.languages[tag].autonym)
        assert label.text.language == tag
        assert label.size_pt == 11
    arabic, nepali, _footer = sorted(marks(page), key=lambda mark: mark.y_mm)
    assert arabic.x_mm > page.width_mm / 2 > nepali.x_mm


def test_the_footer_tells_staff_what_this_is(small, typesetter):
    options = SignOptions(("en",), printed_on=date(2026, 11, 23))
    page = build_signs(small, ["facilities.toilet"], options, typesetter).document.pages[0]
    assert find(page, "facilities.toilet  ·  2026-11-23")
    assert find(page, UNREVIEWED)
    alone = build_signs(small, ["facilities.toilet"], SignOptions(), typesetter).document.pages[0]
    assert UNREVIEWED not in [box.text.string for box in texts(alone)]


def test_each_unreviewed_text_has_its_mark_and_the_footer_says_what_it_means(half, typesetter):
    page = build_signs(half, ["facilities.toilet"], SignOptions(("en", "vi")), typesetter).document.pages[0]
    english = find(page, half.languages["en"].autonym)
    assert english.x_mm > find(page, half.languages["vi"].autonym).x_mm
    beside, in_footer = sorted(marks(page), key=lambda mark: mark.y_mm)
    assert english.y_mm <= beside.y_mm <= english.y_mm + english.height_mm
    assert in_footer.y_mm >= find(page, UNREVIEWED).y_mm


def test_reviewed_texts_have_neither_mark_nor_word(half, typesetter):
    for wanted in (True, False):
        page = build_signs(half, ["facilities.toilet"], SignOptions(("vi",), marks=wanted), typesetter).document.pages[
            0
        ]
        assert not marks(page)
        assert not {UNREVIEWED, WITHOUT_MARKS} & {box.text.string for box in texts(page)}


@pytest.mark.parametrize("paper", PAPER_NAMES)
@pytest.mark.parametrize("copies", [1, 2, 4])
def test_marks_are_left_off_only_with_a_word_in_the_footer(paper, copies, half, typesetter):
    options = SignOptions(
        ("en", "vi"), paper=paper, copies_on_a_page=copies, printed_on=date(2026, 11, 23), marks=False
    )
    document = build_signs(half, ["facilities.toilet"], options, typesetter).document
    assert not [mark for page in document.pages for mark in marks(page)]
    assert find(document.pages[0], WITHOUT_MARKS)
    for page in document.pages:
        check_page(page, typesetter)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("room", ["", "体育館"])
def test_an_arrow_points_and_is_large(direction, room, small, typesetter):
    options = SignOptions(("en",), arrow=direction, room=room)
    page = build_signs(small, ["facilities.toilet"], options, typesetter).document.pages[0]
    (arrow,) = [item for item in page.items if isinstance(item, Arrow)]
    assert arrow.direction is direction
    assert arrow.size_mm > 25
    points_left = direction in (Direction.LEFT, Direction.UP_LEFT, Direction.DOWN_LEFT)
    assert (arrow.x_mm < page.width_mm / 2) is points_left


def test_several_signs_follow_one_another(small, typesetter):
    built = build_signs(small, ["facilities.toilet", "rules.no_smoking"], SignOptions(("en",)), typesetter)
    assert len(built.document.pages) == 2
    assert built.document.title == "トイレ、禁煙"


def test_what_is_unknown_is_said(small, typesetter):
    with pytest.raises(UserError, match="toilet"):
        build_signs(small, ["facilities.toilt"], SignOptions(), typesetter)
    with pytest.raises(UserError, match="xx"):
        build_signs(small, ["facilities.toilet"], SignOptions(("xx",)), typesetter)


@pytest.mark.parametrize("category", Category)
def test_kinds_are_told_apart_without_colour(category):
    grey = [replace_colors(item) for item in build_emblem(category, "toilet", 0, 0, 50)]
    others = [[replace_colors(item) for item in build_emblem(other, "toilet", 0, 0, 50)] for other in Category]
    # Fire and safety are both squares, and never stand for the same thing.
    assert others.count(grey) == (2 if category in (Category.FIRE, Category.SAFETY) else 1)


def replace_colors(item):
    names = [name for name in ("color", "fill", "stroke") if getattr(item, name, None)]
    return replace(item, **dict.fromkeys(names, "#888888"))


def test_a_bar_is_not_drawn_twice():
    names = [
        item.name for item in build_emblem(Category.PROHIBITION, "smoking-off", 0, 0, 50) if isinstance(item, Pictogram)
    ]
    assert names == ["smoking"]


def test_every_emblem_of_the_library_can_be_drawn(real):
    for entry in real.entries.values():
        items = build_emblem(entry.category or Category.INFORMATION, entry.pictogram, 0, 0, 50)
        assert all(has_pictogram(item.name) for item in items if isinstance(item, Pictogram)), entry.id


def test_a_sign_becomes_a_pdf(small, typesetter):
    built = build_signs(small, ["rules.building_danger"], SignOptions(LANGUAGES), typesetter)
    assert render_pdf(built.document, typesetter).startswith(b"%PDF")
