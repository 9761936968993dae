"""What the report says of how the drill ran: objectives with their ratings, checklist, injects, notes."""

from collections.abc import Iterator, Sequence

from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Align, TextMeasurer
from disaster_support.documents.report import TABLE_PT, Block, Heading, Paragraph, Table
from disaster_support.documents.typed import typed
from disaster_support.features.drills.model import Event, Mark
from disaster_support.features.drills.paper.charts import draw_ratings, draw_stacked_bars
from disaster_support.features.drills.paper.subject import Subject, cell, say, tell, time_of, word
from disaster_support.features.drills.paper.timeline import Timeline, say_delay
from disaster_support.features.drills.report_data import InjectResult, ItemResult, ObjectiveResult, ReportData
from disaster_support.features.drills.words import say_phase, say_rating
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext


def build_objectives(data: ReportData, subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    """Give each objective's step on the scale, then what was seen."""
    yield Heading(_("Objectives and ratings"))
    numbers = (_("Objective {number}").format(number=number) for number in range(1, len(data.objectives) + 1))
    ratings = [one.rating.rating if one.rating else None for one in data.objectives]
    yield from draw_ratings(list(zip(map(tell, numbers), ratings, strict=True)), measurer)
    columns = (
        Column(_("No."), 9, TABLE_PT, align=Align.CENTER),
        Column(pgettext("drill", "Objective"), 72, TABLE_PT),
        Column(_("Rating"), 36, TABLE_PT, is_bold=True),
        Column(_("What was seen"), 50, TABLE_PT),
        Column(_("Items done"), 19, TABLE_PT, align=Align.CENTER),
    )
    yield Table(columns, [_objective(one, subject) for one in data.objectives])


def _objective(one: ObjectiveResult, subject: Subject) -> tuple[Value, ...]:
    rating = f"{one.rating.rating.value}  {say_rating(one.rating.rating)}" if one.rating else _("Not rated")
    return (
        word(subject.objective_number(one.objective.id)),
        cell(say(one.objective.text)),
        word(rating),
        cell(typed(one.rating.note if one.rating else "")),
        word(f"{one.done}/{one.items}" if one.items else ""),
    )


def build_checklist_results(data: ReportData, subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    """Give how much was done in each phase, then what was not, and why."""
    yield Heading(pgettext("drill", "Checklist"))
    words = (pgettext("mark", "Done"), pgettext("mark", "Not done"), _("Not marked"))
    bars = [(tell(say_phase(one.phase)), (one.done, one.not_done, one.open)) for one in data.phases]
    yield from draw_stacked_bars(bars, [tell(one) for one in words], measurer)
    numbers = {item.id: number for number, item in subject.items}
    missing = [one for one in data.items if one.event is None or one.event.mark is not Mark.DONE]
    if not missing:
        return
    yield Heading(_("Not done or not marked"), 2)
    columns = (
        Column(_("No."), 9, TABLE_PT, align=Align.CENTER),
        Column(pgettext("drill", "What to do"), 72, TABLE_PT),
        Column(pgettext("drill", "Who"), 32, TABLE_PT),
        Column(pgettext("drill", "Time"), 15, TABLE_PT),
        Column(_("Why not"), 58, TABLE_PT, is_bold=True),
    )
    yield Table(columns, [_missing(numbers[one.item.id], one, subject) for one in missing])


def _missing(number: int, one: ItemResult, subject: Subject) -> tuple[Value, ...]:
    why = cell(typed(one.event.text)) if one.event and one.event.text else word("" if one.event else _("Not marked"))
    return (
        word(str(number)),
        cell(say(one.item.text)),
        cell(subject.role(one.item.who)),
        word(time_of(one.event.at) if one.event else ""),
        why,
    )


def build_inject_results(data: ReportData, subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    """Give when each inject was due and given, as a chart and in words."""
    if not data.injects:
        return
    yield Heading(_("Injects, planned and given"))
    yield Paragraph((tell(_("Ring: planned. Disc: given.")),), TABLE_PT)
    yield from Timeline.of(data, measurer).rows(data.injects)
    columns = (
        Column(_("No."), 9, TABLE_PT, align=Align.CENTER),
        Column(_("Planned"), 16, TABLE_PT),
        Column(pgettext("inject", "Given"), 16, TABLE_PT, is_bold=True),
        Column(_("Event"), 85, TABLE_PT),
        Column(_("Difference"), 22, TABLE_PT),
        Column(pgettext("drill", "Note"), 38, TABLE_PT),
    )
    yield Table(columns, [_inject(number, one) for number, one in enumerate(data.injects, start=1)])


def _inject(number: int, one: InjectResult) -> tuple[Value, ...]:
    is_given = one.event is not None and one.event.mark is Mark.DONE
    return (
        word(str(number)),
        word(time_of(one.due)),
        word(time_of(one.event.at) if one.event and is_given else ""),
        cell(say(one.inject.text)),
        word(say_delay(one)),
        cell(typed(one.event.text if one.event else "")),
    )


def build_notes(data: ReportData) -> Iterator[Block]:
    """Give what was noted while the drill ran, and what was said right afterwards."""
    yield from _notes(_("Notes of the course of events"), data.notes)
    yield from _notes(_("Talk right afterwards"), data.hot_wash)


def _notes(heading: str, notes: Sequence[Event]) -> Iterator[Block]:
    if not notes:
        return
    yield Heading(heading)
    columns = (
        Column(pgettext("drill", "Time"), 16, TABLE_PT, is_bold=True),
        Column(pgettext("drill", "Note"), 130, TABLE_PT),
        Column(_("Written by"), 40, TABLE_PT),
    )
    yield Table(columns, [(word(time_of(one.at)), cell(typed(one.text)), cell(typed(one.by))) for one in notes])
