"""Signs as documents: the heading, below it the languages as large as the sheet allows, and a footer for staff."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Phrase, Review
from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, Cells, Fit, fit_grid
from disaster_support.documents.model import (
    Box,
    Document,
    Item,
    Line,
    Page,
    Text,
    TextMeasurer,
    Valign,
)
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import (
    GREY,
    HAIRLINE,
    MARK_MM,
    SURFACE,
    body_of,
    build_footer,
    build_mark,
    scale_of,
    text_of,
)
from disaster_support.documents.typed import fit_free, typed
from disaster_support.features.signs.heading import ROOM_STRIP_MM, Heading, build_heading
from disaster_support.features.signs.model import (
    FEW_LANGUAGES,
    Missing,
    Moved,
    SignOptions,
    category_of,
    check_options,
    least_size_pt,
    page_size,
    pick_languages,
)

_LARGEST_PT = 150.0  # on A4
_LABEL_PT = 11.0
_LABEL_MM, _NOTE_MM = 6.0, 18.0
_ROW_GAP_MM, _GUTTER_MM = 3.0, 8.0
_ONE_COLUMN, _WIDE_MM = 3, 200.0  # so few languages stand side by side only on wide sheets
_COLUMN_MM, _NARROW_COLUMN_MM = 90.0, 60.0  # the least share of the width, gutter included
_LONG_SHARE = 0.7  # of the others' size, for a text much longer than theirs
_SMALL_HEADING = 0.7  # of its usual height, where the languages need the room
_HEADING_SHARES = (0.5, 0.44, 0.4, 0.36, 0.33, 0.31, 0.28)  # of the body's height, by number of languages


@dataclass(frozen=True, slots=True)
class BuiltSigns:
    """Signs ready to print, and what people should know of them."""

    document: Document
    moved: tuple[Moved, ...]
    missing: tuple[Missing, ...]


def build_signs(
    catalogue: Catalogue, entry_ids: Sequence[str], options: SignOptions, measurer: TextMeasurer
) -> BuiltSigns:
    """Return the signs of these entries, one after the other, each with as many sheets as its languages need.

    Raises:
        UserError: an entry or language is unknown, or the options cannot be printed.

    """
    tags = (catalogue.get_language(tag).tag for tag in options.languages)
    options = replace(options, languages=pick_languages(tags))
    check_options(options)
    entries = {id_: catalogue.get_entry(id_) for id_ in entry_ids}
    by_id = {id_: _build_sign(catalogue, entry, options, measurer) for id_, entry in entries.items()}
    built = [by_id[id_] for id_ in entry_ids]
    titles = [sign.document.title for sign in built]
    pages = tuple(page for sign in built for page in sign.document.pages)
    return BuiltSigns(
        Document("、".join(titles), SOURCE_LANGUAGE, pages, ", ".join(entry_ids)),
        tuple(moved for sign in built for moved in sign.moved),
        tuple(missing for sign in built for missing in sign.missing),
    )


@dataclass(frozen=True, slots=True)
class _Sign:
    """One entry's sign: what stands on it and how much room there is."""

    entry: Entry
    japanese: Phrase
    phrases: dict[str, Phrase]  # by language, in print order
    options: SignOptions
    paper: Paper

    @property
    def scale(self) -> float:
        """Return the size of the sheet relative to A4."""
        return scale_of(self.paper)

    @property
    def body(self) -> Area:
        """Return the sheet within its margins, above the footer."""
        return body_of(self.paper)

    def is_unreviewed(self, tag: str) -> bool:
        """Whether no person has checked the text in this language."""
        return self.phrases[tag].review is Review.UNREVIEWED

    def parts(self, languages: int, share: float) -> tuple[Area, Area]:
        """Return the areas of heading and languages where so many languages stand on a sheet."""
        gap = 4.0 * self.scale
        body = self.body
        if self.options.note:
            body = body.cut_bottom(_NOTE_MM * self.scale, gap)[1]
        if not languages:
            return body, body.cut_bottom(0.0)[0]
        share *= _HEADING_SHARES[min(languages, len(_HEADING_SHARES)) - 1]
        strip = ROOM_STRIP_MM * self.scale if self.options.room else 0.0
        return body.cut_top(self.body.height_mm * share + strip, gap)


