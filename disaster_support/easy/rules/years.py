"""Years counted by era, which nobody knows who has not grown up in Japan.

Source: Immigration Services Agency and Agency for Cultural Affairs, guideline on Easy Japanese (2020): 西暦.
"""

import re
import unicodedata
from collections.abc import Iterator

from disaster_support.easy.draft import Draft
from disaster_support.easy.model import Finding
from disaster_support.easy.numbers import read_kanji_number
from disaster_support.i18n import gettext as _

_YEAR_BEFORE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_ERA_YEAR = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和)[ 　]?(?P<year>元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[ 　]?年"
    r"|(?<![A-Za-z])(?P<letter>[MTSHRＭＴＳＨＲ])(?P<short>[0-9０-９]{1,2})(?=年|[./．／][0-9０-９]{1,2}[./．／])年?"
)


def find_era_years(draft: Draft) -> Iterator[Finding]:
    """Find 令和8年, R8年 and R8.4.1; the year as the world counts it takes its place."""
    for match in _ERA_YEAR.finditer(draft.text):
        era = match["era"] or _LETTERS[unicodedata.normalize("NFKC", match["letter"])]
        year = _YEAR_BEFORE[era] + _count(match["year"] or match["short"])
        written = f"{year}年" if match[0].endswith("年") else str(year)
        reason = _("People from abroad do not know the Japanese eras.")
        yield draft.find("era-year", match.span(), reason, written, written)


def _count(written: str) -> int:
    plain = unicodedata.normalize("NFKC", written)
    if plain == "元":
        return 1
    return int(plain) if plain.isdecimal() else read_kanji_number(plain)
