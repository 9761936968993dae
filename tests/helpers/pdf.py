"""Reading a PDF back: its text as marked, its fonts, its ink."""

import re
from io import BytesIO

import pypdf

from disaster_support.printing import render_bitmap

_ACTUAL_TEXT = re.compile(rb"/ActualText\s*<([0-9A-Fa-f]*)>")


def read_lines(pdf: bytes, page: int = 0) -> list[str]:
    """Return the text of each line of a page, in the order drawn, as a viewer copies it."""
    contents = pypdf.PdfReader(BytesIO(pdf)).pages[page].get_contents()
    assert contents is not None
    return [bytes.fromhex(text.decode()).decode("utf-16") for text in _ACTUAL_TEXT.findall(contents.get_data())]


def read_text(pdf: bytes, page: int = 0) -> str:
    """Return the text of a page, lines joined as they were before they were wrapped."""
    return "".join(read_lines(pdf, page))


def read_fonts(pdf: bytes) -> dict[str, bytes]:
    """Return the font programs of the first page by the name that pages call them."""
    fonts = pypdf.PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    return {
        name: font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"].get_data()
        for name, font in fonts.items()
    }


def read_font_names(pdf: bytes) -> set[str]:
    """Return the names of the fonts of the first page without the tag of the subset."""
    fonts = pypdf.PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert all(re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) for name in names)
    return {name[8:] for name in names}


def ink_box_mm(pdf: bytes, page: int = 0, dpi: float = 144) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all that is not white on a page."""
    bitmap = render_bitmap(pdf, page, dpi)
    rows = []
    for y in range(bitmap.height):
        row = bitmap.data[y * bitmap.stride : y * bitmap.stride + 4 * bitmap.width]
        pixels = bytes(min(pixel) for pixel in zip(row[0::4], row[1::4], row[2::4], strict=True))
        rows.append(pixels)
    used = [y for y, pixels in enumerate(rows) if min(pixels) < 250]
    columns = [x for x, pixel in enumerate(map(min, zip(*[rows[y] for y in used], strict=True))) if pixel < 250]
    mm = 25.4 / dpi
    return columns[0] * mm, used[0] * mm, (columns[-1] + 1) * mm, (used[-1] + 1) * mm
