"""Participants and their attendance: by list, by scan, by a code that changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.training import people
from disaster_support.features.training.model import Means, Participant
from disaster_support.features.training.pasted import read_pasted
from disaster_support.features.training.service import new_course
from disaster_support.storage.check import check_register
from disaster_support.storage.roles import Role

ONE_KEY = SimpleNamespace(key=bytes(32))  # as a register has one, but always the same
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LIST = "氏名\t所属\t職\n佐藤 健\t中央消防署\t消防士\n\nNguyễn Văn An\t第一分団\n"


@pytest.fixture
def course(register, plan):
    return new_course(register, plan, 2026)


@pytest.fixture
def ken(register, course):
    people.add_participants(register, course.id, LIST)
    return people.list_participants(register, course.id)[0]


def _names(register, course):
    return [one.name for one in people.list_participants(register, course.id)]


def test_a_pasted_list_is_added(register, course):
    assert people.add_participants(register, course.id, LIST) == 2
    ken, an = people.list_participants(register, course.id)
    assert (ken.name, ken.organisation, ken.role) == ("佐藤 健", "中央消防署", "消防士")
    assert (an.name, an.organisation, an.role, an.quiz_percent) == ("Nguyễn Văn An", "第一分団", "", None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("佐藤 健", [("佐藤 健", "", "")]),
        ("佐藤 健,中央消防署,消防士", [("佐藤 健", "中央消防署", "消防士")]),
        ('"Le, An","Corps ""A""",crew', [("Le, An", 'Corps "A"', "crew")]),
        ("\ufeffName,Organisation\n Ken \n", [("Ken", "", "")]),
        ("A, B\t第一分団", [("A, B", "第一分団", "")]),
        ("Ken\tCorps\tcrew\tmore", [("Ken", "Corps", "crew")]),
        ("Ken\r\nAn\r\n", [("Ken", "", ""), ("An", "", "")]),
    ],
)
def test_lists_are_read_as_they_are_pasted(text, found):
    assert read_pasted(text) == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("佐藤\t署\n\t第一分団\t", "Line 2 has no name"), ("", "nobody"), ("氏名\t所属", "nobody"), (" \n\t\n", "nobody")],
)
def test_a_list_with_a_gap_adds_nobody(register, course, text, sentence):
    with pytest.raises(UserError, match=sentence):
        people.add_participants(register, course.id, text)
    assert _names(register, course) == []


@given(st.text())
def test_whatever_is_pasted_is_read_or_refused(text):
    try:
        found = read_pasted(text)
    except UserError:
        return
    assert found
    assert all(name for name, _organisation, _role in found)


def test_a_participant_is_changed_taken_out_and_brought_back(register, course, ken):
    changed = people.save_participant(register, replace(ken, role="主任", quiz_percent=85))
    assert people.list_participants(register, course.id)[0] == changed
    people.remove_participant(register, changed)
    assert _names(register, course) == ["Nguyễn Văn An"]
    people.save_participant(register, changed)
    assert _names(register, course) == ["佐藤 健", "Nguyễn Văn An"]


@pytest.mark.parametrize("change", [{"name": " "}, {"quiz_percent": -1}, {"quiz_percent": 101}])
def test_what_cannot_be_is_refused(register, course, ken, change):
    with pytest.raises(UserError):
        people.save_participant(register, replace(ken, **change))
    assert people.list_participants(register, course.id)[0] == ken


def test_attendance_is_noted_once_and_can_be_taken_back(register, course, ken):
    assert people.note_attendance(register, ken.id, "u1", Means.SCAN)
    assert not people.note_attendance(register, ken.id, "u1", Means.LIST)
    assert people.note_attendance(register, ken.id, "u2", Means.CODE)
    noted = people.list_attendance(register, course.id)
    assert [(one.participant_id, one.unit_id, one.means) for one in noted] == [
        (ken.id, "u1", Means.SCAN),
        (ken.id, "u2", Means.CODE),
    ]
    assert {one.by for one in noted} == {register.staff.id}
    assert people.take_back_attendance(register, ken.id, "u1")
    assert not people.take_back_attendance(register, ken.id, "u1")
    assert not people.take_back_attendance(register, ken.id, "u3")
    assert [one.unit_id for one in people.list_attendance(register, course.id)] == ["u2"]
    assert people.note_attendance(register, ken.id, "u1", Means.LIST)
    assert {one.unit_id: one.means for one in people.list_attendance(register, course.id)} == {
        "u1": Means.LIST,
        "u2": Means.CODE,
    }
    assert {one.code for one in check_register(register)} == {"backups"}


