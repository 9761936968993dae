"""Languages that the library lacks, as CLDR describes them: for whoever speaks none of those on the board."""

from collections.abc import Iterable
from functools import cache, lru_cache

from disaster_support.content.fold import fold_spaceless
from disaster_support.content.model import Language
from disaster_support.content.tags import match_tag
from disaster_support.errors import UserError
from disaster_support.lists.languages import read_language


@lru_cache(maxsize=1024)
def describe_language(tag: str) -> Language:
    """Return a language by its BCP 47 tag.

    One whose own name CLDR has not, or whose letters no font of the program has, goes by its English name.
    """
    from babel import Locale

    from disaster_support.content.languages import build_language

    try:
        return build_language(tag, wave=0)
    except ValueError:
        code = tag.replace("-", "_")
        english, japanese = (str(Locale.parse(one).languages.get(code) or tag) for one in ("en", "ja"))
        return Language(tag, english, japanese, english, "Latn", "ltr", "sans", tag, 0)


def list_more_languages(library: Iterable[str]) -> tuple[Language, ...]:
    """Return the languages whose own names CLDR has, without those of the library, by their own names.

    Takes a second the first time: not for the window's thread.
    """
    known = tuple(library)
    return tuple(one for one in _list_languages() if not match_tag(one.tag, known))


@cache
def _list_languages() -> tuple[Language, ...]:
    from babel import localedata

    tags = {_tag_of(code) for code in localedata.locale_identifiers() if "_" not in code} - {""}
    return tuple(sorted(map(describe_language, tags), key=lambda one: fold_spaceless(one.autonym)))


def _tag_of(code: str) -> str:
    try:
        return read_language(code)
    except UserError:
        return ""  # "root", and what leaves the written form open


def find_language(text: str) -> Language | None:
    """Return the language that is meant by a name in Japanese or English, or by a code; None where there is none."""
    try:
        return describe_language(read_language(text))
    except UserError:
        return None
