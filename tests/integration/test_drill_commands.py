"""The commands of drills as they are promised: templates without a register, a drill from plan to report with one."""

import io
import json
import sys

import pytest
from pypdf import PdfReader

from disaster_support.app import build_context
from disaster_support.cli import run_command
from disaster_support.cli_drill import PARTS
from disaster_support.features.drills.model import Part
from disaster_support.storage import keys
from tests.helpers.registers import CHEAP

PASSPHRASE = "a passphrase for commands"
LOG = "part,people,language,nationality\nresident,3,vi,VN\ncrew,12,,\n"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in this process; return exit code, standard output and standard error."""
    monkeypatch.setattr(keys, "USUAL_COST", CHEAP)
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    def call(*arguments):
        code = run_command([str(one) for one in arguments], build_context)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def data(run, tmp_path):
    folder = tmp_path / "data"
    names = ("--event", "訓練", "--shelter", "第一体育館", "--staff", "山田")
    assert run("register", "create", "--data", folder, *names)[0] == 0
    return folder


@pytest.fixture
def drill(run, data):
    code, out, _err = run("drill", "new", "--template", "tourists", "--day", "2026-11-30", "--data", data)
    assert code == 0
    return out.strip()


def _listed(run, data):
    code, out, _err = run("drill", "list", "--data", data, "--json")
    assert code == 0
    return json.loads(out)


def test_templates_are_listed_without_a_register(run):
    code, out, _err = run("drill", "list", "--json")
    assert code == 0
    listed = {one["id"]: one for one in json.loads(out)}
    assert len(listed) >= 12
    assert listed["tourists"]["title"] == "Helping foreign tourists at a sight and a station"
    assert len(run("drill", "list")[1].splitlines()) == len(listed)


def test_a_drill_is_planned_from_a_template_and_listed(run, data, drill):
    (one,) = _listed(run, data)
    assert (one["id"], one["held_on"], one["begins"], one["state"], one["people"]) == (
        *(drill, "2026-11-30", "09:00", "planned", 0),
    )


def test_a_list_of_participants_is_counted_once(run, data, drill, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    for told in ("people counted: 15", "counted already: 2"):
        code, out, err = run("drill", "log", "import", path, "--drill", drill, "--data", data)
        assert (code, out) == (0, f"{drill}\t15\n")
        assert told in err
    assert _listed(run, data)[0]["people"] == 15


def test_a_list_with_a_row_that_does_not_fit_is_refused_whole(run, data, drill, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG + "mayor,1,,\n", encoding="utf-8")
    code, out, err = run("drill", "log", "import", path, "--drill", drill, "--data", data)
    assert (code, out) == (2, "")
    assert "Row 4: “mayor”" in err
    assert _listed(run, data)[0]["people"] == 0


def test_a_list_that_does_not_say_what_people_are_is_told_so(run, data, drill, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("language,people\nvi,2\n", encoding="utf-8")
    command = ("drill", "log", "import", path, "--drill", drill, "--data", data)
    assert run(*command)[0] == 2
    assert run(*command, "--part", "resident")[:2] == (0, f"{drill}\t2\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("new", "--template", "turists"), "Did you mean tourists"),
        (("new", "--template", "tourists", "--day", "tomorrow"), "tomorrow is no day"),
        (("report", "nothing", "--out", "report.pdf"), "no such drill"),
        (("print", "nothing", "--out", "papers"), "no such drill"),
        (("log", "import", "missing.csv", "--drill", "nothing"), "no such drill"),
    ],
)
def test_mistakes_are_one_sentence(run, data, arguments, sentence):
    code, out, err = run("drill", *arguments, "--data", data)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err


def test_the_parts_of_the_command_are_those_of_the_log():
    assert tuple(Part) == PARTS


def test_every_paper_of_a_template_is_made_without_a_register(run, tmp_path):
    folder = tmp_path / "papers"
    code, out, _err = run("drill", "print", "tourists", "--languages", "vi,my", "--out", folder)
    assert code == 0
    files = sorted(folder.iterdir())
    assert sorted(out.split()) == [str(path) for path in files]
    assert len(files) >= 6
    assert all(PdfReader(path).pages for path in files)


def test_the_report_of_a_drill_is_a_pdf_with_its_counts(run, data, drill, tmp_path):
    path, report = tmp_path / "log.csv", tmp_path / "report.pdf"
    path.write_text(LOG, encoding="utf-8")
    assert run("drill", "log", "import", path, "--drill", drill, "--data", data)[0] == 0
    for language, title in (("en", "Helping foreign tourists"), ("ja", "外国人旅行者支援訓練")):
        command = ("drill", "report", drill, "--in", language, "--out", report, "--data", data)
        assert run(*command)[:2] == (0, f"{report}\n")
        text = "\n".join(page.extract_text() for page in PdfReader(report).pages)
        assert "15" in text
        assert title in text.replace("\n", "")
