"""What a flowing document is made of: headings, paragraphs, tables and drawings, one below the other."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from disaster_support.documents.areas import Area
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import INK, Item, Text

BODY_PT, TABLE_PT = 10.5, 9.0


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
class Together:
    """Paragraphs that stand on one page, such as a question with its choices."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Points(Value):
    """What stands in a cell of a table, each text after a mark."""

    mark: str = "・"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its heads stand on every page, and a row is never divided.

    `heads` stand in place of the columns' own, where these are not in the document's language. With `has_labels` the
    first column names what stands beside it, on grey; `shaded` are the places of rows on grey.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    least_row_mm: float = 0.0  # room to write in
    has_labels: bool = False
    shaded: AbstractSet[int] = frozenset()
    heads: Sequence[Value] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn into an area of the full width: a chart, a frame to write in."""

    height_mm: float
    draw: Callable[[Area], Iterable[Item]]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Together | Table | Drawing | NewPage


def say(words: str, language: str) -> Value:
    """Return a cell of a table with one text; empty words leave it empty."""
    return Value((Text(words, language),) if words else ())
