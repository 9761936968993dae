"""Languages: from what people and town halls write to a tag of BCP 47, and to names in Japanese and English.

Only what Babel knows of languages and their names is needed here; languages that the library lacks are languages too.

Source: names from CLDR through Babel.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from disaster_support.content.fold import fold_spaceless
from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.content.tags import match_tag
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_TAG = re.compile(r"[A-Za-z]{2,3}([-_@][A-Za-z0-9]{1,8})*")
# Tags that leave the written form open: the library's alias decides (zh → zh-Hans, pt → pt-BR, tl → fil).
_OPEN = {"zh", "pt", "tl", "root", "und", "mul", "mis", "zxx"}  # the last five are no language
_MORE_TAGS = ("zh-Hans", "zh-Hant", "pt-BR", "pt-PT", "ja-simple", "fil")
_MORE_NAMES = {  # as Japanese town halls and schools write them, where CLDR says otherwise
    "中国語": "zh-Hans",
    "北京語": "zh-Hans",
    "普通話": "zh-Hans",
    "中文": "zh-Hans",
    "Chinese": "zh-Hans",
    "Mandarin": "zh-Hans",
    "簡体字": "zh-Hans",
    "中国語(簡体字)": "zh-Hans",
    "简体中文": "zh-Hans",
    "台湾語": "zh-Hant",
    "繁体字": "zh-Hant",
    "中国語(繁体字)": "zh-Hant",
    "繁體中文": "zh-Hant",
    "広東語": "yue",
    "ポルトガル語": "pt-BR",
    "Portuguese": "pt-BR",
    "Português": "pt-BR",
    "タガログ語": "fil",
    "フィリピノ語": "fil",
    "Tagalog": "fil",
    "ビルマ語": "my",
    "カンボジア語": "km",
    "シンハラ語": "si",
    "ハングル": "ko",
    "やさしい日本語": "ja-simple",
    "Easy Japanese": "ja-simple",
}
LOCALES = """
ja zh zh_Hant ko vi ne pt es fil id th my km mn ru uk fr de it hi bn ur si ta te ml mr pa gu ar fa ps lo ms tr nl da hu
pl ro cs sk bg el sv fi nb et lv lt sr hr sl sq ka hy az uz kk ky tg tk am sw so ha yo zu dz bo ug he jv su
"""
"""The languages whose own names for languages and countries are understood; all of Babel's take a second to load."""


@lru_cache(maxsize=1000)  # a list says the same few thousands of times
def read_language(text: str) -> str:
    """Return the tag of one language, from a tag (vi, zh_TW, tl) or a name in Japanese, English or the language itself.

    Raises:
        UserError: there is no such language.

    """
    wanted = text.strip()
    name = fold_spaceless(wanted)
    tag = match_tag(wanted, _tags()) if _TAG.fullmatch(wanted) else None
    tag = tag or (_names().get(name) or _autonyms().get(name) if name else None)
    if not tag:
        raise UserError(
            _("“{language}” is no language known here: use a name such as Vietnamese, or a code such as vi.").format(
                language=wanted
            )
        )
    return tag


def language_name(tag: str, languages: Mapping[str, Language], interface: str) -> str:
    """Return the name of a language in Japanese (`ja`) or English; the tag itself where CLDR knows none."""
    known = match_tag(tag, languages)
    if known:
        return languages[known].name_ja if interface == SOURCE_LANGUAGE else languages[known].name_en
    return _name_in(tag, interface)


@lru_cache(maxsize=1024)
def _name_in(tag: str, interface: str) -> str:
    from babel import Locale

    names = Locale.parse(interface).languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.split("-")[0]) or tag)


@cache
def _tags() -> frozenset[str]:
    from babel import Locale

    tags = map(str, Locale.parse("en").languages)
    return frozenset(tag for tag in tags if "_" not in tag and tag not in _OPEN) | {*_MORE_TAGS}


@cache
def _names() -> dict[str, str]:
    """Return the tag by the folded name of the language in Japanese and English."""
    from babel import Locale

    found: dict[str, str] = {}
    for locale in ("ja", "en"):
        for code, name in Locale.parse(locale).languages.items():
            tag = match_tag(str(code).replace("_", "-"), _tags())
            if tag:
                found.setdefault(fold_spaceless(str(name)), tag)
    return found | {fold_spaceless(name): tag for name, tag in _MORE_NAMES.items()}


@cache
def _autonyms() -> dict[str, str]:
    """Return the tag by the folded name that the language has for itself."""
    from babel import Locale

    found: dict[str, str] = {}
    for code in LOCALES.split():
        tag = match_tag(code.replace("_", "-"), _tags())
        if tag:
            found.setdefault(fold_spaceless(Locale.parse(code).get_display_name(code) or ""), tag)
    return found
