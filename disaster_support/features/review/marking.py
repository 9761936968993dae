"""Which words of two texts differ, so that a difference can be seen at a glance."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from disaster_support.content.model import Language
from disaster_support.printing.breaking import line_breaks

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it differs; together they are the text."""


def mark_differences(old: str, new: str, language: Language) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces. Words end where a line may, so that Thai and Burmese have words too."""
    ours, theirs = _words(old, language), _words(new, language)
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        differs = kind != "equal"
        _add(left, ours[start:end], differs)
        _add(right, theirs[other_start:other_end], differs)
    return tuple(left), tuple(right)


def _words(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in pairwise(sorted({0, *line_breaks(text, language.line_break), len(text)}))]


def _add(pieces: list[tuple[str, bool]], words: Sequence[str], differs: bool) -> None:
    if words:
        pieces.append(("".join(words), differs))
