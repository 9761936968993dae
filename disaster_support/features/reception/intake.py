"""From the fields of a form, a JSON object or a row of a file to what is known of a person, and back.

A form or a command is read strictly: what cannot be read is an error, and somebody is there to mend it. A file is read
leniently: a value that cannot be read goes into the note as it stood, and a `Mend` says so; nothing is lost or guessed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from disaster_support.errors import UserError
from disaster_support.features.reception.answers import (
    read_consent,
    read_need,
    read_sex,
    read_state,
    read_telling,
    read_unanswered,
    write_consent,
    write_need,
)
from disaster_support.features.reception.columns import COLUMNS, CONSENT_COLUMNS, NEED_COLUMNS
from disaster_support.features.reception.dates import Birth, age_on, read_birth
from disaster_support.features.reception.flat_fields import flatten
from disaster_support.features.reception.languages_text import leaves_form_open, read_languages, write_languages
from disaster_support.features.reception.model import TEXT_FIELDS, Details, SpokenLanguage, State, is_answered
from disaster_support.features.reception.moments import read_moment
from disaster_support.features.reception.names import check_kana, check_latin, clean_line, clean_phone, clean_text
from disaster_support.i18n import gettext as _
from disaster_support.lists.countries import read_country

_Value = TypeVar("_Value")


class FieldError(UserError):
    """What stands in one field cannot be read; `column` says which, `sentence` what is wrong with it."""

    def __init__(self, column: str, label: str, sentence: str) -> None:
        super().__init__(f"{label}: {sentence}")
        self.column, self.sentence = column, sentence


@dataclass(frozen=True, slots=True)
class Mend:
    """Something that was read otherwise than it was written."""

    column: str  # as the file calls it
    was: str
    became: str  # empty: it stands in the note as it was
    why: str  # one translated sentence


@dataclass(frozen=True, slots=True)
class Intake:
    """A person as they came in: what is known of them, with whom they came, and whether they are here."""

    details: Details
    household: str = ""  # a label; people with the same one belong together
    state: State = State.HERE
    arrived_at: datetime | None = None
    mends: tuple[Mend, ...] = ()


@dataclass(slots=True)
class _Reading:
    cells: Mapping[str, str]
    now: datetime
    lenient: bool
    labels: Mapping[str, str]
    mends: list[Mend] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def label(self, column: str) -> str:
        return self.labels.get(column, column)

    def mend(self, column: str, became: str, why: str) -> None:
        self.mends.append(Mend(self.label(column), self.cells[column], became, why))

    def keep(self, column: str, why: str) -> None:
        """Put what cannot be read into the note, or stop if somebody is there to mend it."""
        if not self.lenient:
            raise FieldError(column, self.label(column), why)
        self.mend(column, "", why)
        self.kept.append(f"{self.label(column)}: {clean_line(self.cells[column])}")

    def read(self, column: str, read: Callable[[str], _Value], default: _Value) -> _Value:
        cell = self.cells.get(column)
        text = clean_line(cell) if cell else ""
        if not text:
            return default
        try:
            return read(text)
        except UserError as error:
            self.keep(column, str(error))
            return default

    def answer(self, column: str, read: Callable[[str], str] = clean_line) -> str | None:
        """Read a field that may also be unknown or declined."""
        return self.read(column, lambda text: read_unanswered(text) or read(text) or None, None)


def read_details(
    fields: Mapping[str, object], now: datetime, *, lenient: bool = False, labels: Mapping[str, str] | None = None
) -> Intake:
    """Read what stands in the columns or JSON keys of `COLUMNS`.

    JSON may also hold `languages` as a list of {tag, level, script}, `needs` and `consents` as objects, numbers and
    booleans. `now` is aware of its time zone: arrivals are read in it, and ages are of its day. `labels` are the file's
    own headings by column, for the note and the mends.

    Raises:
        FieldError: there is no name, or (unless lenient) a value cannot be read.
        UserError: a key is unknown.

    """
    reading = _Reading(flatten(fields), now, lenient, labels or {})
    name = _read_name(reading)
    born = _read_birth(reading)
    details = Details(
        name=name,
        kana=_read_kana(reading),
        latin=reading.answer("latin", check_latin),
        other_names=reading.answer("other_names"),
        sex=reading.answer("sex", read_sex),
        birth=born.birth,
        age_years=born.age_years,
        age_on=born.age_on,
        nationality=reading.answer("nationality", read_country),
        address=reading.answer("address"),
        phone=_read_phone(reading),
        contact=reading.answer("contact"),
        languages=_read_languages(reading),
        telling=reading.answer("telling", read_telling),
        needs={kind: need for column, kind in NEED_COLUMNS.items() if (need := reading.read(column, read_need, None))},
        consents={
            audience: consent
            for column, audience in CONSENT_COLUMNS.items()
            if (consent := reading.read(column, lambda text: read_consent(text, now), None))
        },
        room=reading.answer("room"),
        notify=reading.answer("notify"),
    )
    household = reading.read("household", clean_line, "")
    state = reading.read("state", read_state, State.HERE)
    arrived_at = reading.read("arrived_at", lambda text: read_moment(text, now), None)
    return Intake(_with_note(details, reading), household, state, arrived_at, tuple(reading.mends))


def _read_name(reading: _Reading) -> str:
    name = clean_line(reading.cells.get("name", ""))
    if is_answered(name):
        return name
    for column in ("latin", "kana", "other_names") if reading.lenient else ():
        other = clean_line(reading.cells.get(column, ""))
        if is_answered(other):
            reading.mend(column, other, _("There was no name: this stands in its place."))
            return other
    raise FieldError("name", reading.label("name"), _("A name is missing: a nickname is enough."))


def _read_kana(reading: _Reading) -> str | None:
    kana = reading.answer("kana", check_kana)
    if kana and kana != clean_line(reading.cells["kana"]):
        reading.mend("kana", kana, _("Half-width kana were widened."))
    return kana


def _read_birth(reading: _Reading) -> Birth:
    today = reading.now.date()
    born = reading.read("birth", lambda text: read_birth(read_unanswered(text) or text, today), Birth())
    aged = reading.read("age_years", lambda text: read_birth(read_unanswered(text) or text, today), Birth())
    day = reading.read("age_on", lambda text: _read_day(text, today), today.isoformat())
    if is_answered(born.birth):
        if aged.age_years is not None and abs(aged.age_years - (age_on(born, date.fromisoformat(day)) or 0)) > 1:
            reading.keep("age_years", _("The age does not fit the date of birth: the date was taken."))
        return born
    if is_answered(aged.birth):
        return aged  # a date of birth in the column of the age
    age = aged.age_years if aged.age_years is not None else born.age_years
    return Birth(born.birth or aged.birth, age, day if age is not None else None)


def _read_day(text: str, today: date) -> str:
    day = read_birth(text, today).birth or ""
    if len(day) != len("2026-11-23"):
        raise UserError(_("“{text}” is no day: type it as 2026-11-23.").format(text=text))
    return day


def _read_phone(reading: _Reading) -> str | None:
    phone = reading.answer("phone", clean_phone)
    if not phone or not reading.lenient or not phone.isascii() or not phone.isdigit() or phone.startswith("0"):
        return phone
    # A spreadsheet that took the number for a number has lost its first zero: 10 digits of a mobile, 9 of a house.
    if (len(phone) == 10 and phone[0] in "5789") or len(phone) == 9:
        reading.mend("phone", f"0{phone}", _("The leading zero was lost and is put back."))
        return f"0{phone}"
    return phone


def _read_languages(reading: _Reading) -> tuple[SpokenLanguage, ...]:
    nothing: tuple[SpokenLanguage, ...] = ()
    languages = reading.read("languages", read_languages, nothing)
    if languages and leaves_form_open(reading.cells["languages"]):
        why = _("Which form of the language was not said: the one that most in Japan use was taken. Please ask.")
        reading.mend("languages", write_languages(languages), why)
    return languages


def _with_note(details: Details, reading: _Reading) -> Details:
    typed = clean_text(reading.cells.get("note", ""))
    note: str | None = read_unanswered(typed) or typed or None
    if reading.kept:
        note = "\n".join([*([note] if note and is_answered(note) else []), *reading.kept])
    return replace(details, note=note)


def write_fields(intake: Intake) -> dict[str, str]:
    """Write the columns of a person, all of them, so that `read_details` returns the same; an empty one was not asked.

    What does not go into files: when a need was noted or met, and the mends.
    """
    details = intake.details
    written = dict.fromkeys(COLUMNS, "")
    for column in TEXT_FIELDS:
        value = getattr(details, column)
        written[column] = "" if value is None else str(value)
    written["languages"] = write_languages(details.languages)
    for column, kind in NEED_COLUMNS.items():
        written[column] = write_need(details.needs[kind]) if kind in details.needs else ""
    for column, audience in CONSENT_COLUMNS.items():
        written[column] = write_consent(details.consents[audience]) if audience in details.consents else ""
    written["household"] = intake.household
    written["state"] = intake.state.value
    written["arrived_at"] = intake.arrived_at.isoformat() if intake.arrived_at else ""
    return written
