"""Lists on paper: a head on every page, rows as high as their texts, groups with their counts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from disaster_support.documents.areas import Area
from disaster_support.documents.model import INK, Box, Item, Line, Page, Pictogram, Text, TextMeasurer, Valign
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import HAIRLINE, SURFACE, body_of, build_footer
from disaster_support.documents.typed import typed
from disaster_support.features.reception.paper.cells import Cell, draw_cell, fit_line, settle
from disaster_support.i18n import gettext as _

_TITLE_MM, _TITLE_PT, _UNDER_PT = 13.0, 18.0, 10.0
_PADDING_MM = 1.2
_ICON_MM = 4.2
_HEAD_PT = 8.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, and its share of the width."""

    head: str
    share: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a cell: texts below one another, and pictograms after them in the last line's height."""

    texts: tuple[Text, ...] = ()
    pictograms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; no heading where it is empty."""

    heading: str
    rows: Sequence[Sequence[Value]]
