"""One tile of a printed board: its pictogram, its languages, and the Japanese below a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.content.model import Kind
from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, SLACK_MM, Cells, Fit, fit_grid, fit_text
from disaster_support.documents.model import INK, Box, Item, Line, Pictogram, Text, TextMeasurer, Valign
from disaster_support.documents.sheet import HAIRLINE, SURFACE, build_mark

READABLE_PT = 12.0
"""The least size of a text that is pointed at, whatever the paper: read with ease at an arm's length (60 cm)."""

GUTTER_MM = 6.0
"""Between columns of languages: two marks fit in, of a text from right to left and of one from left to right."""

_MOST_SPARE_MM = 1.5  # between languages, beyond their gap: further apart they no longer read as one tile
_JAPANESE_PT = 14.0  # on A4
_PADDING_MM, _GAP_MM, _MARK_MM, _MARK_GAP_MM = 2.5, 1.0, 1.9, 0.5
_PICTURE_MM, _PICTURE_SHARE = 20.0, 0.28
_JAPANESE_MM = 17.0  # at the most: two lines with furigana
_FIRST_LINE_MM = 0.2  # the middle of the first line's letters below its top, for each point of size
_ONE_COLUMN, _COLUMN_MM = 3, 45.0  # so many languages stand in one column, more in two where each is so wide
_LEAST_MM = 22.0  # a finger finds it
_ENDLESS_MM = 10_000.0


@dataclass(frozen=True, slots=True)
class PrintedTile:
    """What a tile says, with the tags of the texts that no person has checked and of those from right to left.

    `marks` is whether the unreviewed ones are marked.
    """

    kind: Kind
    pictogram: str
    japanese: Text
    texts: tuple[Text, ...]
    unreviewed: frozenset[str] = frozenset()
    rtl: frozenset[str] = frozenset()
    marks: bool = True

    @property
    def marked(self) -> frozenset[str]:
        """Return the tags of the texts that have the mark."""
        return self.unreviewed if self.marks else frozenset()


@dataclass(frozen=True, slots=True)
class SetTile:
    """A tile whose texts have a size and lines: how they fit, and how high the tile must be for them."""

    tile: PrintedTile
    fit: Fit
    height_mm: float


def set_tile(
    measurer: TextMeasurer, tile: PrintedTile, width_mm: float, size_pt: float, scale: float
) -> SetTile | None:
    """Set the languages of a tile of this width in one size; None where a word is wider than its room."""
    area = Area(0.0, 0.0, width_mm, _ENDLESS_MM, scale)
    layout = _lay_out(measurer, tile, area)
    room = layout.texts
    columns = 2 if len(tile.texts) > _ONE_COLUMN and room.width_mm >= 2 * _COLUMN_MM * scale else 1
    fit = fit_grid(measurer, tile.texts, _cells(room), (columns,), minimum_pt=size_pt, maximum_pt=size_pt)
    if fit is None:
        return None
    texts_mm = sum(fit.rows_mm) + _GAP_MM * scale * (len(fit.rows_mm) - 1)
    picture_mm = layout.picture.width_mm if layout.picture else 0.0
    around_mm = _ENDLESS_MM - room.height_mm
    return SetTile(tile, fit, max(_LEAST_MM * scale, max(texts_mm, picture_mm) + around_mm + SLACK_MM))


def _cells(room: Area) -> Cells:
    scale = room.scale
    return Cells(room.width_mm, room.height_mm, 0.0, _GAP_MM * scale, GUTTER_MM * scale)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of a tile stand."""

    picture: Area | None
    texts: Area
    japanese: Area
    japanese_pt: float


def _lay_out(measurer: TextMeasurer, tile: PrintedTile, area: Area) -> _Layout:
    """Return where the parts stand. A higher tile has more room for the languages, and else the same."""
    scale = area.scale
    inner = area.inset(_PADDING_MM * scale)
    width = inner.width_mm
    most_mm, most_pt, least_pt = _JAPANESE_MM * scale, _JAPANESE_PT * scale, LADDER_PT[0]
    size = fit_text(measurer, tile.japanese, width, most_mm, minimum_pt=least_pt, maximum_pt=most_pt) or least_pt
    height = measurer.measure(tile.japanese, size, width).height_mm + SLACK_MM
    japanese, rest = inner.cut_bottom(height, 2.0 * scale)
    picture = None
    if tile.pictogram:
        picture, rest = rest.cut_left(min(_PICTURE_MM * scale, width * _PICTURE_SHARE), 2.5 * scale)
    if tile.marked - tile.rtl:
        rest = rest.cut_left(mark_room_mm(scale))[1]
    if tile.marked & tile.rtl:
        rest = rest.cut_right(mark_room_mm(scale))[1]
    return _Layout(picture, rest, japanese, size)


def build_tile(measurer: TextMeasurer, set_: SetTile, area: Area) -> Iterator[Item]:
    """Give the items of a tile: grey where staff speak, framed where the evacuee does."""
    tile = set_.tile
    layout = _lay_out(measurer, tile, area)
    scale = area.scale
    is_staff = tile.kind in (Kind.STAFF, Kind.QUESTION)
    fill, stroke = (SURFACE, None) if is_staff else (None, INK)
    yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, fill, stroke, 0.4 * scale, 2.0 * scale)
    if layout.picture:
        place = layout.picture
        side = max(0.0, min(place.width_mm, place.height_mm))
        x = place.x_mm + (place.width_mm - side) / 2
        yield Pictogram(x, place.y_mm + (place.height_mm - side) / 2, side, tile.pictogram)
    yield from _texts(tile, layout.texts, set_.fit)
    japanese = layout.japanese
    y = japanese.y_mm - 1.0 * scale
    yield Line(japanese.x_mm, y, japanese.x_mm + japanese.width_mm, y, HAIRLINE, 0.2 * scale)
    yield japanese.text(tile.japanese, layout.japanese_pt, valign=Valign.MIDDLE)


def _texts(tile: PrintedTile, area: Area, fit: Fit) -> Iterator[Item]:
    """Give the languages row by row, near one another in the middle of the room they have."""
    cells = _cells(area)
    width = cells.column_mm(fit.columns)
    gaps = len(fit.rows_mm) - 1
    left = area.height_mm - sum(fit.rows_mm) - cells.gap_mm * gaps
    spare = min(left / (gaps + 2), _MOST_SPARE_MM * area.scale)
    y = area.y_mm + (left - spare * gaps) / 2
    for row, height in enumerate(fit.rows_mm):
        for column, text in enumerate(tile.texts[row * fit.columns : (row + 1) * fit.columns]):
            x = area.x_mm + column * (width + cells.gutter_mm)
            box = Area(x, y, width, height, area.scale)
            yield box.text(text, fit.size_pt)
            if text.language in tile.marked:
                first_line = Area(x, y, width, 2 * fit.size_pt * _FIRST_LINE_MM, area.scale)
                yield mark_before(first_line, is_rtl=text.language in tile.rtl)
        y += height + cells.gap_mm + spare


def mark_room_mm(scale: float) -> float:
    """Return the width that a mark takes with the gaps at its sides."""
    return (_MARK_MM + 2 * _MARK_GAP_MM) * scale


def mark_before(line: Area, *, is_rtl: bool) -> Item:
    """Return the mark of an unreviewed text: outside its line, where the line begins."""
    mark, gap = _MARK_MM * line.scale, _MARK_GAP_MM * line.scale
    x = line.x_mm + line.width_mm + gap if is_rtl else line.x_mm - gap - mark
    return build_mark(Area(x, line.y_mm, mark, line.height_mm, line.scale))
