"""The self check-in as people go through it: with keys and clicks, from the first touch to what staff accept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from disaster_support.content.catalogue import open_catalogue
from disaster_support.features.reception.model import Audience, Filters, Level, NeedKind, NeedState, Unanswered
from disaster_support.features.reception.pages.checkin.end_screen import EndScreen
from disaster_support.features.reception.pages.checkin.question_screen import QuestionScreen
from disaster_support.features.reception.pages.checkin.review_screen import ReviewScreen
from disaster_support.features.reception.pages.checkin.staff_screens import HandOverScreen
from disaster_support.features.reception.pages.checkin.welcome_screens import (
    LanguageScreen,
    PromiseScreen,
    WaitingScreen,
)
from disaster_support.features.reception.pages.checkin.window import CheckInWindow
from disaster_support.features.reception.pages.opened import OpenRegister
from disaster_support.features.reception.self_check_in import Answer
from disaster_support.features.reception.service import find_people
from disaster_support.storage.drafts import list_drafts
from disaster_support.storage.roles import Role
from disaster_support.storage.staff import add_member, remove_member
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.theme import BOARD_TARGET
from tests.helpers.gui import find_nameless
from tests.helpers.registers import PASSPHRASE, cheap_keys, make_register

__all__ = ["cheap_keys"]

ROOT = Path(__file__).resolve().parents[2]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    return open_catalogue(ROOT / "resources", ROOT / "translations", tmp_path_factory.mktemp("check-in"))


@pytest.fixture
def real(context, library, cheap_keys):
    """A context over the real library, with an open register."""
    real = replace(context, catalogue=library)
    real.door.admit(make_register(real.door.folder).register)
    yield real
    real.door.lock()


@pytest.fixture
def window(real, qtbot):
    window = CheckInWindow(real)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)
    window.end()
    _delete_what_is_gone()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(_focused(), key, modifier)


def write(text):
    """Write with an input method or a keyboard of another layout."""
    line = _focused()
    line.insert(text)
    line.textEdited.emit(line.text())


def click(card):
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def _delete_what_is_gone():
    """Do what the event loop of the program does and that of a test does not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _people(context):
    return sorted(find_people(context.door.register, Filters()), key=lambda person: person.number)


def _begin(window, tag):
    press(Key.Key_Return)
    click(window.shown.cards[tag])
    assert isinstance(window.shown, PromiseScreen)
    press(Key.Key_Return)


def _at(window, question_id):
    """Skip until a question is on the screen."""
    while window.shown.question.id != question_id:
        click(window.shown.skip)


def _skip_the_rest(window):
    while isinstance(window.shown, QuestionScreen):
        click(window.shown.skip)
    assert isinstance(window.shown, HandOverScreen)


def _unlock(window, qtbot, passphrase=PASSPHRASE):
    window.shown.form.line.setText(passphrase)
    window.shown.form.line.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)


def _japanese(window, question_id):
    """What stands in Japanese beside an answer."""
    labels = window.shown.rows[question_id].japanese.findChildren(PhraseLabel)
    return " / ".join(label.text() for label in labels)


