"""The settings page: choices take effect at once, states are told honestly, licences can be read."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.settings.licences import Part, list_parts, read_texts
from disaster_support.features.settings.page import SettingsPage
from disaster_support.ui.page import focus_first
from tests.helpers.gui import find_nameless


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def test_choices_are_kept_and_announced(page: SettingsPage, context: Context) -> None:
    told: list[Change] = []
    context.changes.listen(told.append)
    page.theme.buttons["dark"].click()
    page.text_scale.buttons["1.25"].click()
    page.language.buttons["ja"].click()
    kept = context.settings.current
    assert (kept.theme, kept.text_scale, kept.interface_language) == ("dark", 1.25, "ja")
    assert told == [Change.APPEARANCE, Change.APPEARANCE, Change.INTERFACE_LANGUAGE]


def test_the_focus_comes_to_what_is_chosen(page: SettingsPage, context: Context) -> None:
    chosen = page.language.buttons["en"]
    assert chosen.isChecked()
    if focused := QApplication.focusWidget():
        focused.clearFocus()
    focus_first(page)
    assert chosen.hasFocus()


def test_folders_are_named(page: SettingsPage, context: Context) -> None:
    texts = {label.text() for label in page.findChildren(QLabel)}
    assert str(context.paths.settings) in texts
    assert str(context.paths.logs) in texts


def test_every_library_has_a_version_and_a_licence(tmp_path: Path) -> None:
    for part in list_parts(tmp_path)[3:]:
        assert part.version, part.name
        assert part.licence, part.name


def test_the_licence_of_the_program_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("MIT License, all of it", encoding="utf-8")
    assert read_texts(list_parts(tmp_path)[0]) == "MIT License, all of it"


def test_the_fonts_licence_is_readable(tmp_path: Path) -> None:
    assert "SIL OPEN FONT LICENSE" in read_texts(list_parts(tmp_path)[1]).upper()


def test_a_missing_licence_text_is_admitted(tmp_path: Path) -> None:
    gone = Part("thing", "1.0", "MIT", (tmp_path / "nothing",))
    assert "not part of this installation" in read_texts(gone)


def test_choosing_a_part_shows_its_licence(page: SettingsPage) -> None:
    page.licences.chooser.setCurrentIndex(1)
    assert "Font" in page.licences.text.toPlainText()


def test_everything_has_a_name(page: SettingsPage) -> None:
    assert find_nameless(page) == []
