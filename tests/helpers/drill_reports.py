"""What a small drill came to, as data: for the report on paper."""

from datetime import date, datetime, time, timedelta

from disaster_support.features.drills.log import Counts
from disaster_support.features.drills.model import (
    Drill,
    Event,
    EventKind,
    Finding,
    FindingKind,
    Mark,
    ObjectiveRating,
    Part,
    Phase,
    Rating,
    Tool,
)
from disaster_support.features.drills.practice_figures import PracticeFigures, Wait
from disaster_support.features.drills.report_data import (
    FeedbackResult,
    InjectResult,
    ItemResult,
    ObjectiveResult,
    PhaseResult,
    ReportData,
)
from tests.helpers.drills import HELD_ON, make_plan

BEGIN = datetime(2026, 11, 23, 9, 5)  # in local time: the same hour on paper wherever the tests run


def make_drill() -> Drill:
    """Return the small drill, begun five minutes late and ended after 70 minutes."""
    return Drill("d", make_plan(), HELD_ON, time(9, 0), "", BEGIN, BEGIN + timedelta(minutes=70))


def make_event(
    minute: int, text: str = "", *, kind: EventKind = EventKind.NOTE, ref: str = "", mark: Mark = Mark.DONE
) -> Event:
    """Return something that happened at a minute of the drill."""
    return Event("e", kind, ref, mark, BEGIN + timedelta(minutes=minute), "佐藤 花子", text)


def make_report() -> ReportData:
    """Return a report in which a little of everything happened."""
    drill = make_drill()
    plan = drill.plan
    item_events = {
        "b1": make_event(1, kind=EventKind.ITEM, ref="b1"),
        "d1": make_event(12, "机がない", kind=EventKind.ITEM, ref="d1", mark=Mark.NOT_DONE),
        "d2": make_event(31, kind=EventKind.ITEM, ref="d2"),
    }
    inject_events = {
        "i1": make_event(23, kind=EventKind.INJECT, ref="i1"),
        "i2": make_event(31, "時間がない", kind=EventKind.INJECT, ref="i2", mark=Mark.NOT_DONE),
    }
    injects = sorted(plan.inject, key=lambda inject: inject.minute)
    return ReportData(
        drill=drill,
        counts=Counts(30, {Part.RESIDENT: 24, Part.CREW: 6}, {"vi": 15, "my": 9, "": 6}, {"VN": 15, "": 15}),
        tools={Tool.SAFETY_TIPS: (12, 7), Tool.VOICETRA: (5, 0), Tool.BOARDS: (0, 0), Tool.SIGNS: (0, 0)},
        items=tuple(ItemResult(item, item_events.get(item.id)) for item in plan.item),
        phases=(
            PhaseResult(Phase.BEFORE, 1, 0, 0),
            PhaseResult(Phase.DURING, 1, 1, 0),
            PhaseResult(Phase.AFTER, 0, 0, 1),
        ),
        injects=tuple(
            InjectResult(one, BEGIN + timedelta(minutes=one.minute), inject_events.get(one.id)) for one in injects
        ),
        objectives=(
            ObjectiveResult(plan.objective[0], ObjectiveRating("o1", Rating.MAJOR, "少し遅い"), 2, 1),
            ObjectiveResult(plan.objective[1], None, 1, 1),
        ),
        strengths=(Finding("f1", FindingKind.STRENGTH, "声がよい"),),
        improvements=(
            Finding(
                *("f2", FindingKind.IMPROVEMENT, "通訳が遅い", "o1", "番号がない", "番号を貼る", "国際課"),
                due=date(2026, 12, 20),
            ),
        ),
        followed=(
            Finding(
                *("f3", FindingKind.IMPROVEMENT, "矢印が日本語だけ"),
                owner="危機管理課",
                due=date(2026, 9, 30),
                done_on=date(2026, 9, 12),
                followed_from="x",
            ),
            Finding(
                *("f4", FindingKind.IMPROVEMENT, "水の場所を言えない"),
                due=date(2026, 10, 31),
                followed_from="y",
            ),
        ),
        notes=(make_event(41, "列が外まで伸びた"),),
        hot_wash=(make_event(70, "また来たい", kind=EventKind.HOT_WASH),),
        feedback=FeedbackResult(
            3,
            {"vi": 2, "my": 1},
            {
                "feedback.understood": {"yes": 2, "partly": 1, "no": 0},
                "feedback.safe": {"yes": 0, "partly": 0, "no": 3},
            },
            ("よかった",),
            ("နားမလည်ပါ",),
        ),
        practice=PracticeFigures(4, {"vi": 3, "bo": 1}, {"diet": 2}, {"registered": Wait(4, 150.0, 605)}),
        made_on=date(2026, 11, 25),
    )
