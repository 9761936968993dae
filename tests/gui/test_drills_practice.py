"""Drill mode from the drill's page: begun, gone on with, left with its figures, wiped."""

import pytest
from PySide6.QtWidgets import QLabel

from disaster_support.features.drills.practice_figures import read_figures
from disaster_support.features.drills.running import list_events
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, settle, timed
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]


@pytest.fixture
def mode(page, drill):
    return open_tab(page, drill, "practice")


def test_it_begins_with_so_many_people(mode, practice, drill, qtbot):
    mode.people.setValue(12)
    mode.begin.click()
    settle(qtbot)
    assert practice.begun == [(drill.id, "A small drill", 12)]
    assert practice.is_on(drill.id)
    assert not mode.begin.isVisible()
    assert mode.leave.isVisible()


def test_leaving_takes_the_figures_over_and_asks_once(mode, practice, opened, drill, qtbot):
    mode.start()
    settle(qtbot)
    mode.leave.click()
    figures = read_figures(list_events(opened.door.home, drill.id))
    assert (figures.people, figures.waits["language"].median_s) == (3, 40)
    assert "0:40" in " ".join(label.text() for label in mode.figures.findChildren(QLabel))
    assert practice.exists(drill.id)
    assert mode.question.isVisible()


def test_kept_people_are_gone_on_with(mode, practice, drill, qtbot):
    mode.start()
    settle(qtbot)
    mode.go_back()
    mode.keep.click()
    assert not mode.question.isVisible()
    mode.resume.click()
    settle(qtbot)
    assert practice.is_on(drill.id)


def test_wiped_people_are_gone_and_the_figures_stay(mode, practice, opened, drill, qtbot):
    mode.start()
    settle(qtbot)
    mode.go_back()
    mode.wipe_now()
    assert not practice.exists(drill.id)
    assert mode.begin.isVisible()
    assert read_figures(list_events(opened.door.home, drill.id)).people == 3


def test_the_figures_are_kept_also_where_it_ends_by_a_lock(mode, opened, drill, qtbot, page):
    mode.start()
    settle(qtbot)
    page.view.save_now()
    assert read_figures(list_events(opened.door.home, drill.id)).people == 3
