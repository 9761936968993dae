"""The sheet of a staff document: title and facts above a rule, a footer with date and page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.model import INK, Align, Box, Item, Page, TextMeasurer
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import GREY, body_of, build_footer
from disaster_support.documents.typed import typed

_TITLE_MM, _LINE_MM, _GAP_MM, _RULE_MM = 9.0, 4.8, 3.0, 1.0
_TITLE_PT, _UNDER_PT = 20.0, 10.0


@dataclass(frozen=True, slots=True)
class ListSheet:
    """What every page of such a document has."""

    measurer: TextMeasurer
    paper: Paper
    title: str
    shelter: str
    at: datetime
    under: tuple[str, ...] = ()  # lines below the title

    @property
    def room(self) -> Area:
        """Return what is left below the head."""
        return body_of(self.paper).cut_top(self._head_mm, _GAP_MM)[1]

    @property
    def _head_mm(self) -> float:
        return _TITLE_MM + _LINE_MM * len(self.under) + _RULE_MM + 1.0

    def pages(self, contents: Sequence[Sequence[Item]]) -> tuple[Page, ...]:
        """Return the pages with these contents, numbered."""
        head = tuple(self._head())
        return tuple(
            Page(self.paper.width_mm, self.paper.height_mm, (*head, *items, *self._footer(number, len(contents))))
            for number, items in enumerate(contents, start=1)
        )

    def _head(self) -> Iterator[Item]:
        rule, area = body_of(self.paper).cut_top(self._head_mm)[0].cut_bottom(_RULE_MM, 1.0)
        yield Box(rule.x_mm, rule.y_mm, rule.width_mm, rule.height_mm, INK)
        top, below = area.cut_top(_TITLE_MM)
        right, title = top.cut_right(top.width_mm * 0.35, 4.0)
        yield fit_line(self.measurer, typed(self.title), title, _TITLE_PT, bold=True)
        when = self.at.strftime("%Y-%m-%d %H:%M")
        place, day = right.cut_top(right.height_mm / 2)
        for words, line in ((self.shelter, place), (when, day)):
            if words:
                yield fit_line(self.measurer, typed(words), line, _UNDER_PT, align=Align.END)
        for words in self.under:
            line, below = below.cut_top(_LINE_MM)
            yield fit_line(self.measurer, typed(words), line, _UNDER_PT, color=GREY)

    def _footer(self, number: int, count: int) -> Iterator[Item]:
        facts = (self.title, self.at.date().isoformat(), f"{number}/{count}")
        yield from build_footer(self.paper, facts, is_unreviewed=False)
