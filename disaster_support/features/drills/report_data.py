"""What the after-action report says of a drill, read and counted once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from disaster_support.features.drills import after, log, running
from disaster_support.features.drills.after import ANSWERS, QUESTIONS
from disaster_support.features.drills.log import Counts
from disaster_support.features.drills.model import (
    ChecklistItem,
    Drill,
    Event,
    EventKind,
    Feedback,
    Finding,
    FindingKind,
    Inject,
    Mark,
    Objective,
    ObjectiveRating,
    Phase,
    Tool,
)
from disaster_support.features.drills.practice_figures import PracticeFigures, read_figures

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


@dataclass(frozen=True, slots=True)
class ItemResult:
    """An item of the checklist, and what became of it; None where nothing was marked."""

    item: ChecklistItem
    event: Event | None


@dataclass(frozen=True, slots=True)
class PhaseResult:
    """How many items of a phase were done, not done, and not marked; they add up to the phase."""

    phase: Phase
    done: int
    not_done: int
    open: int


@dataclass(frozen=True, slots=True)
class InjectResult:
    """An inject, when it was due, and what became of it; None where nothing was marked."""

    inject: Inject
    due: datetime
    event: Event | None

    @property
    def minutes_late(self) -> int | None:
        """By how many minutes it was given after it was due, below zero before; None where it was not given."""
        if self.event is None or self.event.mark is not Mark.DONE:
            return None
        return round((self.event.at - self.due) / timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """An objective, its rating, and what the checklist says of it."""

    objective: Objective
    rating: ObjectiveRating | None
    items: int  # of the checklist that belong to it
    done: int  # of these


@dataclass(frozen=True, slots=True)
class FeedbackResult:
    """The feedback forms: how many, by language, answers by question, and what was written in free words."""

    forms: int
    by_language: Mapping[str, int]
    answers: Mapping[str, Mapping[str, int]]  # question to 'yes', 'partly', 'no' to forms
    good: tuple[str, ...]
    difficult: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything that the report prints."""

    drill: Drill
    counts: Counts
    tools: Mapping[Tool, tuple[int, int]]  # people who tried it, people who installed it
    items: tuple[ItemResult, ...]  # in the plan's order
    phases: tuple[PhaseResult, ...]
    injects: tuple[InjectResult, ...]  # by their minute
    objectives: tuple[ObjectiveResult, ...]
    strengths: tuple[Finding, ...]
    improvements: tuple[Finding, ...]  # found in this drill
    followed: tuple[Finding, ...]  # improvements that came along from the drill before
    notes: tuple[Event, ...]
    hot_wash: tuple[Event, ...]
    feedback: FeedbackResult
    practice: PracticeFigures | None  # None: drill mode was not used
    made_on: date


def gather_report(register: "Register", drill: Drill) -> ReportData:
    """Read everything that is kept of a drill, and count it."""
    events = running.list_events(register, drill.id)
    marks = running.states(events)
    items = tuple(ItemResult(item, marks.get(item.id)) for item in drill.plan.item)
    findings = after.list_findings(register, drill.id)
    improvements = [one for one in findings if one.kind is FindingKind.IMPROVEMENT]
    return ReportData(
        drill=drill,
        counts=log.count_participation(register, drill.id),
        tools=log.count_tools(register, drill.id),
        items=items,
        phases=tuple(_count_phase(phase, items) for phase in Phase),
        injects=_gather_injects(drill, marks),
        objectives=_gather_objectives(drill, items, after.list_ratings(register, drill.id)),
        strengths=tuple(one for one in findings if one.kind is FindingKind.STRENGTH),
        improvements=tuple(one for one in improvements if not one.followed_from),
        followed=tuple(one for one in improvements if one.followed_from),
        notes=tuple(running.notes(events)),
        hot_wash=tuple(running.notes(events, EventKind.HOT_WASH)),
        feedback=count_feedback(after.list_feedback(register, drill.id)),
        practice=read_figures(events),
        made_on=register.clock().astimezone().date(),
    )


def count_feedback(forms: Sequence[Feedback]) -> FeedbackResult:
    """Return how often each answer was given to each question of the form, and the free words."""
    given = Counter((question, answer) for form in forms for question, answer in form.answers.items())
    return FeedbackResult(
        forms=len(forms),
        by_language=dict(Counter(form.language for form in forms).most_common()),
        answers={question: {answer: given[question, answer] for answer in ANSWERS} for question in QUESTIONS},
        good=tuple(form.good for form in forms if form.good),
        difficult=tuple(form.difficult for form in forms if form.difficult),
    )


def _count_phase(phase: Phase, items: Sequence[ItemResult]) -> PhaseResult:
    marks = Counter(one.event.mark if one.event else Mark.OPEN for one in items if one.item.phase is phase)
    return PhaseResult(phase, marks[Mark.DONE], marks[Mark.NOT_DONE], marks[Mark.OPEN])


def _gather_injects(drill: Drill, marks: Mapping[str, Event]) -> tuple[InjectResult, ...]:
    begin = running.began_at(drill)
    ordered = sorted(drill.plan.inject, key=lambda inject: inject.minute)
    return tuple(InjectResult(one, begin + timedelta(minutes=one.minute), marks.get(one.id)) for one in ordered)


def _gather_objectives(
    drill: Drill, items: Sequence[ItemResult], ratings: Sequence[ObjectiveRating]
) -> tuple[ObjectiveResult, ...]:
    rated = {rating.objective: rating for rating in ratings}

    def gather(objective: Objective) -> ObjectiveResult:
        own = [one for one in items if one.item.objective == objective.id]
        done = sum(one.event is not None and one.event.mark is Mark.DONE for one in own)
        return ObjectiveResult(objective, rated.get(objective.id), len(own), done)

    return tuple(map(gather, drill.plan.objective))
