"""Wristbands: strips with number, name, languages and code, for people who would lose a card."""

from collections.abc import Iterator, Sequence
from datetime import date

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_flow, fit_line
from disaster_support.documents.model import Align, Document, Item, Line, Page, Pictogram, QrCode, Text
from disaster_support.documents.paper import A4
from disaster_support.documents.sheet import GREY
from disaster_support.documents.typed import typed
from disaster_support.features.reception.paper.card_data import BuiltCards, CardData, autonyms_of, name_of
from disaster_support.features.reception.paper.cut import Grid
from disaster_support.features.reception.paper.names import NameMeasurer, left_of
from disaster_support.i18n import gettext as _

BAND_MM = (250.0, 25.0)
_GRID = Grid(A4.landscape, 1, 7, *BAND_MM)
_TAB_MM = 38.0  # glued under the other end; more of it is cut off for a thin wrist
_PADDING_MM, _GAP_MM, _PICTURE_MM = 2.0, 3.0, 7.0
_NUMBER_PT, _NAME_PT, _LATIN_PT, _SMALL_PT = 26.0, 22.0, 10.0, 8.0


def build_wristbands(
    cards: Sequence[CardData], catalogue: Catalogue, measurer: NameMeasurer, *, printed_on: date | None = None
) -> BuiltCards:
    """Return the strips, seven on a sheet of A4, in the order given; names as on the cards.

    Raises:
        UserError: a name is longer than the smallest type can set on a strip.

    """
    pages = []
    for start in range(0, len(cards), _GRID.count):
        items: list[Item] = [*_GRID.draw_marks()]
        for place, card in enumerate(cards[start : start + _GRID.count]):
            items += _draw(card, catalogue, measurer, _GRID.place(place))
        pages.append(Page(_GRID.paper.width_mm, _GRID.paper.height_mm, tuple(items)))
    subject = printed_on.isoformat() if printed_on else ""
    undrawable = tuple(card.number for card in cards if not name_of(card, catalogue.languages, measurer).is_whole)
    return BuiltCards(Document(_("Wristbands"), SOURCE_LANGUAGE, tuple(pages), subject), undrawable)


def _draw(card: CardData, catalogue: Catalogue, measurer: NameMeasurer, area: Area) -> Iterator[Item]:
    """Give one strip: the tab to glue, the code, the number, the name, and at the end languages and shelter."""
    tab, area = area.cut_left(_TAB_MM)
    edge = tab.x_mm + tab.width_mm
    yield Line(edge, tab.y_mm, edge, tab.y_mm + tab.height_mm, GREY, 0.2, dashed=True)
    yield fit_line(measurer, typed(_("Glue here")), tab.inset(_PADDING_MM), _SMALL_PT, color=GREY, align=Align.CENTER)
    area = area.inset(_PADDING_MM)
    code, area = area.cut_left(area.height_mm, _GAP_MM)
    yield QrCode(code.x_mm, code.y_mm, code.height_mm, card.code)
    number, area = area.cut_left(42.0, _GAP_MM)
    yield fit_line(measurer, Text(card.number, "en"), number, _NUMBER_PT, bold=True)
    said, area = area.cut_right(52.0, _GAP_MM)
    yield from _languages(card, catalogue, measurer, said)
    name = name_of(card, catalogue.languages, measurer)
    if name.latin:
        below, area = area.cut_bottom(6.0)
        yield fit_line(measurer, name.latin, below, _LATIN_PT)
    if name.main:
        align = left_of(name.main, catalogue.languages)
        yield fit_line(measurer, name.main, area, _NAME_PT, bold=True, align=align)
    else:
        foot = area.y_mm + area.height_mm
        yield Line(area.x_mm, foot, area.x_mm + area.width_mm, foot)


def _languages(card: CardData, catalogue: Catalogue, measurer: NameMeasurer, area: Area) -> Iterator[Item]:
    if card.shelter:
        below, area = area.cut_bottom(5.0)
        yield fit_line(measurer, typed(card.shelter), below, _SMALL_PT, color=GREY)
    if card.needs_interpreter:
        picture, area = area.cut_left(_PICTURE_MM, 1.5)
        y = picture.y_mm + (picture.height_mm - _PICTURE_MM) / 2
        yield Pictogram(picture.x_mm, y, _PICTURE_MM, "account-voice")
    yield from fit_flow(measurer, autonyms_of(card, catalogue.languages, measurer), area, 11.0)
