"""The window around the register: the bar, the lock on the rail, locking by key and by itself, tabs, backups."""

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details
from disaster_support.features.reception.pages import backup_timer, opened
from disaster_support.features.reception.pages.gate import Gate
from disaster_support.features.reception.service import register_household
from disaster_support.pages import PAGES, read_status
from disaster_support.storage.backups import list_backups
from disaster_support.ui import printer
from disaster_support.ui.dialogues import ask_open, ask_save
from disaster_support.ui.hear import hear
from disaster_support.ui.idle import IdleWatch
from disaster_support.ui.page import Page
from disaster_support.ui.tabs import Tabs, TabSpec
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.window import MainWindow
from tests.helpers.gui import find_nameless
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys"]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Room(Page):
    """A tab of a test: one field, and what it heard."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.name, self.heard = name, list[Change]()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        QVBoxLayout(self).addWidget(self.field)
        hear(self, context.changes, self.heard.append)

    def help_text(self) -> str:
        return f"Help of {self.name}."


@pytest.fixture
def window(context: Context, qtbot: QtBot, cheap_keys: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A window whose register is open; its tabs are rooms of this test."""

    def list_tabs(context: Context, _desk: object) -> list[TabSpec]:
        return [
            TabSpec(name, lambda name=name: name.title(), lambda name=name: Room(context, name))
            for name in ("here", "door", "people")
        ]

    monkeypatch.setattr(opened, "list_tabs", list_tabs)
    pages = [spec for spec in PAGES if spec.id in ("settings", "reception")]
    window = MainWindow(context, pages, lambda: read_status(context))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    context.door.admit(context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE).register)
    yield window
    window.close()


def page_of(window: MainWindow) -> Any:
    return window.page("reception")


def tabs_of(window: MainWindow) -> Tabs:
    tabs: Tabs = page_of(window).shown.tabs
    return tabs


def arrive(context: Context, name: str) -> None:
    register_household(context.door.register, [Details(name=name)])
    context.changes.announce(Change.PEOPLE)


# -- bar and rail


def test_the_bar_says_shelter_disaster_staff_and_how_many_are_here(window: MainWindow, context: Context) -> None:
    part = window.bar.register
    assert part.place.text() == "第一体育館 · 訓練の大雨"
    assert part.lock.text() == "山田"
    assert part.people.text() == "0 people here"
    arrive(context, "Nguyen Van An")
    assert part.people.text() == "1 person here"


def test_while_it_is_locked_the_bar_says_nothing_and_the_rail_wears_a_lock(
    window: MainWindow, context: Context
) -> None:
    button = next(one for one in window.rail.buttons if one.spec.id == "reception")
    assert button.accessibleName() == "Reception"
    context.door.lock()
    part = window.bar.register
    assert not any(one.isVisible() for one in (part.place, part.people, part.lock))
    assert (part.place.text(), part.people.text(), part.lock.text()) == ("", "", "")
    assert button.accessibleName() == "Reception, locked"


# -- locking


