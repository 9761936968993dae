"""The mark on every page that is printed in drill mode, so that nobody takes it for the real thing."""

from dataclasses import replace

from disaster_support.documents.model import Align, Box, Document, Item, Page, Text, TextBox, Valign

WORDS = "訓練 DRILL"
_COLOR, _ON_COLOR = "#8c1aa6", "#ffffff"
_WIDTH_MM, _HEIGHT_MM, _TOP_MM, _SIZE_PT = 34.0, 5.4, 1.0, 10.0


def stamp_practice(document: Document) -> Document:
    """Return the document with the mark in the upper margin of each page."""
    return replace(document, pages=tuple(map(_stamp, document.pages)))


def _stamp(page: Page) -> Page:
    x = (page.width_mm - _WIDTH_MM) / 2
    marks: tuple[Item, ...] = (
        Box(x, _TOP_MM, _WIDTH_MM, _HEIGHT_MM, _COLOR, radius_mm=1.0),
        TextBox(
            x_mm=x,
            y_mm=_TOP_MM,
            width_mm=_WIDTH_MM,
            height_mm=_HEIGHT_MM,
            text=Text(WORDS, "ja"),
            size_pt=_SIZE_PT,
            bold=True,
            color=_ON_COLOR,
            align=Align.CENTER,
            valign=Valign.MIDDLE,
        ),
    )
    return replace(page, items=(*page.items, *marks))
