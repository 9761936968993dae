"""Readings above Japanese text: parsed once from Aozora Bunko notation, carried as plain spans.

`避難所《ひなんじょ》はどこですか。` gives the text `避難所はどこですか。` and one span. The base of a reading is the
run of kanji before `《`, or what follows a `｜` where that is not the base.

Source: https://www.aozora.gr.jp/annotation/etc.html#ruby
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_KANJI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆ヶ"
_READING = rf"(?:｜([^｜《》]+)|([{_KANJI}]+))《([^《》]+)》"  # compiled when it is needed: not at the start


@dataclass(frozen=True, slots=True)
class Ruby:
    """A reading above `text[start:end]`."""

    start: int
    end: int
    reading: str


def parse_ruby(marked: str) -> tuple[str, tuple[Ruby, ...]]:
    """Split marked text into the plain text and its readings."""
    plain: list[str] = []
    spans: list[Ruby] = []
    length = done = 0
    for match in re.finditer(_READING, marked):
        before, base = marked[done : match.start()], match[1] or match[2]
        plain += before, base
        start = length + len(before)
        length = start + len(base)
        spans.append(Ruby(start, length, match[3]))
        done = match.end()
    plain.append(marked[done:])
    return "".join(plain), tuple(spans)


def mark_ruby(text: str, spans: Sequence[Ruby]) -> str:
    """Return the text with its readings marked in it, as `parse_ruby` takes them; the spans are in the text's order."""
    for span in reversed(spans):
        base = text[span.start : span.end]
        text = f"{text[: span.start]}｜{base}《{span.reading}》{text[span.end :]}"
    return text


def strip_ruby(marked: str) -> str:
    """Return the text without its readings."""
    return parse_ruby(marked)[0]


def read_out(text: str, spans: Sequence[Ruby]) -> str:
    """Return the text as it is read: every base replaced by its reading. The spans are in the text's order."""
    for span in reversed(spans):
        text = text[: span.start] + span.reading + text[span.end :]
    return text


def find_kanji_without_reading(marked: str) -> str:
    """Return the kanji of the text that no reading covers, in order; empty when all are covered."""
    return "".join(re.findall(rf"[{_KANJI}]", re.sub(_READING, "", marked)))
