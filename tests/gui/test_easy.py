"""The page of the Easy Japanese helper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout

from disaster_support import i18n
from disaster_support.easy import LONGEST_TEXT
from disaster_support.features.easy.page import EasyPage
from disaster_support.ui.page import PageSpec
from disaster_support.ui.window import MainWindow
from tests.helpers.gui import find_nameless

NOTICE = "毛布を 配布します。\n名前を 書かなければ なりません。"


@pytest.fixture
def page(context, qtbot):
    page = EasyPage(context)
    qtbot.addWidget(page)
    page.resize(1270, 700)
    page.show()
    return page


def write(qtbot, page, text):
    """Put a text there as if it had been typed, and wait until it has been looked at."""
    page.editor.setPlainText(text)
    wait(qtbot, page)


def wait(qtbot, page):
    qtbot.waitUntil(lambda: page._task is None and page.analysis.text == page.editor.toPlainText(), timeout=20_000)


def rows(page):
    return [page.findings.item(place).text().splitlines()[0] for place in range(page.findings.count())]


def choose(page, words):
    page.findings.setCurrentRow(next(place for place, row in enumerate(rows(page)) if words in row))


def test_an_empty_page_says_what_will_stand_there(page):
    assert page.count.text() == "What could be said more easily will stand here."
    assert not page.take.isEnabled()
    assert not page.undo.isEnabled()
    assert not page.copy.isEnabled()


def test_an_example_shows_what_the_page_does(page, qtbot):
    page.example.click()
    wait(qtbot, page)
    assert page.findings.count() > 5
    assert not page.example.isVisible()


def test_what_is_typed_is_looked_at_a_moment_later(page, qtbot):
    page.editor.setFocus()
    page.editor.insertPlainText("本日")
    assert page.findings.count() == 0
    wait(qtbot, page)
    assert rows(page) == ["Hard word: 本日"]
    assert page.count.text() == "1 thing could be said more easily"
    assert "→ 今日" in page.findings.item(0).text()


def test_readings_stand_above_the_text(page, qtbot):
    write(qtbot, page, "避難所は1階です。")
    assert [ruby.reading for ruby in page.readings._ruby] == ["ひなんじょ", "いっかい"]
    assert page.readings.text() == "避難所は1階です。"


def test_a_row_selects_its_place(page, qtbot):
    write(qtbot, page, f"😀{NOTICE}")  # an emoji counts twice in Qt
    choose(page, "配布します")
    assert page.editor.textCursor().selectedText() == "配布します"
    assert page.take.isEnabled()


def test_a_suggestion_is_taken_and_taken_back(page, qtbot):
    write(qtbot, page, f"😀{NOTICE}")
    choose(page, "書かなければ なりません")
    page.take.click()
    wait(qtbot, page)
    assert page.editor.toPlainText() == "😀毛布を 配布します。\n名前を 必ず 書いて ください。"
    page.undo.click()
    wait(qtbot, page)
    assert page.editor.toPlainText() == f"😀{NOTICE}"
    assert any("書かなければ" in row for row in rows(page))


def test_after_a_suggestion_the_next_row_is_chosen(page, qtbot):
    write(qtbot, page, NOTICE)
    choose(page, "配布")
    place = page.findings.currentRow()
    page.take.setFocus()
    QTest.keyClick(page.take, Qt.Key.Key_Space)
    wait(qtbot, page)
    assert page.findings.hasFocus()
    assert page.findings.currentRow() == min(place, page.findings.count() - 1)
    assert page.editor.textCursor().selectedText()
    page.editor.setPlainText("")
    wait(qtbot, page)
    assert page.findings.currentRow() == -1


def test_advice_without_a_text_of_its_own_cannot_be_taken(page, qtbot):
    write(qtbot, page, "荷物が 届けられます。")
    choose(page, "Passive")
    assert not page.take.isEnabled()
    page.take_suggestion()
    assert page.editor.toPlainText() == "荷物が 届けられます。"


def test_a_suggestion_for_a_text_that_has_changed_is_not_taken(page, qtbot):
    write(qtbot, page, NOTICE)
    choose(page, "配布します")
    page.editor.setPlainText("水")
    page.take_suggestion()
    assert page.editor.toPlainText() == "水"


def test_words_are_marked_by_lines_that_differ(page, qtbot):
    write(qtbot, page, "避難所で 印鑑を 受け取る")
    lines = {one.cursor.selectedText(): one.format.underlineStyle() for one in page.editor.extraSelections()}
    assert set(lines) >= {"避難所", "印鑑"}
    assert lines["避難所"] != lines["印鑑"]


def test_copying(page, qtbot):
    write(qtbot, page, "1階に 逃げます。")
    page.copy.click()
    assert QApplication.clipboard().text() == "1階に 逃げます。"
    page.copy_read.click()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "1階（いっかい）に 逃（に）げます。", timeout=10_000)
    assert "pasted" in page.notice.text()


def test_a_text_that_is_too_long_is_said_at_the_field(page, qtbot):
    page.editor.setPlainText("水" * (LONGEST_TEXT + 1))
    qtbot.waitUntil(lambda: page.field.error() != "", timeout=5_000)
    assert str(LONGEST_TEXT) in page.field.error()
    write(qtbot, page, "水")
    assert page.field.error() == ""


def test_what_is_typed_stays_when_the_language_changes(context, qtbot):
    window = MainWindow(context, (PageSpec("easy", lambda: "Easy", "translate", "Ctrl+1", EasyPage),))
    qtbot.addWidget(window)
    window.show()
    page = window.open_page("easy")
    write(qtbot, page, NOTICE)
    i18n.use_language("ja", context.paths.compiled)
    page.retranslate()
    wait(qtbot, page)
    assert page.editor.toPlainText() == NOTICE
    assert page.findings.count() > 0


def test_everything_has_a_name_and_is_reached_by_keys(page, qtbot):
    write(qtbot, page, NOTICE)
    assert find_nameless(page) == []
    page.editor.setFocus()
    QTest.keyClick(page.editor, Qt.Key.Key_Tab)
    assert not page.editor.hasFocus()
    assert "\t" not in page.editor.toPlainText()


def test_a_narrow_page_has_one_column(page):
    page.resize(900, 700)
    assert page._parts.direction() == QBoxLayout.Direction.TopToBottom
    page.resize(1270, 700)
    assert page._parts.direction() == QBoxLayout.Direction.LeftToRight


def test_states_for_pictures(page, qtbot):
    for _name, bring in page.screen_states():
        bring()
        wait(qtbot, page)
    assert page.findings.key() == "2"
    assert page.help_text()
