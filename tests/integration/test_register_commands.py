"""The commands of the register as they are promised: names, options, JSON keys, exit codes, nothing half-written."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from disaster_support.app import build_context
from disaster_support.cli import run_command
from disaster_support.storage import keys
from tests.helpers.registers import CHEAP

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "a passphrase for commands"
AN = {
    "name": "Nguyễn Văn An",
    "latin": "NGUYEN VAN AN",
    "birth": "S60.3.4",
    "nationality": "ベトナム",
    "languages": "vi=interpreter;ja=slow",
    "needs": {"allergy": "peanut"},
    "consents": {"public": True},
}


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in this process; return exit code, standard output and standard error."""
    monkeypatch.setattr(keys, "USUAL_COST", CHEAP)
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def call(*arguments, stdin=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = run_command([str(one) for one in arguments], build_context)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def data(run, tmp_path):
    folder = tmp_path / "data"
    names = ("--event", "訓練", "--shelter", "第一体育館", "--staff", "山田")
    code, out, _err = run("register", "create", "--data", folder, *names)
    assert (code, len(out.strip())) == (0, 29)
    return folder


@pytest.fixture
def an(run, data):
    code, out, _err = run("evacuees", "add", "--data", data, "--json", "-", stdin=json.dumps(AN))
    assert code == 0
    return out.strip()


def _find(run, data, text):
    code, out, _err = run("evacuees", "find", text, "--data", data, "--json")
    assert code == 0
    return json.loads(out)


def test_one_person_is_added_and_found_by_every_spelling(run, data, an):
    for text in ("nguyen", "Nguyễn", "văn an", "VAN AN", "an nguyen", "A-1-1"):
        (found,) = _find(run, data, text)
        assert found["id"] == an
    assert found["birth"] == "1985-03-04"
    assert found["nationality"] == "VN"
    assert found["languages"] == "vi=interpreter;ja=slow"
    assert found["need_allergy"] == "peanut"
    assert found["state"] == "here"


def test_several_people_are_added_from_a_file(run, data, tmp_path):
    path = tmp_path / "people.json"
    path.write_text(json.dumps([{"name": "သီရိ", "household": "1"}, {"name": "田中 花子", "household": "1"}]), "utf-8")
    code, out, _err = run("evacuees", "add", "--data", data, "--json", path)
    assert (code, len(out.split())) == (0, 2)
    assert [one["number"] for one in _find(run, data, "သီရိ")] == ["A-1-1"]


def test_counting(run, data, an):
    run(
        "evacuees",
        "add",
        "--data",
        data,
        "--json",
        "-",
        stdin='{"name": "Sita", "languages": "ne", "nationality": "NP"}',
    )
    for by, expected in (
        ("language", {"vi": 1, "ne": 1}),
        ("nationality", {"VN": 1, "NP": 1}),
        ("need", {"allergy": 1}),
    ):
        code, out, _err = run("evacuees", "count", "--by", by, "--data", data, "--json")
        assert code == 0
        assert {row[by]: row["people"] for row in json.loads(out)} == expected


def test_out_and_in_again_by_id_number_and_card(run, data, an):
    for command, card, state in (
        ("out", an, "left"),
        ("in", "a-1-1", "here"),
        ("in", an, "here"),
        ("out", "A-1-1", "left"),
    ):
        code, out, _err = run("evacuees", command, card, "--data", data)
        assert (code, out.split("\t")) == (0, [an, "A-1-1", f"{state}\n"])
    assert json.loads(run("evacuees", "count", "--by", "language", "--data", data, "--json")[1]) == []


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "pfif"])
def test_what_was_exported_can_be_read_elsewhere(run, data, an, form, tmp_path):
    suffix = "xml" if form == "pfif" else form
    path, other = tmp_path / f"people.{suffix}", tmp_path / "other"
    assert run("evacuees", "export", "--data", data, "--format", form, "--out", path)[0] == 0
    run("register", "create", "--data", other, "--event", "e", "--shelter", "s", "--staff", "n")
    if form == "json":
        assert run("evacuees", "add", "--data", other, "--json", path)[0] == 0
    else:
        assert run("evacuees", "import", path, "--data", other)[0] == 0
    (found,) = _find(run, other, "nguyen")
    assert found["birth"] == "1985-03-04"
    if form != "pfif":
        assert found["languages"] == "vi=interpreter;ja=slow"


