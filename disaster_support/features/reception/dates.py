"""Dates of birth, ages and moments as people type them, in the common calendar or by era, and back into words."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from disaster_support.errors import UserError
from disaster_support.features.reception.eras import Era, describe_year, find_era
from disaster_support.features.reception.model import Unanswered, is_answered
from disaster_support.i18n import gettext as _

OLDEST = 125
"""Years of age beyond which a date of birth is taken for a slip."""

_ERA = "明治|大正|昭和|平成|令和|[MTSHR]"
_YEAR_FIRST = re.compile(
    rf"(?P<era>{_ERA})?\.?\s*(?P<year>元|\d{{1,4}})\s*(?:年|[-/.]|$)"
    r"\s*(?:(?P<month>\d{1,2})\s*(?:月|[-/.]|$)\s*(?:(?P<day>\d{1,2})\s*日?)?)?(?:\s*生(?:まれ)?)?(?:[T ]00:00:00)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?:(?P<era>[MTSHR])(?P<year>\d\d)|(?P<common>\d{4}))(?P<month>\d\d)(?P<day>\d\d)", re.IGNORECASE
)
_AGE = re.compile(
    r"(?:満\s*)?(\d{1,3})\s*(?:[歳才](?:\s*\d{1,2}\s*[かヶケヵカ箇]月)?|years?(?: old)?|y(?:\.o\.)?)?", re.IGNORECASE
)
_MONTHS = re.compile(r"(?:[生満]後?\s*)?(\d{1,2})\s*(?:[かヶケヵカ箇]月(?:児)?|m|months?(?: old)?)", re.IGNORECASE)
_TWO_WAYS = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1\d{2,4}")
_CLOCK = re.compile(
    r"(?P<half>午前|午後|am |pm )?\s*(?P<hour>\d{1,2})(?:[:時]\s*(?P<minute>\d{1,2}|半)?分?)(?::\d\d)?"
    r"\s*(?P<after>am|pm)?$",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
_KANJI = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile("[〇一二三四五六七八九十百千]+")


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born as far as they say, in the form in which `Details` keeps it."""

    birth: str | None = None  # YYYY, YYYY-MM, YYYY-MM-DD or a value of Unanswered
    age_years: int | None = None
    age_on: str | None = None  # ISO date on which that was the age


def read_birth(text: str, today: date) -> Birth:
    """Read a date of birth, the year or month of it, or an age, as it is typed.

    Takes 1985-03-04, 1985/3/4, 19850304, 1985年3月4日, 1985-03, 昭和60年3月4日, S60.3.4, R1, 昭和六十年三月四日, 34,
    34歳, 6か月, "?" (unknown) and "-" (declined), in full width too; nothing is a birth that was not asked.

    Raises:
        UserError: it can be read two ways, lies outside its era, in the future or too long ago, or is no date.

    """
    typed = _straighten(text)
    if not typed:
        return Birth()
    if typed in tuple(Unanswered):
        return Birth(birth=typed)
    age = _read_age(typed)
    if age is not None:
        if age > OLDEST:
            raise UserError(_("“{text}” is too old for an age: check the number.").format(text=text))
        return Birth(age_years=age, age_on=today.isoformat())
    birth, first = _read_date(typed, text)
    if first > today:
        raise UserError(_("“{text}” lies in the future: check the year.").format(text=text))
    if first.year < today.year - OLDEST:
        raise UserError(
            _("“{text}” is more than {years} years ago: check the year and the era.").format(text=text, years=OLDEST)
        )
    return Birth(birth=birth)


def _straighten(text: str) -> str:
    # One spelling of digits, hyphens and kanji numerals, so that one pattern each is enough.
    plain = re.sub("[‐‑‒–—―−ー]", "-", unicodedata.normalize("NFKC", text)).strip()
    return _KANJI_NUMBER.sub(_read_kanji_number, plain)


def _read_kanji_number(found: re.Match[str]) -> str:
    letters = found.group()
    if not set(letters) & set("十百千"):
        return "".join(str(_KANJI[letter]) for letter in letters)  # 一九八五
    total = digit = 0
    for letter in letters:
        if letter in _KANJI:
            digit = _KANJI[letter]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[letter]
            digit = 0
    return str(total + digit)


def _read_age(typed: str) -> int | None:
    months = _MONTHS.fullmatch(typed)
    if months:
        return int(months[1]) // 12
    years = _AGE.fullmatch(typed)
    return int(years[1]) if years else None


def _read_date(typed: str, text: str) -> tuple[str, date]:
    """Return the date in ISO, as far as it is known, and the first day that it may be."""
    found = _COMPACT.fullmatch(typed) or _YEAR_FIRST.fullmatch(typed)
    if found is None or (not found["era"] and len(_year_digits(found)) != 4):
        if _TWO_WAYS.fullmatch(typed):
            raise UserError(
                _("“{text}” can be read in more than one way: type the year first, 1985-03-04.").format(text=text)
            )
        raise UserError(
            _(
                "“{text}” is no date of birth: type 1985-03-04, 昭和60年3月4日, S60.3.4, only the year, or an age."
            ).format(text=text)
        )
    era = find_era(found["era"]) if found["era"] else None
    number = 1 if found["year"] == "元" else int(_year_digits(found))
    year = era.year_of(number) if era else number
    month, day = (int(found[part]) if found[part] else None for part in ("month", "day"))
    try:
        first, last = _span(year, month, day)
    except ValueError:
        raise UserError(
            _("There is no such day as “{text}”: check the year, the month and the day.").format(text=text)
        ) from None
    if era and (last < era.first or (era.last is not None and first > era.last)):
        raise UserError(_outside(era, text))
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]), first


