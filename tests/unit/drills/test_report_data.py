"""The report's figures are those of what was done, counted by hand."""

import pytest

from disaster_support.features.drills import after, log, running, service
from disaster_support.features.drills.model import (
    EventKind,
    Feedback,
    Finding,
    FindingKind,
    Mark,
    ObjectiveRating,
    Part,
    Phase,
    Rating,
    Tool,
)
from disaster_support.features.drills.practice_figures import Wait, take_over
from disaster_support.features.drills.report_data import PhaseResult, gather_report
from disaster_support.practice import Station


@pytest.fixture
def report(register, drill, at):
    """What is said of a drill in which a little of everything happened."""
    running.mark_item(register, drill, "b1", Mark.DONE)
    running.mark_item(register, drill, "d1", Mark.NOT_DONE, text="机がない")
    running.mark_inject(register, drill, "i1", Mark.DONE, at=at(22))
    running.mark_inject(register, drill, "i2", Mark.NOT_DONE, at=at(31))
    running.add_note(register, drill, EventKind.NOTE, "列が長い")
    running.add_note(register, drill, EventKind.HOT_WASH, "声がよい")
    log.tally(register, drill.id, Part.RESIDENT, "vi", "VN", 12)
    log.tally(register, drill.id, Part.CREW, people=3)
    log.note_tool(register, drill.id, Tool.VOICETRA, False, 5)
    after.save_rating(register, drill.id, ObjectiveRating("o1", Rating.SOME, "少し遅い"))
    after.save_finding(register, drill.id, Finding("", FindingKind.STRENGTH, "声"))
    after.save_finding(register, drill.id, Finding("", FindingKind.IMPROVEMENT, "通訳"))
    for language, answer in (("vi", "yes"), ("vi", "partly"), ("my", "yes")):
        after.add_feedback(register, drill.id, Feedback("", language, {"feedback.safe": answer}, "よい"))
    take_over(register, drill, [Station("people", (99,)), Station("language.ru", (99,))])
    at(61)
    waits = Station("wait.registered", (120, 60, 300, 90)), Station("wait.need", ())
    take_over(register, drill, [Station("people", (4,)), Station("language.vi", (3,)), *waits])
    return gather_report(register, service.end_drill(register, drill.id))


def test_marks_are_counted_by_phase_and_objective(report):
    assert report.phases == (
        PhaseResult(Phase.BEFORE, 1, 0, 0),
        PhaseResult(Phase.DURING, 0, 1, 1),
        PhaseResult(Phase.AFTER, 0, 0, 1),
    )
    assert [(one.items, one.done) for one in report.objectives] == [(2, 1), (1, 0)]
    assert report.objectives[0].rating == ObjectiveRating("o1", Rating.SOME, "少し遅い")
    assert report.objectives[1].rating is None
    assert [one.event and one.event.text for one in report.items] == ["", "机がない", None, None]


def test_injects_stand_by_their_minute_with_how_late_they_were(report):
    assert [(one.inject.id, one.minutes_late) for one in report.injects] == [("i1", 2), ("i2", None), ("i3", None)]


def test_people_tools_notes_and_findings_are_there(report):
    assert report.counts.total == 15
    assert report.tools[Tool.VOICETRA] == (5, 0)
    assert [note.text for note in report.notes] == ["列が長い"]
    assert [note.text for note in report.hot_wash] == ["声がよい"]
    assert [one.text for one in report.strengths] == ["声"]
    assert [one.text for one in report.improvements] == ["通訳"]
    assert report.followed == ()


def test_feedback_is_counted_by_question(report):
    assert report.feedback.forms == 3
    assert report.feedback.by_language == {"vi": 2, "my": 1}
    assert report.feedback.answers["feedback.safe"] == {"yes": 2, "partly": 1, "no": 0}
    assert report.feedback.answers["feedback.signs"] == {"yes": 0, "partly": 0, "no": 0}
    assert report.feedback.good == ("よい", "よい", "よい")


def test_the_last_figures_of_drill_mode_count(report):
    assert report.practice.people == 4
    assert report.practice.languages == {"vi": 3}
    assert report.practice.waits == {"registered": Wait(4, 105, 300)}


def test_improvements_that_came_along_stand_apart(register, report):
    copy = service.copy_drill(register, report.drill)
    again = gather_report(register, copy)
    assert [one.text for one in again.followed] == ["通訳"]
    assert again.improvements == ()
    assert again.practice is None
    assert again.counts.total == 0
