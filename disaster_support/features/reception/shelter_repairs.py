"""What is mended in the cells of shelter lists, each with the reason.

Surrounding spaces are taken off without a word; every other change is told.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Generic, TypeVar

from disaster_support.features.reception.names import clean_phone
from disaster_support.i18n import gettext as _

T = TypeVar("T")

_PREFECTURES = """
北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県
福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県
山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
"""
PREFECTURES = tuple(_PREFECTURES.split())
"""In the order of their codes, from 01."""

LATITUDES, LONGITUDES = (20.0, 46.0), (122.0, 154.0)
"""Degrees between which Japan lies, with Okinotorishima, Yonaguni and Minamitorishima."""

_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_NUMBER = re.compile(r"[+-]?\d{1,4}(?:\.\d+)?")
_SIXTIETHS = re.compile(
    r"(?P<degrees>\d{2,3})\s*[°o度.:\-\s]\s*(?P<minutes>[0-5]?\d)\s*['′’分.:\-\s]\s*"
    r"(?P<seconds>[0-5]?\d(?:\.\d+)?)\s*(?:[\"”秒]|['′’]{2})?"
)
_PEOPLE = re.compile(r"約?\s*(?P<count>\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.0+)?\s*[人名]?(?:程度)?")
_MOBILE = ("50", "70", "80", "90")


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was read otherwise than it stands in the file."""

    row: int  # in the file, the first being 1; 0: the file as a whole
    column: str
    was: str
    became: str  # empty: left out here, and kept among the shelter's other columns as it was
    why: str  # one translated sentence


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that became no shelter."""

    row: int
    text: str  # what stands in the row
    why: str  # one translated sentence


@dataclass(frozen=True, slots=True)
class Mended(Generic[T]):
    """What a cell says, and why that is not what stands in it; no reason: nothing was changed."""

    value: T
    why: str = ""


def mend_text(text: str) -> Mended[str]:
    """Return a name or address on one line, with kana wide and without characters that nobody sees."""
    seen = _UNSEEN.sub("", text)
    lines = [line.strip() for line in seen.splitlines() if line.strip()]
    line = " ".join(lines)
    wide = _HALF_WIDTH_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line)
    if wide == text.strip():
        return Mended(wide)
    reasons = {
        _("Half-width kana were made wide."): wide != line,
        _("Line breaks became spaces."): len(lines) > 1,
        _("Characters that cannot be seen were removed."): seen != text,
    }
    return Mended(wide, " ".join(reason for reason, is_so in reasons.items() if is_so))


def check_digit(code: str) -> str:
    """Return the sixth digit of a municipality code of five.

    Source: 総務省 全国地方公共団体コード, 検査数字の算出方法.
    """
    total = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)


def mend_code(text: str, place: str) -> Mended[str]:
    """Return the six digits of a municipality code that may have lost its zero or never had its check digit.

    `place` is an address or a prefecture's name: it decides where the digits alone can be read in two ways.
    """
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix(".0")
    readings = _read_code(plain)
    if len(readings) > 1:
        there = [code for code in readings if PREFECTURES[int(code[:2]) - 1] in place]
        if len(there) != 1:
            told = _("It may stand for {codes}: it was left as it is.").format(codes=", ".join(readings))
            return Mended(text.strip(), told)
        readings = there
    if not readings:
        return Mended(text.strip(), _("This is no municipality code: it was left as it is.") if plain else "")
    code = readings[0]
    if code == text.strip():
        return Mended(code)
    had_lost_zero = code[0] == "0" and plain[0] != "0"
    reasons = {
        _("The zero at the beginning had been lost."): had_lost_zero,
        _("The check digit was added."): len(plain) + had_lost_zero < len(code),
        _("Only the number was taken over."): plain != text.strip(),
    }
    return Mended(code, " ".join(reason for reason, is_so in reasons.items() if is_so))


def _read_code(digits: str) -> list[str]:
    """Return the codes that these digits may stand for."""
    if not (digits.isascii() and digits.isdecimal() and 4 <= len(digits) <= 6):
        return []
    spellings = [digits, f"0{digits}"]
    spellings += [five + check_digit(five) for five in spellings if len(five) == 5]
    return [code for code in dict.fromkeys(spellings) if _is_code(code)]


def _is_code(code: str) -> bool:
    prefecture, municipality = int(code[:2]), int(code[2:5])
    return (
        len(code) == 6
        and 1 <= prefecture <= len(PREFECTURES)
        and (municipality == 0 or municipality >= 100)
        and code[5] == check_digit(code[:5])
    )


def mend_phone(text: str) -> Mended[str]:
    """Return a telephone number with narrow digits and the zero it begins with."""
    narrow = clean_phone(text)
    why = _("Full-width digits were made narrow.") if narrow != text.strip() else ""
    digits = re.sub(r"\D", "", narrow)
    is_short = len(digits) == 9 or (len(digits) == 10 and digits.startswith(_MOBILE))
    if is_short and not digits.startswith("0") and re.fullmatch(r"[\d() -]+", narrow):
        lost = _("The zero at the beginning had been lost.")
        return Mended(f"0{narrow}", f"{lost} {why}".strip())
    return Mended(narrow, why)


def mend_capacity(text: str) -> Mended[int | None]:
    """Return how many people there is room for: 300, '50,700 ', ５００人, 約300名."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _PEOPLE.fullmatch(plain)
    if not found:
        return Mended(None, _("This is no number of people: it was kept as a text.") if plain else "")
    count = int(found["count"].replace(",", ""))
    return Mended(count, _("Only the number was taken over.") if text.strip() != str(count) else "")


def mend_degrees(text: str) -> Mended[float | None]:
    """Return degrees from decimal degrees or from degrees, minutes and seconds in any notation."""
    plain = unicodedata.normalize("NFKC", text)
    bare = re.sub("北緯|東経|[NE]", "", plain).strip().removesuffix("°").removesuffix("度")
    if _NUMBER.fullmatch(bare):
        return Mended(float(bare), _("Only the number was taken over.") if bare != text.strip() else "")
    if found := _SIXTIETHS.fullmatch(bare):
        degrees = int(found["degrees"]) + int(found["minutes"]) / 60 + float(found["seconds"]) / 3600
        return Mended(round(degrees, 7), _("Degrees, minutes and seconds became decimal degrees."))
    return Mended(None, _("This is no position: it was left out.") if plain.strip() else "")


def is_in_japan(latitude: float, longitude: float) -> bool:
    """Whether a position lies within the box of Japan."""
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]
