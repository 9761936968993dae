import json
import subprocess
import sys
from pathlib import Path

import pytest

from disaster_support.content.catalogue import open_catalogue
from disaster_support.content.model import Category, Kind, Phrase, Review
from disaster_support.content.problems import describe_problem
from disaster_support.content.store import is_current
from disaster_support.errors import UserError
from disaster_support.ruby import Ruby
from tests.unit.content.small_library import Folders


def test_the_library_says_in_each_language_what_its_sources_say(library: Folders) -> None:
    library.translate("en", {"place.toilet": "Where is the toilet?"})
    library.translate("ja-simple", {"place.shelter": "避難所《ひなんじょ》 〈みんなが にげる ところ〉"})
    catalogue = library.open()
    assert catalogue.text("place.shelter", "ja") == Phrase("避難所", (Ruby(0, 3, "ひなんじょ"),), Review.SOURCE)
    assert catalogue.text("place.toilet", "en") == Phrase("Where is the toilet?")
    simple = catalogue.text("place.shelter", "ja-simple")
    assert simple is not None
    assert (simple.text, simple.ruby) == ("避難所 〈みんなが にげる ところ〉", (Ruby(0, 3, "ひなんじょ"),))
    assert catalogue.text("place.shelter", "en") is None
    assert catalogue.text("place.shelter", "xx") is None
    assert catalogue.problems == ()


def test_structure_survives_compiling(library: Folders) -> None:
    catalogue = library.open()
    sign = catalogue.get_entry("place.keep_out")
    assert (sign.kind, sign.category, sign.forbids, sign.situation) == (Kind.SIGN, Category.PROHIBITION, True, "places")
    assert catalogue.get_entry("place.toilet").answers == ("answer.yes",)
    assert list(catalogue.entries) == ["place.toilet", "place.shelter", "place.keep_out", "answer.yes", "title.places"]
    assert catalogue.situations["places"].entries == ("place.toilet", "place.shelter", "place.keep_out", "answer.yes")
    assert catalogue.packs["first"].boards == ("places",)
    assert catalogue.signs() == {"places": (sign,)}
    assert [entry.id for entry in catalogue.board("places")] == ["place.toilet", "place.shelter", "answer.yes"]
    title = catalogue.title("places", "ja")
    assert title is not None
    assert title.text == "場所"
    assert catalogue.title("nowhere", "ja") is None


def test_lines_of_a_form_are_in_the_library_and_on_no_board(library: Folders) -> None:
    titles = (library.resources / "library/entries/titles.toml").read_text(encoding="utf-8")
    situations = (library.resources / "library/situations.toml").read_text(encoding="utf-8")
    line = '[[entry]]\nid = "{}"\nkind = "form"\nja = "{}"\nnote = "n"\nsituation = "form"\n'
    library.write("entries/titles.toml", titles + line.format("title.form", "カード"))
    library.write("situations.toml", situations + '[[situation]]\nid = "form"\ntitle = "title.form"\n')
    library.write("entries/form.toml", line.format("form.write_here", "ここ"))
    catalogue = library.open()
    text = catalogue.text("form.write_here", "ja")
    assert text is not None
    assert text.text == "ここ"
    assert catalogue.situations["form"].entries == ("form.write_here", "title.form")
    assert catalogue.board("form") == ()
    assert "form" not in catalogue.signs()


@pytest.mark.parametrize("wanted", ["pt-BR", "pt_BR", "PT-br", "pt", "pt_BR.UTF-8"])
def test_a_language_is_found_by_what_systems_call_it(library: Folders, wanted: str) -> None:
    assert library.open().get_language(wanted).tag == "pt-BR"


def test_regions_and_old_names_lead_to_the_language(library: Folders) -> None:
    catalogue = library.open()
    wanted = ["zh-TW", "zh-HK", "zh-CN", "zh", "zh-Hant-TW", "my-MM", "ja@simple", "ja_JP", "EN-us"]
    found = ["zh-Hant", "zh-Hant", "zh-Hans", "zh-Hans", "zh-Hant", "my", "ja-simple", "ja", "en"]
    assert [catalogue.get_language(tag).tag for tag in wanted] == found


