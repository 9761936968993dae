"""The self check-in without a screen: which questions are asked, and what becomes of the answers."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.model import Level, NeedKind, NeedState, Unanswered
from disaster_support.features.reception.questions import QUESTIONS
from disaster_support.features.reception.self_check_in import (
    EMPTY,
    Answer,
    CheckIn,
    Companion,
    from_data,
    household_fields,
    join_birth,
    plain_digits,
    question_of,
    split_birth,
    spoken_languages,
)

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORDS = {"food.allergen.egg": "卵", "form.diet_no_pork": "豚肉を食べません"}


def _say(entry: str) -> str:
    return WORDS.get(entry, entry)


def _fields(check_in, *, shared=True):
    return household_fields(check_in, _say, shared=shared)


def _details(check_in):
    return read_details(_fields(check_in)[0], NOW).details


def test_every_question_is_asked_in_the_order_of_the_paper():
    assert CheckIn("ne").questions == QUESTIONS


@pytest.mark.parametrize("tag", ["ja", "ja-simple"])
def test_who_chose_japanese_is_not_asked_how_much_they_know(tag):
    assert "japanese" not in [question.id for question in CheckIn(tag).questions]


def test_a_man_is_not_asked_whether_he_is_pregnant():
    check_in = CheckIn("ne", {"sex": Answer(("male",))})
    assert "need.pregnancy" not in [question.id for question in check_in.questions]


def test_one_goes_on_to_the_end_and_back_to_the_beginning():
    check_in = CheckIn("ne")
    seen = []
    while not check_in.is_finished:
        seen.append(check_in.question)
        check_in.go_on()
    assert tuple(seen) == QUESTIONS
    assert check_in.go_back()
    assert check_in.question == QUESTIONS[-1]
    while check_in.go_back():
        pass
    assert check_in.question == QUESTIONS[0]


def test_an_answer_that_is_skipped_later_is_not_asked():
    check_in = CheckIn("ne")
    check_in.put("phone", Answer(text="090-0000-0000"))
    check_in.put("phone", EMPTY)
    assert check_in.answers == {}
    assert _fields(check_in)[0]["phone"] == ""


def test_the_three_ways_of_not_answering_stay_three():
    check_in = CheckIn("ne", {"name": Answer(text="सीता"), "phone": Answer(("?",)), "need.illness": Answer(("-",))})
    details = _details(check_in)
    assert details.phone == Unanswered.UNKNOWN
    assert details.needs[NeedKind.ILLNESS].state is NeedState.DECLINED
    assert details.address is None
    assert NeedKind.PET not in details.needs


def test_needs_say_what_exactly_in_the_words_of_the_staff():
    check_in = CheckIn(
        "ne",
        {
            "name": Answer(text="सीता"),
            "need.allergy": Answer(("yes", "food.allergen.egg"), "धुलो"),
            "need.diet": Answer(("no-pork",)),
            "need.other": Answer(text="चश्मा"),
            "need.pet": Answer(("no",)),
        },
    )
    needs = _details(check_in).needs
    assert (needs[NeedKind.ALLERGY].state, needs[NeedKind.ALLERGY].detail) == (NeedState.YES, "卵、धुलो")
    assert needs[NeedKind.DIET].detail == "豚肉を食べません"
    assert needs[NeedKind.OTHER].detail == "चश्मा"
    assert needs[NeedKind.PET].state is NeedState.NO


def test_the_language_chosen_comes_first_and_takes_the_interpreter():
    check_in = CheckIn("ne", {"languages": Answer(("hi", "en")), "japanese": Answer((Level.INTERPRETER,))})
    assert [(one.tag, one.level) for one in spoken_languages(check_in)] == [
        ("ne", Level.INTERPRETER),
        ("hi", None),
        ("en", None),
    ]


def test_other_languages_keep_how_well_they_are_understood():
    check_in = CheckIn("so", {"languages": Answer(("ar=slow", "en", "sw=fluent"))})
    assert [(one.tag, one.level) for one in spoken_languages(check_in)] == [
        ("so", None),
        ("ar", Level.SLOW),
        ("en", None),
        ("sw", Level.FLUENT),
    ]
    check_in.put("name", Answer(text="Cabdi"))
    assert _details(check_in).languages == spoken_languages(check_in)


def test_any_other_answer_is_of_their_japanese():
    check_in = CheckIn("ne", {"japanese": Answer((Level.SLOW,)), "languages": Answer(("?",))})
    assert [(one.tag, one.level) for one in spoken_languages(check_in)] == [("ne", None), ("ja", Level.SLOW)]


def test_easy_japanese_is_japanese_that_is_easy():
    assert [(one.tag, one.level) for one in spoken_languages(CheckIn("ja-simple"))] == [("ja", Level.EASY_JA)]


def test_those_who_came_along_are_members_of_the_household():
    people = (Companion("राम", "male", "३६"), Companion("माया", "", ""))
    check_in = CheckIn(
        "ne", {"name": Answer(text="सीता"), "address": Answer(text="岡山市"), "family": Answer(people=people)}
    )
    household = [read_details(fields, NOW).details for fields in _fields(check_in)]
    assert [one.name for one in household] == ["सीता", "राम", "माया"]
    assert (household[1].sex, household[1].age_years) == ("male", 36)
    assert [one.languages[0].tag for one in household] == ["ne", "ne", "ne"]
    assert household[2].address == "岡山市"
    alone = [read_details(fields, NOW).details for fields in _fields(check_in, shared=False)]
    assert alone[1].languages == ()
    assert alone[1].address is None


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("1985", "3", "4", ""), "1985-03-04"),
        (("१९८५", "३", "", ""), "1985-03"),
        (("", "", "", "၃၄"), "34"),
        (("1985", "", "", "34"), "1985"),
        (("", "", "", ""), ""),
    ],
)
def test_dates_of_birth_are_taken_as_far_as_they_are_known(parts, text):
    assert join_birth(*parts, TODAY) == text


@pytest.mark.parametrize(
    "parts",
    [("2099", "", "", ""), ("1985", "", "4", ""), ("1985", "2", "30", ""), ("85", "", "", ""), ("", "", "", "abc")],
)
def test_dates_that_cannot_be_are_refused(parts):
    assert join_birth(*parts, TODAY) is None


@given(st.dates(date(1905, 1, 1), TODAY))
def test_a_date_comes_back_as_it_was_written(day):
    text = join_birth(str(day.year), str(day.month), str(day.day), "", TODAY)
    assert text == day.isoformat()
    assert split_birth(text) == (*text.split("-"), "")


@given(st.integers(0, 120))
def test_an_age_comes_back_as_it_was_written(age):
    assert split_birth(join_birth("", "", "", str(age), TODAY)) == ("", "", "", str(age))


def test_digits_of_every_script_are_digits():
    assert plain_digits(" १९८५ ") == plain_digits("၁၉၈၅") == plain_digits("١٩٨٥") == plain_digits("１９８５") == "1985"


_ANSWERS = st.builds(
    Answer,
    st.lists(st.text(max_size=8), max_size=3).map(tuple),
    st.text(max_size=20),
    st.lists(st.builds(Companion, st.text(max_size=8), st.text(max_size=8), st.text(max_size=3)), max_size=2).map(
        tuple
    ),
)


@given(st.dictionaries(st.sampled_from([question.id for question in QUESTIONS]), _ANSWERS), st.integers(0, 25))
def test_a_draft_comes_back_whole(answers, place):
    check_in = CheckIn("my", answers, place, asked_in="en")
    assert from_data(json.loads(json.dumps(check_in.to_data()))) == check_in


@pytest.mark.parametrize(
    ("column", "member", "question"),
    [
        ("name", 0, "name"),
        ("need_diet", 0, "need.diet"),
        ("consent_public", 0, "consent.public"),
        ("age_years", 0, "birth"),
        ("name", 1, "family"),
    ],
)
def test_a_fault_is_shown_beside_its_question(column, member, question):
    assert question_of(column, member) == question
