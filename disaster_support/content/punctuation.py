"""Digits and punctuation as a language writes them."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto

_KANJI_NUMBERS = {letter: str(number) for number, letter in enumerate("〇一二三四五六七八九")} | {
    "十": "10",
    "百": "100",
}
_LATIN_ENDS = ".?!…"
_ENDS = {  # what ends a sentence; by tag, else by script
    "th": "?!",
    "lo": ".?!",
    "my": "။?!",
    "km": "។?!",
    "ne": "।?!",
    "hi": "।?!",
    "bn": "।?!",
    "ur": "۔؟!",
    "Arab": ".؟!",
    "Jpan": "。？！",
    "Hans": "。？！",
    "Hant": "。？！",
}
_FREE_ENDS = {"th", "lo"}
_CJK = {"Jpan", "Hans", "Hant"}
_WIDE = "。、，．？！：；"
_FULL_STOP = ".。।။។۔"
_FOREIGN = {  # marks that the script replaces by its own
    "Arab": r"[,;?]",
    "Mymr": r"(?<!\d)[.,](?!\d)",
    "Khmr": r"(?<!\d)\.(?!\d)",
    "Deva": r"(?<!\w)\|",
    "Beng": r"(?<!\w)\|",
}


def find_digit_faults(text: str, script: str) -> Iterator[str]:
    """Yield digits of a foreign system, and say when two systems are mixed."""
    names = {unicodedata.name(letter).split(" ")[0] for letter in text if letter.isdecimal()}
    own = {"DIGIT", _digit_name(script)}
    yield from (f"digits of {name}" for name in sorted(names - own))
    if len(names) > 1:
        yield "two systems of digits"


def _digit_name(script: str) -> str:
    names = {"Arab": "EXTENDED ARABIC", "Beng": "BENGALI", "Deva": "DEVANAGARI", "Khmr": "KHMER", "Laoo": "LAO"}
    names |= {"Mymr": "MYANMAR", "Thai": "THAI", "Sinh": "SINHALA", "Taml": "TAMIL", "Jpan": "FULLWIDTH"}
    return names.get(script, "DIGIT").split(" ")[0]


def find_numbers(text: str) -> set[str]:
    """Return the numbers written in digits of any system, as plain digits: `１８` and `१८` are 18."""
    plain = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
    return set(re.findall(r"\d+", re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3}\b)", "", plain)))


def find_kanji_numbers(text: str) -> set[str]:
    """Return the single kanji numbers of a text, as plain digits."""
    return {_KANJI_NUMBERS[letter] for letter in text if letter in _KANJI_NUMBERS}


class Ending(Enum):
    """How a text must end."""

    SENTENCE = auto()
    NO_SENTENCE = auto()
    FREE = auto()  # signs go with and without a final mark


def find_ending(japanese: str) -> Ending:
    """Return how translations must end: like the Japanese."""
    is_sentence = japanese.rstrip("」』）)〉")[-1:] in ("。", "？", "！")
    return Ending.SENTENCE if is_sentence else Ending.NO_SENTENCE


def find_punctuation_faults(text: str, ending: Ending, tag: str, script: str) -> Iterator[str]:
    """Yield what is wrong with the marks of a text."""
    yield from _find_ending_faults(text, ending, tag, script)
    yield from _find_spacing_faults(text, tag)
    if script in _CJK:
        yield from (f"“{mark}” for a full-width mark" for mark in re.findall(r"(?<=[^\x00-\x7f])[,.?!;:]", text))
    else:
        yield from (f"“{mark}” is no mark of this script" for mark in re.findall(f"[{_WIDE}]", text))
    if script in _FOREIGN:
        yield from (f"“{mark}” is no mark of this script" for mark in re.findall(_FOREIGN[script], text))
    if tag == "es" and (text.count("¿") != text.count("?") or text.count("¡") != text.count("!")):
        yield "opening and closing marks do not pair"


def _find_ending_faults(text: str, ending: Ending, tag: str, script: str) -> Iterator[str]:
    ends = _ENDS.get(tag) or _ENDS.get(script) or _LATIN_ENDS
    last = text.rstrip("\"'”’»」』）)〉")[-1:]
    if last in _FULL_STOP and last not in ends and not re.search(r"\d\s?น\.$", text):
        yield f"ends in “{last}”, which this language does not use"
    elif ending is Ending.SENTENCE and last not in ends and tag not in _FREE_ENDS:
        yield "a sentence without its final mark"
    elif ending is Ending.NO_SENTENCE and last in _FULL_STOP:
        yield f"ends in “{last}” where the Japanese is no sentence"


def _find_spacing_faults(text: str, tag: str) -> Iterator[str]:
    if text != text.strip() or re.search(r"[ \u3000]{2}| \n|\n ", text):
        yield "a space too many"
    if tag == "fr":
        if re.search(r"(?<![\u00a0\u202f?!\s])[?!;]| [?!;:]", text):
            yield "no narrow no-break space before the mark"
    elif re.search(r"\s[?!,.;:。、，？！؟،।။၊។]", text):
        yield "a space before a mark"
