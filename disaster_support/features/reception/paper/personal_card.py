"""Personal cards: as large as a bank card, ten on a sheet, to be cut out and carried.

Source: ISO/IEC 7810, ID-1, for the size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Review
from disaster_support.content.tags import match_tag
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_flow, fit_line
from disaster_support.documents.model import Align, Document, Item, Line, Page, Pictogram, QrCode, Text, Valign
from disaster_support.documents.paper import A4
from disaster_support.documents.sheet import GREY, build_mark, text_of
from disaster_support.documents.typed import typed
from disaster_support.features.reception.paper.card_data import BuiltCards, CardData, autonyms_of, name_of
from disaster_support.features.reception.paper.cut import Grid
from disaster_support.features.reception.paper.names import NameMeasurer, PrintedName, left_of
from disaster_support.i18n import gettext as _

CARD_MM = (85.6, 54.0)
_GRID = Grid(A4, 2, 5, *CARD_MM)
_PADDING_MM, _GAP_MM, _CODE_MM, _MARK_MM = 4.0, 2.0, 25.0, 1.9
_NAME_PT, _NUMBER_PT, _SMALL_PT, _LANGUAGE_PT = 20.0, 17.0, 7.0, 10.0
_INTERPRETER = "account-voice"


def build_personal_cards(
    cards: Sequence[CardData],
    catalogue: Catalogue,
    measurer: NameMeasurer,
    *,
    printed_on: date | None = None,
) -> BuiltCards:
    """Return the cards on sheets of A4, household by household in the order in which these first come.

    A household is not torn over two sheets where one sheet holds it. A name that no bundled font can set stands in
    its Latin spelling, or as a line to write it on, and its number is among the `undrawable`.

    Raises:
        UserError: a name is longer than the smallest type can set on a card.

    """
    maker = _Maker(catalogue, measurer)
    pages = []
    for sheet in _sheets(cards):
        items: list[Item] = [*_GRID.draw_marks()]
        for place, card in enumerate(sheet):
            items += maker.draw(card, _GRID.place(place))
        pages.append(Page(A4.width_mm, A4.height_mm, tuple(items)))
    title = _("Personal cards")
    subject = printed_on.isoformat() if printed_on else ""
    undrawable = tuple(card.number for card in cards if not name_of(card, catalogue.languages, measurer).is_whole)
    return BuiltCards(Document(title, SOURCE_LANGUAGE, tuple(pages), subject), undrawable)


def _sheets(cards: Sequence[CardData]) -> list[list[CardData]]:
    """Share the cards out over sheets; one without a household stands for itself."""
    households: dict[str, list[CardData]] = {}
    for card in cards:
        households.setdefault(card.household or card.number, []).append(card)
    sheets: list[list[CardData]] = [[]]
    for household in households.values():
        if len(sheets[-1]) + len(household) > _GRID.count >= len(household):
            sheets.append([])
        for card in household:
            if len(sheets[-1]) == _GRID.count:
                sheets.append([])
            sheets[-1].append(card)
    return [sheet for sheet in sheets if sheet]


@dataclass(frozen=True, slots=True)
class _Maker:
    """What every card is made with."""

    catalogue: Catalogue
    measurer: NameMeasurer

    def draw(self, card: CardData, area: Area) -> Iterator[Item]:
        """Give one card: name and number beside the code, languages and what to do with it below."""
        area = area.inset(_PADDING_MM)
        advice, area = area.cut_bottom(11.0, _GAP_MM)
        yield Line(advice.x_mm, advice.y_mm, advice.x_mm + advice.width_mm, advice.y_mm, GREY, 0.2)
        yield from self._advice(card, advice.cut_top(1.0)[1])
        code, area = area.cut_right(_CODE_MM, _GAP_MM)
        yield QrCode(code.x_mm, code.y_mm, _CODE_MM, card.code)
        number = code.cut_top(_CODE_MM)[1]
        text = Text(card.number, "en")
        yield fit_line(self.measurer, text, number, _NUMBER_PT, bold=True, align=Align.CENTER)
        if card.shelter:
            top, area = area.cut_top(4.0, 0.5)
            yield fit_line(self.measurer, typed(card.shelter), top, _SMALL_PT + 1, color=GREY)
        languages, area = area.cut_bottom(8.0, _GAP_MM)
        yield from self._languages(card, languages)
        yield from self._name(name_of(card, self.catalogue.languages, self.measurer), area)

    def _name(self, name: PrintedName, area: Area) -> Iterator[Item]:
        """Give the name as large as there is room; a line to write on where it cannot be set."""
        if name.latin:
            below, area = area.cut_bottom(5.0)
            yield fit_line(self.measurer, name.latin, below, _SMALL_PT + 2, valign=Valign.TOP)
        if name.main:
            align = left_of(name.main, self.catalogue.languages)
            yield fit_line(self.measurer, name.main, area, _NAME_PT, bold=True, align=align)
        else:
            y = area.y_mm + area.height_mm
            yield Line(area.x_mm, y, area.x_mm + area.width_mm, y)

    def _languages(self, card: CardData, area: Area) -> Iterator[Item]:
        if card.needs_interpreter:
            picture, area = area.cut_left(6.0, 1.5)
            yield Pictogram(picture.x_mm, picture.y_mm + (picture.height_mm - 6.0) / 2, 6.0, _INTERPRETER)
        texts = autonyms_of(card, self.catalogue.languages, self.measurer)
        yield from fit_flow(self.measurer, texts, area, _LANGUAGE_PT)

    def _advice(self, card: CardData, area: Area) -> Iterator[Item]:
        """Give what to do with the card in the first of the person's languages that has a text, else in Japanese."""
        known = (match_tag(tag, self.catalogue.languages) for tag in card.languages)
        for tag in (*known, SOURCE_LANGUAGE):
            keep, show = (
                self.catalogue.text(id_, tag) if tag else None for id_ in ("form.card_keep", "form.card_show")
            )
            if tag and keep and show:
                if Review.UNREVIEWED in (keep.review, show.review):
                    is_rtl = self.catalogue.languages[tag].direction == "rtl"
                    mark, area = (area.cut_right if is_rtl else area.cut_left)(_MARK_MM, 1.0)
                    yield build_mark(mark)
                texts = [Text(text_of(one, tag).string, tag) for one in (keep, show)]
                yield from fit_flow(self.measurer, texts, area, _SMALL_PT + 1)
                return
