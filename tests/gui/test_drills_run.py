"""Running a drill: keys on the checklist, injects on the clock, notes, and what was on paper."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from disaster_support.features.drills.model import EventKind, Mark
from disaster_support.features.drills.pages.run.moments import read_moment, say_moment
from disaster_support.features.drills.running import list_events, notes, states
from disaster_support.features.drills.service import get_drill, start_drill
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, timed
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]


@pytest.fixture
def run(page, drill, opened):
    start_drill(opened.door.home, drill.id)
    return open_tab(page, drill, "run")


def _marks(opened, drill):
    return {ref: (event.mark, event.text) for ref, event in states(list_events(opened.door.home, drill.id)).items()}


def test_enter_marks_done_and_goes_on(run, opened, drill, qtbot):
    qtbot.keyClick(run.checklist.rows["d1"], Qt.Key.Key_Return)
    assert _marks(opened, drill) == {"d1": (Mark.DONE, "")}
    assert run.checklist.rows["d2"].hasFocus()
    assert "1/2" in run.checklist.phases.button("during").text()


def test_n_asks_why_and_keeps_the_reason(run, opened, drill, qtbot):
    row = run.checklist.rows["d1"]
    qtbot.keyClick(row, Qt.Key.Key_N)
    assert row.why.hasFocus()
    qtbot.keyClicks(row.why, "no desk")
    qtbot.keyClick(row.why, Qt.Key.Key_Return)
    assert _marks(opened, drill) == {"d1": (Mark.NOT_DONE, "no desk")}


def test_escape_gives_the_reason_up(run, opened, drill, qtbot):
    row = run.checklist.rows["d1"]
    row.ask_why()
    qtbot.keyClick(row.why, Qt.Key.Key_Escape)
    assert row.hasFocus()
    assert _marks(opened, drill) == {}


def test_u_opens_it_again(run, opened, drill, qtbot):
    row = run.checklist.rows["d1"]
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.keyClick(row, Qt.Key.Key_U)
    assert _marks(opened, drill) == {}
    assert row.done.isVisible()


def test_who_marks_is_typed_once_and_kept(run, page, opened, drill, qtbot):
    qtbot.keyClicks(run.who, "Sato")
    qtbot.keyClick(run.who, Qt.Key.Key_Return)
    qtbot.keyClick(run.checklist.rows["d1"], Qt.Key.Key_Return)
    assert states(list_events(opened.door.home, drill.id))["d1"].by == "Sato"
    page._show(None)
    assert open_tab(page, drill, "run").who.name() == "Sato"


def test_after_a_crash_the_page_shows_the_same(run, page, opened, drill, qtbot, clock):
    run.checklist.rows["d1"].done.click()
    run.injects.give_next()
    run.notes.line.setText("Too dark")
    qtbot.keyClick(run.notes.line, Qt.Key.Key_Return)
    page._show(None)
    clock.now += timedelta(minutes=12)
    again = open_tab(page, drill, "run")
    assert again.checklist.rows["d1"].mark is Mark.DONE
    assert again.injects.rows["i1"].mark is Mark.DONE
    assert again.clock.time.text() == "0:12:00"
    assert [note.text for note in notes(list_events(opened.door.home, drill.id))] == ["Too dark"]


def test_injects_come_up_on_the_clock(run, clock):
    row = run.injects.rows["i1"]
    assert "in 20 minutes" in row.above.text()
    clock.now += timedelta(minutes=17, seconds=30)
    run._tick()
    assert "in 3 minutes" in row.above.text()
    clock.now += timedelta(minutes=2, seconds=40)
    run._tick()
    assert row.above.text().endswith("now")
    clock.now += timedelta(minutes=5)
    run._tick()
    assert "5 minutes late" in row.above.text()
    assert row.property("panel") == "warning"


def test_ctrl_g_gives_the_next_inject(run, opened, drill, qtbot):
    qtbot.keyClick(run, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert _marks(opened, drill) == {"i1": (Mark.DONE, "")}
    assert next(iter(run.injects.rows)) == "i2"


def test_an_inject_that_was_given_by_key_hands_the_focus_on(run, qtbot):
    run.injects.rows["i1"].setFocus()
    qtbot.keyClick(run.injects.rows["i1"], Qt.Key.Key_Return)
    assert run.injects.rows["i2"].hasFocus()


def test_a_note_is_taken_back(run, opened, drill, qtbot):
    run._note("A slip")
    run._take_back(notes(list_events(opened.door.home, drill.id))[0])
    assert notes(list_events(opened.door.home, drill.id)) == []


def test_begin_and_end_can_be_taken_back(page, drill, opened, clock):
    run = open_tab(page, drill, "run")
    run.clock.start.click()
    clock.now += timedelta(minutes=30)
    run.clock.end.click()
    kept = get_drill(opened.door.home, drill.id)
    assert kept.ended_at - kept.started_at == timedelta(minutes=30)
    run.clock.back.click()
    assert get_drill(opened.door.home, drill.id).ended_at is None
    run.clock.back.click()
    assert get_drill(opened.door.home, drill.id).started_at is None


def test_the_clock_rests_while_another_tab_is_shown(run, page):
    assert run._timer.isActive()
    page.view.tabs.open("plan")
    assert not run._timer.isActive()


def test_paper_is_typed_with_enter_alone(page, drill, opened, qtbot):
    paper = open_tab(page, drill, "paper")
    first = paper.rows["b1"].time
    first.setFocus()
    for text in ("845", "x", "no interpreter", "9:20"):
        field = page.window().focusWidget()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    marks = states(list_events(opened.door.home, drill.id))
    assert (marks["b1"].mark, f"{marks['b1'].at.astimezone():%H:%M}") == (Mark.DONE, "08:45")
    assert (marks["d1"].mark, marks["d1"].text) == (Mark.NOT_DONE, "no interpreter")
    assert f"{marks['d2'].at.astimezone():%H:%M}" == "09:20"


def test_a_time_that_is_none_stands_beside_its_field(page, drill, opened, qtbot):
    paper = open_tab(page, drill, "paper")
    row = paper.rows["b1"]
    row.time.setText("late")
    row._finish()
    assert "942" in row._error.text()
    assert list_events(opened.door.home, drill.id) == []


def test_an_emptied_time_opens_the_item_again(page, drill, opened):
    paper = open_tab(page, drill, "paper")
    row = paper.rows["d1"]
    for text in ("9:05", ""):
        row.time.setText(text)
        row._finish()
    assert _marks(opened, drill) == {}


def test_begin_and_end_come_from_paper(page, drill, opened):
    paper = open_tab(page, drill, "paper")
    paper.began.setText("900")
    paper.ended.setText("1015")
    paper._keep_times()
    kept = get_drill(opened.door.home, drill.id)
    assert kept.ended_at - kept.started_at == timedelta(minutes=75)
    assert kept.started_at.astimezone().date() == drill.held_on


def test_a_moment_is_read_as_it_is_said(drill):
    for text in ("09:05", "2026-11-20 14:30"):
        assert say_moment(read_moment(text, drill.held_on), drill.held_on) == text


def test_only_marks_and_notes_are_written(run, opened, drill):
    run.refresh()
    assert [event.kind for event in list_events(opened.door.home, drill.id)] == []
    run._note("x")
    assert [event.kind for event in list_events(opened.door.home, drill.id)] == [EventKind.NOTE]


def test_the_view_for_the_sun_comes_and_goes(run):
    from disaster_support.ui.theme import current_theme

    run.sun.click()
    assert current_theme().scale >= 1.25
    run.sun.leave()
    assert not run.sun.isChecked()
