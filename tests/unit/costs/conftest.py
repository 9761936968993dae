from datetime import date

import pytest

from disaster_support.features.costs.model import Category, Expense, Subject
from disaster_support.features.costs.service import save_expense
from tests.helpers.registers import cheap_keys, register

__all__ = ["cheap_keys", "register"]


@pytest.fixture
def keep(register):
    """Keep an expense of the register; what is not said is usual."""

    def keep_expense(amount=1000, day="2026-05-12", category=Category.OTHER, text="文具", **other):
        expense = Expense("", date.fromisoformat(day), category, text, amount, **other)
        return save_expense(register, expense)

    return keep_expense


@pytest.fixture
def course_and_drill(register):
    """Return the ids of a course of 2026 and of a drill on 23 November, the least that costs need of them."""
    plan = '{"title": {"ja": "消防学校 初任教育", "en": "Fire school"}}'
    with register.writing("test") as writer:
        course, drill = writer.new_id(), writer.new_id()
        writer.insert("course", {"id": course, "plan": plan, "fiscal_year": 2026, "removed": 0})
        plan = '{"title": {"ja": "夜間の避難訓練", "en": ""}}'
        row = {"id": drill, "plan": plan, "held_on": "2026-11-23", "begins": "09:00", "removed": 0}
        writer.insert("drill", row)
    return {Subject.COURSE: course, Subject.DRILL: drill}
