"""What stands on a sheet for a wall, and how it is to be laid out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from disaster_support.content.model import SOURCE_LANGUAGE, Category, Phrase, Review
from disaster_support.documents.areas import Area
from disaster_support.documents.model import Direction, Document
from disaster_support.documents.paper import Paper
from disaster_support.documents.sheet import body_of, scale_of
from disaster_support.documents.wall.heading import ROOM_STRIP_MM

MAX_LANGUAGES = 16
FEW_LANGUAGES = 6  # up to so many stand in wide columns
NEAR_PT = 18.0
"""The least size on A4 of what people step up to, and of more than six languages on one sheet.

A letter is read with ease from about 300 times its height: 18 pt gives capitals of 4.5 mm, read from an arm's length
and a half. Source: design rule of this project, `look.md`, Paper.
"""
_NOTE_MM = 18.0
_HEADING_SHARES = (0.5, 0.44, 0.4, 0.36, 0.33, 0.31, 0.28)  # of the body's height, by number of languages


def pick_languages(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags each once, in order, without Japanese, which is on every sheet."""
    return tuple(dict.fromkeys(tag for tag in tags if tag != SOURCE_LANGUAGE))


@dataclass(frozen=True, slots=True)
class Wall:
    """The words of a sheet, already chosen and filled in; `id` is what the footer calls it."""

    id: str
    japanese: Phrase
    phrases: Mapping[str, Phrase]  # by language (BCP 47), in print order
    category: Category = Category.INFORMATION
    pictogram: str = ""
    arrow: Direction | None = None
    room: str = ""
    note: str = ""

    def is_unreviewed(self, tag: str) -> bool:
        """Whether no person has checked the text in this language."""
        return self.phrases[tag].review is Review.UNREVIEWED


@dataclass(frozen=True, slots=True)
class Style:
    """The paper, and what was decided about it.

    Below `least_pt` a language goes to a next sheet; `heading` is the heading's share of its usual height.
    """

    paper: Paper
    least_pt: float
    heading: float = 1.0
    marks: bool = True  # beside texts that no person has checked; without them the footer says so
    printed_on: date | None = None

    @property
    def scale(self) -> float:
        """Return the size of the sheet relative to A4."""
        return scale_of(self.paper)

    @property
    def body(self) -> Area:
        """Return the sheet within its margins, above the footer."""
        return body_of(self.paper)

    def note_area(self) -> Area:
        """Return the place of the note, at the foot of the body."""
        return self.body.cut_bottom(_NOTE_MM * self.scale)[0]

    def parts(self, wall: Wall, languages: int, share: float) -> tuple[Area, Area]:
        """Return the areas of heading and languages where so many languages stand on a sheet."""
        gap = 4.0 * self.scale
        body = self.body
        if wall.note:
            body = body.cut_bottom(_NOTE_MM * self.scale, gap)[1]
        if not languages:
            return body, body.cut_bottom(0.0)[0]
        share *= self.heading * _HEADING_SHARES[min(languages, len(_HEADING_SHARES)) - 1]
        strip = ROOM_STRIP_MM * self.scale if wall.room else 0.0
        return body.cut_top(self.body.height_mm * share + strip, gap)


@dataclass(frozen=True, slots=True)
class BuiltWall:
    """The sheets, and which languages went to which further one (the first is 1)."""

    document: Document
    moved: tuple[tuple[str, int], ...]
