"""The plan of a drill, changed on the screen."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.features.drills.pages.plan.overview import read_day, read_hour
from disaster_support.features.drills.service import get_drill
from disaster_support.storage.roles import Role, StaffMember
from disaster_support.ui.panels import MessagePanel
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, timed
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]


@pytest.fixture
def plan(page, drill):
    return open_tab(page, drill, "plan")


def test_what_is_typed_is_kept(plan, opened, drill, qtbot):
    plan.overview.title.setText("Our own drill")
    plan.overview.day.setText("2026/12/1")
    plan.overview.hour.setText("1330")
    qtbot.waitUntil(lambda: get_drill(opened.door.home, drill.id).plan.title.en == "Our own drill", timeout=5000)
    kept = get_drill(opened.door.home, drill.id)
    assert (kept.held_on, kept.begins) == (date(2026, 12, 1), time(13, 30))
    assert kept.plan.title.ja == "小さな訓練"


def test_a_lock_right_after_a_key_loses_nothing(plan, opened, drill):
    plan.overview.venue.setText("The other hall")
    home = opened.door.home
    seen = []
    opened.changes.listen(lambda _change: seen.append(None))
    opened.changes.announce(__import__("disaster_support.changes").changes.Change.REGISTER_CLOSING)
    assert get_drill(home, drill.id).plan.venue.en == "The other hall"


def test_a_day_that_is_none_is_said_and_not_kept(plan, opened, drill):
    plan.overview.day.setText("tomorrow")
    plan.save_now()
    assert get_drill(opened.door.home, drill.id).held_on == drill.held_on
    assert "2026-11-23" in plan.overview._day_field.error()


def test_rows_are_added_moved_taken_out_and_brought_back(plan, opened, drill):
    plan.tabs.open("objective")
    rows = plan.sections["objective"]
    rows.list.setCurrentRow(0)
    rows.add()
    rows.controls["text"].setPlainText("Everybody is counted")
    rows.shift(-1)
    rows.remove()
    rows.undo()
    plan.save_now()
    kept = get_drill(opened.door.home, drill.id).plan.objective
    assert next(one.text.say("en") for one in kept) == "Everybody is counted"
    assert len({one.id for one in kept}) == 3


def test_injects_stay_in_the_order_of_their_minutes(plan, opened, drill):
    plan.tabs.open("inject")
    rows = plan.sections["inject"]
    rows.list.setCurrentRow(0)
    rows.controls["minute"].setValue(50)
    rows.controls["minute"].editingFinished.emit()
    plan.save_now()
    assert [one.minute for one in get_drill(opened.door.home, drill.id).plan.inject] == [20, 45, 50]


def test_lines_keep_their_other_language(plan, opened, drill):
    plan.overview.texts["safety"].setPlainText("Nobody runs\nBring a torch")
    plan.save_now()
    kept = get_drill(opened.door.home, drill.id).plan.safety
    assert [(one.ja, one.en) for one in kept] == [("走らない", "Nobody runs"), ("Bring a torch", "")]


def test_what_does_not_fit_is_said_in_its_section(plan):
    plan.overview.minutes.setValue(90)
    assert "90" in plan._faults.text()
    plan.tabs.open("role")
    assert not plan._faults.isVisible()


def test_new_roles_can_be_chosen_for_items(plan):
    plan.tabs.open("role")
    plan.sections["role"].add()
    plan.sections["role"].controls["title"].setPlainText("Interpreter")
    plan.tabs.open("item")
    box = plan.sections["item"].controls["who"]
    assert "Interpreter" in [box.itemText(index) for index in range(box.count())]


def test_who_may_not_plan_reads(page, opened, drill):
    opened.door.home.staff = StaffMember("s", "佐藤", Role.RECEPTION)
    shown = open_tab(page, drill, "plan")
    assert "manager" in shown.findChild(MessagePanel).text()


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"]))
def test_days_are_read_as_they_are_written(day, form):
    assert read_day(day.strftime(form)) == day


@given(st.times(), st.sampled_from(["{0}:{1:02}", "{0}{1:02}", "{0:02}{1:02}", "{0}時{1}分", "{0}：{1:02}"]))
def test_hours_are_read_as_they_are_written(moment, form):
    assert read_hour(form.format(moment.hour, moment.minute)) == time(moment.hour, moment.minute)


@pytest.mark.parametrize("text", ["", "25:00", "9:60", "x", "noon", "12345"])
def test_what_is_no_hour_is_none(text):
    assert read_hour(text) is None
