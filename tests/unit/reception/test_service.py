"""Registering, looking up, changing: who may, what is written, and what is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception import service
from disaster_support.features.reception.duplicates import merge
from disaster_support.features.reception.model import (
    Audience,
    Details,
    Filters,
    Need,
    NeedKind,
    NeedState,
    State,
)
from disaster_support.storage.journal import READ, read_changes
from disaster_support.storage.people import get_person
from disaster_support.storage.roles import Role, StaffMember

AN = Details(name="Nguyễn Văn An", needs={NeedKind.MEDICINE: Need(NeedState.YES, "insulin")})


@pytest.fixture
def an(register):
    return get_person(register, service.register_household(register, [AN])[0])


def _names(register, text=""):
    return [one.details.name for one in service.find_people(register, Filters(text))]


def test_a_household_comes_in_together_and_another_joins_it(register):
    ids = service.register_household(register, [AN, Details(name="Hoa")])
    household_id = get_person(register, ids[0]).household_id
    (third,) = service.register_household(register, [Details(name="Mai")], household_id=household_id)
    household = service.open_household(register, household_id)
    assert [one.number for one in household.members] == ["A-1-1", "A-1-2", "A-1-3"]
    assert household.members[2].id == third
    assert {one.state for one in household.members} == {State.HERE}


@pytest.mark.parametrize("state", State)
def test_people_are_registered_into_any_state(register, state):
    (person_id,) = service.register_household(register, [AN], state=state)
    assert get_person(register, person_id).state is state


def test_one_without_a_name_keeps_all_out(register):
    with pytest.raises(UserError, match="name"):
        service.register_household(register, [AN, Details(name="  ")])
    with pytest.raises(UserError, match="household"):
        service.register_household(register, [AN], household_id="none")
    assert _names(register) == []


def test_opening_a_record_is_written_down_and_finding_is_not(register, an):
    _names(register, "nguyen")
    assert [one for one in read_changes(register) if one.reason == READ] == []
    assert service.open_record(register, an.id).details.name == an.details.name
    (reading,) = [one for one in read_changes(register) if one.reason == READ]
    assert (reading.row, reading.user) == (an.id, register.staff.id)


def test_a_need_is_met_and_waits_again(register, an):
    service.mark_need_met(register, an, NeedKind.MEDICINE)
    assert not get_person(register, an.id).details.needs[NeedKind.MEDICINE].waits
    service.mark_need_met(register, get_person(register, an.id), NeedKind.MEDICINE, met=False)
    need = get_person(register, an.id).details.needs[NeedKind.MEDICINE]
    assert (need.waits, need.detail) == (True, "insulin")


def test_a_consent_is_withdrawn_as_easily_as_it_is_given(register, an):
    for given_ in (True, False):
        service.set_consent(register, an, Audience.PUBLIC, given_)
        assert get_person(register, an.id).details.consents[Audience.PUBLIC].given is given_


def test_a_card_is_read_as_code_number_and_id(register, an):
    code = service.make_card_code(an.id)
    for typed in (code, code.lower(), "Ａ－１－１", "a-1-1", an.id, an.id.upper(), f" {code}\n"):
        assert service.find_by_code(register, typed) == an.id


@pytest.mark.parametrize("code", ["", "A-9-9", "DS", "DS" + "A" * 26, "DS" + "!" * 26, "名前"])
def test_a_card_of_nobody_says_so(register, an, code):
    with pytest.raises(UserError, match="Nobody"):
        service.find_by_code(register, code)


def test_the_card_of_a_merged_record_leads_to_the_person_and_of_a_removed_one_to_nobody(register, an):
    other = get_person(register, service.register_household(register, [Details(name="An")])[0])
    merge(register, an, other, an.details)
    assert service.find_by_code(register, other.number) == an.id
    service.remove_people(register, [an.id])
    with pytest.raises(UserError, match="Nobody"):
        service.find_by_code(register, an.number)


@given(st.uuids())
def test_codes_hold_any_id(id_):
    code = service.make_card_code(str(id_))
    assert service.read_card_code(code) == str(id_)
    assert code.isalnum()
    assert len(code) == 28


@pytest.mark.parametrize("role", Role)
def test_the_rights_of_each_role(register, an, role):
    register.staff = StaffMember(register.staff.id, "山田", role)
    acts = (
        lambda: service.register_household(register, [Details(name="Hoa")]),
        lambda: service.change_person(register, an, replace(an.details, room="A-1")),
        lambda: service.set_consent(register, an, Audience.PUBLIC, True),
        lambda: service.mark_need_met(register, an, NeedKind.MEDICINE),
        lambda: service.remove_people(register, [an.id]),
        lambda: service.restore_people(register, [an.id]),
    )
    before = len(read_changes(register))
    for act in acts:
        if role is Role.VIEWER:
            with pytest.raises(UserError, match="role"):
                act()
        else:
            act()
    assert (len(read_changes(register)) == before) is (role is Role.VIEWER)
    assert service.open_record(register, an.id).id == an.id  # everybody may read
