"""What comes of a drill is kept: ratings, findings, feedback."""

from dataclasses import replace
from datetime import date

import pytest

from disaster_support.errors import UserError
from disaster_support.features.drills import after, service
from disaster_support.features.drills.model import Feedback, Finding, FindingKind, ObjectiveRating, Rating
from tests.helpers.drills import HELD_ON, make_plan


def test_an_objective_has_one_rating_which_changes_and_goes(register, drill):
    after.save_rating(register, drill.id, ObjectiveRating("o2", Rating.MAJOR, " 遅い "))
    after.save_rating(register, drill.id, ObjectiveRating("o1", Rating.PERFORMED))
    after.save_rating(register, drill.id, ObjectiveRating("o2", Rating.SOME))
    assert after.list_ratings(register, drill.id) == [
        ObjectiveRating("o2", Rating.SOME),
        ObjectiveRating("o1", Rating.PERFORMED),
    ]
    after.clear_rating(register, drill.id, "o2")
    assert [one.objective for one in after.list_ratings(register, drill.id)] == ["o1"]


def test_a_finding_is_changed_and_removed(register, drill):
    found = after.save_finding(
        register, drill.id, Finding("", FindingKind.IMPROVEMENT, " 通訳が遅い ", "o1", owner="国際課")
    )
    assert found.text == "通訳が遅い"
    mended = replace(found, cause="電話が一つ", action="二つ置く", due=date(2027, 3, 1), done_on=date(2027, 2, 1))
    after.save_finding(register, drill.id, mended)
    assert after.list_findings(register, drill.id) == [mended]
    after.save_finding(register, drill.id, replace(mended, removed=True))
    assert after.list_findings(register, drill.id) == []
    with pytest.raises(UserError, match="improved"):
        after.save_finding(register, drill.id, replace(mended, text=" "))


def test_open_improvements_of_all_drills_stand_by_their_due_day(register, drill):
    other = service.new_drill(register, make_plan(), HELD_ON)
    for where, text, due in (
        (drill, "いつか", None),
        (drill, "三月", date(2027, 3, 1)),
        (other, "一月", date(2027, 1, 1)),
    ):
        after.save_finding(register, where.id, Finding("", FindingKind.IMPROVEMENT, text, due=due))
    after.save_finding(register, other.id, Finding("", FindingKind.STRENGTH, "声"))
    found = after.list_open_improvements(register)
    assert [(one.finding.text, one.drill_id) for one in found] == [
        ("一月", other.id),
        ("三月", drill.id),
        ("いつか", drill.id),
    ]
    after.mark_finding_done(register, found[1].finding.id, HELD_ON)
    assert [one.finding.text for one in after.list_open_improvements(register)] == ["一月", "いつか"]


def test_feedback_is_kept_in_any_language_and_taken_out(register, drill):
    form = Feedback("", "my", {"feedback.safe": "yes", "feedback.signs": "partly"}, "ကောင်းတယ် ", "")
    kept = after.add_feedback(register, drill.id, form)
    assert after.list_feedback(register, drill.id) == [kept]
    assert (kept.answers, kept.good) == (form.answers, "ကောင်းတယ်")
    after.remove_feedback(register, kept.id)
    assert after.list_feedback(register, drill.id) == []
    after.restore_feedback(register, kept.id)
    assert after.list_feedback(register, drill.id) == [kept]


def test_an_empty_form_is_refused(register, drill):
    with pytest.raises(UserError, match="empty"):
        after.add_feedback(register, drill.id, Feedback("", "vi", {}, " ", ""))


def test_whoever_may_only_look_writes_nothing(register, drill, as_viewer):
    as_viewer()
    for act in (
        lambda: after.save_rating(register, drill.id, ObjectiveRating("o1", Rating.SOME)),
        lambda: after.save_finding(register, drill.id, Finding("", FindingKind.STRENGTH, "声")),
        lambda: after.add_feedback(register, drill.id, Feedback("", "vi", {"feedback.safe": "no"})),
    ):
        with pytest.raises(UserError, match="role"):
            act()


def test_the_questions_are_those_of_the_library(real):
    for entry in (*after.QUESTIONS, *(f"feedback.{answer}" for answer in after.ANSWERS)):
        assert real.text(entry, "my") is not None, entry
