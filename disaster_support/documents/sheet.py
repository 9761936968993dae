"""What every printed sheet has: margins, and a footer for staff with the mark of unreviewed texts."""

from collections.abc import Iterator, Sequence

from disaster_support.content.model import Phrase
from disaster_support.documents.areas import Area
from disaster_support.documents.model import Align, Item, Line, Pictogram, Text, Valign
from disaster_support.documents.paper import A4, Paper

GREY = "#666666"
HAIRLINE = "#949494"
SURFACE = "#f2f2f2"
UNREVIEWED_MARK = "rhombus-outline"
"""The pictogram beside a text that no person has checked, on paper and on the screen.

Neither a circle nor a cross: in Japan they say right and wrong.
"""
UNREVIEWED = "未確認の翻訳 / unreviewed translation"
WITHOUT_MARKS = "未確認の印を外して印刷 / marks of unreviewed texts left off"
_MARGIN_MM, _FOOTER_MM, _FOOTER_GAP_MM = 12.0, 5.0, 2.0
_FOOTER_PT = 8.0
MARK_MM = 2.6
"""The size of the mark on A4: seen beside the language's name by whoever knows it, and no part of the text."""
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


def build_footer(paper: Paper, facts: Sequence[str], *, is_unreviewed: bool, marks: bool = True) -> Iterator[Item]:
    """Give what staff look for: facts such as id and date at the end; at the start what the mark on the sheet means.

    Where unreviewed texts stand on a sheet without marks, it says that instead: nobody leaves them off in silence.
    """
    body = body_of(paper)
    scale = body.scale
    y = body.y_mm + body.height_mm + _FOOTER_GAP_MM * scale
    area = Area(body.x_mm, y, body.width_mm, _FOOTER_MM * scale, scale)
    yield Line(area.x_mm, y, area.x_mm + area.width_mm, y, HAIRLINE, 0.2 * scale)
    left, right = area.cut_left(area.width_mm * 0.5)
    said = Text("  ·  ".join(fact for fact in facts if fact), "en")
    yield right.text(said, _FOOTER_PT * scale, color=GREY, align=Align.END, valign=Valign.MIDDLE)
    if not is_unreviewed:
        return
    if marks:
        mark, left = left.cut_left(MARK_MM * scale, 1.0 * scale)
        yield build_mark(mark)
    words = Text(UNREVIEWED if marks else WITHOUT_MARKS, "ja")
    yield left.text(words, _FOOTER_PT * scale, color=GREY, valign=Valign.MIDDLE)


def build_mark(area: Area) -> Pictogram:
    """Return the mark of an unreviewed text, as wide as the area, in the middle of its height."""
    side = area.width_mm
    return Pictogram(area.x_mm, area.y_mm + (area.height_mm - side) / 2, side, UNREVIEWED_MARK, GREY)


def text_of(phrase: Phrase, tag: str) -> Text:
    """Return a phrase of the library as a text in its language."""
    return Text(phrase.text, tag, phrase.ruby)
