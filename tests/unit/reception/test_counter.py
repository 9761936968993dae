from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception import comings
from disaster_support.features.reception.counter import Mode, Result, Task, carry_out, undo
from disaster_support.features.reception.model import Details, MovementKind, State
from disaster_support.features.reception.scanning import is_card, straighten
from disaster_support.features.reception.service import make_card_code, register_household
from disaster_support.features.reception.things import MEALS, THINGS, meal_at, read_item, say_item
from disaster_support.storage.movements import count_handouts
from disaster_support.storage.people import get_person

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC).astimezone()
FAMILY = [Details(name=name) for name in ("Nguyễn Văn An", "Nguyễn Thị Hoa", "Nguyễn Minh", "Nguyễn Lan")]


@pytest.fixture
def ids(register):
    return register_household(register, FAMILY, at=NOW - timedelta(days=2))


def states(register, ids):
    return [get_person(register, one).state for one in ids]


def test_one_card_takes_the_whole_household_out_and_in(register, ids):
    out = carry_out(register, Task(Mode.OUT, whole_household=True), ids[:1])
    assert [line.result for line in out.lines] == [Result.DONE] * 4
    assert states(register, ids) == [State.LEFT] * 4
    undo(register, out)
    assert states(register, ids) == [State.HERE] * 4


def test_a_member_who_was_transferred_does_not_come_in_with_the_others(register, ids):
    comings.move(register, ids, MovementKind.OUT)
    comings.move(register, ids[3:], MovementKind.TRANSFER_OUT, destination="市民病院")
    outcome = carry_out(register, Task(Mode.IN, whole_household=True), ids[:1])
    assert [line.result for line in outcome.lines] == [Result.DONE] * 3 + [Result.KEPT]
    assert states(register, ids)[3] is State.TRANSFERRED
    assert carry_out(register, Task(Mode.IN), ids[3:]).lines[0].result is Result.DONE


def test_a_card_scanned_twice_counts_nobody_twice(register, ids):
    assert carry_out(register, Task(Mode.OUT), ids[:1]).is_written
    second = carry_out(register, Task(Mode.OUT), ids[:1])
    assert second.lines[0].result is Result.ALREADY
    assert not second.is_written


def test_the_same_meal_is_given_a_second_time_only_when_somebody_says_so(register, ids):
    lunch = Task(Mode.GIVE, item="昼食")
    carry_out(register, lunch, ids[:1])
    second = carry_out(register, Task(Mode.GIVE, item="昼食", whole_household=True), ids[:1])
    assert second.asks == ids[:1]
    assert second.lines[0].had_at == NOW
    assert count_handouts(register, NOW, NOW + timedelta(seconds=1)) == {"昼食": 4}
    third = carry_out(register, lunch, ids[:1], again=True)
    assert count_handouts(register, NOW, NOW + timedelta(seconds=1)) == {"昼食": 5}
    undo(register, third)
    assert count_handouts(register, NOW, NOW + timedelta(seconds=1)) == {"昼食": 4}
    assert not carry_out(register, Task(Mode.GIVE, item="夕食"), ids[:1]).asks


def test_a_meal_of_yesterday_entered_from_paper_is_another_day(register, ids):
    carry_out(register, Task(Mode.GIVE, item="昼食"), ids[:1])
    yesterday = Task(Mode.GIVE, item="昼食", at=NOW - timedelta(days=1))
    assert carry_out(register, yesterday, ids[:1]).is_written
    assert carry_out(register, yesterday, ids[:1]).asks == ids[:1]
    with pytest.raises(UserError, match="ahead"):
        carry_out(register, Task(Mode.GIVE, item="昼食", at=NOW + timedelta(hours=1)), ids[:1])


def test_leave_says_the_day_they_want_to_be_back(register, ids):
    carry_out(register, Task(Mode.LEAVE, nights=2, at=NOW - timedelta(days=1)), ids[:1])
    movement = comings.list_history(register, ids[0])[0]
    assert (movement.kind, movement.back_on) == (MovementKind.LEAVE, "2026-11-24")
    assert carry_out(register, Task(Mode.LEAVE), ids[1:2]).is_written
    assert comings.list_history(register, ids[1])[0].back_on == ""


def test_a_transfer_goes_somewhere_with_its_reason(register, ids):
    with pytest.raises(UserError, match="which shelter"):
        carry_out(register, Task(Mode.TRANSFER_OUT), ids[:1])
    carry_out(register, Task(Mode.TRANSFER_OUT, place="第二小学校", reason="満員", whole_household=True), ids[:1])
    movement = comings.list_history(register, ids[2])[0]
    assert (movement.kind, movement.destination, movement.reason) == (
        MovementKind.TRANSFER_OUT,
        "第二小学校",
        "満員",
    )


def test_nobody_unknown_is_moved(register, ids):
    with pytest.raises(UserError):
        carry_out(register, Task(Mode.OUT), ["00000000-0000-0000-0000-000000000000"])


@pytest.mark.parametrize(
    "typed", ["Ａ－１２－１", "a-12-1", "A‐12‐1", " A-12-1 ", "aー12ー1", "]Q1A-12-1", "A - 12 - 1"]
)
def test_a_number_is_read_however_it_is_typed(typed):
    assert straighten(typed) == "A-12-1"
    assert is_card(straighten(typed))


@pytest.mark.parametrize("typed", ["Nguyễn", "ニャンー", "A-12", "090-1234-5678", "DS123", ""])
def test_a_name_is_no_card(typed):
    assert not is_card(straighten(typed))
    assert straighten(typed) == typed


@given(st.uuids())
def test_every_code_is_a_card_in_full_width_and_small_letters_too(one):
    code = make_card_code(str(one))
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code.lower())
    assert straighten(wide) == straighten(code) == code
    assert is_card(code)


def test_things_have_one_word_in_the_register():
    assert {read_item(say_item(item)) for item in THINGS} == set(THINGS)
    assert read_item("lunch") == "昼食"
    assert read_item("  猫の  えさ ") == "猫の えさ"
    assert [meal_at(NOW.replace(hour=hour)) for hour in (5, 9, 10, 14, 15, 23)] == [
        meal for meal in MEALS for _twice in range(2)
    ]
