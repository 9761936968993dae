"""Settling sizes: texts in a grid of equal columns, all of one size, as large as the room allows.

Every size comes from one ladder, so that a text meets the same sizes again on the next page and the typesetter
answers from what it keeps.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import ceil
from typing import TypeVar

from disaster_support.documents.model import Text, TextMeasurer
from disaster_support.ruby import Ruby

_WORTH_A_COLUMN = 1.25
_LONG = 2.0  # times the middle length
_RUNGS_FOR_A_LINE = 3
_UNIT_PT, _ENDLESS_MM = 100.0, 1e6  # a size and a width at which texts are measured in one line
_RAGGED = 1.04  # what lines that end between words lose
_WITHOUT_SPACES = ("ja", "zh", "th", "lo", "km", "my")  # a line may end where no space is
_CLAUSE_END = re.compile(r"[、。][^\S\n]*(?=\S)")  # but where a line ends anyway
_STEPS_AN_OCTAVE = 16
LADDER_PT = tuple(round(4 * 2 ** (step / _STEPS_AN_OCTAVE), 1) for step in range(8 * _STEPS_AN_OCTAVE + 1))
"""The sizes that are tried: 4 pt to 1024 pt, each about 4.4 per cent larger than the one before."""

SLACK_MM = 0.01
"""What a box is larger than the text measured for it, so that rounding never makes it too small."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What a grid is made of: its room, what a row and the gaps take beside the texts, in millimetres."""

    width_mm: float
    height_mm: float
    label_mm: float
    gap_mm: float
    gutter_mm: float

    def column_mm(self, columns: int) -> float:
        """Return the width of one of so many columns."""
        return (self.width_mm - self.gutter_mm * (columns - 1)) / columns


