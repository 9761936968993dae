"""Runs of text shaped by HarfBuzz, and what is known of their glyphs.

Shaping knows no size: all lengths are thousandths of an em, which is what every bundled font counts in. What was
shaped is kept, so that the same words on two hundred pages are shaped once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import uharfbuzz as hb

from disaster_support.printing.fonts import open_font
from disaster_support.printing.itemizing import Item

# what fonts would show a box for: controls draw nothing, but those that part words are as spaces
_SHOWN_AS = dict.fromkeys((*range(32), *range(127, 160)), "\u200b") | dict.fromkeys((9, 11, 12, 0x2028, 0x2029), " ")


# One glyph as HarfBuzz placed it: its id, the offset in the paragraph of the text it stands for, its advance, and how
# far right and up of its place it is drawn. A bare tuple, for there are many.
Glyph = tuple[int, int, int, int, int]


class Ink(NamedTuple):
    """A rectangle around what is black, relative to the origin on the baseline; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


NO_INK = Ink(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Shaped text of one font and direction. `glyphs` go from left to right, whatever the direction."""

    text: str
    start: int
    end: int
    level: int
    font: str
    bold: bool
    glyphs: tuple[Glyph, ...]
    advance: int
    ink: Ink
    infos: tuple[Any, ...]  # HarfBuzz's own, asked only where a line may cut the run


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
    infos = tuple(buffer.glyph_infos)
    glyphs = tuple(
        [
            (info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(infos, buffer.glyph_positions, strict=True)
        ]
    )
    return _run(text, item, bold, glyphs, infos)


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
    return _run(run.text, item, run.bold, run.glyphs[part], run.infos[part])


def _may_cut(run: Run, offset: int) -> bool:
    """Return whether the glyphs on both sides of an offset would be the same if shaped apart."""
    if offset in (run.start, run.end):
        return True
    flags = [info.flags for glyph, info in zip(run.glyphs, run.infos, strict=True) if glyph[1] == offset]
    return bool(flags) and not any(flag & hb.GlyphFlags.UNSAFE_TO_BREAK for flag in flags)


def cluster_texts(run: Run) -> Iterator[str]:
    """Yield, for each glyph from left to right, the text it stands for: the first of a cluster takes all of it."""
    starts = sorted({glyph[1] for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], run.end], strict=True))
    for glyph in run.glyphs:
        end = ends.pop(glyph[1], None)
        yield "" if end is None else run.text[glyph[1] : end]


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


def join_ink(inks: Sequence[tuple[float, float, float, float]]) -> Ink:
    """Return the rectangle around several (left, bottom, right, top); none at all gives an empty one at the origin."""
    if not inks:
        return NO_INK
    lefts, bottoms, rights, tops = zip(*inks, strict=True)
    return Ink(min(lefts), min(bottoms), max(rights), max(tops))


def _run(text: str, item: Item, bold: bool, glyphs: tuple[Glyph, ...], infos: tuple[Any, ...]) -> Run:
    """Put a run together with its width and the rectangle around its ink."""
    inks = glyph_inks(item.font, bold)
    x = 0
    found = []
    for glyph_id, _, advance, x_offset, y_offset in glyphs:
        if ink := inks[glyph_id]:
            left, bottom, right, top = ink
            dx = x + x_offset
            found.append((dx + left, y_offset + bottom, dx + right, y_offset + top))
        x += advance
    return Run(text, item.start, item.end, item.level, item.font, bold, glyphs, x, join_ink(found), infos)
