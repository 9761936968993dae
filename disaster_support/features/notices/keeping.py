"""Sets of slots: kept when a notice was made, and used again with its days moved."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from disaster_support.content.model import Entry, SlotType
from disaster_support.features.notices.model import KeptSet, Texts


def keep(kept: Sequence[KeptSet], entry: Entry, texts: Texts) -> tuple[KeptSet, ...]:
    """Return the sets with this one first; one that says the same on other days makes room, its name stays.

    A notice that names a person is not kept at all: age, telephone number and day are that person's too.
    """
    if any(slot.type is SlotType.NAME for slot in entry.slots):
        return tuple(kept)
    new = KeptSet(entry.id, texts)
    same = [one for one in kept if _without_days(one, entry) == _without_days(new, entry)]
    if same:
        new = KeptSet(new.notice, new.texts, same[0].name)
    return (new, *(one for one in kept if one not in same))


def move_days(entry: Entry, texts: Texts, day: date) -> dict[str, str]:
    """Return the texts with the first of their days moved to `day`, the others as far from it as they were."""
    days = dict(_read_days(entry, texts))
    if not days:
        return dict(texts)
    shift = day - min(days.values())
    return {**texts, **{name: (old + shift).isoformat() for name, old in days.items()}}


def _read_days(entry: Entry, texts: Texts) -> Iterator[tuple[str, date]]:
    for name in _names_of_days(entry):
        with suppress(KeyError, ValueError):  # somebody may have written in the file
            yield name, date.fromisoformat(texts[name])


def _without_days(one: KeptSet, entry: Entry) -> tuple[str, dict[str, str]]:
    days = _names_of_days(entry)
    return one.notice, {name: text for name, text in one.texts.items() if name not in days}


def _names_of_days(entry: Entry) -> set[str]:
    return {slot.name for slot in entry.slots if slot.type is SlotType.DATE}