@dataclass(frozen=True, slots=True)
class Fit:
    """A grid that fits: its columns, the size that most texts share, the size of each, and what the rows take."""

    columns: int
    size_pt: float
    sizes_pt: tuple[float, ...]
    rows_mm: tuple[float, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class _Single:
    """One text that fits."""

    size_pt: float
    lines: int


FitT = TypeVar("FitT", Fit, _Single)


def fit_grid(
    measurer: TextMeasurer,
    texts: Sequence[Text],
    cells: Cells,
    columns: Iterable[int],
    *,
    minimum_pt: float,
    maximum_pt: float,
    long_share: float = 1.0,
) -> Fit | None:
    """Return the grid with the largest size at which every text fits, or None where the smallest is too large.

    Texts fill rows from the start; a row is as high as its highest text. More columns must make the texts a quarter
    larger, since one column reads best. A text more than twice as long as the middle one has `long_share` of the
    others' size, though never less than the minimum, so that it does not make all the others small.
    """
    sizes = sizes_pt(minimum_pt, maximum_pt)
    lengths = [_Length.of(measurer, text) for text in texts]
    usual = sorted(one.width_mm for one in lengths)[len(lengths) // 2] if lengths else 0.0
    shares = [long_share if one.width_mm > _LONG * usual else 1.0 for one in lengths]

    def sizes_at(size_pt: float) -> tuple[float, ...]:
        return tuple(max(minimum_pt, size_pt * share) for share in shares)

    guesses = [(count, _guess(lengths, cells, count, sizes, sizes_at)) for count in columns]
    for count, guess in _best_first(guesses, sizes):
        fit = _search(sizes, guess, partial(_try, measurer, texts, cells, count, sizes_at), len(texts))
        if fit:
            return fit
    return None


@dataclass(frozen=True, slots=True)
class _Length:
    """A text in one line at `_UNIT_PT`: from it sizes are reckoned before any is tried."""

    width_mm: float
    height_mm: float
    word_mm: float  # the longest word, as far as letters tell

    @classmethod
    def of(cls, measurer: TextMeasurer, text: Text, *, bold: bool = False) -> "_Length":
        """Measure a text."""
        extent = measurer.measure(text, _UNIT_PT, _ENDLESS_MM, bold=bold)
        words = [text.string[0:1]] if text.language.startswith(_WITHOUT_SPACES) else text.string.split()
        longest = max((len(word) for word in words), default=0)
        return cls(extent.width_mm, extent.height_mm, extent.width_mm * longest / max(1, len(text.string)))

    def height_at(self, size_pt: float, width_mm: float) -> float:
        """Return the height in a column at a size, nearly; endless where a word is wider than the column."""
        scale = size_pt / _UNIT_PT
        if self.word_mm * scale > width_mm * _RAGGED:
            return _ENDLESS_MM
        return ceil(self.width_mm * scale * _RAGGED / width_mm) * self.height_mm * scale


SizesAt = Callable[[float], tuple[float, ...]]


def _guess(lengths: Sequence[_Length], cells: Cells, columns: int, sizes: Sequence[float], sizes_at: SizesAt) -> int:
    """Return the place of the size that should fit, -1 where none seems to."""
    width = cells.column_mm(columns)

    def height_mm(size_pt: float) -> float:
        heights = [one.height_at(size, width) for one, size in zip(lengths, sizes_at(size_pt), strict=True)]
        return sum(max(heights[start : start + columns]) for start in range(0, len(heights), columns))

    return bisect_right(sizes, _room_mm(len(lengths), cells, columns), key=height_mm) - 1


def _best_first(guesses: Sequence[tuple[int, int]], sizes: Sequence[float]) -> list[tuple[int, int]]:
    """Return columns with the place of their size, the best first: more columns must be worth it."""
    best = guesses[0]
    for columns, place in guesses[1:]:
        if place >= 0 and (best[1] < 0 or sizes[place] >= sizes[best[1]] * _WORTH_A_COLUMN):
            best = columns, place
    return [best, *(other for other in guesses if other != best)]


def _search(
    sizes: Sequence[float], guess: int, try_size: Callable[[float], FitT | None], least_lines: int = 1
) -> FitT | None:
    """Return what fits at the largest size, or at one of the next below where that saves lines.

    From the guess it strides up or down until the answer lies between two sizes, then halves. A little smaller is
    better than a last word alone on a line.
    """
    if not sizes:
        return None
    found: dict[int, FitT | None] = {}

    def fits(place: int) -> bool:
        if place not in found:
            found[place] = try_size(sizes[place])
        return found[place] is not None

    low = _stride(len(sizes), min(max(guess, 0), len(sizes) - 1), fits)
    best = found.get(low)
    lowest = max(0, low - _RUNGS_FOR_A_LINE)
    if best is None or best.lines <= least_lines or not fits(lowest):
        return best
    smaller = found[lowest]
    if smaller is None or smaller.lines >= best.lines:
        return best
    saving = (place for place in range(low - 1, lowest, -1) if fits(place))
    return next((fit for place in saving if (fit := found[place]) and fit.lines < best.lines), smaller)


def _stride(count: int, start: int, fits: Callable[[int], bool]) -> int:
    """Return the last place that fits, -1 where none does; places that fit come before all others."""
    low, high, step = -1, count, 1
    if fits(start):
        low = start
        while low + step < count and fits(low + step):
            low, step = low + step, step * 2
        high = min(count, low + step)
    else:
        high = start
        while high - step >= 0 and not fits(high - step):
            high, step = high - step, step * 2
        low = max(-1, high - step)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _room_mm(count: int, cells: Cells, columns: int) -> float:
    """Return the height that labels and gaps leave to so many texts."""
    rows = ceil(count / columns)
    return cells.height_mm - rows * cells.label_mm - (rows - 1) * cells.gap_mm


def _try(
    measurer: TextMeasurer, texts: Sequence[Text], cells: Cells, columns: int, sizes_at: SizesAt, size_pt: float
) -> Fit | None:
    """Return the grid at this size, or None as soon as a word is too wide or the rows are too high."""
    width = cells.column_mm(columns)
    left = _room_mm(len(texts), cells, columns)
    rows, lines = [], 0
    sized = list(zip(texts, sizes_at(size_pt), strict=True))
    for start in range(0, len(sized), columns):
        height = 0.0
        for text, size in sized[start : start + columns]:
            extent = measurer.measure(text, size, width)
            height = max(height, extent.height_mm + SLACK_MM)
            lines += extent.lines
            if extent.width_mm > width or height > left:
                return None
        left -= height
        rows.append(height)
    return Fit(columns, size_pt, tuple(size for _text, size in sized), tuple(rows), lines)


def sizes_pt(minimum_pt: float, maximum_pt: float) -> list[float]:
    """Return the sizes of the ladder from a smallest one, which is always among them, to a largest."""
    if minimum_pt > maximum_pt:
        return []
    return [minimum_pt, *LADDER_PT[bisect_right(LADDER_PT, minimum_pt) : bisect_right(LADDER_PT, maximum_pt)]]


def fit_text(
    measurer: TextMeasurer,
    text: Text,
    width_mm: float,
    height_mm: float,
    *,
    minimum_pt: float,
    maximum_pt: float,
    bold: bool = False,
) -> float | None:
    """Return the largest size of the ladder at which the text fits the box, or None."""

    def try_size(size_pt: float) -> _Single | None:
        extent = measurer.measure(text, size_pt, width_mm, bold=bold)
        fits = extent.width_mm <= width_mm and extent.height_mm + SLACK_MM <= height_mm
        return _Single(size_pt, extent.lines) if fits else None

    sizes = sizes_pt(minimum_pt, maximum_pt)
    length = _Length.of(measurer, text, bold=bold)
    guess = bisect_right(sizes, height_mm, key=lambda size: length.height_at(size, width_mm)) - 1
    single = _search(sizes, guess, try_size)
    return single.size_pt if single else None


def in_sentences(text: Text) -> Text | None:
    """Return the text with a line for each Japanese sentence or clause, or None where there is only one."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text.string)]
    if not ends:
        return None
    parts = [text.string[start:end] for start, end in pairwise([0, *ends, len(text.string)])]
    ruby = tuple(
        Ruby(one.start + before, one.end + before, one.reading)
        for one in text.ruby
        for before in (bisect_right(ends, one.start),)
    )
    return Text("\n".join(parts), text.language, ruby)
