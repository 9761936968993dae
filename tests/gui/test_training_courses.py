"""Courses at the training place: templates without a register, courses of our own, and nothing typed is lost."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from disaster_support.bilingual import Bilingual
from disaster_support.context import Context
from disaster_support.features.training.exchange import import_plan
from disaster_support.features.training.pages.course_view import CourseView
from disaster_support.features.training.pages.plan.reader import PlanReader
from disaster_support.features.training.pages.template_view import TemplateView
from disaster_support.features.training.service import get_course, list_courses
from disaster_support.storage.drafts import list_drafts
from disaster_support.storage.roles import Role
from disaster_support.ui.buttons import Button
from tests.helpers.gui import find_nameless
from tests.helpers.registers import PASSPHRASE, cheap_keys
from tests.helpers.training import home, keep_course, make_desk, materials, training_page

__all__ = ["cheap_keys", "home", "make_desk", "materials"]

Key = Qt.Key


def press(page: Any, words: str) -> None:
    button = next(one for one in page.findChildren(Button) if one.text() == words and one.isVisible())
    button.click()


def test_templates_are_read_without_a_register(context: Context, materials: None, qtbot: QtBot) -> None:
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.list.templates.pick_again()
    assert isinstance(courses.view, TemplateView)
    assert len(courses.list.templates.keys()) == 6
    press(courses, "Plan a course from this")
    assert "locked" in courses.notice.text()


def test_what_needs_the_register_says_so_and_leads_to_its_gate(context: Context, materials: None, qtbot: QtBot) -> None:
    page = training_page(context, qtbot)
    courses = page.tabs.page("courses")
    courses.list.show_source("own")
    for tab in ("courses", "roster", "year"):
        page.tabs.open(tab)
        press(page, "Open the register at Reception")
    assert page.opened.pages == ["reception"] * 3


def test_a_course_is_planned_from_a_template_and_copied_to_the_next_year(
    context: Context, home: Any, qtbot: QtBot
) -> None:
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.list.show_source("templates")
    press(courses, "Plan a course from this")
    assert isinstance(courses.view, CourseView)
    assert courses.view.desk.course.fiscal_year == 2026
    press(courses, "Copy to next year")
    assert courses.view.desk.course.fiscal_year == 2027
    assert sorted(one.fiscal_year for one in list_courses(home)) == [2026, 2027]


def test_the_list_can_be_of_one_fiscal_year(context: Context, home: Any, qtbot: QtBot) -> None:
    old, new = keep_course(home, fiscal_year=2025), keep_course(home)
    listed = training_page(context, qtbot).tabs.page("courses").list
    assert listed.own.keys() == [new.id, old.id]
    listed.year.choose("2025")
    listed.refresh()
    assert listed.own.keys() == [old.id]


def test_a_removed_course_can_be_brought_back(context: Context, home: Any, qtbot: QtBot) -> None:
    course = keep_course(home)
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.show_course(course.id)
    press(courses, "Remove")
    assert list_courses(home) == []
    press(courses.notice, "Bring back")
    assert [one.id for one in list_courses(home)] == [course.id]
    assert courses.view.desk.course.id == course.id


def test_what_was_typed_outlives_a_crash(home: Any, make_desk: Any) -> None:
    course = keep_course(home)
    desk = make_desk(course)
    desk.change(venue="消防学校")
    desk.keeper._draft.timeout.emit()  # the moment after a keystroke; then the power fails
    assert get_course(home, course.id).venue == ""
    after = make_desk(get_course(home, course.id))
    assert after.course.venue == "消防学校"
    after.keeper.save()
    assert get_course(home, course.id).venue == "消防学校"
    assert list_drafts(home, f"course:{course.id}") == []


def test_what_was_typed_is_kept_when_the_register_locks(context: Context, home: Any, qtbot: QtBot) -> None:
    course = keep_course(home)
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.show_course(course.id, "plan")
    line = courses.view.tabs.current.venue.control
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Hall 3")
    context.door.lock()
    assert not isinstance(courses.view, CourseView)
    context.door.admit(context.door.open(PASSPHRASE))
    assert get_course(context.door.home, course.id).venue == "Hall 3"


def test_a_course_without_a_title_is_not_saved_but_not_lost(home: Any, make_desk: Any) -> None:
    course = keep_course(home)
    desk = make_desk(course)
    desk.change_plan(title=Bilingual(""))
    assert desk.faults["title"]
    desk.keeper.save()
    assert "title" in desk.notice.text()
    assert get_course(home, course.id).plan.title.ja
    assert make_desk(course).plan.title.ja == ""


def test_a_course_goes_to_another_school_as_a_file(context: Context, home: Any, qtbot: QtBot, tmp_path: Any) -> None:
    course = keep_course(home)
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.show_course(course.id, "plan")
    courses.view.save_file(tmp_path / "course.json")
    assert import_plan((tmp_path / "course.json").read_bytes()) == course.plan
    courses.read_in(tmp_path / "course.json")
    assert len(list_courses(home)) == 2
    (tmp_path / "other.json").write_text("{}")
    courses.read_in(tmp_path / "other.json")
    qtbot.waitUntil(lambda: "not the file of a course" in courses.notice.text())


def test_who_may_not_plan_reads(context: Context, home: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    course = keep_course(home)
    monkeypatch.setattr(home, "staff", replace(home.staff, role=Role.VIEWER))
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.show_course(course.id)
    assert isinstance(courses.view.tabs.current, PlanReader)
    assert "units" not in courses.view.tabs.buttons
    assert not courses.list.reading.isVisible()


def test_keys_lead_in_and_out(context: Context, home: Any, qtbot: QtBot) -> None:
    keep_course(home)
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.list.own.setFocus()
    qtbot.keyClick(courses.list.own, Key.Key_Down)
    qtbot.keyClick(courses.list.own, Key.Key_Return)
    assert courses.view.tabs.current.texts["title"].control.hasFocus()
    courses.view.tabs.open("units")
    assert not courses.list.isVisible()
    qtbot.keyClick(courses.view.tabs.current.rows, Key.Key_Escape)
    assert courses.list.own.hasFocus()


def test_everything_that_takes_the_focus_has_a_name_and_every_page_has_help(
    context: Context, home: Any, qtbot: QtBot
) -> None:
    keep_course(home)
    page = training_page(context, qtbot)
    for name, bring in page.screen_states():
        bring()
        qtbot.wait(20)
        assert find_nameless(page) == [], name
        if "costs" not in name:
            assert page.help_text(), name
