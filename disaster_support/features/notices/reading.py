"""Reading what was typed into the slots of a notice, and saying at each slot what is wrong with it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import Entry, Slot, SlotType
from disaster_support.errors import UserError
from disaster_support.features.notices.model import MOST_LETTERS, Filling, Place, Texts, Value
from disaster_support.i18n import gettext as _
from disaster_support.ruby import strip_ruby

TODAY, TOMORROW = "today", "tomorrow"
_TIME = r"([01]?\d|2[0-3])(?:[:.時]?([0-5]\d)分?|時?)"  # 15:00, 15.00, 1500, 15, 15時30分
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))
_PHONE = r"[+*#]?[\d(][\d\- ()#*,.]*"
_LEAST_DIGITS = 3  # 110, 119, 171


def read_texts(entry: Entry, texts: Texts, catalogue: Catalogue, today: date) -> Filling:
    """Return the values of all slots, with a sentence for each slot that is empty or wrong.

    Raises:
        UserError: a text is given for a slot that the notice does not have.

    """
    slots = {slot.name: slot for slot in entry.slots}
    if strangers := [name for name in texts if name not in slots]:
        sentence = _("This notice has no slot “{name}”. Its slots are: {slots}.")
        raise UserError(sentence.format(name=strangers[0], slots=", ".join(slots) or "-"))
    values: dict[str, Value] = {}
    errors: dict[str, str] = {}
    for name, slot in slots.items():
        try:
            values[name] = read_value(slot, texts.get(name, ""), catalogue, today)
        except UserError as error:
            errors[name] = str(error)
    errors |= dict(_find_disorder(slots, values))
    warnings = {
        name: _("This day is over.") for name, value in values.items() if isinstance(value, date) and value < today
    }
    return Filling(values, errors, warnings)


def read_value(slot: Slot, text: str, catalogue: Catalogue, today: date) -> Value:
    """Return the value that a text means in this slot.

    Raises:
        UserError: it is empty or means none; one sentence says what to give.

    """
    plain = " ".join(text.split())
    match slot.type:
        case SlotType.DATE:
            return _read_date(plain, today)
        case SlotType.TIME:
            return _read_time(plain)
        case SlotType.COUNT:
            return _read_count(plain, slot)
        case SlotType.PHONE:
            return _read_phone(plain)
        case SlotType.PLACE:
            return _read_place(plain, catalogue)
        case SlotType.NAME | SlotType.TEXT:
            return _read_words(plain)


def write_text(value: Value) -> str:
    """Return a value as `read_value` takes it."""
    if isinstance(value, Place):
        return value.entry or value.name
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def _read_date(text: str, today: date) -> date:
    if text in (TODAY, TOMORROW):
        return today + timedelta(days=text == TOMORROW)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(_("Give the day, for example {example}.").format(example=today.isoformat())) from None


def _read_time(text: str) -> time:
    if found := re.fullmatch(_TIME, unicodedata.normalize("NFKC", text)):
        return time(int(found[1]), int(found[2] or 0))
    raise UserError(_("Give the time from 0:00 to 23:59, for example 15:00."))


def _read_count(text: str, slot: Slot) -> int:
    plain = unicodedata.normalize("NFKC", text)
    if plain.isascii() and plain.isdecimal() and len(plain) < 10 and slot.least <= int(plain) <= slot.most:
        return int(plain)
    raise UserError(_("Give a whole number from {least} to {most}.").format(least=slot.least, most=slot.most))


def _read_phone(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
    digits = sum(letter.isdecimal() for letter in plain)
    if re.fullmatch(_PHONE, plain, re.ASCII) and digits >= _LEAST_DIGITS and len(plain) <= MOST_LETTERS:
        return plain
    raise UserError(_("Give a telephone number in digits and hyphens, for example 03-1234-5678."))


def _read_place(text: str, catalogue: Catalogue) -> Place:
    if text in catalogue.entries:
        return Place(entry=text)
    if not text:
        raise UserError(_("Say where: choose a place or write one."))
    return Place(name=_read_words(text))


def _read_words(text: str) -> str:
    if not text:
        raise UserError(_("Write something here: the notice needs it."))
    if len(strip_ruby(text)) > MOST_LETTERS:
        raise UserError(_("This is too long. Use at most {most} letters.").format(most=MOST_LETTERS))
    return text


def _find_disorder(slots: Mapping[str, Slot], values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Give each slot that is not after the one that it must follow."""
    for name, slot in slots.items():
        first, last = values.get(slot.after), values.get(name)
        if isinstance(first, time) and isinstance(last, time) and last <= first:
            yield name, _("This must be later than {time}.").format(time=write_text(first))
        elif isinstance(first, date) and isinstance(last, date) and last < first:
            yield name, _("This must not be before {day}.").format(day=write_text(first))
