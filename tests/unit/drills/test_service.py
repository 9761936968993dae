"""Drills are planned, changed, copied, begun and ended, and nothing of them is lost on the way."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from disaster_support.bilingual import Bilingual
from disaster_support.errors import UserError
from disaster_support.features.drills import after, service
from disaster_support.features.drills.materials import load_drills
from disaster_support.features.drills.model import Finding, FindingKind
from disaster_support.storage.check import check_register
from tests.helpers.drills import HELD_ON, RESOURCES, make_plan


def _improvement(text, **fields):
    return Finding("", FindingKind.IMPROVEMENT, text, **fields)


def test_every_template_is_kept_as_it_is(register):
    plans = load_drills(RESOURCES).values()
    made = [service.new_drill(register, plan, HELD_ON, time(13, 30)) for plan in plans]
    for drill, plan in zip(made, plans, strict=True):
        kept = service.get_drill(register, drill.id)
        assert kept == drill
        assert kept.plan == plan
        assert kept.begins == time(13, 30)
    assert {one.code for one in check_register(register)} == {"backups"}


def test_what_is_changed_in_the_plan_leaves_the_times_alone(register, at, drill):
    planned = replace(drill, started_at=None, held_on=date(2026, 12, 1), begins=time(10, 15))
    planned = replace(planned, plan=replace(planned.plan, title=Bilingual("別の訓練")))
    service.save_drill(register, planned)
    assert service.get_drill(register, drill.id) == replace(planned, started_at=drill.started_at)


def test_the_latest_drill_stands_first_and_a_removed_one_comes_back(register):
    first, second = (service.new_drill(register, make_plan(), day) for day in (HELD_ON, date(2027, 1, 9)))
    assert [one.id for one in service.list_drills(register)] == [second.id, first.id]
    service.remove_drill(register, second.id)
    assert [one.id for one in service.list_drills(register)] == [first.id]
    assert [one.id for one in service.list_drills(register, removed=True)] == [second.id]
    service.restore_drill(register, second.id)
    assert len(service.list_drills(register)) == 2


def test_beginning_and_ending_keep_the_first_time(register, at):
    drill = service.new_drill(register, make_plan(), HELD_ON)
    with pytest.raises(UserError, match="not begun"):
        service.end_drill(register, drill.id)
    began = at(3)
    assert service.start_drill(register, drill.id).started_at == began
    at(5)
    assert service.start_drill(register, drill.id).started_at == began
    ended = at(62)
    assert service.end_drill(register, drill.id).ended_at == ended
    at(70)
    assert service.end_drill(register, drill.id).ended_at == ended


def test_times_are_corrected_and_taken_back(register, drill):
    later = drill.started_at + timedelta(minutes=10)
    assert service.set_times(register, drill.id, later, None).started_at == later
    with pytest.raises(UserError, match="before it begins"):
        service.set_times(register, drill.id, later, drill.started_at)
    assert service.get_drill(register, drill.id).ended_at is None
    assert service.set_times(register, drill.id, None, None).started_at is None


def test_a_copy_takes_along_what_is_still_open(register, drill):
    done, left = (after.save_finding(register, drill.id, _improvement(text)) for text in ("表示", "通訳"))
    after.save_finding(register, drill.id, Finding("", FindingKind.STRENGTH, "受付"))
    gone = after.save_finding(register, drill.id, _improvement("誤り"))
    after.save_finding(register, drill.id, replace(gone, removed=True))
    after.mark_finding_done(register, done.id, HELD_ON)
    copy = service.copy_drill(register, drill, date(2027, 11, 22))
    assert copy.copied_from == drill.id
    assert copy.plan == drill.plan
    assert copy.started_at is None
    (along,) = after.list_findings(register, copy.id)
    assert (along.text, along.followed_from) == ("通訳", left.id)
    assert len(after.list_findings(register, drill.id)) == 3


def test_what_went_along_is_followed_in_one_place_only(register, drill):
    found = after.save_finding(register, drill.id, _improvement("通訳"))
    copy = service.copy_drill(register, drill)
    assert [(one.drill_id, one.finding.text) for one in after.list_open_improvements(register)] == [(copy.id, "通訳")]
    assert after.list_findings(register, service.copy_drill(register, drill).id) == []
    service.remove_drill(register, copy.id)
    assert [one.finding.id for one in after.list_open_improvements(register)] == [found.id]
    service.restore_drill(register, copy.id)
    (along,) = after.list_findings(register, copy.id)
    after.mark_finding_done(register, along.id, HELD_ON)
    assert after.list_open_improvements(register) == []
    after.mark_finding_done(register, along.id, None)
    assert len(after.list_open_improvements(register)) == 1


def test_whoever_may_only_look_plans_and_runs_nothing(register, drill, as_viewer):
    as_viewer()
    for act in (
        lambda: service.new_drill(register, make_plan(), HELD_ON),
        lambda: service.save_drill(register, drill),
        lambda: service.copy_drill(register, drill),
        lambda: service.remove_drill(register, drill.id),
        lambda: service.end_drill(register, drill.id),
    ):
        with pytest.raises(UserError, match="role"):
            act()
    assert service.list_drills(register) == [drill]


def test_a_drill_that_is_not_there_is_a_sentence(register):
    with pytest.raises(UserError, match="no such drill"):
        service.get_drill(register, "nothing")
