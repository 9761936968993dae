"""The parts of a form that are tables of their own: a date in boxes, the family, what staff fill in."""

from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Cell, Stack, draw_cell
from disaster_support.documents.model import Align, Item, Line
from disaster_support.documents.sheet import HAIRLINE, SURFACE
from disaster_support.features.reception.paper.form_rows import FRAME_MM, PADDING_MM, WRITING_MM, frame

DATE_MM = (36.0, 18.0, 18.0)
"""The widths of year, month and day; what is left is for the age."""

NUMBER_MM, SEX_MM = 8.0, 19.0
NAME_SHARE = 0.5
_COMB = (4, 2, 2)


@dataclass(frozen=True, slots=True)
class DateBoxes:
    """A box for each figure of year, month and day, and one for the age, each part named above it."""

    parts: tuple[Stack, Stack, Stack]
    age: Stack
    hint: Stack

    @property
    def height_mm(self) -> float:
        """Return the height of the hint, of the names and of the boxes."""
        named = max(part.height_mm for part in (*self.parts, self.age))
        return self.hint.height_mm + named + WRITING_MM + PADDING_MM

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the hint, and the parts side by side below; the age stands apart."""
        top, area = area.inset(PADDING_MM / 2).cut_top(self.hint.height_mm)
        yield from self.hint.draw(top.cut_left(PADDING_MM / 2)[1])
        for part, width, figures in zip(self.parts, DATE_MM, _COMB, strict=True):
            cell, area = area.cut_left(width, PADDING_MM)
            yield from self._part(part, cell, figures)
        yield from self._part(self.age, area.cut_left(PADDING_MM)[1], 1)

    def _part(self, words: Stack, area: Area, figures: int) -> Iterator[Item]:
        boxes, above = area.cut_bottom(WRITING_MM - PADDING_MM / 2)
        yield from words.draw(above, Align.CENTER)
        yield from frame(boxes)
        for place in range(1, figures):
            x = boxes.x_mm + boxes.width_mm * place / figures
            yield Line(x, boxes.y_mm + boxes.height_mm / 2, x, boxes.y_mm + boxes.height_mm, HAIRLINE, FRAME_MM)


@dataclass(frozen=True, slots=True)
class FamilyTable:
    """The people who came along: a line each for name, sex and birth or age, below what is asked."""

    question: Stack
    name: Stack
    sexes: tuple[Stack, ...]
    birth: Stack
    numbers: tuple[Cell, ...]

    @property
    def _question_mm(self) -> float:
        return self.question.height_mm + PADDING_MM

    @property
    def _heads_mm(self) -> float:
        return max(stack.height_mm for stack in (self.name, *self.sexes, self.birth)) + PADDING_MM

    @property
    def height_mm(self) -> float:
        """Return the height of the question, the heads and all lines."""
        return self._question_mm + self._heads_mm + WRITING_MM * len(self.numbers)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give question, heads and lines; the lines share what height is left over."""
        head, rows = area.cut_top(self._question_mm + self._heads_mm)
        yield from frame(head, SURFACE)
        asked, heads = head.cut_top(self._question_mm)
        yield from self.question.draw(asked.inset(PADDING_MM / 2).cut_left(PADDING_MM / 2)[1])
        for words, cell in zip((None, self.name, *self.sexes, self.birth), self._columns(heads), strict=True):
            if words:
                yield from words.draw(cell.inset(PADDING_MM / 2), Align.CENTER)
        height = rows.height_mm / len(self.numbers)
        for number in self.numbers:
            row, rows = rows.cut_top(height)
            cells = list(self._columns(row))
            for cell in cells:
                yield from frame(cell)
            middle = cells[0].cut_top((height - number.height_mm) / 2)[1].cut_top(number.height_mm)[0]
            yield draw_cell(number, middle, Align.CENTER)

    def _columns(self, row: Area) -> Iterator[Area]:
        first, rest = row.cut_left(NUMBER_MM)
        yield first
        name, rest = rest.cut_left(row.width_mm * NAME_SHARE - NUMBER_MM)
        yield name
        for _sex in self.sexes:
            cell, rest = rest.cut_left(SEX_MM)
            yield cell
        yield rest


def family_widths_mm(width_mm: float, sexes: int) -> tuple[float, float, float]:
    """Return the widths that the heads of name, sex and birth have in a table of this width."""
    name = width_mm * NAME_SHARE - NUMBER_MM
    birth = width_mm - NUMBER_MM - name - SEX_MM * sexes
    return name - PADDING_MM, SEX_MM - PADDING_MM, birth - PADDING_MM


@dataclass(frozen=True, slots=True)
class StaffBlock:
    """What staff fill in: below a thick line, the heading and a field for each thing, its name small at the top."""

    heading: Stack
    fields: tuple[Cell, ...]

    @property
    def height_mm(self) -> float:
        """Return the height of a field."""
        return max(self.heading.height_mm, max(field.height_mm for field in self.fields) + WRITING_MM) + PADDING_MM

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the heading and the fields in one row."""
        width = area.width_mm / (len(self.fields) + 1)
        for field in reversed(self.fields):
            cell, area = area.cut_right(width)
            yield from frame(cell)
            yield draw_cell(field, cell.inset(PADDING_MM / 2))
        yield from frame(area, SURFACE)
        yield from self.heading.draw(area.inset(PADDING_MM))


def staff_field_mm(width_mm: float, fields: int) -> float:
    """Return the width of the words in the heading and in each field of a row of this width."""
    return width_mm / (fields + 1) - 2 * PADDING_MM
