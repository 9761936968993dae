"""The languages of a person on one line, `vi=interpreter;ja=slow;ne=reads/Deva`, as files hold and people type them.

Only what Babel knows of languages and their names is needed here; languages that the library lacks are languages too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from disaster_support.content.fold import fold_spaceless
from disaster_support.content.tags import match_tag
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Level, SpokenLanguage
from disaster_support.i18n import gettext as _

NO_SCRIPT = "none"
"""In place of a script: the person does not read."""

_TAG = re.compile(r"[A-Za-z]{2,3}([-_@][A-Za-z0-9]{1,8})*")
_SEPARATORS = re.compile(r"[;,、，；・\n]")
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

_LEVELS = {
    "interpreter": Level.INTERPRETER,
    "通訳": Level.INTERPRETER,
    "要通訳": Level.INTERPRETER,
    "fluent": Level.FLUENT,
    "流暢": Level.FLUENT,
    "native": Level.FLUENT,
    "母語": Level.FLUENT,
    "slow": Level.SLOW,
    "ゆっくり": Level.SLOW,
    "reads": Level.READS,
    "読める": Level.READS,
    "easy-ja": Level.EASY_JA,
    "easy": Level.EASY_JA,
    "やさしい日本語": Level.EASY_JA,
}


def read_languages(text: str) -> tuple[SpokenLanguage, ...]:
    """Read languages, the most wanted first: tags or names, each with `=level` and `/Script` where they are known.

    Raises:
        UserError: a language, level or script that does not exist; the sentence names it.

    """
    found: dict[str, SpokenLanguage] = {}
    for part in _parts(text):
        language = _read_one(part)
        found.setdefault(language.tag, language)
    return tuple(found.values())


def write_languages(languages: Sequence[SpokenLanguage]) -> str:
    """Write languages so that `read_languages` returns the same."""
    return ";".join(
        language.tag
        + (f"={language.level or ''}" if language.level or language.script else "")
        + (f"/{language.script}" if language.script else "")
        for language in languages
    )


def _parts(text: str) -> Iterator[str]:
    for part in _SEPARATORS.split(text.replace("＝", "=").replace("／", "/")):
        pieces = [part] if "=" in part else part.split("/")  # Vietnamese/English: no script without a level before it
        yield from filter(None, map(str.strip, pieces))


def _read_one(part: str) -> SpokenLanguage:
    named, _equals, quality = part.partition("=")
    level, _stroke, script = quality.partition("/")
    return SpokenLanguage(read_language(named), _read_level(level), _read_script(script))


def _read_level(text: str) -> Level | None:
    wanted = text.strip().casefold().replace("_", "-")
    if not wanted:
        return None
    if wanted not in _LEVELS:
        raise UserError(
            _("“{level}” is no level of a language: use {levels}.").format(level=text.strip(), levels=", ".join(Level))
        )
    return _LEVELS[wanted]


def _read_script(text: str) -> str:
    from babel import Locale

    wanted = text.strip()
    if not wanted or wanted.casefold() == NO_SCRIPT:
        return wanted.casefold()
    code = wanted.title()
    if code not in Locale.parse("en").scripts:
        raise UserError(
            _("“{script}” is no script: use its code of four letters, such as Deva, or none.").format(script=wanted)
        )
    return code


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


def leaves_form_open(text: str) -> bool:
    """Whether the languages on this line name Chinese or Portuguese without saying which, so that one was chosen."""
    open_names = {
        "zh",
        "pt",
        *map(fold_spaceless, ("中国語", "中文", "Chinese", "ポルトガル語", "Portuguese", "Português")),
    }
    return any(fold_spaceless(part.partition("=")[0]) in open_names for part in _parts(text))


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
