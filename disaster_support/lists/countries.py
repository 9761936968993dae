"""Countries: from what people and town halls write to ISO 3166-1 alpha-2, and to a name in any language.

Source: names from CLDR through Babel.
"""

import re
from functools import cache, lru_cache

from disaster_support.content.fold import fold_spaceless
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.lists.languages import LOCALES

FREQUENT = tuple("CN VN KR PH NP BR ID MM TW US LK TH PE IN BD MN PK KH".split())  # noqa: SIM905
"""Nationalities of most foreign residents of Japan, the largest group first.

Source: Immigration Services Agency of Japan, statistics on foreign residents, end of 2024.
"""

_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_MORE_NAMES = {  # as Japanese files and speakers write them, where CLDR says otherwise
    "中華人民共和国": "CN",
    "大韓民国": "KR",
    "南朝鮮": "KR",
    "朝鮮民主主義人民共和国": "KP",
    "中華民国": "TW",
    "香港": "HK",
    "マカオ": "MO",
    "米国": "US",
    "アメリカ": "US",
    "USA": "US",
    "America": "US",
    "United States of America": "US",
    "People's Republic of China": "CN",
    "英国": "GB",
    "UK": "GB",
    "England": "GB",
    "ビルマ": "MM",
    "Burma": "MM",
    "Korea": "KR",
    "ロシア連邦": "RU",
    "ヴェトナム": "VN",
    "Vietnam": "VN",
    "Viet Nam": "VN",
    "モンゴル国": "MN",
    "パレスチナ": "PS",
    "コンゴ民主共和国": "CD",
    "コンゴ共和国": "CG",
    "スリランカ民主社会主義共和国": "LK",
    "ラオス人民民主共和国": "LA",
    "イラン": "IR",
    "シリア": "SY",
    "トルコ": "TR",
    "Turkey": "TR",
}
_TWO_COUNTRIES = {"韓国・朝鮮", "韓国または朝鮮", "朝鮮"}
_STATELESS = {"無国籍", "Stateless", "無籍"}
# Of folded names: katakana is hiragana there.
_STATE = "(?:(?:社会主義|民主|人民|連邦|いすらむ|ぼりばる|多民族|協同)*(?:共和国|連邦|王国|合衆国))"
_AROUND = tuple(map(re.compile, ("籍$", "国籍$", "人$", f"{_STATE}$", f"{_STATE}国籍$", "^the|^(the)?republicof")))


@lru_cache(maxsize=1000)  # a list says the same few thousands of times
def read_country(text: str) -> str:
    """Return the code of the country meant by its name in Japanese, English or its languages, or by a code.

    Korea and Chōsen in one answer are two registrations, and somebody stateless has no country: both are refused, so
    that nobody is given a nationality that they did not name.

    Raises:
        UserError: there is no such country, or the answer does not name one.

    """
    wanted = text.strip()
    name = fold_spaceless(wanted)
    if name in map(fold_spaceless, _STATELESS):
        raise UserError(
            _("“{text}” is no country: leave the nationality empty and write it as a note.").format(text=wanted)
        )
    if name in map(fold_spaceless, _TWO_COUNTRIES):
        raise UserError(_("“{text}” may be more than one nationality: ask, and write one.").format(text=wanted))
    code = _read_code(wanted) or _find(name) or _find_within(name)
    if not code:
        raise UserError(
            _("“{text}” is no country known here: use its name or its code, such as ベトナム or VN.").format(
                text=wanted
            )
        )
    return code


def _read_code(wanted: str) -> str | None:
    if not re.fullmatch("[A-Za-z]{2,3}", wanted):
        return None
    code = wanted.upper()
    if len(code) == 3:
        from babel.core import get_global

        code = next(iter(get_global("territory_aliases").get(code, ())), "")
    return code if code in _codes() else None


def _find(name: str) -> str | None:
    return (_names().get(name) or _own_names().get(name)) if name else None


def _find_within(name: str) -> str | None:
    return next(filter(None, (_find(around.sub("", name)) for around in _AROUND)), None)


def country_name(code: str, language: str) -> str:
    """Return the name of the country in the language (a BCP 47 tag), or in English where CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language.removesuffix("-simple"), sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return str(locale.territories.get(code) or Locale.parse("en").territories.get(code) or code)


def list_countries(language: str) -> tuple[tuple[str, str], ...]:
    """Return code and name of every country: the most frequent nationalities first, the others by their names."""
    named = {code: country_name(code, language) for code in _codes()}
    others = sorted((name, code) for code, name in named.items() if code not in FREQUENT)
    return (*((code, named[code]) for code in FREQUENT), *((code, name) for name, code in others))


@cache
def _codes() -> frozenset[str]:
    from babel import Locale

    codes = map(str, Locale.parse("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


@cache
def _names() -> dict[str, str]:
    """Return the code by the folded Japanese or English name, with and without what stands in brackets."""
    return {**_names_in("en"), **_names_in("ja"), **{fold_spaceless(name): code for name, code in _MORE_NAMES.items()}}


@cache
def _own_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for locale in LOCALES.split():
        found = {**_names_in(locale), **found}
    return found


def _names_in(locale: str) -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for code, name in Locale.parse(locale).territories.items():
        if code in _codes():
            found.setdefault(fold_spaceless(str(name)), str(code))
            found.setdefault(fold_spaceless(re.sub(r"[(（].*", "", str(name))), str(code))
    return found
