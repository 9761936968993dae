"""Names like a name: the keys that share most of its trigrams, found in the index without reading every key."""

from collections import Counter
from collections.abc import Iterable

from disaster_support.storage.register import Register

_LETTERS = 3
_COMMON = 8_000  # keys with a trigram that tells nobody from anybody
_MOST_TRIGRAMS = 8  # of a name: enough to tell it by; each is another walk through the index


def find_similar(register: Register, names: Iterable[str], limit: int) -> list[tuple[str, str]]:
    """Return the ids and keys that share most trigrams with any of the folded names, the closest first."""
    trigrams = {trigram for name in names for trigram in _choose_trigrams(name)}
    shared: Counter[int] = Counter()
    for trigram in trigrams:
        quoted = trigram.replace('"', '""')
        sql = f"SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT {_COMMON + 1}"
        rows = register.query(sql, (f'"{quoted}"',))
        if len(rows) <= _COMMON:
            shared.update(row[0] for row in rows)
    numbers = tuple(number for number, _count in shared.most_common(limit))
    marks = ", ".join("?" * len(numbers))
    found = register.query(f"SELECT number, person_id, key FROM person_key WHERE number IN ({marks})", numbers)
    by_number = {number: (person_id, key) for number, person_id, key in found}
    return [by_number[number] for number in numbers if number in by_number]


def _choose_trigrams(name: str) -> list[str]:
    trigrams = [name[start : start + _LETTERS] for start in range(len(name) - _LETTERS + 1)]
    step = -(-len(trigrams) // _MOST_TRIGRAMS) or 1  # spread over the name
    return trigrams[::step]
