"""Values as each language writes them: days, times, numbers, telephone numbers. Imports Babel: late.

Source: CLDR 47 through Babel. Japanese dates and times carry their readings (`japanese_time`).
"""

from datetime import date, time
from functools import cache

from babel import Locale
from babel.dates import (
    format_date,
    format_time,
    get_date_format,
    get_time_format,
    tokenize_pattern,
    untokenize_pattern,
)
from babel.numbers import format_decimal

from disaster_support.content.japanese_time import write_japanese_date, write_japanese_time
from disaster_support.content.languages import parse_locale
from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE

_BUDDHIST_AHEAD = 543  # years; the era of Thailand's calendar, CLDR's default for th
_ZERO = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀"}  # digits follow it in Unicode
_WIDE_HALVES = ("ko",)  # 오전 and 오후, as ICU writes them; CLDR's short names there are AM and PM
_NO_BREAK_SPACE = "\u00a0"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"  # its first letter settles the direction, digits alone run to the right


def write_date(day: date, tag: str, today: date) -> str:
    """Return a day with its weekday, and with its year where that is another than today's.

    In the language's own digits and order; the year in Thai is that of the Buddhist era. Japanese has ruby marks.
    """
    has_year = day.year != today.year
    if tag in (SOURCE_LANGUAGE, EASY_JAPANESE):
        return write_japanese_date(day, has_year=has_year, whole_weekday=tag == EASY_JAPANESE)
    locale = parse_locale(tag)
    pattern = _date_pattern(tag)
    if has_year:
        pattern = get_date_format("full", locale).pattern
        if locale.language == "th":
            pattern = pattern.replace("G y", f"'พ.ศ.' {day.year + _BUDDHIST_AHEAD}")
    return _in_own_digits(format_date(day, pattern, locale), locale)


def write_time(moment: time, tag: str) -> str:
    """Return a time of the day without seconds, by the clock that the language uses; it never breaks over lines.

    Easy Japanese has 午前 and 午後, with ruby marks.
    """
    if tag == EASY_JAPANESE:
        return write_japanese_time(moment)
    locale = parse_locale(tag)
    pattern = get_time_format("short", locale).pattern
    if locale.language in _WIDE_HALVES:
        pattern = pattern.replace("a", "aaaa")
    written = format_time(moment, pattern, locale=locale)
    return _isolated(_unbroken(_in_own_digits(written, locale)), locale)


def write_count(number: int, tag: str) -> str:
    """Return a whole number in the language's own digits, grouped as it groups them."""
    locale = parse_locale(tag)
    return _in_own_digits(format_decimal(number, locale=locale), locale)


def write_phone(number: str, tag: str) -> str:
    """Return a telephone number in the digits that telephones show, in one piece."""
    return _isolated(_unbroken(number), parse_locale(tag))


def write_typed(text: str, tag: str) -> str:
    """Return what somebody typed, kept apart from a line that runs from right to left."""
    return _isolated(text, parse_locale(tag))


@cache
def _date_pattern(tag: str) -> str:
    """Return the language's full date without the year, and without what joins the year to the rest."""
    tokens = tokenize_pattern(get_date_format("full", parse_locale(tag)).pattern)
    fields = [place for place, (kind, _value) in enumerate(tokens) if kind == "field"]
    year = next(place for place in fields if tokens[place][1][0] == "y")
    before = [place for place in fields if place < year and tokens[place][1][0] != "G"]
    after = [place for place in fields if place > year]
    # What stands between goes with the year: 2026年 at the start; at the end or in the middle " de 2026", ", 2026 г."
    kept = tokens[: before[-1] + 1] if before else []
    if after:
        kept += tokens[after[0] - 1 if before else after[0] :]
    return str(untokenize_pattern(kept))


def _in_own_digits(written: str, locale: Locale) -> str:
    zero = _ZERO.get(locale.default_numbering_system)
    return written.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)}) if zero else written


def _unbroken(written: str) -> str:
    return _NO_BREAK_SPACE.join(written.split())


def _isolated(written: str, locale: Locale) -> str:
    # Between letters that run from right to left, digits with hyphens would change places (UAX #9, W2 and N1).
    return f"{_ISOLATE}{written}{_END_OF_ISOLATE}" if locale.text_direction == "rtl" else written
