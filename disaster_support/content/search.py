"""Finding entries by any part of what they say, in any language, also by reading or romaji."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.fold import SPACELESS_SCRIPTS, fold, fold_romaji
from disaster_support.content.model import Entry


class _Rank(IntEnum):
    """How well a text fits, best first."""

    EXACT = 0
    PREFIX = 1
    WORD = 2
    INSIDE = 3


_WORST = (len(_Rank), True)


def search(catalogue: Catalogue, text: str, languages: Iterable[str] | None = None, limit: int = 50) -> list[Entry]:
    """Return the entries that say `text` in some language: the whole, then its beginning, a word's beginning, inside.

    Japanese and the `languages` given go before the others; what is equal stands in library order. Nothing to look
    for finds nothing.
    """
    order = {id_: number for number, id_ in enumerate(catalogue.entries)}
    preferred = {"ja", "ja-simple", *(languages or ())}
    best: dict[str, tuple[int, bool]] = {}
    for tag, keys in catalogue.search_keys().items():
        for query in _forms(text, catalogue.languages[tag].script):
            for id_, rank in _find(query, keys):
                best[id_] = min(best.get(id_, _WORST), (rank, tag not in preferred))
    ranked = sorted(best, key=lambda id_: (best[id_], order[id_]))
    return [catalogue.entries[id_] for id_ in ranked[:limit]]


def _forms(text: str, script: str) -> set[str]:
    folded = fold(text)
    if script in SPACELESS_SCRIPTS:
        folded = folded.replace(" ", "")
    is_romaji = script == "Jpan" and folded.isascii()
    return {form for form in (folded, fold_romaji(text) if is_romaji else "") if form}


def _find(query: str, keys: Mapping[str, str]) -> list[tuple[str, int]]:
    return [(id_, _rank(query, key)) for id_, key in keys.items() if query in key]


def _rank(query: str, key: str) -> int:
    if f"\n{query}\n" in key:
        return _Rank.EXACT
    if f"\n{query}" in key:
        return _Rank.PREFIX
    return _Rank.WORD if f" {query}" in key else _Rank.INSIDE
