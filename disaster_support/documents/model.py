"""A document as plain data: pages, and on each page boxes, lines, pictures and text.

All lengths are millimetres unless a name says `_pt`; the origin is the top left corner, y grows downwards; colours
are `#rrggbb`. Nothing here knows how text is shaped or drawn: sizes are settled by the builder of a document with a
`TextMeasurer`, and `printing` draws exactly that or refuses.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from disaster_support.ruby import Ruby

INK = "#1a1a1a"


class Align(StrEnum):
    """Where text stands along the line; start and end follow the language's direction."""

    START = "start"
    CENTER = "center"
    END = "end"


class Valign(StrEnum):
    """Where a block of lines stands in its box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Direction(StrEnum):
    """Where an arrow points, as seen by the reader."""

    UP = "up"
    UP_RIGHT = "up-right"
    RIGHT = "right"
    DOWN_RIGHT = "down-right"
    DOWN = "down"
    DOWN_LEFT = "down-left"
    LEFT = "left"
    UP_LEFT = "up-left"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language (BCP 47 tag), with readings above it; line feeds start new lines."""

    string: str
    language: str
    ruby: tuple[Ruby, ...] = ()


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text at a settled size in a box. Drawing it raises `TextOverflow` where it does not fit."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    text: Text
    size_pt: float
    bold: bool = False
    color: str = INK
    align: Align = Align.START
    valign: Valign = Valign.TOP


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or outlined or both, with rounded corners where a radius is given."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    fill: str | None = None
    stroke: str | None = None
    stroke_mm: float = 0.3
    radius_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    color: str = INK
    width_mm: float = 0.3
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A pictogram of the bundled set, by its name, drawn in one colour as large as the square allows."""

    x_mm: float
    y_mm: float
    size_mm: float
    name: str
    color: str = INK


@dataclass(frozen=True, slots=True)
class Arrow:
    """A solid arrow in a square."""

    x_mm: float
    y_mm: float
    size_mm: float
    direction: Direction
    color: str = INK


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of a text, quiet zone included in the square."""

    x_mm: float
    y_mm: float
    size_mm: float
    content: str


Item = TextBox | Box | Line | Pictogram | Arrow | QrCode


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper; items are drawn in order, later ones on top."""

    width_mm: float
    height_mm: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Pages with what the file says of itself: title, main language, subject."""

    title: str
    language: str
    pages: tuple[Page, ...]
    subject: str = ""


class Extent(NamedTuple):
    """The room that a wrapped text takes: ruby, ascenders and descenders included. Thousands are made: a tuple."""

    width_mm: float
    height_mm: float
    lines: int


class TextMeasurer(Protocol):
    """What a builder asks to settle sizes; `printing.Typesetter` answers."""

    def measure(self, text: Text, size_pt: float, width_mm: float, *, bold: bool = False) -> Extent:
        """Return the room the text takes at this size when wrapped to this width."""

    def largest_size_pt(
        self, text: Text, width_mm: float, height_mm: float, *, maximum_pt: float, minimum_pt: float, bold: bool = False
    ) -> float | None:
        """Return the largest size at which the text fits the box, or None if even the smallest does not fit."""
