"""The drill plan: what everybody who takes part in preparing a drill reads."""

from collections.abc import Iterator, Sequence

from disaster_support.bilingual import Bilingual
from disaster_support.documents.listing import Column
from disaster_support.documents.model import Align, Document, TextMeasurer
from disaster_support.documents.report import TABLE_PT, Block, Heading, Paragraph, Table
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.features.drills.paper.sheet import build_sheet
from disaster_support.features.drills.paper.subject import Subject, cell, point, say, word
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_ASSIGN_MM = 10.0  # room to write a name


def build_drill_plan(drill: Plan | Drill, measurer: TextMeasurer) -> Document:
    """Return purpose, objectives, scenario, venue, organisations, safety rules, roles and timetable."""
    subject = Subject.of(drill)
    return build_sheet(_("Drill plan"), subject, _blocks(subject), measurer)


def _blocks(subject: Subject) -> Iterator[Block]:
    plan = subject.plan
    yield Heading(_("Purpose"))
    yield Paragraph((say(plan.purpose),))
    yield Heading(_("Objectives"))
    yield Table(
        (Column(_("No."), 1, TABLE_PT, align=Align.CENTER), Column(pgettext("drill", "Objective"), 14, 10.0)),
        [(word(subject.objective_number(one.id)), cell(say(one.text))) for one in plan.objective],
    )
    yield Heading(_("Scenario"))
    yield Paragraph((say(plan.scenario),))
    yield Heading(_("Venue"))
    yield Paragraph((say(plan.venue),))
    yield from _points(_("Who takes part"), plan.organisations)
    yield from _points(_("Safety rules"), plan.safety)
    yield Heading(_("Roles"))
    yield _roles(subject)
    yield Heading(_("Timetable"))
    yield _timetable(subject)


def _points(heading: str, points: Sequence[Bilingual]) -> Iterator[Block]:
    if points:
        yield Heading(heading)
    for one in points:
        yield Paragraph((say(one),), bullet=point())


def _roles(subject: Subject) -> Table:
    columns = (
        Column(_("Role"), 4, TABLE_PT, is_bold=True),
        Column(_("Duty"), 8, TABLE_PT),
        Column(pgettext("drill", "Who"), 4, TABLE_PT),
    )
    rows = [(cell(say(role.title)), cell(say(role.duty)), word("")) for role in subject.plan.role]
    return Table(columns, rows, _ASSIGN_MM)


def _timetable(subject: Subject) -> Table:
    columns = (
        Column(pgettext("drill", "Time"), 3, TABLE_PT, is_bold=True),
        Column(_("Minutes"), 2, TABLE_PT, align=Align.END),
        Column(pgettext("drill", "What happens"), 13, TABLE_PT),
    )
    slots = sorted(subject.plan.slot, key=lambda slot: slot.minute)
    rows = [
        (
            word(f"{subject.clock(slot.minute)}–{subject.clock(slot.minute + slot.minutes)}"),
            word(str(slot.minutes)),
            cell(say(slot.text)),
        )
        for slot in slots
    ]
    return Table(columns, rows)
