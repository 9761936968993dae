"""People to the registers in which relatives search, as PFIF 1.4: only those who agreed that anyone may be told.

What goes out is what finds a person again: names, sex, birth or age, and that they are at the shelter. Health, needs,
telephone, home address and languages stay here.

Source: People Finder Interchange Format 1.4, http://zesty.ca/pfif/1.4/.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from disaster_support.features.reception.dates import Birth, age_on
from disaster_support.features.reception.model import Audience, Person, Sex, State, is_answered

NAMESPACE = "http://zesty.ca/pfif/1.4"
KEPT_DAYS = 40
"""Days after which a register that received a record has to delete it. Source: Person Finder's own default."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WAS_SEEN = {
    State.HERE: "The person is at the shelter {shelter}.",
    State.ON_LEAVE: "The person stays at the shelter {shelter} and is away for a night or more.",
    State.LEFT: "The person was at the shelter {shelter} and has left it.",
    State.TRANSFERRED: "The person was at the shelter {shelter} and has moved to another one.",
}


@dataclass(frozen=True, slots=True)
class PfifSource:
    """Who hands out the records."""

    domain: str  # of the ids, such as shelter.example.jp
    name: str  # the register's: the event
    author: str  # who answers for the records
    kept_days: int = KEPT_DAYS


@dataclass(frozen=True, slots=True)
class PfifFile:
    """The document, and how many people are in it and were left out because they did not agree."""

    content: bytes
    written: int
    left_out: int


def make_pfif(people: Iterable[Person], shelters: Mapping[str, str], source: PfifSource, now: datetime) -> PfifFile:
    """Write a record of each person who agreed to the public, with a note on where they are once somebody saw them.

    `shelters` are names by id; `now` is aware of its time zone. Removed and merged records are left out uncounted.
    """
    ET.register_namespace("pfif", NAMESPACE)
    root = ET.Element(_tag("pfif"))
    written = left_out = 0
    for person in people:
        if person.removed or person.merged_into:
            continue
        if not _agreed(person):
            left_out += 1
            continue
        written += 1
        record = ET.SubElement(root, _tag("person"))
        _fill(record, _person_fields(person, source, now))
        note = _note_fields(person, shelters, source, now)
        if note:
            _fill(ET.SubElement(record, _tag("note")), note)
    ET.indent(root)
    return PfifFile(ET.tostring(root, "utf-8", xml_declaration=True), written, left_out)


def _agreed(person: Person) -> bool:
    consent = person.details.consents.get(Audience.PUBLIC)
    return consent is not None and consent.given


def _person_fields(person: Person, source: PfifSource, now: datetime) -> dict[str, str]:
    """Return the elements in the order of the specification; the empty ones are not written."""
    details = person.details
    since = person.registered_at or person.state_since or now
    others = (details.latin, details.kana, details.other_names)
    return {
        "person_record_id": f"{source.domain}/{person.id}",
        "entry_date": _utc(now),
        "expiry_date": _utc(now + timedelta(days=source.kept_days)),
        "author_name": source.author,
        "source_name": source.name,
        "source_date": _utc(since),
        "full_name": details.name,
        "alternate_names": "\n".join(
            dict.fromkeys(str(name) for name in others if is_answered(name) and name != details.name)
        ),
        "sex": details.sex if details.sex in tuple(Sex) else "",
        "date_of_birth": details.birth if details.birth and is_answered(details.birth) else "",
        "age": _age(details.birth, Birth(None, details.age_years, details.age_on), since.date()),
    }


def _age(birth: str | None, aged: Birth, day: date) -> str:
    # An age that was told some time ago may have grown by one since: then it is a range.
    low = None if is_answered(birth) else age_on(aged, day)
    if low is None:
        return ""
    return str(low) if aged.age_on in (None, day.isoformat()) else f"{low}-{low + 1}"


def _note_fields(person: Person, shelters: Mapping[str, str], source: PfifSource, now: datetime) -> dict[str, str]:
    """Return the note that says where the person is; none for somebody who is only expected: nobody saw them."""
    if person.state not in _WAS_SEEN:
        return {}
    shelter = shelters.get(person.shelter_id, "")
    since = person.state_since or person.registered_at or now
    return {
        "note_record_id": f"{source.domain}/{person.id}.{int(since.timestamp())}",
        "person_record_id": f"{source.domain}/{person.id}",
        "entry_date": _utc(now),
        "author_name": source.author,
        "source_date": _utc(since),
        "author_made_contact": "true",
        "status": "believed_alive",
        "last_known_location": shelter,
        "text": _WAS_SEEN[person.state].format(shelter=shelter),
    }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _fill(element: ET.Element, fields: Mapping[str, str]) -> None:
    for name, text in fields.items():
        if text:
            ET.SubElement(element, _tag(name)).text = _NOT_XML.sub("", text)
