"""The door: registering people with the keyboard alone, and what is kept of what is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from disaster_support.features.reception.model import Audience, Filters, Level, NeedKind, NeedState
from disaster_support.features.reception.pages.door import DoorPage
from disaster_support.features.reception.service import find_people
from disaster_support.storage.drafts import list_drafts
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.registers import PASSPHRASE, cheap_keys, make_register

__all__ = ["cheap_keys"]

KEYS_A_SECOND = 2  # somebody who types slowly: 24 words a minute


class Desk:
    """Stands in for the tabs beside this one."""

    def __init__(self):
        self.opened = []

    def open_person(self, person_id):
        self.opened.append(person_id)

    def start_check_in(self):
        self.opened.append("check-in")


class Typist:
    """Presses keys on whatever has the focus, and counts them."""

    def __init__(self):
        self.keys = 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.keys += 1
        QTest.keyClick(_focused(), key, modifier)

    def tab(self, times=1):
        for _one in range(times):
            self.press(Qt.Key.Key_Tab)

    def type(self, text):
        self.keys += len(text)
        QTest.keyClicks(_focused(), text)

    def write(self, text):
        """Write with an input method, which needs two keys for a letter."""
        self.keys += 2 * len(text)
        _focused().insert(text)
        _focused().textEdited.emit(_focused().text())


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def page(context, desk, qtbot, cheap_keys):
    context.door.admit(make_register(context.door.folder).register)
    page = DoorPage(context, desk)
    qtbot.addWidget(page)
    page.resize(1278, 668)
    page.show()
    page.activateWindow()
    page.form.name.setFocus()
    qtbot.waitUntil(page.form.name.hasFocus)
    yield page
    qtbot.waitUntil(lambda: not is_busy())
    context.door.lock()


def _people(context):
    return sorted(find_people(context.door.register, Filters()), key=lambda person: person.number)


def test_a_person_takes_thirty_seconds_of_keys(page, context):
    typist = Typist()
    typist.type("Nguyen Van An")
    typist.tab(3)
    typist.type("S60.3.4")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    typist.tab()
    typist.type("VN")
    typist.tab(2)
    typist.type("vi")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Return)
    (person,) = _people(context)
    assert person.details.name == "Nguyen Van An"
    assert (person.details.birth, person.details.sex, person.details.nationality) == ("1985-03-04", "female", "VN")
    assert [(one.tag, one.level) for one in person.details.languages] == [("vi", Level.INTERPRETER)]
    assert typist.keys <= 30 * KEYS_A_SECOND


def test_a_household_of_four_takes_two_minutes_of_keys(page, context):
    typist = Typist()
    typist.type("Sita Gurung")
    typist.tab(3)
    typist.type("34")
    typist.tab(2)
    typist.type("NP")
    typist.tab(2)
    typist.type("ne")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Return)
    for name, age in (("Ram Gurung", "36"), ("Maya Gurung", "8"), ("Hari Gurung", "1")):
        typist.type(name)
        typist.tab(3)
        typist.type(age)
        typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Return)  # an empty form closes the household
    people = _people(context)
    assert [person.number for person in people] == ["A-1-1", "A-1-2", "A-1-3", "A-1-4"]
    assert {person.details.nationality for person in people} == {"NP"}
    assert all(person.details.languages[0].tag == "ne" for person in people)
    assert typist.keys <= 120 * KEYS_A_SECOND
    typist.type("Carlos")
    typist.press(Qt.Key.Key_Return)
    assert _people(context)[-1].number == "A-2-1"


def test_somebody_who_declines_most_questions(page, context):
    typist = Typist()
    typist.type("Kim")
    typist.tab(3)
    typist.type("-")
    typist.tab(2)
    typist.type("-")
    typist.tab()
    typist.type("?")
    typist.press(Qt.Key.Key_Return)
    (person,) = _people(context)
    details = person.details
    assert (details.birth, details.nationality, details.room, details.phone) == ("-", "-", "?", None)


def test_names_in_any_script_stay_as_they_are(page, context):
    typist = Typist()
    for name in ("သီရိ", "सीता गुरुङ", "សុខ", "محمد", "山田 太郎"):
        typist.write(name)
        typist.press(Qt.Key.Key_Return)
        typist.press(Qt.Key.Key_Return)
    assert {person.details.name for person in _people(context)} == {"သီရိ", "सीता गुरुङ", "សុខ", "محمد", "山田 太郎"}


def test_a_reading_is_offered_and_never_taken_by_itself(page, context):
    typist = Typist()
    typist.write("ヤマダ タロウ")
    assert page.form.fields()["kana"] == ""
    typist.press(Qt.Key.Key_Return)
    typist.write("ヤマダ ハナコ")
    typist.press(Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    typist.press(Qt.Key.Key_Return)
    assert [person.details.kana for person in _people(context)] == [None, "ヤマダ ハナコ"]


def test_a_wrong_date_is_said_beside_it_and_nothing_is_lost(page, context):
    typist = Typist()
    typist.type("An")
    typist.tab(3)
    typist.type("S64.1.9")
    typist.press(Qt.Key.Key_Return)
    assert _people(context) == []
    assert page.form.fields()["name"] == "An"
    assert page.form.fields()["birth"] == "S64.1.9"
    assert _focused().text() == "S64.1.9"


def test_needs_are_ticked_and_told_exactly(page, context):
    form = page.form
    form.name.setText("An")
    form.set_fields({**form.fields(), "name": "An", "need_allergy": "peanut", "consent_relatives": "yes"})
    page.add()
    details = _people(context)[0].details
    assert details.needs[NeedKind.ALLERGY].state is NeedState.YES
    assert details.needs[NeedKind.ALLERGY].detail == "peanut"
    assert details.consents[Audience.RELATIVES].given
    assert Audience.PUBLIC not in details.consents


def test_what_is_typed_is_in_the_register_within_two_seconds(page, context, qtbot):
    QTest.keyClicks(page.form.name, "Nguyen Th")
    qtbot.waitUntil(lambda: bool(list_drafts(context.door.register, "door")), timeout=2000)
    assert list_drafts(context.door.register, "door")[0].data["fields"]["name"] == "Nguyen Th"


def test_a_draft_comes_back_after_the_register_was_locked(page, context, desk, qtbot):
    QTest.keyClicks(page.form.name, "Aung")
    context.door.lock()
    context.door.admit(context.door.open(PASSPHRASE))
    again = DoorPage(context, desk)
    qtbot.addWidget(again)
    assert again.form.fields()["name"] == "Aung"
    again.add()
    assert _people(context)[0].details.name == "Aung"
    assert [one for one in list_drafts(context.door.register, "door") if one.data["fields"]["name"]] == []


def test_a_likely_double_is_shown_and_added_only_when_asked_again(page, context):
    for _time in range(2):
        page.form.set_fields({"name": "Nguyen Van An", "birth": "1985-03-04"})
        page.add()
    assert len(_people(context)) == 1
    page.add()
    assert len(_people(context)) == 2


def test_every_control_has_a_name(page):
    assert find_nameless(page) == []


def test_it_fits_without_scrolling_sideways(page):
    for width in (1278, 936):
        page.resize(width, 668)
        QApplication.processEvents()
        assert page.minimumSizeHint().width() <= width
