"""Several small pages on one large sheet, to be cut apart.

A document goes in and a document comes out, its items moved and, where the pages are too large, scaled down.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from disaster_support.documents.model import Arrow, Box, Document, Item, Line, Page, Pictogram, QrCode, TextBox
from disaster_support.documents.paper import Paper

_Boxed = TypeVar("_Boxed", TextBox, Box)

_MARK_MM = 5.0
_MARK_COLOR = "#666666"
_MARK_WIDTH_MM = 0.1


def impose(document: Document, sheet: Paper, *, columns: int, rows: int, cut_marks: bool = True) -> Document:
    """Return a document with `columns` times `rows` pages on every sheet, row by row, in the middle of the sheet.

    All pages must be of one size (ValueError); they are made smaller where they would not fit, never larger.
    Cut marks stand on the edges that two pages share, so that one cut serves both, and end at the sheet's edge.
    """
    if not document.pages:
        return document
    first = document.pages[0]
    if any((page.width_mm, page.height_mm) != (first.width_mm, first.height_mm) for page in document.pages):
        raise ValueError("pages of different sizes on one sheet")
    grid = _Grid(sheet, columns, rows, first)
    count = columns * rows
    batches = [document.pages[start : start + count] for start in range(0, len(document.pages), count)]
    marks = tuple(grid.cut_marks()) if cut_marks else ()
    return replace(document, pages=tuple(grid.sheet_of(pages, marks) for pages in batches))


class _Grid:
    """Where pages stand on a sheet."""

    def __init__(self, sheet: Paper, columns: int, rows: int, page: Page) -> None:
        self.sheet, self.columns, self.rows = sheet, columns, rows
        self.scale = min(1.0, sheet.width_mm / (columns * page.width_mm), sheet.height_mm / (rows * page.height_mm))
        self.width_mm, self.height_mm = page.width_mm * self.scale, page.height_mm * self.scale
        self.left_mm = (sheet.width_mm - columns * self.width_mm) / 2
        self.top_mm = (sheet.height_mm - rows * self.height_mm) / 2

    def sheet_of(self, pages: Sequence[Page], marks: tuple[Item, ...]) -> Page:
        """Return a sheet with these pages."""
        items: list[Item] = []
        for place, page in enumerate(pages):
            row, column = divmod(place, self.columns)
            x_mm, y_mm = self.left_mm + column * self.width_mm, self.top_mm + row * self.height_mm
            items += [move_item(item, x_mm, y_mm, self.scale) for item in page.items]
        return Page(self.sheet.width_mm, self.sheet.height_mm, (*items, *marks))

    def cut_marks(self) -> Iterator[Line]:
        """Yield a short line at each end of every cut, and a cross where cuts meet inside the sheet."""
        xs = [self.left_mm + column * self.width_mm for column in range(self.columns + 1)]
        ys = [self.top_mm + row * self.height_mm for row in range(self.rows + 1)]
        for x_mm in xs:
            if 0 < x_mm < self.sheet.width_mm:
                for start, end in _marks(ys, self.sheet.height_mm):
                    yield Line(x_mm, start, x_mm, end, _MARK_COLOR, _MARK_WIDTH_MM)
        for y_mm in ys:
            if 0 < y_mm < self.sheet.height_mm:
                for start, end in _marks(xs, self.sheet.width_mm):
                    yield Line(start, y_mm, end, y_mm, _MARK_COLOR, _MARK_WIDTH_MM)


def _marks(crossings: Sequence[float], length_mm: float) -> Iterator[tuple[float, float]]:
    """Yield where the marks along a cut begin and end: at both edges of the sheet and around what crosses it."""
    yield 0.0, min(_MARK_MM, length_mm)
    for crossing in crossings[1:-1]:
        yield crossing - _MARK_MM / 2, crossing + _MARK_MM / 2
    yield max(0.0, length_mm - _MARK_MM), length_mm


def move_item(item: Item, x_mm: float, y_mm: float, scale: float = 1.0) -> Item:
    """Return an item scaled about the corner of its page and then moved."""
    match item:
        case Line():
            return replace(
                item,
                x1_mm=x_mm + item.x1_mm * scale,
                y1_mm=y_mm + item.y1_mm * scale,
                x2_mm=x_mm + item.x2_mm * scale,
                y2_mm=y_mm + item.y2_mm * scale,
                width_mm=item.width_mm * scale,
            )
        case TextBox():
            return replace(_move_box(item, x_mm, y_mm, scale), size_pt=item.size_pt * scale)
        case Box():
            return replace(
                _move_box(item, x_mm, y_mm, scale), stroke_mm=item.stroke_mm * scale, radius_mm=item.radius_mm * scale
            )
        case Pictogram() | Arrow() | QrCode():
            return replace(
                item, x_mm=x_mm + item.x_mm * scale, y_mm=y_mm + item.y_mm * scale, size_mm=item.size_mm * scale
            )


def _move_box(item: _Boxed, x_mm: float, y_mm: float, scale: float) -> _Boxed:
    """Move and scale what has a width and a height."""
    return replace(
        item,
        x_mm=x_mm + item.x_mm * scale,
        y_mm=y_mm + item.y_mm * scale,
        width_mm=item.width_mm * scale,
        height_mm=item.height_mm * scale,
    )
