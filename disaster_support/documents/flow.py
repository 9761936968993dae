"""Blocks set below one another, page after page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from disaster_support.documents.areas import Area
from disaster_support.documents.blocks import BODY_PT, Block, Drawing, Heading, NewPage, Paragraph, Table, Together
from disaster_support.documents.cells import Cell, draw_cell, settle
from disaster_support.documents.model import INK, Box, Item, Text, TextMeasurer
from disaster_support.documents.ruled import RuledTable
from disaster_support.documents.sheet import GREY

TITLE_PT = 20.0
_HEADING_PT = {1: 14.0, 2: 11.5}
_ABOVE_MM = {1: 4.0, 2: 2.4}
_RULE_MM, _HEAD_GAP_MM, _BELOW_MM, _TABLE_BELOW_MM = 1.0, 3.0, 1.4, 2.4
_BULLET_GAP_MM = 1.0
_SMALLER = 0.9
_RECKONED_MORE = 1.05  # what reckoning may be wrong by


@dataclass(slots=True)
class Flow:
    """Fills one page after another; `scale` is how much larger than usual texts are."""

    measurer: TextMeasurer
    body: Area
    language: str
    scale: float = 1.0
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    left: Area = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.body

    def title(self, title: str, under: Sequence[str | Text]) -> None:
        """Set the title of the first page with the lines under it, above a rule; they are never larger than usual."""
        scale = min(1.0, self.scale)
        self._put([self._cell_at(Text(title, self.language), TITLE_PT * scale, bold=True)], 1.0)
        for words in under:
            text = words if isinstance(words, Text) else Text(words, self.language)
            self._put([self._cell_at(text, BODY_PT * scale, color=GREY)] if text.string else [], 1.0)
        rule = self._take(_RULE_MM, _HEAD_GAP_MM)
        self.pages[-1].append(Box(rule.x_mm, rule.y_mm, rule.width_mm, rule.height_mm, INK))

    def add(self, blocks: Sequence[Block]) -> None:
        """Set blocks where there is room for them; a heading stands above what follows it, never at a foot."""
        for place, block in enumerate(blocks):
            match block:
                case Heading():
                    self._ask(self._least_mm(blocks[place:]))
                    self._head(block)
                case Paragraph():
                    self._paragraph(block)
                case Together(paragraphs):
                    self._ask(sum(map(self._high_mm, paragraphs)))
                    for paragraph in paragraphs:
                        self._paragraph(paragraph)
                    self._take(_ABOVE_MM[2] * self.scale)
                case Table():
                    self._table(block)
                case Drawing(height_mm, draw):
                    self._ask(height_mm)
                    self.pages[-1].extend(draw(self._take(height_mm, _BELOW_MM)))
                case NewPage():
                    self._turn()

    def finish(self) -> list[list[Item]]:
        """Return the items of every page; a page that was begun for nothing is none."""
        return self.pages if self.pages[-1] or len(self.pages) == 1 else self.pages[:-1]

    def may_save_a_page(self, scale: float) -> bool:
        """Whether texts of another size could do with fewer pages: they fill about its square as much."""
        pages = len(self.finish())
        filled = pages - self.left.height_mm / self.body.height_mm
        return filled * (scale / self.scale) ** 2 < (pages - 1) * _RECKONED_MORE

    def _head(self, block: Heading) -> None:
        if not self._is_fresh:
            self._take(_ABOVE_MM[block.level] * self.scale)
        self._put([self._heading(block)], _BELOW_MM)

    def _heading(self, block: Heading) -> Cell:
        return self._cell(Text(block.words, self.language), _HEADING_PT[block.level], bold=True)

    def _least_mm(self, blocks: Sequence[Block]) -> float:
        """Return the height of headings at the beginning and of the first that stands under them."""
        height = 0.0
        for block in blocks:
            match block:
                case Heading():
                    height += _ABOVE_MM[block.level] * self.scale + self._heading(block).height_mm + _BELOW_MM
                    continue
                case Paragraph():
                    height += self._high_mm(block)
                case Together(paragraphs):
                    height += sum(map(self._high_mm, paragraphs))
                case Table():
                    ruled = self._ruled(block)
                    height += ruled.head_mm + next((row.height_mm for row in ruled.rows()), 0.0)
                case Drawing(height_mm, _draw):
                    height += height_mm
                case NewPage():
                    pass
            break
        return height

    def _paragraph(self, block: Paragraph) -> None:
        cells, indent = self._cells(block), self._indent_mm(block)
        self._ask(sum(cell.height_mm for cell in cells))
        if block.bullet and cells:
            mark = self._cell(Text(block.bullet, self.language), block.size_pt, color=block.color)
            self.pages[-1].append(draw_cell(mark, self.left.cut_top(mark.height_mm)[0]))
        self._put(cells, _BELOW_MM * self.scale, indent)

    def _high_mm(self, block: Paragraph) -> float:
        return sum(cell.height_mm for cell in self._cells(block)) + _BELOW_MM * self.scale

    def _cells(self, block: Paragraph) -> list[Cell]:
        """Settle the texts of a paragraph; what is higher than a page is set smaller until it is not."""
        width = self.body.width_mm - self._indent_mm(block)
        size = block.size_pt * self.scale
        while True:
            settled = (
                settle(self.measurer, text, width, size, bold=block.is_bold, color=block.color) for text in block.texts
            )
            cells = list(settled)
            if sum(cell.height_mm for cell in cells) <= self.body.height_mm:
                return cells
            size *= _SMALLER

    def _indent_mm(self, block: Paragraph) -> float:
        if not block.bullet:
            return 0.0
        mark = Text(block.bullet, self.language)
        extent = self.measurer.measure(mark, block.size_pt * self.scale, self.body.width_mm)
        return extent.width_mm + _BULLET_GAP_MM

    def _table(self, block: Table) -> None:
        ruled = self._ruled(block)
        is_begun = False
        for row in ruled.rows():
            if row.height_mm + (0.0 if is_begun else ruled.head_mm) > self.left.height_mm:
                self._turn()
                is_begun = False
            if ruled.head and not is_begun:
                self.pages[-1].extend(ruled.draw(ruled.head, self._take(ruled.head_mm)))
            is_begun = True
            self.pages[-1].extend(ruled.draw(row, self._take(row.height_mm)))
        self._take(_TABLE_BELOW_MM)

    def _ruled(self, block: Table) -> RuledTable:
        body = self.body
        return RuledTable(block, self.measurer, body.width_mm, body.height_mm, self.language, self.scale)

    @property
    def _is_fresh(self) -> bool:
        return self.left.height_mm == self.body.height_mm

    def _cell(self, text: Text, size_pt: float, *, bold: bool = False, color: str = INK) -> Cell:
        return self._cell_at(text, size_pt * self.scale, bold=bold, color=color)

    def _cell_at(self, text: Text, size_pt: float, *, bold: bool = False, color: str = INK) -> Cell:
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
