"""April to March."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support import i18n
from disaster_support.fiscal_year import days_of, fiscal_year_of, say_fiscal_year


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_day_lies_in_its_year_and_in_no_other(day):
    year = fiscal_year_of(day)
    first, last = days_of(year)
    assert first <= day <= last
    assert (first.month, first.day, last.month, last.day) == (4, 1, 3, 31)
    assert days_of(year + 1)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("language", "year", "said"),
    [
        ("en", 2026, "Fiscal year 2026"),
        ("ja", 2026, "令和8年度（Fiscal year 2026）"),  # the rest is in the catalogue
        ("ja", 2019, "令和元年度（Fiscal year 2019）"),
        ("ja", 2018, "Fiscal year 2018"),
    ],
)
def test_japanese_has_the_year_of_the_era(language, year, said, tmp_path):
    i18n.use_language(language, tmp_path)
    try:
        assert say_fiscal_year(year) == said
    finally:
        i18n.use_language("en", tmp_path)
