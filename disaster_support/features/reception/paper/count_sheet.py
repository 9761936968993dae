"""The day's count: how many people of which languages, nationalities and ages, what they need, who came and went."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import Language
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.list_sheet import ListSheet
from disaster_support.documents.listing import Column, Group, Listing, Value
from disaster_support.documents.model import Align, Box, Document, Item, Line, Page, Text, TextMeasurer, Valign
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.sheet import GREY, SURFACE
from disaster_support.documents.typed import typed
from disaster_support.features.reception.model import NeedKind, Unanswered
from disaster_support.features.reception.words import NEED_PICTOGRAMS, say_need, say_sex, say_unanswered
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.lists.countries import country_name
from disaster_support.lists.languages import language_name

_FIGURES_MM, _SIGN_MM, _GAP_MM, _GUTTER_MM = 19.0, 15.0, 4.0, 6.0
_FIGURE_PT, _WORD_PT = 26.0, 9.0
_TABLE_SHARES = (1.3, 1.0, 1.0)
_FIGURE_SHARE = 0.27  # of a table's width, each column of figures


class AgeBand(StrEnum):
    """The ages that shelters report: before school, of compulsory school, of working age, old, not known."""

    INFANT = "0-5"
    CHILD = "6-14"
    ADULT = "15-64"
    OLD = "65+"
    UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """The people here whose first language it is, and how many of them need an interpreter."""

    tag: str  # BCP 47, empty where none was asked
    people: int
    interpreter: int = 0


@dataclass(frozen=True, slots=True)
class CountSheet:
    """The count of one shelter at one hour; the tables in the order in which they are to stand."""

    shelter: str
    at: datetime
    present: int
    households: int
    arrived: int  # since midnight
    left: int
    on_leave: int
    meals: int
    languages: Sequence[LanguageLine] = ()
    nationalities: Sequence[tuple[str, int]] = ()  # ISO 3166-1 alpha-2, or '', '?', '-'
    ages: Mapping[AgeBand, int] = field(default_factory=dict)
    sexes: Mapping[str, int] = field(default_factory=dict)  # values of Sex, or '', '?', '-'
    needs: Mapping[NeedKind, int] = field(default_factory=dict)


def count_ages(ages: Iterable[int | None]) -> dict[AgeBand, int]:
    """Return how many people are of each band, all bands in their order; None is an age that nobody knows."""
    counts = Counter(map(age_band, ages))
    return {band: counts[band] for band in AgeBand}


def age_band(age: int | None) -> AgeBand:
    """Return the band of an age in full years."""
    if age is None:
        return AgeBand.UNKNOWN
    bands = ((6, AgeBand.INFANT), (15, AgeBand.CHILD), (65, AgeBand.ADULT))
    return next((band for below, band in bands if age < below), AgeBand.OLD)


def build_count_sheets(
    sheets: Sequence[CountSheet], catalogue: Catalogue, measurer: TextMeasurer, *, paper: Paper = A4
) -> Document:
    """Return the counts of one shelter or several in the interface's language, each from a new page."""
    title = _("Daily count")
    pages = tuple(page for sheet in sheets for page in _build(sheet, title, catalogue, measurer, paper))
    return Document(title, current_language(), pages, ", ".join(sheet.shelter for sheet in sheets))


def _build(
    sheet: CountSheet, title: str, catalogue: Catalogue, measurer: TextMeasurer, paper: Paper
) -> tuple[Page, ...]:
    frame = ListSheet(measurer, paper, title, sheet.shelter, sheet.at)
    large, room = frame.room.cut_top(_FIGURES_MM, _GAP_MM)
    sign, room = room.cut_bottom(_SIGN_MM, _GAP_MM)
    top = list(_figures(sheet, measurer, large))
    tables = list(_tables(sheet, catalogue.languages))
    share = (room.width_mm - _GUTTER_MM * (len(tables) - 1)) / sum(_TABLE_SHARES)
    columns: list[list[list[Item]]] = []
    for (heads, groups), shares in zip(tables, _TABLE_SHARES, strict=True):
        area, room = room.cut_left(share * shares, _GUTTER_MM)
        figures = [Column(head, _FIGURE_SHARE, align=Align.END) for head in heads]
        columns.append(Listing(measurer, (Column("", 1 - _FIGURE_SHARE * len(heads)), *figures), area).pages(groups))
    contents = [[*top, *(item for part in parts for item in part)] for parts in zip_longest(*columns, fillvalue=[])]
    contents[-1] += _signatures(measurer, sign)
    return frame.pages(contents)


