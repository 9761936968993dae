from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest

from disaster_support.course_sheets import course_sheets
from disaster_support.documents.model import Document, Page, TextBox
from disaster_support.features.training import folder
from disaster_support.features.training.folder import CONTENTS, list_folder, write_folder
from disaster_support.features.training.model import Course, Instructor, Means, Participant
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.features.training.people import note_attendance, save_participant
from disaster_support.features.training.service import new_course, save_instructor
from tests.helpers.course_papers import make_materials, make_paper, make_plan
from tests.helpers.pdf import read_lines, read_text
from tests.unit.conftest import ROOT


def build_nothing(catalogue, id_, languages, paper, measurer, /, *, printed_on=None):
    return Document(id_, "ja", (Page(paper.width_mm, paper.height_mm, ()),))


NOTHING = Sheets(build_nothing, build_nothing)


@pytest.fixture
def context(real, real_typesetter):
    return SimpleNamespace(
        catalogue=real,
        typesetter=real_typesetter,
        clock=lambda: datetime(2026, 11, 23, 9, 0),
        paths=SimpleNamespace(resources=ROOT / "resources"),
    )


@pytest.fixture
def small_materials(monkeypatch):
    monkeypatch.setattr(folder, "load_materials", lambda _resources: make_materials())


def kinds(parts):
    return [part.name[3:] for part in parts]


def test_folder_has_everything_once_in_the_order_in_which_it_is_used(real, real_typesetter):
    parts = list_folder(make_paper(real, real_typesetter), ["vi", "ja", "vi"], NOTHING)
    assert kinds(parts) == [
        *("syllabus", "timetable", "lesson-plan-1", "lesson-plan-2", "lesson-plan-3", "sign-in", "attendance-cards"),
        *("handout-calling", "board-reception", "signs", "role-play-lost"),
        *("quiz", "answer-sheet", "answers", "evaluation", "certificates"),
    ]
    assert [part.name[:2] for part in parts] == [f"{number:02}" for number in range(1, 17)]
    assert all(part.title.ja and part.title.en for part in parts)


def test_template_has_nobody_on_it(real, real_typesetter):
    parts = list_folder(make_paper(real, real_typesetter, is_template=True), ["vi"], NOTHING)
    assert "attendance-cards" not in kinds(parts)
    assert "certificates" in kinds(parts)  # to write a name on


def test_nobody_has_a_certificate_yet(real, real_typesetter):
    kit = replace(make_paper(real, real_typesetter), results=())
    assert "certificates" not in kinds(list_folder(kit, ["vi"], NOTHING))


def test_boards_need_a_language_beside_japanese(real, real_typesetter):
    assert not [
        kind for kind in kinds(list_folder(make_paper(real, real_typesetter), ["ja"], NOTHING)) if "board" in kind
    ]


def test_board_of_many_languages_goes_on_to_further_sheets(real, real_typesetter):
    asked = []

    def build_board(catalogue, id_, languages, paper, measurer, /, *, printed_on=None):
        asked.append(tuple(languages))
        return Document(id_, "ja", (Page(len(asked), paper.height_mm, ()),))

    tags = ["en", "vi", "ne", "my", "km", "th", "ko", "id"]
    parts = list_folder(make_paper(real, real_typesetter), tags, Sheets(build_board, build_nothing))
    (board,) = [part for part in parts if "board" in part.name]
    assert len(board.build().pages) == 2
    assert sorted(tag for group in asked for tag in group) == sorted(tags)
    assert max(map(len, asked)) <= 6


@pytest.mark.parametrize(("count", "most", "name"), [(36, 6, "board"), (36, 16, "signs")])
def test_no_sheet_is_asked_for_more_languages_than_it_takes(count, most, name, real, real_typesetter):
    asked = []

    def build(catalogue, id_, languages, paper, measurer, /, *, printed_on=None):
        asked.append(tuple(languages))
        return Document(id_, "ja", (Page(len(asked), paper.height_mm, ()),))

    tags = [f"x-{number}" for number in range(count)]
    parts = list_folder(make_paper(real, real_typesetter), tags, Sheets(build, build))
    next(part for part in parts if name in part.name).build()
    assert max(map(len, asked)) <= most
    assert [tag for group in asked for tag in group] == tags


def test_plan_that_is_hardly_begun_prints(context, tmp_path):
    plan = replace(make_plan(), unit=(), goal=(), days=())
    files = write_folder(context, Course("", plan, 2026), tmp_path, "en", [], NOTHING, lambda *_step: None)
    sheet = next(path for path in files if "sign-in" in path.name)
    assert {"1", "20"} <= set(read_lines(sheet.read_bytes()))  # a line for each who may come


def test_real_boards_and_signs_are_printed(real, real_typesetter):
    parts = list_folder(make_paper(real, real_typesetter), ["vi", "en"], course_sheets())
    documents = {part.name[3:]: part.build() for part in parts if "board" in part.name or "signs" in part.name}
    said = {
        name: [item.text.string for page in one.pages for item in page.items if isinstance(item, TextBox)]
        for name, one in documents.items()
    }
    assert real.text("facilities.toilet", "vi").text in said["signs"]
    assert real.title("reception", "vi").text in " ".join(said["board-reception"])


def test_whole_folder_is_written_with_its_contents(context, small_materials, tmp_path):
    told = []
    course = Course("", make_plan(), 2026)
    files = write_folder(
        context, course, tmp_path / "new" / "course", "en", ["vi"], NOTHING, lambda *step: told.append(step)
    )
    assert files == sorted((tmp_path / "new" / "course").iterdir())
    assert files[0].name == CONTENTS
    contents = read_text(files[0].read_bytes())
    assert all(path.name in contents for path in files[1:])
    assert [done for done, _steps, _words in told] == list(range(len(files) + 1))
    assert {steps for _done, steps, _words in told} == {len(files)}


def test_what_was_written_before_the_work_was_stopped_stays_whole(context, small_materials, tmp_path):
    def stop(done, steps, words):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(context, Course("", make_plan(), 2026), tmp_path, "ja", ["vi"], NOTHING, stop)
    written = sorted(tmp_path.iterdir())
    assert [path.name[:2] for path in written] == ["01", "02", "03"]
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in written)


def test_people_of_the_register_are_on_the_papers(context, small_materials, tmp_path, register):
    teacher = save_instructor(register, Instructor("", "鈴木 一郎"))
    plan = make_plan()
    units = (replace(plan.unit[0], instructor_id=teacher.id), *plan.unit[1:])
    course = new_course(register, replace(plan, unit=units), 2026)
    came, missed = (
        save_participant(register, Participant("", course.id, name, quiz_percent=80))
        for name in ("山田 太郎", "佐藤 花子")
    )
    for unit in course.plan.unit:
        note_attendance(register, came.id, unit.id, Means.LIST)
    files = write_folder(context, course, tmp_path / "out", "ja", ["vi"], NOTHING, lambda *_step: None, register)
    by_kind = {path.stem[3:]: path.read_bytes() for path in files}
    assert "鈴木 一郎" in read_text(by_kind["timetable"])
    assert "山田 太郎" in read_text(by_kind["sign-in"])
    assert missed.name in read_text(by_kind["sign-in"])
    assert came.name in read_text(by_kind["certificates"])
    assert missed.name not in read_text(by_kind["certificates"])
