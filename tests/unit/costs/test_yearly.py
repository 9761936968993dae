"""The yearly list: its sums, its files, and that a spreadsheet runs nothing in them."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from disaster_support.features.costs.model import Category, Expense, Subject
from disaster_support.features.costs.workbook import make_xlsx
from disaster_support.features.costs.yearly import YearlyList, gather_year, list_heads, make_csv

DAY = date(2026, 11, 23)
FORMULAS = ("=1+1", "+81", "-5", "@SUM(A1)", "\tx", "＝1+1")


@pytest.fixture
def yearly(register, keep, course_and_drill):
    course, drill = course_and_drill[Subject.COURSE], course_and_drill[Subject.DRILL]
    keep(30_000, "2026-05-12", Category.INSTRUCTORS, "講師謝金", subject=Subject.COURSE, subject_id=course)
    keep(8_000, "2026-05-13", Category.TRANSLATION, "=HYPERLINK(1)", receipt="-1", funding="一般財源")
    keep(2_500, "2026-11-23", Category.DRILLS, "看板", funding="県補助金", subject=Subject.DRILL, subject_id=drill)
    keep(1_500, "2026-06-01", Category.DRILLS, "飲料", funding="一般財源", subject=Subject.DRILL, subject_id=drill)
    keep(99_999, "2026-03-31", text="another year")
    return gather_year(register, 2026, DAY)


def test_sums_are_by_category_funding_and_occasion(yearly):
    assert yearly.total_yen == 42_000
    assert yearly.sum_categories() == [
        ("Translation", 8_000),
        ("Dispatch of instructors", 30_000),
        ("Disaster drills", 4_000),
    ]
    assert yearly.sum_fundings() == [("一般財源", 9_500), ("県補助金", 2_500), ("Not entered", 30_000)]
    assert yearly.sum_subjects() == [
        ("Course: Fire school (fiscal year 2026)", 30_000),
        ("Drill: 夜間の避難訓練 (2026-11-23)", 4_000),
        ("General", 8_000),
    ]


@given(
    st.lists(
        st.builds(
            Expense,
            id=st.just(""),
            paid_on=st.dates(date(2026, 4, 1), date(2027, 3, 31)),
            category=st.sampled_from(Category),
            text=st.text(),
            amount_yen=st.integers(1, 10**9),
            funding=st.sampled_from(["", "一般財源", "県補助金"]),
            removed=st.just(False),
            subject=st.just(Subject.GENERAL),
            subject_id=st.just(""),
        )
    )
)
def test_every_kind_of_sum_adds_up_to_the_total(expenses):
    yearly = YearlyList(2026, DAY, expenses)
    for sums in yearly.sums().values():
        assert sum(amount for _words, amount in sums) == yearly.total_yen


def test_csv_has_the_rows_first_then_the_sums_and_says_who_decides(yearly):
    data = make_csv(yearly)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == list_heads()
    assert [row[0] for row in rows[1:5]] == ["1", "2", "3", "4"]
    assert rows[1][1:5] == ["2026-05-12", "Dispatch of instructors", "講師謝金", "30000"]
    assert rows[2][3] == "'=HYPERLINK(1)"
    assert rows[2][5] == "'-1"
    assert rows[5] == []  # a program stops reading here
    assert ["", "", "Total", "", "42000"] in rows
    assert ["", "", "By category", "Translation", "8000"] in rows
    assert any("for the municipality or prefecture to decide" in cell for row in rows for cell in row)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_the_csv_begins_a_formula(text):
    kept = Expense("", DAY, Category.OTHER, text, 1, receipt=text, funding=text)
    data = make_csv(YearlyList(2026, DAY, [kept])).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "＝")]


def test_the_workbook_has_days_and_numbers_and_texts(yearly):
    book = CalamineWorkbook.from_filelike(io.BytesIO(make_xlsx(yearly)))
    rows = book.get_sheet_by_name("List").to_python()
    assert tuple(rows[0]) == list_heads()
    assert rows[1][1] in (date(2026, 5, 12), datetime(2026, 5, 12))
    assert rows[1][4] == 30_000
    assert rows[2][3] == "=HYPERLINK(1)"  # a text: a formula would come back as its value
    assert rows[5][3:5] == ["Total", 42_000]
    sums = book.get_sheet_by_name("Sums").to_python()
    assert ["Translation", 8_000] in [row[:2] for row in sums]
    assert [row[1] for row in sums if row[0] == "Total"] == [42_000] * 3
    assert any("to decide" in str(row[0]) for row in sums)


def test_a_year_without_expenses_is_a_list_too():
    empty = YearlyList(2026, DAY, [])
    assert b"Total" in make_csv(empty)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(make_xlsx(empty))).get_sheet_by_name("List").to_python()
    assert rows[1][3:5] == ["Total", 0]
