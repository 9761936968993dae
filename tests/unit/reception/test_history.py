from datetime import timedelta

import pytest

from disaster_support.features.reception.history import Event, list_entries
from disaster_support.features.reception.model import (
    Audience,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
)
from disaster_support.features.reception.records import change_columns, take_columns, write_record
from disaster_support.features.reception.service import (
    mark_need_met,
    open_record,
    register_household,
    remove_people,
    restore_people,
    set_consent,
)
from disaster_support.storage.people import get_person
from tests.helpers.registers import Clock, make_register

AN = Details(
    name="An",
    phone="111",
    languages=(SpokenLanguage("vi", Level.INTERPRETER),),
    needs={NeedKind.MEDICINE: Need(NeedState.YES, "insulin")},
)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def register(tmp_path, cheap_keys, clock):
    register = make_register(tmp_path / "register", clock).register
    yield register
    register.close()


@pytest.fixture
def person_id(register):
    return register_household(register, [AN])[0]


def change(register, person_id, **fields):
    now = get_person(register, person_id).details
    mine = take_columns(now, Details(**{"name": now.name, **fields}), fields)
    change_columns(register, person_id, write_record(now), mine, tuple(fields))


def told(register, person_id):
    """Return the entries, oldest first, the changes as (column, was, became)."""
    return [
        (entry.event, [(each.column, each.was, each.became) for each in entry.changes])
        for entry in reversed(list_entries(register, person_id))
    ]


def test_changes_are_told_by_field(register, clock, person_id):
    clock.now += timedelta(minutes=1)
    change(register, person_id, phone="222", room="B-1")
    clock.now += timedelta(minutes=1)
    change(register, person_id, languages=(SpokenLanguage("ja"), SpokenLanguage("vi", Level.INTERPRETER)))
    (first, _columns), second, third = told(register, person_id)
    assert first is Event.REGISTERED
    assert second == (Event.CHANGED, [("phone", "111", "222"), ("room", "", "B-1")])
    assert third == (Event.CHANGED, [("languages", "vi=interpreter", "ja;vi=interpreter")])


def test_needs_and_consents_are_told(register, clock, person_id):
    clock.now += timedelta(minutes=1)
    mark_need_met(register, get_person(register, person_id), NeedKind.MEDICINE)
    clock.now += timedelta(minutes=1)
    set_consent(register, get_person(register, person_id), Audience.PUBLIC, True)
    clock.now += timedelta(minutes=1)
    set_consent(register, get_person(register, person_id), Audience.PUBLIC, False)
    _first, met, yes, no = told(register, person_id)
    assert met[1][0][:2] == ("met_medicine", "")
    assert yes == (Event.CHANGED, [("consent_public", "", "yes")])
    assert no == (Event.CHANGED, [("consent_public", "yes", "no")])


def test_removal_and_return_are_told_with_who_and_when(register, clock, person_id):
    clock.now += timedelta(minutes=1)
    remove_people(register, [person_id])
    clock.now += timedelta(minutes=1)
    restore_people(register, [person_id])
    restored, removed, _first = list_entries(register, person_id)
    assert [(one.column, one.was, one.became) for one in removed.changes] == [("removed", "", "1")]
    assert [(one.column, one.was, one.became) for one in restored.changes] == [("removed", "1", "")]
    assert restored.by == "山田"
    assert restored.at == clock.now


def test_readings_in_a_row_are_one_line(register, clock, person_id):
    for _time in range(3):
        clock.now += timedelta(minutes=1)
        open_record(register, person_id)
    clock.now += timedelta(hours=2)
    open_record(register, person_id)
    again, readings, _first = list_entries(register, person_id)
    assert (readings.event, readings.times) == (Event.READ, 3)
    assert again.times == 1


def test_another_persons_changes_are_not_told(register, clock, person_id):
    (other,) = register_household(register, [Details(name="Bé")])
    clock.now += timedelta(minutes=1)
    change(register, other, phone="333")
    assert len(list_entries(register, person_id)) == 1
