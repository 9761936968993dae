"""The evaluation form: what trainees can do now, what they think of the course; nobody's name stands on it."""

from collections.abc import Iterable, Iterator

from disaster_support.bilingual import Bilingual
from disaster_support.documents.areas import Area
from disaster_support.documents.model import Align, Box, Document, Item
from disaster_support.documents.report import ONE_PAGE, Block, Drawing, Heading, Table
from disaster_support.documents.sheet import HAIRLINE
from disaster_support.features.training.paper.kit import CoursePaper, plain
from disaster_support.features.training.paper.words import NUMBER

TITLE = Bilingual("研修の評価票", "Evaluation of the course")

_ADVICE = Bilingual(
    "名前は書きません。当てはまる数字に、丸を付けてください。", "No names, please. Circle the number that fits."
)
_CAN_HEADING = Bilingual("できるようになったこと", "What you can do now")
_CAN = Bilingual(
    "到達目標（4 できる　3 だいたいできる　2 少しできる　1 まだできない）",
    "Goal (4 yes, 3 mostly, 2 a little, 1 not yet)",
)
_USEFUL_HEADING = Bilingual("役に立ったこと", "What was of use")
_USEFUL = Bilingual(
    "単元（4 とても　3 まあまあ　2 あまり　1 まったく）", "Unit (4 very much, 3 quite, 2 not much, 1 not at all)"
)
_MARKS = Bilingual("評価", "Mark")
_QUESTIONS = (
    Bilingual("一番役に立ったことは何ですか。", "What was of most use?"),
    Bilingual("足りなかったこと、変えた方がよいことは何ですか。", "What was missing, or should be changed?"),
    Bilingual("所属に戻って、最初に何をしますか。", "What will you do first when you are back at work?"),
)
_SCALE = plain("4　　3　　2　　1")
_FRAME_MM = 17.0


def build_evaluation_form(kit: CoursePaper) -> Document:
    """Return the form as a page of A4."""
    return kit.build(TITLE, _blocks(kit), scales=ONE_PAGE)


def _blocks(kit: CoursePaper) -> Iterator[Block]:
    yield kit.paragraph(_ADVICE)
    yield Heading(kit.say(_CAN_HEADING), level=2)
    yield _rows(kit, _CAN, (goal.text for goal in kit.plan.goal))
    yield Heading(kit.say(_USEFUL_HEADING), level=2)
    yield _rows(kit, _USEFUL, (unit.title for unit in kit.plan.unit))
    for question in _QUESTIONS:
        yield Heading(kit.say(question), level=2)
        yield Drawing(_FRAME_MM, _draw_frame)


def _rows(kit: CoursePaper, head: Bilingual, lines: Iterable[Bilingual]) -> Table:
    columns = (
        kit.column(NUMBER, 0.6, align=Align.CENTER),
        kit.column(head, 6.4),
        kit.column(_MARKS, 2.2, 11.0, align=Align.CENTER),
    )
    rows = [(kit.cell(plain(str(number))), kit.cell(line), kit.cell(_SCALE)) for number, line in enumerate(lines, 1)]
    return Table(columns, rows)


def _draw_frame(area: Area) -> Iterator[Item]:
    yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, stroke=HAIRLINE)
