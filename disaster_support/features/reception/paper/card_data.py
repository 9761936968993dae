"""What is printed for a person to carry, and what came of printing it."""

from collections.abc import Mapping
from dataclasses import dataclass

from disaster_support.content.model import Language
from disaster_support.documents.model import Document, Text
from disaster_support.features.reception.paper.languages import autonym
from disaster_support.features.reception.paper.names import NameMeasurer, PrintedName, print_name


@dataclass(frozen=True, slots=True)
class CardData:
    """A person as the card shows them: name, number and languages, and nothing else that anyone may know."""

    name: str
    number: str  # A-12-1
    code: str  # what the QR code says: opaque, never a name
    languages: tuple[str, ...] = ()  # BCP 47, the one to be spoken to in first
    latin: str = ""
    household: str = ""
    shelter: str = ""
    needs_interpreter: bool = False


@dataclass(frozen=True, slots=True)
class BuiltCards:
    """Cards ready to print, and the numbers of those whose name cannot be set in its own script."""

    document: Document
    undrawable: tuple[str, ...]


def name_of(card: CardData, languages: Mapping[str, Language], measurer: NameMeasurer) -> PrintedName:
    """Return the person's name as it can be printed."""
    return print_name(card.name, card.latin, card.languages, languages, measurer)


def autonyms_of(card: CardData, languages: Mapping[str, Language], measurer: NameMeasurer) -> list[Text]:
    """Return what the person's languages call themselves, each once."""
    return list(dict.fromkeys(autonym(tag, languages, measurer) for tag in card.languages))
