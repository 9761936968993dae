"""Marks to cut along, and how pieces of one size stand in the middle of a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disaster_support.documents.areas import Area
from disaster_support.documents.model import Item, Line
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import GREY, HAIRLINE

_MARK_MM, _MARK_LINE_MM = 5.0, 0.15
_EDGE_MM = 2.0  # between a mark and what is cut out


@dataclass(frozen=True, slots=True)
class Grid:
    """So many columns and rows of pieces of one size on a sheet, edge to edge: one cut serves two neighbours."""

    paper: Paper
    columns: int
    rows: int
    width_mm: float
    height_mm: float

    @property
    def count(self) -> int:
        """Return how many pieces a sheet holds."""
        return self.columns * self.rows

    @property
    def _xs(self) -> list[float]:
        left = (self.paper.width_mm - self.columns * self.width_mm) / 2
        return [left + column * self.width_mm for column in range(self.columns + 1)]

    @property
    def _ys(self) -> list[float]:
        top = (self.paper.height_mm - self.rows * self.height_mm) / 2
        return [top + row * self.height_mm for row in range(self.rows + 1)]

    def place(self, number: int) -> Area:
        """Return the area of a piece, counted row by row from 0."""
        row, column = divmod(number, self.columns)
        return Area(self._xs[column], self._ys[row], self.width_mm, self.height_mm, 1.0)

    def draw_marks(self) -> Iterator[Item]:
        """Give a mark outside at both ends of every cut, and a hairline along the cut inside."""
        xs, ys = self._xs, self._ys
        for x in xs:
            yield Line(x, ys[0], x, ys[-1], HAIRLINE, _MARK_LINE_MM, dashed=True)
            for start, end in _outside(ys):
                yield Line(x, start, x, end, GREY, _MARK_LINE_MM)
        for y in ys:
            yield Line(xs[0], y, xs[-1], y, HAIRLINE, _MARK_LINE_MM, dashed=True)
            for start, end in _outside(xs):
                yield Line(start, y, end, y, GREY, _MARK_LINE_MM)


def _outside(edges: Sequence[float]) -> tuple[tuple[float, float], tuple[float, float]]:
    first, last = edges[0] - _EDGE_MM, edges[-1] + _EDGE_MM
    return (first - _MARK_MM, first), (last, last + _MARK_MM)
