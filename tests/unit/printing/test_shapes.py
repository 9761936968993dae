"""Boxes, lines, pictograms, arrows, QR codes: looked at after they were drawn."""

import pytest
import zxingcpp
from PIL import Image

from disaster_support.documents.model import Arrow, Box, Direction, Document, Item, Line, Page, Pictogram, QrCode
from disaster_support.printing import (
    Typesetter,
    has_pictogram,
    page_sizes_pt,
    pictogram_svg,
    render_bitmap,
    render_pdf,
    render_png,
)
from disaster_support.printing.shapes import draw_arrow
from disaster_support.printing.svgpath import pdf_path
from tests.helpers.pdf import ink_box_mm

NEEDED = """
toilet human-male-female cup-water food medical-bag shower baby-face mosque smoking-off trash-can cellphone-charging
wifi paw exit-run bed information phone mother-nurse wheelchair-accessibility food-halal allergy peanut-off
human-baby-changing-table
"""


def render(*items: Item) -> bytes:
    return render_pdf(Document("x", "ja", (Page(50, 50, items),)), Typesetter({}))


@pytest.mark.parametrize(
    "item",
    [
        Box(10, 20, 30, 15, fill="#1a1a1a"),
        Box(10, 20, 30, 15, stroke="#000000", stroke_mm=0.05),
        Box(10, 20, 30, 15, fill="#000000", radius_mm=4),
        Box(10, 20, 30, 15, fill="#000000", radius_mm=40),
    ],
)
def test_a_box_stands_where_it_should(item):
    assert ink_box_mm(render(item)) == pytest.approx((10, 20, 40, 35), abs=0.3)


def test_a_line_has_its_width():
    assert ink_box_mm(render(Line(10, 20, 40, 20, width_mm=2))) == pytest.approx((10, 19, 40, 21), abs=0.3)
    assert ink_box_mm(render(Line(10, 20, 40, 20, width_mm=2, dashed=True)))[3] == pytest.approx(21, abs=0.3)


@pytest.mark.parametrize("direction", list(Direction))
def test_arrows_point_their_way_and_stay_in_their_square(direction):
    left, top, right, bottom = ink_box_mm(render(Arrow(10, 10, 30, direction)), dpi=100)
    assert min(left, top) >= 9.9
    assert max(right, bottom) <= 40.1
    tip = [
        float(number) for number in draw_arrow(Arrow(10, 10, 30, direction)).split(" rg ")[1].split(" m ")[0].split()
    ]
    across = {"left": -1, "right": 1}.get(direction.split("-")[-1], 0)
    down = {"up": -1, "down": 1}.get(direction.split("-")[0], 0)
    assert [sign(tip[0] - 25), sign(tip[1] - 25)] == [across, down]


def sign(number: float) -> int:
    return 0 if abs(number) < 0.01 else 1 if number > 0 else -1


@pytest.mark.parametrize("name", NEEDED.split())
def test_pictograms_fill_their_square(name):
    assert has_pictogram(name)
    left, top, right, bottom = ink_box_mm(render(Pictogram(10, 10, 30, name)), dpi=72)
    assert min(left, top) >= 9.6
    assert max(right, bottom) <= 40.4
    assert max(right - left, bottom - top) > 18


def test_unknown_pictograms_are_key_errors():
    assert not has_pictogram("no-such-thing")
    with pytest.raises(KeyError):
        pictogram_svg("no-such-thing")


def test_a_pictogram_for_the_screen_has_its_colour():
    assert b'fill="#0017c1"' in pictogram_svg("toilet", "#0017c1")


@pytest.mark.parametrize(
    ("path", "operators"),
    [
        ("M1 2l3 4h-1V0z", "1.000 2.000 m 4.000 6.000 l 3.000 6.000 l 3.000 0.000 l h"),
        ("m1,1 2,2", "1.000 1.000 m 3.000 3.000 l"),
        ("M0 0Q3 0 3 3", "0.000 0.000 m 2.000 0.000 3.000 1.000 3.000 3.000 c"),
        (
            "M0 0C0 1 1 2 2 2S4 1 4 0",
            "0.000 0.000 m 0.000 1.000 1.000 2.000 2.000 2.000 c 3.000 2.000 4.000 1.000 4.000 0.000 c",
        ),
        ("M0 0A0 5 0 0 1 3 4", "0.000 0.000 m 3.000 4.000 l"),
        ("M1 0a1 1 0 011 1", "1.000 0.000 m 1.552 0.000 2.000 0.448 2.000 1.000 c"),
    ],
)
def test_paths_become_operators(path, operators):
    assert pdf_path(path) == operators


@pytest.mark.parametrize("content", ["https://example.jp/避難所?lang=my", "A", "x" * 300])
def test_qr_codes_are_read_back(content):
    bitmap = render_bitmap(render(QrCode(0, 0, 50, content)), 0, 200)
    image = Image.frombytes("RGBA", (bitmap.width, bitmap.height), bitmap.data, "raw", "BGRA", bitmap.stride)
    assert [code.text for code in zxingcpp.read_barcodes(image.convert("L"))] == [content]


def test_a_page_becomes_a_png(tmp_path):
    pdf = render(Box(0, 0, 25, 50, fill="#ff0000"))
    path = tmp_path / "page.png"
    path.write_bytes(render_png(pdf, 0, 72))
    with Image.open(path) as image:
        assert image.size == (142, 142)
        assert image.getpixel((10, 10)) == (255, 0, 0)
        assert image.getpixel((130, 10)) == (255, 255, 255)
        assert image.info["dpi"] == pytest.approx((72, 72), abs=0.1)
    assert page_sizes_pt(pdf) == [pytest.approx((141.73, 141.73), abs=0.01)]
    with pytest.raises(IndexError):
        render_png(pdf, 1, 72)
