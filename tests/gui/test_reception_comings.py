from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from disaster_support.changes import Change
from disaster_support.features.reception import comings
from disaster_support.features.reception.model import Details, MovementKind, State
from disaster_support.features.reception.pages.comings.page import ComingsPage
from disaster_support.features.reception.service import make_card_code, register_household
from disaster_support.storage.movements import count_handouts, count_present, list_handouts
from disaster_support.storage.people import get_person
from disaster_support.storage.shelters import add_own_shelter
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.registers import cheap_keys, make_register

__all__ = ["cheap_keys"]

FAMILY = [
    Details(name="Nguyễn Văn An", latin="NGUYEN VAN AN"),
    Details(name="Nguyễn Thị Hoa"),
    Details(name="Nguyễn Minh"),
    Details(name="Nguyễn Lan"),
]


class Counter:
    """The page in a window, driven with keys only."""

    def __init__(self, context, page, qtbot):
        self.context, self.page, self.qtbot = context, page, qtbot
        self.register = context.door.register
        self.now = context.clock().astimezone()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text):
        for letter in text:  # QTest knows no key for letters beyond Latin 1: an input method sends them
            focused = QApplication.focusWidget()
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused, key)

    def scan(self, text):
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.page._timer.isActive() and not is_busy())

    def state(self, person_id):
        return get_person(self.register, person_id).state

    def here(self):
        return count_present(self.register, self.now)

    @property
    def heading(self):
        return self.page.result.heading.text()

    @property
    def body(self):
        return self.page.result.body.text()


@pytest.fixture
def family(context, cheap_keys):
    created = make_register(context.paths.register, context.clock)
    context.door.admit(created.register)
    yield register_household(created.register, FAMILY, at=context.clock() - timedelta(hours=30))
    if context.door.is_open:
        context.door.lock()


@pytest.fixture
def counter(context, family, qtbot):
    page = ComingsPage(context, None)
    qtbot.addWidget(page)
    page.resize(1278, 616)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None or not page.setFocus())
    page.setFocus()
    counter = Counter(context, page, qtbot)
    counter.settle()
    return counter


