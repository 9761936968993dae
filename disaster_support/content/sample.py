"""One text to check, beside what it was made from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from disaster_support.content.glossary import Terms
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Language
from disaster_support.content.slots import blank_slots


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of an entry, with what a check needs to know about its language."""

    language: Language
    entry: Entry
    text: str  # without ruby marks
    marked: str  # with them
    japanese: str
    english: str
    negations: Sequence[str] = ()  # regular expressions
    terms: Terms = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The text without its slots."""
        return blank_slots(self.text)

    @property
    def is_source(self) -> bool:
        """Whether this is the Japanese itself."""
        return self.language.tag == SOURCE_LANGUAGE
