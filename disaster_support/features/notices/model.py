"""What a notice is filled with, and what people choose for its paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from disaster_support.content.model import Kind

KINDS = (Kind.NOTICE, Kind.ALERT)
MOST_LETTERS = 120  # of a place, a name or a text: more would make every language's letters small


@dataclass(frozen=True, slots=True)
class Place:
    """Where: an entry of the library, said in each language, or else the name that the shelter itself uses."""

    entry: str = ""
    name: str = ""  # may carry its reading in Aozora Bunko notation


Value = date | time | int | str | Place
"""What stands in a slot; telephone numbers, names and texts are strings."""

Values = Mapping[str, Value]
Texts = Mapping[str, str]
"""What was typed or kept, by slot: days in ISO, times as HH:MM, places as an entry's id or a name."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What was read from the texts of the slots: the values, what is wrong, and what staff should look at again."""

    values: Values
    errors: Mapping[str, str] = field(default_factory=dict)  # a sentence by slot
    warnings: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether the notice can be made."""
        return not self.errors


@dataclass(frozen=True, slots=True)
class NoticeOptions:
    """What people choose for the paper; Japanese is always on it and is not among the languages."""

    languages: tuple[str, ...] = ()  # BCP 47, in print order
    paper: str = "A4"
    landscape: bool = False
    one_a_page: bool = False
    marks: bool = True  # beside texts that no person has checked; without them the footer says so
    printed_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptSet:
    """The texts of a notice that was made, for the next time; none of a notice that names a person."""

    notice: str
    texts: Texts
    name: str = ""  # given by staff; empty: named after what the notice says
