"""The language board on paper: every language in its own script, so that a person can point at theirs. No flags."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Language, Phrase, Review
from disaster_support.documents.areas import Area
from disaster_support.documents.fitting import LADDER_PT, fit_text
from disaster_support.documents.model import INK, Align, Box, Item, Page, Pictogram, Text, TextMeasurer, Valign
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import GREY, body_of, build_footer, build_mark, text_of

I_SPEAK = "language.i_speak"
POINT_YOURS = "language.point_yours"
_ASKED_IN = (SOURCE_LANGUAGE, "en")
_HEAD_MM, _GAP_MM, _MARK_MM = 18.0, 2.5, 1.9
_TILE_MM = 58.0  # the least width on A4
_AUTONYM_PT, _I_SPEAK_PT, _JAPANESE_PT = 19.0, 13.0, 10.0


def build_language_page(
    catalogue: Catalogue,
    paper: Paper,
    measurer: TextMeasurer,
    *,
    printed_on: date | None = None,
    marks: bool = True,
) -> Page:
    """Return the board of all languages on one sheet; `marks` is whether the unreviewed texts are marked."""
    return _LanguageSheet(catalogue, paper, measurer, printed_on, marks).build()


@dataclass(frozen=True, slots=True)
class _LanguageSheet:
    catalogue: Catalogue
    paper: Paper
    measurer: TextMeasurer
    printed_on: date | None
    marks: bool

    def build(self) -> Page:
        """Return the sheet."""
        items = [*self._items(body_of(self.paper))]
        return Page(self.paper.width_mm, self.paper.height_mm, tuple(items))

    def _items(self, body: Area) -> Iterator[Item]:
        languages = tuple(self.catalogue.languages.values())
        head, grid = body.cut_top(_HEAD_MM * body.scale, 3.0 * body.scale)
        yield from self._head(head)
        gap = _GAP_MM * body.scale
        columns = int((grid.width_mm + gap) / (_TILE_MM * body.scale + gap))
        rows = ceil(len(languages) / columns)
        width = (grid.width_mm - gap * (columns - 1)) / columns
        height = (grid.height_mm - gap * (rows - 1)) / rows
        for place, language in enumerate(languages):
            row, column = divmod(place, columns)
            corner = grid.x_mm + column * (width + gap), grid.y_mm + row * (height + gap)
            yield from self._tile(language, Area(*corner, width, height, body.scale))
        phrases = [self.catalogue.text(I_SPEAK, language.tag) for language in languages]
        phrases += [self.catalogue.text(POINT_YOURS, tag) for tag in _ASKED_IN]
        is_unreviewed = any(phrase and phrase.review is Review.UNREVIEWED for phrase in phrases)
        date_ = self.printed_on.isoformat() if self.printed_on else ""
        yield from build_footer(self.paper, (I_SPEAK, date_), is_unreviewed=is_unreviewed, marks=self.marks)

    def _head(self, area: Area) -> Iterator[Item]:
        """Give what the person is asked to do, in Japanese and in English, beside a pointing hand."""
        picture, rest = area.cut_left(area.height_mm, 4.0 * area.scale)
        yield Pictogram(picture.x_mm, picture.y_mm, picture.height_mm, "hand-pointing-down")
        japanese, english = rest.cut_top(area.height_mm * 0.58)
        for tag, place, size in zip(_ASKED_IN, (japanese, english), (22.0, 16.0), strict=True):
            if phrase := self.catalogue.text(POINT_YOURS, tag):
                bold = tag == SOURCE_LANGUAGE
                yield from self._phrase(phrase, self.catalogue.languages[tag], place, size * area.scale, bold=bold)

    def _tile(self, language: Language, area: Area) -> Iterator[Item]:
        """Give autonym and Japanese name, below them 'I speak …'."""
        scale = area.scale
        yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, None, INK, 0.3 * scale, 1.5 * scale)
        inner = area.inset(1.6 * scale)
        is_rtl = language.direction == "rtl"
        phrase = self.catalogue.text(I_SPEAK, language.tag)
        top, bottom = inner.cut_top(inner.height_mm * (0.5 if phrase else 1.0))
        cut = top.cut_left if is_rtl else top.cut_right
        small, large = cut(top.width_mm * 0.34, 1.0 * scale)
        align = Align.START if is_rtl else Align.END
        yield from self._line(Text(language.name_ja, "ja"), small, _JAPANESE_PT * scale, color=GREY, align=align)
        yield from self._line(Text(language.autonym, language.tag), large, _AUTONYM_PT * scale, bold=True)
        if phrase:
            yield from self._phrase(phrase, language, bottom, _I_SPEAK_PT * scale)

    def _phrase(
        self, phrase: Phrase, language: Language, area: Area, most_pt: float, *, bold: bool = False
    ) -> Iterator[Item]:
        """Give a text of the library, with the mark before it where nobody has checked it."""
        if self.marks and phrase.review is Review.UNREVIEWED:
            cut = area.cut_right if language.direction == "rtl" else area.cut_left
            mark, area = cut(_MARK_MM * area.scale, 0.8 * area.scale)
            yield build_mark(mark)
        yield from self._line(text_of(phrase, language.tag), area, most_pt, bold=bold)

    def _line(
        self,
        text: Text,
        area: Area,
        most_pt: float,
        *,
        bold: bool = False,
        color: str = INK,
        align: Align = Align.START,
    ) -> Iterator[Item]:
        """Give a text as large as its area allows, up to a size."""
        size = fit_text(
            self.measurer,
            text,
            area.width_mm,
            area.height_mm,
            minimum_pt=LADDER_PT[0],
            maximum_pt=most_pt,
            bold=bold,
        )
        yield area.text(text, size or LADDER_PT[0], bold=bold, color=color, align=align, valign=Valign.MIDDLE)
