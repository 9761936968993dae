"""The Easy Japanese helper on the command line."""

import json

import pytest

NOTICE = "毛布を配布します。\nトイレは2階です。"


def test_as_json(run):
    code, out, err = run("easy", NOTICE, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert set(told) == {"text", "readings", "words", "findings"}
    assert told["text"] == NOTICE
    assert {"start": 14, "end": 16, "reading": "にかい"} in told["readings"]
    assert all(set(one) == {"start", "end", "surface", "lemma", "reading", "level"} for one in told["words"])
    assert told["words"][0] == {
        "start": 0, "end": 2, "surface": "毛布", "lemma": "毛布", "reading": "もうふ", "level": "learn",
    }  # fmt: skip
    keys = {"kind", "start", "end", "line", "text", "reason", "suggestion"}
    assert all(set(one) == keys for one in told["findings"])
    (hard,) = [one for one in told["findings"] if one["text"] == "配布します"]
    assert (hard["kind"], hard["start"], hard["end"], hard["line"], hard["suggestion"]) == (
        "hard-word",
        3,
        8,
        1,
        "配ります",
    )


def test_for_people(run):
    code, out, _err = run("easy", NOTICE)
    assert code == 0
    assert "毛布《もうふ》を配布《はいふ》します。" in out
    assert "1:4\tHard word\t配布します" in out
    assert "→ 配ります" in out


def test_nothing_found_is_said_and_is_no_failure(run):
    code, out, _err = run("easy", "水を 配ります。")
    assert code == 0
    assert "Nothing was found" in out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_file_of_any_notepad(run, tmp_path, encoding):
    (tmp_path / "notice.txt").write_bytes(NOTICE.replace("\n", "\r\n").encode(encoding))
    code, out, _err = run("easy", "--file", "notice.txt", "--json")
    assert code == 0
    assert json.loads(out)["text"] == NOTICE


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["easy", ""], "There is no text"),
        (["easy", " \n "], "There is no text"),
        (["easy", "水" * 20_001], "20001 characters"),
        (["easy", "--file", "missing.txt"], "missing.txt cannot be read"),
        (["easy", "--file", "."], "cannot be read"),
        (["easy", "--file", "picture.png"], "picture.png is no text file"),
        (["easy", "--file", "empty.txt"], "There is no text"),
        (["easy", "--file", "long.txt"], "characters and may have 20000"),
        (["easy"], "easy --help"),
    ],
)
def test_what_cannot_be_looked_at(run, tmp_path, arguments, sentence):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "long.txt").write_text("水" * 200_000, encoding="utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
