"""The rows of a form: what is asked on one side, room for the answer on the other; each as high as it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Stack
from disaster_support.documents.model import INK, Align, Box, Item, Line
from disaster_support.documents.sheet import HAIRLINE, SURFACE

WRITING_MM = 9.0
"""The least height of what is written by hand."""

LABEL_SHARE, ASK_SHARE = 0.26, 0.4
"""How much of a row's width a label takes, and a question that is answered by ticks."""

PADDING_MM = 1.1
TICK_MM = 4.6
TICK_COLUMN_MM = 17.0
FRAME_MM = 0.25
_UNDER_HINT_MM = 6.0


class Row(Protocol):
    """A row of a form."""

    @property
    def height_mm(self) -> float:
        """Return the least height."""

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the row in an area at least that high."""


class Answer(Protocol):
    """Room for an answer, in the answer's column."""

    @property
    def height_mm(self) -> float:
        """Return the least height."""

    def draw(self, area: Area) -> Iterator[Item]:
        """Give what stands in the column, which may be nothing but room."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question on grey, and its answer on white."""

    label: Stack
    answer: Answer
    label_share: float = LABEL_SHARE

    @property
    def height_mm(self) -> float:
        """Return what the higher of the two takes."""
        return max(self.label.height_mm + 2 * PADDING_MM, self.answer.height_mm)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give question and answer, each in its cell."""
        label, answer = area.cut_left(area.width_mm * self.label_share)
        yield from frame(label, SURFACE)
        yield from frame(answer)
        yield from self.label.draw(label.inset(PADDING_MM))
        yield from self.answer.draw(answer)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows side by side, each in half the width."""

    first: Row
    second: Row

    @property
    def height_mm(self) -> float:
        """Return what the higher of the two takes."""
        return max(self.first.height_mm, self.second.height_mm)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give both."""
        left, right = area.cut_left(area.width_mm / 2)
        yield from self.first.draw(left)
        yield from self.second.draw(right)


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing: the cell is written into; what should be written may stand small at its top."""

    least_mm: float = WRITING_MM
    hint: Stack | None = None

    @property
    def height_mm(self) -> float:
        """Return the room for writing, and for a hint more of it where little would be left."""
        return max(self.least_mm, _UNDER_HINT_MM + PADDING_MM / 2 + self.hint.height_mm if self.hint else 0.0)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the hint."""
        if self.hint:
            top = area.inset(PADDING_MM / 2).cut_top(self.hint.height_mm)[0]
            yield from self.hint.draw(top.cut_left(PADDING_MM / 2)[1])


@dataclass(frozen=True, slots=True)
class Ticks:
    """Options with a box each, in equal columns, row by row; below them room for something else where asked."""

    options: tuple[Stack, ...]
    columns: int
    more: Blank | None = None

    @property
    def _rows_mm(self) -> list[float]:
        starts = range(0, len(self.options), self.columns)
        rows = (self.options[start : start + self.columns] for start in starts)
        return [max(TICK_MM, *(option.height_mm for option in row)) + PADDING_MM for row in rows]

    @property
    def height_mm(self) -> float:
        """Return the height of all rows."""
        return max(WRITING_MM, sum(self._rows_mm) + 2 * PADDING_MM) + (self.more.height_mm if self.more else 0.0)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the boxes with their words, spread over the height."""
        if self.more:
            below, area = area.cut_bottom(self.more.height_mm)
            yield Line(below.x_mm, below.y_mm, below.x_mm + below.width_mm, below.y_mm, HAIRLINE, FRAME_MM)
            yield from self.more.draw(below)
        rows = self._rows_mm
        spare = (area.height_mm - sum(rows)) / (len(rows) + 1)
        width = (area.width_mm - 2 * PADDING_MM) / self.columns
        y = area.y_mm + spare
        for row, height in enumerate(rows):
            for column, option in enumerate(self.options[row * self.columns : (row + 1) * self.columns]):
                x = area.x_mm + PADDING_MM + column * width
                yield from tick(Area(x, y, width, height, area.scale), option)
            y += height + spare


def option_width_mm(answer_mm: float, columns: int) -> float:
    """Return the width of an option's words in an answer's column shared by so many."""
    return (answer_mm - 2 * PADDING_MM) / columns - TICK_MM - 2 * PADDING_MM


@dataclass(frozen=True, slots=True)
class TickColumns:
    """A narrow column for each option, a box in each, and room to write beside; the heads stand above the run."""

    count: int
    detail: Blank | None

    @property
    def height_mm(self) -> float:
        """Return the height of a box to tick or of the room to write."""
        return max(WRITING_MM, self.detail.height_mm if self.detail else 0.0)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the boxes and what to write beside them."""
        for _number in range(self.count):
            cell, area = area.cut_left(TICK_COLUMN_MM)
            yield from frame(cell)
            yield _tick_box(cell, cell.x_mm + (cell.width_mm - TICK_MM) / 2)
        if self.detail:
            yield from self.detail.draw(area)


@dataclass(frozen=True, slots=True)
class TickHeads:
    """The words above a run of tick columns, with a heading over the questions."""

    heading: Stack
    heads: tuple[Stack, ...]
    label_share: float = LABEL_SHARE

    @property
    def height_mm(self) -> float:
        """Return the height of the highest."""
        return max(stack.height_mm for stack in (self.heading, *self.heads)) + 2 * PADDING_MM

    def draw(self, area: Area) -> Iterator[Item]:
        """Give the heading and the head of each column."""
        label, area = area.cut_left(area.width_mm * self.label_share)
        yield from self.heading.draw(label.inset(PADDING_MM))
        for head in self.heads:
            cell, area = area.cut_left(TICK_COLUMN_MM)
            yield from head.draw(cell.inset(PADDING_MM / 2), Align.CENTER)


def tick(area: Area, words: Stack) -> Iterator[Item]:
    """Give a box to tick and the words that go with it."""
    yield _tick_box(area, area.x_mm)
    yield from words.draw(area.cut_left(TICK_MM + PADDING_MM)[1].cut_right(PADDING_MM)[1])


def _tick_box(area: Area, x_mm: float) -> Box:
    y = area.y_mm + (area.height_mm - TICK_MM) / 2
    return Box(x_mm, y, TICK_MM, TICK_MM, stroke=INK, stroke_mm=0.35)


def frame(area: Area, fill: str | None = None) -> Iterator[Item]:
    """Give the outline of a cell."""
    yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, fill, HAIRLINE, FRAME_MM)
