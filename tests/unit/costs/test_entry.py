"""What people type into the fields of an expense."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.costs.entry import (
    MOST_YEN,
    Entry,
    EntryError,
    read_amount,
    read_day,
    read_entry,
    write_entry,
)
from disaster_support.features.costs.model import Category, Expense, Subject

TODAY = date(2026, 11, 23)
WIDE = str.maketrans("0123456789,", "０１２３４５６７８９，")


@pytest.mark.parametrize(
    "typed", ["12000", "12,000", "１２０００", "１２，０００", " ¥12,000 ", "￥12000-", "12,000円", "12,000 yen"]
)
def test_an_amount_is_read_however_it_is_typed(typed):
    assert read_amount(typed) == 12_000


@pytest.mark.parametrize(
    "typed", ["", "  ", "0", "０円", "-500", "1.5", "1,20,00", "1,2", "12 000", "12千円", "abc", "9,999,999,999,999"]
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(UserError, match="yen"):
        read_amount(typed)


@given(st.integers(1, MOST_YEN))
def test_every_amount_is_read_back_as_it_is_written(amount):
    for typed in (str(amount), f"{amount:,}", f"{amount:,}".translate(WIDE), f"¥{amount:,}", f"{amount}円"):
        assert read_amount(typed) == amount


@given(st.text(max_size=20))
def test_no_text_breaks_the_readers(text):
    for read in (read_amount, lambda typed: read_day(typed, TODAY)):
        with contextlib.suppress(UserError):
            read(text)


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-05-12", "2026/5/12", "2026.5.12", "20260512", "２０２６／０５／１２", "2026年5月12日", " 2026-05-12 "),
        *("R8.5.12", "r8-5-12", "R08/05/12", "令和8年5月12日", "令和８年５月１２日", "2026−05−12"),
    ],
)
def test_a_day_is_read_however_it_is_typed(typed):
    assert read_day(typed, TODAY) == date(2026, 5, 12)


def test_the_first_year_of_the_era_is_read():
    assert read_day("令和元年12月1日", TODAY) == date(2019, 12, 1)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type the day"),
        ("yesterday", "no day"),
        ("5/12", "no day"),
        ("2026-02-30", "no such day"),
        ("R0.5.12", "no such day"),
        ("2026-11-24", "future"),
        ("0026-05-12", "years ago"),
        ("2015-12-31", "years ago"),
    ],
)
def test_what_is_no_day_of_a_payment_is_refused(typed, words):
    with pytest.raises(UserError, match=words):
        read_day(typed, TODAY)


def test_everything_that_does_not_fit_is_said_at_once_and_where():
    with pytest.raises(EntryError) as refused:
        read_entry(Entry("soon", amount="much", text="  "), TODAY)
    assert set(refused.value.faults) == {"paid_on", "category", "text", "amount"}
    assert all(refused.value.faults.values())


@given(
    st.builds(
        Expense,
        id=st.just("one"),
        paid_on=st.dates(date(2020, 1, 1), TODAY),
        category=st.sampled_from(Category),
        text=st.text(min_size=1).map(str.strip).filter(bool),
        amount_yen=st.integers(1, MOST_YEN),
        receipt=st.text().map(str.strip),
        funding=st.text().map(str.strip),
        subject=st.just(Subject.COURSE),
        subject_id=st.just("course"),
        removed=st.just(False),
    )
)
def test_an_expense_comes_back_from_the_fields_as_it_went_in(expense):
    assert read_entry(write_entry(expense), TODAY, "one") == expense
