"""Drills that are kept: planned from a template, changed, copied with what was left open, begun and ended.

Every function takes the open register. Planning needs `Right.MANAGE`; running a drill needs `Right.REGISTER`.
"""

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.i18n import gettext as _
from disaster_support.storage import drill_results, drills
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_USUAL_BEGINNING = time(9, 0)


def new_drill(register: "Register", plan: Plan, held_on: date, begins: time = _USUAL_BEGINNING) -> Drill:
    """Keep a drill that is held on a day by this plan, most often a template; return it.

    Raises:
        UserError: the role does not allow it, or the disk refuses.

    """
    register.require(Right.MANAGE)
    with register.writing("planned") as writer:
        return drills.add_drill(writer, plan, held_on, begins)


def save_drill(register: "Register", drill: Drill) -> None:
    """Write the plan of a drill, its day and its hour.

    When it was begun and ended is left as it stands: somebody may run the drill while another mends the plan.

    Raises:
        UserError: the role does not allow it, or the disk refuses.

    """
    register.require(Right.MANAGE)
    with register.writing("planned") as writer:
        drills.change_drill(writer, drill)


def list_drills(register: "Register", *, removed: bool = False) -> list[Drill]:
    """Return the drills, the latest day first; those that were removed instead, where they are asked for."""
    return drills.read_drills(register, removed=removed)


def get_drill(register: "Register", drill_id: str) -> Drill:
    """Return a drill.

    Raises:
        UserError: there is none of this id.

    """
    return drills.read_drill(register, drill_id)


def copy_drill(register: "Register", drill: Drill, held_on: date | None = None) -> Drill:
    """Plan a drill like this one, today or on the day given; what was to be improved and is still open goes along.

    Raises:
        UserError: the role does not allow it, or the disk refuses.

    """
    register.require(Right.MANAGE)
    left_open = [one.finding for one in drill_results.read_open_improvements(register) if one.drill_id == drill.id]
    with register.writing("planned") as writer:
        copy = drills.add_drill(writer, drill.plan, held_on or writer.now.astimezone().date(), drill.begins, drill.id)
        for finding in left_open:
            drill_results.put_finding(writer, copy.id, replace(finding, id="", followed_from=finding.id))
    return copy


def remove_drill(register: "Register", drill_id: str) -> None:
    """Take a drill out of the list with all that belongs to it; `restore_drill` brings it back."""
    _mark_removed(register, drill_id, removed=True)


def restore_drill(register: "Register", drill_id: str) -> None:
    """Bring a drill back that was taken out."""
    _mark_removed(register, drill_id, removed=False)


def start_drill(register: "Register", drill_id: str) -> Drill:
    """Begin a drill now; one that was begun already keeps its time. Return it as it is now.

    Raises:
        UserError: there is no such drill, the role does not allow it, or the disk refuses.

    """
    drill = get_drill(register, drill_id)
    return drill if drill.started_at else set_times(register, drill_id, register.clock().astimezone(), None)


def end_drill(register: "Register", drill_id: str) -> Drill:
    """End a drill now; one that was ended already keeps its time. Return it as it is now.

    Raises:
        UserError: it was never begun, there is no such drill, the role does not allow it, or the disk refuses.

    """
    drill = get_drill(register, drill_id)
    return drill if drill.ended_at else set_times(register, drill_id, drill.started_at, register.clock().astimezone())


def set_times(register: "Register", drill_id: str, started_at: datetime | None, ended_at: datetime | None) -> Drill:
    """Write when a drill was begun and ended, from paper or because a key was pressed too early; None: not yet.

    Raises:
        UserError: it ends before it begins, the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    if ended_at and started_at is None:
        raise UserError(_("The drill was not begun yet: begin it first, or give the time at which it began."))
    if ended_at and started_at and ended_at.astimezone() < started_at.astimezone():
        raise UserError(_("The drill would end before it begins: correct one of the times."))
    with register.writing("run") as writer:
        drills.write_times(writer, drill_id, started_at, ended_at)
    return get_drill(register, drill_id)


def _mark_removed(register: "Register", drill_id: str, *, removed: bool) -> None:
    register.require(Right.MANAGE)
    with register.writing("removed" if removed else "restored") as writer:
        writer.update("drill", drill_id, {"removed": int(removed)})
