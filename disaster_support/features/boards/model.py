"""What a board shows: tiles, each one thing to point at, in the evacuee's languages and in Japanese."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from disaster_support.content.model import Kind, Language, Phrase, Review
from disaster_support.ruby import Ruby

MAX_LANGUAGES = 3
"""How many languages one board shows at once."""


class Speaker(StrEnum):
    """Whose line a tile is."""

    STAFF = "staff"
    EVACUEE = "evacuee"
    BOTH = "both"


_SPEAKERS = {
    Kind.STAFF: Speaker.STAFF,
    Kind.QUESTION: Speaker.STAFF,
    Kind.EVACUEE: Speaker.EVACUEE,
    Kind.ANSWER: Speaker.BOTH,
    Kind.WORD: Speaker.BOTH,
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing to point at.

    `phrases` holds the languages of the board in their order, without those that have no text for this entry.
    """

    entry: str
    kind: Kind
    pictogram: str
    japanese: Phrase
    phrases: Mapping[str, Phrase]
    answers: tuple["Tile", ...] = ()

    @property
    def speaker(self) -> Speaker:
        """Whose line this is."""
        return _SPEAKERS.get(self.kind, Speaker.STAFF)

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """The languages whose text no person has checked."""
        return tuple(tag for tag, phrase in self.phrases.items() if phrase.review is Review.UNREVIEWED)

    @property
    def unreviewed_with_answers(self) -> tuple[str, ...]:
        """The languages in which no person has checked the text or that of an answer."""
        return tuple(dict.fromkeys(tag for one in (self, *self.answers) for tag in one.unreviewed))


@dataclass(frozen=True, slots=True)
class Board:
    """The tiles of one situation; its title is a tile too."""

    situation: str
    title: Tile
    tiles: tuple[Tile, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageTile:
    """A language on the first board; `has_boards` is false where only its name is known yet."""

    language: Language
    has_boards: bool


def choose_answer(tile: Tile, chosen: tuple[str, ...], entry: str) -> tuple[str, ...]:
    """Return the chosen answers of a question after one was pointed at; pointing again takes it back.

    An answer in words (yes, no, 3) stands alone; things (water, shrimp, the head) add up.
    """
    if entry in chosen:
        return tuple(one for one in chosen if one != entry)
    alone = {answer.entry for answer in tile.answers if answer.kind is Kind.ANSWER}
    kept = () if entry in alone else tuple(one for one in chosen if one not in alone)
    return (*kept, entry)


def toggle_language(chosen: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """Return the languages after one was added or, where it is among them, taken out; a full list stays as it is."""
    if tag in chosen:
        return tuple(one for one in chosen if one != tag)
    return chosen if len(chosen) >= MAX_LANGUAGES else (*chosen, tag)


def newest_first(tags: Iterable[str], before: Iterable[str]) -> tuple[str, ...]:
    """Return the tags, then those before them, each once."""
    return tuple(dict.fromkeys((*tags, *before)))


def join_phrases(phrases: Sequence[Phrase]) -> Phrase:
    """Return Japanese phrases as one, parted by commas, with their readings."""
    text, ruby = "", list[Ruby]()
    for phrase in phrases:
        text += "、" if text else ""
        ruby += [Ruby(one.start + len(text), one.end + len(text), one.reading) for one in phrase.ruby]
        text += phrase.text
    return Phrase(text, tuple(ruby))


def read_aloud(phrase: Phrase) -> str:
    """Return the text as a voice must get it: kana in place of the kanji that have a reading."""
    text = phrase.text
    for span in sorted(phrase.ruby, key=_start, reverse=True):
        text = text[: span.start] + span.reading + text[span.end :]
    return text


def _start(span: Ruby) -> int:
    return span.start