def test_a_nepali_family_of_three_answers_and_is_registered(window, real, qtbot):
    _begin(window, "ne")
    write("सीता गुरुङ")
    press(Key.Key_Return)
    write("Sita Gurung")
    press(Key.Key_Return)
    click(window.shown.skip)  # kana
    press(Key.Key_Return)  # female, the first
    assert window.shown.question.id == "birth"
    write("१९९२")
    press(Key.Key_Return)
    write("नेपाल")
    press(Key.Key_Return)
    assert window.shown.question.id == "japanese"
    click(window.shown.view.cards["interpreter"])
    click(window.shown.view.cards["hi"])
    press(Key.Key_Return, CONTROL)
    assert window.shown.question.id == "languages"
    click(window.shown.view.levels["hi"].cards[Level.SLOW])
    press(Key.Key_Return, CONTROL)
    _at(window, "family")
    write("राम गुरुङ")
    click(window.shown.view.add)
    write("माया गुरुङ")
    press(Key.Key_Return)
    _at(window, "need.allergy")
    press(Key.Key_Return)  # yes
    click(window.shown.view.allergens["food.allergen.egg"])
    window.shown.view.line.setFocus()
    press(Key.Key_Return)
    click(window.shown.view.cards["no-beef"])
    click(window.shown.next)
    _at(window, "consent.relatives")
    click(window.shown.view.yes)
    click(window.shown.view.no)
    _skip_the_rest(window)
    _unlock(window, qtbot)
    assert isinstance(window.shown, ReviewScreen)
    assert _japanese(window, "name") == "सीता गुरुङ"
    assert _japanese(window, "nationality") == "ネパール"
    assert _japanese(window, "japanese") == "通訳の人が必要です"
    assert _japanese(window, "languages") == "ヒンディー語: ゆっくり話せば、わかります"
    assert "卵" in _japanese(window, "need.allergy")
    assert _people(real) == []
    click(window.shown.accept_button)
    assert isinstance(window.shown, EndScreen)
    sita, ram, maya = _people(real)
    assert [one.number for one in (sita, ram, maya)] == ["A-1-1", "A-1-2", "A-1-3"]
    assert (sita.details.name, sita.details.latin, sita.details.birth) == ("सीता गुरुङ", "Sita Gurung", "1992")
    assert (sita.details.sex, sita.details.nationality, sita.details.kana) == ("female", "NP", None)
    assert [(one.tag, one.level) for one in sita.details.languages] == [
        ("ne", Level.INTERPRETER),
        ("hi", Level.SLOW),
    ]
    assert sita.details.needs[NeedKind.ALLERGY].detail == "卵"
    assert sita.details.consents[Audience.RELATIVES].given
    assert not sita.details.consents[Audience.ACQUAINTANCES].given
    assert Audience.PUBLIC not in sita.details.consents
    assert [one.tag for one in maya.details.languages] == ["ne"]
    assert not list_drafts(real.door.register, "check-in")


def test_a_traveller_who_declines_most_is_registered_under_a_nickname(window, real, qtbot):
    _begin(window, "en")
    write("Kit")
    press(Key.Key_Return)
    while isinstance(window.shown, QuestionScreen):
        click(window.shown.skip if window.shown.question.id.startswith("consent.") else window.shown.decline)
    _unlock(window, qtbot)
    window.shown.accept()
    (kit,) = _people(real)
    assert kit.details.name == "Kit"
    assert kit.details.nationality == kit.details.phone == kit.details.birth == Unanswered.DECLINED
    assert {need.state for need in kit.details.needs.values()} == {NeedState.DECLINED}
    assert kit.details.consents == {}
    assert [one.tag for one in kit.details.languages] == ["en"]


def test_without_a_name_staff_are_told_beside_the_question_and_can_mend_it(window, real, qtbot):
    _begin(window, "vi")
    _skip_the_rest(window)
    _unlock(window, qtbot)
    window.shown.accept()
    assert isinstance(window.shown, ReviewScreen)
    assert window.shown.rows["name"].problem()
    click(window.shown.rows["name"].change)
    write("Hoa")
    press(Key.Key_Return)
    assert isinstance(window.shown, ReviewScreen)
    window.shown.accept()
    assert [person.details.name for person in _people(real)] == ["Hoa"]


def test_staff_take_an_answer_out(window, real, qtbot):
    _begin(window, "my")
    write("ဒေါ် ခင်မျိုးချစ်")
    press(Key.Key_Return)
    _at(window, "phone")
    write("090-0000-0000")
    press(Key.Key_Return)
    _skip_the_rest(window)
    _unlock(window, qtbot)
    click(window.shown.rows["phone"].remove)
    window.shown.accept()
    (person,) = _people(real)
    assert person.details.name == "ဒေါ် ခင်မျိုးချစ်"
    assert person.details.phone is None


def test_nothing_is_saved_when_discarded(window, real, qtbot):
    _begin(window, "km")
    write("សុខ សុភាព")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(list_drafts(real.door.register, "check-in")), timeout=20_000)
    _skip_the_rest(window)
    _unlock(window, qtbot)
    click(window.shown.discard_button)
    assert isinstance(window.shown, ReviewScreen)  # asks once
    click(window.shown.discard_for_good)
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)
    QTest.qWait(1000)  # longer than the draft waits for the next key
    assert not list_drafts(real.door.register, "check-in")
    assert _people(real) == []


def test_a_wrong_passphrase_is_said_and_opens_nothing(window, qtbot):
    _begin(window, "en")
    press(Key.Key_Escape)
    _unlock(window, qtbot, "not the passphrase")
    assert isinstance(window.shown, HandOverScreen)
    assert window.shown.form.field.error()
    window.close()
    assert window.isVisible()


