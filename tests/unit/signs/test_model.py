import pytest

from disaster_support.content.model import Category, Entry, Kind
from disaster_support.documents.wall.model import pick_languages
from disaster_support.errors import UserError
from disaster_support.features.signs.model import (
    SignOptions,
    category_of,
    check_options,
    least_size_pt,
    page_size,
)


def test_japanese_is_not_counted_and_nothing_stands_twice():
    assert pick_languages(["ja", "en", "ja-simple", "en", "ko"]) == ("en", "ja-simple", "ko")


@pytest.mark.parametrize(
    "options",
    [
        SignOptions(tuple(f"x{n}" for n in range(17))),
        SignOptions(room="x" * 81),
        SignOptions(note="x" * 301),
        SignOptions(copies_on_a_page=3),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(options):
    with pytest.raises(UserError, match=r"\.$"):
        check_options(options)


def test_what_can_be_printed_passes():
    check_options(SignOptions(("en",) * 16, room="x" * 80, note="x" * 300, copies_on_a_page=4))


def test_few_languages_are_read_from_afar_and_many_from_near():
    six, seven = ("en", "ko", "vi", "th", "ne", "my"), ("en", "ko", "vi", "th", "ne", "my", "km")
    assert least_size_pt(SignOptions(six), 1.0) == 36
    assert least_size_pt(SignOptions(seven), 1.0) == 18
    assert least_size_pt(SignOptions(six, one_sheet=True), 1.0) == 18
    assert least_size_pt(SignOptions(six), 2**0.5) == pytest.approx(50.9, abs=0.1)


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (SignOptions(), (210, 297)),
        (SignOptions(landscape=True), (297, 210)),
        (SignOptions(copies_on_a_page=2), (148.5, 210)),
        (SignOptions(copies_on_a_page=2, landscape=True), (210, 148.5)),
        (SignOptions(copies_on_a_page=4), (105, 148.5)),
        (SignOptions(paper="A3", copies_on_a_page=4, landscape=True), (210, 148.5)),
    ],
)
def test_copies_share_the_paper(options, size):
    paper = page_size(options)
    assert (paper.width_mm, paper.height_mm) == pytest.approx(size)


def test_what_is_no_sign_informs():
    assert category_of(Entry("a", Kind.EVACUEE, "s", "n")) is Category.INFORMATION
    assert category_of(Entry("a", Kind.SIGN, "s", "n", category=Category.FIRE)) is Category.FIRE