def _figures(sheet: CountSheet, measurer: TextMeasurer, area: Area) -> Iterator[Item]:
    """Give the figures that are read out on the telephone, large."""
    figures = (
        (_("People here"), sheet.present),
        (_("Households"), sheet.households),
        (_("Arrived today"), sheet.arrived),
        (_("Left today"), sheet.left),
        (_("Away for the night"), sheet.on_leave),
        (_("Meals today"), sheet.meals),
    )
    gap = 2.5
    width = (area.width_mm - gap * (len(figures) - 1)) / len(figures)
    for words, number in figures:
        box, area = area.cut_left(width, gap)
        yield Box(box.x_mm, box.y_mm, box.width_mm, box.height_mm, SURFACE, radius_mm=1.5)
        below, above = box.inset(1.2).cut_bottom(5.5)
        yield fit_line(measurer, typed(words), below, _WORD_PT, align=Align.CENTER)
        figure = Text(str(number), "en")
        yield fit_line(measurer, figure, above, _FIGURE_PT, bold=True, align=Align.CENTER)


def _tables(sheet: CountSheet, languages: Mapping[str, Language]) -> Iterator[tuple[tuple[str, ...], list[Group]]]:
    """Give the tables of each column, with the heads of their figures: languages; nationalities; all the others."""
    people = _("People")
    by_language = [_row(_language(line.tag, languages), line.people, line.interpreter) for line in sheet.languages]
    yield (people, _("Interpreter")), [Group(_("By first language"), by_language)]
    yield (people,), [Group(_("By nationality"), [_row(_country(code), count) for code, count in sheet.nationalities])]
    needs = [_row(say_need(kind), count, pictogram=NEED_PICTOGRAMS[kind]) for kind, count in sheet.needs.items()]
    yield (
        (people,),
        [
            Group(_("By age"), [_row(_band(band), count) for band, count in sheet.ages.items()]),
            Group(_("By sex"), [_row(say_sex(sex), count) for sex, count in sheet.sexes.items()]),
            Group(_("Needs"), needs),
        ],
    )


def _row(words: str, *figures: int, pictogram: str = "") -> tuple[Value, ...]:
    named = Value((typed(words),), (pictogram,) if pictogram else ())
    return named, *(Value((Text(str(figure), "en"),)) for figure in figures)


def _language(tag: str, languages: Mapping[str, Language]) -> str:
    return language_name(tag, languages, current_language()) if tag else say_unanswered(None)


def _country(code: str) -> str:
    is_country = code and code not in tuple(Unanswered)
    return country_name(code, current_language()) if is_country else say_unanswered(code)


def _band(band: AgeBand) -> str:
    if band is AgeBand.UNKNOWN:
        return pgettext("age", "Unknown")
    return _("{ages} years").format(ages=band.value)


def _signatures(measurer: TextMeasurer, area: Area) -> Iterator[Item]:
    """Give lines to sign on."""
    words = (_("Counted by"), _("Checked by"), _("Reported to headquarters on, at"))
    gap = 8.0
    width = (area.width_mm - gap * (len(words) - 1)) / len(words)
    for one in words:
        place, area = area.cut_left(width, gap)
        foot = place.y_mm + place.height_mm
        yield Line(place.x_mm, foot, place.x_mm + width, foot)
        label = place.cut_top(5.0)[0]
        yield fit_line(measurer, typed(one), label, _WORD_PT, color=GREY, valign=Valign.TOP)
