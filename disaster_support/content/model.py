"""The library's plain data: languages, entries, their texts and how far each text can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from disaster_support.bilingual import Bilingual
from disaster_support.ruby import Ruby

SOURCE_LANGUAGE = "ja"
EASY_JAPANESE = "ja-simple"


class Kind(StrEnum):
    """What an entry is, and who says it."""

    WORD = "word"
    STAFF = "staff"
    EVACUEE = "evacuee"
    QUESTION = "question"
    ANSWER = "answer"
    SIGN = "sign"
    NOTICE = "notice"
    ALERT = "alert"
    FORM = "form"  # a line of the registration card or the self check-in


class Category(StrEnum):
    """What a sign is for; each has its safety colour.

    Source: JIS Z 9101:2018, and the Fire and Disaster Management Agency's guideline of March 2018.
    """

    FIRE = "fire"
    PROHIBITION = "prohibition"
    DANGER = "danger"
    SAFETY = "safety"
    INSTRUCTION = "instruction"
    INFORMATION = "information"


class Review(StrEnum):
    """Whether a person has checked a text; the Japanese source is nobody's translation."""

    SOURCE = "source"
    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"


class SlotType(StrEnum):
    """What is filled into a notice; each has its own field on screen and its own form in each language."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    COUNT = "count"
    PHONE = "phone"
    NAME = "name"  # of a person: never kept with a set of slots
    TEXT = "text"  # the same in every language: a bus number, the name of a network


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in a notice, written `{name}` in its texts."""

    name: str
    type: SlotType
    label: Bilingual | None = None  # what staff read beside the field, where the type alone does not say it
    least: int = 0  # of a count
    most: int = 0
    after: str = ""  # the time that this one must be later than
    counted: bool = False  # whether the text's grammar follows this number


@dataclass(frozen=True, slots=True)
class Language:
    """A registered language. Names come from CLDR through Babel when the library is compiled."""

    tag: str  # BCP 47
    autonym: str
    name_ja: str
    name_en: str
    script: str  # ISO 15924, e.g. "Mymr"
    direction: str  # "ltr" or "rtl"
    font: str  # a key of printing's font table, e.g. "myanmar"
    line_break: str  # ICU locale for the line breaker, e.g. "ja-u-lb-strict"
    wave: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """What an entry says in one language."""

    text: str
    ruby: tuple[Ruby, ...] = ()
    review: Review = Review.UNREVIEWED
    reviewer: str = ""
    reviewed_on: str = ""  # ISO date
    forms: tuple[str, ...] = ()  # by plural category, where grammar follows a number; `text` is the last of them


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the library can say, apart from its texts."""

    id: str
    kind: Kind
    situation: str
    note: str
    pictogram: str = ""
    category: Category | None = None
    answers: tuple[str, ...] = ()
    forbids: bool = False
    numbers: tuple[str, ...] = ()
    since: str = ""  # ISO date from which an alert's wording holds
    formerly: tuple[str, ...] = ()  # Japanese names that an alert had before, which people still look for
    slots: tuple[Slot, ...] = ()

    @property
    def counted(self) -> Slot | None:
        """The slot whose number the grammar follows."""
        return next((slot for slot in self.slots if slot.counted), None)


@dataclass(frozen=True, slots=True)
class Situation:
    """A group of entries, and a board of the same id; its title is an entry."""

    id: str
    title: str
    pictogram: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """What is printed in one go."""

    id: str
    signs: tuple[str, ...]
    boards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read: a stable code, where it is, and what the reader of it said.

    `content.problems.describe_problem` makes a sentence of it.
    """

    code: str
    file: str
    line: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a machine check found wrong with one text, or with an entry in every language."""

    code: str
    language: str
    entry: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """Everything of the library that is the same in every language."""

    languages: Mapping[str, Language]
    entries: Mapping[str, Entry]
    situations: Mapping[str, Situation]
    packs: Mapping[str, Pack] = field(default_factory=dict)
