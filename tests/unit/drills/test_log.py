"""The participation log counts everybody once: by scan, by list, by tally, with undo."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.drills import log, service
from disaster_support.features.drills.model import LogMeans, Part, Participation, Tool
from disaster_support.storage.check import check_register
from tests.helpers.drills import HELD_ON, make_plan

LANGUAGES = "vi zh-Hans ne my en fil id pt-BR ko es th km mn ru".split()  # noqa: SIM905
COUNTRIES = "VN CN NP MM US PH ID BR KR PE TH KH MN RU".split()  # noqa: SIM905


def _card(register, code, language="vi", **fields):
    fields = {"part": Part.RESIDENT, "people": 1, "means": LogMeans.SCAN, **fields}
    return Participation("", at=register.clock(), language=language, code=code, **fields)


def test_four_hundred_people_in_fourteen_languages_are_each_counted_once(register, drill, at):
    dice, expected = Random(4), Counter()
    people = [f"DS{number}" for number in range(300)]
    codes = [*people, *dice.choices(people, k=60)]  # some cards are held up again
    dice.shuffle(codes)
    refused = 0
    for place, code in enumerate(codes):
        at(0, place)
        language = LANGUAGES[int(code[2:]) % len(LANGUAGES)]
        try:
            log.add_participation(register, drill.id, _card(register, code, language))
            expected[language] += 1
        except UserError:
            refused += 1
    for place in range(100):  # the crowd at the gate
        language = LANGUAGES[place % 14]
        log.tally(register, drill.id, Part.RESIDENT, language, COUNTRIES[place % 14])
        expected[language] += 1
        if place % 10 == 0:  # a slip of the finger
            log.tally(register, drill.id, Part.RESIDENT, language)
            log.undo_last(register, drill.id)
    counts = log.count_participation(register, drill.id)
    assert (counts.total, refused) == (400, 60)
    assert counts.by_language == dict(expected)
    assert len(counts.by_language) == 14
    assert counts.by_part == {Part.RESIDENT: 400}
    assert counts.by_nationality[""] == 300
    listed = log.list_participation(register, drill.id)
    assert sum(entry.people for entry in listed) == 400
    assert len({entry.code for entry in listed if entry.code}) == 300
    assert {one.code for one in check_register(register)} == {"backups"}


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tally"), st.sampled_from(Part), st.sampled_from(["", "vi", "my"]), st.integers(1, 30)),
        st.tuples(st.just("scan"), st.sampled_from(Part), st.sampled_from(["", "vi", "my"]), st.integers(1, 4)),
        st.tuples(st.just("undo"), st.sampled_from(Part), st.just(""), st.just(1)),
    ),
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(STEPS)
def test_whatever_is_counted_and_taken_back_adds_up(register, steps):
    drill = service.new_drill(register, make_plan(), HELD_ON)
    stands = []
    for what, part, language, number in steps:
        if what == "tally":
            log.tally(register, drill.id, part, language, people=number)
            stands.append((part, language, number, ""))
        elif what == "undo":
            undone = log.undo_last(register, drill.id)
            last = stands.pop() if stands else None
            assert (undone and (undone.part, undone.language, undone.people, undone.code)) == last
        elif any(code == str(number) for *_others, code in stands):
            with pytest.raises(UserError, match="already"):
                log.add_participation(register, drill.id, _card(register, str(number), language, part=part))
        else:
            log.add_participation(register, drill.id, _card(register, str(number), language, part=part))
            stands.append((part, language, 1, str(number)))
    counts = log.count_participation(register, drill.id)
    assert counts.total == sum(people for _part, _language, people, _code in stands)
    assert sum(counts.by_part.values()) == sum(counts.by_language.values()) == counts.total
    listed = log.list_participation(register, drill.id)
    assert sorted((one.part, one.language, one.people, one.code) for one in listed) == sorted(stands)


def test_a_card_counts_once_in_a_drill_and_again_in_another(register, drill):
    log.add_participation(register, drill.id, _card(register, "DSA"))
    with pytest.raises(UserError, match="counted already"):
        log.add_participation(register, drill.id, _card(register, "DSA", "my"))
    other = service.new_drill(register, make_plan(), HELD_ON)
    log.add_participation(register, other.id, _card(register, "DSA"))
    assert log.count_participation(register, drill.id).total == 1


def test_a_card_that_was_taken_back_may_be_scanned_again_and_again(register, drill):
    for language in ("vi", "my", "ne"):
        log.add_participation(register, drill.id, _card(register, "DSA", language))
        assert log.undo_last(register, drill.id).language == language
    log.add_participation(register, drill.id, _card(register, "DSA", "th"))
    with pytest.raises(UserError, match="already"):
        log.add_participation(register, drill.id, _card(register, "DSA"))
    assert log.count_participation(register, drill.id).by_language == {"th": 1}


def test_any_entry_is_taken_back_once(register, drill):
    log.tally(register, drill.id, Part.CREW, people=4)
    log.tally(register, drill.id, Part.RESIDENT, "vi")
    (crew,) = (entry for entry in log.list_participation(register, drill.id) if entry.part is Part.CREW)
    log.take_back(register, drill.id, crew)
    log.take_back(register, drill.id, crew)
    assert log.count_participation(register, drill.id).by_part == {Part.RESIDENT: 1}
    assert log.undo_last(register, drill.id).part is Part.RESIDENT
    assert log.undo_last(register, drill.id) is None


def test_an_entry_is_mended_and_keeps_its_time_and_card(register, drill, at):
    began = at(3)
    log.add_participation(register, drill.id, _card(register, "DSA", ""))
    (before,) = log.list_participation(register, drill.id)
    at(30)
    log.change_entry(register, drill.id, before, replace(before, language="km", nationality="KH"))
    (after,) = log.list_participation(register, drill.id)
    assert (after.language, after.nationality, after.code, after.at) == ("km", "KH", "DSA", began)
    with pytest.raises(UserError, match="already"):
        log.add_participation(register, drill.id, _card(register, "DSA"))
    with pytest.raises(UserError, match="taken back"):
        log.change_entry(register, drill.id, before, before)
    assert log.count_participation(register, drill.id).total == 1


def test_a_page_gets_no_more_entries_than_it_shows(register, drill, at):
    for minute in range(5):
        at(minute)
        log.tally(register, drill.id, Part.RESIDENT, people=minute + 1)
    assert [entry.people for entry in log.list_participation(register, drill.id, 3)] == [5, 4, 3]
    assert len(log.list_participation(register, drill.id)) == 5


def test_nobody_need_give_a_name_or_a_language(register, drill):
    log.tally(register, drill.id, Part.RESIDENT, people=7)
    counts = log.count_participation(register, drill.id)
    assert (counts.by_language, counts.by_nationality) == ({"": 7}, {"": 7})


def test_counts_come_in_order_with_the_unknown_last(register, drill):
    for language, people in (("", 9), ("vi", 2), ("my", 5), ("ne", 2)):
        log.tally(register, drill.id, Part.OBSERVER, language, people=people)
    log.tally(register, drill.id, Part.RESIDENT, "vi")
    counts = log.count_participation(register, drill.id)
    assert list(counts.by_language.items()) == [("my", 5), ("vi", 3), ("ne", 2), ("", 9)]
    assert list(counts.by_part) == [Part.RESIDENT, Part.OBSERVER]


@pytest.mark.parametrize("people", [0, -3, log.MOST_PEOPLE + 1])
def test_a_number_that_is_a_slip_is_refused(register, drill, people):
    with pytest.raises(UserError, match="from 1 to 10000"):
        log.tally(register, drill.id, Part.RESIDENT, people=people)
    with pytest.raises(UserError, match="from 1 to 10000"):
        log.note_tool(register, drill.id, Tool.VOICETRA, False, people)
    assert log.count_participation(register, drill.id).total == 0


def test_tools_tried_and_installed_are_counted_apart(register, drill):
    log.note_tool(register, drill.id, Tool.SAFETY_TIPS, True, 12)
    log.note_tool(register, drill.id, Tool.SAFETY_TIPS, False, 30)
    log.note_tool(register, drill.id, Tool.VOICETRA, False)
    assert log.undo_tool(register, drill.id).tool is Tool.VOICETRA
    counts = log.count_tools(register, drill.id)
    assert counts[Tool.SAFETY_TIPS] == (30, 12)
    assert counts[Tool.VOICETRA] == (0, 0)
    assert [use.people for use in log.list_tools(register, drill.id)] == [30, 12]
    assert [log.undo_tool(register, drill.id) is None for _again in range(3)] == [False, False, True]


def test_whoever_may_only_look_counts_nobody(register, drill, as_viewer):
    as_viewer()
    for act in (
        lambda: log.tally(register, drill.id, Part.RESIDENT),
        lambda: log.undo_last(register, drill.id),
        lambda: log.note_tool(register, drill.id, Tool.SIGNS, False),
    ):
        with pytest.raises(UserError, match="role"):
            act()
