"""The languages of a person on one line, `vi=interpreter;ja=slow;ne=reads/Deva`, as files hold and people type them."""

import re
from collections.abc import Iterator, Sequence

from disaster_support.content.fold import fold_spaceless
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Level, SpokenLanguage
from disaster_support.i18n import gettext as _
from disaster_support.lists.languages import read_language

NO_SCRIPT = "none"
"""In place of a script: the person does not read."""

_SEPARATORS = re.compile(r"[;,、，；・\n]")
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


def leaves_form_open(text: str) -> bool:
    """Whether the languages on this line name Chinese or Portuguese without saying which, so that one was chosen."""
    open_names = {
        "zh",
        "pt",
        *map(fold_spaceless, ("中国語", "中文", "Chinese", "ポルトガル語", "Portuguese", "Português")),
    }
    return any(fold_spaceless(part.partition("=")[0]) in open_names for part in _parts(text))
