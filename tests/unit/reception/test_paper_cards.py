from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import Line, Pictogram, QrCode, TextBox
from disaster_support.documents.sheet import UNREVIEWED_MARK
from disaster_support.features.reception.paper.card_data import CardData
from disaster_support.features.reception.paper.personal_card import CARD_MM, build_personal_cards
from disaster_support.features.reception.paper.wristband import BAND_MM, build_wristbands
from disaster_support.printing import render_pdf

BUILDERS = (build_personal_cards, build_wristbands)
THIDA = CardData("မသီတာ", "A-1-1", "DS-QX7F", ("my", "en"), "Ma Thida", "A-1", "中央小学校", needs_interpreter=True)


def texts_of(document):
    return [item.text.string for page in document.pages for item in page.items if isinstance(item, TextBox)]


def household(number, count):
    return [
        CardData("Maria Silva", f"{number}-{place}", f"c{number}{place}", household=number) for place in range(count)
    ]


def numbers_by_page(document):
    pages = [texts_of(type(document)("", "ja", (page,))) for page in document.pages]
    return [[text for text in texts if text.count("-") == 2] for texts in pages]


@pytest.mark.parametrize("build", BUILDERS)
def test_card_shows_name_number_languages_and_nothing_else(build, real, real_typesetter):
    document = build([THIDA], real, real_typesetter).document
    advice = {real.text(entry, "my").text for entry in ("form.card_keep", "form.card_show")}
    allowed = {"မသီတာ", "Ma Thida", "A-1-1", "မြန်မာ", "English", "中央小学校", "Glue here", *advice}
    assert {"မသီတာ", "Ma Thida", "A-1-1", "မြန်မာ", "English"} <= set(texts_of(document)) <= allowed
    items = document.pages[0].items
    assert [item.content for item in items if isinstance(item, QrCode)] == ["DS-QX7F"]
    pictograms = [item.name for item in items if isinstance(item, Pictogram)]
    assert [name for name in pictograms if name != UNREVIEWED_MARK] == ["account-voice"]


def test_advice_is_in_the_first_language_that_has_it(real, real_typesetter):
    keep = {tag: real.text("form.card_keep", tag).text for tag in ("my", "ja", "en")}
    for languages, tag in ((("my", "en"), "my"), (("bo", "en"), "en"), ((), "ja")):
        said = texts_of(build_personal_cards([CardData("A", "A-1-1", "x", languages)], real, real_typesetter).document)
        assert keep[tag] in said


@pytest.mark.parametrize("build", BUILDERS)
def test_name_that_no_font_has_falls_back_and_is_told(build, real, real_typesetter):
    cards = [
        CardData("བསྟན་འཛིན", "A-1-1", "a", ("bo",), "Tenzin"),
        CardData("𞤀𞤣𞤤𞤢𞤥", "A-2-1", "b", ("ff",)),
        CardData("José", "A-3-1", "c", ("es",)),
    ]
    built = build(cards, real, real_typesetter)
    assert built.undrawable == ("A-1-1", "A-2-1")
    assert {"Tenzin", "José"} <= set(texts_of(built.document))
    render_pdf(built.document, real_typesetter)


def test_card_is_as_large_as_a_bank_card(real, real_typesetter):
    page = build_personal_cards([THIDA], real, real_typesetter).document.pages[0]
    cuts = [line for line in page.items if isinstance(line, Line) and line.dashed]
    xs = sorted({line.x1_mm for line in cuts if line.x1_mm == line.x2_mm})
    ys = sorted({line.y1_mm for line in cuts if line.y1_mm == line.y2_mm})
    assert CARD_MM == (85.6, 54.0)
    assert {round(right - left, 3) for left, right in pairwise(xs)} == {85.6}
    assert {round(low - high, 3) for high, low in pairwise(ys)} == {54.0}
    assert (len(xs) - 1) * (len(ys) - 1) == 10


def test_seven_wristbands_on_a_sheet(real, real_typesetter):
    cards = [CardData("Maria Silva", f"A-{number}-1", f"c{number}") for number in range(8)]
    document = build_wristbands(cards, real, real_typesetter).document
    assert [len(numbers) for numbers in numbers_by_page(document)] == [7, 1]
    assert BAND_MM == (250.0, 25.0)
    assert document.pages[0].width_mm > document.pages[0].height_mm


@settings(max_examples=25, deadline=None)
@given(sizes=st.lists(st.integers(1, 13), min_size=1, max_size=7))
def test_no_household_that_one_sheet_holds_is_torn(sizes, real, real_typesetter):
    cards = [card for place, size in enumerate(sizes) for card in household(f"A-{place}", size)]
    pages = numbers_by_page(build_personal_cards(cards, real, real_typesetter).document)
    assert [number for page in pages for number in page] == [card.number for card in cards]
    assert all(len(page) <= 10 for page in pages)
    for place, size in enumerate(sizes):
        sheets = sum(any(number.startswith(f"A-{place}-") for number in page) for page in pages)
        assert sheets == 1 or size > 10


@settings(max_examples=40, deadline=None)
@given(
    name=st.text(min_size=1, max_size=80),
    latin=st.text(max_size=80),
    languages=st.lists(st.sampled_from(["my", "ar", "km", "bo", "rhg", "ja", "x", "pt-BR", "fa"]), max_size=8),
)
@pytest.mark.parametrize("build", BUILDERS)
def test_any_name_prints(build, name, latin, languages, real, real_typesetter):
    card = CardData(name, "A-1-1", "code", tuple(languages), latin, "A-1", "避難所" * 9, needs_interpreter=True)
    built = build([card], real, real_typesetter)
    assert render_pdf(built.document, real_typesetter).startswith(b"%PDF")
