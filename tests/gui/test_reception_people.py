"""People: found as one types, the record of each, its history, and who was registered twice."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from disaster_support import i18n
from disaster_support.changes import Change
from disaster_support.features.reception.comings import give
from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.model import Audience, MovementKind, NeedKind, State
from disaster_support.features.reception.pages.people.page import PeoplePage
from disaster_support.features.reception.records import change_columns, take_columns, write_record
from disaster_support.features.reception.sample import invent_people
from disaster_support.features.reception.service import make_card_code, register_household
from disaster_support.storage.drafts import list_drafts
from disaster_support.storage.journal import READ, read_changes
from disaster_support.storage.people import get_person
from disaster_support.storage.roles import Role, StaffMember
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.registers import cheap_keys, make_register

__all__ = ["cheap_keys"]

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
AN = {
    "name": "Nguyễn Văn An",
    "latin": "NGUYEN VAN AN",
    "birth": "1985-03-04",
    "phone": "090-1111-2222",
    "languages": "vi=interpreter;ja=slow",
    "need_medicine": "yes: insulin",
    "consent_relatives": "yes",
}


class Clock:
    """A minute later each time it is asked, so that the history has an order."""

    def __init__(self):
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


class Desk:
    """Stands in for the tabs beside this one."""

    def __init__(self):
        self.asked = []

    def open_arrival(self, household_id=""):
        self.asked.append(("arrival", household_id))

    def open_tab(self, tab_id):
        self.asked.append(("tab", tab_id))
        return self

    def show_cards(self, ids):
        self.asked.append(("cards", list(ids)))


@pytest.fixture
def register(context, cheap_keys):
    register = make_register(context.paths.data / "register", Clock()).register
    context.door.admit(register)
    return register


@pytest.fixture
def add(register):
    def add(*members):
        now = register.clock().astimezone()
        return register_household(register, [read_details(fields, now).details for fields in members])

    return add


@pytest.fixture
def people(add):
    return (
        *add(AN, {"name": "Nguyễn Thị Hoa", "languages": "vi"}),
        *add({"name": "राम बहादुर", "kana": "ラム バハドゥル", "languages": "ne=slow", "room": "B-2"}),
        *add({"name": "田中 太郎", "kana": "タナカ タロウ", "need_car": "yes"}),
    )


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def page(context, register, people, desk, qtbot):
    page = PeoplePage(context, desk)
    qtbot.addWidget(page)
    page.resize(1278, 668)
    page.show()
    page.finder.search.setFocus()
    settle(qtbot, page)
    yield page
    if context.door.is_open:
        context.door.lock()


def settle(qtbot, page):
    qtbot.waitUntil(lambda: not page.finder._timer.isActive() and not is_busy(), timeout=10_000)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    assert QApplication.focusWidget() is not None
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def find(qtbot, page, text):
    """Type into the search, and return the names found."""
    page.finder.search.setFocus()
    page.finder.search.selectAll()
    if text.isascii():
        QTest.keyClicks(page.finder.search, text)
    else:
        page.finder.search.setText(text)
    settle(qtbot, page)
    return [person.details.name for person in page.finder.table.people]


def shown(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(page, name):
    """Return the button of this name that is on the screen."""
    return next(one for one in page.record.findChildren(QPushButton, name) if one.isVisibleTo(page))


def focus(page, name):
    button(page, name).setFocus()


# -- finding


def test_the_newest_are_shown_until_something_is_searched(page):
    assert page.finder.table.people[0].details.name == "田中 太郎"
    assert "no list of all" in page.finder.count.text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nguyen van", ["Nguyễn Văn An"]),
        ("राम", ["राम बहादुर"]),
        ("たなか", ["田中 太郎"]),
        ("090 1111", ["Nguyễn Văn An"]),
        ("A-2-1", ["राम बहादुर"]),
    ],
)
def test_people_are_found_by_what_is_known_of_them(qtbot, page, typed, found):
    assert find(qtbot, page, typed) == found
    assert page.finder.count.text() == "1 person"


def test_nobody_found_says_what_to_try(qtbot, page):
    assert find(qtbot, page, "zzqqxx") == []
    assert "another spelling" in page.finder.count.text()


def test_a_late_answer_to_a_former_question_is_dropped(qtbot, page):
    page.finder.search.setText("nguyen")
    page.finder._look()
    page.finder.search.setText("tanaka")
    page.finder._look()
    settle(qtbot, page)
    assert [person.details.name for person in page.finder.table.people] == ["田中 太郎"]


def test_filters_offer_what_is_there_and_narrow_down(qtbot, page):
    boxes = page.finder.filters._boxes
    assert [boxes.language.itemData(at) for at in range(boxes.language.count())] == ["", "vi", "ja", "ne"]
    assert [boxes.room.itemData(at) for at in range(boxes.room.count())] == ["", "B-2"]
    assert not boxes.shelter.isVisible()
    boxes.language.setFocus()
    press(Qt.Key.Key_Down)
    settle(qtbot, page)
    assert {person.details.name for person in page.finder.table.people} == {"Nguyễn Văn An", "Nguyễn Thị Hoa"}
    boxes.need.setCurrentIndex(boxes.need.findData("medicine"))
    settle(qtbot, page)
    assert [person.details.name for person in page.finder.table.people] == ["Nguyễn Văn An"]


def test_more_than_fit_are_counted(qtbot, page, add):
    add(*({"name": f"Quyen {number}"} for number in range(210)))
    find(qtbot, page, "quyen")
    assert len(page.finder.table.people) == 200
    assert "10 more" in page.finder.count.text()


def test_from_the_search_to_a_record_and_back_by_keys(qtbot, page):
    find(qtbot, page, "nguyen")
    press(Qt.Key.Key_Down)
    assert page.finder.table.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.record.isVisible()
    assert page.record.person.id == page.finder.table.people[1].id
    press(Qt.Key.Key_Escape)
    assert page.finder.search.hasFocus()
    assert not page.record.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert page.finder.search.hasFocus()


def test_enter_opens_the_only_one_found_even_before_the_answer(qtbot, page):
    page.finder.search.setFocus()
    QTest.keyClicks(page.finder.search, "tanaka")
    press(Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.record.person.details.name == "田中 太郎"


@pytest.mark.parametrize("write", [lambda one: one.number.lower(), lambda one: make_card_code(one.id)])
def test_a_card_opens_its_record_at_once(qtbot, page, register, people, write):
    page.finder.search.setFocus()
    QTest.keyClicks(page.finder.search, write(get_person(register, people[2])))
    press(Qt.Key.Key_Return)
    assert page.record.person.id == people[2]


def test_an_unknown_card_is_said(qtbot, page):
    find(qtbot, page, "Z-99-1")
    press(Qt.Key.Key_Return)
    assert "Z-99-1" in page.finder.count.text()
    assert not page.record.isVisible()


# -- the record


def test_opening_a_record_is_written_down_once(page, register, people):
    page.show_person(people[0])
    page.record.refresh()
    reads = [one for one in read_changes(register, rows=(people[0],)) if one.reason == READ]
    assert len(reads) == 1


def test_a_record_tells_everything_in_words(page, people):
    page.show_person(people[0])
    text = shown(page.record)
    for words in (
        "A-1-1",
        "insulin",
        "Vietnamese (Interpreter needed)",
        "March 4, 1985, 41 years old",
        "090-1111-2222",
    ):
        assert words in text
    assert "Not asked: Address" not in text
    assert "Not asked" in text
    assert find_nameless(page) == []


def test_a_need_is_seen_to_and_the_focus_stays(page, register, people):
    page.show_person(people[0])
    focus(page, "need-medicine")
    press(Qt.Key.Key_Space)
    assert get_person(register, people[0]).details.needs[NeedKind.MEDICINE].met_at
    assert QApplication.focusWidget().objectName() == "need-medicine"
    press(Qt.Key.Key_Space)
    assert get_person(register, people[0]).details.needs[NeedKind.MEDICINE].waits


def test_a_consent_is_withdrawn_as_easily_as_given(page, register, people):
    page.show_person(people[0])
    for answer, given in (("no", False), ("yes", True)):
        focus(page, f"consent-relatives-{answer}")
        press(Qt.Key.Key_Space)
        assert get_person(register, people[0]).details.consents[Audience.RELATIVES].given is given


def test_a_whole_household_leaves_and_comes_back(page, register, people):
    page.show_person(people[0])
    focus(page, "act-out")
    press(Qt.Key.Key_Space)
    page.record.inline.all_of_them.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert [get_person(register, one).state for one in people[:3]] == [State.LEFT, State.LEFT, State.HERE]
    page.record.notice.findChild(QPushButton).click()
    assert get_person(register, people[1]).state is State.HERE


def test_a_transfer_needs_its_destination(page, register, people):
    page.show_person(people[0])
    focus(page, "act-transfer-out")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert get_person(register, people[0]).state is State.HERE
    QTest.keyClicks(QApplication.focusWidget(), "Kita")
    press(Qt.Key.Key_Return)
    assert get_person(register, people[0]).state is State.TRANSFERRED
    assert page.record.inline is None


def test_a_night_away_has_its_day_of_return(page, register, people):
    page.show_person(people[0])
    page.record.begin_move(MovementKind.LEAVE)
    press(Qt.Key.Key_Return)
    (back,) = register.query("SELECT back_on FROM movement WHERE kind = 'leave'")[0]
    assert date.fromisoformat(back) == (register.clock().astimezone() + timedelta(days=1)).date()


def test_escape_closes_the_panel_before_the_record(page, people):
    page.show_person(people[0])
    focus(page, "act-out")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert page.record.inline is None
    assert page.record.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.record.isVisible()


def test_moving_to_another_household(page, register, people):
    page.show_person(people[1])
    page.record.begin_household()
    QTest.keyClicks(QApplication.focusWidget(), "A-9")
    press(Qt.Key.Key_Return)
    assert page.record.inline is not None  # there is none: what was typed stays
    page.record.inline.findChild(type(QApplication.focusWidget())).setText("a-2")
    press(Qt.Key.Key_Return)
    assert get_person(register, people[1]).household_id == get_person(register, people[2]).household_id


def test_removed_by_mistake_and_brought_back(qtbot, page, register, people):
    page.show_person(people[2])
    page.record.remove()
    assert get_person(register, people[2]).removed
    assert find(qtbot, page, "राम") == []
    page.notice.findChild(QPushButton).click()
    assert not get_person(register, people[2]).removed
    assert page.record.person.id == people[2]


def test_the_other_tabs_are_asked_for_what_is_theirs(page, register, people, desk):
    page.show_person(people[0])
    for name in ("act-card", "act-join"):
        focus(page, name)
        press(Qt.Key.Key_Space)
    household = get_person(register, people[0]).household_id
    assert desk.asked == [("tab", "paper"), ("cards", [people[0]]), ("arrival", household)]


def test_a_viewer_looks_and_is_told_so(page, register, people):
    register.staff = StaffMember(register.staff.id, "佐藤", Role.VIEWER)
    page.show_person(people[0])
    assert "You may look" in shown(page.record)
    assert page.record.findChild(QPushButton, "act-edit") is None
    assert page.record.findChild(QPushButton, "need-medicine") is None
    assert page.record.findChild(QPushButton, "consent-public-yes") is None


# -- changing


def begin_edit(page, person_id):
    page.show_person(person_id)
    focus(page, "act-edit")
    press(Qt.Key.Key_Space)
    return page.record.editor.form


def test_a_field_is_changed_by_keys_and_nothing_else(page, register, people):
    before = get_person(register, people[0]).details
    form = begin_edit(page, people[0])
    assert form.name.hasFocus()
    QTest.keyClicks(form.name, "h")
    press(Qt.Key.Key_Return)
    assert page.record.editor is None
    after = get_person(register, people[0]).details
    assert after.name == "Nguyễn Văn Anh"
    assert take_columns(after, before, ["name"]) == before
    assert list_drafts(register, f"record-{people[0]}") == []


def test_a_form_that_was_only_looked_at_changes_nobody(page, register, add, qtbot):
    rows = list(invent_people(8, 7, date(2026, 11, 23), SAMPLE))
    ids = [add({**row, "household": "", "state": "", "arrived_at": ""})[0] for row in rows]
    for one in ids:
        form = begin_edit(page, one)
        assert page.record.editor.edits() == {}
        form.name.setFocus()
        press(Qt.Key.Key_Escape)
    assert page.record.notice.text() == ""


def test_what_cannot_be_read_is_said_at_its_field(page, people):
    form = begin_edit(page, people[0])
    form._lines["birth"].setText("1985-13-44")
    press(Qt.Key.Key_Return)
    assert page.record.editor is not None
    assert form._labelled["birth"].error()


def test_giving_up_can_be_taken_back(page, register, people):
    form = begin_edit(page, people[0])
    QTest.keyClicks(form.name, "h")
    press(Qt.Key.Key_Escape)
    assert page.record.editor is None
    assert get_person(register, people[0]).details.name == "Nguyễn Văn An"
    page.record.notice.findChild(QPushButton).click()
    assert page.record.editor.form.name.text() == "Nguyễn Văn Anh"


def test_what_was_typed_outlives_a_lock(context, page, register, people, desk, qtbot):
    form = begin_edit(page, people[0])
    QTest.keyClicks(form.name, "h")
    context.changes.announce(Change.REGISTER_CLOSING)
    again = PeoplePage(context, desk)
    qtbot.addWidget(again)
    again.show()
    again.show_person(people[0])
    assert "not saved" in again.record.notice.text()
    again.record.edit()
    assert again.record.editor.form.name.text() == "Nguyễn Văn Anh"
    settle(qtbot, again)


def change_behind(register, person_id, **columns):
    """Change a record as somebody else does."""
    now = get_person(register, person_id).details
    edited = read_details({**write_record(now), **columns}, register.clock().astimezone()).details
    change_columns(register, person_id, write_record(now), edited, tuple(columns))


def test_two_edits_of_one_field_stand_side_by_side(page, register, people):
    form = begin_edit(page, people[0])
    change_behind(register, people[0], phone="070-7777", room="E-9")
    form._lines["phone"].setText("080-5555")
    form._lines["contact"].setText("LINE an1985")
    press(Qt.Key.Key_Return)
    asked = shown(page.record.editor)
    assert "070-7777" in asked
    assert "080-5555" in asked
    assert get_person(register, people[0]).details.phone == "070-7777"
    press(Qt.Key.Key_Left)  # from mine to theirs
    page.record.editor._collisions.confirm.click()
    after = get_person(register, people[0]).details
    assert (after.phone, after.room, after.contact) == ("070-7777", "E-9", "LINE an1985")


def test_mine_can_be_chosen_too(page, register, people):
    form = begin_edit(page, people[0])
    change_behind(register, people[0], phone="070-7777")
    form._lines["phone"].setText("080-5555")
    page.record.editor.save()
    page.record.editor._collisions.confirm.click()
    assert get_person(register, people[0]).details.phone == "080-5555"


def test_a_draft_that_others_overtook_is_asked_about(context, page, register, people):
    form = begin_edit(page, people[0])
    form._lines["phone"].setText("080-5555")
    form._lines["phone"].textEdited.emit("080-5555")
    page.show_person(people[2])
    change_behind(register, people[0], phone="070-7777")
    page.show_person(people[0])
    page.record.edit()
    assert page.record.editor._collisions is not None
    page.record.editor._collisions.confirm.click()
    assert get_person(register, people[0]).details.phone == "080-5555"


# -- history


def test_the_history_tells_who_did_what(page, register, people):
    give(register, [people[0]], "blanket", 2)
    page.show_person(people[0])
    change_behind(register, people[0], phone="070-7777")
    page.record.show_history()
    text = shown(page.record)
    for words in ("Came in", "blanket", "Telephone: 090-1111-2222 → 070-7777", "Registered", "Read the record", "山田"):
        assert words in text
    page.record._body.itemAt(0).widget()._readings.click()
    assert "Read the record" not in shown(page.record)


def test_a_wrong_movement_is_taken_back_and_both_stay(page, register, people):
    page.show_person(people[0])
    page.record.show_history()
    next(one for one in page.record.findChildren(QPushButton) if one.text() == "Take back").click()
    assert get_person(register, people[0]).state is State.EXPECTED
    assert "was taken back" in shown(page.record)


# -- twice


@pytest.fixture
def double(page, add, qtbot):
    (double,) = add({"name": "NGUYEN VAN AN", "birth": "1985-03-04", "phone": "080-9999", "sex": "male"})
    page.show_pairs()
    settle(qtbot, page)
    return double


def test_likely_duplicates_are_counted_and_compared(page, double):
    assert page.pairs.list.count() == 1
    assert page.finder.pairs.text() == "Likely duplicates (1)"
    assert "1985" in shown(page.pairs.comparison)
    assert set(page.pairs.comparison.radios) >= {"name", "phone", "sex", "languages"}
    assert find_nameless(page) == []


def test_the_same_person_is_merged_field_by_field_and_parted_again(page, register, people, double):
    before = get_person(register, people[0]).details, get_person(register, double).details
    comparison = page.pairs.comparison
    mine, theirs = comparison.radios["phone"]
    assert theirs.isChecked()
    mine.setFocus()
    press(Qt.Key.Key_Space)
    comparison.merge.setFocus()
    press(Qt.Key.Key_Space)
    kept = get_person(register, people[0])
    assert (kept.details.name, kept.details.phone, kept.details.sex) == ("Nguyễn Văn An", "090-1111-2222", "male")
    assert page.pairs.list.count() == 0
    page.show_person(double)  # the other card leads to the one record
    assert page.record.person.id == people[0]
    assert "Merged into this record" in shown(page.record)
    next(one for one in page.record.findChildren(QPushButton) if one.text() == "Part again").click()
    assert (get_person(register, people[0]).details, get_person(register, double).details) == before
    assert "Merged into this record" not in shown(page.record)


def test_two_people_are_kept_apart_for_good(page, register, double, qtbot):
    page.pairs.comparison.parted.emit()
    assert page.pairs.list.count() == 0
    page.show_pairs()
    settle(qtbot, page)
    assert page.pairs.list.count() == 0
    press(Qt.Key.Key_Escape)
    assert page.finder.search.hasFocus()


def test_those_kept_apart_are_listed_and_become_a_likely_pair_again(page, people, double, qtbot):
    assert not page.pairs.apart.isVisible()
    page.pairs.comparison.parted.emit()
    assert page.pairs.apart.isVisible()
    assert "Nguyễn Văn An" in page.pairs.apart.list.item(0).text()
    assert find_nameless(page) == []
    page.pairs.apart.again.setFocus()
    press(Qt.Key.Key_Space)
    settle(qtbot, page)
    assert not page.pairs.apart.isVisible()
    assert page.pairs.list.count() == 1
    assert {page.pairs.comparison.keep.id, page.pairs.comparison.other.id} == {people[0], double}


def test_two_records_that_somebody_names_are_compared(page, register, people):
    page.show_person(people[0])
    page.record.begin_merge()
    QTest.keyClicks(QApplication.focusWidget(), "a-2-1")
    press(Qt.Key.Key_Return)
    assert {page.pairs.comparison.keep.id, page.pairs.comparison.other.id} == {people[0], people[2]}


# -- everywhere


def test_in_a_narrow_window_one_of_the_two_is_shown(page, people, qtbot):
    page.resize(936, 660)
    page.show_person(people[0])
    assert page.record.isVisible()
    assert not page.finder.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.finder.isVisible()
    header = page.finder.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() <= page.finder.table.viewport().width())


def test_another_interface_language_changes_no_edit(page, people, tmp_path, qtbot):
    form = begin_edit(page, people[0])
    QTest.keyClicks(form.name, "h")
    i18n.use_language("en", tmp_path)
    page.retranslate()
    assert set(page.record.editor.edits()) == {"name"}
