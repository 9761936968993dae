"""Rows of a ruled table: each settled once, so that its height is known before it is placed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from disaster_support.documents.areas import Area
from disaster_support.documents.blocks import TABLE_PT, Points, Table, say
from disaster_support.documents.cells import Cell, draw_cell, settle
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Box, Item, Pictogram, Text, TextMeasurer, Valign
from disaster_support.documents.sheet import HAIRLINE, SURFACE

_PADDING_MM, _ICON_MM, _ICON_GAP_MM, _STROKE_MM = 1.2, 4.4, 0.8, 0.2
_BETWEEN_MM, _MARK_GAP_MM = 0.8, 0.6
_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class _Settled:
    """What stands in a cell, its texts with their sizes; the mark before each text, where there is one."""

    value: Value
    texts: tuple[Cell, ...]
    mark: Cell | None

    @property
    def height_mm(self) -> float:
        """Return the height of all, with the gaps between."""
        texts = sum(cell.height_mm for cell in self.texts) + _BETWEEN_MM * max(0, len(self.texts) - 1)
        return max(texts, _ICON_MM if self.value.pictograms else 0.0)

    def draw(self, area: Area, align: Align) -> Iterator[Item]:
        """Give pictograms at the start, and the texts beside them below one another."""
        for name in self.value.pictograms:
            yield Pictogram(area.x_mm, area.y_mm, _ICON_MM, name)
            area = area.cut_left(_ICON_MM, _ICON_GAP_MM)[1]
        for cell in self.texts:
            if self.mark:
                yield draw_cell(self.mark, area.cut_top(self.mark.height_mm)[0].cut_left(self.mark.width_mm)[0])
            place, area = area.cut_top(cell.height_mm, _BETWEEN_MM)
            beside = self.mark.width_mm + _MARK_GAP_MM if self.mark else 0.0
            yield draw_cell(cell, place.cut_left(beside)[1], align, Valign.TOP)


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose texts have their sizes."""

    cells: tuple[_Settled, ...]
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
        heads = self.table.heads or [say(column.head, self.language) for column in self.table.columns]
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
        for place, cell in enumerate(row.cells):
            area, line = line.cut_left(self._widths[place])
            fill = SURFACE if self.table.has_labels and place == 0 else None
            yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, fill, HAIRLINE, _STROKE_MM)
            yield from cell.draw(area.inset(_PADDING_MM), self.table.columns[place].align)

    @cached_property
    def _widths(self) -> list[float]:
        total = sum(column.share for column in self.table.columns)
        return [self.width_mm * column.share / total for column in self.table.columns]

    def _fitting(
        self, values: Sequence[Value], most_mm: float, *, is_head: bool = False, is_shaded: bool = False
    ) -> Row:
        scale = self.scale
        while True:
            cells = tuple(self._settle(value, place, scale, is_head=is_head) for place, value in enumerate(values))
            least = 0.0 if is_head else self.table.least_row_mm * min(1.0, self.scale)
            height = max(max(cell.height_mm for cell in cells) + 2 * _PADDING_MM, least)
            if height <= most_mm:
                return Row(cells, height, is_head, is_shaded)
            scale *= _SMALLER

    def _settle(self, value: Value, place: int, scale: float, *, is_head: bool) -> _Settled:
        column = self.table.columns[place]
        size = (TABLE_PT if is_head and not self.table.heads else column.size_pt) * scale
        bold = column.is_bold or is_head
        room = self._widths[place] - 2 * _PADDING_MM - len(value.pictograms) * (_ICON_MM + _ICON_GAP_MM)
        mark = None
        if isinstance(value, Points):
            mark = settle(self.measurer, Text(value.mark, self.language), room, size)
            room -= mark.width_mm + _MARK_GAP_MM
        texts = tuple(settle(self.measurer, text, room, size, bold=bold) for text in value.texts)
        return _Settled(value, texts, mark)
