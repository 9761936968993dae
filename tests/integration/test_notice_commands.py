"""The command of notices over the real library."""

import json

import pypdf
import pytest
from PIL import Image

WATER = ("notice", "notice.water_supply", "--set", "date=2026-11-24", "--set", "start=15:00", "--set", "end=17:30")
PLACE = ("--set", "place=facilities.entrance")


def test_templates_are_listed_with_their_slots(run):
    code, out, err = run("notice", "--list", "--json")
    notices = {one["id"]: one for one in json.loads(out)}
    assert (code, err) == (0, "")
    assert len(notices) >= 60
    water = notices["notice.water_supply"]
    assert set(water) == {"id", "kind", "situation", "slots", "japanese", "since", "formerly"}
    assert [(slot["name"], slot["type"]) for slot in water["slots"]] == [
        ("date", "date"),
        ("start", "time"),
        ("end", "time"),
        ("place", "place"),
    ]
    assert all("{" + slot["name"] + "}" in one["japanese"] for one in notices.values() for slot in one["slots"])
    counts = [slot for one in notices.values() for slot in one["slots"] if slot["type"] == "count"]
    assert counts
    assert all(slot["least"] < slot["most"] for slot in counts)
    alerts = [one for one in notices.values() if one["kind"] == "alert" and one["since"]]
    assert alerts
    assert not any(one["slots"] for one in alerts)


def test_the_list_for_people_has_a_line_for_each(run):
    _code, out, _err = run("notice", "--list")
    assert any(
        line.startswith("notice.water_supply\twater\tdate,start,end,place\t水を配ります") for line in out.splitlines()
    )


def test_a_notice_in_every_language_at_once(run, tmp_path):
    code, out, err = run(*WATER, *PLACE, "--languages", "en,my", "--out", "water.pdf", "--json")
    assert (code, err) == (0, "")
    made = json.loads(out)
    assert (made["id"], made["files"], list(made["texts"])) == (
        "notice.water_supply",
        ["water.pdf"],
        ["ja", "en", "my"],
    )
    assert made["texts"]["ja"].endswith("日にち：11月24日（火）\n時間：15:00～17:30\n場所：入口")
    assert "Tuesday, November 24" in made["texts"]["en"]
    assert "၁၅:၀၀" in made["texts"]["my"]
    assert len(pypdf.PdfReader(tmp_path / "water.pdf").pages) == 1


def test_a_page_for_each_language_on_the_paper_that_was_named(run, tmp_path):
    code, out, _err = run(*WATER, *PLACE, "--languages", "en,my", "--one-a-page", "--paper", "A5", "--out", "w.png")
    assert (code, out) == (0, "w-1.png\nw-2.png\n")
    with Image.open(tmp_path / "w-1.png") as picture:
        assert picture.height > picture.width


def test_texts_alone_need_no_file(run, tmp_path):
    code, out, _err = run(*WATER, "--set", "place=体育館", "--languages", "en", "--json")
    assert code == 0
    assert json.loads(out)["texts"]["en"].endswith("体育館 (Taiikukan)")
    assert json.loads(out)["files"] == []
    assert list(tmp_path.iterdir()) == []


def test_every_slot_that_is_wrong_is_named_and_nothing_is_written(run, tmp_path):
    code, out, err = run("notice", "notice.water_supply", "--set", "start=15:00", "--set", "end=14:00",
                         "--set", "date=soon", "--languages", "en", "--out", "water.pdf")  # fmt: skip
    assert (code, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == ["date", "place", "end"]
    assert all(line.endswith(".") for line in err.splitlines())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["notice"], "--list"),
        (["notice", "notice.water"], "Did you mean"),
        (["notice", "facilities.entrance", "--languages", "en", "--json"], "is no notice"),
        ([*WATER, *PLACE, "--json"], "--languages"),
        ([*WATER, *PLACE, "--languages", "tlh", "--json"], "tlh"),
        ([*WATER, *PLACE, "--languages", "en"], "--out"),
        ([*WATER, *PLACE, "--languages", "en", "--out", "a.docx"], ".pdf or .png"),
        ([*WATER, *PLACE, "--set", "colour=red", "--languages", "en", "--json"], "colour"),
        ([*WATER, *PLACE, "--set", "colour", "--languages", "en", "--json"], "time=15:00"),
    ],
)
def test_a_mistake_gets_one_sentence(run, arguments, says):
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_a_day_that_is_over_is_pointed_out(run):
    code, _out, err = run(*WATER, *PLACE, "--set", "date=2020-01-01", "--languages", "en", "--json")
    assert (code, err) == (0, "date: This day is over.\n")
