"""What looking at a Japanese text gives: readings, words with their levels, what could be said more easily."""

from dataclasses import dataclass
from typing import Literal, get_args

from disaster_support.ruby import Ruby

Level = Literal["easy", "middle", "hard", "learn", "name", "number"]
Kind = Literal[
    "long-sentence",
    "two-things",
    "hard-word",
    "honorific",
    "double-negative",
    "passive",
    "noun-chain",
    "era-year",
    "loan-word",
    "spaces",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `text[start:end]`: the form a dictionary lists it under, its reading in hiragana, how hard it is."""

    start: int
    end: int
    surface: str
    lemma: str
    reading: str
    level: Level


@dataclass(frozen=True, slots=True)
class Finding:
    """Something at `text[start:end]` that a learner stumbles over.

    `line` counts from 1. `suggestion` says what to write instead; where that can take the place as it stands,
    `replacement` is the Japanese for it, else None.
    """

    kind: Kind
    start: int
    end: int
    line: int
    text: str
    reason: str
    suggestion: str
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as it was given, with all that was seen in it, each in the text's order."""

    text: str
    readings: tuple[Ruby, ...] = ()
    words: tuple[Word, ...] = ()
    findings: tuple[Finding, ...] = ()
