"""Records of missing and found people from other registers, as PFIF 1.1 to 1.4.

They are people who are looked for or expected, not people who are here. A record that has expired must not be kept.

Source: People Finder Interchange Format 1.4, http://zesty.ca/pfif/1.4/.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.model import State
from disaster_support.features.reception.tables import Row
from disaster_support.i18n import gettext as _
from disaster_support.lists.sheets import load

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = re.compile(r"\{http://zesty\.ca/pfif/1\.\d\}")
_HOME = ("street", "neighborhood", "city", "state", "postal_code", "zip", "country")
_NOTES = ("status", "found", "last_known_location", "text")


def read_pfif(path: Path, now: datetime) -> list[Row]:
    """Return what becomes of each record, in the order of the file; `now` is aware of its time zone.

    Records that have expired are refused, as the format demands. Everyone comes in as expected; what other registers
    say about them goes into the note.

    Raises:
        UserError: the file cannot be read, or it is no PFIF.

    """
    import defusedxml
    from defusedxml import ElementTree

    try:
        root = ElementTree.fromstring(load(path))
    except (ElementTree.ParseError, defusedxml.DefusedXmlException, ValueError, LookupError) as error:
        raise UserError(_("{path} is no PFIF file, or it is broken.").format(path=path)) from error
    if not _NAMESPACE.match(root.tag):
        raise UserError(_("{path} is no PFIF file, or it is broken.").format(path=path))
    apart: dict[str, list[dict[str, str]]] = {}
    for note in map(_texts, _named(root, "note")):
        apart.setdefault(note.get("person_record_id", ""), []).append(note)
    return [_read(number, record, apart, now) for number, record in enumerate(_named(root, "person"), 1)]


def _named(parent: "Element", name: str) -> Iterator["Element"]:
    return (element for element in parent if _NAMESPACE.sub("", str(element.tag)) == name)


def _texts(element: "Element") -> dict[str, str]:
    return {_NAMESPACE.sub("", str(child.tag)): (child.text or "").strip() for child in element if not len(child)}


def _read(number: int, record: "Element", apart: dict[str, list[dict[str, str]]], now: datetime) -> Row:
    texts = _texts(record)
    expiry = _moment(texts.get("expiry_date", ""))
    if expiry and expiry <= now:
        return Row(number, None, _("The record has expired and must not be kept."))
    about = apart.get(texts.get("person_record_id") or "no id", [])
    notes = [*map(_texts, _named(record, "note")), *about]
    try:
        intake = read_details(_fields(texts, notes, now), now, lenient=True)
    except UserError as error:
        return Row(number, None, str(error))
    return Row(number, intake, mends=intake.mends)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _fields(texts: dict[str, str], notes: list[dict[str, str]], now: datetime) -> dict[str, object]:
    get = texts.get
    given, family = get("given_name") or get("first_name", ""), get("family_name") or get("last_name", "")
    age, source_date = get("age", ""), _moment(get("source_date", ""))
    range_of_ages = "" if age.isdigit() else age
    said = [
        get("description") or get("other", ""),
        _("Age: {age}").format(age=range_of_ages) if range_of_ages else "",
        *(": ".join(filter(None, (note.get(part, "") for part in _NOTES))) for note in notes),
        _("From another register: {id}").format(id=get("person_record_id", "")) if get("person_record_id") else "",
    ]
    return {
        "name": get("full_name") or " ".join(filter(None, (given, family))),
        "other_names": ", ".join(get("alternate_names", "").splitlines()),
        "sex": get("sex", ""),
        "birth": get("date_of_birth", ""),
        "age_years": "" if range_of_ages or get("date_of_birth") else age,
        "age_on": source_date.astimezone(now.tzinfo).date().isoformat() if source_date and age.isdigit() else "",
        "address": " ".join(filter(None, (get(f"home_{part}", "") for part in _HOME))),
        "note": "\n".join(filter(None, said)),
        "state": State.EXPECTED.value,
    }
