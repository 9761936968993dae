"""The quiz of a course: questions chosen from the bank, and answer sheets marked."""

import unicodedata
from collections.abc import Sequence
from random import Random
from zlib import crc32

from disaster_support.errors import UserError
from disaster_support.features.training.model import Course, Materials, Plan, Question
from disaster_support.i18n import gettext as _

QUESTIONS = 20
NO_ANSWER = "-"

_LETTERS = "abcd"  # typed for the first choice, the second …, as the number is


def questions_of(course: Course, materials: Materials) -> list[Question]:
    """Return the questions of a course's quiz: the same however often it is printed, and when it is marked."""
    seed = crc32((course.id or course.plan.id).encode())
    return choose_questions(course.plan, materials, QUESTIONS, seed)


def choose_questions(plan: Plan, materials: Materials, count: int, seed: int) -> list[Question]:
    """Return questions on a course's topics (all topics where it names none), shared evenly among them.

    The same seed gives the same questions in the same order. Where the bank has fewer than `count`, all are returned.
    """
    random = Random(seed)
    topics = dict.fromkeys(plan.topics or _list_topics(materials))
    stacks = [_shuffled(materials, topic, random) for topic in topics]
    chosen: list[Question] = []
    while len(chosen) < count and any(stacks):
        chosen += [stack.pop() for stack in stacks if stack]  # one of each topic, round after round
    return chosen[:count]


def read_result(typed: str, questions: Sequence[Question]) -> int | None:
    """Return what was typed as somebody's result in percent: a number, or the answers themselves; None for nothing.

    Raises:
        UserError: it is neither a number from 0 to 100 nor an answer to each question.

    """
    plain = unicodedata.normalize("NFKC", typed).strip().removesuffix("%").strip()
    if not plain:
        return None
    if len(plain) > len("100"):
        return grade(questions, plain)
    if not plain.isdecimal() or int(plain) > 100:
        raise UserError(_("The result of the quiz is a number from 0 to 100."))
    return int(plain)


def grade(questions: Sequence[Question], typed: str) -> int:
    """Return the percentage of right answers, rounded down, of an answer sheet.

    Args:
        questions: as they stand on the sheet.
        typed: a number or letter for each question in its order ("2413-1", "bdac-a"), "-" where nothing was answered;
            spaces do not count.

    Raises:
        UserError: there are more or fewer answers than questions, or one that the question does not have.

    """
    answers = "".join(unicodedata.normalize("NFKC", typed).casefold().split())
    if len(answers) != len(questions):
        raise UserError(
            _("There are {questions} questions and {answers} answers: give one for each, - for none.").format(
                questions=len(questions), answers=len(answers)
            )
        )
    right = sum(
        _read_answer(question, answer, place) == question.right
        for place, (question, answer) in enumerate(zip(questions, answers, strict=True), 1)
    )
    return right * 100 // len(questions) if questions else 0


def _shuffled(materials: Materials, topic: str, random: Random) -> list[Question]:
    found = [question for question in materials.questions.values() if question.topic == topic]
    random.shuffle(found)
    return found


def _list_topics(materials: Materials) -> list[str]:
    return sorted({question.topic for question in materials.questions.values()})


def _read_answer(question: Question, typed: str, place: int) -> int | None:
    """Return the number of the choice, counted from 1; None for none."""
    if typed in NO_ANSWER + "ー−–":  # what an input method makes of the key
        return None
    number = int(typed) if typed.isdecimal() else _LETTERS.find(typed) + 1
    if not 1 <= number <= len(question.choices):
        raise UserError(_("Question {place} has no choice “{typed}”.").format(place=place, typed=typed))
    return number
