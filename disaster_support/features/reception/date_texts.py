"""A date on one line, in the common calendar or by era, in any width and numerals."""

import calendar
import re
import unicodedata
from datetime import date

from disaster_support.errors import UserError
from disaster_support.features.reception.eras import Era, find_era
from disaster_support.i18n import gettext as _

_ERA = "明治|大正|昭和|平成|令和|[MTSHR]"
_YEAR_FIRST = re.compile(
    rf"(?P<era>{_ERA})?\.?\s*(?P<year>元|\d{{1,4}})\s*(?:年|[-/.]|$)"
    r"\s*(?:(?P<month>\d{1,2})\s*(?:月|[-/.]|$)\s*(?:(?P<day>\d{1,2})\s*日?)?)?(?:\s*生(?:まれ)?)?(?:[T ]00:00:00)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?:(?P<era>[MTSHR])(?P<year>\d\d)|(?P<common>\d{4}))(?P<month>\d\d)(?P<day>\d\d)", re.IGNORECASE
)
_TWO_WAYS = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1\d{2,4}")
_KANJI = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile("[〇一二三四五六七八九十百千]+")


def straighten(text: str) -> str:
    """Return the text with one spelling of digits, hyphens and kanji numerals, so that one pattern each is enough."""
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


def read_date(typed: str, text: str) -> tuple[str, date]:
    """Return the date in ISO, as far as it is known, and the first day that it may be.

    `typed` is the straightened `text`, which the sentences quote.

    Raises:
        UserError: it is no date, can be read two ways, does not exist or lies outside its era.

    """
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
        first, last = span_of(year, month, day)
    except ValueError:
        raise UserError(
            _("There is no such day as “{text}”: check the year, the month and the day.").format(text=text)
        ) from None
    if era and (last < era.first or (era.last is not None and first > era.last)):
        raise UserError(_outside(era, text))
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]), first


def _year_digits(found: re.Match[str]) -> str:
    return str(found.groupdict().get("common") or found["year"])


def span_of(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """Return the first and the last day that a date may be of which only so much is known."""
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
