"""The lesson plan of a unit: what happens from which minute to which."""

from collections.abc import Iterator

from disaster_support.bilingual import Bilingual
from disaster_support.documents.model import Document
from disaster_support.documents.paper import A4
from disaster_support.documents.report import Block, Heading, Table
from disaster_support.features.training.model import Unit
from disaster_support.features.training.paper.kit import CoursePaper, plain
from disaster_support.features.training.paper.words import (
    ASSESSMENT,
    GOALS,
    INSTRUCTOR,
    LESSONS,
    MATERIALS,
    METHOD,
    TIME,
    TOOLS,
    name_unit,
    say_lessons,
)
from disaster_support.features.training.words import METHODS

TITLE = Bilingual("学習指導案", "Lesson plan")

_STEPS = Bilingual("進め方", "Step by step")
_ACTIVITY = Bilingual("学習活動", "Activity")
_SAYS = Bilingual("講師の言葉", "The instructor says")
_SAYS_PT = 10.0  # read while standing
_DOES = Bilingual("受講者の活動", "Trainees do")


def build_lesson_plan(kit: CoursePaper, unit: Unit) -> Document:
    """Return the lesson plan of a unit of the course."""
    return kit.build(TITLE, _blocks(kit, unit), about=kit.say(name_unit(kit.plan, unit)), paper=A4.landscape)


def _blocks(kit: CoursePaper, unit: Unit) -> Iterator[Block]:
    goals = (goal.text for goal in kit.plan.goal if goal.id in unit.goals)
    yield kit.facts(
        [
            (LESSONS, kit.cell(say_lessons(unit.lessons, kit.plan))),
            (METHOD, kit.cell(METHODS[unit.method])),
            (INSTRUCTOR, kit.instructor_of(unit)),
            (GOALS, kit.listed(goals)),
            (TOOLS, kit.listed(unit.tools)),
            (MATERIALS, kit.listed(unit.materials)),
            (ASSESSMENT, kit.cell(unit.assessment)),
        ],
        share=8.0,
    )
    yield Heading(kit.say(_STEPS))
    yield _steps(kit, unit)


def _steps(kit: CoursePaper, unit: Unit) -> Table:
    columns = (
        kit.column(TIME, 1.0, is_bold=True),
        kit.column(_ACTIVITY, 1.9, is_bold=True),
        kit.column(_SAYS, 6.8, _SAYS_PT),
        kit.column(_DOES, 2.9),
        kit.column(MATERIALS, 1.8),
    )
    rows, begins = [], 0
    for step in unit.step:
        ends = begins + step.minutes
        time = kit.cell(plain(f"{begins}–{ends}"), Bilingual(f"{step.minutes}分", f"{step.minutes} min"))
        rows.append((time, *(kit.cell(one) for one in (step.activity, step.says, step.does, step.materials))))
        begins = ends
    return Table(columns, rows)
