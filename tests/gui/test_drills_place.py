"""The place of drills: templates without a register, drills of our own with one."""

import pytest

from disaster_support import i18n
from disaster_support.changes import Change
from disaster_support.features.drills.after import list_findings, save_finding
from disaster_support.features.drills.model import Finding, FindingKind
from disaster_support.features.drills.pages.drill_list import OWN, TEMPLATES
from disaster_support.features.drills.pages.drill_view import DrillView
from disaster_support.features.drills.pages.template_view import TemplateView
from disaster_support.features.drills.service import list_drills
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, settle, timed
from tests.helpers.gui import find_nameless
from tests.helpers.registers import cheap_keys, make_register

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]

TABS = ("plan", "run", "paper", "people", "practice", "after", "print")


def test_templates_are_read_while_the_register_is_locked(page):
    assert page.list.sources.key() == TEMPLATES
    page.list.templates.setCurrentRow(0)
    assert isinstance(page.view, TemplateView)
    assert page.list.templates.count() >= 12
    assert find_nameless(page) == []


def test_locked_drills_lead_to_the_gate(page):
    page.list.show_source(OWN)
    assert page.list.closed.isVisible()


def test_planning_while_locked_says_what_to_do(page):
    page.list.templates.setCurrentRow(0)
    page.view.use.click()
    assert "locked" in page.notice.text()


def test_a_template_becomes_a_drill_of_today(page, opened):
    page.list.show_source(TEMPLATES)
    page.list.templates.setCurrentRow(1)
    page.view.use.click()
    drills = list_drills(opened.door.home)
    assert [one.held_on.isoformat() for one in drills] == ["2026-11-23"]
    assert isinstance(page.view, DrillView)
    assert page.view.tabs.current_id == "plan"
    assert page.list.own.count() == 1


def test_a_copy_takes_open_improvements_along(page, opened, drill):
    save_finding(opened.door.home, drill.id, Finding("", FindingKind.IMPROVEMENT, "Too dark"))
    open_tab(page, drill, "plan")
    page.copy(drill.id)
    copy = page.view.desk.drill
    assert copy.id != drill.id
    assert [one.text for one in list_findings(opened.door.home, copy.id)] == ["Too dark"]


def test_a_removed_drill_comes_back(page, opened, drill):
    open_tab(page, drill, "plan")
    page.remove(drill.id)
    assert page.view is None
    assert list_drills(opened.door.home) == []
    page._bring_back(drill.id)
    assert [one.id for one in list_drills(opened.door.home)] == [drill.id]
    assert page.view.desk.drill.id == drill.id


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_has_names_and_help(page, drill, tab, qtbot):
    shown = open_tab(page, drill, tab)
    settle(qtbot)
    assert find_nameless(page) == []
    assert shown.help_text()


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_follows_the_language(page, drill, tab, qtbot, qapp):
    from PySide6.QtCore import QEvent

    open_tab(page, drill, tab)
    i18n._language = "ja"
    qapp.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    settle(qtbot)
    assert "小さな訓練" in page.list.own.item(0).text()
    i18n._language = "en"


def test_drill_mode_leaves_the_drill_on_the_screen(page, opened, drill, tmp_path, clock):
    open_tab(page, drill, "run")
    shown = page.view
    opened.door.enter_practice(make_register(tmp_path / "practice", clock).register)
    assert page.view is shown
    opened.door.leave_practice()
    assert page.view is shown


def test_a_lock_takes_the_drill_from_the_screen(page, opened, drill):
    open_tab(page, drill, "run")
    opened.door.lock()
    assert not isinstance(page.view, DrillView)
    assert page.list.own.count() == 0


def test_the_run_has_the_whole_page_and_escape_goes_back(page, drill, qtbot):
    from PySide6.QtCore import Qt

    open_tab(page, drill, "run")
    assert not page.list.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_in_a_narrow_window_one_of_the_two_is_shown(page, drill):
    page.resize(900, 700)
    open_tab(page, drill, "plan")
    assert not page.list.isVisible()
    page.leave()
    assert page.list.isVisible()
    assert not page.view.isVisible()


def test_states_for_pictures_show_every_tab(page, drill, qtbot):
    page.list.refresh()
    names = []
    for name, bring in page.screen_states():
        bring()
        names.append(name)
        settle(qtbot)
    assert names == ["templates", "drill", "run", "paper", "people", "practice", "after", "print", "costs"]


def test_other_changes_change_nothing(page, opened, drill):
    open_tab(page, drill, "plan")
    shown = page.view
    opened.changes.announce(Change.PEOPLE)
    assert page.view is shown
