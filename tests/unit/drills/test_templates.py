"""The templates that are shipped can be used as they stand."""

import pytest

from disaster_support.errors import UserError
from disaster_support.features.drills.checking import check_plan
from disaster_support.features.drills.materials import get_template, load_drills
from disaster_support.features.drills.model import Phase
from tests.helpers.drills import RESOURCES

PLANS = load_drills(RESOURCES)
TEMPLATES = pytest.mark.parametrize("plan", PLANS.values(), ids=list(PLANS))


def test_there_is_a_template_for_each_kind_of_drill():
    assert len(PLANS) >= 12
    assert list(PLANS.values()) == sorted(PLANS.values(), key=lambda plan: plan.sort)
    wanted = {"opening-a-shelter", "reception-of-foreign-evacuees", "support-centre-start", "civil-protection", "fire"}
    assert wanted <= set(PLANS)


@TEMPLATES
def test_every_item_names_who_does_it_and_what_done_looks_like(plan):
    roles = {role.id for role in plan.role}
    for item in plan.item:
        assert item.who in roles, item.id
        for text in (item.text, item.means, item.done):
            assert text.ja.strip(), item.id
            assert text.en.strip(), item.id
    assert {item.phase for item in plan.item} == set(Phase)


@TEMPLATES
def test_the_timetable_has_no_gaps_and_fills_the_drill(plan):
    ends = [slot.minute + slot.minutes for slot in plan.slot]
    assert [slot.minute for slot in plan.slot] == [0, *ends[:-1]]
    assert ends[-1] == plan.minutes


@TEMPLATES
def test_nothing_in_a_template_is_at_fault(plan):
    assert check_plan(plan) == []


@TEMPLATES
def test_every_objective_is_worked_towards(plan):
    used = {one.objective for one in (*plan.inject, *plan.item)}
    assert {objective.id for objective in plan.objective} <= used


def test_a_template_that_does_not_exist_is_answered_with_the_nearest():
    with pytest.raises(UserError, match="Did you mean tourists"):
        get_template(RESOURCES, "turists")


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "drills").mkdir()
    for text in ('id = "half"', "id = ", 'id = "half"\ntitle = 3'):
        (tmp_path / "drills" / "half.toml").write_text(text)
        load_drills.cache_clear()
        with pytest.raises(UserError, match=r"half\.toml"):
            load_drills(tmp_path)
