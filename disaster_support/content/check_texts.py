"""Machine checks of one text: each yields what is wrong with it, nothing when it is right.

Here is how a text is written; what it must keep of the Japanese is `check_meaning`'s.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from disaster_support.content.check_meaning import (
    check_lines,
    check_negation,
    check_numbers,
    check_slots,
    check_terms,
)
from disaster_support.content.model import Kind, Language
from disaster_support.content.order import find_misordered
from disaster_support.content.punctuation import Ending, find_digit_faults, find_ending, find_punctuation_faults
from disaster_support.content.sample import Sample
from disaster_support.content.scripts import find_foreign_letters, find_invisible, find_latin_words, find_mixed_words
from disaster_support.ruby import find_kanji_without_reading

_SHORT = 8  # letters: Japanese that is easy as it is
_SAME_HAN = 2  # characters: 水, 地震 are Chinese too


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
    ours, theirs = sample.text.split("\n"), sample.japanese.split("\n")
    if len(ours) != len(theirs):
        ours, theirs = [sample.text], [sample.japanese]
    for line, japanese in zip(ours, theirs, strict=True):
        ending = Ending.FREE if sample.entry.kind is Kind.SIGN else find_ending(japanese)
        yield from find_punctuation_faults(line, ending, sample.language.tag, sample.language.script)


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
    "lines": check_lines,
    "numbers": check_numbers,
    "negation": check_negation,
    "reading": check_reading,
    "terms": check_terms,
}
SOURCE_CHECKS = ("normal-form", "script", "invisible", "digits", "slots", "numbers", "negation", "reading")
