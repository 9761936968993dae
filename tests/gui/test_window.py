"""The window: places, keys, languages, messages, help."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disaster_support import i18n
from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.i18n import gettext as _
from disaster_support.ui import window as window_module
from disaster_support.ui.buttons import Button
from disaster_support.ui.page import Page, PageSpec, focus_first
from disaster_support.ui.say import say
from disaster_support.ui.tasks import run_in_background
from disaster_support.ui.theme import current_theme
from disaster_support.ui.window import MainWindow
from tests.helpers.gui import find_nameless, walk_accessible


class Room(Page):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.label, self.field = QLabel(), QLineEdit()
        say(self, self.label.setText, lambda: _("Room"))
        say(self.field, self.field.setAccessibleName, lambda: _("Room"))
        self.button = Button(lambda: _("Print"), kind="filled")
        for widget in (self.label, self.field, self.button):
            column.addWidget(widget)
        self.columns: list[bool] = []

    def help_text(self) -> str:
        return _("Write the room.")

    def arrange(self, one_column: bool) -> None:
        self.columns.append(one_column)


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def window(context: Context, qtbot: QtBot, built: list[str]) -> MainWindow:
    def build(name: str) -> Callable[[Context], QWidget]:
        def build_page(_context: Context) -> QWidget:
            built.append(name)
            return Room()

        return build_page

    pages = (
        PageSpec("talk", lambda: _("Talk"), "forum", "Ctrl+1", build("talk")),
        PageSpec("signs", lambda: _("Signs"), "sign-direction", "Ctrl+2", build("signs")),
    )
    window = MainWindow(context, pages)
    qtbot.addWidget(window)
    window.show()
    return window


def speak_backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a switch to Japanese turn every message round, as a catalogue that has all of them would."""

    class Backwards:
        def gettext(self, message: str) -> str:
            return message if "{" in message else message[::-1]

    def use_language(tag: str, _compiled: object) -> None:
        monkeypatch.setattr(i18n, "_language", tag)
        monkeypatch.setattr(i18n, "_current", Backwards())

    monkeypatch.setattr(window_module, "use_language", use_language)


def visible_texts(widget: QWidget) -> set[str]:
    labels = {one.text() for one in widget.findChildren(QLabel) if one.isVisible()}
    buttons = {one.text() for one in widget.findChildren(QPushButton) if one.isVisible() and one.text()}
    return {text for text in labels | buttons if text} - {"日本語", "English"}


def test_a_page_is_built_when_it_is_first_shown(window: MainWindow, built: list[str], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: built == ["talk"])
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert built == ["talk", "signs"]
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert built == ["talk", "signs"]
    assert window.rail.buttons[0].isChecked()


def test_the_rail_leads_to_a_page_and_the_focus_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.mouseClick(window.rail.buttons[1], Qt.MouseButton.LeftButton)
    page: Any = window.page("signs")
    assert page.isVisible()
    qtbot.waitUntil(page.field.hasFocus)


def test_a_list_that_is_a_page_takes_the_focus_itself(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.show()
    rows.activateWindow()
    focus_first(rows)
    qtbot.waitUntil(rows.hasFocus)


def test_every_word_follows_the_language_and_what_was_typed_stays(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, context: Context
) -> None:
    speak_backwards(monkeypatch)
    page: Any = window.open_page("talk")
    page.field.setText("体育館")
    window.show_message("warning", lambda: _("The file was damaged."))
    window.toggle_help()
    before = visible_texts(window)
    window.bar.buttons["ja"].click()
    qtbot.waitUntil(lambda: page.label.text() == "mooR")
    assert visible_texts(window).isdisjoint(before)
    assert window.rail.buttons[0].text() == "klaT"
    assert window.windowTitle() == "troppuS retsasiD"
    assert page.field.text() == "体育館"
    assert page.field.accessibleName() == "mooR"
    assert context.settings.current.interface_language == "ja"


def test_a_message_stays_until_it_is_dismissed(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.show_message("error", lambda: "The disk is full.")
    assert window.show_message("error", lambda: "The disk is full.") is panel
    assert panel.text() == "Error: The disk is full."
    qtbot.mouseClick(panel.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert window.messages() == []


def test_help_shows_the_text_of_the_page_and_closes_with_escape(window: MainWindow, qtbot: QtBot) -> None:
    page: Any = window.open_page("talk")
    page.field.setText("2F")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert "Write the room." in visible_texts(window)
    qtbot.keyClick(window._help, Qt.Key.Key_Escape)
    assert "Write the room." not in visible_texts(window)
    assert page.field.text() == "2F"


def test_help_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    page: Any = window.open_page("talk")
    page.button.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window._help, Qt.Key.Key_Escape)
    assert page.button.hasFocus()


def test_the_focus_skips_what_is_hidden(window: MainWindow, qtbot: QtBot) -> None:
    page: Any = window.open_page("talk")
    window.open_page("signs")
    page.field.hide()
    window.open_page("talk")
    assert page.button.hasFocus()


def test_a_page_that_cannot_be_built_says_so_and_the_window_lives(context: Context, qtbot: QtBot) -> None:
    def build(_context: Context) -> QWidget:
        raise RuntimeError("secret name")

    window = MainWindow(context, [PageSpec("talk", lambda: "Talk", "forum", "Ctrl+1", build)])
    qtbot.addWidget(window)
    window.show()
    page = window.page("talk")
    assert any("The program made a mistake" in text for text in (one.text() for one in page.findChildren(QLabel)))


def test_appearance_follows_the_settings(window: MainWindow, context: Context) -> None:
    context.settings.update(theme="contrast", text_scale=1.5)
    context.changes.announce(Change.APPEARANCE)
    assert (current_theme().name, current_theme().scale) == ("contrast", 1.5)
    assert window.rail.width() == 144


def test_narrow_windows_have_one_column(window: MainWindow, qtbot: QtBot) -> None:
    page: Any = window.open_page("talk")
    qtbot.waitUntil(lambda: page.columns == [False])
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: page.columns == [False, True])


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_rail_is_at_the_start_side(window: MainWindow, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    window.setLayoutDirection(direction)
    left = direction == Qt.LayoutDirection.LeftToRight
    qtbot.waitUntil(lambda: (window.rail.x() == 0) is left)


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    window.open_page("talk")
    window.show_message("warning", lambda: "The file was damaged.")
    window.toggle_help()
    assert len(list(walk_accessible(window))) > 10
    assert find_nameless(window) == []


def test_an_error_in_the_background_is_shown_in_the_strip(window: MainWindow, qtbot: QtBot) -> None:
    page = window.open_page("talk")
    run_in_background(page, lambda _progress: 1 // 0)
    qtbot.waitUntil(lambda: bool(window.messages()))
    assert "The program made a mistake" in window.messages()[0].text()


def test_the_window_fits_a_small_screen_at_the_largest_text(window: MainWindow, context: Context) -> None:
    context.settings.update(text_scale=1.5)
    context.changes.announce(Change.APPEARANCE)
    window.open_page("talk")
    hint = window.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 768