def test_pfif_leaves_out_whoever_did_not_agree(run, data, an, tmp_path):
    run("evacuees", "add", "--data", data, "--json", "-", stdin='{"name": "Private Person"}')
    path = tmp_path / "people.xml"
    _code, _out, err = run("evacuees", "export", "--data", data, "--format", "pfif", "--out", path)
    text = path.read_text(encoding="utf-8")
    assert "Nguyễn Văn An" in text
    assert "Private" not in text
    assert "peanut" not in text
    assert "expiry_date" in text
    assert err.startswith("The file holds 1 person. 1 person is left out")


def test_a_list_with_defects_is_taken_in_and_reported(run, data, tmp_path):
    path, report = tmp_path / "list.csv", tmp_path / "report.csv"
    rows = (
        "避難者名簿,,,\r\n氏名,フリガナ,生年月日,使用言語\r\n山田 花子,ﾔﾏﾀﾞ ﾊﾅｺ,S60.3.4,日本語\r\n"
        ",ﾅﾅｼ,,\r\n田中,,昭和70年1月1日,ベトナム語\r\n,,2001-01-01,\r\n"
    )
    path.write_bytes(rows.encode("cp932"))
    code, _out, err = run("evacuees", "import", path, "--data", data, "--report", report)
    assert code == 0
    assert "3 added" in err
    assert "1 refused" in err
    with report.open(encoding="utf-8-sig", newline="") as file:
        remarks = list(csv.DictReader(file))
    assert {row["Outcome"] for row in remarks} == {"Mended", "Refused"}
    assert _find(run, data, "やまだ")[0]["birth"] == "1985-03-04"
    code, _out, err = run("evacuees", "import", path, "--data", data)
    assert "1 known already" in err


def test_the_template_can_be_imported_as_it_is(run, data, tmp_path):
    path = tmp_path / "template.csv"
    assert run("evacuees", "template", "--out", path)[0] == 0
    assert path.read_text(encoding="utf-8-sig").startswith("name,kana,latin")
    assert "0 added" in run("evacuees", "import", path, "--data", data)[2]


def test_invented_people_fill_a_register(run, data, tmp_path):
    path, again = tmp_path / "sample.csv", tmp_path / "again.csv"
    for out in (path, again):
        assert run("sample", "--people", "500", "--seed", "7", "--out", out)[0] == 0
    assert path.read_bytes() == again.read_bytes()
    assert "500 added" in run("evacuees", "import", path, "--data", data)[2]
    assert run("register", "backup", "--data", data)[0] == 0
    assert run("register", "check", "--data", data)[:2] == (0, "")


def test_a_backup_brings_back_what_was_there(run, data, an):
    path = Path(run("register", "backup", "--data", data)[1].strip())
    assert path.is_file()
    run("evacuees", "add", "--data", data, "--json", "-", stdin='{"name": "Later"}')
    assert run("register", "restore", "--data", data, "--backup", path)[0] == 0
    assert len(_find(run, data, "nguyen")) == 1
    assert _find(run, data, "Later") == []
    assert run("register", "check", "--data", data)[0] == 0


def test_shelters_are_imported(run, data, tmp_path):
    path, report = tmp_path / "shelters.csv", tmp_path / "report.csv"
    header = "市町村コード,都道府県名及び市町村名,NO,施設・場所名,住所,緯度,経度"
    text = f"{header}\r\n01100,北海道札幌市,1,第一小学校,北一条1,43.06,141.35\r\n"
    path.write_bytes(text.encode("utf-8-sig"))
    code, _out, err = run("shelters", "import", path, "--data", data, "--report", report)
    assert code == 0, err
    assert "1 shelters" in err
    assert report.is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("evacuees", "in", "A-9-9"), "A-9-9"),
        (("evacuees", "import", "missing.csv"), "missing.csv"),
        (("register", "restore", "--backup", "missing.db"), "missing.db"),
        (("evacuees", "export", "--format", "csv", "--out", "missing/folder/people.csv"), "missing"),
    ],
)
def test_mistakes_get_one_sentence_and_code_2(run, data, arguments, words):
    code, out, err = run(*arguments, "--data", data)
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bytes(range(256)) * 20, "no list"),
        (b"", "no rows"),
        ("生年月日,電話\r\n1985-03-04,090\r\n".encode(), "No column holds names"),
        (b"PK\x03\x04 cut short", "broken"),
    ],
)
def test_a_file_that_is_no_list_adds_nobody(run, data, tmp_path, content, words):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    code, out, err = run("evacuees", "import", path, "--data", data)
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("command", [("evacuees", "import"), ("shelters", "import")])
def test_a_report_that_cannot_be_written_is_said_before_anything_is(run, data, tmp_path, command):
    people, shelters = tmp_path / "people.csv", tmp_path / "避難所.csv"
    people.write_text("氏名\r\n山田 花子\r\n", "utf-8")
    shelters.write_text("名称,住所\r\n第一小学校,東京都青波市1\r\n", "utf-8")
    path = people if command[0] == "evacuees" else shelters
    code, out, err = run(*command, path, "--data", data, "--report", tmp_path / "missing" / "report.csv")
    assert (code, out) == (2, "")
    assert "does not exist" in err
    assert _find(run, data, "山田") == []


