"""Folding: texts that a person would call the same, written the same. Standard library only, and cheap."""

import re
import unicodedata

SPACELESS_SCRIPTS = frozenset({"Jpan", "Hans", "Hant", "Thai", "Laoo", "Khmr", "Mymr"})

_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_LATIN = {ord(letter): plain for letter, plain in zip("đøłħŧıðŋ", "dolhtidn", strict=True)} | {0xE6: "ae", 0x153: "oe"}
_MARKS = "[\u0300-\u036f]"
_HEPBURN = (  # compiled when they are needed: not at the start
    ("nn", "n"),
    ("m(?=[bp])", "n"),
    ("(?<![cs])hu", "fu"),
    ("sy", "sh"),
    ("si", "shi"),
    ("ty", "ch"),
    ("ti", "chi"),
    ("tch", "cch"),
    ("tu", "tsu"),
    ("[zj]y", "j"),
    ("zi|di", "ji"),
    ("du", "zu"),
    ("wo", "o"),
    ("oh(?![aiueoy])", "o"),
    ("ou", "o"),
    (r"([aiueo])\1+", r"\1"),
)


def fold(text: str) -> str:
    """Return the text for comparing: case, width, kana, Latin and Cyrillic diacritics, punctuation make no difference.

    Single spaces stay between words. A part of a text folds to a part of the folded text.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.isascii():
        plain = re.sub(_MARKS, "", unicodedata.normalize("NFD", plain))
        plain = unicodedata.normalize("NFC", plain).translate(_HIRAGANA).translate(_LATIN)
    kept = [" " if letter.isspace() else letter for letter in plain if not _is_ignored(letter)]
    return " ".join("".join(kept).split())


def _is_ignored(letter: str) -> bool:
    # Letters and digits are most of all and answered first. P: punctuation; Cf, Cc: zero-width and other controls.
    if letter.isalnum() or letter.isspace():
        return False
    category = unicodedata.category(letter)
    return category[0] == "P" or category in ("Cf", "Cc")


def fold_spaceless(text: str) -> str:
    """Return the folded text without spaces, for scripts that have none between words."""
    return fold(text).replace(" ", "")


def fold_romaji(text: str) -> str:
    """Return romaji in one spelling: Hepburn without marks of length, from Hepburn, Kunrei or what keyboards take."""
    plain = fold_spaceless(text)
    for pattern, replacement in _HEPBURN:
        plain = re.sub(pattern, replacement, plain)
    return plain
