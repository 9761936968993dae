"""Dates of birth and ages as people type them, and back into words."""

import re
from dataclasses import dataclass
from datetime import date

from disaster_support.errors import UserError
from disaster_support.features.reception.date_texts import read_date, span_of, straighten
from disaster_support.features.reception.eras import describe_year
from disaster_support.features.reception.model import Unanswered, is_answered
from disaster_support.i18n import gettext as _

OLDEST = 125
"""Years of age beyond which a date of birth is taken for a slip."""

_EXAMPLE = date(1990, 3, 24)  # a day that is no month: its parts cannot be taken for one another
_AGE = re.compile(
    r"(?:満\s*)?(\d{1,3})\s*(?:[歳才](?:\s*\d{1,2}\s*[かヶケヵカ箇]月)?|years?(?: old)?|y(?:\.o\.)?)?", re.IGNORECASE
)
_MONTHS = re.compile(r"(?:[生満]後?\s*)?(\d{1,2})\s*(?:[かヶケヵカ箇]月(?:児)?|m|months?(?: old)?)", re.IGNORECASE)


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
    typed = straighten(text)
    if not typed:
        return Birth()
    if typed in tuple(Unanswered):
        return Birth(birth=typed)
    age = _read_age(typed)
    if age is not None:
        if age > OLDEST:
            raise UserError(_("“{text}” is too old for an age: check the number.").format(text=text))
        return Birth(age_years=age, age_on=today.isoformat())
    birth, first = read_date(typed, text)
    if first > today:
        raise UserError(_("“{text}” lies in the future: check the year.").format(text=text))
    if first.year < today.year - OLDEST:
        raise UserError(
            _("“{text}” is more than {years} years ago: check the year and the era.").format(text=text, years=OLDEST)
        )
    return Birth(birth=birth)


def _read_age(typed: str) -> int | None:
    months = _MONTHS.fullmatch(typed)
    if months:
        return int(months[1]) // 12
    years = _AGE.fullmatch(typed)
    return int(years[1]) if years else None


def describe_birth(birth: Birth, language: str) -> str:
    """Return the date of birth, or the age and since when it is known, as the language writes it; nothing if unknown.

    Japanese has the era beside the year: 1985年3月4日（昭和60年）.
    """
    from babel.dates import format_date, format_skeleton

    if birth.birth is None or not is_answered(birth.birth):
        if birth.age_years is None:
            return ""
        since = format_date(date.fromisoformat(birth.age_on), "medium", language) if birth.age_on else ""
        return _say_age(birth.age_years, since, language)
    first, last = span_of(*_parts(birth.birth))
    length = len(birth.birth.split("-"))
    if length == 3:
        said = format_date(first, "long", language)
    else:
        said = format_skeleton("y" if length == 1 else "yMMMM", first, locale=language)
    if language.split("-")[0] != "ja":
        return said
    eras = dict.fromkeys((describe_year(first), describe_year(last)))  # a year in which the era changed has two
    return f"{said}（{'・'.join(eras)}）"


def describe_example(language: str) -> str:
    """Return a date of birth as it is typed and as the language (a BCP 47 tag) writes it, its calendar named.

    Who counts the years of the Nepali, Thai or Persian calendar sees that those of the passport are meant.
    """
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_skeleton

    try:
        locale = Locale.parse(language.removesuffix("-simple"), sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return f"{_EXAMPLE.isoformat()} = {format_skeleton('GyMMMd', _EXAMPLE, locale=locale)}"


def _say_age(years: int, since: str, language: str) -> str:
    if language.split("-")[0] == "ja":
        return f"{years}歳" + (f"（{since}）" if since else "")
    return str(years) + (f" ({since})" if since else "")


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
        return _full_years(span_of(*_parts(birth.birth))[1], day)
    if birth.age_years is None or birth.age_on is None:
        return birth.age_years
    return birth.age_years + _full_years(date.fromisoformat(birth.age_on), day)


def _full_years(since: date, day: date) -> int:
    return max(0, day.year - since.year - ((day.month, day.day) < (since.month, since.day)))
