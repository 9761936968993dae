"""Levels and order, held against python-bidi's own implementation (in Rust)."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.printing.bidi import embedding_levels, visual_order

CHARACTERS = "ab 12.,+-%(){}[]!אבدرش٣٤\u0650\u2066\u2067\u2068\u2069"
INVISIBLE = "\u2066\u2067\u2068\u2069"


def display(text: str, base: int) -> str:
    levels = embedding_levels(text, base)
    for index in range(len(text.rstrip(" " + INVISIBLE)), len(text)):
        levels[index] = base  # rule L1
    return "".join(text[index] for index in visual_order(levels))


@given(st.text(CHARACTERS, max_size=16), st.sampled_from([0, 1]))
def test_order_is_that_of_the_standard(text, base):
    assert display(text, base) == get_display(text, base_dir="LR"[base])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ابت 10:30 ثجح", "حجث 10:30 تبا"),
        ("ابت 10 Wi-Fi ثجح", "حجث Wi-Fi 10 تبا"),
        ("سال ۱۴۰۲ در", "رد ۱۴۰۲ لاس"),
    ],
)
def test_digits_and_latin_stay_readable(text, shown):
    assert display(text, 1) == shown


def test_a_bracketed_name_does_not_fall_apart():
    levels = embedding_levels("رقم Wi-Fi (SSID) هنا", 1)
    start = "رقم Wi-Fi (SSID) هنا".index("W")
    assert set(levels[start : start + len("Wi-Fi (SSID)")]) == {2}


def test_text_from_left_to_right_needs_no_rules():
    assert embedding_levels("abc 12", 0) == [0] * 6


def test_dropped_characters_take_the_level_before_them():
    assert embedding_levels("\u06cc\u200c\u0634", 1) == [1, 1, 1]
