"""After the drill: the talk, the forms, the ratings, the findings."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from disaster_support.features.drills.after import (
    QUESTIONS,
    list_feedback,
    list_findings,
    list_open_improvements,
    list_ratings,
    save_finding,
)
from disaster_support.features.drills.model import EventKind, Finding, FindingKind, Rating
from disaster_support.features.drills.running import list_events, notes
from disaster_support.features.drills.service import new_drill
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, timed
from tests.helpers.drills import make_plan
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]


@pytest.fixture
def after(page, drill):
    return open_tab(page, drill, "after")


def test_what_is_said_is_noted_and_taken_back(after, opened, drill, qtbot):
    talk = after.tabs.current
    qtbot.keyClicks(talk.notes.line, "Too loud")
    qtbot.keyClick(talk.notes.line, Qt.Key.Key_Return)
    kept = notes(list_events(opened.door.home, drill.id), EventKind.HOT_WASH)
    assert [one.text for one in kept] == ["Too loud"]
    talk._take_back(kept[0])
    assert notes(list_events(opened.door.home, drill.id), EventKind.HOT_WASH) == []


def test_a_form_is_entered_by_keys_alone(after, opened, drill, qtbot):
    entry = after.tabs.open("feedback")
    entry.language.choose("my")
    next(iter(entry.rows.values())).setFocus()
    for key in "ypnyyy":
        qtbot.keyClicks(entry.window().focusWidget(), key)
    assert entry.good.hasFocus()
    qtbot.keyClicks(entry.good, "fun")
    qtbot.keyClick(entry.good, Qt.Key.Key_Return)
    qtbot.keyClick(entry.difficult, Qt.Key.Key_Return)
    [form] = list_feedback(opened.door.home, drill.id)
    assert form.language == "my"
    assert [form.answers[question] for question in QUESTIONS] == ["yes", "partly", "no", "yes", "yes", "yes"]
    assert set(form.answers) == set(QUESTIONS)
    assert form.good == "fun"
    assert all(row.value == "" for row in entry.rows.values())


def test_an_empty_form_says_so(after, opened, drill):
    entry = after.tabs.open("feedback")
    entry.add()
    assert "empty" in after._desk.notice.text()
    assert list_feedback(opened.door.home, drill.id) == []


def test_the_last_form_is_taken_out_and_brought_back(after, opened, drill):
    entry = after.tabs.open("feedback")
    entry.good.setText("fun")
    entry.add()
    entry.remove_last()
    assert list_feedback(opened.door.home, drill.id) == []
    entry._restore(_last_removed(opened, drill))
    assert len(list_feedback(opened.door.home, drill.id)) == 1


def _last_removed(opened, drill):
    [(form_id,)] = opened.door.home.query("SELECT id FROM feedback WHERE drill_id = ?", (drill.id,))
    return form_id


def test_ratings_are_given_by_key_with_what_was_seen(after, opened, drill, qtbot):
    ratings = after.tabs.open("ratings")
    qtbot.keyClicks(ratings.rows["o1"], "s")
    ratings.notes["o1"].setText("12 minutes")
    ratings.notes["o1"].editingFinished.emit()
    [kept] = list_ratings(opened.door.home, drill.id)
    assert (kept.objective, kept.rating, kept.note) == ("o1", Rating.SOME, "12 minutes")
    qtbot.keyClicks(ratings.rows["o1"], "s")
    assert list_ratings(opened.door.home, drill.id) == []


def test_findings_are_kept_once_and_the_next_begins(after, opened, drill, qtbot):
    findings = after.tabs.open("findings")
    findings.form.text.setPlainText("No light at the door")
    findings.form.lines["owner"].setText("City")
    findings.form.lines["due"].setText("2026/12/24")
    qtbot.keyClick(findings.form.lines["due"], Qt.Key.Key_Return)
    [kept] = list_findings(opened.door.home, drill.id)
    assert (kept.text, kept.owner, kept.due) == ("No light at the door", "City", date(2026, 12, 24))
    assert findings.form.text.toPlainText() == ""
    findings.begin()
    assert len(list_findings(opened.door.home, drill.id)) == 1


def test_what_is_typed_is_kept_when_another_is_chosen(after, opened, drill):
    findings = after.tabs.open("findings")
    for text in ("One", "Two"):
        findings.form.text.setPlainText(text)
        findings.keep()
    findings.list.setCurrentRow(0)
    findings.form.text.setPlainText("One, mended")
    findings.list.setCurrentRow(1)
    assert [one.text for one in list_findings(opened.door.home, drill.id)] == ["One, mended", "Two"]
    assert findings.form.text.toPlainText() == "Two"


def test_a_due_day_that_is_none_stands_under_its_field(after, opened, drill):
    findings = after.tabs.open("findings")
    findings.form.text.setPlainText("One")
    findings.form.lines["due"].setText("soon")
    findings.keep()
    assert "2026-11-23" in findings.form._due.error()
    assert list_findings(opened.door.home, drill.id) == []


def test_a_finding_is_improved_taken_out_and_brought_back(after, opened, drill):
    findings = after.tabs.open("findings")
    findings.form.text.setPlainText("One")
    findings.keep()
    findings.list.setCurrentRow(0)
    findings._toggle_done()
    [kept] = list_findings(opened.door.home, drill.id)
    assert kept.done_on == date(2026, 11, 23)
    findings.list.setCurrentRow(0)
    findings.remove()
    assert list_findings(opened.door.home, drill.id) == []
    findings._restore(kept)
    assert list_findings(opened.door.home, drill.id) == [kept]


def test_open_improvements_of_other_drills_are_shown_and_marked(page, opened, drill):
    other = new_drill(opened.door.home, make_plan(), date(2026, 5, 1))
    finding = save_finding(opened.door.home, other.id, Finding("", FindingKind.IMPROVEMENT, "Too dark"))
    findings = open_tab(page, drill, "after").tabs.open("findings")
    assert findings.open.isVisible()
    findings.open.done.emit(finding.id)
    assert list_open_improvements(opened.door.home) == []
    assert not findings.open.isVisible()