def test_what_is_not_found_names_the_nearest(library: Folders) -> None:
    catalogue = library.open()
    with pytest.raises(UserError, match=r"place\.toilet"):
        catalogue.get_entry("place.tolet")
    with pytest.raises(UserError, match="zh-Hans"):
        catalogue.get_language("chinese-zh-hans")
    with pytest.raises(UserError, match="places"):
        catalogue.board("place")
    with pytest.raises(UserError):
        catalogue.get_language("")


def test_names_of_languages_come_from_cldr(library: Folders) -> None:
    languages = library.open().languages
    autonyms = "日本語, やさしい日本語, English, Tiếng Việt, ไทย, မြန်မာ, 简体中文, 繁體中文, Português (Brasil)"
    assert ", ".join(language.autonym for language in languages.values()) == autonyms
    assert [languages[tag].font for tag in ("ja", "zh-Hant", "my", "vi")] == ["jp", "tc", "myanmar", "sans"]
    assert languages["vi"].name_ja == "ベトナム語"


def test_nothing_is_reviewed_without_a_name_and_todays_japanese(library: Folders) -> None:
    library.translate("en", {"place.toilet": "Where is the toilet?", "place.shelter": "Shelter", "answer.yes": "Yes"})
    text = library.po("en").read_text(encoding="utf-8")
    comment = "# reviewed: Ann Lee; 2026-11-23\n"
    for entry in ("place.toilet", "place.shelter"):
        start = text.rindex("\n\n", 0, text.index(f'msgctxt "{entry}"')) + 2
        text = text[:start] + comment + text[start:]
    library.po("en").write_text(text.replace("#, fuzzy\n", ""), encoding="utf-8")
    library.write("entries/places.toml", _entries(library).replace("避難所《ひなんじょ》", "避難所《ひなんじょ》の"))
    catalogue = library.open()
    toilet = catalogue.text("place.toilet", "en")
    assert toilet is not None
    assert (toilet.review, toilet.reviewer, toilet.reviewed_on) == (Review.REVIEWED, "Ann Lee", "2026-11-23")
    for entry in ("place.shelter", "answer.yes"):  # changed Japanese; no reviewer
        phrase = catalogue.text(entry, "en")
        assert phrase is not None
        assert (phrase.review, phrase.reviewer) == (Review.UNREVIEWED, "")
    assert catalogue.coverage("en") == (3, 5, 1)
    assert catalogue.coverage("ja") == (5, 5, 0)
    assert catalogue.coverage("th") == (0, 5, 0)


def _entries(library: Folders) -> str:
    return (library.resources / "library/entries/places.toml").read_text(encoding="utf-8")


def test_a_changed_source_is_compiled_again_and_only_then(library: Folders) -> None:
    library.open()
    assert is_current(library.resources, library.translations, library.compiled)
    before = (library.compiled / "structure.json").stat().st_mtime_ns
    library.open()
    assert (library.compiled / "structure.json").stat().st_mtime_ns == before
    library.translate("vi", {"answer.yes": "Có"})
    assert not is_current(library.resources, library.translations, library.compiled)
    phrase = library.open().text("answer.yes", "vi")
    assert phrase is not None
    assert phrase.text == "Có"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"languages": 3}', b'{"answer.yes": ["x"]}'])
@pytest.mark.parametrize("name", ["structure.json", "entries.json", "language-ja.json", "search.json"])
def test_a_damaged_compiled_file_is_made_again(library: Folders, name: str, damage: bytes) -> None:
    library.open()
    (library.compiled / name).write_bytes(damage)
    catalogue = library.open()
    assert catalogue.text("answer.yes", "ja") is not None
    assert catalogue.entries["answer.yes"].id == "answer.yes"
    assert catalogue.search_keys["ja"]
    assert catalogue.problems == ()


def test_a_damaged_or_missing_compiled_file_without_sources_is_left_out_and_reported(
    library: Folders, tmp_path: Path
) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    library.open()
    (library.compiled / "language-en.json").write_bytes(b"{")
    (library.compiled / "language-vi.json").unlink()
    catalogue = open_catalogue(tmp_path / "no", tmp_path / "neither", library.compiled)
    assert catalogue.text("answer.yes", "ja") is not None
    assert catalogue.text("answer.yes", "en") is None
    assert catalogue.text("answer.yes", "vi") is None
    found = [(problem.code, problem.file) for problem in catalogue.problems]
    assert found == [("compiled-corrupt", "language-en.json"), ("compiled-corrupt", "language-vi.json")]


