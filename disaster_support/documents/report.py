"""Documents that flow: headings, paragraphs, tables and drawings below one another, over as many pages as needed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from disaster_support.documents.areas import Area
from disaster_support.documents.blocks import (
    BODY_PT,
    TABLE_PT,
    Block,
    Drawing,
    Heading,
    NewPage,
    Paragraph,
    Points,
    Table,
    Together,
    say,
)
from disaster_support.documents.flow import TITLE_PT, Flow
from disaster_support.documents.model import Document, Line, Page, Text, TextMeasurer
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.sheet import body_of, build_footer, scale_of

__all__ = (
    "BODY_PT",
    "FEWEST_PAGES",
    "ONE_PAGE",
    "TABLE_PT",
    "TITLE_PT",
    "Block",
    "Drawing",
    "Heading",
    "NewPage",
    "Paragraph",
    "Points",
    "Table",
    "Together",
    "build_report",
    "draw_rule",
    "say",
)

_TITLE_BEFORE = 6  # letters that the title may have more than a fact before it loses its end
_FOOTER_PT, _FOOTER_SHARE, _BETWEEN, _ENDLESS_MM = 8.0, 0.49, "  ·  ", 1e6  # as `build_footer` sets its facts
_MOST_LETTERS = 150  # more than a footer holds of the narrowest

ONE_PAGE = tuple(place / 20 for place in range(32, 11, -1))
"""Scales for a document that is to fill one page."""

FEWEST_PAGES = (1.0, 0.95, 0.9, 0.86)
"""Scales for a document whose last page is not to hold a few lines alone."""


def build_report(
    title: str,
    blocks: Iterable[Block],
    measurer: TextMeasurer,
    *,
    language: str,
    under: Sequence[str | Text] = (),
    facts: Sequence[str] = (),
    paper: Paper = A4,
    is_unreviewed: bool = False,
    scales: Sequence[float] = (1.0,),
) -> Document:
    """Return blocks as pages: the title with lines under it on the first, facts and page number in each footer.

    Args:
        title: of the document, also in the file.
        blocks: in the order of the page.
        measurer: settles every size.
        language: of title, headings and lines, BCP 47.
        under: lines below the title, such as venue and date, in the document's language; texts have their own.
        facts: for the footer.
        paper: sheet.
        is_unreviewed: whether texts of the library stand in it that nobody has checked.
        scales: how much larger all texts may be than usual; of those that need the fewest pages the first is taken.

    """
    kept = list(blocks)
    best: Flow | None = None
    for scale in scales:
        if best and not best.may_save_a_page(scale):
            continue
        flow = Flow(measurer, body_of(paper), language, scale)
        flow.title(title, under)
        flow.add(kept)
        if best is None or len(flow.finish()) < len(best.finish()):
            best = flow
    pages = best.finish() if best else []
    kept_facts = _fit_facts(measurer, (title, *facts), f"{len(pages)}/{len(pages)}", paper)
    return Document(
        title,
        language,
        tuple(
            Page(
                paper.width_mm,
                paper.height_mm,
                (
                    *items,
                    *build_footer(paper, (*kept_facts, f"{number}/{len(pages)}"), is_unreviewed=is_unreviewed),
                ),
            )
            for number, items in enumerate(pages, start=1)
        ),
    )


def _fit_facts(measurer: TextMeasurer, facts: Sequence[str], number: str, paper: Paper) -> list[str]:
    """Return the facts, the title first, that the footer's half of a line holds beside the longest page number."""
    room, size = body_of(paper).width_mm * _FOOTER_SHARE, _FOOTER_PT * scale_of(paper)
    whole = [" ".join(fact.split())[:_MOST_LETTERS] for fact in facts if fact.strip()]

    def fits(letters: int) -> bool:
        line = _BETWEEN.join((*_shorten(whole, letters), number))
        return measurer.measure(Text(line, "en"), size, _ENDLESS_MM).width_mm <= room

    return _shorten(whole, bisect_left(range(sum(map(len, whole))), True, key=fits))


def _shorten(facts: Sequence[str], letters: int) -> list[str]:
    """Return the facts with so many letters fewer; the longest loses its end first, the title a little later."""
    kept = list(facts)
    for _letter in range(letters):
        place = max(range(len(kept)), key=lambda one: len(kept[one]) - _TITLE_BEFORE * (one == 0))
        kept[place] = kept[place].removesuffix("…")[:-1] + "…"
    return kept


def draw_rule(area: Area) -> Line:
    """Return a line to write on at the foot of an area."""
    foot = area.y_mm + area.height_mm
    return Line(area.x_mm, foot, area.x_mm + area.width_mm, foot)
