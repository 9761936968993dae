"""What only the printing engine can say of the library: glyphs, pictograms, and whether a text fits its sheet."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache

from disaster_support.content.checks import Probes
from disaster_support.content.model import Entry, Kind, Language, Phrase, Slot, SlotType
from disaster_support.content.slots import fill_slots
from disaster_support.documents.model import Text
from disaster_support.printing import Typesetter, has_pictogram

SIGN_BOX_MM, SIGN_LEAST_PT = (186.0, 180.0), 36.0
"""What one language has on an upright A4 under the heading, and the size that is read from three metres."""
NOTICE_BOX_MM, NOTICE_LEAST_PT = (186.0, 220.0), 24.0
"""What a notice in one language has on an upright A4, and the size read from two metres, as 36 pt is from three."""
TILE_BOX_MM, TILE_LEAST_PT = (58.0, 30.0), 11.0
"""A cell of a printed board on A4 with two languages, and the size read at arm's length."""
FORM_BOX_MM, FORM_LEAST_PT = (180.0, 30.0), 9.0
"""The width of the registration card, four lines of it, and the smallest size that a hand fills in."""

_BOXES = {
    Kind.SIGN: (SIGN_BOX_MM, SIGN_LEAST_PT),
    Kind.ALERT: (SIGN_BOX_MM, SIGN_LEAST_PT),
    Kind.NOTICE: (NOTICE_BOX_MM, NOTICE_LEAST_PT),
    Kind.FORM: (FORM_BOX_MM, FORM_LEAST_PT),
}
_PHONE = "0120-000-0000"
_TYPED = {  # as long as what staff fill in
    SlotType.PLACE: "Higashi Shōgakkō Taiikukan 2F",
    SlotType.NAME: "Maria Aparecida dos Santos Oliveira",
    SlotType.TEXT: "shelter-wifi-higashi-2F",
}


def build_probes(typesetter: Typesetter) -> Probes:
    """Return the probes for `content.checks`."""

    def find_missing_glyphs(language: Language, text: str) -> str:
        return typesetter.find_missing_characters(Text(text, language.tag))

    def find_overflow(language: Language, entry: Entry, phrase: Phrase) -> str:
        (width_mm, height_mm), least_pt = _BOXES.get(entry.kind, (TILE_BOX_MM, TILE_LEAST_PT))
        for text in _fill(language, entry, phrase):
            if not typesetter.largest_size_pt(text, width_mm, height_mm, maximum_pt=least_pt, minimum_pt=least_pt):
                return f"does not fit {width_mm:g} x {height_mm:g} mm at {least_pt:g} pt"
        return ""

    return Probes(has_pictogram=has_pictogram, missing_glyphs=find_missing_glyphs, overflow=find_overflow)


def _fill(language: Language, entry: Entry, phrase: Phrase) -> Iterator[Text]:
    """Yield a text in each of its plural forms, its slots filled with the longest values."""
    values = {slot.name: _longest(slot, language.tag) for slot in entry.slots}
    for form in phrase.forms or (phrase.text,):
        string, ruby = fill_slots(form, phrase.ruby, values)
        yield Text(string, language.tag, ruby)


def _longest(slot: Slot, tag: str) -> str:
    from disaster_support.content.written import write_count, write_phone, write_typed

    match slot.type:
        case SlotType.DATE:
            return _longest_date(tag)
        case SlotType.TIME:
            return _longest_time(tag)
        case SlotType.COUNT:
            return write_count(slot.most, tag)
        case SlotType.PHONE:
            return write_phone(_PHONE, tag)
        case _:
            return write_typed(_TYPED[slot.type], tag)


@cache
def _longest_date(tag: str) -> str:
    from disaster_support.content.written import write_date

    days = [date(2027, 1, 1) + timedelta(number) for number in range(365)]
    return max((write_date(day, tag, today=date(2026, 12, 1)) for day in days), key=len)


@cache
def _longest_time(tag: str) -> str:
    from disaster_support.content.written import write_time

    return max((write_time(time(hour, 30), tag) for hour in range(24)), key=len)
