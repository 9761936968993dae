"""Somebody answers the questions themselves: which are asked, what was answered, what becomes of it in the register.

Nothing is written here: the answers become columns as `intake.read_details` reads them, once staff accept them.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE
from disaster_support.errors import UserError
from disaster_support.features.reception.answers import write_need
from disaster_support.features.reception.dates import read_birth
from disaster_support.features.reception.languages_text import write_languages
from disaster_support.features.reception.model import (
    Level,
    Need,
    NeedState,
    Sex,
    SpokenLanguage,
    Unanswered,
)
from disaster_support.features.reception.questions import QUESTIONS, Answering, Question

YES, NO = "yes", "no"
NOBODY = NO
"""The answer that nobody else came along."""

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who came along, as far as it was said."""

    name: str = ""
    sex: str = ""  # a value of Sex
    age: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was chosen, and what was written beside it; an empty one is no answer: the question was not asked.

    `values` are the question's own, or one of `Unanswered`, or after a `YES` the library's entries that were ticked.
    """

    values: tuple[str, ...] = ()
    text: str = ""
    people: tuple[Companion, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.values or self.text.strip() or self.people)

    @property
    def unanswered(self) -> Unanswered | None:
        """Why there is no real answer, where the question was answered with that."""
        return Unanswered(self.values[0]) if self.values and self.values[0] in tuple(Unanswered) else None


EMPTY = Answer()


@dataclass(slots=True)
class CheckIn:
    """The answers of one person as far as they have come. `place` is the question that is on the screen."""

    language: str = ""  # BCP 47 tag that they chose; it need not be one of the library's
    answers: dict[str, Answer] = field(default_factory=dict)
    place: int = 0
    is_finished: bool = False
    asked_in: str = ""  # the library's language that they read the questions in, where it is another and they chose it

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that make sense to ask this person, in the order of the paper."""
        return tuple(question for question in QUESTIONS if question.id not in self._left_out())

    @property
    def question(self) -> Question:
        """The question that is on the screen."""
        return self.questions[min(self.place, len(self.questions) - 1)]

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has chosen or answered anything yet."""
        return not (self.language or self.answers)

    def answer_to(self, question_id: str) -> Answer:
        """Return the answer to a question, `EMPTY` where it was not asked or skipped."""
        return self.answers.get(question_id, EMPTY)

    def put(self, question_id: str, answer: Answer) -> None:
        """Take an answer in the place of a former one; an empty one takes it away."""
        if answer.is_empty:
            self.answers.pop(question_id, None)
        else:
            self.answers[question_id] = answer

    def go_on(self) -> None:
        """Go to the next question, or to the end."""
        self.is_finished = self.place >= len(self.questions) - 1
        self.place = min(self.place + 1, len(self.questions) - 1)

    def go_back(self) -> bool:
        """Go to the question before; return whether there is one."""
        if self.is_finished:
            self.is_finished = False
            return True
        if self.place == 0:
            return False
        self.place -= 1
        return True

    def to_data(self) -> dict[str, Any]:
        """Return all of it as JSON can hold it."""
        return asdict(self)

    def _left_out(self) -> set[str]:
        out = set()
        if self.language in (SOURCE_LANGUAGE, EASY_JAPANESE):
            out.add("japanese")
        if self.answer_to("sex").values == (Sex.MALE,):
            out.add("need.pregnancy")
        return out


def from_data(data: Mapping[str, Any]) -> CheckIn:
    """Return the answers that `CheckIn.to_data` has written."""
    answers = {
        str(id_): Answer(tuple(one["values"]), str(one["text"]), tuple(Companion(**person) for person in one["people"]))
        for id_, one in data["answers"].items()
    }
    return CheckIn(
        str(data["language"]),
        answers=answers,
        place=int(data["place"]),
        is_finished=bool(data["is_finished"]),
        asked_in=str(data.get("asked_in", "")),
    )


# -- dates of birth


def plain_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9: १९८५ → 1985."""
    return "".join(
        str(unicodedata.decimal(letter)) if unicodedata.category(letter) == "Nd" else letter for letter in text
    ).strip()


