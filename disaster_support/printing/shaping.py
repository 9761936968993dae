"""Runs of text shaped by HarfBuzz, and what is known of their glyphs.

Shaping knows no size: all lengths are thousandths of an em, which is what every bundled font counts in. What was
shaped is kept, so that the same words on two hundred pages are shaped once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

import uharfbuzz as hb

from disaster_support.printing.fonts import open_font
from disaster_support.printing.itemizing import Item

# what fonts would show a box for: controls draw nothing, but those that part words are as spaces
_SHOWN_AS = dict.fromkeys((*range(32), *range(127, 160)), "\u200b") | dict.fromkeys((9, 11, 12, 0x2028, 0x2029), " ")


# One glyph as HarfBuzz placed it: its id, the offset in the paragraph of the text it stands for, its advance, and how
# far right and up of its place it is drawn. A bare tuple, for there are many.
Glyph = tuple[int, int, int, int, int]
_CLUSTER = itemgetter(1)


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
    lefts: Sequence[int] = ()  # where each glyph of a whole run begins, and where the last ends


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
    glyphs, boxes, lefts = _place(infos, buffer.glyph_positions, glyph_inks(item.font, bold))
    return Run(text, *item[:4], bold, glyphs, lefts[-1], join_ink(boxes), infos, boxes, lefts)


def _place(
    infos: Sequence[Any], positions: Sequence[Any], inks: Mapping[int, Ink | None]
) -> tuple[tuple[Glyph, ...], list[Box | None], list[int]]:
    """Return glyphs, the boxes around them and where each begins, with the end of the last: in one go, as it is hot."""
    glyphs: list[Glyph] = []
    boxes: list[Box | None] = []
    lefts = [0]
    x = 0
    for info, position in zip(infos, positions, strict=True):
        dx, dy, advance, _ = position.position
        glyph_id = info.codepoint
        glyphs.append((glyph_id, info.cluster, advance, dx, dy))
        if ink := inks[glyph_id]:
            left, bottom, right, top = ink
            boxes.append((x + dx + left, dy + bottom, x + dx + right, dy + top))
        else:
            boxes.append(None)
        x += advance
        lefts.append(x)
    return tuple(glyphs), boxes, lefts


def cut(run: Run, start: int, end: int, language: str, script: str) -> Run:
    """Return the part of a run that stands on one line, shaped anew where the cut changes its glyphs."""
    start, end = max(start, run.start), min(end, run.end)
    if (start, end) == (run.start, run.end):
        return run
    item = Item(start, end, run.level, run.font, script)
    if not (_may_cut(run, start) and _may_cut(run, end)):
        return shape(run.text, item, run.bold, language)
    part = _glyphs_of(run, start, end)
    x = run.lefts[part.start]
    left, bottom, right, top = join_ink(run.boxes[part])
    ink = Ink(left - x, bottom, right - x, top) if right > left else NO_INK
    return Run(run.text, *item[:4], run.bold, run.glyphs[part], run.lefts[part.stop] - x, ink)


@lru_cache(maxsize=8192)
def _may_cut(run: Run, offset: int) -> bool:
    """Return whether the glyphs on both sides of an offset would be the same if shaped apart."""
    if offset in (run.start, run.end):
        return True
    flags = [info.flags for info in run.infos[_glyphs_of(run, offset, offset + 1)]]
    return bool(flags) and not any(flag & hb.GlyphFlags.UNSAFE_TO_BREAK for flag in flags)


def _glyphs_of(run: Run, start: int, end: int) -> slice:
    """Return which glyphs stand for a stretch of the text; from right to left they come in the reverse order."""
    if run.level % 2:
        return slice(
            bisect_right(run.glyphs, -end, key=lambda glyph: -glyph[1]),
            bisect_right(run.glyphs, -start, key=lambda glyph: -glyph[1]),
        )
    return slice(bisect_left(run.glyphs, start, key=_CLUSTER), bisect_left(run.glyphs, end, key=_CLUSTER))


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
