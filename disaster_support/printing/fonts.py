"""The bundled fonts: where they lie, opened once, in two weights, and which of them has a character.

Files are found without importing the packages that carry them, and HarfBuzz is imported when the first font is
opened, so that this module costs a start-up path nothing.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uharfbuzz import Face, Font

REGULAR_WEIGHT = 400.0
BOLD_WEIGHT = 700.0
UNITS_PER_EM = 1000  # in which all fonts are measured here, whatever they count in themselves

_NOTO = "manimgx_fonts"
_CJK = "justmytype_intl_cjk"

# key -> package, file inside it, what the family is called on screen
_FILES: dict[str, tuple[str, str, str]] = {
    "sans": (_NOTO, "NotoSans[wght].ttf", "Shelter Sans"),
    "jp": (_CJK, "fonts/ofl/notosansjp/NotoSansJP[wght].ttf", "Shelter Sans JP"),
    "kr": (_CJK, "fonts/ofl/notosanskr/NotoSansKR[wght].ttf", "Shelter Sans KR"),
    "sc": (_CJK, "fonts/ofl/notosanssc/NotoSansSC[wght].ttf", "Shelter Sans SC"),
    "tc": (_CJK, "fonts/ofl/notosanstc/NotoSansTC[wght].ttf", "Shelter Sans TC"),
    "thai": (_NOTO, "NotoSansThai[wght].ttf", "Shelter Sans Thai"),
    "lao": (_NOTO, "NotoSansLao[wght].ttf", "Shelter Sans Lao"),
    "khmer": (_NOTO, "NotoSansKhmer[wght].ttf", "Shelter Sans Khmer"),
    "myanmar": (_NOTO, "NotoSansMyanmar[wght].ttf", "Shelter Sans Myanmar"),
    "devanagari": (_NOTO, "NotoSansDevanagari[wght].ttf", "Shelter Sans Devanagari"),
    "bengali": (_NOTO, "NotoSansBengali[wght].ttf", "Shelter Sans Bengali"),
    "tamil": (_NOTO, "NotoSansTamil[wght].ttf", "Shelter Sans Tamil"),
    "sinhala": (_NOTO, "NotoSansSinhala[wght].ttf", "Shelter Sans Sinhala"),
    "arabic": (_NOTO, "NotoSansArabic[wght].ttf", "Shelter Sans Arabic"),
    # for names and words that no registered language writes
    "symbols": (_NOTO, "NotoSansSymbols[wght].ttf", "Shelter Sans Symbols"),
    "emoji": (_NOTO, "NotoEmoji[wght].ttf", "Shelter Emoji"),
    "hebrew": (_NOTO, "NotoSansHebrew[wght].ttf", "Shelter Sans Hebrew"),
    "armenian": (_NOTO, "NotoSansArmenian[wght].ttf", "Shelter Sans Armenian"),
    "georgian": (_NOTO, "NotoSansGeorgian[wght].ttf", "Shelter Sans Georgian"),
    "ethiopic": (_NOTO, "NotoSansEthiopic[wght].ttf", "Shelter Sans Ethiopic"),
    "gujarati": (_NOTO, "NotoSansGujarati[wght].ttf", "Shelter Sans Gujarati"),
    "gurmukhi": (_NOTO, "NotoSansGurmukhi[wght].ttf", "Shelter Sans Gurmukhi"),
    "kannada": (_NOTO, "NotoSansKannada[wght].ttf", "Shelter Sans Kannada"),
    "malayalam": (_NOTO, "NotoSansMalayalam[wght].ttf", "Shelter Sans Malayalam"),
    "oriya": (_NOTO, "NotoSansOriya[wght].ttf", "Shelter Sans Oriya"),
    "telugu": (_NOTO, "NotoSansTelugu[wght].ttf", "Shelter Sans Telugu"),
}

FONT_KEYS = tuple(_FILES)


def font_path(key: str) -> Path:
    """Return the file of a bundled font; `key` is one of `FONT_KEYS`.

    Raises KeyError for an unknown key and FileNotFoundError where the package is not installed.
    """
    package, name, _ = _FILES[key]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"package {package} with font {name}")
    return Path(spec.submodule_search_locations[0]) / name


def family_name(key: str) -> str:
    """Return the family name that the static instances of a font carry, e.g. "Shelter Sans JP"."""
    return _FILES[key][2]


def weight(bold: bool) -> float:
    """Return the position on the weight axis."""
    return BOLD_WEIGHT if bold else REGULAR_WEIGHT


@cache
def open_face(key: str) -> "Face":
    """Return the font file as a HarfBuzz face, mapped into memory once and read where needed."""
    from uharfbuzz import Blob, Face

    return Face(Blob.from_file_path(str(font_path(key))))


@cache
def open_font(key: str, bold: bool) -> "Font":
    """Return a font at its regular or bold weight; positions are in thousandths of an em."""
    from uharfbuzz import Font

    font = Font(open_face(key))
    font.scale = (UNITS_PER_EM, UNITS_PER_EM)
    font.set_variations({"wght": weight(bold)})
    return font


@cache
def has_character(key: str, character: str) -> bool:
    """Return whether the font has a glyph for this character."""
    return bool(open_font(key, False).get_nominal_glyph(ord(character)))


@cache
def fallback_chain(key: str) -> tuple[str, ...]:
    """Return the fonts to try in order: the language's own, Noto Sans, Japanese, then all others."""
    return tuple(dict.fromkeys((key, "sans", "jp", *FONT_KEYS)))


@cache
def find_font(key: str, cluster: str) -> str | None:
    """Return the first font of the chain that has every character of a cluster, or None if none has."""
    for candidate in fallback_chain(key):
        if all(has_character(candidate, character) for character in cluster):
            return candidate
    return None
