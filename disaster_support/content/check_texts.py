"""Machine checks of one text: each yields what is wrong with it, nothing when it is right."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Kind, Language
from disaster_support.content.order import find_misordered
from disaster_support.content.punctuation import (
    Ending,
    find_digit_faults,
    find_ending,
    find_kanji_numbers,
    find_numbers,
    find_punctuation_faults,
)
from disaster_support.content.scripts import find_foreign_letters, find_invisible, find_latin_words, find_mixed_words
from disaster_support.content.slots import find_slots
from disaster_support.ruby import find_kanji_without_reading

_SLOT = re.compile(r"\{([^{}]*)\}")
_NO_KANA = re.compile(r"《([^《》]*[^ぁ-ゖァ-ヺー・《》][^《》]*)》")
_SHORT = 8  # letters: Japanese that is easy as it is
_SAME_HAN = 2  # characters: 水, 地震 are Chinese too


@dataclass(frozen=True, slots=True)
class Sample:
    """One text to check, beside what it was made from."""

    language: Language
    entry: Entry
    text: str  # without ruby marks
    marked: str  # with them
    japanese: str
    english: str
    negations: Sequence[str] = ()  # regular expressions
    terms: Mapping[str, Sequence[str]] | None = None  # of the glossary: Japanese term, forms in this language

    @property
    def words(self) -> str:
        """The text without its slots."""
        return _SLOT.sub(" ", self.text)


def check_untranslated(sample: Sample) -> Iterator[str]:
    """Yield when a text is equal to the English or Japanese, unless there is nothing in it to translate."""
    if not any(_is_common_word(word) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", sample.words)):
        return
    if sample.language.tag != "en" and sample.text == sample.english:
        yield "equal to the English"
    if sample.text == sample.japanese and len(sample.text) > _allowed_same(sample.language):
        yield "equal to the Japanese"


def _is_common_word(word: str) -> bool:
    return sum(letter.isupper() for letter in word) < 2  # Wi-Fi, AED, VoiceTra are names


def _allowed_same(language: Language) -> int:
    return {"Jpan": _SHORT, "Hans": _SAME_HAN, "Hant": _SAME_HAN}.get(language.script, 0)


def check_normal_form(sample: Sample) -> Iterator[str]:
    """Yield when a text is not in NFC."""
    if not unicodedata.is_normalized("NFC", sample.marked):
        yield "not in NFC"


def check_script(sample: Sample) -> Iterator[str]:
    """Yield letters of another script, and Latin words that are no names."""
    foreign = "".join(dict.fromkeys(find_foreign_letters(sample.words, sample.language.tag, sample.language.script)))
    if foreign:
        yield foreign
    if sample.language.script != "Latn":
        source = unicodedata.normalize("NFKC", sample.japanese).casefold()
        for word in find_latin_words(sample.words):
            if word.islower() and word.casefold() not in source:
                yield word


def check_mixed(sample: Sample) -> Iterator[str]:
    """Yield words with look-alike letters of two scripts."""
    yield from find_mixed_words(sample.text)


def check_invisible(sample: Sample) -> Iterator[str]:
    """Yield invisible characters that the script does not need."""
    yield from find_invisible(sample.marked, sample.language.tag, sample.language.script)


def check_order(sample: Sample) -> Iterator[str]:
    """Yield signs in an order that Unicode does not know, as in Zawgyi."""
    yield from find_misordered(sample.text, sample.language.script)


def check_digits(sample: Sample) -> Iterator[str]:
    """Yield digits that the language does not use, or of two systems."""
    yield from find_digit_faults(sample.text, sample.language.script)


def check_punctuation(sample: Sample) -> Iterator[str]:
    """Yield marks that the language does not use, or not there."""
    ending = Ending.FREE if sample.entry.kind is Kind.SIGN else find_ending(sample.japanese)
    yield from find_punctuation_faults(sample.text, ending, sample.language.tag, sample.language.script)


def check_slots(sample: Sample) -> Iterator[str]:
    """Yield when the slots are not those of the Japanese, or the Japanese has not those that the entry declares."""
    is_source = sample.language.tag == SOURCE_LANGUAGE
    declared = {slot.name for slot in sample.entry.slots}
    ours, theirs = set(find_slots(sample.text)), declared if is_source else set(find_slots(sample.japanese))
    if ours != theirs:
        yield f"{sorted(ours)} for {sorted(theirs)}"
    if re.search(r"[{}]", _SLOT.sub("", sample.text)):
        yield "a brace without its other"


def check_numbers(sample: Sample) -> Iterator[str]:
    """Yield numbers that are gone, or that the Japanese has not."""
    ours, theirs = find_numbers(sample.words), find_numbers(_SLOT.sub(" ", sample.japanese))
    declared = {number for text in sample.entry.numbers for number in find_numbers(text)}
    if sample.language.tag == SOURCE_LANGUAGE:
        ours |= find_kanji_numbers(sample.text)
    yield from (f"{number} is missing" for number in sorted((theirs | declared) - ours))
    known = theirs | declared | find_kanji_numbers(sample.japanese)
    yield from (f"{number} is not in the Japanese" for number in sorted(ours - known))


def check_negation(sample: Sample) -> Iterator[str]:
    """Yield when a text must forbid or deny and does not."""
    if sample.entry.forbids and not any(re.search(word, sample.text, re.IGNORECASE) for word in sample.negations):
        yield "no word that forbids or denies"


def check_reading(sample: Sample) -> Iterator[str]:
    """Yield kanji without a reading, readings that are no kana, half-width kana."""
    if sample.language.script != "Jpan":
        return
    bare = find_kanji_without_reading(sample.marked)
    if bare:
        yield f"no reading: {bare}"
    if re.search(r"[《》｜]", sample.text):
        yield "ruby marks that do not pair"
    yield from (
        f"no kana: {reading}" for reading in re.findall(r"《([^《》]*[^ぁ-ゖァ-ヺー・《》][^《》]*)》", sample.marked)
    )
    if re.search(r"[\uff61-\uff9f]", sample.text):
        yield "half-width kana"


def check_terms(sample: Sample) -> Iterator[str]:
    """Yield terms of the glossary that are translated in another way; the longest term wins where terms nest."""
    rest, text = sample.japanese, sample.text.casefold()
    for term in sorted(sample.terms or (), key=len, reverse=True):
        if term in rest:
            rest = rest.replace(term, "\n")
            forms = (sample.terms or {})[term]
            if not any(form.casefold() in text for form in forms):
                yield f"{term}: {' | '.join(forms)}"


TEXT_CHECKS: Mapping[str, Callable[[Sample], Iterator[str]]] = {
    "untranslated": check_untranslated,
    "normal-form": check_normal_form,
    "script": check_script,
    "mixed": check_mixed,
    "invisible": check_invisible,
    "order": check_order,
    "digits": check_digits,
    "punctuation": check_punctuation,
    "slots": check_slots,
    "numbers": check_numbers,
    "negation": check_negation,
    "reading": check_reading,
    "terms": check_terms,
}
SOURCE_CHECKS = ("normal-form", "script", "invisible", "digits", "slots", "numbers", "negation", "reading")
