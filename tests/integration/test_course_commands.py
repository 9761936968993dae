"""The commands of courses as they are promised: templates without a register, courses with one, files in and out."""

import json
from pathlib import Path

import pypdf
import pytest

from disaster_support.features.training.exchange import export_plan, import_plan
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.people import add_participants
from disaster_support.paths import find_paths
from disaster_support.storage import keys
from disaster_support.storage.register import open_register
from tests.helpers.registers import CHEAP, PASSPHRASE, Clock

TEMPLATES = ["fire-school-initial", "fire-school-specialist", "volunteer-fire-corps"]
TEMPLATES += ["disaster-prevention-leaders", "municipal-easy-japanese", "shelter-staff"]


@pytest.fixture
def data(run, tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "USUAL_COST", CHEAP)
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", PASSPHRASE)
    names = ("--event", "令和8年度の訓練", "--shelter", "消防学校", "--staff", "山田")
    code, _out, _err = run("register", "create", "--data", tmp_path / "data", *names)
    assert code == 0
    return tmp_path / "data"


def test_templates_are_listed_without_a_register(run):
    code, out, err = run("course", "list", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert [one["id"] for one in found] == TEMPLATES
    assert found[0].keys() == {"id", "title", "lessons", "lesson_minutes", "units"}
    assert found[0]["title"].startswith("Fire school, initial education")
    assert (found[0]["lessons"], found[0]["lesson_minutes"], found[0]["units"]) == (8, 50, 7)
    lines = run("course", "list")[1].splitlines()
    assert [line.split("\t")[0] for line in lines] == TEMPLATES


def test_a_course_is_made_of_a_template_and_listed_by_its_year(run, data):
    code, out, _err = run("course", "new", "--template", "shelter-staff", "--data", data, "--year", "2027")
    assert code == 0
    (found,) = json.loads(run("course", "list", "--data", data, "--json")[1])
    assert found["id"] == out.strip()
    assert (found["year"], found["participants"], found["first_day"]) == (2027, 0, "")
    assert run("course", "list", "--data", data, "--year", "2026")[:2] == (0, "")


def test_a_plan_goes_out_and_comes_in_as_it_was(run, data, tmp_path):
    id_ = run("course", "new", "--template", "shelter-staff", "--data", data)[1].strip()
    code, out, _err = run("course", "export", id_, "--data", data, "--out", tmp_path / "plan.json")
    assert (code, out) == (0, f"{tmp_path / 'plan.json'}\n")
    template = load_materials(find_paths().resources).templates["shelter-staff"]
    assert import_plan((tmp_path / "plan.json").read_bytes()) == template
    code, out, err = run("course", "import", tmp_path / "plan.json", "--data", data)
    assert (code, err) == (0, "")
    assert len(json.loads(run("course", "list", "--data", data, "--json")[1])) == 2
    assert out.strip() != id_


def test_a_template_is_exported_without_a_register(run, tmp_path):
    assert run("course", "export", "fire-school-initial", "--out", tmp_path / "plan.json")[0] == 0
    assert import_plan((tmp_path / "plan.json").read_bytes()).id == "fire-school-initial"


def test_what_does_not_fit_in_an_imported_plan_is_said(run, data, tmp_path):
    plan = load_materials(find_paths().resources).templates["shelter-staff"]
    told = json.loads(export_plan(plan))
    told["plan"]["lessons"] = 9
    (tmp_path / "plan.json").write_text(json.dumps(told), encoding="utf-8")
    code, out, err = run("course", "import", tmp_path / "plan.json", "--data", data)
    assert code == 0
    assert out.strip()
    assert err == "lessons: The units have 6 lesson hours, the course has 9: 3 are not planned yet.\n"


def _text(path):
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages).replace("\n", "")


def test_a_template_is_printed_whole_without_a_register(run, tmp_path):
    code, out, err = run("course", "print", "volunteer-fire-corps", "--out", tmp_path / "course", "--languages", "vi")
    files = out.splitlines()
    assert (code, err) == (0, "")
    assert files == [str(path) for path in sorted((tmp_path / "course").iterdir())]
    names = [Path(path).name.partition("-")[2] for path in files]
    for name in ("contents", "syllabus", "timetable", "lesson-plan-4", "sign-in", "signs", "quiz", "answer-sheet"):
        assert f"{name}.pdf" in names
    assert sum(name.startswith("board-") for name in names) >= 2
    assert {"role-play-tsunami-fishing-port.pdf", "role-play-fire-alarm-night.pdf"} <= set(names)


def test_a_course_of_a_register_is_printed_in_english_with_its_people(run, data, tmp_path):
    id_ = run("course", "new", "--template", "disaster-prevention-leaders", "--data", data)[1].strip()
    register = open_register(data, PASSPHRASE, Clock())
    add_participants(register, id_, "Nguyễn Văn An\tWard 3")
    register.close()
    out = tmp_path / "course"
    options = ("--data", data, "--in", "en", "--languages", "ne")
    assert run("course", "print", id_, "--out", out, *options)[0] == 0
    (sign_in,) = out.glob("*-sign-in.pdf")
    assert "Ward 3" in _text(sign_in)
    assert len(list(out.glob("*-attendance-cards.pdf"))) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("new", "--template", "nothing", "--data", "DATA"), "There is no course template “nothing”. There are: fire-"),
        (("new", "--template", "shelter-staff", "--data", "nowhere"), "nowhere"),
        (("new", "--template", "shelter-staff", "--data", "DATA", "--year", "26"), "26 is no year such as 2026"),
        (("export", "nothing", "--out", "plan.json"), "There is no course template “nothing”."),
        (("export", "nothing", "--data", "DATA", "--out", "plan.json"), "There is no such course in the register."),
        (("export", "shelter-staff", "--out", "no/folder/plan.json"), "does not exist"),
        (("print", "nothing", "--out", "folder"), "There is no course template “nothing”."),
        (("print", "shelter-staff", "--out", "broken.json"), "is a file where a folder is needed"),
        (("print", "shelter-staff", "--out", "folder", "--languages", "xx"), "xx"),
        (("import", "missing.json", "--data", "DATA"), "missing.json cannot be read"),
        (("import", "broken.json", "--data", "DATA"), "This is no JSON"),
        (("import", "other.json", "--data", "DATA"), "This is not the file of a course."),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(run, data, tmp_path, arguments, sentence):
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "other.json").write_text('{"format": "obf"}', encoding="utf-8")
    code, out, err = run("course", *(data if one == "DATA" else one for one in arguments))
    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert json.loads(run("course", "list", "--data", data, "--json")[1]) == []
