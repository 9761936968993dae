"""Filling the slots of a notice: `{name}` in its texts, readings kept above what they belong to."""

import re
from collections.abc import Iterable, Iterator, Mapping

from disaster_support.ruby import Ruby, parse_ruby

_SLOT = r"\{([^{}]*)\}"  # compiled when it is needed: not at the start


def find_slots(text: str) -> list[str]:
    """Return the names of the slots of a text, as often as they stand in it."""
    return re.findall(_SLOT, text)


def blank_slots(text: str) -> str:
    """Return a text with a space in the place of each slot: a slot is no word."""
    return re.sub(_SLOT, " ", text)


def fill_slots(text: str, ruby: Iterable[Ruby], values: Mapping[str, str]) -> tuple[str, tuple[Ruby, ...]]:
    """Return a text with its slots filled, and its readings where they stand then.

    `values` may carry ruby marks. A slot without a value stays as it is.
    """
    spans = tuple(ruby)
    filled, kept, done = "", list[Ruby](), 0
    for slot in re.finditer(_SLOT, text):
        if slot[1] not in values:
            continue
        kept += _move(spans, done, slot.start(), len(filled) - done)
        filled += text[done : slot.start()]
        value, readings = parse_ruby(values[slot[1]])
        kept += _move(readings, 0, len(value), len(filled))
        filled += value
        done = slot.end()
    kept += _move(spans, done, len(text), len(filled) - done)
    return filled + text[done:], tuple(kept)


def _move(spans: Iterable[Ruby], start: int, end: int, by: int) -> Iterator[Ruby]:
    """Yield the readings that begin in a part of the text, moved with it."""
    return (Ruby(one.start + by, one.end + by, one.reading) for one in spans if start <= one.start < end)
