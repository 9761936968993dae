"""What every printed sheet has: margins, and a footer for staff with the mark of unreviewed texts."""

from collections.abc import Iterator, Sequence

from disaster_support.content.model import Phrase
from disaster_support.documents.areas import Area
from disaster_support.documents.model import Align, Box, Item, Line, Text, Valign
from disaster_support.documents.paper import A4, Paper

GREY = "#666666"
HAIRLINE = "#949494"
SURFACE = "#f2f2f2"
UNREVIEWED = "未確認の翻訳 / unreviewed translation"
_MARGIN_MM, _FOOTER_MM, _FOOTER_GAP_MM = 12.0, 5.0, 2.0
_FOOTER_PT = 8.0
_LEAST_MARGIN_MM = 7.0  # of a sheet smaller than A5, which is cut from a larger one


def scale_of(paper: Paper) -> float:
    """Return the size of a sheet relative to A4."""
    return min(paper.width_mm, paper.height_mm) / A4.width_mm


def body_of(paper: Paper) -> Area:
    """Return the sheet within its margins, above the footer. Larger sheets have the margins of A4."""
    margin = max(_LEAST_MARGIN_MM, min(_MARGIN_MM, _MARGIN_MM * scale_of(paper)))
    scale = scale_of(paper)
    sheet = Area(0.0, 0.0, paper.width_mm, paper.height_mm, scale).inset(margin)
    return sheet.cut_bottom(_FOOTER_MM * scale, _FOOTER_GAP_MM * scale)[1]


def build_footer(paper: Paper, facts: Sequence[str], *, is_unreviewed: bool) -> Iterator[Item]:
    """Give what staff look for: facts such as id and date at the end; at the start what the ring means."""
    body = body_of(paper)
    scale = body.scale
    y = body.y_mm + body.height_mm + _FOOTER_GAP_MM * scale
    area = Area(body.x_mm, y, body.width_mm, _FOOTER_MM * scale, scale)
    yield Line(area.x_mm, y, area.x_mm + area.width_mm, y, HAIRLINE, 0.2 * scale)
    left, right = area.cut_left(area.width_mm * 0.5)
    said = Text("  ·  ".join(fact for fact in facts if fact), "en")
    yield right.text(said, _FOOTER_PT * scale, color=GREY, align=Align.END, valign=Valign.MIDDLE)
    if is_unreviewed:
        size = 2.0 * scale
        yield build_ring(left.x_mm, left.y_mm + (left.height_mm - size) / 2, size)
        _, left = left.cut_left(size, 1.2 * scale)
        yield left.text(Text(UNREVIEWED, "ja"), _FOOTER_PT * scale, color=GREY, valign=Valign.MIDDLE)


def build_ring(x_mm: float, y_mm: float, size_mm: float) -> Box:
    """Return the mark of a text that no person has checked: staff know it, nobody is disturbed by it."""
    stroke = size_mm / 8
    inner = size_mm - stroke
    return Box(x_mm + stroke / 2, y_mm + stroke / 2, inner, inner, stroke=GREY, stroke_mm=stroke, radius_mm=inner / 2)


def text_of(phrase: Phrase, tag: str) -> Text:
    """Return a phrase of the library as a text in its language."""
    return Text(phrase.text, tag, phrase.ruby)