def test_ctrl_l_locks_and_nothing_of_anybody_stays(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    window.open_page("reception")
    room: Any = tabs_of(window).open("people")
    room.field.setText("Nguyen Van An")
    qtbot.keyClick(window, Key.Key_L, CTRL)
    assert not context.door.is_open
    assert isinstance(page_of(window).shown, Gate)
    qtbot.waitUntil(lambda: not shiboken6.isValid(room))
    assert not [one for one in window.findChildren(QLineEdit) if one.text()]


def test_those_who_type_are_told_before_the_lock_and_not_after_they_are_gone(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    window.open_page("reception")
    room: Any = tabs_of(window).open("door")
    window.lock()
    assert Change.REGISTER_CLOSING in room.heard
    qtbot.waitUntil(lambda: not shiboken6.isValid(room))
    heard = list(room.heard)
    context.changes.announce(Change.PEOPLE)
    assert room.heard == heard


def test_switching_staff_leads_to_the_gate_from_anywhere(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    window.open_page("settings")
    menu = window.bar.register.lock.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert not context.door.is_open
    gate = page_of(window).shown
    assert gate.isVisible()
    qtbot.waitUntil(gate.form.line.hasFocus)


def test_closing_the_window_locks(window: MainWindow, context: Context) -> None:
    window.close()
    assert not context.door.is_open


def test_an_open_register_does_not_move_the_focus_of_another_place(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    settings: Any = window.open_page("settings")
    page_of(window)
    button = settings.tabs.current.language.buttons["en"]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    window.lock()
    assert button.hasFocus()


# -- idle


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def told(context: Context, qtbot: QtBot) -> Any:
    """A watch of ten minutes over a field, its seconds, and what it told."""
    field, seconds, told = QLineEdit(), Seconds(), list[str]()
    qtbot.addWidget(field)
    field.show()

    def note(word: str) -> Any:
        return lambda: told.append(word)

    watch = IdleWatch(field, lambda: 10, note("warning"), note("return"), note("idle"), seconds)
    watch.start()
    yield field, seconds, told, watch
    watch.stop()


def test_after_the_minutes_without_a_key_it_is_idle_with_a_warning_before(told: Any) -> None:
    _field, seconds, said, watch = told
    for second, expected in ((569, []), (570, ["warning"]), (599, ["warning"]), (600, ["warning", "idle"])):
        seconds.now = 1000.0 + second
        watch.look()
        assert said == expected


def test_a_key_or_click_counts_anew_and_takes_the_warning_back(told: Any, qtbot: QtBot) -> None:
    field, seconds, said, watch = told
    seconds.now += 580
    watch.look()
    qtbot.keyClick(field, Key.Key_A)
    assert said == ["warning", "return"]
    seconds.now += 100
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    seconds.now += 569
    watch.look()
    assert said == ["warning", "return"]


def test_a_lid_that_was_shut_counts(told: Any) -> None:
    _field, seconds, said, watch = told
    seconds.now += 8 * 3600
    watch.look()
    assert said == ["idle"]


def test_a_stopped_watch_sees_no_keys(told: Any, qtbot: QtBot) -> None:
    field, seconds, said, watch = told
    seconds.now += 580
    watch.look()
    watch.stop()
    assert said == ["warning", "return"]
    qtbot.keyClick(field, Key.Key_A)
    assert said == ["warning", "return"]


def test_the_window_warns_and_locks(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    window.open_page("reception")
    seconds = Seconds()
    window._idle._read_seconds = seconds
    window._idle.start()
    context.settings.update(idle_minutes=2)
    seconds.now += 100
    window._idle.look()
    assert "half a minute" in window.messages()[0].text()
    qtbot.keyClick(window, Key.Key_Shift)
    assert window.messages() == []
    seconds.now += 120
    window._idle.look()
    assert not context.door.is_open
    assert window.messages() == []


# -- tabs


def test_tabs_are_built_when_they_are_shown_and_reached_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("reception")
    tabs = tabs_of(window)
    room: Any = tabs.current
    qtbot.waitUntil(room.field.hasFocus)
    assert (tabs.current_id, list(tabs._pages)) == ("here", ["here"])
    qtbot.keyClick(room.field, Key.Key_Tab, CTRL)
    assert tabs.current_id == "door"
    second: Any = tabs.current
    qtbot.waitUntil(second.field.hasFocus)
    qtbot.keyClick(second.field, Key.Key_Tab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert tabs.current is room
    tabs.buttons["here"].setFocus()
    qtbot.keyClick(tabs.buttons["here"], Key.Key_Right)
    assert tabs.current_id == "door"
    assert tabs.buttons["door"].hasFocus()
    qtbot.keyClick(tabs.buttons["door"], Key.Key_Left)
    qtbot.keyClick(tabs.buttons["here"], Key.Key_Left)
    assert tabs.current_id == "people"
    qtbot.keyClick(tabs.buttons["people"], Key.Key_Down)
    third: Any = tabs.current
    qtbot.waitUntil(third.field.hasFocus)


def test_help_follows_the_tab(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("reception")
    qtbot.keyClick(window, Key.Key_F1)
    tabs_of(window).open("people")
    assert any(one.text() == "Help of people." for one in window.findChildren(QLabel) if one.isVisible())


def test_one_tab_opens_another(window: MainWindow) -> None:
    window.open_page("reception")
    room: Any = page_of(window).shown.desk.open_tab("people")
    assert room.name == "people"
    assert room.isVisible()


def test_a_tab_that_cannot_be_built_says_so(context: Context, qtbot: QtBot) -> None:
    def build() -> QWidget:
        raise UserError("The file was damaged.")

    tabs = Tabs(lambda: "Parts")
    qtbot.addWidget(tabs)
    tabs.set_tabs([TabSpec("here", lambda: "Here", build)])
    assert any("The file was damaged." in one.text() for one in tabs.findChildren(QLabel))


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    window.open_page("reception")
    assert find_nameless(window) == []


# -- backups


def test_opening_makes_a_backup(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    window.open_page("reception")
    qtbot.waitUntil(lambda: not is_busy())
    assert [one.reason for one in list_backups(context.door.folder)] == ["opening"]
    page_of(window).shown.backups.look()  # nothing has changed
    qtbot.waitUntil(lambda: not is_busy())
    assert len(list_backups(context.door.folder)) == 1


def test_a_backup_that_fails_is_said_with_what_to_do(
    window: MainWindow, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_register: object, _reason: str) -> None:
        raise UserError("The disk is full. Make room on it.")

    monkeypatch.setattr(backup_timer, "make_backup", fail)
    page_of(window).shown.backups.back_up()
    qtbot.waitUntil(lambda: bool(window.messages()))
    assert "The disk is full. Make room on it." in window.messages()[0].text()
    assert context.door.is_open


# -- dialogues


def room_of(window: MainWindow) -> QWidget:
    """Return a page of the open register, on the screen."""
    window.open_page("reception")
    return tabs_of(window).current


@pytest.mark.parametrize("ask", [ask_save, ask_open])
def test_a_question_for_a_file_goes_when_the_register_locks(
    window: MainWindow, context: Context, qtbot: QtBot, ask: Any
) -> None:
    room, used = room_of(window), list[Path]()
    if ask is ask_save:
        ask_save(room, "Save", Path("x.pdf"), "PDF (*.pdf)", used.append)
    else:
        ask_open(room, "Read", "PDF (*.pdf)", used.append)
    assert isinstance(QApplication.activeModalWidget(), QFileDialog)
    context.door.lock()
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: not shiboken6.isValid(room))
    assert used == []


def test_a_file_gets_the_ending_that_was_not_typed(window: MainWindow, tmp_path: Path) -> None:
    used = list[Path]()
    ask_save(room_of(window), "Save", tmp_path / "x.csv", "CSV (*.csv)", used.append)
    dialog: Any = QApplication.activeModalWidget()
    dialog.selectFile(str(tmp_path / "list"))
    dialog.accept()
    assert used == [tmp_path / "list.csv"]


def test_a_menu_goes_when_the_register_locks(window: MainWindow, context: Context) -> None:
    menu = QMenu(room_of(window))
    menu.addAction("田中 太郎")
    menu.popup(window.pos())
    assert QApplication.activePopupWidget() is menu
    context.door.lock()
    assert QApplication.activePopupWidget() is None


def test_the_print_dialogue_goes_when_the_register_locks(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = list[bytes]()
    monkeypatch.setattr(printer, "page_sizes_pt", lambda _pdf: [(595.0, 842.0)])
    monkeypatch.setattr(printer, "paint_pdf", lambda pdf, _printer: printed.append(pdf))
    QTimer.singleShot(0, context.door.lock)
    assert not printer.print_with_dialog(room_of(window), b"", "List")
    assert QApplication.activeModalWidget() is None
    assert printed == []


def test_what_the_system_prints_after_the_lock_is_nothing(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer_after_the_lock(_dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        context.door.lock()
        return QPrintDialog.DialogCode.Accepted

    printed = list[bytes]()
    monkeypatch.setattr(printer, "page_sizes_pt", lambda _pdf: [(595.0, 842.0)])
    monkeypatch.setattr(printer, "paint_pdf", lambda pdf, _printer: printed.append(pdf))
    monkeypatch.setattr(QPrintDialog, "exec", answer_after_the_lock)
    assert not printer.print_with_dialog(room_of(window), b"", "List")
    assert printed == []
