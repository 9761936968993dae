"""The after-action report with the improvement plan: everything that is kept of a drill, as one document.

Source: Homeland Security Exercise and Evaluation Program (HSEEP), 2020, after-action report and improvement plan.
"""

from collections.abc import Iterator

from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Document, TextMeasurer
from disaster_support.documents.report import TABLE_PT, Block, Heading, Paragraph, Table
from disaster_support.documents.typed import typed
from disaster_support.features.drills.model import Finding, Mark, Rating
from disaster_support.features.drills.paper.charts import draw_tiles
from disaster_support.features.drills.paper.report_people import (
    build_feedback,
    build_participation,
    build_practice,
    build_tools,
)
from disaster_support.features.drills.paper.report_run import (
    build_checklist_results,
    build_inject_results,
    build_notes,
    build_objectives,
)
from disaster_support.features.drills.paper.sheet import build_sheet
from disaster_support.features.drills.paper.subject import Subject, cell, point, say, tell, time_of, word, written
from disaster_support.features.drills.report_data import ReportData
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_REACHED = (Rating.PERFORMED, Rating.SOME)


def build_report_document(data: ReportData, catalogue: Catalogue, measurer: TextMeasurer) -> Document:
    """Return the report: the whole at a glance, people, run of the drill, strengths, and what is to be improved."""
    subject = Subject.of(data.drill)
    blocks = [
        *_overview(data, subject, measurer),
        *build_participation(data, catalogue, measurer),
        *build_tools(data, measurer),
        *build_objectives(data, subject, measurer),
        *build_checklist_results(data, subject, measurer),
        *build_inject_results(data, subject, measurer),
        *build_practice(data.practice, catalogue, measurer),
        *build_feedback(data.feedback, catalogue, measurer),
        *build_notes(data),
        *_strengths(data),
        *_improvements(data, subject),
        *_followed(data),
    ]
    return build_sheet(_("After-action report and improvement plan"), subject, blocks, measurer)


def _overview(data: ReportData, subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    yield draw_tiles(list(_figures(data)), measurer)
    plan = data.drill.plan
    rows = [
        (_("Held"), cell(tell(_held(data)))),
        (_("Purpose"), cell(say(plan.purpose))),
        (_("Scenario"), cell(say(plan.scenario))),
        (_("Venue"), cell(say(plan.venue))),
        (_("Who takes part"), cell(*written(plan.organisations))),
        (_("Report made on"), word(data.made_on.isoformat())),
    ]
    columns = (Column("", 38, TABLE_PT, is_bold=True), Column("", 148, TABLE_PT))
    yield Table(columns, [(word(label), value) for label, value in rows], has_labels=True)


def _held(data: ReportData) -> str:
    """Return when the drill was begun and ended, or was to be."""
    drill = data.drill
    if drill.started_at is None:
        return _("Planned: {when}").format(when=Subject.of(drill).when)
    begun = f"{drill.started_at.astimezone().date().isoformat()} {time_of(drill.started_at)}"
    return f"{begun}–{time_of(drill.ended_at)}" if drill.ended_at else f"{begun}–"


def _figures(data: ReportData) -> Iterator[tuple[str, str]]:
    """Give what the drill comes to in figures."""
    yield str(data.counts.total), _("People took part")
    yield str(sum(bool(tag) for tag in data.counts.by_language)), _("Languages")
    reached = sum(one.rating is not None and one.rating.rating in _REACHED for one in data.objectives)
    yield f"{reached}/{len(data.objectives)}", _("Objectives P or S")
    yield f"{sum(one.done for one in data.phases)}/{len(data.items)}", _("Items done")
    given = sum(one.event is not None and one.event.mark is Mark.DONE for one in data.injects)
    yield f"{given}/{len(data.injects)}", _("Injects given")
    yield str(data.feedback.forms), _("Feedback forms")


def _strengths(data: ReportData) -> Iterator[Block]:
    if data.strengths:
        yield Heading(_("Strengths"))
    for one in data.strengths:
        yield Paragraph((typed(one.text),), bullet=point())


def _improvements(data: ReportData, subject: Subject) -> Iterator[Block]:
    yield Heading(_("Improvement plan"))
    if not data.improvements:
        yield Paragraph((tell(_("No area for improvement was written down.")),))
        return
    columns = (
        Column(_("No."), 9, TABLE_PT),
        Column(_("To be improved"), 43, TABLE_PT, is_bold=True),
        Column(pgettext("drill", "Objective"), 17, TABLE_PT),
        Column(_("Cause"), 36, TABLE_PT),
        Column(_("Action"), 38, TABLE_PT),
        Column(_("Owner"), 22, TABLE_PT),
        Column(_("Due"), 21, TABLE_PT),
    )
    rows = [
        (
            word(str(number)),
            cell(typed(one.text)),
            word(subject.objective_number(one.objective)),
            *map(_typed, (one.cause, one.action, one.owner)),
            word(one.due.isoformat() if one.due else ""),
        )
        for number, one in enumerate(data.improvements, start=1)
    ]
    yield Table(columns, rows)


def _followed(data: ReportData) -> Iterator[Block]:
    """Give what came along from the drill before, and whether it was done."""
    if not data.followed:
        return
    yield Heading(_("Followed up from the drill before"))
    columns = (
        Column(_("To be improved"), 60, TABLE_PT, is_bold=True),
        Column(_("Action"), 54, TABLE_PT),
        Column(_("Owner"), 26, TABLE_PT),
        Column(_("Due"), 22, TABLE_PT),
        Column(_("State"), 24, TABLE_PT),
    )
    yield Table(columns, [_followed_row(one, data) for one in data.followed])


def _followed_row(one: Finding, data: ReportData) -> tuple[Value, ...]:
    if one.done_on:
        state = _("Done on {day}").format(day=one.done_on.isoformat())
    else:
        state = _("Overdue") if one.due and one.due < data.made_on else pgettext("improvement", "Open")
    due = one.due.isoformat() if one.due else ""
    return (*map(_typed, (one.text, one.action, one.owner)), word(due), word(state))


def _typed(words: str) -> Value:
    return cell(typed(words))
