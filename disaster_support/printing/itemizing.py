"""A paragraph cut into stretches of one direction, font and script, each to be shaped in one go."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb

from disaster_support.printing.bidi import embedding_levels, may_turn
from disaster_support.printing.fonts import find_font, has_character

_COMMON = ""
_CJK_SCRIPTS = {"Hani", "Hira", "Kana", "Hang", "Bopo"}


class Item(NamedTuple):
    """A stretch of a paragraph that is shaped in one go."""

    start: int
    end: int
    level: int
    font: str
    script: str


def itemize(text: str, font: str, base_level: int, edges: Sequence[int] = ()) -> tuple[Item, ...]:
    """Cut a paragraph where level, font or script change, and at the given offsets (edges of ruby)."""
    if not text:
        return ()
    if not base_level and not edges and (script := _only_script(text, font)) is not None:
        return (Item(0, len(text), 0, font, script),)
    kinds = list(zip(embedding_levels(text, base_level), _fonts(text, font), _scripts(text), strict=True))
    cuts = set(edges)
    starts = [at for at, (before, here) in enumerate(pairwise(kinds), 1) if before != here or at in cuts]
    return tuple([Item(start, end, *kinds[start]) for start, end in pairwise((0, *starts, len(text)))])


def _only_script(text: str, font: str) -> str | None:
    """Return the script of a text that is one stretch, as nearly all are: all in one font, left to right; else None."""
    scripts = {_plain_script(font, character) for character in set(text)} - {_COMMON}
    if None in scripts or (len(scripts) > 1 and not scripts <= _CJK_SCRIPTS):
        return None
    return next((script for character in text if (script := _script(character))), _COMMON)


@cache
def _plain_script(font: str, character: str) -> str | None:
    """Return the script of a character; None for one that the font has not, or that runs from right to left."""
    is_drawn = _invisible(character) or has_character(font, character)
    return _script(character) if is_drawn and not may_turn(character) else None


def find_missing_characters(text: str, font: str) -> str:
    """Return the characters that no bundled font can draw, each once, in order."""
    missing = (character for character in text if not _invisible(character) and find_font(font, character) is None)
    return "".join(dict.fromkeys(missing))


def _fonts(text: str, font: str) -> list[str]:
    """Choose the font of every character, cluster by cluster.

    Spaces stay with the font before them, and so does punctuation inside a word of another font (Wi-Fi in Arabic).
    """
    if all(_invisible(character) or has_character(font, character) for character in set(text)):
        return [font] * len(text)  # as it would come out below, and nearly always so
    fonts: list[str] = []
    for cluster in _clusters(text):
        stays = fonts and fonts[-1] != "emoji" and not cluster.strip() and _has_all(fonts[-1], cluster)
        fonts += [fonts[-1] if stays else _cluster_font(font, cluster)] * len(cluster)
    for index in range(1, len(text) - 1):
        before, here, after = fonts[index - 1 : index + 2]
        if here != before == after and not _script(text[index]) and _has_all(before, text[index]):
            fonts[index] = before
    return fonts


def _has_all(font: str, characters: str) -> bool:
    """Return whether a font has every one of these characters."""
    return all(has_character(font, character) for character in characters)


@lru_cache(maxsize=8192)
def _cluster_font(font: str, cluster: str) -> str:
    """Return the first font that has all of a cluster, or else its first character, or else the language's own."""
    visible = "".join(character for character in cluster if not _invisible(character))
    return find_font(font, visible) or find_font(font, visible[:1]) or font


def _clusters(text: str) -> list[str]:
    """Return the characters of a text, each with its marks and joiners."""
    starts = [index for index, character in enumerate(text) if index and not _joins(character)]
    return [text[start:end] for start, end in pairwise((0, *starts, len(text)))] if text else []


@cache
def _joins(character: str) -> bool:
    """Return whether a character belongs to the one before it."""
    kind = category(character)
    return kind[0] == "M" or kind == "Cf"


@cache
def _invisible(character: str) -> bool:
    """Return whether a character needs no glyph: controls, joiners, variation selectors."""
    return (
        category(character) in {"Cf", "Cc", "Zl", "Zp"}
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _scripts(text: str) -> list[str]:
    """Return the script of every character; punctuation and marks take that of the text before them."""
    scripts = [_script(character) for character in text]
    found = set(scripts) - {_COMMON}
    if len(found) == 1:
        return [*found] * len(text)
    current = next((script for script in scripts if script), _COMMON)
    for index, script in enumerate(scripts):
        if script in _CJK_SCRIPTS and current in _CJK_SCRIPTS:
            script = current  # one run: a kanji and its kana are shaped together
        current = script or current
        scripts[index] = current
    return scripts


@cache
def _script(character: str) -> str:
    """Return the ISO 15924 script of a character, or nothing for what all scripts share."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script = str(buffer.script or "")
    return _COMMON if script in {"Zyyy", "Zinh", "Zzzz"} else script
