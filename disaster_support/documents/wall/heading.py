"""The upper part of a sign: emblem and Japanese, the arrow, the room, and the rule in the colour of its kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.content.model import Category
from disaster_support.documents.areas import Area
from disaster_support.documents.colors import SAFETY_COLORS
from disaster_support.documents.fitting import LADDER_PT, fit_text, in_sentences
from disaster_support.documents.model import (
    INK,
    Align,
    Arrow,
    Box,
    Direction,
    Item,
    Text,
    TextBox,
    TextMeasurer,
    Valign,
)
from disaster_support.documents.typed import fit_free, typed
from disaster_support.documents.wall.emblem import build_emblem, has_emblem

_LEFTWARDS = (Direction.LEFT, Direction.UP_LEFT, Direction.DOWN_LEFT)
ROOM_STRIP_MM = 44.0  # on A4, with the gap above it: what a room adds to a heading
_STRIP_GAP_MM = 5.0
_JAPANESE_MAX_PT = 200.0  # on A4
_A_LINE_EACH = 0.85  # how much smaller the type may be for a line to each clause
_WORTH_IT = 1.2  # how much larger it must be for a smaller emblem beside it, or one above it
_EMBLEM_SHARES = 0.36, 0.26  # of the width
_SMALL_EMBLEM = 0.16  # beside a text of several lines, which needs the room


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says."""

    japanese: Text
    category: Category
    pictogram: str
    arrow: Direction | None
    room: str


def build_heading(measurer: TextMeasurer, heading: Heading, area: Area) -> tuple[Item, ...]:
    """Return the items of a heading that fills an area; the rule is its lower edge."""
    return tuple(_heading(measurer, heading, area))


def japanese_pt(measurer: TextMeasurer, heading: Heading, area: Area) -> float:
    """Return the size that the Japanese has in a heading that fills an area."""
    items = build_heading(measurer, heading, area)
    return next(item.size_pt for item in reversed(items) if isinstance(item, TextBox))  # the title comes last


def _heading(measurer: TextMeasurer, heading: Heading, area: Area) -> Iterator[Item]:
    rule, area = area.cut_bottom(3.0 * area.scale, 4.0 * area.scale)
    edge = INK if heading.category is Category.DANGER else None  # yellow alone would be lost in a grey copy
    yield Box(
        rule.x_mm,
        rule.y_mm,
        rule.width_mm,
        rule.height_mm,
        SAFETY_COLORS[heading.category].color,
        edge,
        0.3 * area.scale,
    )
    if heading.room:
        strip, area = area.cut_bottom((ROOM_STRIP_MM - _STRIP_GAP_MM) * area.scale, _STRIP_GAP_MM * area.scale)
        yield from _strip(measurer, heading.room, heading.arrow, strip)
    elif heading.arrow:
        size = min(area.height_mm, area.width_mm * 0.3)
        cut = area.cut_left if heading.arrow in _LEFTWARDS else area.cut_right
        place, area = cut(size, 6.0 * area.scale)
        yield _arrow(heading.arrow, place)
    yield from _title(measurer, heading, area)


def _strip(measurer: TextMeasurer, room: str, arrow: Direction | None, area: Area) -> Iterator[Item]:
    """Give the frame with the room's name, and the arrow on the side to which it points."""
    yield Box(
        area.x_mm,
        area.y_mm,
        area.width_mm,
        area.height_mm,
        stroke=INK,
        stroke_mm=1.2 * area.scale,
        radius_mm=3.0 * area.scale,
    )
    area = area.inset(2.5 * area.scale)
    if arrow:
        cut = area.cut_left if arrow in _LEFTWARDS else area.cut_right
        place, area = cut(area.height_mm, 4.0 * area.scale)
        yield _arrow(arrow, place)
    text, size = fit_free(measurer, typed(room), area.width_mm, area.height_mm, maximum_pt=120 * area.scale, bold=True)
    yield area.text(text, size, bold=True, align=Align.CENTER, valign=Valign.MIDDLE)


def _arrow(direction: Direction, area: Area) -> Arrow:
    size = min(area.width_mm, area.height_mm)
    x = area.x_mm + (area.width_mm - size) / 2
    return Arrow(x, area.y_mm + (area.height_mm - size) / 2, size, direction)


@dataclass(frozen=True, slots=True)
class _Title:
    """Where the emblem and the Japanese stand, and how large the Japanese is."""

    emblem: Area | None
    place: Area
    align: Align
    text: Text
    size_pt: float


def _title(measurer: TextMeasurer, heading: Heading, area: Area) -> Iterator[Item]:
    """Give the emblem and the Japanese, side by side or one above the other: where the type becomes larger."""
    title = _arrange(measurer, heading, area)
    if title.emblem:
        side = min(title.emblem.width_mm, title.emblem.height_mm)
        x = title.emblem.x_mm + (title.emblem.width_mm - side) / 2
        y = title.emblem.y_mm + (title.emblem.height_mm - side) / 2
        yield from build_emblem(heading.category, heading.pictogram, x, y, side)
    yield title.place.text(title.text, title.size_pt, bold=True, align=title.align, valign=Valign.MIDDLE)


def _arrange(measurer: TextMeasurer, heading: Heading, area: Area) -> _Title:
    if not has_emblem(heading.category, heading.pictogram):
        return _Title(None, area, Align.START, *_fit_japanese(measurer, heading.japanese, area))
    gap = 7.0 * area.scale
    shares = (*_EMBLEM_SHARES, _SMALL_EMBLEM) if "\n" in heading.japanese.string else _EMBLEM_SHARES
    beside = [(area.cut_left(min(area.height_mm, area.width_mm * share), gap), Align.START) for share in shares]
    above = area.cut_top(area.height_mm * 0.55, gap * 0.7), Align.CENTER
    best, *others = (
        _Title(emblem, place, align, *_fit_japanese(measurer, heading.japanese, place))
        for (emblem, place), align in (*beside, above)
    )
    if area.height_mm > area.width_mm:
        return others[-1]
    for other in others:
        best = other if other.size_pt > best.size_pt * _WORTH_IT else best
    return best


def _fit_japanese(measurer: TextMeasurer, text: Text, area: Area) -> tuple[Text, float]:
    """Return the text and its size: a line for each clause where that costs little."""
    size = _largest(measurer, text, area)
    if (broken := in_sentences(text)) and (size_broken := _largest(measurer, broken, area)) >= size * _A_LINE_EACH:
        return broken, size_broken
    return text, size


def _largest(measurer: TextMeasurer, text: Text, area: Area) -> float:
    maximum = _JAPANESE_MAX_PT * area.scale
    size = fit_text(measurer, text, area.width_mm, area.height_mm, minimum_pt=4.0, maximum_pt=maximum, bold=True)
    return size or LADDER_PT[0]
