"""The quiz of a course, and its answers with their reasons for the instructor."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from disaster_support.bilingual import Bilingual
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Document, Item, Text, Valign
from disaster_support.documents.report import Block, Drawing, Paragraph, Table, Together, draw_rule
from disaster_support.documents.sheet import GREY
from disaster_support.features.training.model import Course, Materials, Question
from disaster_support.features.training.paper.kit import CoursePaper, plain
from disaster_support.features.training.paper.words import DATE, NAME, NUMBER, ORGANISATION
from disaster_support.features.training.quiz import choose_questions

TITLE = Bilingual("確認テスト", "Quiz")
ANSWERS = Bilingual("確認テストの解答と解説", "Answers to the quiz")

QUESTIONS = 20

_ADVICE = Bilingual(
    "正しいものを一つ選び、□に印を付けてください。", "Choose the one that is right in each and tick its box."
)
_PASSING = Bilingual(
    "合格は{percent}％以上（{count}問中{least}問以上）です。", "{least} of {count} right answers pass."
)
_KEY = Bilingual("正答（5問ずつ）", "Right answers, in fives")
_RIGHT = Bilingual("正答", "Right")
_QUESTION = Bilingual("問題", "Question")
_WHY = Bilingual("解説", "Why")
_FIVE = 5
_NAME_MM, _LABEL_MM, _GAP_MM, _LABEL_PT, _CHOICE_PT = 12.0, 4.0, 6.0, 8.0, 10.0


def questions_of(course: Course, materials: Materials) -> list[Question]:
    """Return the questions of a course's quiz: the same however often it is printed."""
    seed = crc32((course.id or course.plan.id).encode())
    return choose_questions(course.plan, materials, QUESTIONS, seed)


def build_quiz(kit: CoursePaper, questions: Sequence[Question]) -> Document:
    """Return the quiz: questions with boxes to tick, each with its choices on one page."""
    return kit.build(TITLE, _ask(kit, questions))


def build_answer_sheet(kit: CoursePaper, questions: Sequence[Question]) -> Document:
    """Return the right answer of each question and the reason for it."""
    return kit.build(ANSWERS, _answer(kit, questions))


def _ask(kit: CoursePaper, questions: Sequence[Question]) -> Iterator[Block]:
    yield Drawing(_NAME_MM, lambda area: _name_lines(kit, area))
    yield kit.paragraph(_ADVICE)
    if percent := kit.plan.conditions.quiz_percent:
        count = len(questions)
        facts = {"percent": percent, "count": count, "least": -(-count * percent // 100)}
        yield kit.paragraph(Bilingual(_PASSING.ja.format(**facts), _PASSING.en.format(**facts)))
    for number, question in enumerate(questions, 1):
        yield Together(tuple(_question(kit, number, question)))


def _question(kit: CoursePaper, number: int, question: Question) -> Iterator[Paragraph]:
    yield Paragraph((kit.text(question.text),), is_bold=True, bullet=f"{number}.")
    for place, choice in enumerate(question.choices, 1):
        yield Paragraph((kit.text(choice),), _CHOICE_PT, bullet=f"　□ {place}")


def _name_lines(kit: CoursePaper, area: Area) -> Iterator[Item]:
    """Give lines to write date, organisation and name on."""
    width = (area.width_mm - 2 * _GAP_MM) / 3
    for label in (DATE, ORGANISATION, NAME):
        place, area = area.cut_left(width, _GAP_MM)
        yield draw_rule(place)
        above = place.cut_top(_LABEL_MM)[0]
        yield fit_line(kit.measurer, kit.text(label), above, _LABEL_PT, color=GREY, valign=Valign.TOP)


def _answer(kit: CoursePaper, questions: Sequence[Question]) -> Iterator[Block]:
    right = "".join(str(one.right) for one in questions)
    key = Text("   ".join(right[start : start + _FIVE] for start in range(0, len(right), _FIVE)), "en")
    yield Paragraph((kit.text(_KEY),), color=GREY)
    yield Paragraph((key,), 16.0, is_bold=True)
    columns = (
        kit.column(NUMBER, 0.5, align=Align.CENTER),
        kit.column(_QUESTION, 3.4),
        kit.column(_RIGHT, 2.6, is_bold=True),
        kit.column(_WHY, 4.0),
    )
    yield Table(columns, [_line(kit, number, one) for number, one in enumerate(questions, 1)])


def _line(kit: CoursePaper, number: int, question: Question) -> Sequence[Value]:
    right = question.choices[question.right - 1]
    mark = Bilingual(f"{question.right}　{right.ja}", f"{question.right}  {right.en}" if right.en else "")
    return kit.cell(plain(str(number))), kit.cell(question.text), kit.cell(mark), kit.cell(question.why)
