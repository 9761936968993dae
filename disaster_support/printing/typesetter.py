"""Sizes and lines of texts, kept as long as the typesetter lives: measuring, fitting and drawing share them."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from disaster_support.content.model import Language
from disaster_support.documents.model import Extent, Text
from disaster_support.printing.itemizing import find_missing_characters
from disaster_support.printing.layout import Block, Layouts, may_fit
from disaster_support.printing.paragraphs import prepare
from disaster_support.ruby import Ruby

MM_PER_PT = 25.4 / 72
STEP_PT = 0.5
_ROUNDING_MM = 1e-6
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # Qt hands over half an emoji where one was cut


class Typesetter:
    """Sets texts in the registered languages; implements `documents.model.TextMeasurer`."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        """Take the languages by their tag; a text in any other tag raises KeyError."""
        self.languages = languages
        self._layouts = lru_cache(maxsize=4096)(self._prepare)
        self._sizes = lru_cache(maxsize=4096)(self._search)

    def set_text(self, text: Text, size_pt: float, width_mm: float, *, bold: bool = False) -> Block:
        """Return the lines of a text wrapped to a width, in thousandths of an em."""
        return self._layouts(text, bold).block(width_mm / em_mm(size_pt))

    def measure(self, text: Text, size_pt: float, width_mm: float, *, bold: bool = False) -> Extent:
        """Return the room the text takes at this size when wrapped to this width.

        The width is true: greater than `width_mm` where a word that cannot be broken is.
        """
        em = em_mm(size_pt)
        block = self._layouts(text, bold).block(width_mm / em)
        return Extent(block.width * em, block.height * em, len(block.lines))

    def largest_size_pt(
        self, text: Text, width_mm: float, height_mm: float, *, maximum_pt: float, minimum_pt: float, bold: bool = False
    ) -> float | None:
        """Return the largest size, in steps of half a point, at which the text fits the box, or None."""
        return self._sizes(text, bold, width_mm, height_mm, maximum_pt, minimum_pt)

    def find_missing_characters(self, text: Text) -> str:
        """Return the characters of a text that no bundled font can draw, each once."""
        return find_missing_characters(_LONE_SURROGATE.sub("", text.string), self.languages[text.language].font)

    def _prepare(self, text: Text, bold: bool) -> Layouts:
        """Shape the paragraphs of a text; hidden behind a cache."""
        language = self.languages[text.language]
        paragraphs = []
        start = 0
        for string in _LONE_SURROGATE.sub("\ufffd", text.string).split("\n"):
            ruby = [
                Ruby(reading.start - start, reading.end - start, reading.reading)
                for reading in text.ruby
                if start <= reading.start < start + len(string)
            ]
            paragraphs.append(prepare(string, ruby, language, bold))
            start += len(string) + 1
        return Layouts(paragraphs)

    def _search(
        self, text: Text, bold: bool, width_mm: float, height_mm: float, maximum_pt: float, minimum_pt: float
    ) -> float | None:
        """Search the largest size that fits; hidden behind a cache.

        Advances alone, which are quick, say from above where to begin; lines are then built for one or a few sizes.
        """
        paragraphs = self._layouts(text, bold).paragraphs
        sizes = _sizes(minimum_pt, maximum_pt)

        def can_fit(index: int) -> bool:
            em = em_mm(sizes[index])
            return may_fit(paragraphs, width_mm / em, height_mm / em)

        def fits(index: int) -> bool:
            extent = self.measure(text, sizes[index], width_mm, bold=bold)
            return extent.width_mm <= width_mm + _ROUNDING_MM and extent.height_mm <= height_mm + _ROUNDING_MM

        high = _last(can_fit, -1, len(sizes))
        low, step = high, 1
        while low >= 0 and not fits(low):
            high, low, step = low, max(-1, low - step) if low else -1, 2 * step
        found = _last(fits, low, high) if high > low else low
        return sizes[found] if found >= 0 else None


def _sizes(minimum_pt: float, maximum_pt: float) -> list[float]:
    """Return the sizes to try, both ends among them; none if the ends are the wrong way round."""
    steps = int((maximum_pt - minimum_pt) / STEP_PT + 1e-9) if maximum_pt >= minimum_pt else -1
    sizes = [minimum_pt + STEP_PT * step for step in range(steps + 1)]
    return [*sizes, maximum_pt] if sizes and sizes[-1] < maximum_pt - 1e-9 else sizes


def _last(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return by halving the last index for which something holds; it holds at `low` and does not at `high`."""
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


def em_mm(size_pt: float) -> float:
    """Return the thousandth of an em in millimetres at a size."""
    return size_pt * MM_PER_PT / 1000
