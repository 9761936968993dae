"""Printing at the training place, the roster, and the fiscal year."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.features.training.model import Course, Instructor, Means
from disaster_support.features.training.pages.printing import page as printing
from disaster_support.features.training.pages.roster import RosterPage
from disaster_support.features.training.pages.year import YearPage
from disaster_support.features.training.people import add_participants, list_participants, note_attendance
from disaster_support.features.training.service import list_instructors, save_instructor
from disaster_support.ui.buttons import Button
from disaster_support.ui.tasks import is_busy
from tests.helpers.registers import PASSPHRASE, cheap_keys
from tests.helpers.training import home, keep_course, materials, training_page

__all__ = ["cheap_keys", "home", "materials"]

PDF = b"%PDF-"


@pytest.fixture
def printed(context: Context, home: Any, qtbot: QtBot) -> Any:
    """The page that prints a course of ours."""
    course = keep_course(home)
    add_participants(home, course.id, "青木")
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.show_course(course.id, "print")
    return courses.view.tabs.current


def test_the_chosen_document_is_shown_and_saved(printed: Any, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: printed.preview.page_count > 0, timeout=20_000)
    assert printed.list.keys()[0].endswith("syllabus")
    saved: list[bytes] = []
    printed._use(lambda _name, pdf: saved.append(pdf))
    assert saved[0].startswith(PDF)
    printed._save_to(saved[0], tmp_path / "syllabus.pdf")
    assert (tmp_path / "syllabus.pdf").read_bytes() == saved[0]
    assert "syllabus.pdf" in printed.notice.text()


def test_a_document_is_printed_as_soon_as_it_is_made(
    printed: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr("disaster_support.ui.printer.print_with_dialog", lambda _page, pdf, _title: sent.append(pdf))
    printed.list.setCurrentRow(1)
    printed.print_()
    assert sent == []
    qtbot.waitUntil(lambda: bool(sent), timeout=20_000)
    assert sent[0].startswith(PDF)


def test_the_whole_folder_is_written_and_can_be_opened(printed: Any, qtbot: QtBot, tmp_path: Path) -> None:
    printed.write(tmp_path / "folder")
    qtbot.waitUntil(lambda: not printed.work.is_running and "documents are in" in printed.notice.text(), timeout=60_000)
    assert "They name people" in printed.notice.text()
    names = sorted(one.name for one in (tmp_path / "folder").iterdir())
    assert names[0] == "00-contents.pdf"
    assert len(names) == len(printed.list.keys()) + 1
    assert any(one.text() == "Open the folder" for one in printed.notice.findChildren(Button))


def test_writing_the_folder_can_be_stopped(
    printed: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*given: Any) -> list[Path]:
        report = given[6]
        while True:
            report(0, 10, "01-syllabus.pdf")  # raises once it is to stop

    monkeypatch.setattr(printing, "write_folder", write)
    printed.write(tmp_path)
    qtbot.waitUntil(printed.work.panel.isVisible)
    next(one for one in printed.work.findChildren(Button) if one.text() == "Stop").click()
    qtbot.waitUntil(lambda: "Stopped" in printed.notice.text())


def test_a_template_is_printed_without_a_register(context: Context, materials: None, qtbot: QtBot) -> None:
    courses = training_page(context, qtbot).tabs.page("courses")
    courses.list.templates.pick_again()
    courses.view.parts.choose("print")
    page = courses.view._stack.currentWidget()
    qtbot.waitUntil(lambda: page.preview.page_count > 0, timeout=20_000)
    assert page.options.languages.languages()
    before = len(page.list.keys())
    page.options.languages.set_languages(())
    page.refresh()
    assert len(page.list.keys()) < before  # boards need a language beside Japanese
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)


# -- the roster


@pytest.fixture
def roster(context: Context, home: Any, qtbot: QtBot) -> RosterPage:
    """The roster, with one candidate."""
    save_instructor(home, Instructor("", "青木", "協会", "多文化共生課"))
    page = RosterPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def test_candidates_are_kept_as_they_are_typed(roster: RosterPage, home: Any, qtbot: QtBot) -> None:
    roster.add()
    qtbot.keyClicks(roster.line("proposed_by"), "Room 3")
    roster.save()
    assert "name" in roster.fields["name"].error()
    qtbot.keyClicks(roster.line("name"), "Maria Santos")
    roster._timer.timeout.emit()
    assert [(one.name, one.proposed_by) for one in list_instructors(home)] == [
        ("Maria Santos", "Room 3"),
        ("青木", "多文化共生課"),
    ]
    qtbot.keyClicks(roster.line("contact"), "0123")
    roster.list.setCurrentRow(1)  # going to another one keeps it too
    assert list_instructors(home)[0].contact == "0123"
    assert roster.line("name").text() == "青木"


def test_what_was_typed_of_a_candidate_is_kept_when_the_register_locks(
    roster: RosterPage, context: Context, qtbot: QtBot
) -> None:
    qtbot.keyClicks(roster.line("topics"), "Easy Japanese")
    context.door.lock()
    context.door.admit(context.door.open(PASSPHRASE))
    assert list_instructors(context.door.home)[0].topics == "Easy Japanese"


def test_a_candidate_taken_off_can_be_brought_back(roster: RosterPage, home: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(roster.removal, Qt.Key.Key_Space)
    assert list_instructors(home) == []
    next(one for one in roster.notice.findChildren(Button) if one.text() == "Bring back").click()
    assert [one.name for one in list_instructors(home)] == ["青木"]


# -- the year


def test_the_year_counts_people_certificates_and_hours(context: Context, home: Any, qtbot: QtBot) -> None:
    course: Course = keep_course(home)
    keep_course(home, fiscal_year=2025)
    add_participants(home, course.id, "青木\t第1署\nMaria\t役場\nAn\t第1署")
    for one in list_participants(home, course.id)[:2]:
        note_attendance(home, one.id, "u2", Means.LIST)
    page = YearPage(context)
    qtbot.addWidget(page)
    assert page.year.key() == "2026"
    rows = [[page.table.item(row, column).text() for column in range(1, 5)] for row in range(page.table.rowCount())]
    assert rows == [["役場", "1", "0", "2"], ["第1署", "2", "0", "2"]]
    assert "People: 3" in page.total.text()
    page.year.choose("2025")
    page._show()
    assert page.table.rowCount() == 0
