"""Sentences, and the phrases (文節) in them between which Easy Japanese puts spaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from disaster_support.easy.tokens import Token

_SENTENCE = re.compile(r"[^\n。！？!?]+[。！？!?]*[」』）)〉]*|[。！？!?]+")
_CONTENT = {"名詞", "代名詞", "動詞", "形容詞", "形状詞", "副詞", "連体詞", "接続詞", "感動詞", "接頭辞"}
_OPENING = "「『（(〈《【［["
_GLOSS = "〈"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `text[start:end]`, with its tokens; spaces are none of them."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def split_sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; the end of a line ends one too."""
    return tuple(_sentences(text, tokens))


def _sentences(text: str, tokens: Sequence[Token]) -> Iterator[Sentence]:
    place = 0
    for match in _SENTENCE.finditer(text):
        first = place
        while place < len(tokens) and tokens[place].start < match.end():
            place += 1
        inside = tuple(token for token in tokens[first:place] if not token.is_space)
        if inside:
            yield Sentence(inside[0].start, inside[-1].end, inside)


def find_phrase_starts(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Return the places in the text at which a phrase after the first begins.

    Source: Hirosaki University's rules for spaces: between phrases (文節), with 補助動詞 apart (書いて ください).
    """
    return tuple(token.start for before, token in pairwise(tokens) if _begins_phrase(before, token))


def _begins_phrase(before: Token, token: Token) -> bool:
    if token.surface == _GLOSS:
        return True
    if before.pos == "補助記号" and before.surface not in "）)〉」』":
        return False  # a comma or a bracket parts them already
    if token.surface in _OPENING:
        return before.pos in ("助詞", "助動詞", "動詞", "形容詞")
    if token.pos not in _CONTENT or before.pos == "接頭辞":
        return False
    return not _belongs_to(before, token)


def _belongs_to(before: Token, token: Token) -> bool:
    """Whether a token that could begin a phrase goes on with the one before it."""
    if token.pos == "形状詞" and token.sub == "助動詞語幹":  # そう of 降りそう
        return True
    if token.pos == "動詞" and token.sub == "非自立可能" and token.lemma in ("する", "できる", "いたす"):
        return before.pos in ("名詞", "接尾辞", "形状詞", "副詞") and before.surface not in ("こと", "とき")
    if token.lemma == "ござる" or (token.lemma == "ない" and before.lemma == "たい"):
        return True
    if token.pos in ("動詞", "形容詞"):  # 食べ始める, 使いにくい
        return before.pos == "動詞" and before.form.startswith("連用形-一般")
    return token.pos == "名詞" and before.pos in ("名詞", "接尾辞")
