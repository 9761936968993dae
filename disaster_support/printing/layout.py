"""Paragraphs set into lines: wrapped first, each line then put into visual order, and the lines spaced.

Everything is in thousandths of an em, so one layout serves every size at which the width holds as many ems.
Nothing here is changed once made; `frozen` is left out since it would double the time to make one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf

from disaster_support.printing.bidi import visual_order
from disaster_support.printing.paragraphs import RUBY_SCALE, Paragraph, Reading
from disaster_support.printing.shaping import Ink, Run, cut, join_ink

_CJK_FONTS = {"jp", "kr", "sc", "tc"}
_EM_TOP, _EM_BOTTOM = 880, 120  # the square of a kanji, above and below the baseline
_TOP, _BOTTOM = 760, 240  # of the letters of other scripts
_RUBY_BASELINE = 960  # the reading's square stands 20 above that of its base

# font -> the least distance between baselines; more where ink would come closer than _CLEARANCE
_PITCH = {"sans": 1300, "myanmar": 1600, "devanagari": 1450, "bengali": 1450, "tamil": 1450, "sinhala": 1450}
_PITCH_DEFAULT = 1500
_PITCH_RUBY = 1750
_CLEARANCE = 60
_ROUNDING = 0.001  # of an em's thousandth: a scaled page breaks its lines where the page did
_KERNING = 1.05  # shaped alone, a line may be that much narrower than its advances said


@dataclass(slots=True, eq=False)
class Piece:
    """A run, or the part of it that stands on a line, with its origin relative to the line's."""

    run: Run
    x: float
    y: float = 0.0
    scale: float = 1.0

    @property
    def ink(self) -> Ink:
        """Return the ink of the piece relative to the line's origin."""
        left, bottom, right, top = self.run.ink
        return Ink(
            self.x + left * self.scale,
            self.y + bottom * self.scale,
            self.x + right * self.scale,
            self.y + top * self.scale,
        )


@dataclass(slots=True, eq=False)
class Line:
    """One line: its text with the spaces at its end, pieces from left to right, and readings above."""

    text: str
    pieces: tuple[Piece, ...]
    readings: tuple[Piece, ...]
    left: float  # of the ink or the origin, whichever is further out
    right: float
    ink: Ink

    @property
    def width(self) -> float:
        """Return the room the line takes."""
        return self.right - self.left


@dataclass(slots=True, eq=False)
class Block:
    """Lines one below the other, as far apart as the tightest two of them need."""

    lines: tuple[Line, ...]
    ascent: float  # from the top of the block to the first baseline
    pitch: float
    width: float
    height: float  # from the top of the first line to the bottom of the last
    rtl: bool