def _build_sign(catalogue: Catalogue, entry: Entry, options: SignOptions, measurer: TextMeasurer) -> BuiltSigns:
    phrases = {tag: catalogue.text(entry.id, tag) for tag in options.languages}
    there = {tag: phrase for tag, phrase in phrases.items() if phrase}
    japanese = catalogue.text(entry.id, SOURCE_LANGUAGE) or Phrase(entry.id)
    sign = _Sign(entry, japanese, there, options, page_size(options))
    sheets = _split(measurer, sign)
    pages = tuple(
        _build_page(catalogue, measurer, sign, sheet, f"{number}/{len(sheets)}" if len(sheets) > 1 else "")
        for number, sheet in enumerate(sheets, start=1)
    )
    return BuiltSigns(
        Document(japanese.text, SOURCE_LANGUAGE, pages),
        tuple(Moved(entry.id, tag, page) for page, sheet in enumerate(sheets[1:], 2) for tag in sheet.tags),
        tuple(Missing(entry.id, tag) for tag in phrases if tag not in there),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The languages on one sheet and how they fit; none where there is no language at all."""

    tags: tuple[str, ...]
    heading: Area
    below: Area
    fit: Fit | None


def _split(measurer: TextMeasurer, sign: _Sign) -> list[_Sheet]:
    """Share the languages out over as few sheets as they can be read on, evenly, in their order.

    A smaller heading comes before one more sheet.
    """
    tags = tuple(sign.phrases)
    least = least_size_pt(sign.options, sign.scale)
    for count in range(1, len(tags) + 1):
        each = ceil(len(tags) / count)
        # One language alone that cannot be read from afar is still better than none.
        minimum = least if each > 1 else LADDER_PT[0]
        for share in (1.0, _SMALL_HEADING):
            parts = [tags[start : start + each] for start in range(0, len(tags), each)]
            sheets = [_fit_sheet(measurer, sign, part, sign.parts(each, share), minimum) for part in parts]
            if all(sheet.fit for sheet in sheets):
                return sheets
    return [_Sheet((), *sign.parts(0, 1.0), None)]


def _fit_sheet(
    measurer: TextMeasurer, sign: _Sign, tags: tuple[str, ...], areas: tuple[Area, Area], minimum_pt: float
) -> _Sheet:
    """Fit languages below a heading."""
    heading, below = areas
    texts = [text_of(sign.phrases[tag], tag) for tag in tags]
    maximum = max(_LARGEST_PT * sign.scale, minimum_pt)
    columns = _columns(len(tags), below)
    fit = fit_grid(
        measurer,
        texts,
        _cells(below),
        columns,
        minimum_pt=minimum_pt,
        maximum_pt=maximum,
        long_share=_LONG_SHARE,
    )
    return _Sheet(tags, heading, below, fit)


def _columns(languages: int, area: Area) -> range:
    """Return the numbers of columns to try: few languages stand in one, large type needs wide ones."""
    if languages <= _ONE_COLUMN and area.width_mm < _WIDE_MM * area.scale:
        return range(1, 2)
    least = (_COLUMN_MM if languages <= FEW_LANGUAGES else _NARROW_COLUMN_MM) * area.scale
    return range(1, min(int(area.width_mm / least), languages) + 1)


def _cells(area: Area) -> Cells:
    scale = area.scale
    return Cells(area.width_mm, area.height_mm, _LABEL_MM * scale, _ROW_GAP_MM * scale, _GUTTER_MM * scale)


def _build_page(catalogue: Catalogue, measurer: TextMeasurer, sign: _Sign, sheet: _Sheet, number: str) -> Page:
    japanese = text_of(sign.japanese, SOURCE_LANGUAGE)
    head = Heading(japanese, category_of(sign.entry), sign.entry.pictogram, sign.options.arrow, sign.options.room)
    items: list[Item] = [*build_heading(measurer, head, sheet.heading)]
    if sheet.fit:
        items += _languages(catalogue, sign, sheet.tags, sheet.fit, sheet.below)
    if sign.options.note:
        items += _note(measurer, sign)
    is_unreviewed = any(sign.is_unreviewed(tag) for tag in sheet.tags)
    facts = (sign.entry.id, sign.options.printed_on.isoformat() if sign.options.printed_on else "", number)
    items += build_footer(sign.paper, facts, is_unreviewed=is_unreviewed, marks=sign.options.marks)
    return Page(sign.paper.width_mm, sign.paper.height_mm, tuple(items))


def _languages(catalogue: Catalogue, sign: _Sign, tags: Sequence[str], fit: Fit, area: Area) -> Iterator[Item]:
    """Give the texts row by row; what height is left over goes between the rows."""
    scale = sign.scale
    cells = _cells(area)
    width = cells.column_mm(fit.columns)
    taken = sum(fit.rows_mm) + len(fit.rows_mm) * cells.label_mm
    pitch = (area.height_mm - taken) / len(fit.rows_mm)
    y = area.y_mm + (pitch - cells.gap_mm) / 2
    for row, height in enumerate(fit.rows_mm):
        if row:
            yield Line(area.x_mm, y - pitch / 2, area.x_mm + area.width_mm, y - pitch / 2, HAIRLINE, 0.2 * scale)
        for column, tag in enumerate(tags[row * fit.columns : (row + 1) * fit.columns]):
            x = area.x_mm + column * (width + cells.gutter_mm)
            label = Area(x, y, width, cells.label_mm, scale)
            yield from _label(catalogue, sign, tag, label)
            box = Area(x, y + cells.label_mm, width, height, scale)
            yield box.text(text_of(sign.phrases[tag], tag), fit.sizes_pt[row * fit.columns + column])
        y += cells.label_mm + height + pitch


def _label(catalogue: Catalogue, sign: _Sign, tag: str, area: Area) -> Iterator[Item]:
    """Give the autonym, with the mark at its outer side where nobody has checked the text."""
    language = catalogue.languages[tag]
    if sign.options.marks and sign.is_unreviewed(tag):
        cut = area.cut_right if language.direction == "rtl" else area.cut_left
        mark, area = cut(MARK_MM * area.scale, 1.0 * area.scale)
        yield build_mark(mark)
    yield area.text(Text(language.autonym, tag), _LABEL_PT * area.scale, color=GREY, valign=Valign.MIDDLE)


def _note(measurer: TextMeasurer, sign: _Sign) -> Iterator[Item]:
    area = sign.body.cut_bottom(_NOTE_MM * sign.scale)[0]
    yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, fill=SURFACE, radius_mm=2.0 * sign.scale)
    area = area.inset(2.0 * sign.scale)
    text, size = fit_free(measurer, typed(sign.options.note), area.width_mm, area.height_mm, maximum_pt=40 * sign.scale)
    yield area.text(text, size, valign=Valign.MIDDLE)
