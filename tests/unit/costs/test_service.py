"""Expenses in the register: by fiscal year, changed, taken out and brought back, and whose right that is."""

from dataclasses import replace
from datetime import date

import pytest

from disaster_support.errors import UserError
from disaster_support.features.costs.model import Category, Subject
from disaster_support.features.costs.service import (
    list_expenses,
    list_fundings,
    list_occasions,
    list_years,
    remove_expense,
    restore_expense,
    save_expense,
    total,
)
from disaster_support.storage.check import check_register
from disaster_support.storage.register import open_register
from disaster_support.storage.roles import Role
from disaster_support.storage.staff import add_member


def test_an_expense_is_listed_in_the_fiscal_year_of_its_day(register, keep):
    for day in ("2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01"):
        keep(day=day, text=day)
    assert [one.text for one in list_expenses(register, 2025)] == ["2026-03-31"]
    assert [one.text for one in list_expenses(register, 2026)] == ["2026-04-01", "2027-03-31"]
    assert list_years(register, date(2026, 11, 23)) == [2027, 2026, 2025]


def test_the_present_year_is_there_before_anything_is_paid(register):
    assert list_years(register, date(2027, 2, 1)) == [2026]


def test_expenses_come_by_day_and_then_as_they_were_entered(register, keep):
    for text, day in (("c", "2026-06-01"), ("a", "2026-05-01"), ("d", "2026-06-01"), ("b", "2026-05-01")):
        keep(day=day, text=text)
    assert [one.text for one in list_expenses(register, 2026)] == ["a", "b", "c", "d"]


def test_all_that_is_known_of_an_expense_comes_back(register, keep, course_and_drill):
    kept = keep(
        30_000,
        category=Category.INSTRUCTORS,
        text="講師謝金",
        receipt="R-001",
        funding="一般財源",
        subject=Subject.COURSE,
        subject_id=course_and_drill[Subject.COURSE],
    )
    assert list_expenses(register, 2026) == [kept]
    changed = replace(kept, amount_yen=33_000, receipt="", subject=Subject.GENERAL, subject_id="")
    save_expense(register, changed)
    assert list_expenses(register, 2026) == [changed]


def test_what_is_removed_is_in_no_list_and_no_sum_until_it_is_brought_back(register, keep):
    one, other = keep(1_000, funding="寄付"), keep(500, day="2025-05-01")
    remove_expense(register, one.id)
    remove_expense(register, other.id)
    assert list_expenses(register, 2026) == []
    assert list_fundings(register) == []
    assert list_years(register, date(2026, 11, 23)) == [2026]
    restore_expense(register, one.id)
    assert total(list_expenses(register, 2026)) == 1_000


def test_what_is_not_there_cannot_be_removed(register):
    with pytest.raises(UserError, match="no such expense"):
        remove_expense(register, "nothing")


def test_fundings_are_offered_the_most_usual_first(register, keep):
    for funding in ("県補助金", "一般財源", "一般財源", ""):
        keep(funding=funding)
    assert list_fundings(register) == ["一般財源", "県補助金"]


def test_courses_and_drills_are_there_to_belong_to(register, course_and_drill):
    course, drill = list_occasions(register).values()
    assert (course.id, course.subject, course.title.en, course.when) == (
        course_and_drill[Subject.COURSE],
        Subject.COURSE,
        "Fire school",
        "2026",
    )
    assert (drill.subject, drill.title.say("en"), drill.when) == (Subject.DRILL, "夜間の避難訓練", "2026-11-23")


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.SUPPORT, Role.VIEWER])
def test_only_a_manager_keeps_and_removes(register, keep, role):
    kept = keep()
    add_member(register, "佐藤", role, "another passphrase")
    folder, clock = register.folder, register.clock
    register.close()
    theirs = open_register(folder, "another passphrase", clock)
    try:
        for forbidden in (
            lambda: save_expense(theirs, kept),
            lambda: remove_expense(theirs, kept.id),
            lambda: restore_expense(theirs, kept.id),
        ):
            with pytest.raises(UserError):
                forbidden()
        assert list_expenses(theirs, 2026) == [kept]
    finally:
        theirs.close()


def test_the_journal_can_replay_it(register, keep):
    remove_expense(register, keep().id)
    keep(2_000, receipt="7")
    assert [one.code for one in check_register(register)] == ["backups"]  # there is none yet, and no other fault
