"""A paragraph made ready for wrapping: shaped once, with its readings, widths summed up, and the places to break.

Lengths are thousandths of an em of the base text; readings are set at half size.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from disaster_support.content.model import Language
from disaster_support.printing.breaking import breaks_outside, line_breaks
from disaster_support.printing.itemizing import itemize
from disaster_support.printing.shaping import Run, shape
from disaster_support.ruby import Ruby

RUBY_SCALE = 0.5

# How far a reading reaches over kana and punctuation beside its base, which have none of their own. At a line's start,
# where nothing is before it, it is moved by as much, so two readings about one kana still do not meet.
# Source: W3C, Requirements for Japanese Text Layout, 3.3.8 (ruby hangs over kana by up to its own em, here 500).
_OVERHANG = 300.0
_HANGS_OVER = re.compile(r"[ぁ-ん、。・」）〉：（〈「]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading shaped, and the room that it and its base take together."""

    start: int
    end: int
    runs: tuple[Run, ...]
    advance: float
    before: float  # what is missing beside the base where the reading is wider than base and overhang
    after: float


@dataclass(frozen=True, eq=False)
class Paragraph:
    """Shaped text without line feeds. Where it may break is asked for only where it does not fit one line."""

    text: str
    language: Language
    bold: bool
    runs: tuple[Run, ...]
    scripts: tuple[str, ...]  # of each run
    readings: tuple[Reading, ...]
    sums: tuple[float, ...]  # sums[i]: width of everything before offset i

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where a line may begin."""
        spans = [(reading.start, reading.end) for reading in self.readings]
        return breaks_outside(line_breaks(self.text, self.language.line_break), spans)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where the line before each break ends, its spaces left off."""
        return tuple([len(self.text[:offset].rstrip()) for offset in self.breaks])

    @cached_property
    def reach(self) -> tuple[float, ...]:
        """The sums at `ends`."""
        return tuple([self.sums[end] for end in self.ends])

    @property
    def rtl(self) -> bool:
        """Whether the paragraph runs from right to left."""
        return self.language.direction == "rtl"

    def next_break(self, start: int, width: float) -> int:
        """Return the index in `breaks` of the last break that keeps a line from `start` within a width.

        At least one piece is always taken, however wide.
        """
        first = bisect_right(self.breaks, start)
        last = bisect_right(self.reach, self.sums[start] + width, first) - 1
        return max(first, last)


def prepare(text: str, ruby: Sequence[Ruby], language: Language, bold: bool) -> Paragraph:
    """Shape a paragraph and find where it may break."""
    spans = [(reading.start, reading.end) for reading in ruby]
    base_level = 1 if language.direction == "rtl" else 0
    items = itemize(text, language.font, base_level, [edge for span in spans for edge in span])
    runs = tuple(shape(text, item, bold, language.tag) for item in items)
    widths = _widths(text, runs)
    readings = tuple(_reading(text, reading, widths, language, bold) for reading in ruby)
    for reading in readings:
        widths[reading.start] += reading.before
        widths[reading.end - 1] += reading.after
    sums = (0.0, *accumulate(widths))
    scripts = tuple(item.script for item in items)
    return Paragraph(text, language, bold, runs, scripts, readings, sums)


def _widths(text: str, runs: Sequence[Run]) -> list[float]:
    """Return the width that begins at each offset; a cluster's whole width stands at its first character."""
    widths = [0.0] * len(text)
    for run in runs:
        for _, start, advance, _, _ in run.glyphs:
            widths[start] += advance
    return widths


def _reading(text: str, ruby: Ruby, widths: Sequence[float], language: Language, bold: bool) -> Reading:
    """Shape a reading, measure how much wider than its base it is, and how much of that may hang over."""
    items = itemize(ruby.reading, language.font, 0)
    runs = tuple(shape(ruby.reading, item, bold, language.tag) for item in items)
    advance = RUBY_SCALE * sum(run.advance for run in runs)
    excess = max(0.0, advance - sum(widths[ruby.start : ruby.end])) / 2
    over_next = _OVERHANG if _HANGS_OVER.match(text[ruby.end : ruby.end + 1]) else 0.0
    over_previous = over_next if _HANGS_OVER.match(text[max(0, ruby.start - 1) : ruby.start]) else 0.0
    before, after = max(0.0, excess - over_previous), max(0.0, excess - over_next)
    return Reading(ruby.start, ruby.end, runs, advance, before, after)
