"""Room to write by hand: labels with a line each, and framed fields."""

from collections.abc import Iterator, Sequence

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Box, Item, Text, TextMeasurer, Valign
from disaster_support.documents.report import Drawing, draw_rule
from disaster_support.documents.sheet import GREY, HAIRLINE
from disaster_support.features.drills.paper.subject import tell

LABEL_PT = 9.0
TICK = Value(pictograms=("checkbox-blank-outline",))
"""A cell with a box to tick."""

_LINE_MM, _BELOW_MM, _GAP_MM, _LABEL_SHARE = 9.0, 2.0, 5.0, 0.3
_LABEL_MM = 4.5


def lines_to_write(labels: Sequence[str], measurer: TextMeasurer) -> Drawing:
    """Return a row of labels, each before a line to write on."""

    def draw(area: Area) -> Iterator[Item]:
        area = area.cut_bottom(_BELOW_MM)[1]
        width = (area.width_mm - _GAP_MM * (len(labels) - 1)) / len(labels)
        for label in labels:
            one, area = area.cut_left(width, _GAP_MM)
            before, line = one.cut_left(width * _LABEL_SHARE, 1.5)
            words = tell(label)
            yield fit_line(measurer, words, before, LABEL_PT, color=GREY, align=Align.END, valign=Valign.BOTTOM)
            yield draw_rule(line)

    return Drawing(_LINE_MM + _BELOW_MM, draw)


def frame_to_write(label: str, height_mm: float, measurer: TextMeasurer) -> Drawing:
    """Return a frame with a small label at its top."""
    return Drawing(height_mm, lambda area: draw_frame(area, tell(label), measurer))


def draw_frame(area: Area, label: Text, measurer: TextMeasurer) -> Iterator[Item]:
    """Give a frame with a small label at its top."""
    yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, stroke=HAIRLINE, stroke_mm=0.25)
    top = area.inset(1.2).cut_top(_LABEL_MM)[0]
    yield fit_line(measurer, label, top, LABEL_PT, color=GREY, valign=Valign.TOP)