class Layouts:
    """A text wrapped to any width. What was wrapped is kept with the widths for which it holds.

    While a size is searched for, most widths break a text where one before them did.
    """

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take the paragraphs of the text."""
        self.paragraphs = paragraphs
        self._kept: list[tuple[float, float, Block]] = []

    def block(self, width: float) -> Block:
        """Wrap to a width. A word wider than that stays whole, and the block is then wider."""
        for low, high, block in self._kept:
            if low <= width < high:
                return block
        wrapped = [_wrap(paragraph, width + _ROUNDING) for paragraph in self.paragraphs]
        block = _set_block(self.paragraphs, [line for one in wrapped for line in one.lines])
        self._kept.append((max(one.low for one in wrapped), min(one.high for one in wrapped) - 2 * _ROUNDING, block))
        return block


def _set_block(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> Block:
    """Space the lines of paragraphs."""
    ascent, pitch, descent = _least_spacing(paragraphs)
    for above, below in pairwise(lines):
        pitch = max(pitch, below.ink.top - above.ink.bottom + _CLEARANCE)
    ascent = max(ascent, lines[0].ink.top)
    descent = max(descent, -lines[-1].ink.bottom)
    return Block(
        lines=tuple(lines),
        ascent=ascent,
        pitch=pitch,
        width=max([line.width for line in lines]),
        height=ascent + pitch * (len(lines) - 1) + descent,
        rtl=paragraphs[0].rtl,
    )


def may_fit(paragraphs: Sequence[Paragraph], width: float, height: float) -> bool:
    """Return False if a block of these paragraphs is surely larger; from advances alone, building no line."""
    count = 0
    for paragraph in paragraphs:
        start, length = 0, len(paragraph.text)
        count += not length
        while start < length:
            index = paragraph.next_break(start, width)
            if paragraph.reach[index] - paragraph.sums[start] > width * _KERNING:
                return False
            start = paragraph.breaks[index]
            count += 1
    ascent, pitch, descent = _least_spacing(paragraphs)
    return ascent + pitch * (count - 1) + descent <= height


def _least_spacing(paragraphs: Sequence[Paragraph]) -> tuple[float, float, float]:
    """Return ascent, pitch and descent of a block before its ink is looked at."""
    font = paragraphs[0].language.font
    ascent, descent = (_EM_TOP, _EM_BOTTOM) if font in _CJK_FONTS else (_TOP, _BOTTOM)
    readings = any(paragraph.readings for paragraph in paragraphs)
    return ascent, _PITCH_RUBY if readings else _PITCH.get(font, _PITCH_DEFAULT), descent


@dataclass(slots=True)
class _Wrapped:
    """The lines of a paragraph, and the widths from `low` up to `high` to which it wraps into the same lines."""

    lines: list[Line]
    low: float = 0.0
    high: float = inf


def _wrap(paragraph: Paragraph, width: float) -> _Wrapped:
    """Fill lines greedily; where ink reaches further than the advances said, take one piece less."""
    if not paragraph.text:
        return _Wrapped([_line(paragraph, 0, 0, 0)])
    whole = _line(paragraph, 0, len(paragraph.text.rstrip()), len(paragraph.text))
    if paragraph.sums[-1] <= width and whole.width <= width:
        return _Wrapped([whole], max(paragraph.sums[-1], whole.width))
    wrapped = _Wrapped([])
    breaks, reach = paragraph.breaks, paragraph.reach
    start = 0
    while start < len(paragraph.text):
        index = paragraph.next_break(start, width)
        if index + 1 < len(breaks):
            wrapped.high = min(wrapped.high, reach[index + 1] - paragraph.sums[start])
        line = _line_to(paragraph, start, index)
        while line.width > width and index and breaks[index - 1] > start:
            wrapped.high = min(wrapped.high, line.width)
            index -= 1
            line = _line_to(paragraph, start, index)
        if line.width <= width:
            wrapped.low = max(wrapped.low, line.width, reach[index] - paragraph.sums[start])
        wrapped.lines.append(line)
        start = breaks[index]
    return wrapped


def _line_to(paragraph: Paragraph, start: int, index: int) -> Line:
    """Return the line from an offset to a break."""
    return _line(paragraph, start, max(start, paragraph.ends[index]), paragraph.breaks[index])


@lru_cache(maxsize=8192)
def _line(paragraph: Paragraph, start: int, end: int, next_start: int) -> Line:
    """Cut the runs to the line, put them into visual order side by side, and set readings above."""
    runs = [
        cut(run, start, end, paragraph.language.tag, script)
        for run, script in zip(paragraph.runs, paragraph.scripts, strict=True)
        if run.start < end and run.end > start
    ]
    readings = [reading for reading in paragraph.readings if start <= reading.start < end]
    text = paragraph.text[start:next_start]
    if len(runs) == 1 and not readings:
        ink = runs[0].ink
        return Line(text, (Piece(runs[0], 0.0),), (), min(0.0, ink.left), max(runs[0].advance, ink.right), ink)
    before = {reading.start: reading.before for reading in readings}
    after = {reading.end: reading.after for reading in readings}
    pieces: list[Piece] = []
    x = 0.0
    for index in visual_order([run.level for run in runs]):
        run = runs[index]
        x += before.get(run.start, 0.0)
        pieces.append(Piece(run, x))
        x += run.advance + after.get(run.end, 0.0)
    above = tuple(piece for reading in readings for piece in _set_reading(reading, pieces))
    ink = join_ink([piece.ink for piece in (*pieces, *above) if piece.run.ink.right > piece.run.ink.left])
    return Line(text, tuple(pieces), above, min(0.0, ink.left), max(x, ink.right), ink)


def _set_reading(reading: Reading, pieces: Sequence[Piece]) -> list[Piece]:
    """Centre a reading above its base, but not before the line's start."""
    base = [piece for piece in pieces if reading.start <= piece.run.start < reading.end]
    left = min(piece.x for piece in base)
    right = max(piece.x + piece.run.advance for piece in base)
    x = max(0.0, (left + right - reading.advance) / 2)
    placed = []
    for run in reading.runs:
        placed.append(Piece(run, x, _RUBY_BASELINE, RUBY_SCALE))
        x += run.advance * RUBY_SCALE
    return placed
