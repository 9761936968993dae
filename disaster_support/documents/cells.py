"""Texts in columns of a given width: each measured once, its height known before the row is placed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, SLACK_MM, fit_text, sizes_pt
from disaster_support.documents.model import INK, Align, Item, Text, TextBox, TextMeasurer, Valign
from disaster_support.documents.typed import breakable, fit_free
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_BESIDE_MM, _BELOW_MM = 2.0, 0.3
_SMALLEST_PT = 5.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A text at a settled size, and the room it takes in the width it was settled for."""

    text: Text
    size_pt: float
    width_mm: float
    height_mm: float
    bold: bool = False
    color: str = INK


def settle(
    measurer: TextMeasurer, text: Text, width_mm: float, size_pt: float, *, bold: bool = False, color: str = INK
) -> Cell:
    """Return the text at this size in this width; smaller where a word is wider, broken only where that is too small.

    To make it smaller comes first, since most scripts cannot be read when their words break between any two letters.
    """
    extent = measurer.measure(text, size_pt, width_mm, bold=bold)
    if extent.width_mm > width_mm:
        smaller = size_pt * width_mm / (extent.width_mm + SLACK_MM)
        text, size_pt = (text, smaller) if smaller >= _SMALLEST_PT else (breakable(text), _SMALLEST_PT)
        extent = measurer.measure(text, size_pt, width_mm, bold=bold)
    width = width_mm if extent.lines > 1 else extent.width_mm + SLACK_MM
    return Cell(text, size_pt, width, extent.height_mm + SLACK_MM, bold, color)


@dataclass(frozen=True, slots=True)
class Stack:
    """Short texts side by side while there is room, the others one below the other."""

    lines: tuple[tuple[Cell, ...], ...]

    @classmethod
    def pack(cls, cells: Iterable[Cell], width_mm: float) -> "Stack":
        """Return the texts in lines of this width."""
        lines: list[list[Cell]] = []
        for cell in cells:
            if lines and _width_mm(lines[-1]) + _BESIDE_MM + cell.width_mm <= width_mm:
                lines[-1].append(cell)
            else:
                lines.append([cell])
        return cls(tuple(map(tuple, lines)))

    @property
    def height_mm(self) -> float:
        """Return the height of all lines with the gaps between."""
        return sum(map(_height_mm, self.lines)) + _BELOW_MM * max(0, len(self.lines) - 1)

    def below(self, other: "Stack") -> "Stack":
        """Return this stack with the lines of another below."""
        return Stack(self.lines + other.lines)

    def draw(self, area: Area, align: Align = Align.START) -> Iterator[Item]:
        """Give the texts, in the middle of the area's height; each line's texts stand on one foot."""
        y = area.y_mm + (area.height_mm - self.height_mm) / 2
        for line in self.lines:
            height = _height_mm(line)
            spare = area.width_mm - _width_mm(line)
            x = area.x_mm + (spare / 2 if align is Align.CENTER else 0.0)
            for cell in line:
                place = Area(x, y + height - cell.height_mm, cell.width_mm, cell.height_mm, area.scale)
                yield draw_cell(cell, place, align)
                x += cell.width_mm + _BESIDE_MM
            y += height + _BELOW_MM


def _width_mm(line: Sequence[Cell]) -> float:
    return sum(cell.width_mm for cell in line) + _BESIDE_MM * (len(line) - 1)


def _height_mm(line: Sequence[Cell]) -> float:
    return max(cell.height_mm for cell in line)


def draw_cell(cell: Cell, area: Area, align: Align = Align.START, valign: Valign = Valign.TOP) -> TextBox:
    """Return a settled text in an area at least as wide as it was settled for."""
    return area.text(cell.text, cell.size_pt, bold=cell.bold, color=cell.color, align=align, valign=valign)


def fit_line(
    measurer: TextMeasurer,
    text: Text,
    area: Area,
    most_pt: float,
    *,
    bold: bool = False,
    color: str = INK,
    align: Align = Align.START,
    valign: Valign = Valign.MIDDLE,
) -> TextBox:
    """Return a text as large as its area allows, up to a size, in as many lines as that takes.

    Raises:
        UserError: even the smallest size is too large for it.

    """
    width, height = area.width_mm, area.height_mm
    size = fit_text(measurer, text, width, height, minimum_pt=LADDER_PT[0], maximum_pt=most_pt, bold=bold)
    if size is None:
        text, size = fit_free(measurer, text, width, height, maximum_pt=most_pt, bold=bold)
    return area.text(text, size, bold=bold, color=color, align=align, valign=valign)


def fit_flow(
    measurer: TextMeasurer, texts: Sequence[Text], area: Area, most_pt: float, *, bold: bool = False
) -> Iterator[Item]:
    """Give short texts side by side and below one another, as large as the area holds, up to a size.

    Raises:
        UserError: even the smallest size is too large for them.

    """
    for size in reversed(sizes_pt(LADDER_PT[0] / 2, most_pt)):
        cells = (settle(measurer, text, area.width_mm, size, bold=bold) for text in texts)
        packed = Stack.pack(cells, area.width_mm)
        if packed.height_mm <= area.height_mm:
            yield from packed.draw(area)
            return
    raise UserError(
        _("This text is too long for the sheet: {text}. Shorten it.").format(text=texts[0].string[:40] + "…")
    )
