"""Runs of text shaped by HarfBuzz, and what is known of their glyphs.

Shaping knows no size: all lengths are thousandths of an em, which is what every bundled font counts in. What was
shaped is kept, so that the same words on two hundred pages are shaped once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import uharfbuzz as hb

from disaster_support.printing.fonts import open_font
from disaster_support.printing.itemizing import Item

# what fonts would show a box for: controls draw nothing, but those that part words are as spaces
_SHOWN_AS = dict.fromkeys((*range(32), *range(127, 160)), "\u200b") | dict.fromkeys((9, 11, 12, 0x2028, 0x2029), " ")


# One glyph as HarfBuzz placed it: its id, the offset in the paragraph of the text it stands for, its advance, and how
# far right and up of its place it is drawn. A bare tuple, for there are many.
Glyph = tuple[int, int, int, int, int]


Box = tuple[float, float, float, float]  # left, bottom, right, top: an `Ink` where there are many


class Ink(NamedTuple):
    """A rectangle around what is black, relative to the origin on the baseline; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


NO_INK = Ink(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True, eq=False)
class Run:
    """Shaped text of one font and direction. `glyphs` go from left to right, whatever the direction.

    It is not changed once made; `frozen` is left out since it would double the time to make one.
    """

    text: str
    start: int
    end: int
    level: int
    font: str
    bold: bool
    glyphs: tuple[Glyph, ...]
    advance: int
    ink: Ink
    infos: Sequence[Any] = ()  # HarfBuzz's own, of a whole run: asked only where a line may cut it
    boxes: Sequence[Box | None] = ()  # around each glyph of a whole run, relative to the run's origin


@lru_cache(maxsize=8192)
def shape(text: str, item: Item, bold: bool, language: str) -> Run:
    """Shape one item of a paragraph; what stands around it is seen, so that Arabic joins across fonts."""
    font = open_font(item.font, bold)
    buffer = hb.Buffer()
    buffer.add_str(text if text.isprintable() else text.translate(_SHOWN_AS), item.start, item.end - item.start)
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.language = language
    if item.script:
        buffer.script = item.script
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    infos = buffer.glyph_infos
    glyphs = tuple(
        [
            (info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(infos, buffer.glyph_positions, strict=True)
        ]
    )
    boxes = _boxes(glyphs, glyph_inks(item.font, bold))
    advance = sum([glyph[2] for glyph in glyphs])
    return Run(text, *item[:4], bold, glyphs, advance, join_ink(boxes), infos, boxes)


def cut(run: Run, start: int, end: int, language: str, script: str) -> Run:
    """Return the part of a run that stands on one line, shaped anew where the cut changes its glyphs."""
    start, end = max(start, run.start), min(end, run.end)
    if (start, end) == (run.start, run.end):
        return run
    item = Item(start, end, run.level, run.font, script)
    if not (_may_cut(run, start) and _may_cut(run, end)):
        return shape(run.text, item, run.bold, language)
    places = [place for place, glyph in enumerate(run.glyphs) if start <= glyph[1] < end]
    part = slice(places[0], places[-1] + 1)
    glyphs = run.glyphs[part]
    x = sum([glyph[2] for glyph in run.glyphs[: part.start]])
    left, bottom, right, top = join_ink(run.boxes[part])
    ink = Ink(left - x, bottom, right - x, top) if right > left else NO_INK
    return Run(run.text, *item[:4], run.bold, glyphs, sum([glyph[2] for glyph in glyphs]), ink)


@lru_cache(maxsize=8192)
def _may_cut(run: Run, offset: int) -> bool:
    """Return whether the glyphs on both sides of an offset would be the same if shaped apart."""
    if offset in (run.start, run.end):
        return True
    flags = [info.flags for glyph, info in zip(run.glyphs, run.infos, strict=True) if glyph[1] == offset]
    return bool(flags) and not any(flag & hb.GlyphFlags.UNSAFE_TO_BREAK for flag in flags)


def cluster_texts(run: Run) -> list[str]:
    """Return, for each glyph from left to right, the text it stands for: the first of a cluster takes all of it."""
    clusters = [glyph[1] for glyph in run.glyphs]
    starts = sorted(set(clusters))
    if clusters == starts:
        return [run.text[start:end] for start, end in pairwise((*starts, run.end))]
    ends = dict(zip(starts, [*starts[1:], run.end], strict=True))
    texts = []
    for glyph in run.glyphs:
        end = ends.pop(glyph[1], None)
        texts.append("" if end is None else run.text[glyph[1] : end])
    return texts


class _Inks(dict[int, Ink | None]):
    """The rectangles around the glyphs of a font, asked of it when first needed."""

    def __init__(self, font: str, bold: bool) -> None:
        super().__init__()
        self.font = open_font(font, bold)

    def __missing__(self, glyph_id: int) -> Ink | None:
        extents = self.font.get_glyph_extents(glyph_id)
        ink = None
        if extents is not None and extents.width and extents.height:
            left, top = extents.x_bearing, extents.y_bearing
            ink = Ink(left, top + extents.height, left + extents.width, top)
        self[glyph_id] = ink
        return ink


@cache
def glyph_inks(font: str, bold: bool) -> Mapping[int, Ink | None]:
    """Return the rectangle around each glyph of a font by its id; None for a glyph that draws nothing."""
    return _Inks(font, bold)


def join_ink(inks: Iterable[Box | None]) -> Ink:
    """Return the rectangle around several (left, bottom, right, top); none at all gives an empty one at the origin."""
    black = [ink for ink in inks if ink]
    if not black:
        return NO_INK
    lefts, bottoms, rights, tops = zip(*black, strict=True)
    return Ink(min(lefts), min(bottoms), max(rights), max(tops))


def _boxes(glyphs: Sequence[Glyph], inks: Mapping[int, Ink | None]) -> list[Box | None]:
    """Return the rectangle around each glyph where it stands in its run."""
    boxes: list[Box | None] = []
    x = 0
    for glyph_id, _, advance, x_offset, y_offset in glyphs:
        box: Box | None = inks[glyph_id]
        if box:
            left, bottom, right, top = box
            origin = x + x_offset
            box = origin + left, y_offset + bottom, origin + right, y_offset + top
        boxes.append(box)
        x += advance
    return boxes
