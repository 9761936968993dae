"""Times as they stand on paper: 942, 9:42, or with a day, 11/20 14:30."""

import re
from datetime import date, datetime

from disaster_support.errors import UserError
from disaster_support.features.drills.pages.plan.overview import read_hour
from disaster_support.i18n import gettext as _

_DAY = re.compile(r"(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})\s+(.+)")


def read_moment(text: str, day: date) -> datetime:
    """Return the moment meant, on the day of the drill unless another is given, in local time.

    Raises:
        UserError: it is no time.

    """
    found = _DAY.fullmatch(text.strip())
    hour = read_hour(found[4] if found else text)
    try:
        if hour is None:
            raise ValueError
        on = date(int(found[1] or day.year), int(found[2]), int(found[3])) if found else day
    except ValueError:
        sentence = _("“{text}” is no time: write 942 or 9:42, or with its day 11/20 14:30.")
        raise UserError(sentence.format(text=text)) from None
    return datetime.combine(on, hour).astimezone()


def say_moment(at: datetime, day: date) -> str:
    """Return a moment as it would be typed."""
    local = at.astimezone()
    return f"{local:%H:%M}" if local.date() == day else f"{local:%Y-%m-%d %H:%M}"
