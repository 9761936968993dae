"""Backups, the log, shelters, the check, and locking by itself."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.reception import service
from disaster_support.features.reception.audit import LogFilters, list_log
from disaster_support.features.reception.model import Details, Need, NeedKind, NeedState
from disaster_support.features.reception.pages.manage.backups import BackupSection
from disaster_support.features.reception.pages.manage.safety import SafetySection
from disaster_support.features.reception.pages.manage.shelters import ShelterSection
from disaster_support.pages import PAGES, read_status
from disaster_support.storage.backups import list_backups, make_backup
from disaster_support.storage.counts import count_here
from disaster_support.storage.roles import Role
from disaster_support.storage.shelters import current_shelter, list_shelters
from disaster_support.storage.staff import add_member
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.window import MainWindow
from tests.helpers.reception import manage_page, open_door
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys", "open_door"]

Key = Qt.Key

pytestmark = pytest.mark.usefixtures("cheap_keys", "open_door")


def wait(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not is_busy())


def arrive(context: Context, *names: str) -> tuple[str, ...]:
    return service.register_household(context.door.register, [Details(name=name) for name in names])


# -- backups


@pytest.fixture
def backups(context: Context, qtbot: QtBot) -> BackupSection:
    section = BackupSection(context)
    qtbot.addWidget(section)
    section.show()
    return section


def test_a_backup_is_made_and_listed_and_none_where_nothing_changed(
    backups: BackupSection, context: Context, qtbot: QtBot
) -> None:
    backups.make_now()
    wait(qtbot)
    assert backups.table.item(0, 1).text() == "Asked for"
    assert "The backup was made." in backups.message.text()
    backups.make_now()
    wait(qtbot)
    assert "Nothing has changed" in backups.message.text()
    assert len(list_backups(context.door.folder)) == 1


def test_a_wrong_passphrase_locks_nobody_out(backups: BackupSection, context: Context, qtbot: QtBot) -> None:
    make_backup(context.door.register, "asked")
    backups.show_backups()
    backups.ask_restore()
    form = backups.restoring
    assert form is not None
    form.field.line.setText("not this one")
    qtbot.keyClick(form.field.line, Key.Key_Return)
    wait(qtbot)
    assert form.field.error()
    assert form.field.line.text() == "not this one"
    assert context.door.is_open


def test_another_s_passphrase_restores_nothing(backups: BackupSection, context: Context, qtbot: QtBot) -> None:
    add_member(context.door.register, "佐藤", Role.RECEPTION, "another passphrase")
    make_backup(context.door.register, "asked")
    backups.show_backups()
    backups.ask_restore()
    form = backups.restoring
    assert form is not None
    form.field.line.setText("another passphrase")
    qtbot.keyClick(form.field.line, Key.Key_Return)
    wait(qtbot)
    assert "role" in form.field.error()
    assert context.door.is_open


def test_there_is_nothing_to_go_back_to_before_the_first_backup(backups: BackupSection) -> None:
    backups.ask_restore()
    assert backups.restoring is None
    assert "no backup yet" in backups.failure.text()


def test_going_back_ends_at_the_gate_with_the_register_as_it_was(context: Context, qtbot: QtBot) -> None:
    arrive(context, "Nguyen Van An")
    make_backup(context.door.register, "asked")
    arrive(context, "Tran Thi Binh", "Tran Van Cuong")
    window = MainWindow(context, [one for one in PAGES if one.id == "reception"], lambda: read_status(context))
    qtbot.addWidget(window)
    window.show()
    page: Any = window.page("reception")
    wait(qtbot)  # the backup of the opening, newer than the one asked for
    section: Any = page.shown.tabs.open("manage").sections.open("backups")
    section.table.selectRow(len(section.backups) - 1)
    section.ask_restore()
    section.restoring.field.line.setText(PASSPHRASE)
    qtbot.keyClick(section.restoring.field.line, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.messages()))
    assert "as it was on" in window.messages()[0].text()
    form = page.shown.form
    form.line.setText(PASSPHRASE)
    qtbot.keyClick(form.line, Key.Key_Return)
    qtbot.waitUntil(lambda: context.door.is_open)
    assert count_here(context.door.register) == 1
    window.close()


# -- the log


def say(context: Context, **filters: str) -> list[str]:
    return [line.said for line in list_log(context.door.register, LogFilters(**filters))]


def test_the_log_says_in_words_who_did_what(context: Context) -> None:
    (person_id,) = arrive(context, "Nguyen Van An")
    register = context.door.register
    before = service.open_record(register, person_id)
    needs = {NeedKind.MEDICINE: Need(NeedState.YES)}
    service.change_person(register, before, replace(before.details, room="Gym", needs=needs))
    add_member(register, "佐藤", Role.VIEWER, "another passphrase")
    lines = list_log(register, LogFilters())
    said = "\n".join(f"{line.by} {line.number} {line.said}" for line in lines)
    for expected in (
        "山田 A-1-1 Registered. Name: Nguyen Van An",
        "山田 A-1-1 Read the record",
        "Place in the shelter: Gym",
        "Medicine: Yes",
        "Member of staff added: 佐藤",
    ):
        assert expected in said
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    assert all(lines)
    assert "person_id" not in said


def test_the_log_is_filtered_by_staff_number_and_text(context: Context) -> None:
    member = add_member(context.door.register, "佐藤", Role.RECEPTION, "another passphrase")
    arrive(context, "Nguyen Van An")
    arrive(context, "Tran Thi Binh")
    assert len(say(context, number="a-2-1")) == 1
    assert say(context, number="Z-9-9") == []
    assert say(context, staff_id=member.id) == []
    assert ["Tran" in one for one in say(context, text="TRAN")] == [True]


def test_pages_of_the_log_leave_nothing_out_and_repeat_nothing(context: Context) -> None:
    for number in range(12):
        arrive(context, f"Person {number}", f"Relative {number}")
    whole = list_log(context.door.register, LogFilters())
    read, before = [], None
    while page := list_log(context.door.register, LogFilters(), before=before, limit=7):
        read += page
        before = page[-1].mark
    assert read == whole


def test_the_log_opens_the_record_of_a_line(context: Context, qtbot: QtBot) -> None:
    (person_id,) = arrive(context, "Nguyen Van An")
    page = manage_page(context, qtbot)
    section: Any = page.sections.open("log")
    wait(qtbot)
    section.number.setText("A-1-1")
    qtbot.waitUntil(lambda: section.table.model().rowCount() == 1)
    section.table.setFocus()
    qtbot.keyClick(section.table, Key.Key_Return)
    assert page.desk_note.opened == [person_id]


def test_older_lines_come_below(context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from disaster_support.features.reception.pages.manage import audit

    for number in range(5):
        arrive(context, f"Person {number}")
    monkeypatch.setattr(audit, "PAGE", 3)
    page = manage_page(context, qtbot)
    section: Any = page.sections.open("log")
    wait(qtbot)
    assert section.table.model().rowCount() == 3
    assert section.older.isVisible()
    section.older.click()
    wait(qtbot)
    assert section.table.model().rowCount() == 6
    section.older.click()
    wait(qtbot)
    assert not section.older.isVisible()


# -- shelters


@pytest.fixture
def shelters(context: Context, qtbot: QtBot) -> ShelterSection:
    section = ShelterSection(context)
    qtbot.addWidget(section)
    section.show()
    return section


def test_a_shelter_is_added_and_chosen_for_this_computer(
    shelters: ShelterSection, context: Context, qtbot: QtBot
) -> None:
    heard: list[Change] = []
    context.changes.listen(heard.append)
    shelters.name.line.insert("第二体育館")
    qtbot.keyClick(shelters.name.line, Key.Key_Return)
    assert len(shelters.buttons) == 2
    button = next(one for one in shelters.buttons.values() if one.text() == "第二体育館")
    qtbot.keyClick(button, Key.Key_Space)
    assert current_shelter(context.door.register).name == "第二体育館"
    assert heard == [Change.PEOPLE]
    shelters.name.line.insert("第二体育館")
    qtbot.keyClick(shelters.name.line, Key.Key_Return)
    assert "already" in shelters.name.error()
    assert shelters.name.text() == "第二体育館"


def test_a_list_is_read_shown_and_only_then_taken_over(
    shelters: ShelterSection, context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "指定避難所一覧.csv"
    rows = "施設・場所名,住所,緯度,経度\n北小学校,北町１－２,35.1,139.1\n,無名町,35.1,139.1\n"
    path.write_bytes(rows.encode("cp932"))
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(path)))
    card = shelters.list
    card.choose.click()
    wait(qtbot)
    assert card.read_list is not None
    assert "Not taken over: 1" in card.about.text()
    assert card.table.isVisible()
    assert list_shelters(context.door.register, own=False) == []
    report = tmp_path / "report.csv"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(report)))
    card.save.click()
    assert "無名町" in report.read_text("utf-8-sig")
    card.take.click()
    wait(qtbot)
    assert [one.name for one in list_shelters(context.door.register, own=False)] == ["北小学校"]
    assert "1 shelter was taken over." in card.done.text()
    assert not card.take.isVisible()


def test_a_file_that_is_no_list_is_said(shelters: ShelterSection, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    shelters.list.read(path)
    wait(qtbot)
    assert shelters.list.failure.isVisible()
    assert not shelters.list.take.isVisible()


# -- check and lock


def test_the_check_says_that_all_is_well_or_what_is_not(context: Context, qtbot: QtBot) -> None:
    (person_id,) = arrive(context, "Nguyen Van An")
    make_backup(context.door.register, "asked")
    section = SafetySection(context)
    qtbot.addWidget(section)
    section.show()
    section.check.check()
    wait(qtbot)
    assert [one.meaning for one in section.check.results] == ["success"]
    with context.door.register.writing() as writer:
        writer.derive("UPDATE presence SET state = 'left' WHERE person_id = ?", (person_id,))
    section.check.check()
    wait(qtbot)
    assert [one.meaning for one in section.check.results] == ["warning"]


def test_the_minutes_until_it_locks_are_kept(context: Context, qtbot: QtBot) -> None:
    section = SafetySection(context)
    qtbot.addWidget(section)
    section.show()
    assert section.idle.buttons[10].isChecked()
    qtbot.keyClick(section.idle.buttons[5], Key.Key_Space)
    assert context.settings.current.idle_minutes == 5
