"""Filling a notice in one language: every value as that language writes it. Imports Babel: late."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.latin import spell_latin
from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE, Entry, Phrase, SlotType
from disaster_support.content.plurals import choose_form
from disaster_support.content.slots import fill_slots
from disaster_support.content.written import (
    write_count,
    write_date,
    write_phone,
    write_time,
    write_typed,
)
from disaster_support.features.notices.model import Place, Value, Values
from disaster_support.ruby import Ruby, mark_ruby, parse_ruby

_JAPANESE = (SOURCE_LANGUAGE, EASY_JAPANESE)
AddReadings = Callable[[str], tuple[Ruby, ...]]


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills notices from a library; `add_readings` guesses the readings of names and texts that have none."""

    catalogue: Catalogue
    today: date
    add_readings: AddReadings

    def fill(self, entry: Entry, values: Values, tag: str) -> Phrase | None:
        """Return what a notice says in a language; None where the library has no text. A slot without value stays."""
        phrase = self.catalogue.text(entry.id, tag)
        if phrase is None or not entry.slots:
            return phrase
        text = phrase.text
        if entry.counted and phrase.forms:
            number = values.get(entry.counted.name)
            text = choose_form(phrase.forms, tag, number) if isinstance(number, int) else text
        types = {slot.name: slot.type for slot in entry.slots}
        written = {name: self._write(value, types[name], tag) for name, value in values.items()}
        filled, ruby = fill_slots(text, phrase.ruby, written)
        return Phrase(filled, ruby, phrase.review, phrase.reviewer, phrase.reviewed_on)

    def _write(self, value: Value, type_: SlotType, tag: str) -> str:
        """Return a value as the language writes it, with ruby marks in Japanese."""
        if isinstance(value, Place):
            return self._write_place(value, tag)
        if isinstance(value, date):
            return write_date(value, tag, self.today)
        if isinstance(value, time):
            return write_time(value, tag)
        if isinstance(value, int):
            return write_count(value, tag)
        if type_ is SlotType.PHONE:
            return write_phone(value, tag)
        if tag not in _JAPANESE:
            return write_typed(_with_latin(value) if parse_ruby(value)[1] else value, tag)
        return (
            value if type_ is SlotType.NAME else self._with_readings(value)
        )  # a person's reading is not to be guessed

    def _write_place(self, place: Place, tag: str) -> str:
        if place.entry:
            phrase = self.catalogue.say(place.entry, tag)
            return mark_ruby(phrase.text, phrase.ruby)
        marked = self._with_readings(place.name)
        return marked if tag in _JAPANESE else write_typed(_with_latin(marked), tag)

    def _with_readings(self, marked: str) -> str:
        """Return a text with the readings that somebody gave, or else with those that are guessed."""
        text, ruby = parse_ruby(marked)
        return marked if ruby else mark_ruby(text, self.add_readings(text))


def _with_latin(marked: str) -> str:
    """Return a name without its readings, and in Latin letters beside it where it is Japanese."""
    name, ruby = parse_ruby(marked)
    latin = spell_latin(name, ruby)
    return f"{name} ({latin})" if latin else name
