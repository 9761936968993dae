"""The Talk room, used with mouse and keys."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow

from disaster_support.content.model import SOURCE_LANGUAGE, Review
from disaster_support.errors import UserError
from disaster_support.features.boards.page import TalkPage
from disaster_support.ui.fonts import fonts_are_coming
from disaster_support.ui.theme import BOARD_TARGET
from tests.helpers.gui import find_nameless

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def talk(context, qtbot):
    window = QMainWindow()
    window.resize(1280, 720)
    page = TalkPage(context)
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not fonts_are_coming(), timeout=60_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.keep_alive = window
    return page


@pytest.fixture
def board(talk):
    talk.open_boards(("my",))
    return talk.boards


@pytest.fixture
def question(talk, board):
    talk.open_tile(next(place for place, tile in enumerate(board.tiles) if tile.answers))
    return talk.stage


def language(talk, tag):
    return next(card for card in talk.languages.grid.cards if card.tile.language.tag == tag)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def entries(cards):
    return [card.tile.entry for card in cards]


def test_the_languages_come_first_each_in_its_own_script(talk):
    assert talk.boards is None
    names = {card.tile.language.tag: card.accessibleName() for card in talk.languages.grid.cards}
    assert len(names) == 9
    assert "မြန်မာ" in names["my"]
    assert "ミャンマー語" in names["my"]


def test_a_language_is_chosen_with_the_mouse(talk, qtbot):
    qtbot.mouseClick(language(talk, "my"), LEFT)
    assert talk.boards.isVisible()
    assert entries(talk.boards.grid.cards)[0] == "reception.name"
    assert "နာမည်" in talk.boards.grid.cards[0].accessibleName()
    qtbot.waitUntil(lambda: talk.service.chosen_languages() == ("my",))
    talk.show_language_board()
    assert talk.languages.grid.cards[0].tile.language.tag == "my"


def test_everything_is_done_with_keys_alone(talk, qtbot):
    qtbot.keyClick(talk, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert talk.languages.search.hasFocus()
    qtbot.keyClicks(talk.languages.search, "burmese")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert talk.boards.isVisible()
    press(qtbot, Qt.Key.Key_End)
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Return)
    assert talk.stage.isVisible()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Space)
    assert talk.stage.face.chosen == ("reception.no",)
    press(qtbot, Qt.Key.Key_Escape)
    assert not talk.stage.isVisible()
    assert talk.boards.grid.cards[0].hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert talk.languages.isVisible()
    assert len(talk.languages.grid.cards) == 9  # the next person may speak another language
    assert QApplication.focusWidget() in talk.languages.grid.cards


def test_a_tile_fills_the_window_and_takes_an_answer(talk, board, qtbot):
    qtbot.mouseClick(board.grid.cards[0], LEFT)
    stage = talk.stage
    assert stage.geometry() == talk.window().rect()
    yes = stage.face.answers[0]
    qtbot.mouseClick(yes, LEFT)
    assert yes.isChecked()
    assert stage.answer.phrase.text() == "はい"
    qtbot.mouseClick(stage.face.answers[1], LEFT)
    assert [card.isChecked() for card in stage.face.answers] == [False, True]
    assert stage.answer.phrase.text() == "いいえ"


def test_the_full_screen_follows_the_window(talk, question, qtbot):
    talk.window().resize(1000, 700)
    qtbot.waitUntil(lambda: question.geometry() == talk.window().rect())


def test_turning_round_turns_text_and_answers_but_not_the_japanese(question, qtbot):
    face, before = question.face, question.face.answers[0].geometry()
    japanese = question.japanese.geometry()
    qtbot.keyClick(face, Qt.Key.Key_T)
    after = face.answers[0].geometry()
    assert face.turned
    assert face.answers[0].turned
    assert (after.right(), after.bottom()) == (face.width() - 1 - before.left(), face.height() - 1 - before.top())
    assert question.japanese.geometry() == japanese
    qtbot.keyClick(face, Qt.Key.Key_T)
    assert face.answers[0].geometry() == before


def test_arrow_keys_show_the_tiles_beside(talk, board, qtbot):
    talk.open_tile(0)
    press(qtbot, Qt.Key.Key_Right)
    assert talk.stage.tile.entry == board.tiles[1].entry
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Left)
    assert talk.stage.place == 0
    talk.stage.step(1)
    talk.stage.close_stage()
    assert board.grid.cards[1].hasFocus()


def test_the_focus_stays_on_the_full_screen(question, qtbot):
    seen = set()
    for _ in range(12):
        press(qtbot, Qt.Key.Key_Tab)
        assert question.isAncestorOf(QApplication.focusWidget())
        seen.add(QApplication.focusWidget())
    assert set(question.face.answers) <= seen
    assert question.bar.turn in seen


def test_a_language_without_a_voice_is_said_in_words(talk, question, qtbot, monkeypatch):
    voices = question.bar.voices
    monkeypatch.setattr(voices.speech, "can_speak", lambda _language: False)
    question.step(0)
    qtbot.waitUntil(voices.silent.isVisible)
    assert voices.silent.text() == "No voice: Burmese"
    qtbot.keyClick(question.face, Qt.Key.Key_S)
    assert "no voice" in question.note.text()
    assert question.note.isVisible()


def test_languages_with_a_voice_speak(question, qtbot, monkeypatch):
    said = []
    voices = question.bar.voices
    monkeypatch.setattr(voices.speech, "can_speak", lambda _language: True)
    monkeypatch.setattr(voices.speech, "speak", lambda phrase, language: said.append((language.tag, phrase.text)))
    question.step(0)
    qtbot.waitUntil(lambda: voices.speaking[0].isVisible() and not voices.silent.isVisible())
    qtbot.mouseClick(voices.speaking[0], LEFT)
    assert said == [("my", question.tile.phrases["my"].text)]


@pytest.mark.parametrize("text", ["toire", "といれ", "トイレ", "toilet", "အိမ်သာ"])
def test_tiles_are_found_as_one_types(board, text):
    board.search.setText(text)
    assert entries(board.grid.cards)[0] == "facilities.where-toilet"
    board.search.clear()
    assert entries(board.grid.cards)[0] == "reception.name"


def test_nothing_found_says_so(board):
    board.search.setText("zzzz")
    assert not board.grid.isVisible()
    assert board._nothing.isVisible()


def test_a_language_with_its_name_only_says_so_and_offers_another(talk, qtbot):
    qtbot.mouseClick(language(talk, "ko"), LEFT)
    assert talk.boards is None
    assert "Korean" in talk.languages.missing._label.text()
    qtbot.mouseClick(talk.languages.missing.english, LEFT)
    assert talk.boards.languages == ("en",)
    qtbot.waitUntil(lambda: talk.service.language_tiles()[0].language.tag == "ko")


def test_up_to_three_languages_at_once(talk, qtbot):
    view = talk.languages
    qtbot.mouseClick(view.toggle, LEFT)
    for tag in ("my", "km", "en", "ar"):
        qtbot.mouseClick(language(talk, tag), LEFT)
    assert [card.tile.language.tag for card in view.grid.cards if card.isChecked()] == ["en", "my", "km"]
    qtbot.mouseClick(view.open_button, LEFT)
    assert talk.boards.chips.keys() == ("my", "km", "en")
    wait = next(tile for tile in talk.boards.tiles if tile.entry == "reception.wait")
    assert list(wait.phrases) == ["my", "km", "en"]
    talk.boards.chips.chip("km").button.click()
    assert talk.boards.languages == ("my", "en")


def test_a_language_is_added_from_the_board(talk, board, qtbot):
    qtbot.mouseClick(board.more, LEFT)
    assert language(talk, "my").isChecked()
    qtbot.mouseClick(language(talk, "ne"), LEFT)
    qtbot.mouseClick(talk.languages.open_button, LEFT)
    assert board.languages == ("my", "ne")


def test_situations_change_the_board(talk, board, qtbot):
    qtbot.mouseClick(board.strip.cards[1], LEFT)
    assert board.situation == "facilities"
    qtbot.keyClick(talk, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert board.situation == "reception"
    assert [card.isChecked() for card in board.strip.cards] == [True, False]


def test_one_card_is_the_tab_stop_and_arrows_follow_the_direction(talk, qtbot):
    cards = talk.languages.grid.cards
    talk.languages.grid.focus_card(0)
    press(qtbot, Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    assert [card.focusPolicy() == Qt.FocusPolicy.StrongFocus for card in cards[:3]] == [False, True, False]
    talk.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(qtbot, Qt.Key.Key_Right)
    assert cards[0].hasFocus()


def test_the_layout_mirrors(talk, board):
    first, second = board.grid.cards[:2]
    assert first.x() < second.x()
    talk.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert first.x() > second.x()
    assert board.strip.cards[0].x() > board.strip.cards[1].x()


def test_everything_has_a_name(talk, board, question):
    assert find_nameless(talk.window()) == []
    names = QAccessible.queryAccessibleInterface(board.grid.cards[0]).text(QAccessible.Text.Name)
    tile = board.tiles[0]
    assert tile.phrases["my"].text in names
    assert tile.japanese.text in names


def test_targets_are_large_enough(talk, board, question):
    cards = [*talk.languages.grid.cards, *board.grid.cards, *board.strip.cards, *question.face.answers]
    assert min(min(card.width(), card.height()) for card in cards) >= BOARD_TARGET
    assert min(button.height() for button in question.bar.stops()) >= BOARD_TARGET


def test_the_mark_of_an_unchecked_text_explains_itself(board, question):
    board.legend.button.toggle()
    assert "checked" in board.legend.panel.text()
    assert "checked" in board.grid.cards[0].accessibleDescription()
    question.bar.unchecked.toggle()
    assert question.note.isVisible()


def test_the_mark_names_the_languages_where_others_are_checked(talk):
    talk.open_boards(("my", "en"))
    card = next(card for card in talk.boards.grid.cards if len(card.tile.phrases) == 2)
    checked = {tag: replace(phrase, review=Review.REVIEWED) for tag, phrase in card.tile.phrases.items()}
    card.show_tile(replace(card.tile, phrases={**checked, "my": card.tile.phrases["my"]}))
    assert "Burmese" in card.accessibleDescription()
    assert "English" not in card.accessibleDescription()
    card.show_tile(replace(card.tile, phrases=checked))
    assert "checked" not in card.accessibleDescription()


def test_an_unchecked_answer_is_seen_beside_a_checked_question(talk, question):
    tile = question.tile
    checked = {tag: replace(phrase, review=Review.REVIEWED) for tag, phrase in tile.phrases.items()}
    for answer_review, is_seen in ((Review.UNREVIEWED, True), (Review.REVIEWED, False)):
        answers = [
            replace(one, phrases={tag: replace(phrase, review=answer_review) for tag, phrase in checked.items()})
            for one in tile.answers
        ]
        question.open_stage([replace(tile, phrases=checked, answers=tuple(answers))], 0)
        assert question.bar.unchecked.isVisible() is is_seen


def test_the_first_board_loads_nothing_that_prints():
    code = (
        "import sys, disaster_support.features.boards.page;"
        "print([name for name in sys.modules if name.startswith('disaster_support.documents')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_choice_that_cannot_be_kept_holds_and_is_said(talk, board, qtbot, monkeypatch):
    def refuse(*_args):
        raise UserError("The disk is full.")

    monkeypatch.setattr(talk.service, "choose_languages", refuse)
    talk.open_boards(("en",))
    qtbot.waitUntil(lambda: "The disk is full." in talk._message.text())
    assert board.languages == ("en",)


def test_words_follow_the_language_of_the_interface(talk, board, question, monkeypatch):
    monkeypatch.setattr("disaster_support.features.boards.words.current_language", lambda: "ja")
    monkeypatch.setattr("disaster_support.features.boards.words._", lambda text: f"<{text}>")
    QApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    assert "<Staff>" in board.grid.cards[0].accessibleDescription()
    assert "ミャンマー語" in question.bar.voices.speaking[0].text() + question.bar.voices.silent.text()


def test_another_page_uncovers_the_window(talk, question):
    talk.hide()
    assert not question.isVisible()


def test_japanese_is_shown_once_where_it_is_the_language_chosen(talk):
    talk.open_boards((SOURCE_LANGUAGE,))
    card = talk.boards.grid.cards[0]
    assert card.accessibleName() == card.tile.japanese.text


def test_all_states_can_be_shown(talk):
    for _name, show in talk.screen_states():
        show()
        QApplication.processEvents()
