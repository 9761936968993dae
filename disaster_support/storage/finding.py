"""Finding people by any part of a name, a telephone number or a card, and by what they need and where they are."""

from disaster_support.features.reception.model import Filters
from disaster_support.storage.journal import Value
from disaster_support.storage.register import Register
from disaster_support.storage.search_key import query_forms

_SIMILAR_AT_LEAST = 70.0  # of 100: rapidfuzz's ratio of names typed with a slip or two


def find_ids(register: Register, filters: Filters, limit: int = 200) -> list[str]:
    """Return the ids of the people that match, newest arrivals first; similar names only when none is found.

    People whose record was merged into another or removed are left out.
    """
    found = _find(register, filters, query_forms(filters.text), limit)
    if found or not filters.text.strip():
        return found
    return _find_similar(register, filters, min(limit, 20))


def count_matching(register: Register, filters: Filters) -> int:
    """Return how many people match."""
    joins, wheres, values = _conditions(filters, query_forms(filters.text))
    rows = register.query(f"SELECT count(*) FROM presence {joins} WHERE {wheres}", values)
    return int(rows[0][0])


def _find(register: Register, filters: Filters, forms: tuple[str, ...], limit: int) -> list[str]:
    joins, wheres, values = _conditions(filters, forms)
    rows = register.query(
        f"SELECT presence.person_id FROM presence {joins} WHERE {wheres}"
        " ORDER BY presence.since DESC, presence.person_id LIMIT ?",
        (*values, limit),
    )
    return [row[0] for row in rows]


def _conditions(filters: Filters, forms: tuple[str, ...]) -> tuple[str, str, tuple[Value, ...]]:
    joins, wheres, values = [], ["presence.counted = 1"], list[Value]()
    if forms:
        # The trigram index answers LIKE for three characters and more, a pass over the keys for fewer.
        likes = " OR ".join("key LIKE ? ESCAPE '\\'" for _form in forms)
        wheres.append(
            "presence.person_id IN (SELECT person_id FROM person_key WHERE number IN"
            f" (SELECT rowid FROM person_search WHERE {likes}))"
        )
        values += [f"%{_escape(form)}%" for form in forms]
    if filters.language:
        wheres.append("presence.person_id IN (SELECT person_id FROM language WHERE tag = ? AND removed = 0)")
        values.append(filters.language)
    if filters.need:
        wheres.append("presence.person_id IN (SELECT person_id FROM need WHERE kind = ? AND state = 'yes')")
        values.append(str(filters.need))
    if filters.state:
        wheres.append("presence.state = ?")
        values.append(str(filters.state))
    if filters.shelter_id:
        wheres.append("presence.shelter_id = ?")
        values.append(filters.shelter_id)
    for column, wanted in (("room", filters.room), ("household_id", filters.household_id)):
        if wanted:
            joins = ["JOIN person ON person.id = presence.person_id"]
            wheres.append(f"person.{column} = ?")
            values.append(wanted)
    return " ".join(joins), " AND ".join(wheres), tuple(values)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _find_similar(register: Register, filters: Filters, limit: int) -> list[str]:
    from dataclasses import replace

    from rapidfuzz import fuzz, process

    forms = query_forms(filters.text)
    joins, wheres, values = _conditions(replace(filters, text=""), ())
    rows = register.query(
        "SELECT presence.person_id, key FROM presence JOIN person_key ON person_key.person_id = presence.person_id"
        f" {joins} WHERE {wheres}",
        values,
    )
    keys = {row[0]: row[1] for row in rows}
    best: dict[str, float] = {}
    for form in forms:
        for _key, score, who in process.extract(
            form, keys, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=_SIMILAR_AT_LEAST
        ):
            best[who] = max(score, best.get(who, 0.0))
    return sorted(best, key=lambda who: (-best[who], who))[:limit]
