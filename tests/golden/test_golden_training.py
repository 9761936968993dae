"""Courses' papers against the ones that were looked at and found good; to renew them see `test_golden_documents`."""

import tomllib
from pathlib import Path

import pytest

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.paper.attendance_card import build_attendance_cards
from disaster_support.features.training.paper.certificate import build_certificates
from disaster_support.features.training.paper.contents import ContentsLine, build_contents
from disaster_support.features.training.paper.evaluation import build_evaluation_form
from disaster_support.features.training.paper.handout import build_handout
from disaster_support.features.training.paper.lesson_plan import build_lesson_plan
from disaster_support.features.training.paper.quiz_sheet import (
    build_answer_sheet,
    build_answers,
    build_quiz,
)
from disaster_support.features.training.paper.role_cards import build_role_cards
from disaster_support.features.training.paper.sign_in import build_sign_in
from disaster_support.features.training.paper.syllabus import build_syllabus
from disaster_support.features.training.paper.timetable import build_timetable
from disaster_support.features.training.quiz import questions_of
from disaster_support.printing import Typesetter
from tests.golden.small_forms import SmallForms
from tests.golden.small_library import open_small_library
from tests.golden.test_golden_documents import check
from tests.helpers.course_papers import HANDOUT, SCENE, make_paper

TEXTS = Path(__file__).parent / "roleplay_texts.toml"
LANGUAGES = ("en", "vi", "ne", "my", "km", "th", "zh-Hans", "pt-BR")


class SmallCourses(SmallForms):
    """Knows the names of boards too."""

    def title(self, situation, tag):
        return self._boards.title(situation, tag)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    boards = open_small_library(tmp_path_factory.mktemp("library"))
    library = SmallCourses(boards, tomllib.loads(TEXTS.read_text(encoding="utf-8")))
    library._boards = boards
    return library


@pytest.fixture(scope="module")
def typesetter(library):
    return Typesetter(library.languages)


@pytest.fixture(params=["ja", "en"])
def kit(request, library, typesetter):
    return make_paper(library, typesetter, request.param)


@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("syllabus", build_syllabus),
        ("timetable", build_timetable),
        ("lesson-plan", lambda kit: build_lesson_plan(kit, kit.plan.unit[0])),
        ("sign-in", build_sign_in),
        ("attendance-cards", build_attendance_cards),
        ("handout", lambda kit: build_handout(kit, HANDOUT)),
        ("role-cards", lambda kit: build_role_cards(kit, SCENE, LANGUAGES)),
        ("quiz", lambda kit: build_quiz(kit, questions_of(kit.course, kit.materials))),
        ("answer-sheet", lambda kit: build_answer_sheet(kit, questions_of(kit.course, kit.materials))),
        ("answers", lambda kit: build_answers(kit, questions_of(kit.course, kit.materials))),
        ("evaluation", build_evaluation_form),
        ("certificates", build_certificates),
        ("contents", lambda kit: build_contents(kit, [ContentsLine("01-quiz.pdf", Bilingual("テスト", "Quiz"), 3)])),
    ],
)
def test_papers_of_a_course(name, build, kit):
    check(f"course-{name}-{kit.language}", build(kit))


def test_timetable_of_a_template_is_an_example(library, typesetter):
    check("course-template-timetable", build_timetable(make_paper(library, typesetter, is_template=True)))
