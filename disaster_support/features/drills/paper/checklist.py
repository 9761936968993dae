"""The checklist on paper: who does what with what, what 'done' looks like, room for the time and for why not."""

from collections.abc import Iterator

from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Align, Document, TextMeasurer
from disaster_support.documents.paper import A4
from disaster_support.documents.report import TABLE_PT, Block, Heading, Paragraph, Table
from disaster_support.features.drills.model import ChecklistItem, Drill, Phase, Plan
from disaster_support.features.drills.paper.fields import TICK, lines_to_write
from disaster_support.features.drills.paper.sheet import build_sheet
from disaster_support.features.drills.paper.subject import Subject, cell, say, tell, word
from disaster_support.features.drills.words import say_phase
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_ROW_MM = 11.0


def build_checklist(drill: Plan | Drill, measurer: TextMeasurer) -> Document:
    """Return the checklist on A4 lying, before, during and after the drill under headings of their own."""
    subject = Subject.of(drill)
    return build_sheet(
        pgettext("drill", "Checklist"), subject, _blocks(subject, measurer), measurer, paper=A4.landscape
    )


def _blocks(subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    yield Paragraph((tell(_("Tick what is done and write the time. What was not done: write why.")),))
    yield lines_to_write((_("Kept by"), _("Date"), _("Place")), measurer)
    for phase in Phase:
        rows = [_row(number, item, subject) for number, item in subject.items if item.phase is phase]
        if rows:
            yield Heading(say_phase(phase))
            yield Table(_columns(), rows, _ROW_MM)


def _columns() -> tuple[Column, ...]:
    return (
        Column("", 8, TABLE_PT),
        Column(_("No."), 9, TABLE_PT, align=Align.CENTER),
        Column(pgettext("drill", "What to do"), 66, TABLE_PT, is_bold=True),
        Column(pgettext("drill", "Who"), 30, TABLE_PT),
        Column(_("With what"), 46, TABLE_PT),
        Column(_("Done when"), 56, TABLE_PT),
        Column(pgettext("drill", "Time"), 18, TABLE_PT),
        Column(_("Why not"), 40, TABLE_PT),
    )


def _row(number: int, item: ChecklistItem, subject: Subject) -> tuple[Value, ...]:
    return (
        TICK,
        word(str(number)),
        cell(say(item.text)),
        cell(subject.role(item.who)),
        cell(say(item.means)),
        cell(say(item.done)),
        word(""),
        word(""),
    )
