"""A text with its readings as plain text: for files, for the clipboard, for the terminal."""

import re
from collections.abc import Sequence

from disaster_support.easy.readings import KANJI
from disaster_support.ruby import Ruby

_KANJI_ONLY = re.compile(rf"[{KANJI}]+")


def write_aozora(text: str, readings: Sequence[Ruby]) -> str:
    """Return the text in Aozora notation, which `parse_ruby` reads: 避難所《ひなんじょ》, ｜1階《いっかい》."""
    written, done = "", 0
    for ruby in readings:
        base = text[ruby.start : ruby.end]
        before = text[max(0, ruby.start - 1) : ruby.start]
        is_run = bool(_KANJI_ONLY.fullmatch(base)) and not _KANJI_ONLY.fullmatch(before)
        written += f"{text[done : ruby.start]}{'' if is_run else '｜'}{base}《{ruby.reading}》"
        done = ruby.end
    return written + text[done:]


def write_brackets(text: str, readings: Sequence[Ruby]) -> str:
    """Return the text with each reading in brackets after its kanji: 避難所（ひなんじょ）."""
    written, done = "", 0
    for ruby in readings:
        written += f"{text[done : ruby.end]}（{ruby.reading}）"
        done = ruby.end
    return written + text[done:]
