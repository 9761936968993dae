"""Finding people by any part of a name, a telephone number or a card, and by what they need and where they are.

Keys of people are looked through from the newest to the oldest, so that a frequent name is done after `limit` hits:
by the index of trigrams where a word has three letters or more, by that of pairs where it has fewer that are not Latin,
else key by key: one or two Latin letters are in so many names that this ends soon.
"""

from disaster_support.features.reception.model import Filters
from disaster_support.storage.journal import Value
from disaster_support.storage.register import Register
from disaster_support.storage.search_key import is_paired, query_words
from disaster_support.storage.similar import find_similar

_INDEXED = 3  # letters of a trigram
_SIMILAR_AT_LEAST = 70.0  # of 100: rapidfuzz's ratio of names typed with a slip or two
_SIMILAR_LIMIT = 20

_Condition = tuple[str, tuple[Value, ...]]


def find_ids(register: Register, filters: Filters, limit: int = 200) -> list[str]:
    """Return the ids of the people that match; similar names only when none is found.

    With a text those registered last come first, without one those who came last. People whose record was merged into
    another or removed are left out.
    """
    words = query_words(filters.text)
    if not words:
        return _list_filtered(register, filters, limit)
    return _find_words(register, words, filters, limit) or _find_similar(register, words, filters, limit)


def count_matching(register: Register, filters: Filters) -> int:
    """Return how many people match."""
    wheres = _filter_conditions(filters)
    words = query_words(filters.text)
    if words:
        wheres += [_has_word(word) for word in words]
        anchor = max(words, key=lambda word: len(word[0]))
        indices = [_index_of(form) for form in anchor]
        if all(indices):
            found = " UNION ".join(
                f"SELECT rowid FROM {index} WHERE {sql}" for index, sql, _value in filter(None, indices)
            )
            wheres.append((f"person_key.number IN ({found})", tuple(value for *_sql, value in filter(None, indices))))
    where, values = _join(wheres)
    rows = register.query(
        "SELECT count(*) FROM person_key JOIN presence ON presence.person_id = person_key.person_id"
        f" JOIN person ON person.id = presence.person_id WHERE {where}",
        values,
    )
    return int(rows[0][0])


def _list_filtered(register: Register, filters: Filters, limit: int) -> list[str]:
    where, values = _join(_filter_conditions(filters))
    rows = register.query(
        f"SELECT presence.person_id FROM presence {_person(filters)} WHERE {where}"
        " ORDER BY presence.since DESC LIMIT ?",
        (*values, limit),
    )
    return [row[0] for row in rows]


def _find_words(register: Register, words: tuple[tuple[str, ...], ...], filters: Filters, limit: int) -> list[str]:
    anchor = max(words, key=lambda word: len(word[0]))
    others = [_has_word(word) for word in words if word is not anchor] + _filter_conditions(filters)
    found: dict[int, str] = {}
    for form in anchor:
        found.update(_look_through(register, form, others, _person(filters), limit))
    return [found[number] for number in sorted(found, reverse=True)[:limit]]


def _look_through(
    register: Register, form: str, others: list[_Condition], person: str, limit: int
) -> list[tuple[int, str]]:
    source, number, has_form = "person_key", "person_key.number", ("person_key.key GLOB ?", _patterns((form,)))
    if found := _index_of(form):
        index, sql, value = found
        source, number = f"{index} CROSS JOIN person_key ON person_key.number = {index}.rowid", f"{index}.rowid"
        has_form = (sql, (value,))
    where, values = _join([has_form, *others])
    # CROSS JOIN keeps SQLite from turning the order of the tables round.
    return register.query(
        f"SELECT person_key.number, person_key.person_id FROM {source}"
        f" CROSS JOIN presence ON presence.person_id = person_key.person_id {person}"
        f" WHERE {where} ORDER BY {number} DESC LIMIT ?",
        (*values, limit),
    )


def _index_of(form: str) -> tuple[str, str, str] | None:
    """Return the index that knows a form, with the condition on it and its value."""
    if len(form) >= _INDEXED:
        return "person_search", "person_search.key GLOB ?", _patterns((form,))[0]
    if is_paired(form):
        return "person_pairs", "person_pairs MATCH ?", f'"{form}"{"" if len(form) == 2 else "*"}'
    return None


def _find_similar(register: Register, words: tuple[tuple[str, ...], ...], filters: Filters, limit: int) -> list[str]:
    from rapidfuzz import fuzz

    best: dict[str, float] = {}
    for form in (0, -1):  # as it was typed, or else in Latin letters
        typed = "".join(word[form] for word in words)
        for person_id, key in [] if best else find_similar(register, [typed], limit=10 * _SIMILAR_LIMIT):
            score = fuzz.partial_ratio(typed, key)
            if score >= _SIMILAR_AT_LEAST:
                best[person_id] = score
    kept = _keep_matching(register, tuple(best), filters)
    return sorted(kept, key=lambda who: (-best[who], who))[: min(limit, _SIMILAR_LIMIT)]


def _keep_matching(register: Register, ids: tuple[str, ...], filters: Filters) -> list[str]:
    among = (f"person_key.person_id IN ({', '.join('?' * len(ids))})", ids)
    where, values = _join([among, *_filter_conditions(filters)])
    # CROSS JOIN: from the few ids to their presence, not through everybody who is counted.
    rows = register.query(
        "SELECT presence.person_id FROM person_key CROSS JOIN presence ON presence.person_id = person_key.person_id"
        f" {_person(filters)} WHERE {where}",
        values,
    )
    return [row[0] for row in rows]


def _has_word(word: tuple[str, ...]) -> _Condition:
    return f"({' OR '.join('person_key.key GLOB ?' for _form in word)})", _patterns(word)


def _patterns(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"*{''.join(f'[{letter}]' if letter in '*?[' else letter for letter in form)}*" for form in forms)


def _person(filters: Filters) -> str:
    return "JOIN person ON person.id = presence.person_id" if filters.household_id else ""


def _filter_conditions(filters: Filters) -> list[_Condition]:
    found: list[_Condition] = [("presence.counted = 1", ())]
    if filters.language:
        tagged = "SELECT person_id FROM language WHERE tag = ? AND removed = 0"
        found.append((f"presence.person_id IN ({tagged})", (filters.language,)))
    if filters.need:
        needing = "SELECT person_id FROM need WHERE kind = ? AND state = 'yes'"
        found.append((f"presence.person_id IN ({needing})", (str(filters.need),)))
    for column, wanted in (
        ("presence.state", str(filters.state or "")),
        ("presence.shelter_id", filters.shelter_id),
        ("presence.room", filters.room),
        ("person.household_id", filters.household_id),
    ):
        if wanted:
            found.append((f"{column} = ?", (wanted,)))
    return found


def _join(conditions: list[_Condition]) -> tuple[str, tuple[Value, ...]]:
    where = " AND ".join(sql for sql, _values in conditions)
    return where, tuple(value for _sql, values in conditions for value in values)
