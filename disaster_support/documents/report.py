"""Documents that flow: headings, paragraphs, tables and drawings below one another, over as many pages as needed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Cell, draw_cell, settle
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import (
    INK,
    Align,
    Box,
    Document,
    Item,
    Line,
    Page,
    Pictogram,
    Text,
    TextMeasurer,
    Valign,
)
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.sheet import GREY, HAIRLINE, SURFACE, body_of, build_footer

TITLE_PT, BODY_PT, TABLE_PT = 20.0, 10.5, 9.0
_HEADING_PT = {1: 14.0, 2: 11.5}
_ABOVE_MM = {1: 5.0, 2: 3.0}
_RULE_MM, _HEAD_GAP_MM, _BELOW_MM = 1.0, 4.0, 1.6
_PADDING_MM, _ICON_MM = 1.2, 4.4
_KEEP_WITH_MM = 22.0  # a heading is not left alone at the foot
_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first or second level; it stays with what follows."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Texts below one another; with a mark such as "・" before the first."""

    texts: tuple[Text, ...]
    size_pt: float = BODY_PT
    is_bold: bool = False
    color: str = INK
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its heads stand on every page, and a row is never divided."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    least_row_mm: float = 0.0  # room to write in


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn into an area of the full width: a chart, a frame to write in."""

    height_mm: float
    draw: Callable[[Area], Iterable[Item]]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Table | Drawing | NewPage


def say(words: str, language: str) -> Value:
    """Return a cell of a table with one text; empty words leave it empty."""
    return Value((Text(words, language),) if words else ())


def build_report(
    title: str,
    blocks: Iterable[Block],
    measurer: TextMeasurer,
    *,
    language: str,
    under: Sequence[str] = (),
    facts: Sequence[str] = (),
    paper: Paper = A4,
    is_unreviewed: bool = False,
) -> Document:
    """Return blocks as pages: the title with lines under it on the first, facts and page number in each footer.

    Args:
        title: of the document, also in the file.
        blocks: in the order of the page.
        measurer: settles every size.
        language: of title, headings and lines, BCP 47.
        under: lines below the title, such as venue and date.
        facts: for the footer.
        paper: sheet.
        is_unreviewed: whether texts of the library stand in it that nobody has checked.

    """
    flow = _Flow(measurer, body_of(paper), language)
    flow.title(title, under)
    for block in blocks:
        flow.add(block)
    pages = flow.finish()
    return Document(
        title,
        language,
        tuple(
            Page(
                paper.width_mm,
                paper.height_mm,
                (
                    *items,
                    *build_footer(paper, (title, *facts, f"{number}/{len(pages)}"), is_unreviewed=is_unreviewed),
                ),
            )
            for number, items in enumerate(pages, start=1)
        ),
    )


@dataclass(slots=True)
class _Flow:
    """Fills one page after another."""

    measurer: TextMeasurer
    body: Area
    language: str
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    left: Area = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.body

    def finish(self) -> list[list[Item]]:
        """Return the items of every page; a page that was begun for nothing is none."""
        return self.pages if self.pages[-1] or len(self.pages) == 1 else self.pages[:-1]

    def title(self, title: str, under: Sequence[str]) -> None:
        """Set the title of the first page."""
        self._put([self._cell(Text(title, self.language), TITLE_PT, bold=True)], 1.0)
        self._put([self._cell(Text(words, self.language), BODY_PT, color=GREY) for words in under if words], 1.0)
        rule = self._take(_RULE_MM, _HEAD_GAP_MM)
        self.pages[-1].append(Box(rule.x_mm, rule.y_mm, rule.width_mm, rule.height_mm, INK))

    def add(self, block: Block) -> None:
        """Set a block where there is room for it."""
        match block:
            case Heading(words, level):
                self._head(words, level)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Drawing(height_mm, draw):
                self._ask(height_mm)
                self.pages[-1].extend(draw(self._take(height_mm, _BELOW_MM)))
            case NewPage():
                self._turn()

    def _head(self, words: str, level: int) -> None:
        cell = self._cell(Text(words, self.language), _HEADING_PT[level], bold=True)
        self._ask(_ABOVE_MM[level] + cell.height_mm + _KEEP_WITH_MM)
        if not self._is_fresh:
            self._take(_ABOVE_MM[level])
        self._put([cell], _BELOW_MM)

    def _paragraph(self, block: Paragraph) -> None:
        indent = self.measurer.measure(Text(block.bullet, self.language), block.size_pt, self.body.width_mm).width_mm
        indent += 1.0 if block.bullet else 0.0
        width = self.body.width_mm - indent
        cells = [
            settle(self.measurer, text, width, block.size_pt, bold=block.is_bold, color=block.color)
            for text in block.texts
        ]
        self._ask(sum(cell.height_mm for cell in cells))
        if block.bullet:
            mark = self._cell(Text(block.bullet, self.language), block.size_pt, color=block.color)
            self.pages[-1].append(draw_cell(mark, self.left.cut_top(mark.height_mm)[0]))
        self._put(cells, _BELOW_MM, indent)

    def _table(self, block: Table) -> None:
        total = sum(column.share for column in block.columns)
        widths = [self.body.width_mm * column.share / total for column in block.columns]
        heads = [say(column.head, self.language) for column in block.columns]
        head = self._row(heads, block, widths, 0.0, is_head=True) if any(one.texts for one in heads) else None
        head_mm = head.height_mm if head else 0.0
        is_begun = False
        for values in block.rows:
            row = self._row(values, block, widths, head_mm)
            needed = row.height_mm + (0.0 if is_begun else head_mm)
            if needed > self.left.height_mm:
                self._turn()
                is_begun = False
            if head and not is_begun:
                self._draw_row(head, block, widths, is_head=True)
            is_begun = True
            self._draw_row(row, block, widths)
        self._take(_BELOW_MM)

    def _row(
        self, values: Sequence[Value], block: Table, widths: Sequence[float], above_mm: float, *, is_head: bool = False
    ) -> "_Row":
        """Settle a row; one that is higher than a page is set smaller until it is not."""
        scale = 1.0
        while True:
            row = self._settle_row(values, block, widths, scale, is_head=is_head)
            if row.height_mm + above_mm <= self.body.height_mm:
                return row
            scale *= _SMALLER

    def _settle_row(
        self, values: Sequence[Value], block: Table, widths: Sequence[float], scale: float, *, is_head: bool
    ) -> "_Row":
        cells = []
        for value, column, width in zip(values, block.columns, widths, strict=True):
            room = width - 2 * _PADDING_MM - len(value.pictograms) * (_ICON_MM + 0.8)
            bold = column.is_bold or is_head
            size = column.size_pt * scale
            cells.append(tuple(settle(self.measurer, text, room, size, bold=bold) for text in value.texts))
        heights = [sum(cell.height_mm for cell in column) for column in cells]
        icons = [_ICON_MM if value.pictograms else 0.0 for value in values]
        least = 0.0 if is_head else block.least_row_mm
        return _Row(tuple(values), tuple(cells), max(*heights, *icons, least - 2 * _PADDING_MM) + 2 * _PADDING_MM)

    def _draw_row(self, row: "_Row", block: Table, widths: Sequence[float], *, is_head: bool = False) -> None:
        line = self._take(row.height_mm)
        if is_head:
            self.pages[-1].append(Box(line.x_mm, line.y_mm, line.width_mm, line.height_mm, SURFACE))
        x = line.x_mm
        for value, cells, column, width in zip(row.values, row.cells, block.columns, widths, strict=True):
            area = Area(x, line.y_mm, width, line.height_mm, line.scale)
            self.pages[-1].append(Box(area.x_mm, area.y_mm, width, line.height_mm, stroke=HAIRLINE, stroke_mm=0.2))
            self.pages[-1].extend(_draw_value(value, cells, area.inset(_PADDING_MM), column.align))
            x += width

    @property
    def _is_fresh(self) -> bool:
        return self.left.height_mm == self.body.height_mm

    def _cell(self, text: Text, size_pt: float, *, bold: bool = False, color: str = INK) -> Cell:
        return settle(self.measurer, text, self.body.width_mm, size_pt, bold=bold, color=color)

    def _put(self, cells: Sequence[Cell], below_mm: float, indent_mm: float = 0.0) -> None:
        for cell in cells:
            self._ask(cell.height_mm)
            area = self._take(cell.height_mm).cut_left(indent_mm)[1]
            self.pages[-1].append(draw_cell(cell, area))
        self._take(below_mm if cells else 0.0)

    def _ask(self, height_mm: float) -> None:
        if height_mm > self.left.height_mm and not self._is_fresh:
            self._turn()

    def _take(self, height_mm: float, below_mm: float = 0.0) -> Area:
        taken, self.left = self.left.cut_top(height_mm, below_mm)
        return taken

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
        self.left = self.body


@dataclass(frozen=True, slots=True)
class _Row:
    """A row whose texts have their sizes."""

    values: tuple[Value, ...]
    cells: tuple[tuple[Cell, ...], ...]
    height_mm: float


def _draw_value(value: Value, cells: Sequence[Cell], area: Area, align: Align) -> Iterator[Item]:
    for name in value.pictograms:
        yield Pictogram(area.x_mm, area.y_mm, _ICON_MM, name)
        area = area.cut_left(_ICON_MM, 0.8)[1]
    for cell in cells:
        place, area = area.cut_top(cell.height_mm)
        yield draw_cell(cell, place, align, Valign.TOP)


def draw_rule(area: Area) -> Line:
    """Return a line to write on at the foot of an area."""
    foot = area.y_mm + area.height_mm
    return Line(area.x_mm, foot, area.x_mm + area.width_mm, foot)
