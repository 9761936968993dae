"""What a form says: each text in its languages, and in small Japanese for the staff who read the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Review
from disaster_support.documents.cells import Cell, Stack, settle
from disaster_support.documents.model import Text, TextMeasurer
from disaster_support.documents.sheet import GREY, text_of

HINT_SHARE = 0.8
"""The size of what helps to answer, as a share of the question's."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a form's texts, whether the small Japanese has its readings, and the lines for the family."""

    language_pt: float
    japanese_pt: float
    has_readings: bool
    family_lines: int = 6


@dataclass(frozen=True, slots=True)
class FormTexts:
    """The library's `form` entries in the languages of a form, set with one measurer at the sizes of one attempt."""

    catalogue: Catalogue
    tags: tuple[str, ...]  # registered tags, in print order
    measurer: TextMeasurer
    sizes: Sizes

    @property
    def is_rtl(self) -> bool:
        """Whether the form runs from right to left, as its first language does."""
        return self.catalogue.languages[self.tags[0]].direction == "rtl"

    def is_unreviewed(self, entry_ids: Sequence[str]) -> bool:
        """Whether any of these texts has not been checked by a person."""
        phrases = (self.catalogue.text(entry_id, tag) for entry_id in entry_ids for tag in self.tags)
        return any(phrase is not None and phrase.review is Review.UNREVIEWED for phrase in phrases)

    def languages_of(self, entry_id: str) -> list[Text]:
        """Return a text in the form's languages; where one of them has none yet, the Japanese stands for it alone."""
        phrases = {tag: self.catalogue.text(entry_id, tag) for tag in self.tags}
        there = [text_of(phrase, tag) for tag, phrase in phrases.items() if phrase]
        return there or [self.japanese(entry_id)]

    def japanese(self, entry_id: str) -> Text:
        """Return a text in Japanese with its readings; the id itself where the library has lost the entry."""
        return text_of(self.catalogue.say(entry_id), SOURCE_LANGUAGE)

    def stack(self, entry_id: str, width_mm: float, *, share: float = 1.0, bold: bool = False) -> Stack:
        """Return a text in its languages and in small Japanese, set in a width at a share of the size."""
        cells = self._cells(entry_id, width_mm, share, bold)
        japanese = self.japanese(entry_id)
        if japanese.string not in {cell.text.string for cell in cells}:
            small = japanese if self.sizes.has_readings else Text(japanese.string, SOURCE_LANGUAGE)
            cells.append(settle(self.measurer, small, width_mm, self.sizes.japanese_pt, color=GREY))
        return Stack.pack(cells, width_mm)

    def hint(self, entry_id: str, width_mm: float) -> Stack:
        """Return a text in its languages alone: what helps to answer says nothing to whoever reads the answers."""
        return Stack.pack(self._cells(entry_id, width_mm, HINT_SHARE, False), width_mm)

    def _cells(self, entry_id: str, width_mm: float, share: float, bold: bool) -> list[Cell]:
        size = self.sizes.language_pt * share
        return [settle(self.measurer, text, width_mm, size, bold=bold) for text in self.languages_of(entry_id)]
