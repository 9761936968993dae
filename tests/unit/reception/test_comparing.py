from datetime import timedelta

import pytest

from disaster_support.features.reception.comparing import (
    combine,
    list_agreed,
    list_differences,
    list_merged,
    order_pair,
)
from disaster_support.features.reception.duplicates import merge, unmerge
from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.model import NeedKind
from disaster_support.features.reception.service import mark_need_met, register_household
from disaster_support.storage.people import get_person
from tests.helpers.registers import Clock, make_register


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def register(tmp_path, cheap_keys, clock):
    register = make_register(tmp_path / "register", clock).register
    yield register
    register.close()


@pytest.fixture
def add(register, clock):
    def add(**fields):
        clock.now += timedelta(hours=1)
        (one,) = register_household(register, [read_details(fields, clock.now).details])
        return get_person(register, one)

    return add


def proposed(keep, other):
    return {one.column: one.takes_other for one in list_differences(keep, other)}


def test_the_record_made_first_is_kept_whichever_way_round(add):
    first, second = add(name="An"), add(name="An")
    assert order_pair(second, first) == order_pair(first, second) == (first, second)


def test_an_answer_is_proposed_over_none_and_the_newer_over_the_older(add):
    first = add(name="An", phone="1111", kana="アン", sex="?", room="A")
    second = add(name="An", phone="2222", sex="female", room="-")
    assert proposed(first, second) == {"phone": True, "kana": False, "sex": True, "room": False}
    assert list_agreed(first, second) == ["name"]


def test_being_found_stays_private_unless_both_agree(add):
    first = add(name="An", consent_public="no", consent_relatives="yes")
    second = add(name="An", consent_public="yes", consent_relatives="no")
    assert proposed(first, second) == {"consent_public": False, "consent_relatives": True}


def test_more_languages_are_proposed(add):
    assert proposed(add(name="An", languages="vi;ja=slow"), add(name="An", languages="vi")) == {"languages": False}


def test_the_answer_that_says_more_is_proposed(add):
    first = add(name="Nguyễn", birth="1985-03-04", need_medicine="yes: insulin", need_pet="no")
    second = add(name="NGUYEN", birth="1985", need_medicine="yes", need_pet="yes")
    assert proposed(first, second) == {"name": False, "birth": False, "need_medicine": False, "need_pet": True}


def test_what_was_chosen_survives_with_its_moments_and_the_records_part_again(register, add):
    first = add(name="An", need_medicine="yes: insulin", phone="1111")
    mark_need_met(register, first, NeedKind.MEDICINE)
    first = get_person(register, first.id)
    second = add(name="Nguyễn An", need_medicine="yes", phone="2222")
    merge(register, first, second, combine(first, second, ["name"]))
    kept = get_person(register, first.id)
    assert kept.details.name == "Nguyễn An"
    assert kept.details.phone == "1111"
    assert kept.details.needs == first.details.needs
    assert [one.id for one in list_merged(register, first.id)] == [second.id]
    unmerge(register, second.id)
    assert get_person(register, first.id).details == first.details
    assert list_merged(register, first.id) == []
