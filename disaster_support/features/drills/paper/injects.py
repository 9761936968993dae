"""The list of injects: what is given to whom by whom at which minute, and what is expected to follow.

Source: Homeland Security Exercise and Evaluation Program (HSEEP), 2020, master scenario events list.
"""

from collections.abc import Iterator

from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Align, Document, TextMeasurer
from disaster_support.documents.paper import A4
from disaster_support.documents.report import TABLE_PT, Block, Heading, Paragraph, Table
from disaster_support.features.drills.model import Drill, Inject, Plan
from disaster_support.features.drills.paper.fields import lines_to_write
from disaster_support.features.drills.paper.sheet import build_sheet
from disaster_support.features.drills.paper.subject import Subject, cell, say, tell, word
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_ROW_MM = 14.0


def build_injects(drill: Plan | Drill, measurer: TextMeasurer) -> Document:
    """Return the injects on A4 lying, in the order of their times, with room for when each was given."""
    subject = Subject.of(drill)
    return build_sheet(_("List of injects"), subject, _blocks(subject, measurer), measurer, paper=A4.landscape)


def _blocks(subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    note = _("For controllers and evaluators only. Each event is given at its time, and the time is written down.")
    yield Paragraph((tell(note),))
    yield lines_to_write((_("Kept by"), _("Date"), _("Began at")), measurer)
    yield Table(_columns(), [_row(number, inject, subject) for number, inject in subject.injects], _ROW_MM)
    yield Heading(_("Objectives"), 2)
    for one in subject.plan.objective:
        yield Paragraph((say(one.text),), TABLE_PT, bullet=f"{subject.objective_number(one.id)}.")


def _columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("drill", "Time"), 14, 10.5, is_bold=True),
        Column(_("No."), 9, TABLE_PT, align=Align.CENTER),
        Column(pgettext("inject", "To"), 30, TABLE_PT),
        Column(_("Event"), 70, TABLE_PT),
        Column(pgettext("inject", "Given by"), 26, TABLE_PT),
        Column(_("Expected action"), 65, TABLE_PT),
        Column(pgettext("drill", "Objective"), 18, TABLE_PT, align=Align.CENTER),
        Column(_("Given at"), 18, TABLE_PT),
        Column(pgettext("drill", "Note"), 23, TABLE_PT),
    )


def _row(number: int, inject: Inject, subject: Subject) -> tuple[Value, ...]:
    return (
        word(subject.clock(inject.minute)),
        word(str(number)),
        cell(subject.role(inject.to)),
        cell(say(inject.text)),
        cell(say(inject.by)),
        cell(say(inject.expected)),
        word(subject.objective_number(inject.objective)),
        word(""),
        word(""),
    )
