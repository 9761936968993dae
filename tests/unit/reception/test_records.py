from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Filters,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.records import (
    CollisionError,
    change_columns,
    list_choices,
    list_collisions,
    move_to_household,
    take_columns,
    write_record,
)
from disaster_support.features.reception.service import (
    find_people,
    mark_need_met,
    open_household,
    register_household,
    remove_people,
    set_consent,
)
from disaster_support.storage.people import get_person
from disaster_support.storage.roles import Role, StaffMember

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
WHOLE = Details(
    name="Nguyễn Văn An",
    age_years=34,
    age_on="2025-01-02",
    phone="090-1111-2222",
    languages=(SpokenLanguage("vi"),),
    needs={
        NeedKind.MEDICINE: Need(NeedState.YES, "insulin", NOON, NOON),
        NeedKind.PET: Need(NeedState.NO, "", NOON),
    },
    consents={Audience.PUBLIC: Consent(True, NOON)},
)


def edit(details, **changes):
    """Return what a form would read after these columns were typed over."""
    return read_details({**write_record(details), **changes}, NOON).details


def test_only_edited_columns_are_taken_and_moments_stay():
    edited = edit(WHOLE, phone="03-1234-5678", need_pet="yes: a cat")
    assert edited.needs[NeedKind.MEDICINE].met_at is None  # a form knows no moments
    taken = take_columns(WHOLE, edited, ["phone", "need_pet"])
    assert taken.phone == "03-1234-5678"
    assert taken.needs[NeedKind.PET] == Need(NeedState.YES, "a cat")
    assert taken.needs[NeedKind.MEDICINE] == WHOLE.needs[NeedKind.MEDICINE]
    assert taken.consents == WHOLE.consents
    assert (taken.age_years, taken.age_on) == (34, "2025-01-02")


def test_an_answer_can_be_taken_back():
    taken = take_columns(WHOLE, edit(WHOLE, need_medicine="", birth=""), ["need_medicine", "birth"])
    assert NeedKind.MEDICINE not in taken.needs
    assert (taken.birth, taken.age_years, taken.age_on) == (None, None, None)


@given(st.sets(st.sampled_from(sorted(write_record(WHOLE)))))
def test_what_was_not_edited_is_never_touched(columns):
    assert take_columns(WHOLE, WHOLE, columns) == WHOLE


def test_two_edits_of_one_field_collide_only_where_they_differ():
    before = {"phone": "1", "room": "A", "note": "x", "latin": ""}
    now = {"phone": "2", "room": "B", "note": "x", "latin": "AN"}
    mine = {"phone": "3", "room": "B", "note": "y", "latin": "AN"}
    (only,) = list_collisions(before, now, mine, ["phone", "room", "note", "latin"])
    assert (only.column, only.theirs, only.mine) == ("phone", "2", "3")


def test_a_record_is_changed_by_column(register):
    (one,) = register_household(register, [WHOLE])
    before = write_record(get_person(register, one).details)
    # Somebody else sees to the medicine and writes a note while the form is open.
    mark_need_met(register, get_person(register, one), NeedKind.MEDICINE, met=False)
    change_columns(register, one, before, edit(WHOLE, note="came by bus"), ["note"])
    now = change_columns(register, one, before, edit(WHOLE, room="B-3"), ["room"])
    assert (now.details.room, now.details.note) == ("B-3", "came by bus")
    assert now.details.needs[NeedKind.MEDICINE].met_at is None
    assert now.details.consents[Audience.PUBLIC].given


def test_two_edits_of_one_field_are_both_kept_until_somebody_chooses(register):
    (one,) = register_household(register, [WHOLE])
    before = write_record(get_person(register, one).details)
    change_columns(register, one, before, edit(WHOLE, phone="111"), ["phone"])
    with pytest.raises(CollisionError) as caught:
        change_columns(register, one, before, edit(WHOLE, phone="222", room="C"), ["phone", "room"])
    assert [(each.theirs, each.mine) for each in caught.value.collisions] == [("111", "222")]
    assert get_person(register, one).details.phone == "111"
    assert get_person(register, one).details.room is None  # nothing of it was written
    before = write_record(caught.value.now.details)
    chosen = change_columns(register, one, before, edit(WHOLE, phone="222", room="C"), ["phone", "room"])
    assert (chosen.details.phone, chosen.details.room) == ("222", "C")


def test_a_viewer_changes_nothing(register):
    (one,) = register_household(register, [WHOLE])
    register.staff = StaffMember("x", "佐藤", Role.VIEWER)
    with pytest.raises(UserError):
        change_columns(register, one, write_record(WHOLE), edit(WHOLE, note="x"), ["note"])
    with pytest.raises(UserError):
        move_to_household(register, one, "")


def test_moving_to_another_household(register):
    one, two = register_household(register, [Details(name="An"), Details(name="Hoa")])
    (three,) = register_household(register, [Details(name="Lan")])
    other = get_person(register, three)
    assert move_to_household(register, two, f" {other.number.lower()} ") == other.household_id
    assert [member.id for member in open_household(register, other.household_id).members] == [two, three]
    assert get_person(register, two).number == "A-1-2"  # the card stays
    alone = move_to_household(register, one, "")
    assert [member.id for member in open_household(register, alone).members] == [one]
    with pytest.raises(UserError, match="Z-9"):
        move_to_household(register, one, "Z-9")


def test_choices_offer_only_what_is_there(register):
    ids = register_household(
        register,
        [
            Details(name="An", languages=(SpokenLanguage("vi"), SpokenLanguage("ja")), room="B"),
            Details(name="Bé", languages=(SpokenLanguage("vi"),), needs={NeedKind.PET: Need(NeedState.YES)}),
            Details(name="Xu", languages=(SpokenLanguage("zh-Hans"),), needs={NeedKind.CAR: Need(NeedState.NO)}),
        ],
    )
    remove_people(register, [ids[2]])
    choices = list_choices(register)
    assert choices.languages == (("vi", 2), ("ja", 1))
    assert choices.needs == (("pet", 1),)
    assert choices.rooms == (("B", 1),)
    assert choices.states == ((str(State.HERE), 2),)
    assert [count for _id, count in choices.shelters] == [2]
    for tag, count in choices.languages:
        assert len(find_people(register, Filters(language=tag))) == count


def test_a_consent_given_stays_with_its_moment(register):
    (one,) = register_household(register, [WHOLE])
    set_consent(register, get_person(register, one), Audience.PUBLIC, False)
    at = get_person(register, one).details.consents[Audience.PUBLIC].at
    now = get_person(register, one)
    changed = change_columns(register, one, write_record(now.details), edit(now.details, kana="アン"), ["kana"])
    assert changed.details.consents[Audience.PUBLIC] == Consent(False, at)
    assert at is not None
    assert at - NOON < timedelta(days=1)
