"""Moments as people type them at the door: a time is enough."""

import re
from datetime import date, datetime, time, timedelta

from disaster_support.errors import UserError
from disaster_support.features.reception.date_texts import read_date, straighten
from disaster_support.i18n import gettext as _

_CLOCK = re.compile(
    r"(?P<half>午前|午後|am |pm )?\s*(?P<hour>\d{1,2})(?:[:時]\s*(?P<minute>\d{1,2}|半)?分?)(?::\d\d)?"
    r"\s*(?P<after>am|pm)?$",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")


def read_moment(text: str, now: datetime) -> datetime:
    """Read when something happened, in the time zone of `now`: ISO 8601, 18:30, 午後6時半, 11/23 18:30, R8.11.23 18:30.

    A time without a date is the last time the clock showed it; a date without a year, the last such day; a date without
    a time begins at midnight.

    Raises:
        UserError: it is no moment, or it lies in the future.

    """
    typed = straighten(text)
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
        return read_date(typed, typed)[0]
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
