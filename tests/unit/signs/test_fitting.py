import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.fitting import LADDER_PT, Cells, fit_grid, fit_text, in_sentences, sizes_pt
from disaster_support.documents.model import Extent, Text
from disaster_support.documents.typed import breakable, fit_free, guess_language, typed
from disaster_support.errors import UserError
from disaster_support.ruby import parse_ruby


class Monospaced:
    """Measures letters of half an em that break anywhere; counts how often it is asked."""

    def __init__(self):
        self.asked = 0

    def measure(self, text, size_pt, width_mm, *, bold=False):
        self.asked += 1
        em = size_pt * 25.4 / 72
        in_a_line = max(1, int(width_mm / (em / 2)))
        lines = -(-len(text.string) // in_a_line)
        return Extent(min(len(text.string), in_a_line) * em / 2, lines * em * 1.3, lines)

    def largest_size_pt(self, *args, **kwargs):
        raise NotImplementedError


def text(letters: int) -> Text:
    return Text("x" * letters, "en")


ROOM = Cells(180, 180, 6, 3, 8)


@settings(max_examples=150)
@given(st.lists(st.integers(1, 120), min_size=1, max_size=16), st.integers(4, 36), st.integers(40, 150))
def test_a_grid_fits_its_room_and_one_size_larger_does_not(lengths, least, most):
    measurer = Monospaced()
    texts = [text(length) for length in lengths]
    fit = fit_grid(measurer, texts, ROOM, (1,), minimum_pt=least, maximum_pt=most)
    if fit is None:
        assert needed(texts, sizes_pt(least, most)[0]) > ROOM.height_mm
        return
    assert least <= fit.size_pt <= most
    assert needed(texts, fit.size_pt) <= ROOM.height_mm
    larger = [size for size in sizes_pt(least, most) if size > fit.size_pt]
    # At the most three rungs are given up, to save a line.
    assert len(larger) <= 3 or needed(texts, larger[3]) > ROOM.height_mm or needed(texts, larger[0]) > ROOM.height_mm


def needed(texts, size_pt):
    measurer = Monospaced()
    heights = sum(measurer.measure(one, size_pt, ROOM.width_mm).height_mm + 0.01 for one in texts)
    return heights + len(texts) * ROOM.label_mm + (len(texts) - 1) * ROOM.gap_mm


def test_few_measurements_settle_a_size():
    measurer = Monospaced()
    fit_grid(measurer, [text(30)] * 12, ROOM, (1, 2, 3), minimum_pt=10, maximum_pt=150)
    assert measurer.asked <= 8 * 12


def test_columns_are_taken_where_they_make_the_type_larger():
    short = fit_grid(Monospaced(), [text(4)] * 12, ROOM, (1, 2, 3), minimum_pt=10, maximum_pt=150)
    long = fit_grid(Monospaced(), [text(60)] * 3, ROOM, (1, 2, 3), minimum_pt=10, maximum_pt=150)
    assert (short.columns, long.columns) == (3, 1)


def test_a_much_longer_text_is_smaller_and_the_others_larger():
    texts = [text(10), text(12), text(9), text(60)]
    alike = fit_grid(Monospaced(), texts, ROOM, (2,), minimum_pt=10, maximum_pt=150)
    apart = fit_grid(Monospaced(), texts, ROOM, (2,), minimum_pt=10, maximum_pt=150, long_share=0.7)
    assert set(alike.sizes_pt) == {alike.size_pt}
    assert apart.size_pt > alike.size_pt
    assert apart.sizes_pt == (apart.size_pt,) * 3 + (apart.size_pt * 0.7,)
    floor = fit_grid(Monospaced(), texts, ROOM, (2,), minimum_pt=40, maximum_pt=150, long_share=0.1)
    assert min(floor.sizes_pt) == 40


def test_sizes_begin_with_the_smallest_asked_for():
    assert sizes_pt(17.3, 20)[:2] == [17.3, 17.4]
    assert sizes_pt(20, 10) == []
    assert LADDER_PT[0] == 4


def test_a_text_is_as_large_as_its_box():
    assert fit_text(Monospaced(), text(10), 100, 20, minimum_pt=4, maximum_pt=200) == pytest.approx(41, abs=3)
    assert fit_text(Monospaced(), text(10), 100, 1, minimum_pt=4, maximum_pt=200) is None


def test_a_clause_gets_a_line_and_readings_stay_above_their_base():
    string, ruby = parse_ruby("危険《きけん》です。 入《はい》らないで、ください。")
    broken = in_sentences(Text(string, "ja", ruby))
    assert broken.string == "危険です。 \n入らないで、\nください。"
    assert [broken.string[one.start : one.end] for one in broken.ruby] == ["危険", "入"]
    assert in_sentences(Text("禁煙", "ja")) is None
    assert in_sentences(Text("飲めません。", "ja")) is None


@pytest.mark.parametrize(
    ("string", "language"),
    [
        ("体育館", "ja"),
        ("2階 はい", "ja"),
        ("Room 2", "en"),
        ("2F", "en"),
        ("الغرفة", "ar"),
        ("방", "ko"),
        ("12", "ja"),
        ("ห้อง", "th"),
    ],
)
def test_a_script_settles_in_which_language_typed_words_are_set(string, language):
    assert guess_language(string) == language


def test_a_word_without_breaks_is_broken_between_letters(typesetter):
    found, size = fit_free(typesetter, typed("W" * 300), 150, 14, maximum_pt=40)
    assert found == breakable(typed("W" * 300))
    extent = typesetter.measure(found, size, 150)
    assert extent.width_mm <= 150
    assert extent.height_mm <= 14


def test_what_no_size_holds_is_said(typesetter):
    with pytest.raises(UserError, match="too long"):
        fit_free(typesetter, typed("long words " * 200), 20, 5, maximum_pt=40)
