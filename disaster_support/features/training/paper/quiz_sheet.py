"""The quiz of a course, the sheet to answer it on, and the answers with their reasons for the instructor."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from disaster_support.bilingual import EMPTY, Bilingual
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Document, Item, Text, Valign
from disaster_support.documents.paper import A4, A5
from disaster_support.documents.report import ONE_PAGE, Block, Drawing, Paragraph, Table, Together, draw_rule
from disaster_support.documents.sheet import GREY
from disaster_support.features.training.model import Question
from disaster_support.features.training.paper.kit import CoursePaper, plain
from disaster_support.features.training.paper.words import DATE, NAME, NUMBER, ORGANISATION

TITLE = Bilingual("確認テスト", "Quiz")
ANSWER_SHEET = Bilingual("確認テストの解答用紙", "Answer sheet of the quiz")
ANSWERS = Bilingual("確認テストの正答と解説", "Right answers to the quiz")

_ADVICE = Bilingual(
    "それぞれ一つ選び、解答用紙の番号に丸を付けてください。",
    "Choose one in each and circle its number on the answer sheet.",
)
_CIRCLE = Bilingual("選んだ番号に、丸を付けてください。", "Circle the number that you chose.")
_ANSWER = Bilingual("解答", "Answer")
_SCORE = Bilingual("正答数", "Right answers")
_PASSING = Bilingual(
    "合格は{percent}％以上（{count}問中{least}問以上）です。", "{least} of {count} right answers pass."
)
_KEY = Bilingual("正答（5問ずつ）", "Right answers, in fives")
_RIGHT = Bilingual("正答", "Right")
_QUESTION = Bilingual("問題", "Question")
_WHY = Bilingual("解説", "Why")
_FIVE = 5
_NAME_MM, _LABEL_MM, _GAP_MM, _LABEL_PT, _CHOICE_PT = 12.0, 4.0, 6.0, 8.0, 10.0


def build_quiz(kit: CoursePaper, questions: Sequence[Question]) -> Document:
    """Return the quiz: questions with boxes to tick, each with its choices on one page."""
    return kit.build(TITLE, _ask(kit, questions))


def build_answer_sheet(kit: CoursePaper, questions: Sequence[Question]) -> Document:
    """Return the sheet on which a trainee circles a number for each question, twice on a page of A4."""
    from disaster_support.printing import impose

    sheet = kit.build(ANSWER_SHEET, _circle(kit, questions), paper=A5.landscape, scales=ONE_PAGE)
    return impose(replace(sheet, pages=sheet.pages * 2), A4, columns=1, rows=2)


def build_answers(kit: CoursePaper, questions: Sequence[Question]) -> Document:
    """Return the right answer of each question and the reason for it, for the instructor."""
    return kit.build(ANSWERS, _answer(kit, questions))


def _ask(kit: CoursePaper, questions: Sequence[Question]) -> Iterator[Block]:
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
        yield Paragraph((kit.text(choice),), _CHOICE_PT, bullet=f"　{place}")


def _circle(kit: CoursePaper, questions: Sequence[Question]) -> Iterator[Block]:
    """Give lines to write on, and the numbers in two columns, read downwards."""
    yield Drawing(_NAME_MM, lambda area: _name_lines(kit, area))
    yield kit.paragraph(_CIRCLE)
    columns = (
        kit.column(NUMBER, 1.0, 11.0, align=Align.CENTER),
        kit.column(_ANSWER, 4.0, 13.0, align=Align.CENTER),
    )
    half = -(-len(questions) // 2)
    cells = [_numbers(kit, number, one) for number, one in enumerate(questions, 1)]
    cells += [(Value(), Value())] * (2 * half - len(cells))
    yield Table(columns * 2, [(*cells[place], *cells[place + half]) for place in range(half)])
    score = Bilingual(f"　　　／{len(questions)}問", f"          / {len(questions)}")
    yield Table((kit.column(EMPTY, 1.0), kit.column(EMPTY, 1.0, 13.0)), [(kit.cell(_SCORE), kit.cell(score))])


def _numbers(kit: CoursePaper, number: int, question: Question) -> tuple[Value, Value]:
    choices = "　　".join(str(place) for place, _choice in enumerate(question.choices, 1))
    return kit.cell(plain(str(number))), kit.cell(plain(choices))


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
