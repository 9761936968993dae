"""Shelters, sheets, and who is counted by what."""

from datetime import timedelta

import pytest

from disaster_support.errors import UserError
from disaster_support.features.reception.comings import move
from disaster_support.features.reception.model import (
    Details,
    Level,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    Shelter,
    SpokenLanguage,
)
from disaster_support.features.reception.service import mark_need_met, register_household
from disaster_support.storage import counts, people, sheets, shelters

VI, EN = SpokenLanguage("vi", Level.INTERPRETER), SpokenLanguage("en")


def test_a_register_holds_several_shelters(register):
    first = shelters.current_shelter(register)
    second = shelters.add_own_shelter(register, "第二体育館")
    for name in ("", "第二体育館"):
        with pytest.raises(UserError):
            shelters.add_own_shelter(register, name)
    shelters.choose_shelter(register, second.id)
    (who,) = register_household(register, [Details(name="An")])
    assert people.get_person(register, who).shelter_id == second.id
    assert (counts.count_here(register, first.id), counts.count_here(register, second.id)) == (0, 1)
    with pytest.raises(UserError):
        shelters.choose_shelter(register, "x")


def test_a_list_of_shelters_is_renewed_and_makes_none_of_them_ours(register):
    one = Shelter("s1", "公民館", "コウミンカン", "0012", "X", 35.5, 139.25, 120, "03-0000-0000", more={"備考": "坂"})
    shelters.put_shelters(register, [one])
    shelters.put_shelters(register, [Shelter("s1", "新公民館")])
    assert shelters.list_shelters(register, own=False) == [Shelter("s1", "新公民館")]
    shelters.put_shelters(register, [one, Shelter(shelters.current_shelter(register).id, "体育館")])
    assert shelters.list_shelters(register, own=False) == [one]
    assert shelters.current_shelter(register).own


def test_sheets_tell_when_a_language_was_last_printed(register):
    sheets.note_sheets(register, ["vi", "en"])
    first = register.clock()
    register.clock.now += timedelta(hours=1)
    sheets.note_sheets(register, ["vi"])
    assert sheets.last_sheets(register) == {"en": first, "vi": register.clock()}


@pytest.fixture
def people_here(register):
    yes = {NeedKind.MEDICINE: Need(NeedState.YES)}
    ids = register_household(
        register,
        [
            Details(name="a", languages=(VI, EN), nationality="VN", room="A", needs=yes),
            Details(name="b", languages=(VI, SpokenLanguage("ja", Level.EASY_JA)), nationality="VN", needs=yes),
            Details(name="c", languages=(EN,), nationality="?", needs={NeedKind.MEDICINE: Need(NeedState.NO)}),
            Details(name="d"),
            Details(name="gone", languages=(VI,), nationality="VN", needs=yes),
        ],
    )
    move(register, [ids[-1]], MovementKind.OUT)
    return register, ids


def test_languages_of_the_people_here_add_up_to_them(people_here):
    register, _ids = people_here
    found = counts.count_languages(register)
    assert [(one.tag, one.people, one.also, one.interpreter) for one in found] == [
        ("vi", 2, 0, 2), ("en", 1, 1, 0), ("", 1, 0, 0),
    ]  # fmt: skip
    assert sum(one.people for one in found) == counts.count_here(register) == 4


def test_the_first_language_is_the_first_and_not_a_removed_one(people_here):
    register, ids = people_here
    person = people.get_person(register, ids[0])
    with register.writing() as writer:
        people.change_person(writer, person, Details(name="a", languages=(EN,)))
    assert {one.tag: one.people for one in counts.count_languages(register)} == {"vi": 1, "en": 2, "": 1}


def test_needs_nationalities_and_rooms(people_here):
    register, ids = people_here
    assert counts.count_needs(register) == [("medicine", 2, 2)]
    mark_need_met(register, people.get_person(register, ids[0]), NeedKind.MEDICINE)
    assert counts.count_needs(register) == [("medicine", 2, 1)]
    assert counts.count_nationalities(register) == [("VN", 2), ("", 1), ("?", 1)]
    assert counts.count_rooms(register) == [("", 3), ("A", 1)]
    assert counts.count_states(register) == {"here": 4, "left": 1}


def test_another_shelter_counts_for_itself(people_here):
    register, _ids = people_here
    for count in (counts.count_languages, counts.count_needs, counts.count_nationalities, counts.count_rooms):
        assert count(register, "elsewhere") == []
        assert count(register, register.read_local("shelter")) == count(register)
