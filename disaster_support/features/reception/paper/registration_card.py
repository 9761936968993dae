"""The registration card: blank, numbered, in the languages of whoever fills it in, Japanese below for the staff.

Source: the 避難者登録カード of CLAIR's tools for multilingual support in disasters, with the questions of reception.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.areas import Area
from disaster_support.documents.mirror import mirror
from disaster_support.documents.model import Document, Item, Page, TextMeasurer
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import body_of, build_footer
from disaster_support.errors import UserError
from disaster_support.features.reception.paper.form_flow import Plan, plan_form
from disaster_support.features.reception.paper.form_head import FormHead
from disaster_support.features.reception.paper.form_questions import form_entries
from disaster_support.features.reception.paper.form_texts import FormTexts, Sizes
from disaster_support.features.reception.paper.names import rtl_tags
from disaster_support.i18n import gettext as _

MOST_LANGUAGES = 6
"""How many languages one card takes; with more nobody finds theirs."""

_SHEET_PAGES = 2  # front and back of one sheet
_TRIES = (  # what to try, the first that fits: readings give way first, then two lines of the family, then size
    *(Sizes(size, 7.5, has_readings=True) for size in (13.0, 12.0, 11.0, 10.0)),
    *(Sizes(size, 7.0, has_readings=False) for size in (10.5, 10.0, 9.5)),
    *(Sizes(size, 7.0, has_readings=False, family_lines=4) for size in (10.0, 9.5, 9.0)),
)
_MOST_SHEETS = 8  # six languages take two or three


def build_registration_cards(
    catalogue: Catalogue,
    languages: Sequence[str],
    numbers: Sequence[str],
    paper: Paper,
    measurer: TextMeasurer,
    *,
    shelter: str = "",
    event: str = "",
    printed_on: date | None = None,
) -> Document:
    """Return a blank card for each number, all in the same languages: front and back of a sheet where that holds them.

    For different groups of languages build a document each, with numbers of its own. A text that the library does not
    have in a language stands in Japanese alone. Every page bears the number, as a QR code too.

    Raises:
        UserError: a language is unknown, there are none or more than six, or a name is too long for the head.

    """
    tags = tuple(dict.fromkeys(catalogue.get_language(tag).tag for tag in languages))
    if not 1 <= len(tags) <= MOST_LANGUAGES:
        raise UserError(_("A registration card takes 1 to {most} languages.").format(most=MOST_LANGUAGES))
    card = _Card(catalogue, tags, paper, measurer, shelter, event, printed_on)
    plan = card.plan()
    pages = [list(card.draw(plan, place)) for place in range(len(plan.pages))]
    title = plan.texts.japanese("form.title").string
    return Document(title, tags[0], tuple(card.number_pages(plan, pages, numbers)), ", ".join(tags))


@dataclass(frozen=True, slots=True)
class _Card:
    """What is printed, and on what."""

    catalogue: Catalogue
    tags: tuple[str, ...]
    paper: Paper
    measurer: TextMeasurer
    shelter: str
    event: str
    printed_on: date | None

    def plan(self) -> Plan:
        """Return the rows page by page, on the fewest sheets and there at the largest sizes."""
        body = body_of(self.paper)
        plans: dict[Sizes, Plan] = {}
        for sheets in range(1, _MOST_SHEETS + 1):
            for sizes in _TRIES:
                plan = plans.get(sizes) or plan_form(self._texts(sizes, body), body)
                plans[sizes] = plan
                if len(plan.pages) <= sheets * _SHEET_PAGES:
                    return plan
        raise UserError(_("The texts of this card are too long for the paper. Choose fewer languages."))

    def _texts(self, sizes: Sizes, body: Area) -> FormTexts:
        language_pt, japanese_pt = sizes.language_pt * body.scale, sizes.japanese_pt * body.scale
        scaled = replace(sizes, language_pt=language_pt, japanese_pt=japanese_pt)
        return FormTexts(self.catalogue, self.tags, self.measurer, scaled)

    def draw(self, plan: Plan, place: int) -> Iterator[Item]:
        """Give what is the same on this page of every card."""
        head = FormHead(plan.texts, self.shelter, self.event)
        yield from head.draw(plan, place)
        items = plan.draw_rows(place)
        if plan.texts.is_rtl:
            items = mirror(items, self.paper.width_mm, rtl_tags(self.catalogue.languages))
        yield from items
        title = plan.texts.japanese("form.title").string
        day = self.printed_on.isoformat() if self.printed_on else ""
        is_unreviewed = plan.texts.is_unreviewed(form_entries())
        facts = (title, day, f"{place + 1}/{len(plan.pages)}")
        yield from build_footer(self.paper, facts, is_unreviewed=is_unreviewed)

    def number_pages(self, plan: Plan, pages: Sequence[Sequence[Item]], numbers: Sequence[str]) -> Iterator[Page]:
        """Give all pages of all cards: what they share, and each card's number."""
        head = FormHead(plan.texts, self.shelter, self.event)
        for number in numbers:
            for place, items in enumerate(pages):
                numbered = (*items, *head.draw_number(plan, place, number))
                yield Page(self.paper.width_mm, self.paper.height_mm, numbered)
