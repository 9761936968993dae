"""Running a drill: what was done and what was not, which injects were given, and what was noted.

Events are only ever added, each on the disk before its function returns: a crash takes nothing, and a mark that was
wrong is followed by the right one.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Drill, Event, EventKind, Inject, Mark
from disaster_support.i18n import gettext as _
from disaster_support.storage import drills
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_PATIENCE = timedelta(minutes=1)  # an inject is late when its whole minute has passed
_NOTES = (EventKind.NOTE, EventKind.HOT_WASH)


class DueInject(NamedTuple):
    """An inject that was not given yet."""

    inject: Inject
    due: datetime
    is_late: bool


def mark_item(
    register: "Register",
    drill: Drill,
    item_id: str,
    mark: Mark,
    by: str = "",
    text: str = "",
    at: datetime | None = None,
) -> Event:
    """Mark an item of the checklist: done, not done and why, or open again; now, or at a time that was on paper.

    Without `by` it was whoever works with the register.

    Raises:
        UserError: the plan has no such item, the role does not allow it, or the disk refuses.

    """
    if all(item.id != item_id for item in drill.plan.item):
        raise UserError(_("The checklist has no item “{id}”.").format(id=item_id))
    return _add(register, drill, EventKind.ITEM, ref=item_id, mark=mark, by=by, text=text, at=at)


def mark_inject(
    register: "Register",
    drill: Drill,
    inject_id: str,
    mark: Mark,
    by: str = "",
    text: str = "",
    at: datetime | None = None,
) -> Event:
    """Mark an inject: given, left out and why, or open again; like `mark_item`.

    Raises:
        UserError: the plan has no such inject, the role does not allow it, or the disk refuses.

    """
    if all(inject.id != inject_id for inject in drill.plan.inject):
        raise UserError(_("The plan has no inject “{id}”.").format(id=inject_id))
    return _add(register, drill, EventKind.INJECT, ref=inject_id, mark=mark, by=by, text=text, at=at)


def add_note(
    register: "Register", drill: Drill, kind: EventKind, text: str, by: str = "", at: datetime | None = None
) -> Event:
    """Note what was seen (`NOTE`), or said in the talk right afterwards (`HOT_WASH`).

    Raises:
        UserError: the note is empty, the role does not allow it, or the disk refuses.

    """
    if not text.strip():
        raise UserError(_("The note is empty: write what you saw or heard."))
    return _add(register, drill, kind, text=text, by=by, at=at)


def take_back_note(register: "Register", drill: Drill, note: Event, by: str = "") -> Event:
    """Take a note back; it stays in the history."""
    return _add(register, drill, note.kind, ref=note.id, mark=Mark.OPEN, by=by)


def list_events(register: "Register", drill_id: str) -> list[Event]:
    """Return what happened, in the order in which it was written down, which is not always that of the times."""
    return drills.read_events(register, drill_id)


def states(events: Iterable[Event]) -> dict[str, Event]:
    """Return the last mark of each item and inject by its id; what was taken back is left out."""
    marks = {event.ref: event for event in events if event.kind in (EventKind.ITEM, EventKind.INJECT)}
    return {ref: event for ref, event in marks.items() if event.mark is not Mark.OPEN}


def notes(events: Sequence[Event], kind: EventKind = EventKind.NOTE) -> list[Event]:
    """Return the notes of a kind that hold, by their times."""
    taken_back = {event.ref for event in events if event.kind in _NOTES and event.mark is Mark.OPEN}
    kept = (event for event in events if event.kind is kind and event.mark is not Mark.OPEN)
    return sorted((event for event in kept if event.id not in taken_back), key=lambda event: event.at)


def began_at(drill: Drill) -> datetime:
    """Return when the drill was begun, or when it is to begin, in local time."""
    return drill.started_at or datetime.combine(drill.held_on, drill.begins).astimezone()


def next_injects(drill: Drill, events: Iterable[Event], now: datetime) -> list[DueInject]:
    """Return the injects that were neither given nor left out, the next first.

    One is late when the minute it was due in has passed.
    """
    marked, begin = states(events), began_at(drill)
    left = sorted((one for one in drill.plan.inject if one.id not in marked), key=lambda one: one.minute)
    due = ((inject, begin + timedelta(minutes=inject.minute)) for inject in left)
    return [DueInject(inject, at, now.astimezone() >= at + _PATIENCE) for inject, at in due]


def _add(
    register: "Register",
    drill: Drill,
    kind: EventKind,
    *,
    ref: str = "",
    mark: Mark = Mark.DONE,
    by: str,
    text: str = "",
    at: datetime | None = None,
) -> Event:
    register.require(Right.REGISTER)
    who = by.strip() or register.staff.name
    with register.writing("run") as writer:
        return drills.add_event(writer, drill.id, kind, ref=ref, mark=mark, at=at, by=who, text=text.strip())
