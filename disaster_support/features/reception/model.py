"""What is known of the people in a shelter: plain data, and the words of the field for it.

Every question may stay unanswered, and the three ways of not answering are three things: *not asked* is None (or no
entry at all), *unknown* and *declined* are the values of `Unanswered`, which stand in the place of the answer
everywhere: in these fields, in the columns of the register, and in the cells of the files that go in and out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Unanswered(StrEnum):
    """Why an answer is missing though the question was asked."""

    UNKNOWN = "?"
    DECLINED = "-"


class Sex(StrEnum):
    """What a person says of themselves."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Level(StrEnum):
    """How far a person gets with a language.

    Source: the qualities of Sahana Eden's person language table, with Easy Japanese added.
    """

    FLUENT = "fluent"
    SLOW = "slow"  # speaks and understands when it is spoken slowly
    READS = "reads"  # reads it, does not follow speech
    INTERPRETER = "interpreter"  # speaks it, and needs an interpreter to and from Japanese
    EASY_JA = "easy-ja"  # of Japanese: Easy Japanese is enough


class Telling(StrEnum):
    """How a person wants to be told things."""

    VOICE = "voice"
    TEXT = "text"
    PICTURES = "pictures"
    SIGN = "sign"  # sign language


class NeedKind(StrEnum):
    """What a person may need that the shelter has to know of; the order of the paper card."""

    INJURY = "injury"
    ILLNESS = "illness"
    MEDICINE = "medicine"
    PREGNANCY = "pregnancy"
    INFANT = "infant"
    DISABILITY = "disability"
    MOBILITY = "mobility"
    ALLERGY = "allergy"
    DIET = "diet"
    PRAYER = "prayer"
    PET = "pet"
    CAR = "car"
    OTHER = "other"


NEVER_WAITS = (NeedKind.CAR,)
"""What is good to know of a person and asks nobody to do anything."""


class NeedState(StrEnum):
    """The answer to whether there is such a need; not asked is no entry."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "?"
    DECLINED = "-"


class Audience(StrEnum):
    """Who may be told that a person is here, each asked for by itself.

    Source: the three questions of the Japanese safety-information form (安否情報).
    """

    RELATIVES = "relatives"
    ACQUAINTANCES = "acquaintances"
    PUBLIC = "public"  # anyone who asks, and the embassy


class MovementKind(StrEnum):
    """What happened to where a person stays. Movements are only ever added; a wrong one is voided by another."""

    IN = "in"
    OUT = "out"
    LEAVE = "leave"  # away for a night or more, and will come back
    TRANSFER_OUT = "transfer-out"
    TRANSFER_IN = "transfer-in"
    VOID = "void"


class State(StrEnum):
    """Where a person is now, as the last movement says; `EXPECTED` before the first."""

    EXPECTED = "expected"
    HERE = "here"
    ON_LEAVE = "on-leave"
    LEFT = "left"
    TRANSFERRED = "transferred"


STATE_AFTER: Mapping[MovementKind, State] = {
    MovementKind.IN: State.HERE,
    MovementKind.TRANSFER_IN: State.HERE,
    MovementKind.LEAVE: State.ON_LEAVE,
    MovementKind.OUT: State.LEFT,
    MovementKind.TRANSFER_OUT: State.TRANSFERRED,
}


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language of a person, the one they want to be spoken to in first."""

    tag: str  # BCP 47; need not be one of the library's
    level: Level | None = None
    script: str = ""  # ISO 15924 of the script they read, where it is not the language's usual one; "none": cannot read


@dataclass(frozen=True, slots=True)
class Need:
    """One answer about a need, when it was noted, and when it was seen to."""

    state: NeedState
    detail: str = ""
    noted_at: datetime | None = None
    met_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to see to it."""
        return self.state is NeedState.YES and self.met_at is None


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes or no to being found, with the time of the answer."""

    given: bool
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """What a person, or somebody for them, has told: everything that a form asks for and a file may hold.

    Text fields are None when not asked and may hold a value of `Unanswered`. Names keep the script they were given in.
    """

    name: str = ""
    kana: str | None = None  # the reading, in kana
    latin: str | None = None  # the Latin spelling, as in a passport
    other_names: str | None = None
    sex: str | None = None  # a value of Sex
    birth: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD
    age_years: int | None = None  # where no date of birth is known
    age_on: str | None = None  # ISO date on which that was their age
    nationality: str | None = None  # ISO 3166-1 alpha-2
    address: str | None = None  # at home
    phone: str | None = None
    contact: str | None = None  # another way to reach them
    languages: tuple[SpokenLanguage, ...] = ()
    telling: str | None = None  # values of Telling, parted by ';'
    needs: Mapping[NeedKind, Need] = field(default_factory=dict)
    consents: Mapping[Audience, Consent] = field(default_factory=dict)
    room: str | None = None  # where in the shelter
    notify: str | None = None  # who to tell
    note: str | None = None


TEXT_FIELDS = (
    "name",
    "kana",
    "latin",
    "other_names",
    "sex",
    "birth",
    "age_years",
    "age_on",
    "nationality",
    "address",
    "phone",
    "contact",
    "telling",
    "room",
    "notify",
    "note",
)
"""The fields of `Details` that are one value each: columns of the register, in the order of the paper card."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the register."""

    id: str  # UUID
    number: str  # on the card: A-12-1 is the first of household A-12
    details: Details
    household_id: str
    shelter_id: str
    state: State = State.EXPECTED
    state_since: datetime | None = None
    registered_at: datetime | None = None
    merged_into: str = ""  # the person this record turned out to be
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Household:
    """People who came together and are looked after together."""

    id: str
    number: str
    members: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement:
    """An arrival, departure, leave or transfer."""

    id: str
    person_id: str
    kind: MovementKind
    at: datetime
    shelter_id: str
    destination: str = ""  # where to, or where from
    reason: str = ""
    back_on: str = ""  # ISO date on which somebody on leave wants to be back
    by: str = ""  # member of staff
    voids: str = ""  # the movement that this one takes back


@dataclass(frozen=True, slots=True)
class Handout:
    """A meal or thing given to a person."""

    id: str
    person_id: str
    item: str
    at: datetime
    quantity: int = 1
    by: str = ""
    voids: str = ""


@dataclass(frozen=True, slots=True)
class Shelter:
    """A shelter, of this register or of the municipality's list."""

    id: str
    name: str
    kana: str = ""
    code: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    capacity: int | None = None
    phone: str = ""
    own: bool = False  # people can be registered in it here
    more: Mapping[str, str] = field(default_factory=dict)  # the list's other columns, as they stand in it


@dataclass(frozen=True, slots=True)
class Filters:
    """Which people to look for; an empty field means all."""

    text: str = ""
    language: str = ""
    need: NeedKind | None = None
    room: str = ""
    state: State | None = None
    shelter_id: str = ""
    household_id: str = ""


def is_answered(value: object) -> bool:
    """Whether a field holds a real answer: neither not asked nor unknown nor declined."""
    return value is not None and value != "" and value not in (Unanswered.UNKNOWN, Unanswered.DECLINED)
