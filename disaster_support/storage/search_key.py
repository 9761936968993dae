"""What a person is found by: every name in its own script, its reading in hiragana, and its Latin spelling, folded."""

import unicodedata
from functools import lru_cache

from disaster_support.features.reception.model import Details, is_answered

_SEPARATOR = "|"
_LONG_VOWELS = (("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"))


def make_key(details: Details, number: str) -> str:
    """Return the key column of a person: names, their readings and spellings, telephone and card number."""
    parts: list[str] = []
    for text in (details.name, details.kana, details.latin, details.other_names):
        if text and is_answered(text):
            parts += [fold_native(text), fold_latin(text)]
            parts += [turned for turned in (_turn(fold_latin(text)),) if turned]
    for phone in (details.phone, details.contact):
        if phone and is_answered(phone):
            parts += [fold_native(phone), _digits(phone)]
    parts.append(number.casefold())
    return _SEPARATOR.join(dict.fromkeys(part for part in parts if part))


def query_forms(text: str) -> tuple[str, ...]:
    """Return what to look for in the key column for what was typed; empty when nothing was."""
    forms = [fold_native(text), fold_latin(text)]
    if _looks_like_phone(text):
        forms.append(_digits(text))
    return tuple(dict.fromkeys(form for form in forms if form))


def fold_native(text: str) -> str:
    """Return the text in its own script without width, case and kana differences."""
    import jaconv

    plain = unicodedata.normalize("NFKC", text).casefold()
    folded: str = jaconv.kata2hira(plain)
    return " ".join(folded.replace("・", " ").split())


@lru_cache(maxsize=4096)
def fold_latin(text: str) -> str:
    """Return the text in plain Latin letters, so that Tanaka finds 田中's reading, and Tran finds Trần and Чан."""
    import jaconv
    from anyascii import anyascii

    native = fold_native(text)
    if not native.isascii():
        native = anyascii(jaconv.kana2alphabet(native))
    plain = " ".join(native.casefold().replace("'", "").replace("-", " ").split())
    for long, short in _LONG_VOWELS:
        plain = plain.replace(long, short)
    return plain


def _turn(latin: str) -> str:
    # Family name first or last: a name of two words is found in both orders.
    words = latin.split()
    return f"{words[-1]} {' '.join(words[:-1])}" if len(words) > 1 else ""


def _digits(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isdecimal())


def _looks_like_phone(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text)
    return len(_digits(plain)) >= 3 and not any(letter.isalpha() for letter in plain)
