"""What does not fit in a plan is said beside its field."""

from dataclasses import replace

import pytest

from disaster_support.bilingual import EMPTY, Bilingual
from disaster_support.features.drills.checking import check_plan
from disaster_support.features.drills.model import Phase, Slot
from tests.helpers.drills import make_inject, make_item, make_plan

PLAN = make_plan()
TEXT = Bilingual("文", "Text")


def _with_item(**fields):
    return replace(PLAN, item=(replace(PLAN.item[0], **fields), *PLAN.item[1:]))


def _with_inject(**fields):
    return replace(PLAN, inject=(replace(PLAN.inject[0], **fields), *PLAN.inject[1:]))


def test_a_sound_plan_has_no_faults():
    assert check_plan(PLAN) == []


@pytest.mark.parametrize(
    ("plan", "fields"),
    [
        (replace(PLAN, title=EMPTY), ["title"]),
        (replace(PLAN, minutes=90), ["minutes"]),
        (replace(PLAN, safety=()), ["safety"]),
        (replace(PLAN, item=PLAN.item[1:]), ["item.before"]),
        (replace(PLAN, slot=(PLAN.slot[0], Slot(25, 35, TEXT))), ["slot.1"]),
        (replace(PLAN, slot=(PLAN.slot[0], Slot(15, 45, TEXT))), ["slot.1"]),
        (_with_item(who=""), ["item.b1.who"]),
        (_with_item(who="nobody"), ["item.b1.who"]),
        (_with_item(done=EMPTY), ["item.b1.done"]),
        (_with_item(objective="o9"), ["item.b1.objective"]),
        (_with_inject(to="nobody"), ["inject.i2.to"]),
        (_with_inject(minute=60), ["inject.i2.minute"]),
        (_with_inject(minute=-1), ["inject.i2.minute"]),
        (_with_inject(expected=EMPTY), ["inject.i2.expected"]),
        (replace(PLAN, item=(*PLAN.item, make_item("b1", Phase.AFTER))), ["item.b1"]),
        (replace(PLAN, inject=(*PLAN.inject, make_inject("b1", 5))), ["inject.b1", "item.b1"]),
        (replace(PLAN, role=(*PLAN.role, PLAN.role[0])), ["role.desk"]),
    ],
)
def test_each_fault_is_told_beside_its_field(plan, fields):
    assert [fault.field for fault in check_plan(plan)] == fields


def test_a_plan_with_nothing_in_it_says_what_is_missing():
    empty = replace(PLAN, objective=(), role=(), safety=(), slot=(), inject=(), item=(), minutes=0)
    fields = {fault.field for fault in check_plan(empty)}
    assert fields == {"minutes", "objective", "role", "safety", "item.before", "item.during", "item.after"}
