"""People in the register: adding, changing, reading. Each verb on a `Writer` is part of that writer's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from disaster_support.errors import UserError
from disaster_support.features.reception.model import (
    STATE_AFTER,
    TEXT_FIELDS,
    Audience,
    Consent,
    Details,
    Household,
    Level,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    Person,
    SpokenLanguage,
    State,
)
from disaster_support.i18n import gettext as _
from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.ids import derived_id
from disaster_support.storage.journal import Value, Writer, storable
from disaster_support.storage.movements import insert_movement
from disaster_support.storage.presence import Presence, find_reach, put_presence, write_presence
from disaster_support.storage.register import Register
from disaster_support.storage.search_key import make_key, make_pairs

KEY_FIELDS = ("name", "kana", "latin", "other_names", "phone", "contact")  # what the search key is made of
_AT_ONCE = 500  # ids in one statement


# -- writing


def add_household(writer: Writer) -> tuple[str, str]:
    """Add an empty household; return its id and its number, such as A-12."""
    letter = writer.query("SELECT value FROM local WHERE name = 'letter'")[0][0]
    next_ = int(writer.query("SELECT value FROM local WHERE name = 'next_household'")[0][0])
    writer.derive("UPDATE local SET value = ? WHERE name = 'next_household'", (str(next_ + 1),))
    household_id, number = writer.new_id(), f"{letter}-{next_}"
    writer.insert("household", {"id": household_id, "number": number})
    return household_id, number


def add_person(
    writer: Writer,
    details: Details,
    household_id: str,
    shelter_id: str,
    arrival: MovementKind | None = None,
    at: datetime | None = None,
) -> str:
    """Add a person to a household, and how they came, now or at the time given; return their id.

    Without a movement they are `EXPECTED`.
    """
    person_id, details, registered_at = writer.new_id(), _storable(details), to_stamp(writer.now)
    number = _next_number(writer, household_id)
    row: dict[str, Value] = {name: getattr(details, name) for name in TEXT_FIELDS}
    row |= {"id": person_id, "number": number, "household_id": household_id, "shelter_id": shelter_id}
    writer.insert("person", {**row, "registered_at": registered_at})
    for position, language in enumerate(details.languages):
        writer.insert("language", _language_row(person_id, position, language))
    for kind, need in details.needs.items():
        writer.insert("need", _need_row(writer, person_id, kind, need))
    for audience, consent in details.consents.items():
        writer.insert("consent", _consent_row(writer, person_id, audience, consent))
    since = to_stamp(at or writer.now) if arrival else None
    if arrival and since:
        insert_movement(writer, person_id, arrival, shelter_id, since)
    key = make_key(details, number)
    writer.derive("INSERT INTO person_key (person_id, key, pairs) VALUES (?, ?, ?)", (person_id, key, make_pairs(key)))
    reach = find_reach([(one.tag, one.level) for one in details.languages])
    tags = ",".join(one.tag for one in details.languages)
    counted = (registered_at, tags, reach, details.nationality or "", details.room or "")
    put_presence(
        writer, Presence(person_id, STATE_AFTER[arrival] if arrival else State.EXPECTED, since, shelter_id, 1, *counted)
    )
    return person_id


def change_person(writer: Writer, before: Person, details: Details) -> None:
    """Write what differs between the record as it was read and as it shall be."""
    columns = {
        name: getattr(details, name) for name in TEXT_FIELDS if getattr(details, name) != getattr(before.details, name)
    }
    if columns:
        writer.update("person", before.id, columns)
    _write_languages(writer, before.id, before.details.languages, details.languages)
    for kind in NeedKind:
        if details.needs.get(kind) != before.details.needs.get(kind):
            write_need(writer, before.id, kind, details.needs.get(kind))
    for audience in Audience:
        if details.consents.get(audience) != before.details.consents.get(audience):
            write_consent(writer, before.id, audience, details.consents.get(audience))
    write_key(writer, before.id)
    write_presence(writer, before.id)


def move_household(writer: Writer, person_id: str, household_id: str) -> None:
    """Let a person belong to another household; their number stays on their card."""
    writer.update("person", person_id, {"household_id": household_id})


def mark_removed(writer: Writer, person_id: str, removed: bool) -> None:
    """Take a record that was made by mistake out of every list and count, or bring it back."""
    writer.update("person", person_id, {"removed": int(removed)})
    write_presence(writer, person_id)


def write_need(writer: Writer, person_id: str, kind: NeedKind, need: Need | None) -> None:
    """Write the answer about a need; None takes it back to 'not asked'."""
    writer.put("need", _need_row(writer, person_id, kind, need))


def write_consent(writer: Writer, person_id: str, audience: Audience, consent: Consent | None) -> None:
    """Write a yes or no with its time; None takes it back to 'not asked'."""
    writer.put("consent", _consent_row(writer, person_id, audience, consent))


def write_key(writer: Writer, person_id: str) -> None:
    """Make the key anew that the person is found by."""
    row = writer.row("person", person_id)
    details = Details(**{name: row[name] for name in KEY_FIELDS})  # type: ignore[arg-type]
    key = make_key(details, str(row["number"]))
    writer.derive("UPDATE person_key SET key = ?, pairs = ? WHERE person_id = ?", (key, make_pairs(key), person_id))


def _need_row(writer: Writer, person_id: str, kind: NeedKind, need: Need | None) -> dict[str, Value]:
    return {
        "id": derived_id(person_id, f"need.{kind}"),
        "person_id": person_id,
        "kind": str(kind),
        "state": str(need.state) if need else None,
        "detail": need.detail or None if need else None,
        "noted_at": to_stamp(need.noted_at or writer.now) if need else None,
        "met_at": to_stamp(need.met_at) if need and need.met_at else None,
    }


def _consent_row(writer: Writer, person_id: str, audience: Audience, consent: Consent | None) -> dict[str, Value]:
    return {
        "id": derived_id(person_id, f"consent.{audience}"),
        "person_id": person_id,
        "audience": str(audience),
        "given": int(consent.given) if consent else None,
        "at": to_stamp(consent.at or writer.now) if consent else None,
    }


def _language_row(person_id: str, position: int, language: SpokenLanguage) -> dict[str, Value]:
    return {
        "id": derived_id(person_id, f"language.{language.tag}"),
        "person_id": person_id,
        "tag": language.tag,
        "level": str(language.level) if language.level else None,
        "script": language.script or None,
        "position": position,
        "removed": 0,
    }


def _next_number(writer: Writer, household_id: str) -> str:
    rows = writer.query("SELECT number FROM household WHERE id = ?", (household_id,))
    if not rows:
        raise UserError(_("There is no such household in the register."))
    household = rows[0][0]
    members = writer.query("SELECT count(*) FROM person WHERE number GLOB ?", (f"{household}-*",))[0][0]
    return f"{household}-{members + 1}"


def _storable(details: Details) -> Details:
    # As the columns will hold it, so that the key is made of the same.
    texts: dict[str, Any] = {name: storable(getattr(details, name)) for name in TEXT_FIELDS}
    return replace(details, **texts)


def _write_languages(
    writer: Writer, person_id: str, before: Sequence[SpokenLanguage], after: Sequence[SpokenLanguage]
) -> None:
    kept = {one.tag for one in after}
    for gone in (one for one in before if one.tag not in kept):
        writer.update("language", derived_id(person_id, f"language.{gone.tag}"), {"removed": 1})
    for position, one in enumerate(after):
        if position < len(before) and before[position] == one:
            continue
        writer.put("language", _language_row(person_id, position, one))


# -- reading


def load_people(register: Register, ids: Iterable[str]) -> list[Person]:
    """Return the people of these ids in their order; unknown ids are left out."""
    wanted = list(ids)
    found: dict[str, Person] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found.update(_load(register, tuple(wanted[start : start + _AT_ONCE])))
    return [found[one] for one in wanted if one in found]


def get_person(register: Register, person_id: str) -> Person:
    """Return the person of an id.

    Raises:
        UserError: there is none.

    """
    people = load_people(register, [person_id])
    if not people:
        raise UserError(_("There is nobody with this number in the register."))
    return people[0]


def find_by_number(register: Register, number: str) -> str:
    """Return the id of the person of a card number, in any case; empty when there is none."""
    rows = register.query("SELECT id FROM person WHERE number = ?", (number.strip().upper(),))
    return str(rows[0][0]) if rows else ""


def list_records(register: Register, person_id: str) -> list[str]:
    """Return the id of a person and of the records merged into them."""
    rows = register.query("SELECT id FROM person WHERE merged_into = ? ORDER BY id", (person_id,))
    return [person_id, *(row[0] for row in rows)]


def resolve(register: Register, ids: Iterable[str]) -> list[Person]:
    """Return the people of these ids, each once; for a record that was merged the person it was merged into.

    Raises:
        UserError: there is nobody of one of the ids, or the record was removed.

    """
    wanted = list(dict.fromkeys(ids))
    found = load_people(register, wanted)
    merged = {person.id: person.merged_into for person in found if person.merged_into}
    people = load_people(register, dict.fromkeys(merged.get(person.id, person.id) for person in found))
    if len(found) < len(wanted) or any(person.removed for person in people):
        raise UserError(_("There is nobody with this number in the register."))
    return people


def get_household(register: Register, household_id: str) -> Household:
    """Return a household with its members, the merged and removed ones left out.

    Raises:
        UserError: there is none.

    """
    rows = register.query("SELECT number FROM household WHERE id = ?", (household_id,))
    if not rows:
        raise UserError(_("There is no such household in the register."))
    ids = register.query(
        "SELECT id FROM person WHERE household_id = ? AND merged_into IS NULL AND removed = 0"
        " ORDER BY registered_at, rowid",
        (household_id,),
    )
    return Household(household_id, rows[0][0], tuple(load_people(register, (row[0] for row in ids))))


def _load(register: Register, ids: tuple[str, ...]) -> dict[str, Person]:
    marks = ", ".join("?" * len(ids))
    columns = ", ".join(f"person.{name}" for name in TEXT_FIELDS)
    people = register.query(
        f"SELECT person.id, number, household_id, person.shelter_id, person.registered_at, merged_into, removed,"
        f" presence.state, presence.since, presence.shelter_id, {columns}"
        f" FROM person JOIN presence ON presence.person_id = person.id WHERE person.id IN ({marks})",
        ids,
    )
    languages = _by_person(
        register.query(
            f"SELECT person_id, tag, level, script FROM language WHERE removed = 0 AND person_id IN ({marks})"
            " ORDER BY person_id, position",
            ids,
        )
    )
    needs = _by_person(
        register.query(
            "SELECT person_id, kind, state, detail, noted_at, met_at FROM need"
            f" WHERE state IS NOT NULL AND person_id IN ({marks})",
            ids,
        )
    )
    consents = _by_person(
        register.query(
            f"SELECT person_id, audience, given, at FROM consent WHERE given IS NOT NULL AND person_id IN ({marks})",
            ids,
        )
    )
    return {
        row[0]: _person(row, languages.get(row[0], ()), needs.get(row[0], ()), consents.get(row[0], ()))
        for row in people
    }


def _by_person(rows: Iterable[Sequence[Any]]) -> dict[str, list[Sequence[Any]]]:
    grouped: dict[str, list[Sequence[Any]]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row[1:])
    return grouped


def _person(
    row: Sequence[Any],
    languages: Iterable[Sequence[Any]],
    needs: Iterable[Sequence[Any]],
    consents: Iterable[Sequence[Any]],
) -> Person:
    details = Details(
        **dict(zip(TEXT_FIELDS, row[10:], strict=True)),
        languages=tuple(
            SpokenLanguage(tag, Level(level) if level else None, script or "") for tag, level, script in languages
        ),
        needs={NeedKind(kind): _need(*rest) for kind, *rest in needs},
        consents={Audience(audience): Consent(bool(given), _moment(at)) for audience, given, at in consents},
    )
    return Person(
        id=row[0],
        number=row[1],
        details=details,
        household_id=row[2],
        shelter_id=row[9],
        state=State(row[7]),
        state_since=_moment(row[8]),
        registered_at=_moment(row[4]),
        merged_into=row[5] or "",
        removed=bool(row[6]),
    )


def _need(state: str, detail: str | None, noted: str | None, met: str | None) -> Need:
    return Need(NeedState(state), detail or "", _moment(noted), _moment(met))


def _moment(stamp: str | None) -> Any:
    return from_stamp(stamp) if stamp else None
