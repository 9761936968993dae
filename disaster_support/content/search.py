"""Finding entries by any part of what they say, in any language, also by reading or romaji."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.fold import SPACELESS_SCRIPTS, fold, fold_romaji
from disaster_support.content.model import Entry
from disaster_support.content.search_keys import SearchKeys


class _Rank(IntEnum):
    """How well a text fits, best first."""

    EXACT = 0
    PREFIX = 1
    WORD = 2
    INSIDE = 3


_BEFORE = {_Rank.PREFIX: "\n", _Rank.WORD: " ", _Rank.INSIDE: ""}  # what stands in a key before what fits so
_WORST = (len(_Rank), True)


class _Place(NamedTuple):
    """A language that has somewhere what is looked for, as its keys would have it."""

    keys: SearchKeys
    query: str
    is_other: bool  # neither Japanese nor one of the languages that go first


def search(catalogue: Catalogue, text: str, languages: Iterable[str] | None = None, limit: int = 50) -> list[Entry]:
    """Return the entries that say `text` in some language: the whole, then its beginning, a word's beginning, inside.

    Japanese and the `languages` given go before the others; what is equal stands in library order. Nothing to look
    for finds nothing.
    """
    entries = list(catalogue.entries.values())
    places = sorted(_places(catalogue, text, {"ja", "ja-simple", *(languages or ())}), key=lambda one: one.is_other)
    best: dict[int, tuple[int, bool]] = {}
    for rank in _BEFORE:
        left = set(range(len(entries))) - best.keys()
        for place in places:
            found = place.keys.find(_BEFORE[rank] + place.query, left)
            for number in found:
                best[number] = min(best.get(number, _WORST), (_refine(rank, place, number), place.is_other))
            if rank is not _Rank.PREFIX:  # what begins so in one language may be the whole in another
                left.difference_update(found)
        if len(best) >= limit:
            break
    return [entries[number] for number in sorted(best, key=lambda number: (best[number], number))[:limit]]


def _places(catalogue: Catalogue, text: str, preferred: set[str]) -> Iterator[_Place]:
    folded = fold(text)
    spaceless, romaji = folded.replace(" ", ""), fold_romaji(text) if folded.isascii() else ""
    for tag, keys in catalogue.search_keys.items():
        script = catalogue.languages[tag].script
        queries = {spaceless if script in SPACELESS_SCRIPTS else folded, romaji if script == "Jpan" else ""}
        yield from (_Place(keys, query, tag not in preferred) for query in queries if query and query in keys.text)


def _refine(rank: _Rank, place: _Place, number: int) -> _Rank:
    is_whole = rank is _Rank.PREFIX and place.keys.has(number, f"\n{place.query}\n")
    return _Rank.EXACT if is_whole else rank
