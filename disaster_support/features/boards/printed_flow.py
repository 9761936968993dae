"""How the tiles of a board are shared out over pages: few pages, and on those type as large as they hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disaster_support.content.model import Kind
from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, sizes_pt
from disaster_support.documents.model import TextMeasurer
from disaster_support.features.boards.printed_tiles import READABLE_PT, PrintedTile, SetTile, set_tile

GAP_MM, SECTION_MM = 3.0, 8.0  # between tiles, and what the heading of a section takes; on A4
_TILE_MM = 54.0  # the least width of a tile on A4
_LARGEST_PT = 30.0  # on A4
_NARROWER = 0.9  # what one more column counts for less: the same size in narrow tiles reads worse

Sections = Mapping[Kind, Sequence[PrintedTile]]


@dataclass(frozen=True, slots=True)
class Row:
    """Tiles side by side, as high as the highest, and the section they belong to."""

    section: Kind
    tiles: tuple[SetTile, ...]

    @property
    def height_mm(self) -> float:
        """Return the height that all of the row's tiles have."""
        return max(tile.height_mm for tile in self.tiles)


@dataclass(frozen=True, slots=True)
class Plan:
    """Pages of rows; every text has one size."""

    size_pt: float
    tile_width_mm: float
    pages: tuple[tuple[Row, ...], ...]


def plan_pages(
    measurer: TextMeasurer, sections: Sections, room: Area, *, answers_mm: float, comfortable_pt: float
) -> Plan | None:
    """Return how tiles stand on pages of this room, where a page with questions keeps `answers_mm` free.

    Texts that no page holds in a comfortable size are set in a readable one, and then in any. None where there is no
    way.
    """
    for least_pt in (comfortable_pt, READABLE_PT, LADDER_PT[0]):
        plans = [_plan(measurer, sections, room, answers_mm, columns, least_pt) for columns in _columns(room)]
        if found := [plan for plan in plans if plan]:
            fewest = min(len(plan.pages) for plan in found)
            best = [_enlarge(measurer, sections, room, answers_mm, plan) for plan in found if len(plan.pages) == fewest]
            return max(best, key=lambda plan: plan.size_pt * _NARROWER ** _columns_of(plan, room))
    return None


def _columns(room: Area) -> range:
    """Return the numbers of columns to try."""
    return range(1, int(room.width_mm / (_TILE_MM * room.scale)) + 1)


def _columns_of(plan: Plan, room: Area) -> int:
    return round((room.width_mm + GAP_MM * room.scale) / (plan.tile_width_mm + GAP_MM * room.scale))


def _enlarge(measurer: TextMeasurer, sections: Sections, room: Area, answers_mm: float, plan: Plan) -> Plan:
    """Return the plan with the largest type that takes no more pages, found by halving."""
    columns = _columns_of(plan, room)
    sizes = sizes_pt(plan.size_pt, max(_LARGEST_PT * room.scale, plan.size_pt))
    low, high = 0, len(sizes)
    while high - low > 1:
        middle = (low + high) // 2
        larger = _plan(measurer, sections, room, answers_mm, columns, sizes[middle])
        if larger and len(larger.pages) <= len(plan.pages):
            plan, low = larger, middle
        else:
            high = middle
    return plan


def _plan(
    measurer: TextMeasurer, sections: Sections, room: Area, answers_mm: float, columns: int, size_pt: float
) -> Plan | None:
    """Return the pages with so many columns and this size, or None where a tile is too wide or too high."""
    width = (room.width_mm - GAP_MM * room.scale * (columns - 1)) / columns
    rows: list[Row] = []
    for section, tiles in sections.items():
        done = [set_tile(measurer, tile, width, size_pt, room.scale) for tile in tiles]
        found = [tile for tile in done if tile]
        if len(found) < len(tiles):
            return None
        rows += [Row(section, tuple(found[start : start + columns])) for start in range(0, len(found), columns)]
    pages = tuple(_flow(rows, room, answers_mm))
    if any(height_mm(page, answers_mm, room.scale) > room.height_mm for page in pages):
        return None
    return Plan(size_pt, width, pages)


def _flow(rows: Sequence[Row], room: Area, answers_mm: float) -> Iterator[tuple[Row, ...]]:
    """Give pages of rows; a section's heading stands again on each page that it goes on to."""
    page: list[Row] = []
    for row in rows:
        if page and height_mm([*page, row], answers_mm, room.scale) > room.height_mm:
            yield tuple(page)
            page = []
        page.append(row)
    if page:
        yield tuple(page)


def height_mm(rows: Sequence[Row], answers_mm: float, scale: float) -> float:
    """Return what rows take on a page, with the headings of their sections and the answers to questions."""
    sections = {row.section for row in rows}
    answers = answers_mm if Kind.QUESTION in sections else 0.0
    tiles = sum(row.height_mm for row in rows) + len(rows) * GAP_MM * scale
    return tiles + len(sections) * SECTION_MM * scale + answers
