"""The gate: making a register, opening it, losing the passphrase. By keys, as at night."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.features.reception.pages.create import CreateForm
from disaster_support.features.reception.pages.gate import Gate, UnlockForm
from disaster_support.features.reception.pages.opened import OpenRegister
from disaster_support.features.reception.pages.recover import RecoverForm
from disaster_support.features.reception.pages.recovery_key import RecoveryKeyPage
from disaster_support.features.reception.pages.unconfirmed_key import UnconfirmedKeyPage
from disaster_support.pages import PAGES
from disaster_support.storage.keys import make_recovery_key
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.window import MainWindow
from tests.helpers.gui import find_nameless
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys"]

Key = Qt.Key


@pytest.fixture
def window(context: Context, qtbot: QtBot, cheap_keys: None) -> Any:
    window = MainWindow(context, [spec for spec in PAGES if spec.id in ("reception", "settings")])
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def recovery_key(context: Context, cheap_keys: None) -> str:
    """The key of a register that is there, and locked."""
    created = context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE)
    created.register.close()
    return created.recovery_key


def page_of(window: MainWindow) -> Any:
    return window.page("reception")


def type_in(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    qtbot.waitUntil(line.hasFocus)
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:  # what an input method hands over
        line.insert(text)


def unlock(window: MainWindow, qtbot: QtBot, passphrase: str) -> None:
    form = page_of(window).shown.form
    assert isinstance(form, UnlockForm)
    type_in(qtbot, form.line, passphrase)
    qtbot.keyClick(form.line, Key.Key_Return)
    qtbot.waitUntil(lambda: not is_busy())


def test_the_passphrase_and_enter_open_the_register(recovery_key: str, window: MainWindow, qtbot: QtBot) -> None:
    unlock(window, qtbot, PASSPHRASE)
    shown = page_of(window).shown
    assert isinstance(shown, OpenRegister)
    qtbot.waitUntil(lambda: window.focusWidget() is not None and shown.isAncestorOf(window.focusWidget()))


def test_a_wrong_passphrase_is_said_under_the_field_which_keeps_it(
    recovery_key: str, window: MainWindow, qtbot: QtBot
) -> None:
    unlock(window, qtbot, "not this one")
    form = page_of(window).shown.form
    assert form.field.error() == "This passphrase does not open the register."
    assert form.line.text() == "not this one"
    assert form.line.hasFocus()
    qtbot.keyClicks(form.line, PASSPHRASE)  # what was typed is chosen: typing replaces it
    qtbot.keyClick(form.line, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page_of(window).shown, OpenRegister))


def test_enter_twice_tries_once(recovery_key: str, window: MainWindow, qtbot: QtBot) -> None:
    form = page_of(window).shown.form
    type_in(qtbot, form.line, "wrong")
    for _press in range(5):
        qtbot.keyClick(form.line, Key.Key_Return)
    qtbot.waitUntil(lambda: not is_busy())
    assert "Wait" not in form.field.error()  # five failures would ask for a pause


def test_nothing_typed_is_no_attempt(recovery_key: str, window: MainWindow, qtbot: QtBot) -> None:
    form = page_of(window).shown.form
    qtbot.waitUntil(form.line.hasFocus)
    qtbot.keyClick(form.line, Key.Key_Return)
    assert form.field.error() == "Type your passphrase."
    assert not is_busy()


def test_what_is_typed_is_hidden_until_asked_for(recovery_key: str, window: MainWindow, qtbot: QtBot) -> None:
    line = page_of(window).shown.form.line
    type_in(qtbot, line, "abc")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(line, Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Key.Key_Space)
    assert line.echoMode() == QLineEdit.EchoMode.Normal


def test_a_register_is_made_and_its_key_shown_once(window: MainWindow, qtbot: QtBot, context: Context) -> None:
    form = page_of(window).shown.form
    assert isinstance(form, CreateForm)
    for line, text in (
        (form.disaster.line, "訓練の大雨"),
        (form.shelter.line, "第一体育館"),
        (form.staff.line, "山田"),
        (form.passphrase.first, PASSPHRASE),
        (form.passphrase.second, PASSPHRASE),
    ):
        type_in(qtbot, line, text)
        qtbot.keyClick(line, Key.Key_Return if line is form.passphrase.second else Key.Key_Tab)
    qtbot.waitUntil(lambda: not is_busy())
    shown = page_of(window).shown
    assert isinstance(shown, RecoveryKeyPage)
    key = shown.card.key
    qtbot.waitUntil(lambda: window.focusWidget() is not None and shown.isAncestorOf(window.focusWidget()))
    shown.card.kept.setFocus()
    qtbot.keyClick(shown.card.kept, Key.Key_Space)
    assert isinstance(page_of(window).shown, OpenRegister)
    context.door.lock()
    opened = context.door.recover(key, "山田", "another passphrase").register
    assert opened.staff.name == "山田"
    opened.close()


def test_a_key_that_a_lock_took_from_the_screen_is_made_again_with_one_click(
    window: MainWindow, qtbot: QtBot, context: Context
) -> None:
    created = context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE)
    page_of(window)._enter(created.register, created.recovery_key)
    assert isinstance(page_of(window).shown, RecoveryKeyPage)
    window.lock()  # as after minutes without a key
    unlock(window, qtbot, PASSPHRASE)
    asked = page_of(window).shown
    assert isinstance(asked, UnconfirmedKeyPage)
    asked.renew.click()
    qtbot.waitUntil(lambda: isinstance(page_of(window).shown, RecoveryKeyPage))
    key = page_of(window).shown.card.key
    assert key != created.recovery_key
    page_of(window).shown.card.kept.click()
    assert isinstance(page_of(window).shown, OpenRegister)
    window.lock()
    unlock(window, qtbot, PASSPHRASE)
    assert isinstance(page_of(window).shown, OpenRegister)
    window.lock()
    context.door.recover(key, "山田", "another passphrase").register.close()


def test_the_sheet_of_the_key_is_saved_and_opened(
    window: MainWindow, qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    created = context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE)
    page_of(window)._enter(created.register, created.recovery_key)
    card, asked = page_of(window).shown.card, list[str]()
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(tmp_path / "key.pdf")))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(url.fileName())))
    next(one for one in card.findChildren(QPushButton) if one.text() == "Save as PDF").click()
    qtbot.waitUntil(lambda: "key.pdf" in card.notice.text(), timeout=20_000)
    next(one for one in card.notice.findChildren(QPushButton) if one.text() == "Open").click()
    assert asked == ["key.pdf"]
    assert "look for it in the file manager" in window.messages()[-1].text()  # here the system could not


def test_a_key_that_is_on_paper_after_all_stays_as_it_is(window: MainWindow, qtbot: QtBot, context: Context) -> None:
    created = context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE)
    page_of(window)._enter(created.register, created.recovery_key)
    window.lock()
    unlock(window, qtbot, PASSPHRASE)
    page_of(window).shown.kept.click()
    assert isinstance(page_of(window).shown, OpenRegister)
    window.lock()
    context.door.recover(created.recovery_key, "山田", "another passphrase").register.close()


def test_what_is_missing_is_said_under_its_field_and_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    form = page_of(window).shown.form
    type_in(qtbot, form.disaster.line, "訓練の大雨")
    form.passphrase.second.setFocus()
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    assert form.disaster.error() == ""
    assert form.shelter.error() == "Give the shelter a name."
    assert form.staff.error() == "Give your name."
    assert form.disaster.text() == "訓練の大雨"
    assert form.shelter.line.hasFocus()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("abc", "abc", "too short"), (PASSPHRASE, "another one", "differ")],
)
def test_a_passphrase_that_will_not_do_is_said(
    window: MainWindow, qtbot: QtBot, first: str, second: str, said: str
) -> None:
    form = page_of(window).shown.form
    for field in (form.disaster, form.shelter, form.staff):
        field.line.setText("x")
    form.passphrase.first.setText(first)
    form.passphrase.second.setText(second)
    form.passphrase.second.setFocus()
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    assert said in form.passphrase.first_field.error() + form.passphrase.second_field.error()
    assert form.passphrase.first.text() == first
    assert not is_busy()


def test_the_register_can_lie_in_another_folder(
    window: MainWindow, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "usb"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_all: str(other))
    gate = page_of(window).shown
    gate.form.disaster.line.setText("訓練の大雨")
    gate.choose_folder()
    assert context.door.folder == other
    assert gate.form.disaster.text() == "訓練の大雨"
    context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE).register.close()
    gate.choose_folder()
    assert isinstance(gate.form, UnlockForm)


def test_the_recovery_key_opens_and_a_new_one_is_shown(
    recovery_key: str, window: MainWindow, qtbot: QtBot, context: Context
) -> None:
    gate = page_of(window).shown
    gate.show_recover()
    form = gate.form
    assert isinstance(form, RecoverForm)
    type_in(qtbot, form.key.line, make_recovery_key())
    form.staff.line.setText("佐藤")
    form.passphrase.first.setText("another passphrase")
    form.passphrase.second.setText("another passphrase")
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.key.error()))
    assert form.staff.text() == "佐藤"
    form.key.line.setText(recovery_key.lower().replace("-", " "))
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page_of(window).shown, RecoveryKeyPage))
    assert page_of(window).shown.card.key != recovery_key
    assert context.door.register.staff.name == "佐藤"


@pytest.mark.parametrize("show", ["show_create", "show_recover", "show_unlock"])
def test_everything_that_takes_the_focus_has_a_name(window: MainWindow, show: str) -> None:
    gate = page_of(window).shown
    assert isinstance(gate, Gate)
    getattr(gate, show)()
    assert find_nameless(window) == []
    assert gate.help_text()
