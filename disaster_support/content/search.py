"""Finding entries by any part of what they say, in any language, also by reading or romaji."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.fold import SPACELESS_SCRIPTS, fold, fold_romaji
from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE, Entry
from disaster_support.content.search_keys import SearchKeys

_WHOLE, _BEGINNING, _WORD, _INSIDE = range(0, 8, 2)  # how well a text fits, best first; one more in other languages


class _Place(NamedTuple):
    """A language that has somewhere what is looked for, as its keys would have it."""

    keys: SearchKeys
    query: str
    has_words: bool  # with spaces between them
    is_other: bool  # neither Japanese nor one of the languages that go first


def search(catalogue: Catalogue, text: str, languages: Iterable[str] | None = None, limit: int = 50) -> list[Entry]:
    """Return the entries that say `text` in some language: the whole, then its beginning, a word's beginning, inside.

    Japanese and the `languages` given go before the others; what is equal stands in library order. Nothing to look
    for finds nothing.
    """
    entries = list(catalogue.entries.values())
    preferred = {SOURCE_LANGUAGE, EASY_JAPANESE, *(languages or ())}
    places = sorted(_places(catalogue, text, preferred), key=lambda place: place.is_other)
    best = _find_beginnings(places, len(entries))
    for rank, before in ((_WORD, " "), (_INSIDE, "")):
        if len(best) >= limit:
            break
        left = set(range(len(entries))) - best.keys()
        for place in places:
            if rank == _INSIDE or place.has_words:
                found = place.keys.find(before + place.query, left)
                left.difference_update(found)
                best.update(dict.fromkeys(found, rank + place.is_other))
    return [entries[number] for number in sorted(sorted(best), key=best.__getitem__)[:limit]]


def _places(catalogue: Catalogue, text: str, preferred: set[str]) -> Iterator[_Place]:
    folded = fold(text)
    spaceless, romaji = folded.replace(" ", ""), fold_romaji(text) if folded.isascii() else ""
    for tag, keys in catalogue.search_keys.items():
        script = catalogue.languages[tag].script
        has_words = script not in SPACELESS_SCRIPTS
        for query in {folded if has_words else spaceless, romaji if script == "Jpan" else ""}:
            if query and query in keys.text:
                yield _Place(keys, query, has_words, tag not in preferred)


def _find_beginnings(places: Iterable[_Place], total: int) -> dict[int, int]:
    """Return how well the entries fit that begin so, by number: what one language begins so may be another's whole."""
    best: dict[int, int] = {}
    everything = range(total)
    for keys, query, _has_words, is_other in places:
        whole = f"\n{query}\n"
        for number in keys.find(f"\n{query}", everything):
            fit = (_WHOLE if whole in keys.keys[number] else _BEGINNING) + is_other
            best[number] = min(best.get(number, fit), fit)
    return best
