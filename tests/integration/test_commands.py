"""The command line, as README promises it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from disaster_support.documents.sheet import UNREVIEWED, WITHOUT_MARKS
from disaster_support.paths import find_paths
from tests.integration.conftest import files_in, is_root

ROOT = Path(__file__).resolve().parents[2]
WAVE_1 = ["ja", "ja-simple", "en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR"]
WAVE_1 += ["es", "fil", "th", "id", "ne", "my", "km", "mn"]


def test_languages_as_json(run):
    code, out, err = run("languages", "--json")
    languages = {one["tag"]: one for one in json.loads(out)}
    assert (code, err, len(languages)) == (0, "", 36)
    assert set(languages["my"]) == {"tag", "autonym", "name_ja", "script", "direction", "wave", "coverage"}
    assert languages["my"]["autonym"] == "မြန်မာ"
    assert languages["vi"]["name_ja"] == "ベトナム語"
    assert [languages[tag]["direction"] for tag in ("ar", "ur", "fa", "ja")] == ["rtl", "rtl", "rtl", "ltr"]
    assert [tag for tag, one in languages.items() if one["wave"] == 1] == WAVE_1
    assert all(languages[tag]["coverage"] == 1 for tag in WAVE_1)
    assert all(0 < one["coverage"] < 1 for one in languages.values() if one["wave"] == 2)


def test_library_as_json(run):
    code, out, _err = run("library", "--json")
    entries = json.loads(out)
    assert code == 0
    assert len(entries) >= 150
    assert all(set(entry) == {"id", "kind", "situation", "texts", "review"} for entry in entries)
    assert all(entry["texts"].get(tag, "").strip() for entry in entries for tag in WAVE_1)
    assert all(entry["texts"].keys() == entry["review"].keys() for entry in entries)
    assert {state for entry in entries for tag, state in entry["review"].items() if tag != "ja"} == {"unreviewed"}


def test_library_in_one_language(run):
    _code, out, _err = run("library", "--json", "--language", "zh-TW")
    assert {tag for entry in json.loads(out) for tag in entry["texts"]} == {"zh-Hant"}


@pytest.mark.parametrize(
    "text", ["避難所", "ひなんじょ", "ヒナンジョ", "hinanjo", "HINANJYO", "shelter", "nơi lánh nạn", "noi lanh nan"]
)
def test_search_finds_by_any_part(run, text):
    code, out, _err = run("search", text, "--json")
    assert code == 0
    assert "reception.anyone" in [entry["id"] for entry in json.loads(out)]


def test_search_shows_the_language_asked_for(run):
    found = run("search", "toilet", "--language", "km")[1].splitlines()
    assert found[0].split("\t") == ["facilities.toilet", "sign", "facilities", "បង្គន់"]


def test_a_sign_as_pdf(run, tmp_path):
    code, out, err = run(
        *("sign", "facilities.toilet", "rules.no_smoking", "--languages", "vi,ne,my", "--paper", "A5", "--landscape"),
        *("--arrow", "right", "--room", "2階 体育館", "--out", "sign.pdf"),
    )
    assert (code, out, err) == (0, "sign.pdf\n", "")
    assert files_in(tmp_path) == ["sign.pdf"]
    pages = pypdf.PdfReader("sign.pdf").pages
    assert len(pages) == 2
    width, height = (float(side) / 72 * 25.4 for side in pages[0].mediabox[2:])
    assert (width, height) == (pytest.approx(210, abs=0.1), pytest.approx(148, abs=0.1))


def test_a_sign_as_png(run, tmp_path):
    assert run("sign", "facilities.toilet", "--languages", "km", "--out", "sign.png")[0] == 0
    with Image.open("sign.png") as picture:
        assert picture.width / picture.height == pytest.approx(210 / 297, rel=0.01)
    run("sign", "facilities.toilet", "rules.no_smoking", "--languages", "km", "--out", "two.png")
    assert files_in(tmp_path) == ["sign.png", "two-1.png", "two-2.png"]


def test_a_board_takes_paper_and_languages(run):
    assert run("board", "medical", "--languages", "ne,my", "--paper", "A3", "--out", "board.pdf")[0] == 0
    page = pypdf.PdfReader("board.pdf").pages[0]
    assert sorted(float(side) / 72 * 25.4 for side in page.mediabox[2:]) == pytest.approx([297, 420], abs=0.1)


def test_a_language_that_does_not_fit_is_told(run):
    tags = ",".join(tag for tag in WAVE_1 if tag != "ja")
    code, _out, err = run("sign", "reception.anyone", "--languages", tags, "--out", "sign.pdf")
    assert code == 0
    assert "so that they can be read" in err
    assert len(pypdf.PdfReader("sign.pdf").pages) > 1


def test_a_language_without_the_text_is_told(run):
    code, _out, err = run("sign", "facilities.toilet", "--languages", "vi,ar", "--out", "sign.pdf")
    assert (code, "Arabic" in err) == (0, True)


@pytest.mark.parametrize("command", ["sign facilities.toilet", "board medical", "pack opening"])
def test_marks_are_left_off_only_with_a_word_in_the_footer(command, run):
    for extra, said, unsaid in (([], UNREVIEWED, WITHOUT_MARKS), (["--without-marks"], WITHOUT_MARKS, UNREVIEWED)):
        out = "pack" if command.startswith("pack") else "made.pdf"
        assert run(*command.split(), "--languages", "vi", *extra, "--out", out)[0] == 0
        pages = pypdf.PdfReader("pack/00-all.pdf" if out == "pack" else out).pages
        for page in pages:
            text = page.extract_text()
            assert said in text
            assert unsaid not in text


def test_the_opening_pack(run, tmp_path):
    code, out, _err = run("pack", "opening", "--languages", "en,vi", "--out", "pack")
    names = files_in(tmp_path / "pack")
    assert code == 0
    assert out.splitlines() == [str(Path("pack") / name) for name in names]
    assert len(names) == 35
    each = sum(len(pypdf.PdfReader(tmp_path / "pack" / name).pages) for name in names[1:])
    assert len(pypdf.PdfReader(tmp_path / "pack" / names[0]).pages) == each


MISTAKES = [
    (["sign", "facilities.toilt", "--languages", "vi", "--out", "x.pdf"], "facilities.toilet"),
    (["sign", "facilities.toilet", "--languages", "vx", "--out", "x.pdf"], "vi"),
    (["sign", "facilities.toilet", "--languages", ",", "--out", "x.pdf"], "No language"),
    (["sign", "facilities.toilet", "--out", "x.pdf"], "--languages"),
    (["sign", "facilities.toilet", "--languages", "vi", "--out", "x.doc"], ".pdf or .png"),
    (["sign", "facilities.toilet", "--languages", "vi", "--paper", "B5", "--out", "x.pdf"], "A4"),
    (["sign", "facilities.toilet", "--languages", "vi", "--arrow", "around", "--out", "x.pdf"], "up-right"),
    (["sign", "facilities.toilet", "--languages", "vi", "--out", "missing/x.pdf"], "does not exist"),
    (["sign", "facilities.toilet", "--languages", "vi", "--room", "x" * 500, "--out", "x.pdf"], "too long"),
    (["board", "medicine", "--languages", "vi", "--out", "x.pdf"], "medical"),
    (["board", "medical", "--languages", "", "--out", "x.pdf"], "No language"),
    (["pack", "closing", "--languages", "vi", "--out", "x"], "opening"),
    (["library", "--language", "Vietnamese"], "language"),
    (["search"], "TEXT"),
    (["screens", "--out", "x", "--size", "big"], "1366x768"),
    (["sing"], "sign"),
]


@pytest.mark.parametrize(("arguments", "named"), MISTAKES)
def test_a_mistake_gets_one_sentence_and_leaves_nothing(run, tmp_path, arguments, named):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1
    assert files_in(tmp_path) == []


@pytest.mark.skipif(is_root() or os.name != "posix", reason="needs a user to whom permissions mean something")
def test_a_closed_folder_is_told(run, tmp_path):
    (tmp_path / "closed").mkdir(mode=0o500)
    code, _out, err = run("sign", "facilities.toilet", "--languages", "vi", "--out", "closed/x.pdf")
    assert (code, "no permission" in err) == (2, True)


def test_a_damaged_settings_file_does_not_stop_a_command(run, own_home):
    path = find_paths().settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{")
    try:
        code, out, err = run("languages")
    finally:
        path.unlink()
    assert (code, len(out.splitlines())) == (0, 36)
    assert "settings could not be read" in err


def test_output_is_unicode_even_in_a_pipe_of_another_code_page(own_home):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, ROOT / "main.py", "languages"], capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "မြန်မာ" in done.stdout.decode()


def test_a_reader_that_goes_away_is_no_fault(own_home):
    writer = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "library", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert writer.stdout.read(10)
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait() == 0


def test_the_sentences_are_japanese_unless_the_system_asks_for_english(own_home, monkeypatch, capsys):
    from disaster_support.app import main

    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert main(["sign", "facilities.toilt", "--languages", "vi", "--out", "x.pdf"]) == 2
    err = capsys.readouterr().err
    assert "facilities.toilet" in err
    assert any("\u3040" <= letter <= "\u30ff" for letter in err)


def test_the_library_has_no_faults_and_a_command_without_a_window_imports_no_qt(own_home):
    code = "import sys; from disaster_support.app import main; print(main(['check']), 'PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("0 False\n", "")
