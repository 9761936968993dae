"""Everything that a course prints, as files of one folder in their order.

Practice boards and signs belong to other rooms, so their builders are handed in by whoever puts the program together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.bilingual import Bilingual
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.context import Context
from disaster_support.documents.model import Document
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.model import Course
from disaster_support.features.training.paper import (
    attendance_card,
    certificate,
    contents,
    evaluation,
    handout,
    lesson_plan,
    practice,
    quiz_sheet,
    role_cards,
    sign_in,
    syllabus,
    timetable,
)
from disaster_support.features.training.paper.kit import CoursePaper
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.features.training.paper.words import name_unit
from disaster_support.features.training.quiz import questions_of
from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

CONTENTS = "00-contents.pdf"

Report = Callable[[int, int, str], object]
"""Told how many of how many steps are done and what comes next; it stops the work by raising."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document of the folder; it is built when it is asked for."""

    name: str  # of the file, without its ending
    title: Bilingual
    build: Callable[[], Document]


def gather(context: Context, course: Course, language: str, register: "Register | None" = None) -> CoursePaper:
    """Return what the papers of a course are made of; without a register nobody is on them, as with a template."""
    materials, day = load_materials(context.paths.resources), context.clock().date()
    kit = partial(CoursePaper, course, materials, context.catalogue, context.typesetter, language, day)
    if register is None:
        return kit()
    from disaster_support.features.training.people import list_attendance, list_participants
    from disaster_support.features.training.results import results
    from disaster_support.features.training.service import list_instructors

    people = list_participants(register, course.id)
    return kit(
        people,
        {one.id: one for one in list_instructors(register)},
        results(course, people, list_attendance(register, course.id)),
    )


def list_folder(kit: CoursePaper, tags: Sequence[str], sheets: Sheets) -> list[Part]:
    """Return the documents of a course in their order; what it has nothing for is left out.

    `tags` are the languages of boards, signs and role-play cards; boards need one beside Japanese.
    """
    parts = (*_list_plans(kit), *_list_people(kit), *_list_practice(kit, tags, sheets), *_list_results(kit))
    return [Part(f"{number:02}-{part.name}", part.title, part.build) for number, part in enumerate(parts, 1)]


def write_folder(
    context: Context,
    course: Course,
    folder: Path,
    language: str,
    tags: Sequence[str],
    sheets: Sheets,
    report: Report,
    register: "Register | None" = None,
) -> list[Path]:
    """Write the whole folder of a course as PDF files, the table of contents first; return the files in their order.

    `report` is told of each file before it is made. Each file is there whole or not at all; those written before the
    work was stopped stay.

    Raises:
        UserError: a text is too long for its paper, or a file cannot be written.

    """
    from disaster_support.printing import render_pdf

    kit = gather(context, course, language, register)
    parts = list_folder(kit, tags, sheets)
    make_folder(folder)
    lines: list[contents.ContentsLine] = []
    for done, part in enumerate(parts):
        name = f"{part.name}.pdf"
        report(done, len(parts) + 1, _("Making {file}").format(file=name))
        document = part.build()
        write_whole(folder / name, render_pdf(document, context.typesetter))
        lines.append(contents.ContentsLine(name, part.title, len(document.pages)))
    report(len(parts), len(parts) + 1, _("Making {file}").format(file=CONTENTS))
    write_whole(folder / CONTENTS, render_pdf(contents.build_contents(kit, lines), context.typesetter))
    report(len(parts) + 1, len(parts) + 1, "")
    return [folder / CONTENTS, *(folder / line.file for line in lines)]


def _list_plans(kit: CoursePaper) -> Iterator[Part]:
    yield Part("syllabus", syllabus.TITLE, partial(syllabus.build_syllabus, kit))
    yield Part("timetable", timetable.TITLE, partial(timetable.build_timetable, kit))
    for number, unit in enumerate(kit.plan.unit, 1):
        title = _about(lesson_plan.TITLE, name_unit(kit.plan, unit))
        yield Part(f"lesson-plan-{number}", title, partial(lesson_plan.build_lesson_plan, kit, unit))


def _list_people(kit: CoursePaper) -> Iterator[Part]:
    yield Part("sign-in", sign_in.TITLE, partial(sign_in.build_sign_in, kit))
    if kit.participants:
        yield Part("attendance-cards", attendance_card.TITLE, partial(attendance_card.build_attendance_cards, kit))


def _list_practice(kit: CoursePaper, tags: Sequence[str], sheets: Sheets) -> Iterator[Part]:
    units, materials = kit.plan.unit, kit.materials
    for id_ in dict.fromkeys(id_ for unit in units for id_ in unit.handouts if id_ in materials.handouts):
        page = materials.handouts[id_]
        yield Part(f"handout-{id_}", _about(handout.TITLE, page.title), partial(handout.build_handout, kit, page))
    yield from _list_sheets(kit, tuple(tag for tag in dict.fromkeys(tags) if tag != SOURCE_LANGUAGE), sheets)
    for id_ in dict.fromkeys(id_ for unit in units for id_ in unit.scenes if id_ in materials.scenes):
        scene = materials.scenes[id_]
        title = _about(role_cards.TITLE, scene.title)
        yield Part(f"role-play-{id_}", title, partial(role_cards.build_role_cards, kit, scene, tags))


def _list_sheets(kit: CoursePaper, tags: Sequence[str], sheets: Sheets) -> Iterator[Part]:
    boards = dict.fromkeys(id_ for unit in kit.plan.unit for id_ in unit.boards)
    for id_ in boards if tags else ():
        title = _about(practice.BOARD, practice.name_situation(kit, id_))
        yield Part(f"board-{id_}", title, partial(practice.build_practice_board, kit, sheets, id_, tags))
    signs = tuple(dict.fromkeys(id_ for unit in kit.plan.unit for id_ in unit.signs))
    if signs:
        yield Part("signs", practice.SIGNS, partial(practice.build_practice_signs, kit, sheets, signs, tags))


def _list_results(kit: CoursePaper) -> Iterator[Part]:
    if questions := questions_of(kit.course, kit.materials):
        yield Part("quiz", quiz_sheet.TITLE, partial(quiz_sheet.build_quiz, kit, questions))
        yield Part("answer-sheet", quiz_sheet.ANSWER_SHEET, partial(quiz_sheet.build_answer_sheet, kit, questions))
        yield Part("answers", quiz_sheet.ANSWERS, partial(quiz_sheet.build_answers, kit, questions))
    yield Part("evaluation", evaluation.TITLE, partial(evaluation.build_evaluation_form, kit))
    if certificate.list_names(kit):
        yield Part("certificates", certificate.TITLE, partial(certificate.build_certificates, kit))


def _about(kind: Bilingual, what: Bilingual) -> Bilingual:
    return Bilingual(f"{kind.ja}：{what.ja}", f"{kind.en}: {what.en or what.ja}")
