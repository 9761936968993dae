"""What a sign is made of, and the sizes at which it can be read."""

from dataclasses import dataclass
from datetime import date

from disaster_support.content.model import Category, Entry
from disaster_support.documents.model import Direction
from disaster_support.documents.paper import PAPERS, Paper
from disaster_support.documents.wall.model import FEW_LANGUAGES, MAX_LANGUAGES, NEAR_PT
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

BOARD_LANGUAGES = 6  # as many as stand on one tile of a printed board
MAX_ROOM_LETTERS = 80
MAX_NOTE_LETTERS = 300
COPIES_ON_A_PAGE = (1, 2, 4)
PAPER_NAMES = ("A5", "A4", "A3")

READABLE_PT = 36.0
"""The least size on A4 with up to six languages.

A letter is read with ease from about 300 times its height: 36 pt gives capitals of 9 mm, read from nearly three
metres, the distance at which people stand before a wall. Source: design rule of this project, `look.md`, Paper.
With more languages, and wherever one sheet is asked for, it is `NEAR_PT`: half of the size, so half of the distance.
Whoever finds their language's name steps up. Below it a text of sixteen could not be found from where people queue,
so it goes to a next sheet instead.
"""


@dataclass(frozen=True, slots=True)
class SignOptions:
    """What people choose for a sign; Japanese is always on it and is not among the languages."""

    languages: tuple[str, ...] = ()  # BCP 47, in print order
    paper: str = "A4"
    landscape: bool = False
    arrow: Direction | None = None
    room: str = ""
    note: str = ""
    copies_on_a_page: int = 1
    printed_on: date | None = None
    one_sheet: bool = False  # rather smaller type than a second sheet
    marks: bool = True  # beside texts that no person has checked; without them the footer says so


@dataclass(frozen=True, slots=True)
class Moved:
    """A language that went to a further sheet of an entry's sign, since it would have been too small to read."""

    entry: str
    language: str
    page: int  # of this entry's sign, the first is 1


@dataclass(frozen=True, slots=True)
class Missing:
    """A language left out: the library has no text for it, or, on a board, there are too many languages."""

    entry: str  # or the situation of a board
    language: str


def check_options(options: SignOptions) -> None:
    """Make sure that the options can be printed.

    Raises:
        UserError: too many languages, a text that is too long, or a number of copies that no sheet divides into.

    """
    if len(options.languages) > MAX_LANGUAGES:
        sentence = _("{count} languages are too many for a sign. Choose at most {most}.")
        raise UserError(sentence.format(count=len(options.languages), most=MAX_LANGUAGES))
    if len(options.room) > MAX_ROOM_LETTERS:
        raise UserError(
            _("The name of the room is too long. Use at most {most} letters.").format(most=MAX_ROOM_LETTERS)
        )
    if len(options.note) > MAX_NOTE_LETTERS:
        raise UserError(_("The note is too long. Use at most {most} letters.").format(most=MAX_NOTE_LETTERS))
    if options.copies_on_a_page not in COPIES_ON_A_PAGE:
        raise UserError(_("A sheet takes 1, 2 or 4 copies."))


def share_evenly(languages: tuple[str, ...], most: int) -> list[tuple[str, ...]]:
    """Return the languages in groups of at most `most`, in order and of about the same size; at least one group."""
    count = max(1, -(-len(languages) // most))
    size = -(-len(languages) // count)
    return [languages[group * size : (group + 1) * size] for group in range(count)]


def category_of(entry: Entry) -> Category:
    """Return the kind of sign an entry makes; what is neither sign nor alert informs."""
    return entry.category or Category.INFORMATION


def page_size(options: SignOptions) -> Paper:
    """Return the size of one sign: the paper, halved once for two copies on it and twice for four."""
    paper = PAPERS[options.paper]
    short, long = paper.width_mm, paper.height_mm
    for _half in range(COPIES_ON_A_PAGE.index(options.copies_on_a_page)):
        short, long = long / 2, short
    upright = Paper(paper.name, short, long)
    return upright.landscape if options.landscape else upright


def least_size_pt(options: SignOptions, scale: float) -> float:
    """Return the size below which a language goes to the next sheet; `scale` is the sheet's size relative to A4.

    A sheet half as large hangs in half as large a room: A3 asks for 51 pt, A5 for 25 pt.
    """
    is_far = len(options.languages) <= FEW_LANGUAGES and not options.one_sheet
    return (READABLE_PT if is_far else NEAR_PT) * scale