def _year_digits(found: re.Match[str]) -> str:
    return str(found.groupdict().get("common") or found["year"])


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    last = day or calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return date(year, month, 1 if day is None else day), date(year, month, last)


def _outside(era: Era, text: str) -> str:
    if era.last is None:
        return _("“{text}” lies outside {era}, which began on {first}: check the era.").format(
            text=text, era=era.name, first=era.first.isoformat()
        )
    return _("“{text}” lies outside {era}, which ran from {first} to {last}: check the era.").format(
        text=text, era=era.name, first=era.first.isoformat(), last=era.last.isoformat()
    )


def describe_birth(birth: Birth, language: str) -> str:
    """Return the date of birth, or the age and since when it is known, as the language writes it; nothing if unknown.

    Japanese has the era beside the year: 1985年3月4日（昭和60年）.
    """
    from babel.dates import format_date, format_skeleton

    if birth.birth is None or not is_answered(birth.birth):
        if birth.age_years is None:
            return ""
        since = f" ({format_date(date.fromisoformat(birth.age_on), 'medium', language)})" if birth.age_on else ""
        return f"{_say_age(birth.age_years, language)}{since}"
    first, last = _span(*_parts(birth.birth))
    length = len(birth.birth.split("-"))
    if length == 3:
        said = format_date(first, "long", language)
    else:
        said = format_skeleton("y" if length == 1 else "yMMMM", first, locale=language)
    if language.split("-")[0] != "ja":
        return said
    eras = dict.fromkeys((describe_year(first), describe_year(last)))  # a year in which the era changed has two
    return f"{said}（{'・'.join(eras)}）"


def _say_age(years: int, language: str) -> str:
    return f"{years}歳" if language.split("-")[0] == "ja" else str(years)


def _parts(birth: str) -> tuple[int, int | None, int | None]:
    numbers: list[int | None] = [int(part) for part in birth.split("-")]
    year, month, day = [*numbers, None, None][:3]
    assert year is not None
    return year, month, day


def age_on(birth: Birth, day: date) -> int | None:
    """Return the age in full years that is certain on that day, or None if nothing is known.

    Of somebody of whom only the year or the month is known, it is the lower of the two ages it can be.
    """
    if birth.birth and is_answered(birth.birth):
        return _full_years(_span(*_parts(birth.birth))[1], day)
    if birth.age_years is None or birth.age_on is None:
        return birth.age_years
    return birth.age_years + _full_years(date.fromisoformat(birth.age_on), day)


def _full_years(since: date, day: date) -> int:
    return max(0, day.year - since.year - ((day.month, day.day) < (since.month, since.day)))


def read_moment(text: str, now: datetime) -> datetime:
    """Read when something happened, in the time zone of `now`: ISO 8601, 18:30, 午後6時半, 11/23 18:30, R8.11.23 18:30.

    A time without a date is the last time the clock showed it; a date without a year, the last such day; a date without
    a time begins at midnight.

    Raises:
        UserError: it is no moment, or it lies in the future.

    """
    typed = _straighten(text)
    try:
        moment = _read_iso(typed, now) or _read_parts(typed, now)
    except (ValueError, OverflowError):
        raise UserError(
            _("“{text}” is no date and time: type 2026-11-23 18:30, 11/23 18:30 or 18:30.").format(text=text)
        ) from None
    if moment > now:
        raise UserError(_("“{text}” lies in the future: check the date and the time.").format(text=text))
    return moment


def _read_iso(typed: str, now: datetime) -> datetime | None:
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return moment.replace(tzinfo=now.tzinfo) if moment.tzinfo is None else moment.astimezone(now.tzinfo)


def _read_parts(typed: str, now: datetime) -> datetime:
    found = _CLOCK.search(typed)
    clock = _read_clock(found) if found else time()
    before = typed[: found.start()].strip() if found else typed
    if not before and found:
        today = datetime.combine(now.date(), clock, now.tzinfo)
        return today if today <= now else today - timedelta(days=1)
    short = _MONTH_AND_DAY.fullmatch(before)
    if short is None:
        day = date.fromisoformat(_read_full_date(before))
        return datetime.combine(day, clock, now.tzinfo)
    this_year = datetime.combine(date(now.year, int(short[1]), int(short[2])), clock, now.tzinfo)
    return this_year if this_year <= now else this_year.replace(year=now.year - 1)


def _read_full_date(typed: str) -> str:
    try:
        return _read_date(typed, typed)[0]
    except UserError as error:
        raise ValueError(str(error)) from error


def _read_clock(found: re.Match[str]) -> time:
    hour = int(found["hour"])
    minute = 30 if found["minute"] == "半" else int(found["minute"] or 0)
    half = (found["half"] or found["after"] or "").strip().casefold()
    if half in ("午後", "pm") and hour < 12:
        hour += 12
    elif half in ("午前", "am") and hour == 12:
        hour = 0
    return time(hour, minute)
