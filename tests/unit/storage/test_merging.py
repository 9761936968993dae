"""Two records become one and are parted again without loss."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.comings import move, take_back
from disaster_support.features.reception.duplicates import (
    Same,
    likely_duplicates,
    list_kept_apart,
    list_likely_pairs,
)
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.service import (
    change_person,
    mark_need_met,
    register_household,
    remove_people,
)
from disaster_support.storage.check import check_register
from disaster_support.storage.counts import count_here
from disaster_support.storage.journal import read_changes
from disaster_support.storage.merging import keep_apart, merge, unmerge
from disaster_support.storage.movements import count_present
from disaster_support.storage.people import get_person

AN = Details(
    name="Nguyễn Văn An",
    birth="1985-03-04",
    languages=(SpokenLanguage("vi", Level.INTERPRETER),),
    needs={NeedKind.ALLERGY: Need(NeedState.YES, "peanut")},
)
AN_AGAIN = Details(
    name="NGUYEN VAN AN",
    birth="1985-03-04",
    phone="090-0000-0001",
    languages=(SpokenLanguage("vi", Level.SLOW), SpokenLanguage("en")),
    needs={NeedKind.MEDICINE: Need(NeedState.YES)},
    consents={Audience.RELATIVES: Consent(True)},
)


def _two(register):
    first, second = register_household(register, [AN])[0], register_household(register, [AN_AGAIN])[0]
    return get_person(register, first), get_person(register, second)


def _rows(register):
    tables = ("person", "language", "need", "consent", "movement", "presence", "person_key")
    return {table: sorted(map(repr, register.query(f"SELECT * FROM {table}"))) for table in tables}


def _alive(register, person_id):
    person = get_person(register, person_id)
    return person.details, person.state, person.merged_into


def test_a_merged_record_is_counted_and_listed_once(register):
    keep, other = _two(register)
    merge(register, keep, other, replace(keep.details, phone=other.details.phone))
    assert count_here(register) == 1
    assert get_person(register, other.id).merged_into == keep.id
    assert get_person(register, keep.id).details.phone == "090-0000-0001"
    assert [one.code for one in check_register(register)] == ["backups"]


def test_parting_brings_both_records_back(register):
    keep, other = _two(register)
    before = _alive(register, keep.id), _alive(register, other.id)
    details = replace(
        keep.details,
        phone=other.details.phone,
        languages=(*keep.details.languages, SpokenLanguage("en")),
        needs={**keep.details.needs, **other.details.needs},
        consents=other.details.consents,
    )
    merge(register, keep, other, details)
    unmerge(register, other.id)
    assert (_alive(register, keep.id), _alive(register, other.id)) == before
    assert count_here(register) == 2
    assert [one.code for one in check_register(register)] == ["backups"]


def test_what_was_changed_since_the_merge_stays(register):
    keep, other = _two(register)
    merge(register, keep, other, replace(keep.details, phone="090-0000-0001", room="A-1"))
    merged = get_person(register, keep.id)
    change_person(register, merged, replace(merged.details, room="B-2"))
    unmerge(register, other.id)
    parted = get_person(register, keep.id).details
    assert (parted.room, parted.phone) == ("B-2", None)


def test_records_merged_earlier_follow_and_come_back(register):
    keep, other = _two(register)
    third = get_person(register, register_household(register, [replace(AN, name="Nguyen An")])[0])
    merge(register, other, third, other.details)
    merge(register, keep, get_person(register, other.id), keep.details)
    assert get_person(register, third.id).merged_into == keep.id
    unmerge(register, other.id)
    assert get_person(register, third.id).merged_into == other.id
    assert count_here(register) == 2


def test_the_last_movement_of_both_says_where_they_are(register):
    keep, other = _two(register)
    move(register, [other.id], MovementKind.OUT)
    merge(register, keep, get_person(register, other.id), keep.details)
    assert count_here(register) == 0
    unmerge(register, other.id)
    assert count_here(register) == 1


def test_a_record_cannot_be_merged_into_itself_or_twice(register):
    keep, other = _two(register)
    with pytest.raises(UserError):
        merge(register, keep, keep, keep.details)
    merge(register, keep, other, keep.details)
    with pytest.raises(UserError):
        merge(register, keep, get_person(register, other.id), keep.details)
    with pytest.raises(UserError):
        unmerge(register, keep.id)


_TEXT = st.none() | st.sampled_from(("?", "-", "A-1", "山"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    room=_TEXT, note=_TEXT, tags=st.lists(st.sampled_from(("vi", "en", "ja", "ne")), unique=True), need=st.booleans()
)
def test_parting_always_restores(register, room, note, tags, need):
    keep, other = _two(register)
    before = _alive(register, keep.id), _alive(register, other.id)
    needs = {NeedKind.PRAYER: Need(NeedState.YES)} if need else {}
    languages = tuple(SpokenLanguage(tag) for tag in tags)
    merge(register, keep, other, replace(keep.details, room=room, note=note, languages=languages, needs=needs))
    unmerge(register, other.id)
    assert (_alive(register, keep.id), _alive(register, other.id)) == before


@pytest.mark.parametrize(
    "details",
    [
        AN_AGAIN,
        Details(name="Nguyễn Văn An"),
        Details(name="An Nguyen Van", birth="1985-03-04"),
        Details(name="Nguyen Vam An", birth="1985-03-04"),
    ],
)
def test_the_same_person_is_noticed_at_the_door(register, details):
    (person_id,) = register_household(register, [AN])
    likely = likely_duplicates(register, details)
    assert [one.person_id for one in likely] == [person_id]
    assert Same.NAME in likely[0].reasons


@pytest.mark.parametrize(
    "details",
    [
        Details(name="Trần Thị Hoa", birth="1985-03-04"),
        Details(name="Nguyễn Văn An", birth="1999-09-09"),
        Details(name="田中 太郎"),
    ],
)
def test_somebody_else_is_not(register, details):
    register_household(register, [AN])
    assert likely_duplicates(register, details) == []


def test_pairs_are_listed_until_they_are_kept_apart(register):
    keep, other = _two(register)
    (pair,) = list_likely_pairs(register)
    assert {pair.one, pair.other} == {keep.id, other.id}
    keep_apart(register, keep.id, other.id)
    assert list_likely_pairs(register) == []
    assert [{one.id, two.id} for one, two in list_kept_apart(register)] == [{keep.id, other.id}]


def test_keeping_apart_is_taken_back_and_both_words_stay_in_the_journal(register):
    keep, other = _two(register)
    keep_apart(register, keep.id, other.id)
    keep_apart(register, other.id, keep.id, apart=False)
    assert list_kept_apart(register) == []
    assert len(list_likely_pairs(register)) == 1
    assert [one.columns["stands"] for one in read_changes(register) if one.table == "apart"] == [0, 1]
    assert [one.code for one in check_register(register)] == ["backups"]


def test_a_record_that_is_gone_is_kept_apart_from_nobody(register):
    keep, other = _two(register)
    keep_apart(register, keep.id, other.id)
    remove_people(register, [other.id])
    assert list_kept_apart(register) == []


# -- merged, then merged further


def _merge_fresh(register, keep_id, other_id):
    keep, other = get_person(register, keep_id), get_person(register, other_id)
    merge(register, keep, other, keep.details)


def test_a_record_that_was_taken_along_into_a_third_can_be_parted(register):
    keep, other = _two(register)
    (third,) = register_household(register, [replace(AN, name="Nguyen An")])
    before = _alive(register, other.id)
    _merge_fresh(register, keep.id, other.id)
    _merge_fresh(register, third, keep.id)
    unmerge(register, other.id)
    assert _alive(register, other.id) == before
    assert get_person(register, keep.id).merged_into == third
    unmerge(register, keep.id)
    assert get_person(register, other.id).merged_into == ""
    assert count_here(register) == 3
    assert [one.code for one in check_register(register)] == ["backups"]


def test_an_answer_that_the_merge_brought_and_somebody_worked_on_stays(register):
    keep, other = _two(register)
    merge(register, keep, other, replace(keep.details, needs=other.details.needs))
    mark_need_met(register, get_person(register, keep.id), NeedKind.MEDICINE)
    unmerge(register, other.id)
    assert get_person(register, keep.id).details.needs[NeedKind.MEDICINE].met_at is not None


def test_taking_a_movement_of_the_merged_record_back_moves_the_person(register):
    keep, other = _two(register)
    moved = move(register, [other.id], MovementKind.OUT)
    _merge_fresh(register, keep.id, other.id)
    assert count_here(register) == 0
    take_back(register, moved.movement_ids)
    assert count_here(register) == 1
    assert [one.code for one in check_register(register)] == ["backups"]


def test_the_card_of_a_merged_record_moves_the_person_who_is_kept(register):
    keep, other = _two(register)
    _merge_fresh(register, keep.id, other.id)
    assert move(register, [other.id, keep.id], MovementKind.OUT).moved == (keep.id,)
    assert get_person(register, keep.id).state is State.LEFT


def test_a_merged_person_who_was_removed_is_counted_at_no_hour(register):
    keep, other = _two(register)
    _merge_fresh(register, keep.id, other.id)
    assert count_present(register, register.clock()) == 1
    remove_people(register, [keep.id])
    assert count_present(register, register.clock()) == 0


_RECORDS = st.lists(st.sampled_from(range(4)), min_size=2, max_size=2, unique=True)
_STEPS = st.lists(st.tuples(st.sampled_from(("merge", "unmerge", "out", "in")), _RECORDS), max_size=10)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_however_records_are_merged_and_parted_nobody_is_lost_or_counted_twice(register, steps):
    ids = [register_household(register, [replace(AN, name=f"An {one}")])[0] for one in range(4)]
    before = [get_person(register, one).details for one in ids]
    for step, (one, other) in steps:
        with suppress(UserError):
            if step == "merge":
                _merge_fresh(register, ids[one], ids[other])
            elif step == "unmerge":
                unmerge(register, ids[one])
            else:
                move(register, [ids[one]], MovementKind(step))
        assert [finding.code for finding in check_register(register)] == ["backups"]
        merged = {person.id: person.merged_into for person in map(partial(get_person, register), ids)}
        assert all(merged[keeper] == "" for keeper in merged.values() if keeper)
        people = [get_person(register, one) for one in ids if not merged[one]]
        here = sum(person.state is State.HERE for person in people)
        sql = "SELECT count(*) FROM presence WHERE counted = 1 AND state = 'here' AND person_id IN (?, ?, ?, ?)"
        assert register.query(sql, tuple(ids)) == [(here,)]
    for one in ids:
        with suppress(UserError):
            unmerge(register, one)
    assert [get_person(register, one).details for one in ids] == before
