"""Japanese parted into the smallest words of Sudachi's dictionary."""

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

_LONGEST_PIECE = 10_000  # characters: Sudachi takes 49,149 bytes at once
_PIECE = re.compile(rf"[^\n]{{1,{_LONGEST_PIECE}}}")
_ALONE = re.compile(r"[\ud800-\udfff]")  # half a character, which no UTF-8 can hold
_loading = threading.Lock()


@dataclass(frozen=True, slots=True)
class Token:
    """The smallest word at `text[start:end]`.

    `reading` is hiragana, or empty where the dictionary knows none. `pos`, `sub` and `third` are the first three parts
    of speech of UniDic (名詞, 普通名詞, サ変可能), `conjugation` the class of a verb (五段-カ行), `form` the form it
    stands in (連用形-一般).
    """

    start: int
    end: int
    surface: str
    lemma: str
    normal: str
    reading: str
    pos: str
    sub: str
    third: str
    conjugation: str
    form: str

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but space."""
        return not self.surface.strip()


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in order; line ends are in none of them."""
    tokenizer = _dictionary().tokenizer()  # one for each call: threads may not share one
    tokens: list[Token] = []
    for piece in _PIECE.finditer(_ALONE.sub("?", text)):
        tokens += _read(tokenizer, piece[0], piece.start())
    return tuple(_join_because(tokens))


def _read(tokenizer: Any, piece: str, offset: int) -> Iterator[Token]:
    for one in tokenizer.tokenize(piece):
        pos, sub, third, _fourth, conjugation, form = one.part_of_speech()
        surface, reading = one.surface(), to_hiragana(one.reading_form())
        if not surface:
            continue
        yield Token(
            offset + one.begin(),
            offset + one.end(),
            surface,
            one.dictionary_form(),
            one.normalized_form(),
            "" if one.is_oov() and not _is_kana(surface) else reading,
            pos,
            sub,
            third,
            conjugation,
            form,
        )


def _join_because(tokens: Sequence[Token]) -> Iterator[Token]:
    """Make one word of ので, which Sudachi takes for の and で."""
    done = 0
    for place, (one, two) in enumerate(pairwise(tokens)):
        if one.sub == "準体助詞" and two.surface == "で" and two.lemma == "だ" and one.end == two.start:
            yield from tokens[done:place]
            yield Token(one.start, two.end, "ので", "ので", "ので", "ので", "助詞", "接続助詞", "*", "*", "*")
            done = place + 2
    yield from tokens[done:]


def to_hiragana(kana: str) -> str:
    """Return katakana as hiragana; everything else stays."""
    import jaconv

    return str(jaconv.kata2hira(kana))


def _is_kana(text: str) -> bool:
    return all("ぁ" <= one <= "ヿ" for one in text)


def _dictionary() -> Any:
    with _loading:  # the window and a task beside it may ask at once
        return _load()


@cache
def _load() -> Any:
    """Load Sudachi with its small dictionary (50 ms), once."""
    from sudachipy import Dictionary

    return Dictionary(dict="small")
