"""The syllabus: what a course is for, what trainees can do afterwards, and its units."""

from collections.abc import Iterator

from disaster_support.bilingual import Bilingual
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Document
from disaster_support.documents.report import Block, Heading, Paragraph, Table
from disaster_support.documents.sheet import GREY
from disaster_support.features.training.model import Conditions, Unit
from disaster_support.features.training.paper.kit import CoursePaper, plain, typed_cell
from disaster_support.features.training.paper.practice import name_situation
from disaster_support.features.training.paper.words import (
    ASSESSMENT,
    DAYS,
    GOALS,
    INSTRUCTOR,
    LESSONS,
    MATERIALS,
    METHOD,
    NUMBER,
    ORGANISER,
    TOOLS,
    UNIT,
    VENUE,
    name_unit,
    say_day,
    say_lessons,
)
from disaster_support.features.training.words import METHODS

TITLE = Bilingual("シラバス", "Syllabus")

_AUDIENCE = Bilingual("対象", "For whom")
_AIM = Bilingual("ねらい", "Aim")
_FRAME = Bilingual("時間数", "Hours")
_TRAINEES = Bilingual("定員", "Trainees")
_YEAR = Bilingual("年度", "Fiscal year")
_CONDITIONS = Bilingual("修了の条件", "Certificate")
_OBSERVED = Bilingual("到達の確かめ方", "How it is seen")
_GOALS_HEADING = Bilingual("到達目標（修了時にできること）", "Goals: what trainees can do afterwards")
_UNITS_HEADING = Bilingual("単元の構成", "Units")
_DETAILS_HEADING = Bilingual("単元の内容", "What the units hold")
_CONTENT = Bilingual("内容", "Content")
_BOARDS = Bilingual("指さしボード", "Fingerboards")
_SCENES = Bilingual("役割演習の場面", "Role-play")
_HANDOUTS = Bilingual("配布資料", "Hand-outs")
_TOTAL = Bilingual("合計", "In all")
_NOTE = Bilingual(
    "このシラバスは、国の通知に挙げられている内容をもとに作ったひな形です。国が定めたシラバスではありません。",
    "This syllabus is a template built on what the ministries' notice names. It is not a syllabus laid down by them.",
)


def build_syllabus(kit: CoursePaper) -> Document:
    """Return the syllabus of a course."""
    return kit.build(TITLE, _blocks(kit))


def _blocks(kit: CoursePaper) -> Iterator[Block]:
    yield _frame(kit)
    yield Heading(kit.say(_GOALS_HEADING))
    yield _goals(kit)
    yield Heading(kit.say(_UNITS_HEADING))
    yield _units(kit)
    yield Heading(kit.say(_DETAILS_HEADING))
    for unit in kit.plan.unit:
        yield Heading(kit.say(name_unit(kit.plan, unit)), level=2)
        yield _details(kit, unit)
    yield Paragraph((kit.text(_NOTE),), 9.0, color=GREY)


def _frame(kit: CoursePaper) -> Table:
    plan, course = kit.plan, kit.course
    days = (say_day(day.on) for day in plan.days)
    year = Bilingual(f"{course.fiscal_year}年度", str(course.fiscal_year))
    return kit.facts(
        [
            (_AUDIENCE, kit.cell(plan.audience)),
            (_AIM, kit.cell(plan.aim)),
            (_FRAME, kit.cell(_say_frame(kit))),
            (_TRAINEES, kit.cell(Bilingual(f"{plan.trainees}人", str(plan.trainees)))),
            (_YEAR, kit.cell(year) if course.fiscal_year else Value()),
            (DAYS, kit.joined(days)),
            (VENUE, typed_cell(course.venue)),
            (ORGANISER, typed_cell(course.organiser)),
            (_CONDITIONS, kit.cell(say_conditions(plan.conditions))),
        ]
    )


def _say_frame(kit: CoursePaper) -> Bilingual:
    plan = kit.plan
    lessons = say_lessons(plan.lessons, plan)
    return Bilingual(
        f"{lessons.ja}　1時限は{plan.lesson_minutes}分", f"{lessons.en}, {plan.lesson_minutes} minutes each"
    )


def say_conditions(conditions: Conditions) -> Bilingual:
    """Return who gets a certificate."""
    attendance, quiz = conditions.attendance_percent, conditions.quiz_percent
    if not quiz:
        return Bilingual(f"時限の{attendance}％以上に出席", f"Attendance at {attendance} % of the lessons or more")
    return Bilingual(
        f"時限の{attendance}％以上に出席し、確認テストで{quiz}％以上に正答",
        f"Attendance at {attendance} % of the lessons or more, and {quiz} % or more in the quiz",
    )


def _goals(kit: CoursePaper) -> Table:
    columns = (
        kit.column(NUMBER, 0.5, align=Align.CENTER),
        kit.column(GOALS, 4.0, is_bold=True),
        kit.column(_OBSERVED, 4.5),
    )
    rows = [
        (kit.cell(plain(str(number))), kit.cell(goal.text), kit.cell(goal.observed))
        for number, goal in enumerate(kit.plan.goal, 1)
    ]
    return Table(columns, rows)


def _units(kit: CoursePaper) -> Table:
    plan = kit.plan
    columns = (
        kit.column(NUMBER, 0.6, align=Align.CENTER),
        kit.column(UNIT, 4.2, is_bold=True),
        kit.column(LESSONS, 0.8, align=Align.CENTER),
        kit.column(METHOD, 2.6),
        kit.column(GOALS, 1.1, align=Align.CENTER),
        kit.column(INSTRUCTOR, 1.6),
    )
    rows = [
        (
            kit.cell(plain(str(number))),
            kit.cell(unit.title),
            kit.cell(plain(str(unit.lessons))),
            kit.cell(METHODS[unit.method]),
            kit.cell(plain(name_goals(kit, unit))),
            kit.instructor_of(unit),
        )
        for number, unit in enumerate(plan.unit, 1)
    ]
    total = kit.cell(plain(str(sum(unit.lessons for unit in plan.unit))))
    nothing = Value()
    return Table(columns, [*rows, (nothing, kit.cell(_TOTAL), total, nothing, nothing, nothing)], shaded={len(rows)})


def name_goals(kit: CoursePaper, unit: Unit) -> str:
    """Return the numbers of the goals that a unit works towards."""
    return ", ".join(str(number) for number, goal in enumerate(kit.plan.goal, 1) if goal.id in unit.goals)


def _details(kit: CoursePaper, unit: Unit) -> Table:
    handouts, scenes = kit.materials.handouts, kit.materials.scenes
    return kit.facts(
        [
            (_CONTENT, kit.listed(unit.content)),
            (TOOLS, kit.listed(unit.tools)),
            (MATERIALS, kit.listed(unit.materials)),
            (_BOARDS, kit.joined(name_situation(kit, situation) for situation in unit.boards)),
            (_HANDOUTS, kit.joined(handouts[id_].title for id_ in unit.handouts if id_ in handouts)),
            (_SCENES, kit.joined(scenes[id_].title for id_ in unit.scenes if id_ in scenes)),
            (ASSESSMENT, kit.cell(unit.assessment)),
        ]
    )
