"""The registry of languages: which there are stands in a TOML file, their names, script and direction in CLDR.

Imported only when the library is compiled: Babel costs a tenth of a second.
"""

import tomllib
from pathlib import Path

from babel import Locale
from babel.core import get_global

from disaster_support.content.model import Language
from disaster_support.content.tags import po_language

FONT_BY_SCRIPT = {
    "Arab": "arabic",
    "Beng": "bengali",
    "Cyrl": "sans",
    "Deva": "devanagari",
    "Hans": "sc",
    "Hant": "tc",
    "Jpan": "jp",
    "Khmr": "khmer",
    "Kore": "kr",
    "Laoo": "lao",
    "Latn": "sans",
    "Mymr": "myanmar",
    "Sinh": "sinhala",
    "Taml": "tamil",
    "Thai": "thai",
}
_LINE_BREAK = {
    "ja": "ja-u-lb-strict-lw-phrase",
    "ja-simple": "ja-u-lb-strict-lw-phrase",  # phrases that its spaces do not part are kept whole too
    "ko": "ko-u-lw-phrase",
    "zh-Hans": "zh-Hans-u-lb-strict",
    "zh-Hant": "zh-Hant-u-lb-strict",
}


def load_languages(path: Path) -> dict[str, Language]:
    """Read `languages.toml`, in its order.

    Raises:
        ValueError: the file is not as it should be, or CLDR knows nothing of a language.

    """
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("language", [])
    try:
        return {table["tag"]: build_language(**table) for table in tables}
    except (KeyError, TypeError) as error:
        raise ValueError(f"language table: {error}") from error


def build_language(tag: str, wave: int, autonym: str = "", name_ja: str = "", name_en: str = "") -> Language:
    """Describe a language from CLDR; the names given here go first.

    Raises:
        ValueError: CLDR or the font table knows nothing of it.

    """
    locale = parse_locale(tag)
    script = script_of(locale)
    if script not in FONT_BY_SCRIPT:
        raise ValueError(f"{tag}: no font for script {script}")
    return Language(
        tag=tag,
        autonym=autonym or _autonym(locale),
        name_ja=name_ja or _name(locale, "ja"),
        name_en=name_en or _name(locale, "en"),
        script=script,
        direction=locale.text_direction,
        font=FONT_BY_SCRIPT[script],
        line_break=_LINE_BREAK.get(tag, tag),
        wave=wave,
    )


def parse_locale(tag: str) -> Locale:
    """Return CLDR's locale for a BCP 47 tag.

    Raises:
        ValueError: there is none.

    """
    try:
        return Locale.parse(po_language(tag).split("@")[0])
    except Exception as error:  # Babel's UnknownLocaleError is no ValueError
        raise ValueError(f"{tag}: {error}") from error


def script_of(locale: Locale) -> str:
    """Return the script (ISO 15924) in which the locale is written, by CLDR's likely subtags."""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags")
    full = likely.get(str(locale)) or likely.get(locale.language, "")
    return next((part for part in full.split("_")[1:] if len(part) == 4), "")


def _autonym(locale: Locale) -> str:
    # 简体中文 is a name of its own in CLDR; "português europeu" is one too, but people look for the country.
    name = locale.languages.get(str(locale)) if locale.script else None
    name = name or _name(locale, str(locale))
    # CLDR writes names as they stand in a sentence, and asks for a capital in lists (contextTransforms, uiListOrMenu).
    return name[:1].upper() + name[1:]


def _name(locale: Locale, in_language: str) -> str:
    name = locale.get_display_name(in_language)
    if not name:
        raise ValueError(f"{locale}: CLDR has no name in {in_language}")
    return name
