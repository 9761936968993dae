from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.features.reception import comings
from disaster_support.features.reception.daily import count_sheet, course_of, survey
from disaster_support.features.reception.model import (
    Details,
    Level,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.paper.count_sheet import AgeBand
from disaster_support.features.reception.service import register_household
from disaster_support.storage.moments import count_hours, list_entries, list_items
from disaster_support.storage.movements import count_present
from disaster_support.storage.presence import write_presence
from disaster_support.storage.shelters import add_own_shelter, choose_shelter, current_shelter
from tests.helpers.registers import make_register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC).astimezone()
KINDS = (MovementKind.IN, MovementKind.OUT, MovementKind.LEAVE, MovementKind.TRANSFER_OUT, MovementKind.TRANSFER_IN)
FAMILY = [Details(name=name) for name in ("Nguyễn Văn An", "Nguyễn Thị Hoa", "Nguyễn Minh", "Nguyễn Lan")]


def hours_ago(hours):
    return NOW - timedelta(hours=hours)


def test_the_count_of_the_day_is_what_the_register_knows(register):
    vietnamese = Details(
        name="Trần",
        sex="female",
        nationality="VN",
        birth="1990",
        languages=(SpokenLanguage("vi", Level.INTERPRETER), SpokenLanguage("ja", Level.SLOW)),
        needs={NeedKind.MEDICINE: Need(NeedState.YES), NeedKind.PET: Need(NeedState.NO)},
    )
    child = Details(name="Minh", age_years=3, age_on="2026-11-01", languages=(SpokenLanguage("vi"),))
    ids = register_household(register, [vietnamese, child], at=hours_ago(48))
    register_household(register, [Details(name="山田")], at=NOW)
    register_household(register, [Details(name="待つ人")], state=State.EXPECTED)
    comings.give(register, ids, "昼食")
    comings.give(register, ids[:1], "毛布")
    comings.give(register, ids, "夕食", at=hours_ago(24))
    shelter = current_shelter(register)
    sheet = count_sheet(register, NOW, shelter.id)
    assert (sheet.shelter, sheet.present, sheet.households) == ("第一体育館", 3, 2)
    assert (sheet.arrived, sheet.left, sheet.on_leave, sheet.meals) == (1, 0, 0, 2)
    assert [(line.tag, line.people, line.interpreter) for line in sheet.languages] == [("vi", 2, 1), ("", 1, 0)]
    assert dict(sheet.nationalities) == {"VN": 1, "": 2}
    assert sheet.ages[AgeBand.INFANT] == sheet.ages[AgeBand.ADULT] == sheet.ages[AgeBand.UNKNOWN] == 1
    assert sheet.sexes == {"female": 1, "": 2}
    assert sheet.needs == {NeedKind.MEDICINE: 1}
    assert count_sheet(register, hours_ago(24), shelter.id).present == 2


def test_who_leaves_and_comes_back_on_the_same_day_has_neither_arrived_nor_left(register):
    ids = register_household(register, FAMILY, at=hours_ago(48))
    comings.move(register, ids, MovementKind.OUT, at=hours_ago(2))
    comings.move(register, ids, MovementKind.IN, at=hours_ago(1))
    course = course_of(register, NOW, current_shelter(register).id)
    assert (course.arrived, course.left, course.here) == (frozenset(), frozenset(), frozenset(ids))


def test_who_moves_to_another_shelter_of_the_register_has_left_the_first(register):
    first = current_shelter(register)
    ids = register_household(register, FAMILY, at=hours_ago(48))
    second = add_own_shelter(register, "公民館")
    choose_shelter(register, second.id)
    comings.move(register, ids[:2], MovementKind.IN)
    assert course_of(register, NOW, first.id).left == frozenset(ids[:2])
    assert course_of(register, NOW, second.id).arrived == frozenset(ids[:2])
    figures = survey(register, NOW)
    assert {one.shelter: one.here for one in figures.shelters} == {"第一体育館": 2, "公民館": 2}
    assert figures.total.here == 4


def test_what_was_entered_last_stands_first_though_it_happened_before(register):
    ids = register_household(register, FAMILY[:1], at=hours_ago(48))
    comings.move(register, ids, MovementKind.LEAVE)
    comings.give(register, ids, "朝食", 2, at=hours_ago(20))
    out = comings.move(register, ids, MovementKind.OUT)
    comings.take_back(register, out.movement_ids)
    entries = list_entries(register, 2)
    assert [(one.kind, one.item, one.quantity) for one in entries] == [(None, "朝食", 2), (MovementKind.LEAVE, "", 0)]
    assert entries[0].number == "A-1-1"
    assert list_items(register, hours_ago(30)) == ["朝食"]
    assert list_items(register, hours_ago(10)) == []


def test_the_figures_of_now(register):
    ids = register_household(register, FAMILY, at=hours_ago(3))
    comings.move(register, ids[:1], MovementKind.OUT, at=hours_ago(1))
    comings.move(register, ids[1:2], MovementKind.LEAVE)
    comings.give(register, ids[2:], "水", 2)
    figures = survey(register, NOW)
    assert (figures.total.here, figures.total.on_leave, figures.total.expected) == (2, 1, 0)
    assert figures.shelters == ()
    assert figures.given == {"水": 4}
    assert [count for _hour, count in figures.hours[:5]] == [2, 3, 4, 4, 0]
    assert len(figures.hours) == 24


_STEP = st.tuples(st.integers(0, 2), st.sampled_from(KINDS), st.integers(1, 2000), st.booleans(), st.booleans())


@given(steps=st.lists(_STEP, max_size=12), merged=st.booleans(), minutes=st.integers(1, 2000))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_day_adds_up_whatever_happened(cheap_keys, tmp_path_factory, steps, merged, minutes):
    register = make_register(tmp_path_factory.mktemp("one")).register
    shelters = [current_shelter(register), add_own_shelter(register, "公民館")]
    ids = register_household(register, FAMILY[:3], state=State.EXPECTED)
    for who, kind, ago, elsewhere, voided in steps:
        choose_shelter(register, shelters[elsewhere].id)
        at = NOW - timedelta(minutes=ago)
        moved = comings.move(register, [ids[who]], kind, at=at, destination="第二小学校")
        if voided:
            comings.take_back(register, moved.movement_ids)
    if merged:
        with register.writing("merge") as writer:
            writer.update("person", ids[2], {"merged_into": ids[1]})
            for one in ids[1:]:
                write_presence(writer, one)
    at = NOW - timedelta(minutes=minutes)
    for shelter in shelters:
        course = course_of(register, at, shelter.id)
        assert (
            len(course.here) == count_present(register, at, shelter.id) == count_sheet(register, at, shelter.id).present
        )
        assert (course.before | course.arrived) - course.left == course.here | course.on_leave
        assert not course.before & course.arrived
        assert course.left <= course.before | course.arrived
    hours = [NOW - timedelta(hours=back) for back in range(30, -1, -3)]
    assert count_hours(register, hours) == [count_present(register, hour) for hour in hours]
    register.close()
