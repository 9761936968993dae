"""People at a course: entered, ticked, scanned, coded, and what they have reached."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.features.training.model import Means, Participant
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.people.attendance import AttendancePage
from disaster_support.features.training.pages.people.code_window import CodeWindow
from disaster_support.features.training.pages.people.participants import ParticipantsPage
from disaster_support.features.training.people import (
    add_participants,
    list_attendance,
    list_participants,
    note_attendance,
    participant_code,
)
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import close_dialogues
from tests.helpers.registers import cheap_keys
from tests.helpers.training import home, keep_course, make_desk, materials

__all__ = ["cheap_keys", "home", "make_desk", "materials"]

Key = Qt.Key


@pytest.fixture
def desk(home: Any, make_desk: Any) -> CourseDesk:
    """A course of three units."""
    made: CourseDesk = make_desk(keep_course(home))
    return made


@pytest.fixture
def people(desk: CourseDesk) -> list[Participant]:
    """Three participants."""
    add_participants(desk.register, desk.course.id, "青木 一郎\t第1署\t隊員\nMaria Santos\t役場\t\nNguyen An\t\t")
    return list_participants(desk.register, desk.course.id)


def shown(page: Any, qtbot: QtBot) -> Any:
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def noted(desk: CourseDesk) -> list[tuple[str, str, Means]]:
    names = {one.id: one.name for one in list_participants(desk.register, desk.course.id)}
    return [
        (names[one.participant_id], one.unit_id, one.means) for one in list_attendance(desk.register, desk.course.id)
    ]


def test_people_are_typed_one_after_another(desk: CourseDesk, qtbot: QtBot) -> None:
    page = shown(ParticipantsPage(desk), qtbot)
    for name in ("青木", "山口"):
        page.name.setText(name)
        page.organisation.setText("第1署")
        qtbot.keyClick(page.name, Key.Key_Return)
    assert [(one.name, one.organisation) for one in list_participants(desk.register, desk.course.id)] == [
        ("青木", "第1署"),
        ("山口", "第1署"),
    ]
    assert page.name.text() == ""
    page.add()
    assert "name" in desk.notice.text()


def test_a_list_is_pasted_whole_or_said_what_is_wrong(desk: CourseDesk, qtbot: QtBot) -> None:
    page = shown(ParticipantsPage(desk), qtbot)
    page.pasted.opening.click()
    page.pasted.box.setPlainText("青木\t第1署\n\t第2署")
    page.pasted._add()
    assert "Line 2" in page.pasted.field.error()
    assert page.table.keys() == []
    assert "青木" in page.pasted.box.toPlainText()
    page.pasted.box.setPlainText("青木\t第1署\n山口\t第2署")
    page.pasted._add()
    assert len(page.table.keys()) == 2
    assert not page.pasted.isVisible()


def test_results_say_who_gets_a_certificate_and_why_not(
    desk: CourseDesk, people: list[Participant], qtbot: QtBot
) -> None:
    for unit in ("u1", "u2", "u3"):
        note_attendance(desk.register, people[0].id, unit, Means.LIST)
    page = shown(ParticipantsPage(desk), qtbot)
    key = people[0].id
    page.table.item(0, 3).setText("75 %")
    qtbot.waitUntil(lambda: page.table.text(key, 5) == "Yes")
    assert page.count.text() == "3 participants, 1 with a certificate"
    assert "80 per cent are needed" in page.table.text(people[1].id, 5)
    page.table.item(0, 3).setText("175")
    qtbot.waitUntil(lambda: page.table.text(key, 3) == "75")
    assert "0 to 100" in desk.notice.text()


def test_somebody_taken_out_comes_back_with_their_attendance(
    desk: CourseDesk, people: list[Participant], qtbot: QtBot
) -> None:
    note_attendance(desk.register, people[0].id, "u1", Means.LIST)
    page = shown(ParticipantsPage(desk), qtbot)
    page.table.setCurrentCell(0, 0)
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert len(page.table.keys()) == 2
    next(one for one in desk.notice.findChildren(Button) if one.text() == "Bring back").click()
    assert len(page.table.keys()) == 3
    assert page.table.text(people[0].id, 4) == "1/4 (25 %)"


def test_ticks_are_set_and_taken_away(desk: CourseDesk, people: list[Participant], qtbot: QtBot) -> None:
    page = shown(AttendancePage(desk), qtbot)
    page.list.setFocus()
    page.list.setCurrentRow(1)
    qtbot.keyClick(page.list, Key.Key_Space)
    assert noted(desk) == [("Maria Santos", "u1", Means.LIST)]
    assert page.count.text() == "1 of 3 are here"
    qtbot.keyClick(page.list, Key.Key_Space)
    assert noted(desk) == []


def test_a_part_of_a_name_and_enter_tick(desk: CourseDesk, people: list[Participant], qtbot: QtBot) -> None:
    page = shown(AttendancePage(desk), qtbot)
    page.unit.setFocus()  # as Qt does when the page is shown: scanned cards have to go to the field
    page._take_focus()
    assert page.field.hasFocus()
    qtbot.keyClicks(page.field, "nguy")
    qtbot.keyClick(page.field, Key.Key_Return)
    qtbot.keyClick(page.field, Key.Key_Return)  # a second Enter notes nobody
    assert noted(desk) == [("Nguyen An", "u1", Means.LIST)]
    qtbot.keyClicks(page.field, "zz")
    qtbot.keyClick(page.field, Key.Key_Return)
    assert "Nobody" in page.said.text()


def test_cards_are_scanned_for_the_unit_chosen(desk: CourseDesk, people: list[Participant], qtbot: QtBot) -> None:
    page = shown(AttendancePage(desk), qtbot)
    page.unit.choose("u2")
    for _again in range(2):
        qtbot.keyClicks(page.field, participant_code(people[0].id))
        qtbot.keyClick(page.field, Key.Key_Tab)  # as some scanners send it
    assert noted(desk) == [("青木 一郎", "u2", Means.SCAN)]
    assert "before" in page.said.text()
    qtbot.keyClicks(page.field, participant_code(desk.course.id))
    qtbot.keyClick(page.field, Key.Key_Return)
    assert "Nobody of this course has the card" in page.said.text()


def test_the_code_on_the_screen_counts_for_whoever_is_chosen(
    desk: CourseDesk, people: list[Participant], qtbot: QtBot
) -> None:
    page = shown(AttendancePage(desk), qtbot)
    page.show_code()
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CodeWindow))
    assert len(window.code) == 4
    page.list.setCurrentRow(2)
    qtbot.keyClicks(page.field, window.code)
    qtbot.keyClick(page.field, Key.Key_Return)
    assert noted(desk) == [("Nguyen An", "u1", Means.CODE)]
    wrong = f"{(int(window.code) + 1) % 10000:04}"
    qtbot.keyClicks(page.field, wrong)
    qtbot.keyClick(page.field, Key.Key_Return)
    assert "not the code" in page.said.text()
    close_dialogues()  # as the lock does
    assert not window.isVisible()


def test_the_code_changes_with_the_minute(context: Context, desk: CourseDesk, qtbot: QtBot) -> None:
    now = context.clock()
    page = shown(AttendancePage(desk), qtbot)
    page.show_code()
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CodeWindow) and one.isVisible())
    codes = set()
    for minute in range(5):
        desk.context = replace(context, clock=lambda minute=minute: now + timedelta(minutes=minute))
        desk.context.__dict__["door"] = context.door
        window._renew()
        codes.add(window.code)
    assert len(codes) > 1
    window.close()
