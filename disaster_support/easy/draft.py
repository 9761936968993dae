"""A text as the rules are given it, and how they note what they find."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from disaster_support.easy.model import Finding, Kind, Word
from disaster_support.easy.readings import KANJI
from disaster_support.easy.sentences import Sentence, find_phrase_starts, split_sentences
from disaster_support.easy.tokens import Token

_GLOSS_FOLLOWS = re.compile(rf"[{KANJI}ァ-ヶー]*[ 　]?[〈（(]")  # of the compound that the word is in, too
_IN_BRACKETS = re.compile(r"[〈（(][^〉）)\n]*$")
_SPACES = " \u3000"
_SPACED_FROM = 0.5  # of the places between phrases: a writer who parts phrases forgets one now and then


@dataclass(frozen=True)
class Draft:
    """A text with its tokens and words."""

    text: str
    tokens: tuple[Token, ...]
    words: tuple[Word, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in the text's order."""
        return split_sentences(self.text, self.tokens)

    @cached_property
    def is_spaced(self) -> bool:
        """Whether the text has spaces between its phrases."""
        places = [start for sentence in self.sentences for start in find_phrase_starts(sentence.tokens)]
        with_space = sum(self.text[start - 1] in _SPACES for start in places)
        return bool(places) and with_space >= _SPACED_FROM * len(places)

    def word_at(self, place: int) -> Word | None:
        """Return the word that the character at this place belongs to."""
        number = bisect_right(self.words, place, key=lambda word: word.start) - 1
        return self.words[number] if number >= 0 and place < self.words[number].end else None

    def has_gloss(self, start: int, end: int) -> bool:
        """Whether the meaning of what stands here follows in brackets, or it stands in brackets itself."""
        line_start = self.text.rfind("\n", 0, start) + 1
        return bool(_GLOSS_FOLLOWS.match(self.text, end) or _IN_BRACKETS.search(self.text, line_start, start))

    def as_written(self, words: str) -> str:
        """Return words that have spaces between their phrases as this text would have them."""
        return words if self.is_spaced else words.replace(" ", "")

    def find(
        self,
        kind: Kind,
        span: tuple[int, int],
        reason: str,
        suggestion: str,
        replacement: str | None = None,
    ) -> Finding:
        """Note something at `text[span[0]:span[1]]`."""
        start, end = span
        line = self.text.count("\n", 0, start) + 1
        return Finding(kind, start, end, line, self.text[start:end], reason, suggestion, replacement)

    def span(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """Return where tokens that follow one another stand in the text."""
        return tokens[0].start, tokens[-1].end