def test_wrong_passphrases_slow_down(window, qtbot):
    press(Key.Key_Escape)
    for _one in range(4):
        _unlock(window, qtbot, "not the passphrase")
    _unlock(window, qtbot)
    assert isinstance(window.shown, HandOverScreen)
    assert "Wait" in window.shown.form.field.error()


def test_a_colleague_unlocks_and_one_who_has_left_does_not(window, real, qtbot):
    register = real.door.register
    aoki = add_member(register, "青木", Role.RECEPTION, "another passphrase here")
    press(Key.Key_Escape)
    _unlock(window, qtbot, "another passphrase here")
    assert isinstance(window.shown, EndScreen)
    click(window.shown.next)
    remove_member(register, aoki.id)
    press(Key.Key_Escape)
    _unlock(window, qtbot, "another passphrase here")
    assert isinstance(window.shown, HandOverScreen)


def test_the_recovery_key_is_no_passphrase(window, real, qtbot):
    from disaster_support.storage.staff import renew_recovery_key

    key = renew_recovery_key(real.door.register)
    press(Key.Key_Escape)
    _unlock(window, qtbot, key)
    assert isinstance(window.shown, HandOverScreen)
    assert window.shown.form.field.error()


def test_the_person_goes_back_from_the_staff_and_on(window):
    _begin(window, "ne")
    write("सीता")
    press(Key.Key_Escape)
    assert isinstance(window.shown, HandOverScreen)
    press(Key.Key_Left, ALT)
    assert window.shown.question.id == "name"
    assert window.shown.view.answer() == Answer(text="सीता")


def test_back_leads_to_the_beginning_and_keeps_what_was_written(window):
    _begin(window, "ne")
    write("सीता")
    press(Key.Key_Return)
    press(Key.Key_Left, ALT)
    assert window.shown.answer().text == "सीता"
    press(Key.Key_Left, ALT)
    assert isinstance(window.shown, PromiseScreen)
    press(Key.Key_Left, ALT)
    assert isinstance(window.shown, LanguageScreen)


def test_the_rest_of_the_program_is_out_of_reach(real, qtbot):
    main = QWidget()
    pressed = []
    QShortcut("Ctrl+1", main, lambda: pressed.append("Ctrl+1"))
    QShortcut("F1", main, lambda: pressed.append("F1"))
    qtbot.addWidget(main)
    main.show()
    window = CheckInWindow(real)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not main.isVisible()
    assert window.windowModality() == Qt.WindowModality.ApplicationModal
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    press(Key.Key_1, CONTROL)
    press(Key.Key_F1)
    press(Key.Key_F4, ALT)
    window.close()
    assert window.isVisible()
    assert pressed == []
    press(Key.Key_Escape)
    _unlock(window, qtbot)
    click(window.shown.end)
    assert main.isVisible()


def test_a_lock_takes_the_answers_off_the_screen_and_a_passphrase_brings_them_back(window, real, qtbot):
    _begin(window, "ne")
    write("सीता")
    press(Key.Key_Return)
    write("Sita")
    real.door.lock()
    assert isinstance(window.shown, HandOverScreen)
    window.close()
    assert window.isVisible()
    press(Key.Key_Left, ALT)
    assert isinstance(window.shown, HandOverScreen)
    _unlock(window, qtbot)
    assert isinstance(window.shown, ReviewScreen)
    assert _japanese(window, "latin") == "Sita"
    click(window.shown.back_button)
    assert window.shown.question.id == "latin"
    assert window.shown.view.answer().text == "Sita"


def test_a_crash_loses_nothing_that_was_typed_two_seconds_ago(window, real, qtbot):
    _begin(window, "ne")
    write("सीता")
    QTest.qWait(1500)
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)
    again = CheckInWindow(real)
    qtbot.addWidget(again)
    assert isinstance(again.shown, ReviewScreen)
    assert _japanese(again, "name") == "सीता"
    again.end()


def test_a_language_without_texts_is_noted_and_asked_in_english(window, real, qtbot, library):
    assert library.text("form.name_ask", "ar") is None
    _begin(window, "ar")
    assert window.shown.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.shown.view.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.shown.next.accessibleName() == "Next 次へ"
    write("ليلى")
    press(Key.Key_Return)
    _skip_the_rest(window)
    _unlock(window, qtbot)
    window.shown.accept()
    (person,) = _people(real)
    assert (person.details.name, person.details.languages[0].tag) == ("ليلى", "ar")