def test_nothing_at_all_is_an_empty_library(tmp_path: Path) -> None:
    catalogue = open_catalogue(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert not catalogue.entries
    assert not catalogue.search_keys
    assert {problem.code for problem in catalogue.problems} == {"compiled-corrupt"}


def test_a_folder_that_cannot_be_written_is_said_and_does_no_harm(library: Folders) -> None:
    (library.root / "cache").write_text("a file where the folder should be")
    catalogue = library.open()
    assert catalogue.text("answer.yes", "ja") is not None
    assert [problem.code for problem in catalogue.problems] == ["compiled-unwritable"]


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (b'msgid ""\nmsgstr ""\n\nmsgctxt "answer.yes"\nmsgid "x"\nmsgstr "cut off', 6),
        (b'msgid ""\nmsgstr ""\n<<<<<<< HEAD\n', 3),
        (b'msgid ""\nmsgstr "\xff"\n', 2),
        (b'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "b"\n\nmsgid "c"\nmsgstr "d"\n', None),
    ],
)
def test_a_broken_translation_leaves_out_its_language_only(library: Folders, damage: bytes, line: int | None) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    library.translate("vi", {"answer.yes": "Có"})
    library.po("vi").write_bytes(damage)
    catalogue = library.open()
    assert catalogue.text("answer.yes", "vi") is None
    assert catalogue.text("answer.yes", "en") is not None
    (problem,) = catalogue.problems
    assert (problem.code, problem.file) == ("broken-translation", "vi/LC_MESSAGES/library.po")
    assert line in (problem.line, None)
    assert "vi/LC_MESSAGES/library.po" in describe_problem(problem)
    assert library.open().problems == (problem,)  # also from the compiled form


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("entries/more.toml", "[[entry]\nid = 1", "broken-structure"),
        ("entries/more.toml", '[[entry]]\nid = "x"\nkind = "nonsense"\nja = "x"\nnote = "n"\n', "broken-table"),
        ("entries/more.toml", '[[entry]]\nid = "x"\nkind = "word"\nnote = "n"\n', "broken-table"),
        ("entries/more.toml", 'entry = ["x"]', "broken-table"),
        ("entries/more.toml", '[[entry]]\nid = "answer.yes"\nkind = "word"\nja = "x"\nnote = "n"\n', "duplicate-id"),
        ("situations.toml", "=", "broken-structure"),
        ("packs.toml", "[[pack]]\n", "broken-table"),
        ("languages.toml", '[[language]]\ntag = "xx-nonsense"\nwave = 1\n', "broken-structure"),
        ("languages.toml", "[[language]]\nwave = 1\n", "broken-structure"),
    ],
)
def test_broken_structure_leaves_out_that_file_or_table_only(library: Folders, name: str, text: str, code: str) -> None:
    library.write(name, text)
    catalogue = library.open()
    assert catalogue.text("answer.yes", "ja") is not None
    assert [(problem.code, problem.file) for problem in catalogue.problems] == [(code, name)]
    assert name in describe_problem(catalogue.problems[0])


def test_a_missing_language_is_a_problem_only_in_the_first_wave(library: Folders) -> None:
    languages = (library.resources / "library/languages.toml").read_text(encoding="utf-8")
    library.write("languages.toml", languages.replace('tag = "en"\nwave = 2', 'tag = "en"\nwave = 1'))
    assert [(p.code, p.file) for p in library.open().problems] == [("missing", "en/LC_MESSAGES/library.po")]


def test_start_up_imports_nothing_slow(library: Folders) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    library.open()
    code = f"""
import json, sys
from pathlib import Path
from disaster_support.content.catalogue import open_catalogue
from disaster_support.content.search import search
root = Path({str(library.root)!r})
catalogue = open_catalogue(root / "resources", root / "translations", root / "cache" / "library")
assert search(catalogue, "yes") and search(catalogue, "hai")
print(json.dumps([name for name in ("babel", "tomllib", "jaconv", "difflib", "tempfile") if name in sys.modules]))
"""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