def join_birth(year: str, month: str, day: str, age: str, today: date) -> str | None:
    """Return a date of birth, the year or month of it, or an age, as `dates.read_birth` reads it; empty for nothing.

    None is a date or an age that cannot be: a day without its month, a year still to come.
    """
    parts = [plain_digits(part) for part in (year, month, day)]
    known = [part for part in parts if part]
    if parts[: len(known)] != known or (known and len(known[0]) != len("1985")):
        return None
    text = "-".join([*known[:1], *(part.zfill(2) for part in known[1:])]) or plain_digits(age)
    try:
        read_birth(text, today)
    except UserError:
        return None
    return text


def split_birth(text: str) -> tuple[str, str, str, str]:
    """Return year, month, day and age, of which some are empty."""
    if len(text) < 4:
        return "", "", "", text
    year, month, day = [*text.split("-"), "", ""][:3]
    return year, month, day, ""


# -- into the register


def household_fields(check_in: CheckIn, say: Say, *, shared: bool) -> list[dict[str, str]]:
    """Return the columns of the person and of each who came along, as `intake.read_details` reads them.

    `say` gives an entry's words in the language of the staff. `shared`: those who came along speak the same language
    and live at the same address; staff decide that.
    """
    person = _own_fields(check_in, say)
    together = {
        "languages": check_in.language.replace(EASY_JAPANESE, SOURCE_LANGUAGE),
        "address": person.get("address", ""),
    }
    return [
        person,
        *(
            (together if shared else {}) | {"name": one.name, "sex": one.sex, "age_years": plain_digits(one.age)}
            for one in check_in.answer_to("family").people
        ),
    ]


def question_of(column: str, member: int) -> str:
    """Return the id of the question that a column of a member of the household comes from."""
    if member:
        return "family"
    if column.startswith("age_"):
        return "birth"
    group, _line, one = column.partition("_")
    return f"{group}.{one}" if group in ("need", "consent") else column


def _own_fields(check_in: CheckIn, say: Say) -> dict[str, str]:
    found = {"languages": write_languages(spoken_languages(check_in))}
    for question in check_in.questions:
        answer = check_in.answer_to(question.id)
        if question.id.startswith("need."):
            found[question.id.replace(".", "_")] = _write_need(question, answer, say)
        elif question.answering not in (Answering.LANGUAGES, Answering.FAMILY) and question.id != "japanese":
            found[question.id.replace(".", "_")] = answer.text.strip() or ";".join(answer.values)
    return found


def _write_need(question: Question, answer: Answer, say: Say) -> str:
    if answer.is_empty:
        return ""
    if answer.values and answer.values[0] in tuple(NeedState) and answer.values[0] != YES:
        return str(answer.values[0])
    entries = dict(question.options)
    chosen = [say(entries.get(value, value)) for value in answer.values if value != YES]
    return write_need(Need(NeedState.YES, "、".join(filter(None, [*chosen, answer.text.strip()]))))


def spoken_languages(check_in: CheckIn) -> tuple[SpokenLanguage, ...]:
    """Return the languages: the one chosen first, the others as they were ticked, then Japanese where they know it.

    Who needs an interpreter needs one from and to the language chosen; any other answer is of their Japanese.
    """
    if not check_in.language:
        return ()
    level = next((one for one in Level if one in check_in.answer_to("japanese").values), None)
    needs_interpreter = level is Level.INTERPRETER
    easy = check_in.language == EASY_JAPANESE
    first = SpokenLanguage(
        SOURCE_LANGUAGE if easy else check_in.language,
        Level.EASY_JA if easy else level if needs_interpreter else None,
    )
    spoken = [first, *(one for one in ticked_languages(check_in.answer_to("languages")) if one.tag != first.tag)]
    if level and not needs_interpreter:
        spoken.append(SpokenLanguage(SOURCE_LANGUAGE, level))
    return tuple(spoken)


def ticked_languages(answer: Answer) -> tuple[SpokenLanguage, ...]:
    """Return the languages of an answer to "languages": each value is a tag, or `tag=level`."""
    if answer.unanswered:
        return ()
    parts = (value.partition("=") for value in answer.values)
    return tuple(SpokenLanguage(tag, Level(level) if level else None) for tag, _equals, level in parts)
