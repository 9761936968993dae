"""What is written of people is read again, whatever it is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.model import (
    TEXT_FIELDS,
    Audience,
    Consent,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    Unanswered,
)
from disaster_support.storage import people
from disaster_support.storage.check import check_register
from disaster_support.storage.journal import read_changes

FIXTURE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = (
    "山田 太郎", "𠮷田 﨑", "やまだ", "ﾔﾏﾀﾞ", "Nguyễn Văn Đức", "김민수", "王小明", "陳大文", "สมชาย ใจดี",
    "ສົມຊາຍ", "សុខ សុភា", "အောင်မြင့်", "तारा गुरुङ", "রহিম", "සුනිල්", "முருகன்", "محمد علی", "דוד כהן", "Олександр",
    "Γιώργος", "გიორგი", "አበበ",
    "José da Silva", "O’Brien-Smith", "Батбаяр", "İlker Işık",
)  # fmt: skip
TEXT = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
TEXTS = st.none() | st.sampled_from(Unanswered).map(str) | st.text(TEXT, max_size=12)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
NEEDS = st.builds(
    Need,
    st.sampled_from(NeedState),
    st.sampled_from(("", "?", "insulin", "卵")),
    noted_at=MOMENTS,
    met_at=st.none() | MOMENTS,
)
LANGUAGES = st.builds(
    SpokenLanguage,
    st.sampled_from(("vi", "ja", "ne", "pt-BR")),
    st.none() | st.sampled_from(Level),
    st.sampled_from(("", "Cyrl", "none")),
)
DETAILS = st.builds(
    Details,
    **dict.fromkeys(set(TEXT_FIELDS) - {"name", "age_years"}, TEXTS),
    name=st.sampled_from(NAMES) | st.text(TEXT, min_size=1),
    age_years=st.none() | st.integers(0, 120),
    languages=st.lists(LANGUAGES, unique_by=lambda one: one.tag).map(tuple),
    needs=st.dictionaries(st.sampled_from(NeedKind), NEEDS),
    consents=st.dictionaries(st.sampled_from(Audience), st.builds(Consent, st.booleans(), MOMENTS)),
)


def add(register, details, household=""):
    with register.writing("registered") as writer:
        household = household or people.add_household(writer)[0]
        return people.add_person(writer, details, household, register.read_local("shelter"))


@FIXTURE
@given(DETAILS)
def test_whatever_is_told_is_read_again(register, details):
    assert people.get_person(register, add(register, details)).details == details


@settings(FIXTURE, max_examples=20)
@given(DETAILS, DETAILS)
def test_a_change_leaves_what_it_was_changed_to_and_the_journal_agrees(register, before, after):
    person = people.get_person(register, add(register, before))
    with register.writing("changed") as writer:
        people.change_person(writer, person, after)
    assert people.get_person(register, person.id).details == after
    assert [one.code for one in check_register(register)] == ["backups"]


@pytest.mark.parametrize("name", NAMES)
def test_names_keep_the_script_they_were_given_in(register, name):
    assert people.get_person(register, add(register, Details(name=name))).details.name == name


@pytest.mark.parametrize("field", sorted(set(TEXT_FIELDS) - {"name", "age_years"}))
def test_not_asked_unknown_and_declined_are_three_things(register, field):
    answers = [None, "?", "-"]
    ids = [add(register, Details(name="An", **{field: answer})) for answer in answers]
    assert [getattr(one.details, field) for one in people.load_people(register, ids)] == answers


def test_a_change_leaves_alone_what_somebody_else_has_changed_since(register):
    seen = people.get_person(register, add(register, Details(name="An", room="A")))
    with register.writing() as writer:
        people.change_person(writer, seen, replace(seen.details, room="B"))
        people.change_person(writer, seen, replace(seen.details, phone="1"))
    now = people.get_person(register, seen.id).details
    assert (now.room, now.phone) == ("B", "1")


def test_a_change_of_nothing_writes_nothing(register):
    person = people.get_person(register, add(register, Details(name="An", languages=(SpokenLanguage("vi"),))))
    before = len(read_changes(register))
    with register.writing() as writer:
        people.change_person(writer, person, person.details)
    assert len(read_changes(register)) == before


def test_half_characters_and_nul_are_left_out(register):
    person_id = add(register, Details(name="An\0 \ud800", note="x\udfff"))
    details = people.get_person(register, person_id).details
    assert (details.name, details.note) == ("An \ufffd", "x\ufffd")
    assert [one.code for one in check_register(register)] == ["backups"]


def test_numbers_tell_household_and_member_and_are_never_given_again(register):
    first = add(register, Details(name="a"))
    household = people.get_person(register, first).household_id
    second = add(register, Details(name="b"), household)
    with register.writing() as writer:
        people.mark_removed(writer, second, True)
    third = add(register, Details(name="c"), household)
    other = add(register, Details(name="d"))
    numbers = [one.number for one in people.load_people(register, [first, second, third, other])]
    assert numbers == ["A-1-1", "A-1-2", "A-1-3", "A-2-1"]
    assert [one.id for one in people.get_household(register, household).members] == [first, third]


def test_a_card_number_is_found_in_any_case(register):
    person_id = add(register, Details(name="a"))
    assert people.find_by_number(register, " a-1-1 ") == person_id
    assert people.find_by_number(register, "a-1-11") == ""


def test_a_thousand_people_are_loaded_in_their_order(register):
    with register.writing() as writer:
        household = people.add_household(writer)[0]
        ids = [people.add_person(writer, Details(name=str(one)), household, "s") for one in range(1001)]
    assert [one.id for one in people.load_people(register, [*reversed(ids), "nobody"])] == ids[::-1]


def test_unknown_people_and_households_are_said(register):
    with pytest.raises(UserError, match="nobody"):
        people.get_person(register, "x")
    with pytest.raises(UserError, match="household"):
        people.get_household(register, "x")
    with pytest.raises(UserError, match="household"):
        add(register, Details(name="a"), "x")
    with pytest.raises(UserError, match="nobody"):
        people.resolve(register, ["x"])
