"""Coming and going, meals and goods: nobody is counted twice, whatever is scanned and taken back."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.comings import (
    give,
    list_given,
    list_history,
    move,
    take_back,
    take_handouts_back,
)
from disaster_support.features.reception.duplicates import merge
from disaster_support.features.reception.model import STATE_AFTER, Details, MovementKind, State
from disaster_support.features.reception.service import register_household, remove_people, restore_people
from disaster_support.storage.check import check_register
from disaster_support.storage.counts import count_here, count_states
from disaster_support.storage.movements import count_handouts
from disaster_support.storage.people import get_person
from disaster_support.storage.roles import Role, StaffMember

KINDS = tuple(STATE_AFTER)


@pytest.fixture
def ids(register):
    return register_household(register, [Details(name="An"), Details(name="Hoa"), Details(name="Mai")])


def _as(register, role):
    register.staff = StaffMember(register.staff.id, register.staff.name, role)


def _state(register, person_id):
    return get_person(register, person_id).state


def test_a_household_leaves_and_comes_back_at_once(register, ids):
    assert move(register, ids, MovementKind.OUT).moved == ids
    assert count_here(register) == 0
    assert move(register, ids, MovementKind.IN).moved == ids
    assert count_here(register) == 3


def test_who_is_there_already_is_left_as_they_are(register, ids):
    move(register, ids[:1], MovementKind.OUT)
    done = move(register, ids, MovementKind.OUT)
    assert (done.moved, done.already) == (ids[1:], ids[:1])
    again = move(register, ids, MovementKind.OUT)
    assert (again.moved, again.already, again.movement_ids) == ((), ids, ())
    assert len(list_history(register, ids[0])) == 2


def test_one_id_twice_moves_once(register, ids):
    assert len(move(register, [ids[0], ids[0]], MovementKind.OUT).movement_ids) == 1


def test_a_transfer_needs_a_destination_and_a_time_must_have_passed(register, ids):
    with pytest.raises(UserError, match="which shelter"):
        move(register, ids, MovementKind.TRANSFER_OUT, destination=" ")
    with pytest.raises(UserError, match="lies ahead"):
        move(register, ids, MovementKind.OUT, at=register.clock() + timedelta(minutes=1))
    assert count_here(register) == 3


def test_an_unknown_or_removed_person_moves_nobody(register, ids):
    with pytest.raises(UserError):
        move(register, [*ids, "nobody"], MovementKind.OUT)
    remove_people(register, ids[:1])
    with pytest.raises(UserError):
        move(register, ids, MovementKind.OUT)
    assert count_here(register) == 2
    restore_people(register, ids[:1])
    assert count_here(register) == 3


def test_what_is_taken_back_stays_in_the_history(register, ids):
    done = move(register, ids, MovementKind.LEAVE, back_on="2026-11-25")
    take_back(register, done.movement_ids)
    assert count_here(register) == 3
    history = list_history(register, ids[0])
    assert sorted(one.kind for one in history) == ["in", "leave", "void"]


def test_moving_a_merged_record_moves_the_person(register, ids):
    keep, other = get_person(register, ids[0]), get_person(register, ids[1])
    merge(register, keep, other, keep.details)
    assert move(register, [other.id, keep.id], MovementKind.OUT).moved == (keep.id,)
    assert (_state(register, keep.id), count_here(register)) == (State.LEFT, 1)


@pytest.mark.parametrize(("role", "may"), [(role, role is not Role.VIEWER) for role in Role])
def test_who_may_move_people_and_give_things(register, ids, role, may):
    movement = move(register, ids[:1], MovementKind.OUT).movement_ids
    _as(register, role)
    for act in (
        lambda: move(register, ids[1:], MovementKind.OUT),
        lambda: give(register, ids, "water"),
        lambda: take_back(register, movement),
        lambda: take_handouts_back(register, list_given(register, ids[0])),
    ):
        if may:
            act()
        else:
            with pytest.raises(UserError, match="role"):
                act()
    assert count_here(register) == (1 if may else 2)


def test_what_was_given_is_counted_until_it_is_taken_back(register, ids):
    give(register, ids, "blanket", 2)
    since, until = register.clock() - timedelta(hours=1), register.clock() + timedelta(hours=1)
    assert count_handouts(register, since, until) == {"blanket": 6}
    take_handouts_back(register, list_given(register, ids[0]))
    assert count_handouts(register, since, until) == {"blanket": 4}
    assert list_given(register, ids[0]) == []
    for item, quantity in ((" ", 1), ("water", 0)):
        with pytest.raises(UserError, match="what was given"):
            give(register, ids, item, quantity)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(KINDS), st.sets(st.integers(0, 2), min_size=1), st.integers(0, 120)),
        st.tuples(st.just("back"), st.integers(0, 30)),
        st.tuples(st.sampled_from(("remove", "restore")), st.integers(0, 2)),
        st.tuples(st.just("wait"), st.integers(-60, 120)),
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nobody_is_counted_twice_whatever_happens(register, steps):
    before = count_here(register)
    ids = register_household(register, [Details(name="An"), Details(name="Hoa"), Details(name="Mai")])
    made, removed = [], set()
    for step, *rest in steps:
        if step == "wait":
            register.clock.now += timedelta(minutes=rest[0])
        elif step == "back" and made:
            take_back(register, [made.pop(rest[0] % len(made))])
        elif step == "remove":
            remove_people(register, [ids[rest[0]]])
            removed.add(ids[rest[0]])
        elif step == "restore":
            restore_people(register, [ids[rest[0]]])
            removed.discard(ids[rest[0]])
        elif step in KINDS:
            going = [ids[place] for place in rest[0] if ids[place] not in removed]
            at = register.clock() - timedelta(minutes=rest[1]) if rest[1] else None
            made += move(register, going, step, at=at, destination="B").movement_ids
    here = sum(_state(register, one) is State.HERE for one in ids if one not in removed)
    assert count_here(register) == before + here
    assert sum(count_states(register).values()) == register.query("SELECT count(*) FROM person WHERE removed = 0")[0][0]
    assert {one.code for one in check_register(register)} <= {"backups"}  # presence is what the movements say
