"""Machine checks of the library's structure: everything that is named exists."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from disaster_support.content.model import Entry, Fault, Kind, Slot, SlotType, Structure
from disaster_support.content.structure import TITLES

_ON_WALLS = (Kind.SIGN, Kind.NOTICE, Kind.ALERT)


def check_structure(structure: Structure, has_pictogram: Callable[[str], bool]) -> Iterator[Fault]:
    """Yield what is wrong with entries, situations and packs, whatever the language."""
    for entry in structure.entries.values():
        yield from (Fault(code, "", entry.id, detail) for code, detail in _check_entry(entry, structure, has_pictogram))
    for situation in structure.situations.values():
        if situation.title not in structure.entries:
            yield Fault("unknown-title", "", situation.id, situation.title)
        if situation.pictogram and not has_pictogram(situation.pictogram):
            yield Fault("unknown-pictogram", "", situation.id, situation.pictogram)
    for pack in structure.packs.values():
        for id_ in pack.signs:
            if id_ not in structure.entries or structure.entries[id_].kind not in _ON_WALLS:
                yield Fault("unknown-sign", "", pack.id, id_)
        for id_ in pack.boards:
            if id_ not in structure.situations:
                yield Fault("unknown-board", "", pack.id, id_)


def _check_entry(entry: Entry, structure: Structure, has_pictogram: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    if entry.situation not in (*structure.situations, TITLES):
        yield "unknown-situation", entry.situation
    for id_ in entry.answers:
        if id_ not in structure.entries:
            yield "unknown-answer", id_
    if entry.pictogram and not has_pictogram(entry.pictogram):
        yield "unknown-pictogram", entry.pictogram
    if entry.kind is Kind.SIGN and entry.category is None:
        yield "category", "a sign needs one"
    if entry.slots and entry.kind is not Kind.NOTICE:
        yield "slots", "only a notice has them"
    yield from (("slots", fault) for fault in _check_slots(entry.slots))
    if entry.kind not in _ON_WALLS and entry.category is not None:
        yield "category", "only what hangs on a wall has one"
    if entry.formerly and not entry.since:
        yield "since", "from which day has the old name been another?"
    if entry.since and not _is_day(entry.since):
        yield "since", f"{entry.since} is no day such as 2026-05-28"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_slots(slots: Sequence[Slot]) -> Iterator[str]:
    names = [slot.name for slot in slots]
    times = [slot.name for slot in slots if slot.type is SlotType.TIME]
    if len(set(names)) < len(names):
        yield "a name twice"
    if sum(slot.counted for slot in slots) > 1:
        yield "grammar can follow one number only"
    for slot in slots:
        is_count = slot.type is SlotType.COUNT
        if is_count and not 0 <= slot.least < slot.most:
            yield f"{slot.name}: a count says the least and the most"
        if slot.counted and not is_count:
            yield f"{slot.name}: only a count is counted"
        if slot.after and (slot.type is not SlotType.TIME or slot.after not in times):
            yield f"{slot.name}: {slot.after} is no time of this notice"
