"""The sheets of a wall: the heading, below it the languages as large as the sheet allows, and a footer for staff."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, Cells, Fit, fit_grid
from disaster_support.documents.model import Box, Document, Item, Line, Page, Text, TextMeasurer, Valign
from disaster_support.documents.sheet import (
    GREY,
    HAIRLINE,
    MARK_MM,
    SURFACE,
    build_footer,
    build_mark,
    text_of,
)
from disaster_support.documents.typed import fit_free, typed
from disaster_support.documents.wall.heading import Heading, build_heading, japanese_pt
from disaster_support.documents.wall.model import FEW_LANGUAGES, NEAR_PT, BuiltWall, Style, Wall

_LARGEST_PT = 150.0  # on A4
_LABEL_PT = 11.0
_LABEL_MM = 6.0
_ROW_GAP_MM, _GUTTER_MM = 3.0, 8.0
_ONE_COLUMN, _WIDE_MM = 3, 200.0  # so few languages stand side by side only on wide sheets
_COLUMN_MM, _NARROW_COLUMN_MM = 90.0, 60.0  # the least share of the width, gutter included
_LONG_SHARE = 0.7  # of the others' size, for a text much longer than theirs
_SMALL_HEADING = 0.7  # of its usual height, where the languages need the room
_LEAST_JAPANESE = 0.75  # of the least size of what people step up to, in a small heading


def build_wall(languages: Mapping[str, Language], wall: Wall, style: Style, measurer: TextMeasurer) -> BuiltWall:
    """Return as many sheets as the languages need to be read; `languages` knows each tag's autonym and direction.

    Raises:
        UserError: a room or note is too long for the sheet.

    """
    sheets = _split(measurer, wall, style)
    pages = tuple(
        _build_page(languages, measurer, wall, style, sheet, f"{number}/{len(sheets)}" if len(sheets) > 1 else "")
        for number, sheet in enumerate(sheets, start=1)
    )
    moved = tuple((tag, page) for page, sheet in enumerate(sheets[1:], 2) for tag in sheet.tags)
    return BuiltWall(Document(wall.japanese.text, SOURCE_LANGUAGE, pages), moved)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The languages on one sheet and how they fit; none where there is no language at all."""

    tags: tuple[str, ...]
    heading: Area
    below: Area
    fit: Fit | None


def _split(measurer: TextMeasurer, wall: Wall, style: Style) -> list[_Sheet]:
    """Share the languages out over as few sheets as they can be read on, evenly, in their order.

    A smaller heading comes before one more sheet, as long as its Japanese can be read.
    """
    tags = tuple(wall.phrases)
    for count in range(1, len(tags) + 1):
        each = ceil(len(tags) / count)
        # One language alone that cannot be read from afar is still better than none.
        minimum = style.least_pt if each > 1 else LADDER_PT[0]
        for share in (1.0, _SMALL_HEADING):
            areas = style.parts(wall, each, share)
            if share < 1 < each and japanese_pt(measurer, _heading(wall), areas[0]) < _least_japanese_pt(style):
                continue
            parts = [tags[start : start + each] for start in range(0, len(tags), each)]
            sheets = [_fit_sheet(measurer, wall, part, areas, minimum) for part in parts]
            if all(sheet.fit for sheet in sheets):
                return sheets
    return [_Sheet((), *style.parts(wall, 0, 1.0), None)]


def _least_japanese_pt(style: Style) -> float:
    return _LEAST_JAPANESE * NEAR_PT * style.scale


def _heading(wall: Wall) -> Heading:
    japanese = text_of(wall.japanese, SOURCE_LANGUAGE)
    return Heading(japanese, wall.category, wall.pictogram, wall.arrow, wall.room)


def _fit_sheet(
    measurer: TextMeasurer, wall: Wall, tags: tuple[str, ...], areas: tuple[Area, Area], minimum_pt: float
) -> _Sheet:
    """Fit languages below a heading."""
    heading, below = areas
    texts = [text_of(wall.phrases[tag], tag) for tag in tags]
    fit = fit_grid(
        measurer,
        texts,
        _cells(below),
        _columns(len(tags), below),
        minimum_pt=minimum_pt,
        maximum_pt=max(_LARGEST_PT * below.scale, minimum_pt),
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


def _build_page(
    languages: Mapping[str, Language], measurer: TextMeasurer, wall: Wall, style: Style, sheet: _Sheet, number: str
) -> Page:
    items: list[Item] = [*build_heading(measurer, _heading(wall), sheet.heading)]
    if sheet.fit:
        items += _languages(languages, wall, style, sheet.tags, sheet.fit, sheet.below)
    if wall.note:
        items += _note(measurer, wall.note, style.note_area())
    is_unreviewed = any(wall.is_unreviewed(tag) for tag in sheet.tags)
    facts = (wall.id, style.printed_on.isoformat() if style.printed_on else "", number)
    items += build_footer(style.paper, facts, is_unreviewed=is_unreviewed, marks=style.marks)
    return Page(style.paper.width_mm, style.paper.height_mm, tuple(items))


def _languages(
    languages: Mapping[str, Language], wall: Wall, style: Style, tags: Sequence[str], fit: Fit, area: Area
) -> Iterator[Item]:
    """Give the texts row by row; what height is left over goes between the rows."""
    scale = area.scale
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
            yield from _label(languages[tag], label, marked=style.marks and wall.is_unreviewed(tag))
            box = Area(x, y + cells.label_mm, width, height, scale)
            yield box.text(text_of(wall.phrases[tag], tag), fit.sizes_pt[row * fit.columns + column])
        y += cells.label_mm + height + pitch


def _label(language: Language, area: Area, *, marked: bool) -> Iterator[Item]:
    """Give the autonym, with the mark at its outer side where nobody has checked the text."""
    if marked:
        cut = area.cut_right if language.direction == "rtl" else area.cut_left
        mark, area = cut(MARK_MM * area.scale, 1.0 * area.scale)
        yield build_mark(mark)
    yield area.text(Text(language.autonym, language.tag), _LABEL_PT * area.scale, color=GREY, valign=Valign.MIDDLE)


def _note(measurer: TextMeasurer, note: str, area: Area) -> Iterator[Item]:
    yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, fill=SURFACE, radius_mm=2.0 * area.scale)
    area = area.inset(2.0 * area.scale)
    text, size = fit_free(measurer, typed(note), area.width_mm, area.height_mm, maximum_pt=40 * area.scale)
    yield area.text(text, size, valign=Valign.MIDDLE)
