"""The place "Signs" of the window: its tabs, and what other places ask of it."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from disaster_support.features.signs.page import SignsPage
from disaster_support.pages import PAGES
from disaster_support.ui.window import MainWindow


@pytest.fixture
def window(context, qtbot):
    window = MainWindow(context, [spec for spec in PAGES if spec.id in ("talk", "signs")])
    qtbot.addWidget(window)
    window.show()
    return window


def test_signs_are_shown_first_and_reached_from_other_places(window, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(SignsPage, "_send_to_printer", lambda page, made: printed.append(page.options.options()))
    place = window.open_page("signs")
    assert isinstance(place.tabs.current, SignsPage)
    place.print_in(("en", "my"))
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    assert printed[0].languages == ("en", "my")


def test_help_and_pictures_are_those_of_the_tabs(window):
    place = window.open_page("signs")
    assert place.help_text() == place.tabs.current.help_text() != ""
    names = [name for name, _bring in place.screen_states()]
    assert names[0] == "signs"
    assert "signs picker" in names


def test_keys_reach_the_tab_that_is_seen_alone(window, qtbot):
    pressed = []
    tabs = window.open_page("signs").tabs
    for shortcut in tabs.page("signs").findChildren(QShortcut) + tabs.page("notices").findChildren(QShortcut):
        shortcut.activated.disconnect()
        shortcut.activated.connect(lambda one=shortcut: pressed.append((one.parent(), one.key().toString())))
    for tab in ("signs", "notices", "easy"):
        page = tabs.open(tab)
        pressed.clear()
        for key in (Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_S):
            QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert pressed == ([] if tab == "easy" else [(page, "Ctrl+F"), (page, "Ctrl+P"), (page, "Ctrl+S")])


def test_the_list_of_places_loads_none_of_them():
    code = (
        "import sys, disaster_support.pages;"
        "print([name for name in sys.modules if name.startswith('disaster_support.features') or name.endswith('tabs')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
