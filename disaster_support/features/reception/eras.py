"""The Japanese eras: years counted from an emperor's accession, as people and town halls write dates of birth."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """An era with its first and last day. The last is None while it runs."""

    name: str  # 昭和
    letter: str  # S
    first: date
    last: date | None

    def year_of(self, year: int) -> int:
        """Return the year of the common calendar in which this year of the era lies."""
        return self.first.year + year - 1


ERAS = (
    Era("明治", "M", date(1868, 1, 25), date(1912, 7, 30)),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", date(2019, 5, 1), None),
)
"""The eras since 1868, oldest first. The day on which 明治 and 大正 ended belongs to two of them.

Source: Imperial rescripts of 30 July 1912 and 25 December 1926 ("from this day on"); Cabinet orders 1 of 1989
and 143 of 2019 ("from the day after").
"""


def find_era(sign: str) -> Era | None:
    """Return the era called by its name or its letter, in either case."""
    return next((era for era in ERAS if sign == era.name or sign.upper() == era.letter), None)


def describe_year(day: date) -> str:
    """Return the year of the era on that day as Japanese writes it (昭和60年, 令和元年), or nothing before 1868."""
    era = next((era for era in reversed(ERAS) if era.first <= day), None)
    if era is None:
        return ""
    year = day.year - era.first.year + 1
    return f"{era.name}{'元' if year == 1 else year}年"
