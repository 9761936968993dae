"""People's names on paper: in their own script, in the letter forms of their language, with the Latin spelling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from unicodedata import name as name_of_letter

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.content.tags import match_tag
from disaster_support.documents.model import Align, Text, TextMeasurer
from disaster_support.documents.typed import guess_language

_SCRIPTS = {  # the first word of a letter's Unicode name -> ISO 15924 codes of the languages written with it
    "CJK": ("Jpan", "Hans", "Hant"),
    "HIRAGANA": ("Jpan",),
    "KATAKANA": ("Jpan",),
    "HANGUL": ("Kore",),
    "LATIN": ("Latn",),
    "CYRILLIC": ("Cyrl",),
    "ARABIC": ("Arab",),
    "DEVANAGARI": ("Deva",),
    "BENGALI": ("Beng",),
    "TAMIL": ("Taml",),
    "SINHALA": ("Sinh",),
    "THAI": ("Thai",),
    "LAO": ("Laoo",),
    "KHMER": ("Khmr",),
    "MYANMAR": ("Mymr",),
}


class NameMeasurer(TextMeasurer, Protocol):
    """A measurer that also knows which characters it has; `printing.Typesetter` answers."""

    def find_missing_characters(self, text: Text) -> str:
        """Return the characters of a text that no bundled font can draw."""


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as it can be printed; `main` is None where neither spelling can, `is_whole` where the own script could."""

    main: Text | None
    latin: Text | None = None
    is_whole: bool = True


def language_of_name(name: str, spoken: Sequence[str], languages: Mapping[str, Language]) -> str:
    """Return the registered language in whose letters a name is set: one the person speaks where its script fits.

    Kanji alone are Japanese unless the person speaks Chinese; `spoken` are BCP 47 tags, registered or not.
    """
    words = (name_of_letter(letter, "").split(" ")[0].split("-")[0] for letter in name)
    scripts = next((_SCRIPTS[word] for word in words if word in _SCRIPTS), ())
    for tag in spoken:
        known = match_tag(tag, languages)
        if known and languages[known].script in scripts:
            return known
    guess = guess_language(name)
    return guess if guess in languages else SOURCE_LANGUAGE


def print_name(
    name: str, latin: str, spoken: Sequence[str], languages: Mapping[str, Language], measurer: NameMeasurer
) -> PrintedName:
    """Return a name as it can be printed: its own script, or else the Latin spelling, or else nothing."""
    own, spelled = (_text(one, spoken, languages) for one in (name, latin))
    is_whole = own is not None and not measurer.find_missing_characters(own)
    if spelled and measurer.find_missing_characters(spelled):
        spelled = None
    if not is_whole:
        return PrintedName(spelled, None, is_whole=False)
    differs = spelled and own and spelled.string.casefold() != own.string.casefold()
    return PrintedName(own, spelled if differs else None)


def rtl_tags(languages: Mapping[str, Language]) -> frozenset[str]:
    """Return the tags of the languages from right to left."""
    return frozenset(tag for tag, language in languages.items() if language.direction == "rtl")


def left_of(text: Text, languages: Mapping[str, Language]) -> Align:
    """Return how a text is set so that it begins or ends at the left, beside what else stands there."""
    return Align.END if languages[text.language].direction == "rtl" else Align.START


def _text(string: str, spoken: Sequence[str], languages: Mapping[str, Language]) -> Text | None:
    """Return a spelling as a text on one line, None where there is none."""
    string = " ".join(string.split())
    return Text(string, language_of_name(string, spoken, languages)) if string else None
