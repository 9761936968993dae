"""What the self check-in says: in the person's language, in Japanese for staff, and each answer in either."""

from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE, Language, Phrase
from disaster_support.features.reception.dates import Birth, describe_birth
from disaster_support.features.reception.model import Level, SpokenLanguage, Unanswered
from disaster_support.features.reception.more_languages import describe_language
from disaster_support.features.reception.questions import Answering, Question
from disaster_support.features.reception.self_check_in import (
    NOBODY,
    Answer,
    Companion,
    ticked_languages,
)
from disaster_support.lists.countries import country_name

FALLBACK = "en"
LANGUAGE_LEVELS = ((Level.FLUENT, "form.japanese_fluent"), (Level.SLOW, "form.japanese_slow"))
"""How well somebody understands a language: of the sentences about Japanese those that do not name it."""

_PROBE = "form.name_ask"  # a language that has this question has them all
_SIMPLE = {
    "yes": "form.yes",
    "no": "form.no",
    Unanswered.UNKNOWN: "form.dont_know",
    Unanswered.DECLINED: "form.decline",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an answer: words of the program, or what the person typed in letters of their own."""

    text: str
    is_typed: bool = False


@dataclass(frozen=True)
class CheckInTexts:
    """The texts for one language; where it has none of the form's, those that they chose instead, or English ones."""

    catalogue: Catalogue
    tag: str  # what the person speaks
    asked_in: str = ""  # what they chose to read the questions in

    @property
    def spoken(self) -> Language:
        """The language that the person chose: what they type is in its letters."""
        return self.describe(self.tag)

    def describe(self, tag: str) -> Language:
        """Return a language of the library, or as CLDR describes it."""
        return self.catalogue.languages.get(tag) or describe_language(tag)

    @property
    def shown(self) -> Language:
        """The language that the questions are in."""
        tags = (one for one in (self.asked_in, self.tag) if one and self.catalogue.text(_PROBE, one))
        return self.catalogue.languages[next(tags, FALLBACK)]

    @property
    def is_fallback(self) -> bool:
        """Whether the form is not translated into their language yet."""
        return self.catalogue.text(_PROBE, self.tag) is None

    @property
    def japanese(self) -> Language:
        """The language of the staff."""
        return self.catalogue.languages[SOURCE_LANGUAGE]

    def phrase(self, entry: str) -> tuple[Phrase, Language]:
        """Return what an entry says, and in which language: theirs, or English, or Japanese."""
        for language in (self.shown, self.catalogue.languages[FALLBACK]):
            phrase = self.catalogue.text(entry, language.tag)
            if phrase:
                return phrase, language
        return self.source(entry), self.japanese

    def source(self, entry: str) -> Phrase:
        """Return what an entry says in Japanese."""
        return self.catalogue.say(entry)

    def beside(self, entry: str) -> Phrase | None:
        """Return the Japanese to show with a text; None where that is what the person reads anyhow."""
        is_japanese = self.shown.tag in (SOURCE_LANGUAGE, EASY_JAPANESE)
        return None if is_japanese else self.source(entry)

    def pictogram(self, entry: str) -> str:
        """Return the name of an entry's pictogram, empty where it has none."""
        return self.catalogue.entries[entry].pictogram if entry in self.catalogue.entries else ""


def texts_for(catalogue: Catalogue, tag: str, asked_in: str = "") -> CheckInTexts:
    """Return the texts for whoever speaks a language, of the library or not; for no language those in Japanese."""
    return CheckInTexts(catalogue, tag or SOURCE_LANGUAGE, asked_in)


def level_texts(texts: CheckInTexts) -> CheckInTexts:
    """Return the texts that say how well somebody understands any language.

    Easy Japanese speaks of "Japanese that is spoken slowly"; the Japanese sentence names no language.
    """
    return texts_for(texts.catalogue, "") if texts.shown.tag == EASY_JAPANESE else texts


def offered_languages(catalogue: Catalogue) -> tuple[Language, ...]:
    """Return every language of the library, those that the form can be shown in first."""
    languages = catalogue.languages.values()
    return tuple(sorted(languages, key=lambda one: catalogue.text(_PROBE, one.tag) is None))


def asking_languages(catalogue: Catalogue) -> tuple[Language, ...]:
    """Return the languages that the questions can be asked in."""
    return tuple(one for one in catalogue.languages.values() if catalogue.text(_PROBE, one.tag))


def describe_answer(question: Question, answer: Answer, texts: CheckInTexts) -> tuple[Piece, ...]:
    """Return an answer in words, piece by piece; nothing where the question was not asked."""
    return tuple(piece for piece in _pieces(question, answer, texts) if piece.text)


def _pieces(question: Question, answer: Answer, texts: CheckInTexts) -> Iterator[Piece]:
    if answer.unanswered:
        yield Piece(_say(_SIMPLE[answer.unanswered], texts))
        return
    match question.answering:
        case Answering.COUNTRY:
            yield from (Piece(country_name(code, texts.shown.tag)) for code in answer.values)
        case Answering.DATE:
            yield Piece(_describe_birth(answer.text, texts))
            return
        case Answering.LANGUAGES:
            yield Piece("、".join(_describe_language(one, texts) for one in ticked_languages(answer)))
        case Answering.FAMILY if answer.values == (NOBODY,):
            yield Piece(_say("form.nobody_else", texts))
        case Answering.FAMILY:
            for one in answer.people:
                yield Piece(one.name, is_typed=True)
                yield Piece(_describe_companion(one, texts))
        case _:
            entries = _SIMPLE | dict(question.options)
            yield Piece("、".join(_say(entries.get(value, value), texts) for value in answer.values))
    yield Piece(answer.text.strip(), is_typed=True)


def _describe_birth(text: str, texts: CheckInTexts) -> str:
    if text and len(text) < len("1985"):
        return f"{text} {_say('form.years_old', texts)}"
    return describe_birth(Birth(text), SOURCE_LANGUAGE) if text and texts.shown.tag == SOURCE_LANGUAGE else text


def _describe_companion(one: Companion, texts: CheckInTexts) -> str:
    sex = f"form.{'sex_other' if one.sex == 'other' else one.sex}"
    age = f"{one.age} {_say('form.years_old', texts)}" if one.age else ""
    return "  ".join(filter(None, (_say(sex, texts) if one.sex else "", age)))


def _describe_language(one: SpokenLanguage, texts: CheckInTexts) -> str:
    language = texts.describe(one.tag)
    name = language.name_ja if texts.shown.tag == SOURCE_LANGUAGE else language.autonym
    entry = next((entry for level, entry in LANGUAGE_LEVELS if level is one.level), "")
    return f"{name}: {_say(entry, level_texts(texts))}" if entry else name


def _say(entry: str, texts: CheckInTexts) -> str:
    return texts.phrase(entry)[0].text
