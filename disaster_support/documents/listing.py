"""Lists on paper: a head on every page, rows as high as their texts, groups with their counts."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Cell, draw_cell, settle
from disaster_support.documents.model import INK, Align, Box, Item, Line, Pictogram, Text, TextMeasurer, Valign
from disaster_support.documents.sheet import HAIRLINE, SURFACE
from disaster_support.documents.typed import typed

_PADDING_MM = 1.0
_ICON_MM, _ICON_GAP_MM = 4.4, 0.8
_MOST_ICONS_SHARE = 0.5  # of a column: with more the words stand below
_MOST_ROW_SHARE = 0.5  # of a page: no text makes a row higher


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, its share of the width, and the size of what stands in it."""

    head: str
    share: float
    size_pt: float = 9.5
    is_bold: bool = False
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a cell: pictograms side by side, texts below one another."""

    texts: tuple[Text, ...] = ()
    pictograms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; no heading where it is empty."""

    heading: str
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class _SetValue:
    """A value whose texts have a size."""

    cells: tuple[Cell, ...]
    pictograms: tuple[str, ...]
    texts_mm: float  # the width of the texts
    is_beside: bool  # texts stand beside the pictograms, not below them

    @property
    def texts_high_mm(self) -> float:
        """Return the height of the texts."""
        return sum(cell.height_mm for cell in self.cells)

    @property
    def height_mm(self) -> float:
        """Return the height of all."""
        icons = _ICON_MM if self.pictograms else 0.0
        return max(icons, self.texts_high_mm) if self.is_beside else icons + self.texts_high_mm


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list, or the heading of a group."""

    values: tuple[_SetValue, ...]
    height_mm: float
    is_heading: bool = False


@dataclass(slots=True)
class Listing:
    """A list set for a width: every text is measured once, however often it comes."""

    measurer: TextMeasurer
    columns: Sequence[Column]
    area: Area  # of the first page; the others' are as large
    heading_pt: float = 10.0
    rtl: Container[str] = ()  # tags of the languages from right to left: their texts end where the others begin
    _known: dict[tuple[Value, int], _SetValue] = field(default_factory=dict)

    def pages(self, groups: Sequence[Group]) -> list[list[Item]]:
        """Return the items of every page: heads, and as many rows as it holds; a group goes on under its heading."""
        heads = self._row([Value((typed(column.head),)) for column in self.columns], is_head=True)
        pages: list[list[_Row]] = [[]]
        left = self.area.height_mm - heads.height_mm
        for group in groups:
            heading = self._heading(group.heading) if group.heading else None
            standing = False
            for row in map(self._row, group.rows):
                needed = row.height_mm + (heading.height_mm if heading and not standing else 0.0)
                if needed > left and pages[-1]:
                    pages.append([])
                    left, standing = self.area.height_mm - heads.height_mm, False
                if heading and not standing:
                    pages[-1].append(heading)
                    left -= heading.height_mm
                standing = True
                pages[-1].append(row)
                left -= row.height_mm
        return [list(self._draw(heads, rows)) for rows in pages]

    def _row(self, values: Sequence[Value], *, is_head: bool = False) -> _Row:
        done = tuple(self._set(value, index, is_head) for index, value in enumerate(values))
        return _Row(done, max(value.height_mm for value in done) + 2 * _PADDING_MM)

    def _set(self, value: Value, index: int, is_head: bool) -> _SetValue:
        key = (value, -1 - index if is_head else index)
        if key not in self._known:
            column = self.columns[index]
            width = self._widths[index] - 2 * _PADDING_MM
            size = self.heading_pt * 0.85 if is_head else column.size_pt
            icons = len(value.pictograms) * (_ICON_MM + _ICON_GAP_MM)
            is_beside = icons <= width * _MOST_ICONS_SHARE
            left = width - icons if is_beside else width
            bold = column.is_bold or is_head
            settled = (settle(self.measurer, text, left, size, bold=bold) for text in value.texts)
            cells = tuple(self._fitting(cell, left) for cell in settled)
            self._known[key] = _SetValue(cells, value.pictograms, left, is_beside)
        return self._known[key]

    def _fitting(self, cell: Cell, width_mm: float) -> Cell:
        """Return a text smaller where it would fill more than half a page."""
        most = self.area.height_mm * _MOST_ROW_SHARE
        while cell.height_mm > most:
            cell = settle(self.measurer, cell.text, width_mm, cell.size_pt * 0.8, bold=cell.bold)
        return cell

    def _heading(self, words: str) -> _Row:
        width = self.area.width_mm - 2 * _PADDING_MM
        cell = settle(self.measurer, typed(words), width, self.heading_pt, bold=True)
        return _Row((_SetValue((cell,), (), width, is_beside=True),), cell.height_mm + 2 * _PADDING_MM, is_heading=True)

    @property
    def _widths(self) -> list[float]:
        total = sum(column.share for column in self.columns)
        return [self.area.width_mm * column.share / total for column in self.columns]

    def _draw(self, heads: _Row, rows: Sequence[_Row]) -> Iterator[Item]:
        """Give one page: heads above a line, rows parted by hairlines, headings on grey."""
        top, area = self.area.cut_top(heads.height_mm)
        yield from self._draw_row(heads, top)
        yield Line(area.x_mm, area.y_mm, area.x_mm + area.width_mm, area.y_mm, INK, 0.5)
        for row in rows:
            line, area = area.cut_top(row.height_mm)
            if row.is_heading:
                yield Box(line.x_mm, line.y_mm, line.width_mm, line.height_mm, SURFACE)
                yield draw_cell(row.values[0].cells[0], line.inset(_PADDING_MM), valign=Valign.MIDDLE)
                continue
            yield from self._draw_row(row, line)
            yield Line(area.x_mm, area.y_mm, area.x_mm + area.width_mm, area.y_mm, HAIRLINE, 0.15)

    def _draw_row(self, row: _Row, line: Area) -> Iterator[Item]:
        for value, column, width in zip(row.values, self.columns, self._widths, strict=True):
            cell, line = line.cut_left(width)
            yield from self._draw_value(value, cell.inset(_PADDING_MM), column.align)

    def _draw_value(self, value: _SetValue, area: Area, align: Align) -> Iterator[Item]:
        """Give pictograms in a line, and the texts beside or below them, in the middle of the height."""
        x, y = area.x_mm, area.y_mm + (area.height_mm - value.height_mm) / 2
        for name in value.pictograms:
            yield Pictogram(x, y, _ICON_MM, name)
            x += _ICON_MM + _ICON_GAP_MM
        if value.is_beside:
            y = area.y_mm + (area.height_mm - value.texts_high_mm) / 2
        else:
            x, y = area.x_mm, y + _ICON_MM
        for cell in value.cells:
            at_left = Align.END if cell.text.language in self.rtl else Align.START
            place = Area(x, y, value.texts_mm, cell.height_mm, area.scale)
            yield draw_cell(cell, place, at_left if align is Align.START else align)
            y += cell.height_mm