def test_an_export_that_fails_leaves_the_former_file(run, data, an, tmp_path, monkeypatch):
    path = tmp_path / "people.csv"
    path.write_text("the former one", "utf-8")

    def refuse(*_all):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    code, out, err = run("evacuees", "export", "--data", data, "--format", "csv", "--out", path)
    assert (code, out) == (2, "")
    assert err.startswith("The disk is full")
    assert [one.name for one in tmp_path.iterdir() if "people" in one.name] == ["people.csv"]
    assert path.read_text("utf-8") == "the former one"


def test_nobody_gives_a_passphrase_as_an_argument(run, data):
    code, out, err = run("evacuees", "find", "a", "--data", data, "--passphrase", PASSPHRASE)
    assert (code, out) == (2, "")
    assert "--passphrase" in err


@pytest.mark.parametrize("given", ["{", "[]", '"name"', '{"nmae": "An"}', "{}", '{"name": "An", "birth": "S64.1.9"}'])
def test_wrong_json_adds_nobody(run, data, given):
    code, out, err = run("evacuees", "add", "--data", data, "--json", "-", stdin=given)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert json.loads(run("evacuees", "count", "--by", "language", "--data", data, "--json")[1]) == []


def test_one_wrong_person_of_a_list_adds_nobody(run, data):
    code, _out, _err = run(
        "evacuees", "add", "--data", data, "--json", "-", stdin='[{"name": "An"}, {"birth": "1985"}]'
    )
    assert code == 2
    assert _find(run, data, "An") == []


def test_a_wrong_passphrase_a_missing_register_and_one_that_is_there(run, data, monkeypatch, tmp_path):
    assert run("evacuees", "find", "a", "--data", tmp_path / "nowhere")[0] == 2
    names = ("--event", "e", "--shelter", "s", "--staff", "n")
    assert run("register", "create", "--data", data, *names)[0] == 2
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", "wrong one")
    code, out, err = run("evacuees", "find", "a", "--data", data)
    assert (code, out, err) == (2, "", "This passphrase does not open the register.\n")


def test_the_passphrase_comes_from_standard_input_too(run, data, an, monkeypatch):
    monkeypatch.delenv("DISASTER_SUPPORT_PASSPHRASE")
    code, out, _err = run("evacuees", "find", "nguyen", "--data", data, "--json", stdin=f"{PASSPHRASE}\n")
    assert (code, json.loads(out)[0]["id"]) == (0, an)
    assert run("evacuees", "find", "nguyen", "--data", data)[0] == 2
    code, out, _err = run("evacuees", "add", "--data", data, "--json", "-", stdin=f'{PASSPHRASE}\n{{"name": "Sita"}}')
    assert [one["id"] for one in _find_with(run, data, "sita")] == [out.strip()]


def _find_with(run, data, text):
    return json.loads(run("evacuees", "find", text, "--data", data, "--json", stdin=f"{PASSPHRASE}\n")[1])


def test_the_real_program_keeps_a_register_open_for_itself(tmp_path, monkeypatch):
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", PASSPHRASE)
    data = tmp_path / "data"

    def call(*arguments, given=""):
        command = [sys.executable, ROOT / "main.py", *arguments, "--data", data]
        return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=60)

    assert call("register", "create", "--event", "e", "--shelter", "s", "--staff", "n").returncode == 0
    assert call("evacuees", "add", "--json", "-", given=json.dumps(AN)).returncode == 0
    from filelock import FileLock

    with FileLock(data / "in-use"):
        refused = call("evacuees", "find", "nguyen")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert json.loads(call("evacuees", "find", "nguyen", "--json").stdout)[0]["name"] == AN["name"]
