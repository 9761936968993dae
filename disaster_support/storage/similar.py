"""Names like a name: the keys that share most of its trigrams, found in the index without reading every key."""

from collections import Counter
from collections.abc import Iterable

from disaster_support.storage.register import Register

_LETTERS = 3
_ENOUGH = 6_000  # keys that are looked at: those with the rarest trigrams, which tell most
_MOST_TRIGRAMS = 8  # of a name: enough to tell it by
_MATCHING = "SELECT {what} FROM person_search WHERE person_search MATCH ?"


def find_similar(register: Register, names: Iterable[str], limit: int) -> list[tuple[str, str]]:
    """Return the ids and keys that share most trigrams with any of the folded names, the closest first."""
    shared: Counter[int] = Counter()
    looked_at = 0
    for count, trigram in sorted(_count_keys(register, names)):
        looked_at += count
        if looked_at > _ENOUGH:
            break
        shared.update(row[0] for row in register.query(_MATCHING.format(what="rowid"), (trigram,)))
    numbers = tuple(number for number, _count in shared.most_common(limit))
    marks = ", ".join("?" * len(numbers))
    found = register.query(f"SELECT number, person_id, key FROM person_key WHERE number IN ({marks})", numbers)
    by_number = {number: (person_id, key) for number, person_id, key in found}
    return [by_number[number] for number in numbers if number in by_number]


def _count_keys(register: Register, names: Iterable[str]) -> list[tuple[int, str]]:
    """Return how many keys have each trigram of the names, as the index is asked for it; those in none are left out."""
    asked = {'"{}"'.format(trigram.replace('"', '""')) for name in names for trigram in _choose_trigrams(name)}
    counts = ((register.query(_MATCHING.format(what="count(*)"), (trigram,))[0][0], trigram) for trigram in asked)
    return [(count, trigram) for count, trigram in counts if count]


def _choose_trigrams(name: str) -> list[str]:
    trigrams = [name[start : start + _LETTERS] for start in range(len(name) - _LETTERS + 1)]
    step = -(-len(trigrams) // _MOST_TRIGRAMS) or 1  # spread over the name
    return trigrams[::step]
