"""Rows of a ruled table: each settled once, so that its height is known before it is placed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from disaster_support.documents.areas import Area
from disaster_support.documents.blocks import Table, say
from disaster_support.documents.cells import Cell, draw_cell, settle
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Box, Item, Pictogram, TextMeasurer, Valign
from disaster_support.documents.sheet import HAIRLINE, SURFACE

_PADDING_MM, _ICON_MM, _ICON_GAP_MM, _STROKE_MM = 1.2, 4.4, 0.8, 0.2
_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose texts have their sizes."""

    values: tuple[Value, ...]
    cells: tuple[tuple[Cell, ...], ...]
    height_mm: float
    is_head: bool = False
    is_shaded: bool = False


@dataclass(frozen=True)
class RuledTable:
    """A table set for pages of a size."""

    table: Table
    measurer: TextMeasurer
    width_mm: float
    page_mm: float  # height
    language: str  # of the heads, BCP 47
    scale: float = 1.0

    @cached_property
    def head(self) -> Row | None:
        """The row of heads, None where no column has one."""
        heads = [say(column.head, self.language) for column in self.table.columns]
        return self._fitting(heads, self.page_mm, is_head=True) if any(one.texts for one in heads) else None

    @property
    def head_mm(self) -> float:
        """Return the height of the heads."""
        return self.head.height_mm if self.head else 0.0

    def rows(self) -> Iterator[Row]:
        """Give the rows; one that is higher than a page is set smaller until it is not."""
        for place, values in enumerate(self.table.rows):
            yield self._fitting(values, self.page_mm - self.head_mm, is_shaded=place in self.table.shaded)

    def draw(self, row: Row, line: Area) -> Iterator[Item]:
        """Give what stands in a row, and the lines around it."""
        if row.is_head or row.is_shaded:
            yield Box(line.x_mm, line.y_mm, line.width_mm, line.height_mm, SURFACE)
        for place, (value, cells) in enumerate(zip(row.values, row.cells, strict=True)):
            column, width = self.table.columns[place], self._widths[place]
            area, line = line.cut_left(width)
            fill = SURFACE if self.table.has_labels and place == 0 else None
            yield Box(area.x_mm, area.y_mm, width, area.height_mm, fill, HAIRLINE, _STROKE_MM)
            yield from _draw_value(value, cells, area.inset(_PADDING_MM), column.align)

    @cached_property
    def _widths(self) -> list[float]:
        total = sum(column.share for column in self.table.columns)
        return [self.width_mm * column.share / total for column in self.table.columns]

    def _fitting(
        self, values: Sequence[Value], most_mm: float, *, is_head: bool = False, is_shaded: bool = False
    ) -> Row:
        scale = self.scale
        while True:
            cells = [self._settle(value, place, scale, is_head=is_head) for place, value in enumerate(values)]
            inner = max(*(_height_mm(*pair) for pair in zip(values, cells, strict=True)), 0.0)
            least = 0.0 if is_head else self.table.least_row_mm
            height = max(inner + 2 * _PADDING_MM, least)
            if height <= most_mm:
                return Row(tuple(values), tuple(cells), height, is_head, is_shaded)
            scale *= _SMALLER

    def _settle(self, value: Value, place: int, scale: float, *, is_head: bool) -> tuple[Cell, ...]:
        column = self.table.columns[place]
        room = self._widths[place] - 2 * _PADDING_MM - len(value.pictograms) * (_ICON_MM + _ICON_GAP_MM)
        bold = column.is_bold or is_head
        return tuple(settle(self.measurer, text, room, column.size_pt * scale, bold=bold) for text in value.texts)


def _height_mm(value: Value, cells: Sequence[Cell]) -> float:
    return max(sum(cell.height_mm for cell in cells), _ICON_MM if value.pictograms else 0.0)


def _draw_value(value: Value, cells: Sequence[Cell], area: Area, align: Align) -> Iterator[Item]:
    for name in value.pictograms:
        yield Pictogram(area.x_mm, area.y_mm, _ICON_MM, name)
        area = area.cut_left(_ICON_MM, _ICON_GAP_MM)[1]
    for cell in cells:
        place, area = area.cut_top(cell.height_mm)
        yield draw_cell(cell, place, align, Valign.TOP)
