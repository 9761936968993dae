"""Charts of the report, drawn line by line so that they flow over pages; each figure stands beside its bar in words.

Shades differ in lightness, so that they can be told apart in black and white too.
"""

from collections.abc import Iterator, Sequence

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import draw_cell, fit_line, settle
from disaster_support.documents.colors import WHITE
from disaster_support.documents.model import INK, Align, Box, Item, Text, TextMeasurer, Valign
from disaster_support.documents.paper import A4
from disaster_support.documents.report import Drawing
from disaster_support.documents.sheet import GREY, HAIRLINE, SURFACE, body_of
from disaster_support.features.drills.model import Rating
from disaster_support.features.drills.paper.subject import tell
from disaster_support.i18n import gettext as _

SHADES = ("#0017c1", "#8b9ee8", "#e6e6e6")
_LINE_MM, _BAR_MM, _LABEL_SHARE, _FIGURES_MM, _GAP_MM = 6.0, 4.2, 0.36, 26.0, 2.0
_LEAST_BAR_MM, _STROKE_MM, _BETWEEN_MM, _MOST_TOGETHER_MM = 0.4, 0.2, 1.4, 120.0
_LABEL_PT, _FIGURE_PT = 9.5, 10.0
_TILES, _TILE_MM, _TILE_PT, _TILE_LABEL_PT = 6, 17.0, 22.0, 9.0
_CELL_MM = 7.0


def draw_bars(bars: Sequence[tuple[Text, int]], measurer: TextMeasurer) -> list[Drawing]:
    """Return a bar for each label and count; the longest fills the width."""
    most = max((count for _label, count in bars), default=0)
    return keep_together([_stacked_bar(label, (count,), most, measurer) for label, count in bars])


def draw_stacked_bars(
    bars: Sequence[tuple[Text, Sequence[int]]], words: Sequence[Text], measurer: TextMeasurer
) -> list[Drawing]:
    """Return a legend, and a bar in up to three shades for each label; its figures stand in the legend's order."""
    most = max((sum(counts) for _label, counts in bars), default=0)
    lines = (_stacked_bar(label, counts, most, measurer) for label, counts in bars)
    return keep_together([_legend(words, measurer), *lines])


def keep_together(lines: Sequence[Drawing]) -> list[Drawing]:
    """Return lines as one drawing that no page divides; where that were too high, as they are."""
    height = sum(line.height_mm + _BETWEEN_MM for line in lines)
    if not lines or height > _MOST_TOGETHER_MM:
        return list(lines)

    def draw(area: Area) -> Iterator[Item]:
        for line in lines:
            place, area = area.cut_top(line.height_mm, _BETWEEN_MM)
            yield from line.draw(place)

    return [Drawing(height, draw)]


def draw_tiles(figures: Sequence[tuple[str, str]], measurer: TextMeasurer) -> Drawing:
    """Return large figures side by side, each above what it counts."""

    def draw(area: Area) -> Iterator[Item]:
        width = (area.width_mm - _GAP_MM * (_TILES - 1)) / _TILES
        for figure, label in figures:
            tile, area = area.cut_left(width, _GAP_MM)
            yield Box(tile.x_mm, tile.y_mm, tile.width_mm, tile.height_mm, SURFACE, radius_mm=1.5)
            below, above = tile.inset(1.2).cut_bottom(5.2)
            yield fit_line(measurer, tell(label), below, _TILE_LABEL_PT, align=Align.CENTER)
            yield fit_line(measurer, tell(figure), above, _TILE_PT, bold=True, align=Align.CENTER)

    return Drawing(_TILE_MM, draw)


def draw_ratings(ratings: Sequence[tuple[Text, Rating | None]], measurer: TextMeasurer) -> list[Drawing]:
    """Return the four steps of the scale for each label, the one that was reached filled."""
    return keep_together([_rating(label, rating, measurer) for label, rating in ratings])


def _rating(label: Text, rating: Rating | None, measurer: TextMeasurer) -> Drawing:
    def draw(area: Area) -> Iterator[Item]:
        words, area = area.cut_left(area.width_mm * _LABEL_SHARE, _GAP_MM)
        yield fit_line(measurer, label, words, _LABEL_PT)
        for step in Rating:
            one, area = area.cut_left(_CELL_MM * 2, 1.0)
            is_reached = step is rating
            fill, color = (SHADES[0], WHITE) if is_reached else (None, GREY)
            yield Box(one.x_mm, one.y_mm, one.width_mm, one.height_mm, fill, HAIRLINE, _STROKE_MM)
            yield fit_line(
                measurer, tell(step.value), one, _FIGURE_PT, bold=is_reached, color=color, align=Align.CENTER
            )
        if rating is None:
            yield fit_line(measurer, tell(_("Not rated")), area.cut_left(_GAP_MM)[1], _LABEL_PT, color=GREY)

    return Drawing(_CELL_MM, draw)


def _stacked_bar(label: Text, counts: Sequence[int], most: int, measurer: TextMeasurer) -> Drawing:
    said = settle(measurer, label, body_of(A4).width_mm * _LABEL_SHARE, _LABEL_PT)

    def draw(area: Area) -> Iterator[Item]:
        words, area = area.cut_left(area.width_mm * _LABEL_SHARE, _GAP_MM)
        yield draw_cell(said, words, valign=Valign.MIDDLE)
        figures, bar = area.cut_right(_FIGURES_MM, _GAP_MM)
        x, y = bar.x_mm, bar.y_mm + (bar.height_mm - _BAR_MM) / 2
        for count, shade in zip(counts, SHADES, strict=False):
            width = max(_LEAST_BAR_MM, bar.width_mm * count / most) if count else 0.0
            if width:
                yield Box(x, y, width, _BAR_MM, shade, HAIRLINE, _STROKE_MM)
            x += width
        yield fit_line(measurer, tell(" · ".join(map(str, counts))), figures, _FIGURE_PT, bold=len(counts) == 1)

    return Drawing(max(_LINE_MM, said.height_mm + 1.0), draw)


def _legend(words: Sequence[Text], measurer: TextMeasurer) -> Drawing:
    def draw(area: Area) -> Iterator[Item]:
        area = area.cut_left(area.width_mm * _LABEL_SHARE, _GAP_MM)[1]
        width = area.width_mm / len(words)
        for word, shade in zip(words, SHADES, strict=False):
            one, area = area.cut_left(width)
            key, said = one.cut_left(_BAR_MM, 1.2)
            yield Box(key.x_mm, key.y_mm + (key.height_mm - _BAR_MM) / 2, _BAR_MM, _BAR_MM, shade, HAIRLINE, _STROKE_MM)
            yield fit_line(measurer, word, said.cut_right(1.0)[1], _LABEL_PT, color=INK)

    return Drawing(_LINE_MM, draw)