def _find_language(search, name, qtbot):
    qtbot.waitUntil(lambda: not is_busy(), timeout=20_000)  # the list is read in the background
    search.search.line.setFocus()
    write(name)
    assert search.tag()
    press(Key.Key_Return)


def test_a_language_that_no_board_has_is_told_and_the_questions_go_on_in_another(window, real, qtbot):
    press(Key.Key_Return)
    click(window.shown.more)
    _find_language(window.shown.languages, "soomaali", qtbot)
    assert isinstance(window.shown, PromiseScreen)
    assert window.shown.next.accessibleName() == "Next 次へ"
    click(window.shown.cards["es"])
    click(window.shown.next)
    assert window.shown.next.accessibleName().startswith("Siguiente")
    write("Cabdi")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert isinstance(window.shown, HandOverScreen)
    real.door.lock()  # a draft keeps the language of the questions too
    _unlock(window, qtbot)
    window.shown.accept()
    (person,) = _people(real)
    assert [one.tag for one in person.details.languages] == ["so"]


def test_another_language_that_no_board_has_is_ticked_as_staff_write_it(window, qtbot):
    _begin(window, "en")
    _at(window, "languages")
    click(window.shown.view.more)
    _find_language(window.shown.view.search, "ロヒンギャ", qtbot)
    assert window.shown.question.id == "languages"
    assert window.shown.view.cards["rhg"].isChecked()
    assert window.shown.answer() == Answer(("rhg",))
    assert find_nameless(window.shown) == []


def test_likely_doubles_are_shown(window, real, qtbot):
    _begin(window, "en")
    write("Anna Kowalska")
    press(Key.Key_Return)
    _at(window, "birth")
    write("1985")
    press(Key.Key_Return)
    _skip_the_rest(window)
    _unlock(window, qtbot)
    window.shown.accept()
    click(window.shown.next)
    assert isinstance(window.shown, WaitingScreen)
    _begin(window, "en")
    write("Anna Kowalska")
    press(Key.Key_Return)
    _at(window, "birth")
    write("1985")
    press(Key.Key_Return)
    _skip_the_rest(window)
    _unlock(window, qtbot)
    qtbot.waitUntil(lambda: bool(window.shown.notices()), timeout=20_000)
    assert "A-1-1" in window.shown.notices()[0].text()


def test_a_date_that_cannot_be_is_not_taken(window):
    _begin(window, "ne")
    _at(window, "birth")
    write("2099")
    press(Key.Key_Return)
    assert window.shown.question.id == "birth"
    click(window.shown.skip)
    assert window.shown.question.id != "birth"


def test_the_date_is_shown_by_the_calendar_of_passports(window):
    _begin(window, "th")
    _at(window, "birth")
    assert "ค.ศ. 1990" in window.shown.view.example.text()


@pytest.mark.parametrize("tag", ["en", "my", "km", "ne", "ja-simple", "ar"])
def test_targets_are_large_nothing_is_too_wide_and_all_have_names(window, tag):
    window.resize(1024, 768)
    _begin(window, tag)
    while isinstance(window.shown, QuestionScreen):
        screen = window.shown
        if hasattr(screen.view, "yes") and screen.question.id.startswith("need."):
            click(screen.view.yes)
        QApplication.processEvents()
        assert screen.minimumSizeHint().width() <= 1024, screen.question.id
        assert find_nameless(screen) == []
        small = [one for one in _targets(screen) if one.height() < BOARD_TARGET]
        assert small == [], screen.question.id
        click(screen.skip)
        _delete_what_is_gone()


def _targets(screen):
    every = screen.findChildren(QWidget)
    return [one for one in every if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_a_lock_of_the_register_does_not_uncover_the_program(real, qtbot):
    opened = OpenRegister(real)
    qtbot.addWidget(opened)
    opened.desk.start_check_in()
    (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, CheckInWindow) and one.isVisible()]
    real.door.lock()
    _delete_what_is_gone()
    assert window.isVisible()
    assert isinstance(window.shown, HandOverScreen)
    qtbot.waitUntil(lambda: not is_busy())
    window.end()
    _delete_what_is_gone()