def test_who_was_taken_out_has_no_attendance_until_brought_back(register, course, ken):
    people.note_attendance(register, ken.id, "u1", Means.LIST)
    people.remove_participant(register, ken)
    assert people.list_attendance(register, course.id) == []
    people.save_participant(register, ken)
    assert [one.unit_id for one in people.list_attendance(register, course.id)] == ["u1"]


def test_a_card_finds_its_participant_in_its_course_only(register, plan, course, ken):
    code = people.participant_code(ken.id)
    assert people.find_by_code(register, course.id, code) == ken
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)  # an input method was on
    assert people.find_by_code(register, course.id, f" {wide}\n") == ken
    other = new_course(register, plan, 2026)
    for place, scanned in ((other.id, code), (course.id, code[:-1]), (course.id, "DS" + code[2:]), (course.id, "")):
        with pytest.raises(UserError, match="Nobody of this course"):
            people.find_by_code(register, place, scanned)
    people.remove_participant(register, ken)
    with pytest.raises(UserError, match="Nobody of this course"):
        people.find_by_code(register, course.id, code)


@given(st.uuids())
def test_a_card_code_says_its_id_again(id_):
    code = people.participant_code(str(id_))
    assert code.isascii()
    assert code.isalnum()
    assert (len(code), code[:2]) == (28, "DT")
    assert UUID(people.read_participant_code(code.lower())) == id_


@given(st.text())
def test_what_is_no_card_code_is_nobody(text):
    assert people.read_participant_code(text) == ""
    assert people.read_participant_code("DT" + text) == "" or len(text) >= 26


def test_the_code_on_the_screen_changes_and_counts_for_two_minutes():
    code = people.attendance_code(ONE_KEY, "c-1", "u1", NOON)
    assert (len(code), code.isdecimal()) == (4, True)
    assert people.attendance_code(ONE_KEY, "c-1", "u1", NOON + timedelta(seconds=59)) == code

    def counts(seconds, typed=code):
        return people.check_attendance_code(ONE_KEY, "c-1", "u1", typed, NOON + timedelta(seconds=seconds))

    assert [counts(seconds) for seconds in (0, 59, 120, 179, 180, -1)] == [True, True, True, True, False, False]
    assert counts(0, " ".join(chr(ord(digit) + 0xFEE0) for digit in code))
    assert not counts(0, code[:3])
    assert not counts(0, "")


def test_codes_differ_by_minute_unit_course_and_register():
    def codes(key, course_id, unit):
        return [people.attendance_code(key, course_id, unit, NOON + timedelta(minutes=n)) for n in range(20)]

    told = [codes(ONE_KEY, "c-1", "u1"), codes(ONE_KEY, "c-1", "u2"), codes(ONE_KEY, "c-2", "u1")]
    told.append(codes(SimpleNamespace(key=bytes(range(32))), "c-1", "u1"))
    assert all(len(set(one)) == 20 for one in told)
    assert len({tuple(one) for one in told}) == 4


def test_a_register_has_codes_of_its_own(register, course):
    code = people.attendance_code(register, course.id, "u1", NOON)
    assert people.check_attendance_code(register, course.id, "u1", code, NOON)


def test_who_may_only_look_writes_nothing(register, course, ken):
    register.staff = replace(register.staff, role=Role.VIEWER)
    for act in (
        lambda: people.save_participant(register, Participant("", course.id, "An")),
        lambda: people.add_participants(register, course.id, "An"),
        lambda: people.remove_participant(register, ken),
        lambda: people.note_attendance(register, ken.id, "u1", Means.LIST),
        lambda: people.take_back_attendance(register, ken.id, "u1"),
    ):
        with pytest.raises(UserError, match="role"):
            act()
    assert _names(register, course) == ["佐藤 健", "Nguyễn Văn An"]
