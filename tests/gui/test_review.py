"""Translations: figures for each language, files out, and what comes back taken line by line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from disaster_support.content.model import Review
from disaster_support.context import Context
from disaster_support.features.boards.page import TalkPage
from disaster_support.features.review.marking import mark_differences
from disaster_support.features.review.page import ReviewPage
from disaster_support.settings_place import SettingsPlace
from disaster_support.ui.buttons import Button
from disaster_support.ui.page import Page
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless

Edit = Callable[..., Path]


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> ReviewPage:
    page = ReviewPage(context)
    qtbot.addWidget(page)
    page.resize(1270, 700)
    page.show()
    qtbot.waitUntil(lambda: not is_busy())
    return page


@pytest.fixture
def came_back(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> Edit:
    """Return what writes a file for a reviewer of English, changes it as told, and opens it."""

    def write(*edits: tuple[str, str], name: str = "back.po") -> Path:
        path = tmp_path / name
        page.overview.table.choose("en")
        page.export(path)
        qtbot.waitUntil(lambda: not is_busy())
        text = path.read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        page.open(path)
        qtbot.waitUntil(lambda: not is_busy())
        return path

    return write


def cells(page: ReviewPage, tag: str) -> list[str]:
    table = page.overview.table
    table.choose(tag)
    found = (table.item(table.currentRow(), column) for column in range(table.columnCount()))
    return [item.text() for item in found if item]


def states(page: ReviewPage) -> list[str]:
    table = page.difference.table
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, 1))]


TOILET = ('msgstr "Where is the toilet?"', 'msgstr "Where are the toilets?"')
WAIT = ('#, fuzzy\nmsgctxt "reception.wait"', 'msgctxt "reception.wait"')
SMOKE = ('msgstr "No smoking"', 'msgstr "Да"')


def test_each_language_has_its_figures(page: ReviewPage) -> None:
    assert cells(page, "my") == ["Burmese", "5 / 9", "0", "0", "–"]
    assert cells(page, "ko") == ["Korean", "0 / 9", "0", "0", "–"]
    assert page.overview.table.rowCount() == 8  # Japanese is no translation


def test_a_sheet_and_files_go_out_for_the_chosen_language_and_part(
    page: ReviewPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.overview.table.choose("my")
    page.overview.out.situation.choose("facilities")
    page.overview.out.kind.choose("sign")
    for name in ("a.po", "a.xlf", "a.pdf"):
        page.export(tmp_path / name)
        qtbot.waitUntil(lambda: not is_busy())
        assert str(tmp_path / name) in page.notice.text()
        assert "2 texts" in page.notice.text()
    text = (tmp_path / "a.po").read_text(encoding="utf-8")
    assert "အိမ်သာ" in text
    assert "reception.name" not in text
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_stopped_writes_nothing(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.export(tmp_path / "a.pdf")
    page.progress.findChild(Button).click()
    qtbot.waitUntil(lambda: not is_busy())
    assert not (tmp_path / "a.pdf").exists()
    assert not page.notice.text()


def test_nothing_to_review_is_said(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.overview.out.kind.choose("alert")
    page.export(tmp_path / "a.po")
    qtbot.waitUntil(lambda: not is_busy())
    assert "nothing to review" in page.notice.text()
    assert not (tmp_path / "a.po").exists()


def test_what_is_ticked_is_taken_and_shown_at_once(
    page: ReviewPage, came_back: Edit, context: Context, qtbot: QtBot
) -> None:
    came_back(TOILET, WAIT)
    assert states(page) == ["Approved", "Changed"]
    assert page.difference.counts.text() == "Changed: 1 · approved as they are: 1 · refused: 0 · the same: 7"
    page.difference.accept.click()
    assert "Tick the texts" in page.notice.text()
    table = page.difference.table
    assert page.focus_target() is table
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(table, key)
    assert page.difference.accept.text() == "Take 2 texts"
    qtbot.keyClick(table, Qt.Key.Key_Return)  # and the tick away again
    assert table.ticks() == ["reception.wait"]
    control = page.difference.reviewer.control
    assert isinstance(control, QLineEdit)
    control.setText("Ann Lee")
    page.difference.accept.click()
    qtbot.waitUntil(lambda: not is_busy())
    assert "1 text was taken over" in page.notice.text()
    phrase = context.catalogue.text("reception.wait", "en")
    assert phrase is not None
    assert (phrase.review, phrase.reviewer, phrase.reviewed_on) == (Review.REVIEWED, "Ann Lee", "2026-11-23")
    other = context.catalogue.text("facilities.where-toilet", "en")
    assert other is not None
    assert other.text == "Where is the toilet?"
    assert page.overview.table.tag() == "en"
    assert cells(page, "en")[1:4] == ["9 / 9", "1", "1"]
    assert "1 text in this language is corrected here" in page.overview.own.text()


def test_an_open_board_says_what_was_taken(page: ReviewPage, came_back: Edit, context: Context, qtbot: QtBot) -> None:
    talk = TalkPage(context)
    qtbot.addWidget(talk)
    talk.open_boards(("en",))
    assert talk.boards is not None
    talk.boards.open_board("reception")
    came_back(WAIT)
    page.difference.table.tick_all(on=True)
    control = page.difference.reviewer.control
    assert isinstance(control, QLineEdit)
    control.setText("Ann Lee")
    page.difference.accept.click()
    qtbot.waitUntil(lambda: not is_busy())
    tile = next(tile for tile in talk.boards.tiles if tile.entry == "reception.wait")
    assert tile.phrases["en"].reviewer == "Ann Lee"
    assert not tile.unreviewed


def test_the_chosen_language_stays_in_sight(page: ReviewPage, qtbot: QtBot) -> None:
    table = page.overview.table
    table.setCurrentCell(table.rowCount() - 1, 0)
    page.notice.say("success", lambda: "Saved.")
    page.resize(1270, 460)
    QApplication.processEvents()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_without_a_reviewer_nothing_is_taken(page: ReviewPage, came_back: Edit, context: Context) -> None:
    came_back(TOILET)
    page.difference.table.tick_all(on=True)
    page.difference.accept.click()
    assert not is_busy()
    assert "Name the reviewer" in page.difference.reviewer.error()
    assert not context.paths.overlay.exists()


def test_what_is_refused_says_why_and_cannot_be_ticked(page: ReviewPage, came_back: Edit) -> None:
    came_back(SMOKE, ('msgid "トイレ"', 'msgid "お手洗い"'))
    assert states(page) == ["Refused", "Refused"]
    detail, table = page.difference.detail, page.difference.table
    assert "For another version: the Japanese was “お手洗い” then." in detail.refusal.text()
    table.setCurrentCell(1, 2)
    assert "Letters of another script" in detail.refusal.text()
    table.tick_all(on=True)
    table.toggle(1)
    assert table.ticks() == []
    assert not page.difference.accept.isVisible()
    page.difference.left.emit()
    assert page.focus_target() is page.overview.table


def test_words_that_differ_are_marked(page: ReviewPage, came_back: Edit) -> None:
    came_back(('msgstr "Where is the toilet?"', 'msgstr "Where is <b> the loo?"'))
    detail = page.difference.detail
    assert "underline" in detail.new.text()
    assert "&lt;b&gt; " in detail.new.text()
    assert detail.new.accessibleName() == "Where is <b> the loo?"
    assert detail.old.text().count("<span") == 1


def test_pieces_make_up_the_texts_and_words_end_where_lines_may(context: Context) -> None:
    for tag, old, new in (
        ("en", "Please wait here.", "Please stay here."),
        ("my", "ဒီမှာ စောင့်ပေးပါ။", "ဒီမှာ ထိုင်ပေးပါ။"),
        ("ar", "يرجى الانتظار هنا.", "انتظر هنا."),
    ):
        left, right = mark_differences(old, new, context.catalogue.languages[tag])
        assert ("".join(piece for piece, _ in left), "".join(piece for piece, _ in right)) == (old, new)
        assert {differs for _, differs in left} == {True, False}
    same, _again = mark_differences("a b", "a b", context.catalogue.languages["en"])
    assert same == (("a b", False),)


def test_a_file_with_nothing_new_says_so(page: ReviewPage, came_back: Edit) -> None:
    came_back(name="back.xlf")
    assert page.difference.nothing.isVisible()
    assert not page.difference.accept.isVisible()


def test_a_file_of_another_edition_says_so(page: ReviewPage, came_back: Edit) -> None:
    came_back(TOILET, ("disaster-support-library 0.1.0", "disaster-support-library 0.0.9"))
    assert "another edition of the library" in page.difference.notice.text()


def test_a_file_that_is_none_is_said_in_one_sentence(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "none.xlf"
    path.write_text("<html/>")
    page.open(path)
    qtbot.waitUntil(lambda: not is_busy())
    assert page.notice.text() == "Error: This is no XLIFF file."


def test_corrections_go_to_the_programs_makers(page: ReviewPage, came_back: Edit, qtbot: QtBot, tmp_path: Path) -> None:
    assert not page.overview.own.send.isVisible()
    came_back(TOILET)
    page.difference.table.tick_all(on=True)
    control = page.difference.reviewer.control
    assert isinstance(control, QLineEdit)
    control.setText("Ann Lee")
    page.take()
    qtbot.waitUntil(lambda: not is_busy())
    assert page.overview.own.send.isVisible()
    page.send(tmp_path / "own.po")
    qtbot.waitUntil(lambda: not is_busy())
    text = (tmp_path / "own.po").read_text(encoding="utf-8")
    assert text.count("msgctxt") == 1
    assert "Where are the toilets?" in text


def test_all_of_it_follows_language_and_look(page: ReviewPage, came_back: Edit, context: Context, qtbot: QtBot) -> None:
    came_back(TOILET)
    page.difference.table.toggle(0)
    for width in (700, 1300):
        page.resize(width, 700)
        page.retranslate()
        page.restyle()
    assert page.difference.table.ticks() == ["facilities.where-toilet"]
    assert find_nameless(page) == []
    page.leave()
    assert find_nameless(page) == []


def test_settings_lead_here(context: Context, qtbot: QtBot) -> None:
    place = SettingsPlace(context)
    qtbot.addWidget(place)
    place.show()
    assert list(place.tabs.buttons) == ["program", "translations"]
    page = place.tabs.open("translations")
    qtbot.waitUntil(lambda: not is_busy())
    assert isinstance(page, ReviewPage)
    assert "braces" in place.help_text()
    assert isinstance(place.focus_target(), Page)
