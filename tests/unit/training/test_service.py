"""Courses and instructors are kept, changed, copied and taken out."""

import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.bilingual import Bilingual
from disaster_support.errors import UserError
from disaster_support.features.training import service
from disaster_support.features.training.model import Day, Instructor
from disaster_support.features.training.people import list_attendance, list_participants
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.storage.check import check_register
from disaster_support.storage.register import open_register
from disaster_support.storage.roles import Role
from tests.helpers.registers import PASSPHRASE, Clock
from tests.unit.training.conftest import ROOT


def test_every_template_is_kept_and_read_as_it_was(register, materials):
    for plan in materials.templates.values():
        course = service.new_course(register, plan, 2026)
        assert service.get_course(register, course.id) == course
        assert course.plan == plan
    assert {one.code for one in check_register(register)} == {"backups"}


def test_a_change_is_kept(register, plan):
    course = service.new_course(register, plan, 2026)
    changed = replace(course, venue="消防学校", organiser="国際課", plan=replace(plan, trainees=12))
    service.save_course(register, changed)
    assert service.list_courses(register) == [changed]


def test_a_course_needs_a_title(register, plan):
    nameless = replace(plan, title=Bilingual(" ", "A title"))
    with pytest.raises(UserError, match="title"):
        service.new_course(register, nameless, 2026)
    assert service.list_courses(register) == []


def test_courses_are_listed_by_year_and_day(register, plan):
    later, earlier = (replace(plan, days=(Day(date(2026, month, 1)),)) for month in (9, 6))
    of_2026 = [service.new_course(register, one, 2026) for one in (later, replace(plan, days=()), earlier)]
    of_2027 = service.new_course(register, plan, 2027)
    assert service.list_courses(register) == [of_2027, of_2026[2], of_2026[0], of_2026[1]]
    assert service.list_courses(register, 2027) == [of_2027]


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_a_copy_lies_in_the_next_year_on_the_same_weekday(day):
    later = service._next_year(Day(day))
    assert fiscal_year_of(later) == fiscal_year_of(day) + 1
    assert later.weekday() == day.weekday()
    assert abs(later - day - timedelta(days=365)) <= timedelta(days=6)


def test_a_copy_keeps_the_plan_and_not_the_people(register, plan):
    course = replace(service.new_course(register, plan, 2026), venue="消防学校")
    copy = service.copy_to_next_year(register, course)
    assert (copy.fiscal_year, copy.copied_from, copy.venue) == (2027, course.id, "消防学校")
    assert copy.plan.unit == plan.unit
    assert [day.on for day in copy.plan.days] == [date(2027, 11, 23)]
    assert list_participants(register, copy.id) == []


def test_a_course_is_taken_out_and_brought_back(register, plan):
    course = service.new_course(register, plan, 2026)
    service.remove_course(register, course.id)
    assert service.list_courses(register) == []
    service.restore_course(register, course.id)
    assert service.list_courses(register) == [course]
    with pytest.raises(UserError, match="no such course"):
        service.get_course(register, "nothing")


def test_candidates_are_kept_by_name_with_the_office_that_proposed_them(register):
    tran = service.save_instructor(register, Instructor("", " Trần Thị Hoa ", proposed_by="国際課", languages="vi"))
    ken = service.save_instructor(register, Instructor("", "Ken"))
    assert tran.name == "Trần Thị Hoa"
    assert service.list_instructors(register) == [ken, tran]
    moved = service.save_instructor(register, replace(ken, contact="090-0000-0000"))
    assert service.list_instructors(register) == [moved, tran]
    service.remove_instructor(register, tran)
    assert service.list_instructors(register) == [moved]
    with pytest.raises(UserError, match="name"):
        service.save_instructor(register, Instructor("", " "))


def test_who_keeps_the_desk_may_look_and_not_plan(register, plan):
    course = service.new_course(register, plan, 2026)
    register.staff = replace(register.staff, role=Role.RECEPTION)
    assert service.list_courses(register) == [course]
    for act in (
        lambda: service.new_course(register, plan, 2026),
        lambda: service.save_course(register, course),
        lambda: service.copy_to_next_year(register, course),
        lambda: service.remove_course(register, course.id),
        lambda: service.save_instructor(register, Instructor("", "Ken")),
    ):
        with pytest.raises(UserError, match="role"):
            act()
    assert service.list_courses(register) == [course]


def test_the_old_register_of_this_version_holds_its_course(tmp_path, cheap_keys):
    shutil.copytree(ROOT / "db" / "old" / "m002_training", tmp_path / "old")
    register = open_register(tmp_path / "old", PASSPHRASE, Clock())
    (course,) = service.list_courses(register)
    assert course.plan.title.ja == "試しの講習"
    assert [one.name for one in list_participants(register, course.id)] == ["佐藤 健", "高橋 学"]
    assert [(one.unit_id, str(one.means)) for one in list_attendance(register, course.id)] == [("u1", "scan")]
    assert [one.proposed_by for one in service.list_instructors(register)] == ["国際課"]
    register.close()
