"""Boards on paper: what is pointed at, in Japanese and one to six languages on every tile."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Kind, Phrase, Review
from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, Cells, Fit, fit_grid, fit_text
from disaster_support.documents.model import INK, Box, Document, Item, Page, Pictogram, Text, TextMeasurer, Valign
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import body_of, build_footer, text_of
from disaster_support.errors import UserError
from disaster_support.features.boards.printed_flow import GAP_MM, SECTION_MM, Plan, Row, height_mm, plan_pages
from disaster_support.features.boards.printed_languages import I_SPEAK, build_language_page
from disaster_support.features.boards.printed_tiles import (
    GUTTER_MM,
    READABLE_PT,
    PrintedTile,
    SetTile,
    build_tile,
    mark_before,
    mark_room_mm,
    set_tile,
)
from disaster_support.i18n import gettext as _
from disaster_support.ruby import parse_ruby

MAX_PRINTED_LANGUAGES = 6
LANGUAGE_BOARD = "language"
_HEAD_MM, _HEAD_GAP_MM = 20.0, 3.0
_TITLE_COLUMNS = {1: (1,), 2: (1,), 3: (2,), 4: (2,)}  # of the title, by number of other languages
_MANY_TITLE_COLUMNS = 2, 3
_LONG_TITLE = 0.6  # of the size of the others, for a title that explains itself
_MOST_ANSWERS, _FEW_ANSWERS = 5, 3  # at the foot of a page with questions; few where many languages stand on each
_FEW_LANGUAGES = 3
_SECTIONS = {  # in print order; a question is staff's line too, but its answers stand at the foot of the page
    Kind.QUESTION: ("account-question", "職員《しょくいん》の質問《しつもん》 / Questions"),
    Kind.STAFF: ("account-tie-voice", "職員《しょくいん》から / From staff"),
    Kind.EVACUEE: ("hand-pointing-up", "あなたから / From you"),
    Kind.WORD: ("swap-horizontal", "言葉《ことば》 / Words"),
}
_COMFORTABLE_PT = {1: 16.0, 2: 14.0, 3: 13.0}  # on A4, by number of languages; with more, what is readable
_MOST_STRETCH = 1.3  # how much higher rows become to fill a page


def build_board(
    catalogue: Catalogue,
    situation: str,
    languages: Sequence[str],
    paper: Paper,
    measurer: TextMeasurer,
    *,
    printed_on: date | None = None,
    marks: bool = True,
) -> Document:
    """Return the board of a situation on sheets of this size; the board of languages begins with all of them.

    Tiles that say nothing in any of the languages are left out. Without `marks` the unreviewed texts are not marked,
    and the footer says so. It takes nothing but the library and plain values, so
    that the app can hand it to other rooms, which print boards beside what is theirs.

    Raises:
        UserError: there is no such board or language, or the number of languages is not one to six.

    """
    catalogue.board(situation)
    tags = tuple(dict.fromkeys(catalogue.get_language(tag).tag for tag in languages if tag != SOURCE_LANGUAGE))
    if not 1 <= len(tags) <= MAX_PRINTED_LANGUAGES:
        raise UserError(_("A printed board takes 1 to {most} languages.").format(most=MAX_PRINTED_LANGUAGES))
    pages = _Board(catalogue, situation, tags, paper, measurer, printed_on, marks).build()
    if situation == LANGUAGE_BOARD:
        pages = (build_language_page(catalogue, paper, measurer, printed_on=printed_on, marks=marks), *pages)
    title = catalogue.say(catalogue.situations[situation].title)
    return Document(title.text, SOURCE_LANGUAGE, pages, situation)


@dataclass(frozen=True, slots=True)
class _Board:
    """What is printed, and on what."""

    catalogue: Catalogue
    situation: str
    tags: tuple[str, ...]
    paper: Paper
    measurer: TextMeasurer
    printed_on: date | None
    marks: bool

    def build(self) -> tuple[Page, ...]:
        """Return the pages; none where no entry says anything in these languages."""
        elsewhere = (I_SPEAK, self.catalogue.situations[self.situation].title)
        entries = [entry for entry in self.catalogue.board(self.situation) if entry.id not in elsewhere]
        sections = self._sections(entries)
        body = body_of(self.paper)
        head, room = body.cut_top(_HEAD_MM * body.scale, _HEAD_GAP_MM * body.scale)
        answers = self._answers(entries, room)
        plan = plan_pages(
            self.measurer,
            sections,
            room,
            answers_mm=_height_of(answers),
            comfortable_pt=_COMFORTABLE_PT.get(len(self.tags), READABLE_PT) * room.scale,
        )
        if plan is None:
            raise UserError(_("The texts of this board are too long for the paper. Choose fewer languages."))
        titles = self._phrases(self.catalogue.situations[self.situation].title)
        title = tuple(self._title(titles, head))
        pages = [(*title, *self._page(plan, rows, answers, room)) for rows in plan.pages]
        tiles = [*(tile for group in sections.values() for tile in group), *(answer.tile for answer in answers)]
        is_unreviewed = bool(self._unreviewed(titles)) or any(tile.unreviewed for tile in tiles)
        return tuple(
            Page(
                self.paper.width_mm,
                self.paper.height_mm,
                (*items, *self._footer(f"{number}/{len(pages)}", is_unreviewed=is_unreviewed)),
            )
            for number, items in enumerate(pages, start=1)
        )

    def _sections(self, entries: Sequence[Entry]) -> dict[Kind, tuple[PrintedTile, ...]]:
        tiles = [tile for entry in entries if (tile := self._tile(entry)).texts]
        return {kind: tuple(tile for tile in tiles if _section_of(tile.kind) is kind) for kind in _SECTIONS}

    def _tile(self, entry: Entry) -> PrintedTile:
        phrases = self._phrases(entry.id)
        return PrintedTile(
            kind=entry.kind,
            pictogram=entry.pictogram,
            japanese=text_of(self.catalogue.say(entry.id), SOURCE_LANGUAGE),
            texts=tuple(text_of(phrase, tag) for tag, phrase in phrases.items()),
            unreviewed=self._unreviewed(phrases),
            rtl=self._rtl,
            marks=self.marks,
        )

    @property
    def _rtl(self) -> frozenset[str]:
        return frozenset(tag for tag in self.tags if self.catalogue.languages[tag].direction == "rtl")

    def _phrases(self, entry_id: str) -> dict[str, Phrase]:
        texts = {tag: self.catalogue.text(entry_id, tag) for tag in self.tags}
        return {tag: phrase for tag, phrase in texts.items() if phrase}

    def _unreviewed(self, phrases: Mapping[str, Phrase]) -> frozenset[str]:
        return frozenset(tag for tag, phrase in phrases.items() if phrase.review is Review.UNREVIEWED)

    def _answers(self, entries: Sequence[Entry], room: Area) -> tuple[SetTile, ...]:
        """Return the answers that most questions of the board have, as many as stand side by side."""
        known = self.catalogue.entries
        counts = Counter(answer for entry in entries if entry.kind is Kind.QUESTION for answer in entry.answers)
        common = [known[id_] for id_, _count in counts.most_common() if id_ in known]
        common = [entry for entry in common if entry.kind is Kind.ANSWER and not entry.numbers]
        tiles = [tile for entry in common if (tile := self._tile(entry)).texts]
        del tiles[_MOST_ANSWERS if len(self.tags) <= _FEW_LANGUAGES else _FEW_ANSWERS :]
        while tiles:
            width = (room.width_mm - GAP_MM * room.scale * (len(tiles) - 1)) / len(tiles)
            size = READABLE_PT * max(room.scale, 1.0)
            done = [set_tile(self.measurer, tile, width, size, room.scale) for tile in tiles]
            found = [tile for tile in done if tile]
            if len(found) == len(tiles):
                return tuple(found)
            tiles.pop()
        return ()

    def _title(self, titles: Mapping[str, Phrase], area: Area) -> Iterator[Item]:
        """Give the pictogram and the title in Japanese and in every language, above a rule."""
        scale = area.scale
        rule, area = area.cut_bottom(1.0 * scale, 2.0 * scale)
        yield Box(rule.x_mm, rule.y_mm, rule.width_mm, rule.height_mm, INK)
        known = self.catalogue.situations[self.situation]
        if known.pictogram:
            picture, area = area.cut_left(area.height_mm, 4.0 * scale)
            yield Pictogram(picture.x_mm, picture.y_mm, picture.height_mm, known.pictogram)
        japanese, others = area.cut_left(area.width_mm * 0.4, 6.0 * scale)
        title = text_of(self.catalogue.say(known.title), SOURCE_LANGUAGE)
        yield from self._line(title, japanese, 30.0 * scale, bold=True)
        yield from self._titles(titles, others)

    def _titles(self, titles: Mapping[str, Phrase], area: Area) -> Iterator[Item]:
        """Give the title in every language; their marks stand in the gaps before them."""
        marked = self._unreviewed(titles) if self.marks else frozenset()
        if marked & self._rtl:
            area = area.cut_right(mark_room_mm(area.scale))[1]
        texts = [text_of(phrase, tag) for tag, phrase in titles.items()]
        cells = Cells(area.width_mm, area.height_mm, 0.0, 0.5 * area.scale, GUTTER_MM * area.scale)
        fit = fit_grid(
            self.measurer,
            texts,
            cells,
            _TITLE_COLUMNS.get(len(texts), _MANY_TITLE_COLUMNS),
            minimum_pt=LADDER_PT[0],
            maximum_pt=22.0 * area.scale,
            long_share=_LONG_TITLE,
        )
        if not texts or fit is None:
            return
        for (text, place), size in zip(_spread(texts, fit, cells, area), fit.sizes_pt, strict=True):
            yield place.text(text, size, valign=Valign.MIDDLE)
            if text.language in marked:
                yield mark_before(place, is_rtl=text.language in self._rtl)

    def _line(self, text: Text, area: Area, most_pt: float, *, bold: bool = False) -> Iterator[Item]:
        least = LADDER_PT[0]
        width, height = area.width_mm, area.height_mm
        size = fit_text(self.measurer, text, width, height, minimum_pt=least, maximum_pt=most_pt, bold=bold)
        yield area.text(text, size or least, bold=bold, valign=Valign.MIDDLE)

    def _page(self, plan: Plan, rows: Sequence[Row], answers: Sequence[SetTile], room: Area) -> Iterator[Item]:
        """Give sections with their rows, a little higher where the page would not be full, and the answers."""
        scale = room.scale
        spare = room.height_mm - height_mm(rows, _height_of(answers), scale)
        stretch = 1 + min(spare / sum(row.height_mm for row in rows), _MOST_STRETCH - 1)
        y = room.y_mm
        for section, group in groupby(rows, key=lambda row: row.section):
            yield from self._heading(section, Area(room.x_mm, y, room.width_mm, SECTION_MM * scale, scale))
            y += SECTION_MM * scale
            for row in group:
                height = row.height_mm * stretch
                yield from self._row(row.tiles, Area(room.x_mm, y, plan.tile_width_mm, height, scale))
                y += height + GAP_MM * scale
        if answers and any(row.section is Kind.QUESTION for row in rows):
            height = _height_of(answers)
            width = (room.width_mm - GAP_MM * scale * (len(answers) - 1)) / len(answers)
            yield from self._row(answers, Area(room.x_mm, room.y_mm + room.height_mm - height, width, height, scale))

    def _row(self, tiles: Sequence[SetTile], first: Area) -> Iterator[Item]:
        """Give tiles side by side, all as large as the first one's area."""
        pitch = first.width_mm + GAP_MM * first.scale
        for column, tile in enumerate(tiles):
            place = Area(first.x_mm + column * pitch, first.y_mm, first.width_mm, first.height_mm, first.scale)
            yield from build_tile(self.measurer, tile, place)

    def _heading(self, section: Kind, area: Area) -> Iterator[Item]:
        picture, words = _SECTIONS[section]
        _, area = area.cut_bottom(1.0 * area.scale)
        mark, rest = area.cut_left(area.height_mm, 2.0 * area.scale)
        yield Pictogram(mark.x_mm, mark.y_mm, mark.height_mm, picture)
        string, ruby = parse_ruby(words)
        yield from self._line(Text(string, SOURCE_LANGUAGE, ruby), rest, 11.0 * area.scale, bold=True)

    def _footer(self, number: str, *, is_unreviewed: bool) -> Iterator[Item]:
        facts = (self.situation, self.printed_on.isoformat() if self.printed_on else "", number)
        yield from build_footer(self.paper, facts, is_unreviewed=is_unreviewed, marks=self.marks)


def _section_of(kind: Kind) -> Kind:
    return Kind.WORD if kind is Kind.ANSWER else kind


def _height_of(answers: Sequence[SetTile]) -> float:
    return max((answer.height_mm for answer in answers), default=0.0)


def _spread(texts: Sequence[Text], fit: Fit, cells: Cells, area: Area) -> Iterator[tuple[Text, Area]]:
    """Give texts with their places, in rows that fill an area."""
    width = cells.column_mm(fit.columns)
    spare = (area.height_mm - sum(fit.rows_mm)) / len(fit.rows_mm)
    y = area.y_mm
    for row, height in enumerate(fit.rows_mm):
        for column, text in enumerate(texts[row * fit.columns : (row + 1) * fit.columns]):
            x = area.x_mm + column * (width + cells.gutter_mm)
            yield text, Area(x, y, width, height + spare, area.scale)
        y += height + spare
