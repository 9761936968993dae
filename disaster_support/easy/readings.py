"""Readings above the kanji of any Japanese text.

Three sources, the first that knows a place wins: the helper's own words (`resources/easy/readings.toml`: shelters,
town halls, what the dictionary gets wrong), numbers with their counters, and Sudachi's dictionary.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from disaster_support.easy.homographs import read_by_context
from disaster_support.easy.matching import Lexicon, find_longest
from disaster_support.easy.numbers import find_numbers
from disaster_support.easy.tables import read_table
from disaster_support.easy.tokens import Token, to_hiragana
from disaster_support.ruby import Ruby

KANJI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆ヶ"
_KANJI_RUN = re.compile(rf"[{KANJI}]+")


def read_tokens(text: str, tokens: Sequence[Token]) -> tuple[Ruby, ...]:
    """Return the readings of a text in order; kanji that nothing can read stay without one."""
    edges = frozenset(edge for token in tokens for edge in (token.start, token.end))
    known = [*_find_own(tokens), *read_by_context(tokens), *find_numbers(text, edges)]
    known.sort(key=lambda ruby: (ruby.start, -ruby.end))  # 1日 before the 日中 in 1日中
    taken: list[Ruby] = []
    _add(taken, known)
    _add(taken, (ruby for token in tokens for ruby in _read_token(token)))
    return tuple(sorted(taken, key=lambda ruby: ruby.start))


def spread(surface: str, reading: str, start: int) -> Iterator[Ruby]:
    """Put a word's reading above its kanji alone: 食べ物 たべもの gives た above 食 and もの above 物.

    A word that begins with a number has it in the base: ひゃくとおばん stands above 110番.
    """
    runs = list(_KANJI_RUN.finditer(surface))
    pattern, done = "", 0
    for run in runs:
        pattern += _as_pattern(surface[done : run.start()]) + "(.+?)"
        done = run.end()
    match = re.fullmatch(pattern + _as_pattern(surface[done:]), to_hiragana(reading))
    if match:
        for number, run in enumerate(runs, start=1):
            yield Ruby(start + run.start(), start + run.end(), match[number])
    elif runs and reading:
        yield Ruby(start, start + len(surface), reading)


def _find_own(tokens: Sequence[Token]) -> Iterator[Ruby]:
    for first, _last, key in find_longest(tokens, _own()):
        yield from spread(key, _own()[key], tokens[first].start)


def _read_token(token: Token) -> Iterator[Ruby]:
    if token.reading and _KANJI_RUN.search(token.surface):
        yield from spread(token.surface, token.reading, token.start)


def _add(taken: list[Ruby], more: Iterable[Ruby]) -> None:
    """Add the readings that stand on nothing that is read already."""
    read = {place for ruby in taken for place in range(ruby.start, ruby.end)}
    for ruby in more:
        places = range(ruby.start, ruby.end)
        if read.isdisjoint(places):
            taken.append(ruby)
            read.update(places)


def _as_pattern(kana: str) -> str:
    return re.escape(to_hiragana(kana))


@cache
def _own() -> Lexicon:
    return Lexicon(read_table("readings"))
