"""Where people are follows from their comings and goings."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.features.reception.model import STATE_AFTER, Details, MovementKind, State
from disaster_support.storage import movements, people
from disaster_support.storage.check import check_register
from disaster_support.storage.counts import count_here, count_states

KINDS = tuple(STATE_AFTER)


@pytest.fixture
def an(register):
    with register.writing() as writer:
        return people.add_person(writer, Details(name="An"), people.add_household(writer)[0], "s")


def go(register, person_id, kind, at=None, shelter="s"):
    with register.writing() as writer:
        return movements.add_movement(writer, person_id, kind, shelter, at=at)


def state(register, person_id):
    return people.get_person(register, person_id).state


def test_nobody_is_here_before_they_came(register, an):
    assert state(register, an) is State.EXPECTED
    assert count_here(register) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_last_movement_tells_the_state(register, an, kind):
    go(register, an, MovementKind.IN)
    go(register, an, kind, shelter="t")
    person = people.get_person(register, an)
    assert (person.state, person.shelter_id, person.state_since) == (STATE_AFTER[kind], "t", register.clock())


def test_an_earlier_movement_that_is_entered_late_changes_the_past_only(register, an):
    go(register, an, MovementKind.IN)
    go(register, an, MovementKind.OUT, at=register.clock() - timedelta(hours=1))
    assert state(register, an) is State.HERE


def test_a_clock_that_was_set_back_does_not_keep_anybody_in(register, an):
    go(register, an, MovementKind.IN)
    register.clock.now -= timedelta(hours=3)
    go(register, an, MovementKind.OUT)
    assert state(register, an) is State.LEFT


def test_a_movement_taken_back_leaves_the_one_before_and_both_in_the_history(register, an):
    go(register, an, MovementKind.IN)
    wrong = go(register, an, MovementKind.OUT)
    with register.writing() as writer:
        movements.void_movement(writer, an, wrong, "s")
    assert state(register, an) is State.HERE
    assert [one.kind for one in movements.list_movements(register, [an])] == ["void", "out", "in"]


def test_removed_people_are_nowhere_counted_until_they_come_back(register, an):
    go(register, an, MovementKind.IN)
    for removed, count in ((True, 0), (False, 1)):
        with register.writing() as writer:
            people.mark_removed(writer, an, removed)
        assert count_here(register) == count
        assert movements.count_present(register, register.clock()) == count


def test_the_count_at_any_hour(register, an):
    start = register.clock()
    go(register, an, MovementKind.IN, at=start)
    go(register, an, MovementKind.LEAVE, at=start + timedelta(hours=2))
    go(register, an, MovementKind.TRANSFER_IN, at=start + timedelta(hours=4), shelter="t")
    at = [movements.count_present(register, start + timedelta(hours=hour)) for hour in (-1, 0, 1, 2, 3, 4, 9)]
    assert at == [0, 1, 1, 0, 0, 1, 1]
    assert movements.count_present(register, start + timedelta(hours=4), "s") == 0
    assert movements.count_present(register, start + timedelta(hours=4), "t") == 1


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(-5, 5), st.booleans()), max_size=8))
def test_presence_is_what_the_standing_movements_say(register, steps):
    with register.writing() as writer:
        who = people.add_person(writer, Details(name="An"), people.add_household(writer)[0], "s")
    standing = []
    for kind, hours, voided in steps:
        at = register.clock() + timedelta(hours=hours)
        made = go(register, who, kind, at=at)
        if voided:
            with register.writing() as writer:
                movements.void_movement(writer, who, made, "s")
        else:
            standing.append((at, len(standing), kind))
    assert state(register, who) is (STATE_AFTER[max(standing)[2]] if standing else State.EXPECTED)
    assert [one.code for one in check_register(register)] == ["backups"]


def test_states_are_counted(register, an):
    go(register, an, MovementKind.LEAVE)
    assert count_states(register) == {"on-leave": 1}


def test_handouts_count_without_what_was_taken_back(register, an):
    with register.writing() as writer:
        movements.add_handout(writer, an, "弁当", 2)
        movements.add_handout(writer, an, "毛布")
    meals = next(one for one in movements.list_handouts(register, [an]) if one.item == "弁当")
    day = register.clock() - timedelta(hours=1), register.clock() + timedelta(hours=1)
    assert movements.count_handouts(register, *day) == {"弁当": 2, "毛布": 1}
    with register.writing() as writer:
        movements.void_handout(writer, meals)
    assert movements.count_handouts(register, *day) == {"毛布": 1}
    assert [one.item for one in movements.list_handouts(register, [an])] == ["毛布"]
