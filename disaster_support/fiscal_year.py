"""The fiscal year of Japan's authorities: April to March, called after the year of its April."""

from datetime import date

from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _

_FIRST_MONTH = 4
_REIWA_BEGAN = 2019  # the fiscal year 2019 is 令和元年度


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year that a day lies in."""
    return day.year - (day.month < _FIRST_MONTH)


def days_of(fiscal_year: int) -> tuple[date, date]:
    """Return the first and the last day of a fiscal year."""
    return date(fiscal_year, _FIRST_MONTH, 1), date(fiscal_year + 1, _FIRST_MONTH - 1, 31)


def say_fiscal_year(fiscal_year: int) -> str:
    """Return a fiscal year in the interface's language.

    Japanese has the year of the era before: 令和8年度（2026年度）.
    """
    common = _("Fiscal year {year}").format(year=fiscal_year)
    if current_language() != "ja" or fiscal_year < _REIWA_BEGAN:
        return common
    number = fiscal_year - _REIWA_BEGAN + 1
    return f"令和{'元' if number == 1 else number}年度（{common}）"
