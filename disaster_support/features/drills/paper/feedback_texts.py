"""What the feedback form says: each text in one language, and in small Japanese for the staff who enter the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE, Review
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Stack, settle
from disaster_support.documents.model import Item, Text, TextMeasurer
from disaster_support.documents.sheet import GREY, text_of

TITLE = "feedback.title"


def form_languages(catalogue: Catalogue) -> list[str]:
    """Return the tags of the languages that the form can be printed in."""
    return [tag for tag in catalogue.languages if catalogue.text(TITLE, tag)]


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """The library's feedback entries in one language, at one size."""

    catalogue: Catalogue
    tag: str
    measurer: TextMeasurer
    size_pt: float
    japanese_pt: float = 8.5

    def own(self, entry_id: str) -> Text:
        """Return a text in the language; in Japanese where the library has none."""
        phrase = self.catalogue.text(entry_id, self.tag)
        return text_of(phrase, self.tag) if phrase else self._japanese(entry_id)

    def small(self, entry_id: str) -> Text | None:
        """Return what stands small beside it for the staff; nothing where they read the language itself."""
        japanese = self._japanese(entry_id)
        is_read = self.tag == EASY_JAPANESE or self.own(entry_id).string == japanese.string
        return None if is_read else Text(japanese.string, SOURCE_LANGUAGE)

    def stack(self, entry_id: str, width_mm: float, *, share: float = 1.0, bold: bool = False) -> Stack:
        """Return a text with the small Japanese below it, set for a width at a share of the size."""
        lines = [(settle(self.measurer, self.own(entry_id), width_mm, self.size_pt * share, bold=bold),)]
        small = self.small(entry_id)
        if small:
            lines.append((settle(self.measurer, small, width_mm, self.japanese_pt, color=GREY),))
        return Stack(tuple(lines))

    def is_unreviewed(self, entry_ids: Sequence[str]) -> bool:
        """Whether any of these texts has not been checked by a person."""
        phrases = (self.catalogue.text(entry_id, self.tag) for entry_id in entry_ids)
        return any(phrase is not None and phrase.review is Review.UNREVIEWED for phrase in phrases)

    def _japanese(self, entry_id: str) -> Text:
        return text_of(self.catalogue.say(entry_id), SOURCE_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts below one another, as high as they need."""

    stacks: tuple[Stack, ...]
    gap_mm: float = 1.2

    @property
    def height_mm(self) -> float:
        """Return what they take."""
        return sum(stack.height_mm for stack in self.stacks) + self.gap_mm * (len(self.stacks) - 1)

    def draw(self, area: Area) -> Iterator[Item]:
        """Give them from the top of an area."""
        for stack in self.stacks:
            place, area = area.cut_top(stack.height_mm, self.gap_mm)
            yield from stack.draw(place)
