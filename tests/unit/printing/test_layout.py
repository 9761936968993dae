"""Lines: how wide, how far apart, where readings stand, and that what is said to fit does fit."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import Text
from disaster_support.printing import Typesetter
from disaster_support.printing.typesetter import em_mm
from disaster_support.ruby import Ruby, parse_ruby
from tests.helpers.languages import LANGUAGES, SAMPLES

TYPESETTER = Typesetter(LANGUAGES)
ALL_CHARACTERS = "".join(dict.fromkeys("".join(SAMPLES.values())))


def marked(text: str) -> Text:
    string, ruby = parse_ruby(text)
    return Text(string, "ja", ruby)


def lines_of(text: Text, size_pt: float, width_mm: float) -> list[str]:
    return [line.text for line in TYPESETTER.set_text(text, size_pt, width_mm).lines]


def assert_ink_inside(text: Text, size_pt: float, width_mm: float, height_mm: float, bold: bool) -> None:
    """Every glyph lies between the edges, and no line touches the line above."""
    block = TYPESETTER.set_text(text, size_pt, width_mm, bold=bold)
    em = em_mm(size_pt)
    assert block.width * em <= width_mm + 1e-5
    assert block.height * em <= height_mm + 1e-5
    for index, line in enumerate(block.lines):
        baseline = block.ascent + index * block.pitch
        assert line.left <= line.ink.left
        assert line.ink.right <= line.right
        assert baseline - line.ink.top >= -1e-6
        assert baseline - line.ink.bottom <= block.height + 1e-6
    for above, below in pairwise(block.lines):
        assert block.pitch + above.ink.bottom > below.ink.top


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_largest_size_fits_and_the_next_does_not(tag, bold):
    text = Text(SAMPLES[tag], tag)
    size = TYPESETTER.largest_size_pt(text, 120, 40, maximum_pt=72, minimum_pt=6, bold=bold)
    assert size is not None
    assert_ink_inside(text, size, 120, 40, bold)
    more = TYPESETTER.measure(text, size + 0.5, 120, bold=bold)
    assert more.height_mm > 40 or more.width_mm > 120


@settings(max_examples=150, deadline=None)
@given(
    string=st.text(ALL_CHARACTERS + " \n", max_size=60) | st.sampled_from(list(SAMPLES.values())),
    tag=st.sampled_from(list(LANGUAGES)),
    width_mm=st.floats(1, 400),
    height_mm=st.floats(1, 400),
    bold=st.booleans(),
)
def test_whatever_fits_lies_in_its_box(string, tag, width_mm, height_mm, bold):
    text = Text(string, tag)
    size = TYPESETTER.largest_size_pt(text, width_mm, height_mm, maximum_pt=96, minimum_pt=5, bold=bold)
    if size is not None:
        assert_ink_inside(text, size, width_mm, height_mm, bold)
        assert "".join(lines_of(text, size, width_mm)) == string.replace("\n", "")


def test_a_word_that_cannot_break_makes_the_size_smaller():
    text = Text("Trinkwasserausgabestelle", "de")
    size = TYPESETTER.largest_size_pt(text, 50, 200, maximum_pt=72, minimum_pt=6)
    assert size is not None
    assert size < 20
    assert TYPESETTER.measure(text, 72, 50).width_mm > 200
    assert TYPESETTER.measure(text, 72, 50).lines == 1


def test_none_where_even_the_smallest_is_too_large():
    assert TYPESETTER.largest_size_pt(Text("避難所", "ja"), 3, 3, maximum_pt=72, minimum_pt=12) is None
    assert TYPESETTER.largest_size_pt(Text("避難所", "ja"), 99, 99, maximum_pt=6, minimum_pt=12) is None


def test_the_maximum_is_reached_where_there_is_room():
    assert TYPESETTER.largest_size_pt(Text("水", "ja"), 200, 200, maximum_pt=47.3, minimum_pt=12) == 47.3


def test_line_feeds_start_lines_and_empty_text_has_room():
    assert lines_of(Text("a\n\nb", "en"), 12, 50) == ["a", "", "b"]
    assert TYPESETTER.measure(Text("", "ja"), 10, 50).lines == 1


def test_spaces_at_the_end_of_a_line_take_no_room():
    one, two = TYPESETTER.measure(Text("Water", "en"), 12, 90), TYPESETTER.measure(Text("Water   ", "en"), 12, 90)
    assert one == two


@pytest.mark.parametrize("tag", ["my", "km", "ne", "ta", "ar", "ur", "th", "lo", "si", "vi"])
def test_tall_scripts_never_touch_the_line_above(tag):
    text = Text((SAMPLES[tag] + " ") * 3, tag)
    for width_mm in (60, 80, 110):
        assert_ink_inside(text, 18, width_mm, 1000, bold=True)


def test_a_reading_is_centred_over_its_base():
    line = TYPESETTER.set_text(marked("この避難所《ひなんじょ》です"), 20, 200).lines[0]
    base = next(piece for piece in line.pieces if piece.run.text[piece.run.start : piece.run.end] == "避難所")
    reading = line.readings[0]
    assert reading.scale == 0.5
    middle = reading.x + reading.run.advance / 4
    assert middle == pytest.approx(base.x + base.run.advance / 2)


def test_a_reading_wider_than_its_base_makes_room():
    line = TYPESETTER.set_text(marked("口《くちびる》口《くちびる》"), 20, 200).lines[0]
    assert [piece.x for piece in line.pieces] == [500, 2500]
    assert line.right == 4000


def test_a_reading_hangs_over_kana_beside_its_base():
    line = TYPESETTER.set_text(marked("口《くちびる》と口《くちびる》"), 20, 200).lines[0]
    assert [piece.x for piece in line.pieces] == [500, 1700, 3200]  # and over none where nothing follows it
    first, second = (piece.ink for piece in line.readings)
    assert first.right < second.left
    narrow = TYPESETTER.set_text(marked("車《くるま》が通る"), 20, 200).lines[0]
    assert narrow.pieces[1].x == narrow.pieces[0].x + narrow.pieces[0].run.advance


def test_a_reading_does_not_hang_over_the_start_of_a_line():
    block = TYPESETTER.set_text(marked("はやく車《くるま》が通ります"), 20, 25)
    assert [line.text for line in block.lines][:2] == ["はやく", "車が"]
    assert block.lines[1].readings[0].x == 0
    assert block.lines[1].left == 0


def test_a_reading_stands_above_its_base_and_below_the_line_before():
    block = TYPESETTER.set_text(marked("避難所《ひなんじょ》避難所《ひなんじょ》"), 20, 25)
    assert len(block.lines) == 2
    for line in block.lines:
        assert line.readings[0].ink.bottom > line.pieces[0].ink.top
    assert block.pitch / 1000 == pytest.approx(1.75)
    assert block.pitch + block.lines[0].ink.bottom > block.lines[1].ink.top


def test_a_base_is_never_broken():
    text = Text("避難所避難所", "ja", (Ruby(0, 3, "ひなんじょ"), Ruby(3, 6, "ひなんじょ")))
    for width_mm in range(5, 60, 5):
        assert set(lines_of(text, 20, width_mm)) <= {"避難所", "避難所避難所"}


def test_readings_go_with_their_paragraph():
    string, ruby = parse_ruby("水《みず》\n火《ひ》")
    lines = TYPESETTER.set_text(Text(string, "ja", ruby), 20, 100).lines
    assert [[piece.run.text for piece in line.readings] for line in lines] == [["みず"], ["ひ"]]


@pytest.mark.parametrize(
    ("tag", "string", "shown"),
    [
        ("ar", "الساعة 10:30 مساء", ["مساء", "10:30", "الساعة"]),
        ("fa", "اتاق ۲۴ Wi-Fi است", ["است", "Wi-Fi", "۲۴", "اتاق"]),
        ("ur", "کمرہ (24) ہے", ["ہے", "24", "کمرہ"]),
        ("ja", "これは مرحبا です", ["これは", "مرحبا", "です"]),
    ],
)
def test_pieces_stand_in_the_order_of_the_eye(tag, string, shown):
    line = TYPESETTER.set_text(Text(string, tag), 12, 200).lines[0]
    pieces = [piece.run.text[piece.run.start : piece.run.end].strip(" ()") for piece in line.pieces]
    assert [piece for piece in pieces if piece] == shown
    assert all(left.x + left.run.advance == pytest.approx(right.x) for left, right in pairwise(line.pieces))


def test_an_unknown_language_is_a_key_error():
    with pytest.raises(KeyError):
        TYPESETTER.measure(Text("x", "xx"), 12, 50)
