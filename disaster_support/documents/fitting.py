"""Settling sizes: texts in a grid of equal columns, all of one size, as large as the room allows.

Every size comes from one ladder, so that a text meets the same sizes again on the next page and the typesetter
answers from what it keeps.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TypeVar

from disaster_support.documents.model import Text, TextMeasurer
from disaster_support.ruby import Ruby

_WORTH_A_COLUMN = 1.1
_RUNGS_FOR_A_LINE = 3
_CLAUSE_END = re.compile("[、。](?=.)")
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
    """A grid that fits: columns, the one size of its texts, the height of each row's text, and the lines of all."""

    columns: int
    size_pt: float
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
) -> Fit | None:
    """Return the grid with the largest size at which every text fits, or None where the smallest is too large.

    Texts fill rows from the start; a row is as high as its highest text. More columns must make the texts a tenth
    larger, since one column reads best.
    """
    best: Fit | None = None
    for count in columns:
        least = minimum_pt if best is None else best.size_pt * _WORTH_A_COLUMN
        best = _fit_columns(measurer, texts, cells, count, least, maximum_pt) or best
    return best


def _fit_columns(
    measurer: TextMeasurer, texts: Sequence[Text], cells: Cells, columns: int, minimum_pt: float, maximum_pt: float
) -> Fit | None:
    return _search(sizes_pt(minimum_pt, maximum_pt), lambda size: _try(measurer, texts, cells, columns, size))


def _search(sizes: Sequence[float], try_size: Callable[[float], FitT | None]) -> FitT | None:
    """Return what fits at the largest size, or at one of the next below where that saves lines.

    Halving finds the largest; the bottom rung goes first, since what loses mostly loses there. A little smaller is
    better than a last word alone on a line.
    """
    best = try_size(sizes[0]) if sizes else None
    low, high = 0, len(sizes)
    while best is not None and high - low > 1:
        middle = (low + high) // 2
        fit = try_size(sizes[middle])
        if fit is None:
            high = middle
        else:
            best, low = fit, middle
    for size in sizes[max(0, low - _RUNGS_FOR_A_LINE) : low]:
        fit = try_size(size)
        if fit and best and fit.lines < best.lines:
            return fit
    return best


def _try(measurer: TextMeasurer, texts: Sequence[Text], cells: Cells, columns: int, size_pt: float) -> Fit | None:
    """Return the grid at this size, or None as soon as a word is too wide or the rows are too high."""
    width = cells.column_mm(columns)
    count = ceil(len(texts) / columns)
    left = cells.height_mm - count * cells.label_mm - (count - 1) * cells.gap_mm
    rows, lines = [], 0
    for start in range(0, len(texts), columns):
        height = 0.0
        for text in texts[start : start + columns]:
            extent = measurer.measure(text, size_pt, width)
            height = max(height, extent.height_mm + SLACK_MM)
            lines += extent.lines
            if extent.width_mm > width or height > left:
                return None
        left -= height
        rows.append(height)
    return Fit(columns, size_pt, tuple(rows), lines)


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

    single = _search(sizes_pt(minimum_pt, maximum_pt), try_size)
    return single.size_pt if single else None


def in_sentences(text: Text) -> Text | None:
    """Return the text with a line for each Japanese sentence or clause, or None where there is only one."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text.string)]
    if not ends:
        return None
    parts = [text.string[start:end].strip(" \u3000") for start, end in pairwise([0, *ends, len(text.string)])]
    ruby = tuple(
        Ruby(one.start + before, one.end + before, one.reading)
        for one in text.ruby
        for before in (bisect_right(ends, one.start),)
    )
    return Text("\n".join(parts), text.language, ruby)