def test_a_household_of_four_goes_out_and_comes_in_with_two_cards(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.press(Qt.Key.Key_F8)
    counter.scan(make_card_code(family[0]))
    assert (counter.heading, counter.page.result.meaning) == ("4 people", "success")
    assert "A-1-4 Nguyễn Lan: Left" in counter.body
    assert counter.here() == 0
    counter.press(Qt.Key.Key_F2)
    counter.scan(make_card_code(family[2]))
    assert [counter.state(one) for one in family] == [State.HERE] * 4
    assert counter.here() == 4
    counter.settle()
    assert counter.page.counts.total.text() == "4 here now"
    assert len(comings.list_history(counter.register, family[0])) == 3


def test_a_card_scanned_twice_says_so_and_counts_once(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-1-2")
    assert (counter.heading, counter.body) == ("A-1-2   Nguyễn Thị Hoa", "Left")
    counter.scan("Ａ－１－２")
    assert (counter.page.result.meaning, counter.body) == ("warning", "Had already left: nothing was counted.")
    assert counter.page.result.undo.isHidden()
    assert counter.here() == 3


def test_a_card_that_nobody_has_keeps_what_was_typed_and_the_next_scan_replaces_it(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-99-1")
    assert counter.page.result.meaning == "error"
    assert "A-99-1" in counter.body
    assert counter.page.finder.field.text() == "A-99-1"
    counter.scan("A-1-1")
    assert counter.state(family[0]) is State.LEFT
    assert counter.page.finder.field.text() == ""


def test_what_was_done_is_taken_back_step_by_step(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-1-1")
    counter.scan("A-1-2")
    counter.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (counter.state(family[0]), counter.state(family[1])) == (State.LEFT, State.HERE)
    assert counter.heading == "A-1-2   Nguyễn Thị Hoa"
    counter.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counter.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counter.here() == 4


def test_an_entry_of_the_list_is_taken_back_with_delete(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-1-1")
    counter.settle()
    rows = counter.page.entries.list
    assert rows.item(0).text() == "09:00   A-1-1   Nguyễn Văn An   Left".replace("09:00", counter.now.strftime("%H:%M"))
    rows.setFocus()
    rows.setCurrentRow(0)
    counter.press(Qt.Key.Key_Delete)
    assert counter.state(family[0]) is State.HERE
    counter.settle()
    assert "Left" not in rows.item(0).text()
    counter.scan("A-1-2")  # a scanner types while the list has the focus
    assert counter.state(family[1]) is State.LEFT
    assert QApplication.focusWidget() is counter.page.finder.field


def test_a_meal_is_given_twice_only_after_enter(counter, family):
    counter.press(Qt.Key.Key_F7)
    item = counter.page.fields.item.currentText()
    counter.scan("A-1-1")
    assert counter.body == f"{item} × 1"
    counter.scan("A-1-1")
    assert counter.page.result.meaning == "warning"
    assert counter.body.endswith("Enter gives it once more.")
    assert len(list_handouts(counter.register, family)) == 1
    counter.scan("A-1-2")  # another card answers the question with no
    counter.press(Qt.Key.Key_Return)
    assert len(list_handouts(counter.register, family)) == 2
    counter.scan("A-1-1")
    counter.press(Qt.Key.Key_Return)
    assert len(list_handouts(counter.register, family)) == 3
    counter.settle()
    assert counter.page.counts._given.text() == f"{item}   3"


def test_once_more_is_only_for_those_who_had_it(counter, family):
    counter.press(Qt.Key.Key_F7)
    counter.scan("A-1-2")
    counter.press(Qt.Key.Key_F8)
    counter.scan("A-1-1")
    assert len(list_handouts(counter.register, family)) == 4
    counter.press(Qt.Key.Key_Return)
    assert [one.person_id for one in list_handouts(counter.register, family)].count(family[1]) == 2
    assert len(list_handouts(counter.register, family)) == 5


@pytest.mark.parametrize("field", ["destination", "reason", "when"])
def test_a_card_scanned_into_another_field_is_a_card(counter, family, field):
    counter.press(Qt.Key.Key_F5)
    counter.page.fields.destination.setEditText("第二小学校")
    control = getattr(counter.page.fields, field)
    control.setFocus()
    if field == "destination":
        control.lineEdit().selectAll()
    counter.scan(make_card_code(family[0]))
    if field == "destination":  # what stood there was typed over, so that it is asked for
        assert counter.body == "Say which shelter they go to."
        counter.page.fields.destination.setEditText("第二小学校")
        counter.press(Qt.Key.Key_Return)
    assert counter.state(family[0]) is State.TRANSFERRED
    assert comings.list_history(counter.register, family[0])[0].destination == "第二小学校"


def test_a_card_scanned_into_a_number_does_not_change_it(counter, family):
    counter.press(Qt.Key.Key_F7)
    counter.page.fields.quantity.setFocus()
    counter.scan(make_card_code(family[0]))
    assert counter.page.fields.quantity.value() == 1
    assert len(list_handouts(counter.register, family)) == 1


def test_things_that_somebody_has_typed_are_offered_from_then_on(counter, family):
    counter.press(Qt.Key.Key_F7)
    counter.page.fields.item.setFocus()
    counter.page.fields.item.lineEdit().selectAll()
    counter.scan("lunch")  # Enter in a field leads back to the scanner's
    counter.scan("A-1-1")
    counter.page.fields.item.setFocus()
    counter.page.fields.item.lineEdit().selectAll()
    counter.scan("猫のえさ")
    counter.scan("A-1-1")
    day = counter.now.replace(hour=0)
    assert count_handouts(counter.register, day, day + timedelta(days=1)) == {"昼食": 1, "猫のえさ": 1}
    counter.page.hide()
    counter.page.show()
    assert counter.page.fields.item.findText("猫のえさ") >= 0


def test_a_transfer_names_where_to_and_why(counter, family):
    counter.press(Qt.Key.Key_F5)
    counter.page.finder.field.setFocus()
    counter.scan("A-1-1")
    assert counter.body == "Say which shelter they go to."
    assert counter.page.finder.field.text() == "A-1-1"
    counter.page.fields.destination.setFocus()
    counter.type("第二小学校")
    counter.press(Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_Return)
    movement = comings.list_history(counter.register, family[0])[0]
    assert (movement.kind, movement.destination) == (MovementKind.TRANSFER_OUT, "第二小学校")
    counter.press(Qt.Key.Key_F6)
    counter.scan("A-1-1")
    assert counter.state(family[0]) is State.HERE


def test_away_for_two_nights_from_this_morning(counter, family):
    counter.press(Qt.Key.Key_F4)
    counter.page.fields.nights.setFocus()
    counter.press(Qt.Key.Key_Up)
    counter.page.fields.when.setFocus()
    counter.scan("08:00" if counter.now.hour >= 8 else "0:00")
    counter.scan("A-1-1")
    movement = comings.list_history(counter.register, family[0])[0]
    assert movement.kind is MovementKind.LEAVE
    assert movement.back_on == (counter.now + timedelta(days=2)).date().isoformat()
    assert movement.at < counter.now


def test_a_time_that_cannot_be_read_writes_nothing(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.page.fields.when.setFocus()
    counter.scan("gestern")
    counter.scan("A-1-1")
    assert "gestern" in counter.body
    assert counter.here() == 4
    assert counter.page.finder.field.text() == "A-1-1"


def test_part_of_a_name_shows_who_it_may_be_and_enter_takes_the_row(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.type("nguyen")
    people = counter.page.finder.list
    counter.qtbot.waitUntil(lambda: len(people.people()) == 4)
    counter.press(Qt.Key.Key_Down)
    chosen = people.current().id
    counter.press(Qt.Key.Key_Return)
    assert counter.state(chosen) is State.LEFT
    assert people.isHidden()
    assert counter.here() == 3


def test_enter_right_after_a_name_only_shows_who_it_may_be(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.scan("Minh")
    assert [one.id for one in counter.page.finder.list.people()] == [family[2]]
    assert counter.here() == 4
    counter.press(Qt.Key.Key_Return)
    assert counter.state(family[2]) is State.LEFT


def test_people_are_ticked_in_a_list(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.press(Qt.Key.Key_F10)
    counter.press(Qt.Key.Key_Space)
    counter.scan("hoa")
    counter.scan(make_card_code(family[3]))
    assert counter.page.ticks.take.text() == "Leave: 3 people"
    counter.press(Qt.Key.Key_Return)
    assert [counter.state(one) for one in family] == [State.LEFT, State.LEFT, State.HERE, State.LEFT]
    assert counter.page.ticks.isHidden()
    counter.press(Qt.Key.Key_F10)
    assert [one.id for one in counter.page.finder.list.people()] == [family[2]]
    counter.press(Qt.Key.Key_Escape)
    assert counter.page.ticks.isHidden()


def test_ten_cards_in_a_row_lose_nothing(counter, context):
    ids = register_household(counter.register, [Details(name=f"山田{number}") for number in range(10)])
    counter.press(Qt.Key.Key_F3)
    for one in ids:
        counter.scan(make_card_code(one))
    assert [counter.state(one) for one in ids] == [State.LEFT] * 10


def test_the_other_tabs_are_told_when_the_cards_pause(counter, context):
    told = []
    context.changes.listen(told.append)
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-1-1")
    counter.scan("A-1-2")
    assert told == []
    counter.settle()
    assert told == [Change.PEOPLE]
    counter.scan("A-1-3")
    counter.page.hide()
    assert told == [Change.PEOPLE] * 2


def test_the_count_at_any_hour(counter, family):
    add_own_shelter(counter.register, "公民館")
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-1-1")
    panel = counter.page.counts
    panel.when.line.setFocus()
    counter.scan((counter.now - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M"))
    counter.qtbot.waitUntil(lambda: not is_busy())
    assert panel.counted.text().splitlines()[0].endswith(": 4 here")
    assert "第一体育館: 4 here" in panel.counted.text()
    counter.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    counter.scan("99:99")
    assert panel.when.error()
    assert not panel.counted.isVisible()


def test_a_scanner_is_not_garbled_by_an_input_method(counter):
    field = counter.page.finder.field
    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    counter.press(Qt.Key.Key_F9)
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    counter.scan("A-1-1")
    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_scanner_that_sends_tab_is_understood(counter, family):
    counter.press(Qt.Key.Key_F3)
    counter.type("A-1-1")
    counter.press(Qt.Key.Key_Tab)
    assert counter.state(family[0]) is State.LEFT


def test_locking_in_the_middle_tells_nobody_of_a_closed_register(counter, context):
    counter.press(Qt.Key.Key_F3)
    counter.scan("A-1-1")
    context.door.lock()
    assert not counter.page._timer.isActive()


def test_everything_has_a_name(counter):
    for mode in range(6):
        counter.press(Qt.Key(Qt.Key.Key_F2 + mode))
        assert find_nameless(counter.page) == []
    counter.press(Qt.Key.Key_F10)
    assert find_nameless(counter.page) == []
