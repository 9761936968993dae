"""What a person is found by: every name in its own script, its reading in hiragana, and its Latin spelling, folded.

Spaces are left out of the key: 山田太郎 finds 山田 太郎. The words of a query are looked for one by one, in any order.
"""

import re
import unicodedata
from functools import lru_cache

from disaster_support.features.reception.model import Details, is_answered

_SEPARATOR = "|"
_BETWEEN_WORDS = re.compile(r"[\s・,、=＝]+")
# Long vowels and the n before b, m and p are spelled in more than one way: Ōno, Oono, Ohno; Namba, Nanba.
_SPELLINGS = ((re.compile("o(?:[ou]|h(?![aeiou]))+"), "o"), (re.compile("uu+"), "u"), (re.compile("m(?=[bmp])"), "n"))
_PHONE_DIGITS = 3  # so many make a number worth comparing without its hyphens


def make_key(details: Details, number: str) -> str:
    """Return the key column of a person: names, their readings and spellings, telephone and card number."""
    parts: list[str] = []
    for text in (details.name, details.kana, details.latin, details.other_names):
        if text and is_answered(text):
            native, latin = "".join(split_words(text)), to_latin(text)
            parts += [native, latin, fold_spelling(latin)]
    for phone in (details.phone, details.contact):
        if phone and is_answered(phone):
            parts += [national_number(phone)] if is_phone(phone) else ["".join(split_words(phone))]
    parts.append(number.casefold())
    return _SEPARATOR.join(dict.fromkeys(part for part in parts if part))


def make_pairs(key: str) -> str:
    """Return the letters of a key that are not Latin two by two: 鈴木, of which the index of trigrams knows nothing."""
    pairs = (
        part[start : start + 2]
        for part in key.split(_SEPARATOR)
        if not part.isascii()
        for start in range(len(part))  # the last stands alone, so that each letter begins something
    )
    return " ".join(dict.fromkeys(pairs))


def is_paired(word: str) -> bool:
    """Whether a word is looked for among the pairs."""
    return len(word) <= 2 and not word.isascii() and all(unicodedata.category(one)[0] in "LNM" for one in word)


def query_words(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what to look for in the key column: for each word typed the forms of which one has to be there."""
    words = split_words(text)
    if is_phone(text):
        words = ("".join(words),)
        return (tuple(dict.fromkeys((*words, national_number(text)))),)
    return tuple(_forms(word) for word in words)


def _forms(word: str) -> tuple[str, ...]:
    latin = fold_spelling(to_latin(word))
    # One or two letters that stand for one of another script are in half of all names.
    return (word, latin) if latin not in ("", word) and (word.isascii() or len(latin) > 2) else (word,)


def split_words(text: str) -> tuple[str, ...]:
    """Return the words in their own script, without differences of width, case and kana."""
    import jaconv

    plain: str = jaconv.kata2hira(unicodedata.normalize("NFKC", text).casefold())
    return tuple(filter(None, _BETWEEN_WORDS.split(plain)))


@lru_cache(maxsize=4096)
def to_latin(text: str) -> str:
    """Return the text in plain Latin letters without spaces: たなか is tanaka, Trần and Чан are tran and chan."""
    import jaconv
    from anyascii import anyascii

    words = "".join(split_words(text))
    if not words.isascii():
        words = anyascii(jaconv.kana2alphabet(words.replace("ー", ""))).casefold()
    return re.sub(r"['\-\s]", "", words)


def fold_spelling(latin: str) -> str:
    """Return Latin letters so that the ways to spell a Japanese sound become one."""
    for pattern, short in _SPELLINGS:
        latin = pattern.sub(short, latin)
    return latin


def national_number(text: str) -> str:
    """Return the digits of a telephone number, +81 as the 0 that is dialled in Japan."""
    plain = unicodedata.normalize("NFKC", text).strip()
    digits = "".join(letter for letter in plain if letter.isdecimal())
    return f"0{digits[2:].lstrip('0')}" if plain.startswith("+81") else digits


def is_phone(text: str) -> bool:
    """Whether the text is digits and signs only, as telephone numbers are."""
    plain = unicodedata.normalize("NFKC", text)
    digits = sum(letter.isdecimal() for letter in plain)
    return digits >= _PHONE_DIGITS and not any(letter.isalpha() for letter in plain)
