"""Japanese names in Latin letters, for whoever reads no kanji: 体育館 Taiikukan.

Modified Hepburn with macrons, as on the signs of railway stations, a word for each reading.
Source: 鉄道掲示基準規程 of the Japanese National Railways (1947), modified Hepburn.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from disaster_support.ruby import Ruby, find_kanji_without_reading

_HIRAGANA, _KATAKANA = "ぁ-ゖ", "ァ-ヺー"
_PARTS = f"[{_HIRAGANA}]+|[{_KATAKANA}]+|[^{_HIRAGANA}{_KATAKANA}\\s]+"
_PARTICLES = {"の": "no", "と": "to"}
_LOANS = {  # syllables of loan words that jaconv spells as two
    "ちぇ": "che",
    "しぇ": "she",
    "じぇ": "je",
    "てぃ": "ti",
    "でぃ": "di",
    "とぅ": "tu",
    "うぃ": "wi",
    "うぇ": "we",
    "うぉ": "wo",
}
_HEPBURN = (
    ("cch", "tch"),
    ("m(?=[bp])", "n"),
    ("a-", "ā"),
    ("i-", "ī"),
    ("u-|uu", "ū"),
    ("e-", "ē"),
    ("o-|ou|oo", "ō"),
)


def spell_latin(text: str, ruby: Sequence[Ruby]) -> str:
    """Return a Japanese text in Latin letters, its words with capitals.

    Empty where there is nothing Japanese to spell, and where a kanji has no reading.
    """
    words: list[str] = []
    for piece, is_reading in _pieces(text, ruby):
        if find_kanji_without_reading(piece):
            return ""
        for part in re.findall(_PARTS, piece):
            if is_reading or not words or not re.match(f"[{_HIRAGANA}]", part):
                words.append(_capital(_spell(part)))
            elif part in _PARTICLES:
                words.append(_PARTICLES[part])
            else:
                words[-1] += _spell(part)  # the end of a word: 食《た》べる
    spelt = re.sub(r"(?<=\() | (?=\))", "", unicodedata.normalize("NFKC", " ".join(words)))
    return "" if spelt.casefold() == " ".join(text.split()).casefold() else spelt


def _pieces(text: str, ruby: Sequence[Ruby]) -> Iterator[tuple[str, bool]]:
    """Give readings and what stands between them, and whether it is a reading."""
    done = 0
    for span in sorted(ruby, key=lambda one: one.start):
        yield text[done : span.start], False
        yield span.reading, True
        done = span.end
    yield text[done:], False


def _spell(part: str) -> str:
    """Return kana in Hepburn; what is no kana stays as it is."""
    import jaconv

    if not re.match(f"[{_HIRAGANA}{_KATAKANA}]", part):
        return part
    kana = jaconv.kata2hira(part)
    for written, spelt in _LOANS.items():
        kana = kana.replace(written, spelt)
    latin: str = jaconv.kana2alphabet(kana)
    for pattern, replacement in _HEPBURN:
        latin = re.sub(pattern, replacement, latin)
    return latin


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
