"""What a PDF holds: text that copies out right, fonts in subsets at the right weight, and nothing that overflows."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import (
    Align,
    Box,
    Document,
    Item,
    Page,
    Text,
    TextBox,
    Valign,
)
from disaster_support.printing import TextOverflow, Typesetter, render_pdf
from disaster_support.printing.embedding import subset
from disaster_support.printing.fonts import open_font
from disaster_support.ruby import parse_ruby
from tests.helpers.languages import LANGUAGES, SAMPLES
from tests.helpers.pdf import ink_box_mm, read_font_names, read_fonts, read_lines, read_text

TYPESETTER = Typesetter(LANGUAGES)


def render(*items: Item, width_mm: float = 210, height_mm: float = 297) -> bytes:
    return render_pdf(Document("見本", "ja", (Page(width_mm, height_mm, items),), "試し"), TYPESETTER)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_text_is_copied_as_written(tag):
    text = Text(SAMPLES[tag], tag)
    size = TYPESETTER.largest_size_pt(text, 100, 60, maximum_pt=30, minimum_pt=6)
    assert size is not None
    pdf = render(TextBox(10, 10, 100, 60, text, size))
    assert read_text(pdf) == SAMPLES[tag]
    assert len(read_lines(pdf)) > 1


@pytest.mark.parametrize(
    "string",
    [
        "a\r\nb\tc\x00d\x85e\u2028f",
        "half an emoji \ud83d",
        "😀🚻 👨‍👩‍👧 🇯🇵 ✌🏽 ⚠️",
        "\ue000",
        "\u200b\u200d\ufe0f",
        "soft\u00adhyphen",
        "葛\U000e0100城",
        "שלום አማርኛ ქართული Հայերեն ગુજરાતી ਪੰਜਾਬੀ ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ తెలుగు",
        "\u2067abc\u2069 \u202bdef\u202c",
    ],
)
@pytest.mark.parametrize("tag", ["ja", "ar"])
def test_whatever_people_type_is_drawn(string, tag):
    pdf = render(TextBox(10, 10, 190, 100, Text(string, tag), 12))
    assert read_text(pdf) == string.replace("\n", "").replace("\ud83d", "\ufffd")


def test_readings_do_not_mix_into_copied_text():
    string, ruby = parse_ruby("避難所《ひなんじょ》の水《みず》")
    pdf = render(TextBox(10, 10, 100, 60, Text(string, "ja", ruby), 20))
    assert read_text(pdf) == "避難所の水"


def test_characters_have_their_text_even_without_actual_text():
    pdf = render(TextBox(10, 10, 190, 60, Text("Office 24 避難所", "ja"), 20))
    assert pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text().split() == ["Office", "24", "避難所"]


def test_the_file_says_what_it_is():
    reader = pypdf.PdfReader(BytesIO(render(Box(0, 0, 1, 1, fill="#000000"))))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.subject) == ("見本", "試し")
    assert reader.trailer["/Root"]["/Lang"] == "ja"


def test_the_file_is_well_formed():
    pdf = render(TextBox(10, 10, 190, 60, Text("Office 24 避難所", "ja"), 20))
    reader = pypdf.PdfReader(BytesIO(pdf), strict=True)
    assert pdf.startswith(b"%PDF-1.7")
    assert [page.get_contents() is not None for page in reader.pages] == [True]


def test_a_page_has_its_size():
    box = pypdf.PdfReader(BytesIO(render(width_mm=105, height_mm=148))).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (pytest.approx(297.64, abs=0.01), pytest.approx(419.53, abs=0.01))


def test_fonts_are_named_and_small():
    pdf = render(
        TextBox(10, 10, 190, 20, Text("避難所", "ja"), 20, bold=True),
        TextBox(10, 40, 190, 20, Text("အိမ်သာ 24", "my"), 20),
    )
    assert read_font_names(pdf) == {"ShelterSansJP-Bold", "ShelterSansMyanmar-Regular", "ShelterSans-Regular"}
    assert all(len(program) < 10_000 for program in read_fonts(pdf).values())
    assert len(pdf) < 25_000


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("key", ["jp", "kr", "sc", "tc", "sans", "thai", "khmer", "arabic"])
def test_the_weight_is_pinned(key, bold):
    character = {"thai": "ก", "khmer": "ក", "arabic": "ب"}.get(key, "H")
    font = open_font(key, bold)
    glyph = font.get_nominal_glyph(ord(character))
    program, places = subset(key, bold, [glyph])
    pinned = hb.Face(program)
    assert not pinned.axis_infos
    assert points_apart(outline(hb.Font(pinned), places[glyph]), outline(font, glyph)) <= 1
    assert outline(font, glyph) != outline(open_font(key, not bold), glyph)


def points_apart(one: list[tuple[float, ...]], other: list[tuple[float, ...]]) -> float:
    """Return the greatest distance along an axis between two outlines of as many points; pinning rounds."""
    pairs = zip(one, other, strict=True)
    return max(abs(a - b) for left, right in pairs for a, b in zip(left, right, strict=True))


def outline(font: hb.Font, glyph: int) -> list[tuple[float, ...]]:
    points: list[tuple[float, ...]] = []
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, data: data.append((x, y)))
    funcs.set_line_to_func(lambda x, y, data: data.append((x, y)))
    funcs.set_quadratic_to_func(lambda a, b, x, y, data: data.append((a, b, x, y)))
    font.draw_glyph(glyph, funcs, points)
    return points


def test_too_much_text_is_refused():
    box = TextBox(10, 10, 20, 10, Text("避難所はどこですか。", "ja"), 20)
    with pytest.raises(TextOverflow, match="20 pt needs"):
        render(box)


def test_a_hair_too_much_is_let_pass():
    text = Text("避難所", "ja")
    extent = TYPESETTER.measure(text, 20, 100)
    render(TextBox(0, 0, extent.width_mm - 0.03, extent.height_mm - 0.03, text, 20))
    with pytest.raises(TextOverflow):
        render(TextBox(0, 0, extent.width_mm - 0.2, extent.height_mm, text, 20))


@pytest.mark.parametrize("tag", ["ja", "my", "km", "ar", "ne", "vi"])
@pytest.mark.parametrize("align", list(Align))
def test_ink_lies_in_the_box(tag, align):
    text = Text(SAMPLES[tag], tag)
    size = TYPESETTER.largest_size_pt(text, 60, 30, maximum_pt=30, minimum_pt=6, bold=True)
    assert size is not None
    pdf = render(TextBox(10, 10, 60, 30, text, size, bold=True, align=align), width_mm=80, height_mm=50)
    left, top, right, bottom = ink_box_mm(pdf)
    assert left >= 9.7
    assert top >= 9.7
    assert right <= 70.3
    assert bottom <= 40.3


@pytest.mark.parametrize(
    ("align", "tag", "side"),
    [
        (Align.START, "en", "left"),
        (Align.END, "en", "right"),
        (Align.START, "ar", "right"),
        (Align.END, "ar", "left"),
        (Align.CENTER, "en", "middle"),
    ],
)
def test_alignment_follows_the_direction(align, tag, side):
    box = TextBox(10, 10, 80, 20, Text("Hi" if tag == "en" else "ماء", tag), 20, align=align)
    left, _, right, _ = ink_box_mm(render(box, width_mm=100, height_mm=40))
    middle = (left + right) / 2
    assert {"left": middle < 25, "right": middle > 75, "middle": 48 < middle < 52}[side]


@settings(max_examples=40, deadline=None)
@given(
    tag=st.sampled_from(list(LANGUAGES)),
    width_mm=st.floats(5, 200),
    height_mm=st.floats(5, 200),
    maximum_pt=st.floats(5, 96),
    bold=st.booleans(),
)
def test_whatever_fits_is_drawn(tag, width_mm, height_mm, maximum_pt, bold):
    text = Text(SAMPLES[tag], tag)
    size = TYPESETTER.largest_size_pt(text, width_mm, height_mm, maximum_pt=maximum_pt, minimum_pt=5, bold=bold)
    if size is not None:
        pdf = render(TextBox(1, 1, width_mm, height_mm, text, size, bold=bold))
        assert read_text(pdf) == SAMPLES[tag]


def test_valign_moves_the_block():
    box = TextBox(0, 0, 80, 60, Text("H", "en"), 20)
    tops = [ink_box_mm(render(replace(box, valign=valign), width_mm=80, height_mm=60))[1] for valign in Valign]
    assert tops[0] < 5
    assert 24 < tops[1] < 34
    assert tops[2] > 50


def test_many_pages_share_their_fonts():
    pages = tuple(Page(210, 297, (TextBox(10, 10, 100, 20, Text("避難所", "ja"), 20),)) for _ in range(50))
    pdf = render_pdf(Document("x", "ja", pages), TYPESETTER)
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) == 50
    assert len(pdf) < 40_000
    assert read_text(pdf, 49) == "避難所"
