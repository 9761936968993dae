"""A course's plan as a file that another school can read: JSON with its format and version."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from disaster_support.errors import UserError
from disaster_support.features.training.model import Plan
from disaster_support.i18n import gettext as _
from disaster_support.plain import from_plain, to_plain

FORMAT = "disaster-support-course"
VERSION = 1

_MOST = 10_000  # lesson hours, minutes, trainees: more is a slip
_YEARS = range(2000, 2100)


def export_plan(plan: Plan) -> bytes:
    """Return a plan as UTF-8 JSON: format, version, plan. It holds no participants, and of instructors only ids."""
    data = {"format": FORMAT, "version": VERSION, "plan": to_plain(plan)}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def import_plan(data: bytes) -> Plan:
    """Return the plan of a file that `export_plan` made, here or elsewhere.

    Raises:
        UserError: it is no such file, it was made by a newer version, or what it holds is no plan.

    """
    plan = from_plain(_read(data)["plan"], Plan)
    for what in ([one.id for one in plan.goal], [one.id for one in plan.unit]):
        for id_, count in Counter(what).items():
            if count > 1 or not id_:
                raise UserError(_("This is not a plan that the program can read: {where}").format(where=f"id “{id_}”"))
    if not all(0 <= number <= _MOST for number in _list_numbers(plan)):
        raise UserError(_("A number in this plan is below 0 or above {most}.").format(most=_MOST))
    if not all(day.on.year in _YEARS for day in plan.days):
        raise UserError(_("A day in this plan is not in this century."))
    return plan


def _read(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UserError(_("This is no JSON: {reason}.").format(reason=error)) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or "plan" not in found:
        raise UserError(_("This is not the file of a course. Choose one that was exported here."))
    if found.get("version") != VERSION:
        raise UserError(_("This file was made by a newer version of the program. Update the program."))
    return found


def _list_numbers(plan: Plan) -> Iterator[int]:
    yield from (plan.lesson_minutes, plan.lessons, plan.trainees, plan.break_minutes)
    yield from (unit.lessons for unit in plan.unit)
    yield from (step.minutes for unit in plan.unit for step in unit.step)
    yield from (day.lessons for day in plan.days)
