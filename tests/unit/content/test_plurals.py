import re
from gettext import c2py  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.content.languages import parse_locale
from disaster_support.content.plurals import choose_form, plural_categories, plural_header

TAGS = ["ja", "en", "es", "pt-BR", "fil", "ne", "mn", "ru", "pl", "ar", "th", "my", "km", "vi", "zh-Hant", "id", "fr"]


@pytest.mark.parametrize(
    ("tag", "categories"),
    [
        ("ja", ("other",)),
        ("ja-simple", ("other",)),
        ("th", ("other",)),
        ("en", ("one", "other")),
        ("es", ("one", "other")),  # CLDR's "many" begins at a million
        ("pl", ("one", "few", "many", "other")),
        ("ar", ("zero", "one", "two", "few", "many", "other")),
    ],
)
def test_a_language_has_the_forms_that_whole_numbers_reach(tag: str, categories: tuple[str, ...]) -> None:
    assert plural_categories(tag) == categories


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other", 21: "other"}),
        ("fil", {1: "one", 4: "other", 5: "one", 6: "other", 19: "other"}),
        ("pt-BR", {0: "one", 1: "one", 2: "other"}),
        ("ru", {1: "one", 2: "few", 5: "many", 21: "one", 112: "many"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("my", {1: "other", 100: "other"}),
    ],
)
def test_the_form_follows_the_number(tag: str, forms: dict[int, str]) -> None:
    assert {number: choose_form(plural_categories(tag), tag, number) for number in forms} == forms


@given(st.sampled_from(TAGS), st.integers(0, 999_999))
def test_every_number_in_a_shelter_has_a_form(tag: str, number: int) -> None:
    categories = plural_categories(tag)
    assert choose_form(categories, tag, number) == parse_locale(tag).plural_form(number)


@given(st.sampled_from(TAGS), st.integers(0, 999_999))
def test_gettext_reads_the_header_as_we_choose(tag: str, number: int) -> None:
    found = re.fullmatch(r"nplurals=(\d+); plural=(.+);", plural_header(tag))
    assert found
    categories = plural_categories(tag)
    assert int(found[1]) == len(categories)
    assert categories[c2py(found[2])(number)] == choose_form(categories, tag, number)
