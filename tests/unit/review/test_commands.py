"""review export, import and status, from the command line over a small library."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from disaster_support.cli import run_command
from disaster_support.content.model import Review
from disaster_support.context import Context
from tests.helpers.pdf import read_text
from tests.unit.content.small_library import ENTRIES, Folders
from tests.unit.review.conftest import NOTICE, open_context

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(library: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_review(*arguments: object) -> tuple[int, str, str]:
        code = run_command(["review", *map(str, arguments)], lambda: open_context(library, tmp_path))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_review


def edit(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def reading_of(context: Context, id_: str) -> tuple[str, Review, str, str]:
    phrase = context.catalogue.text(id_, "en")
    assert phrase is not None
    return phrase.text, phrase.review, phrase.reviewer, phrase.reviewed_on


@pytest.mark.parametrize("name", ["out.po", "out.xlf", "out.XLIFF"])
def test_a_text_goes_out_is_corrected_and_comes_back(run: Run, library: Folders, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert run("export", "--language", "en", "--out", out) == (0, f"{out}\t6\n", "")
    edit(out, "Where is the toilet?", "Where are the toilets?")
    code, shown, said = run("import", out)
    assert (code, said) == (0, "")
    assert shown == " \tchanged\tplace.toilet\tWhere is the toilet?\tWhere are the toilets?\t\n"
    assert reading_of(open_context(library, tmp_path), "place.toilet")[0] == "Where is the toilet?"
    code, shown, _said = run("import", out, "--accept", "all", "--reviewer", " Ann  Lee ")
    assert (code, shown[0]) == (0, "+")
    text, review, *_people = reading_of(open_context(library, tmp_path), "place.toilet")
    assert (text, review) == ("Where are the toilets?", Review.UNREVIEWED)  # still fuzzy: nobody said it is right
    assert run("import", out, "--accept", "all", "--reviewer", "Ann Lee")[1] == ""  # the same now


def test_who_checked_and_when_is_kept(run: Run, library: Folders, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    run("export", "--language", "en", "--out", out)
    edit(out, '#, fuzzy\nmsgctxt "answer.yes"', 'msgctxt "answer.yes"')
    edit(out, '#, fuzzy\nmsgctxt "place.toilet"', 'msgctxt "place.toilet"')
    accept = ("--accept", "answer.yes", "--reviewer", "Ann Lee", "--date", "2026-11-20")
    code, shown, _said = run("import", out, *accept, "--json")
    assert code == 0
    lines = {line["id"]: line for line in json.loads(shown)["lines"]}
    assert [id_ for id_, line in lines.items() if line["accepted"]] == ["answer.yes"]
    assert lines["place.toilet"]["state"] == lines["answer.yes"]["state"] == "approved"
    context = open_context(library, tmp_path)
    assert reading_of(context, "answer.yes") == ("Yes", Review.REVIEWED, "Ann Lee", "2026-11-20")
    assert reading_of(context, "place.toilet")[1] is Review.UNREVIEWED
    kept = (context.paths.overlay / "en" / "LC_MESSAGES" / "library.po").read_text(encoding="utf-8")
    assert "# reviewed: Ann Lee; 2026-11-20" in kept
    assert "place.toilet" not in kept
    run("export", "--language", "en", "--out", out)
    assert "answer.yes" not in out.read_text(encoding="utf-8")  # nothing is left to review there
    run("export", "--language", "en", "--out", out, "--only", "all")
    assert "answer.yes" in out.read_text(encoding="utf-8")


def test_a_dry_run_and_a_refused_line_take_nothing(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    run("export", "--language", "en", "--out", out)
    edit(edit(out, "Where is", "Where are"), 'msgstr "Do not enter"', 'msgstr "Come in"')
    assert run("import", out, "--accept", "all", "--dry-run")[0] == 0
    for arguments in (
        ("--accept", "place.toilet,place.keep_out", "--reviewer", "Ann"),
        ("--accept", "place.nothing", "--reviewer", "Ann"),
        ("--accept", "place.toilet"),
        ("--accept", "all", "--reviewer", "  "),
    ):
        code, shown, said = run("import", out, *arguments)
        assert (code, shown, said.count("\n")) == (2, "", 1)
    assert not (tmp_path / "data").exists()
    assert "forbids or denies" in run("import", out)[1]


def test_a_file_for_the_wrong_version_says_so(run: Run, library: Folders, tmp_path: Path) -> None:
    out = tmp_path / "out.xlf"
    run("export", "--language", "en", "--out", out)
    library.write("entries/places.toml", ENTRIES.replace("避難所《ひなんじょ》", "避難場所《ひなんばしょ》") + NOTICE)
    code, shown, said = run("import", out)
    assert code == 0
    assert "made from another edition of the library" in said
    assert shown.count("\n") == 1
    assert "For another version: the Japanese was “避難所” then." in shown
    told = json.loads(run("import", out, "--json")[1])
    assert told["is_for_this_edition"] is False
    assert told["edition"] != told["file_edition"]


def test_an_outdated_correction_is_reported(run: Run, library: Folders, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    run("export", "--language", "en", "--out", out)
    edit(edit(out, 'msgstr "Shelter"', 'msgstr "Refuge"'), 'msgstr "Yes"', 'msgstr "Yes!"')
    run("import", out, "--accept", "all", "--reviewer", "Ann")
    library.write("entries/places.toml", ENTRIES.replace("避難所《ひなんじょ》", "避難場所《ひなんばしょ》") + NOTICE)
    (english,) = json.loads(run("status", "--language", "en", "--json")[1])["languages"]
    assert (english["corrections"], english["outdated"]) == (1, 1)
    assert reading_of(open_context(library, tmp_path), "place.shelter")[0] == "Shelter"
    assert reading_of(open_context(library, tmp_path), "answer.yes")[0] == "Yes!"


def test_corrections_go_upstream_as_po_and_are_taken_there(run: Run, library: Folders, tmp_path: Path) -> None:
    out, own = tmp_path / "out.po", tmp_path / "own.po"
    assert run("export", "--language", "en", "--overlay", "--out", own)[0] == 2  # there are none yet
    run("export", "--language", "en", "--out", out)
    edit(edit(out, 'msgstr "Yes"', 'msgstr "Yes!"'), '#, fuzzy\nmsgctxt "title.places"', 'msgctxt "title.places"')
    run("import", out, "--accept", "all", "--reviewer", "Ann")
    assert run("export", "--language", "en", "--overlay", "--out", own) == (0, f"{own}\t2\n", "")
    upstream = open_context(library, tmp_path / "upstream")
    assert reading_of(upstream, "answer.yes")[0] == "Yes"
    code = run_command(["review", "import", str(own), "--accept", "all", "--reviewer", "Bo"], lambda: upstream)
    assert code == 0
    upstream.catalogue.reload()
    assert reading_of(upstream, "answer.yes")[:2] == ("Yes!", Review.UNREVIEWED)
    assert reading_of(upstream, "title.places")[:3] == ("Places", Review.REVIEWED, "Bo")
    code, _shown, said = run("export", "--language", "en", "--overlay", "--out", tmp_path / "own.xlf")
    assert (code, "in .po" in said) == (2, True)


def test_parts_of_the_library_go_out_alone(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    run("export", "--language", "en", "--situation", "places", "--kind", "sign", "answer", "--out", out)
    ids = [line.split('"')[1] for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("msgctxt")]
    assert ids == ["place.keep_out", "answer.yes"]


def test_a_form_may_be_named(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "file.txt"
    assert run("export", "--language", "en", "--format", "xliff", "--out", out)[0] == 0
    assert out.read_bytes().startswith(b"<?xml")


def test_status_counts(run: Run) -> None:
    told = json.loads(run("status", "--json")[1])["languages"]
    assert [one["language"] for one in told] == ["ja-simple", "en", "ar", "my", "vi", "ru"]
    assert told[1] == {
        "language": "en",
        "entries": 6,
        "texts": 6,
        "reviewed": 0,
        "corrections": 0,
        "outdated": 0,
        "glossary_terms": 0,
        "glossary_uses": 0,
        "glossary_agreement": None,
    }
    assert run("status")[1].splitlines()[2] == "en\t6/6\t0\t0\t0\t0\t–"


def write_glossary(library: Folders, tag: str, terms: dict[str, str]) -> None:
    head = f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    body = "".join(f'msgctxt "{n}"\nmsgid "{ja}"\nmsgstr "{said}"\n\n' for n, (ja, said) in enumerate(terms.items()))
    library.po(tag).with_name("glossary.po").write_text(head + body, encoding="utf-8")


def test_the_glossarys_agreement_is_a_share_of_its_uses(run: Run, library: Folders) -> None:
    write_glossary(library, "en", {"避難所": "refuge | shelter", "トイレ": "lavatory"})
    (english,) = json.loads(run("status", "--language", "en", "--json")[1])["languages"]
    assert [english[f"glossary_{name}"] for name in ("terms", "uses", "agreement")] == [2, 2, 50.0]


def test_readings_do_not_part_a_term_from_its_text(run: Run, library: Folders) -> None:
    write_glossary(library, "ja-simple", {"避難所": "避難所《ひなんじょ》 〈みんなが にげる ところ〉"})
    (easy,) = json.loads(run("status", "--language", "ja-simple", "--json")[1])["languages"]
    assert [easy[f"glossary_{name}"] for name in ("terms", "uses", "agreement")] == [1, 1, 100.0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "--language", "xx", "--out", "a.po"), "no language"),
        (("export", "--language", "ja", "--out", "a.po"), "Japanese is the source"),
        (("export", "--language", "en", "--out", "a.docx"), ".xlf"),
        (("export", "--language", "en", "--situation", "place", "--out", "a.po"), "no situation"),
        (("export", "--language", "en", "--kind", "alert", "--out", "a.po"), "nothing to review"),
        (("import", "nothing.po"), "cannot be read"),
        (("import", "nothing.docx"), "neither PO nor XLIFF"),
        (("import", "a.po", "--date", "yesterday"), "2026-11-23"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, shown, said = run(*arguments)
    assert (code, shown, said.count("\n")) == (2, "", 1)
    assert words in said
    assert not Path("a.po").exists()


def test_a_file_in_no_language_of_the_library_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.po"
    path.write_text('msgid ""\nmsgstr ""\n"Language: tlh\\n"\n', encoding="utf-8")
    code, _shown, said = run("import", path)
    assert (code, "tlh" in said) == (2, True)


def test_the_sheet_has_each_text_beside_its_japanese(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    assert run("export", "--language", "en", "--only", "all", "--out", out) == (0, f"{out}\t6\n", "")
    text = read_text(out.read_bytes())
    for words in ("Where is the toilet?", "トイレはどこですか。", "Translation review sheet", "unreviewed", "1/", "□"):
        assert words in text
    assert "{people} person" in text
    assert "{people} people" in text
