"""Scripts and their letters: what may stand in a text of a script, and in which order."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# The first word of a letter's Unicode name is its script; the standard library has no Script property.
_NAMES = {
    "Arab": {"ARABIC"},
    "Beng": {"BENGALI"},
    "Cyrl": {"CYRILLIC"},
    "Deva": {"DEVANAGARI"},
    "Hans": {"CJK"},
    "Hant": {"CJK"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"},
    "Khmr": {"KHMER"},
    "Kore": {"HANGUL"},
    "Laoo": {"LAO"},
    "Latn": {"LATIN", "FEMININE", "MASCULINE"},
    "Mymr": {"MYANMAR"},
    "Sinh": {"SINHALA"},
    "Taml": {"TAMIL"},
    "Thai": {"THAI"},
}
_ALPHABETS = {  # look-alikes of a neighbour's alphabet pass for the right script: Ukrainian є for Mongolian ө
    "mn": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
_CODECS = {"Hans": "gb2312", "Hant": "big5"}  # each holds one of the two forms of most characters
_JOINERS = {"Arab", "Beng", "Deva", "Khmr", "Sinh", "Taml"}
_WORD_BREAKS = {"Khmr", "Laoo", "Mymr", "Thai"}
_SPACES = {"Jpan": " \n\u3000"}


@cache
def script_name(letter: str) -> str:
    """Return the first word of the letter's Unicode name, which is its script: "LATIN", "CJK"."""
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def is_of_script(letter: str, script: str) -> bool:
    """Whether a letter belongs to the script (ISO 15924)."""
    return script_name(letter) in _NAMES[script]


def find_foreign_letters(text: str, tag: str, script: str) -> Iterator[str]:
    """Yield the letters that the language does not write, Latin ones apart."""
    alphabet = _ALPHABETS.get(tag)
    for letter in text:
        if not letter.isalpha() or (script != "Latn" and script_name(letter) == "LATIN"):
            continue
        is_unwritten = not is_of_script(letter, script) or (alphabet and letter.casefold() not in alphabet)
        if is_unwritten or not _can_encode(letter, _CODECS.get(script, "utf-8")):
            yield letter


def _can_encode(letter: str, codec: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def find_latin_words(text: str) -> list[str]:
    """Return the runs of Latin letters."""
    return re.findall(r"[A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+)*", text)


def find_mixed_words(text: str) -> list[str]:
    """Return the words that mix Latin, Cyrillic and Greek letters, which look alike."""
    scripts_of = {word: {script_name(letter) for letter in word} for word in re.findall(r"[^\W\d_]+", text)}
    return [word for word, scripts in scripts_of.items() if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1]


def find_invisible(text: str, tag: str, script: str) -> Iterator[str]:
    """Yield the code points that cannot be seen and that the script does not need there."""
    allowed = _SPACES.get(script, " \n") + ("\u00a0\u202f" if tag == "fr" else "")
    allowed += ("\u200c\u200d" if script in _JOINERS else "") + ("\u200b" if script in _WORD_BREAKS else "")
    for place, letter in enumerate(text):
        is_hidden = unicodedata.category(letter)[0] in "ZC" or letter == "\ufffd"
        is_idle = letter in "\u200b\u200c\u200d" and (place in (0, len(text) - 1) or text[place - 1] == letter)
        if is_hidden and (letter not in allowed or is_idle):
            yield f"U+{ord(letter):04X}"
