"""A municipality's own corrections: laid over, kept through updates, reported when they are for another version."""

import subprocess
import sys
from pathlib import Path

import pytest

from disaster_support.content.catalogue import Catalogue, open_catalogue
from disaster_support.content.fingerprint import catalogue_path
from disaster_support.content.library import read_library
from disaster_support.content.model import Phrase, Review
from disaster_support.content.overlay import find_own, lay_over, read_overlay, write_corrections
from disaster_support.content.po import Translation
from disaster_support.content.problems import describe_problem
from disaster_support.content.store import is_current
from disaster_support.errors import UserError
from tests.unit.content.small_library import ENTRIES, Folders

YES = Translation("answer.yes", "はい", "Yes, please", reviewer="Ann Lee", reviewed_on="2026-11-23")
SHELTER = Translation("place.shelter", "避難所", "Refuge", fuzzy=True, reviewer="Ann Lee", reviewed_on="2026-11-23")


@pytest.fixture
def folder(library: Folders) -> Path:
    return library.root / "data" / "translations"


def correct(library: Folders, folder: Path, *corrections: Translation) -> None:
    write_corrections(folder, "en", corrections, ["place.toilet", "place.shelter", "place.keep_out", "answer.yes"])


def open_with(library: Folders, folder: Path) -> Catalogue:
    return open_catalogue(library.resources, library.translations, library.compiled, folder)


def text_of(catalogue: Catalogue, id_: str) -> Phrase:
    phrase = catalogue.text(id_, "en")
    assert phrase is not None
    return phrase


def test_corrections_stand_in_place_of_the_programs_texts(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes", "place.toilet": "Where is the toilet?"})
    correct(library, folder, YES, SHELTER)
    catalogue = open_with(library, folder)
    assert text_of(catalogue, "answer.yes") == Phrase("Yes, please", (), Review.REVIEWED, "Ann Lee", "2026-11-23")
    assert text_of(catalogue, "place.shelter") == Phrase("Refuge", (), Review.UNREVIEWED)
    assert text_of(catalogue, "place.toilet").text == "Where is the toilet?"
    assert catalogue.coverage("en") == (3, 5, 1)
    assert catalogue.problems == ()
    assert "Yes, please" not in library.po("en").read_text(encoding="utf-8")


def test_a_correction_is_seen_at_the_next_start_and_by_a_reload(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    catalogue = open_with(library, folder)
    assert text_of(catalogue, "answer.yes").text == "Yes"
    edition = catalogue.edition
    correct(library, folder, YES)
    assert not is_current(library.resources, library.translations, library.compiled, folder)
    catalogue.reload()
    assert text_of(catalogue, "answer.yes").text == "Yes, please"
    assert catalogue.edition != edition
    assert is_current(library.resources, library.translations, library.compiled, folder)
    assert text_of(open_with(library, folder), "answer.yes").text == "Yes, please"


def test_a_correction_outlives_a_new_text_of_the_program(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    correct(library, folder, YES)
    open_with(library, folder)
    library.translate("en", {"answer.yes": "Yep"})
    assert text_of(open_with(library, folder), "answer.yes").text == "Yes, please"


def test_a_correction_of_other_japanese_is_not_used_and_reported(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes", "place.shelter": "Shelter"})
    correct(library, folder, YES, SHELTER)
    library.write("entries/places.toml", ENTRIES.replace("避難所《ひなんじょ》", "避難場所《ひなんばしょ》"))
    read = read_library(library.resources, library.translations)
    overlay = read_overlay(folder, read)
    assert (set(overlay.used["en"]), set(overlay.outdated["en"])) == ({"answer.yes"}, {"place.shelter"})
    assert text_of(open_with(library, folder), "place.shelter").text == "Shelter"
    correct(library, folder, YES)  # what is outdated stays in the file, for when somebody looks at it
    assert set(read_overlay(folder, read).outdated["en"]) == {"place.shelter"}


def test_a_correction_of_an_entry_that_is_gone_is_reported(library: Folders, folder: Path) -> None:
    correct(library, folder, YES)
    library.write("entries/places.toml", ENTRIES.replace('id = "answer.yes"', 'id = "answer.yeah"'))
    read = read_library(library.resources, library.translations)
    assert set(read_overlay(folder, read).outdated["en"]) == {"answer.yes"}
    assert open_with(library, folder).text("answer.yes", "en") is None


def test_only_what_differs_is_the_municipalitys_own(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes, please", "place.shelter": "Refuge"})
    correct(library, folder, YES, SHELTER)
    read = read_library(library.resources, library.translations)
    overlay = read_overlay(folder, read)
    assert [one.entry for one in find_own(read, "en", overlay)] == ["answer.yes"]  # reviewed here, there not
    laid = lay_over(read, overlay)
    assert find_own(laid, "en", overlay) == []


def test_a_waived_fault_stays_waived(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    library.edit_po(
        "en", '#, fuzzy\nmsgctxt "answer.yes"', '# check-ok: terms a reason\n#, fuzzy\nmsgctxt "answer.yes"'
    )
    correct(library, folder, YES)
    read = read_library(library.resources, library.translations)
    assert lay_over(read, read_overlay(folder, read)).texts["en"]["answer.yes"].waivers == (("terms", "a reason"),)


def test_a_broken_file_is_named_and_costs_its_corrections_only(library: Folders, folder: Path) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    correct(library, folder, YES)
    path = catalogue_path(folder, "en")
    path.write_bytes(b'msgid ""\nmsgstr ""\n<<<<<<< HEAD\n')
    catalogue = open_with(library, folder)
    assert text_of(catalogue, "answer.yes").text == "Yes"
    (problem,) = catalogue.problems
    assert (problem.code, problem.file, problem.line) == ("broken-correction", str(path), 3)
    assert "corrections are not used" in describe_problem(problem)
    with pytest.raises(UserError, match="mend it"):
        correct(library, folder, YES)


def test_languages_that_the_library_has_not_are_left_alone(library: Folders, folder: Path) -> None:
    (folder / "xx").mkdir(parents=True)
    (folder / "note.txt").write_text("not a language")
    assert open_with(library, folder).problems == ()


def test_an_overlay_makes_no_start_import_more(library: Folders, folder: Path) -> None:
    correct(library, folder, YES)
    open_with(library, folder)
    places = [str(path) for path in (library.resources, library.translations, library.compiled, folder)]
    code = (
        "import sys; from pathlib import Path; from disaster_support.content.catalogue import open_catalogue;"
        f"assert open_catalogue(*map(Path, {places!r})).text('answer.yes', 'en').text == 'Yes, please';"
        "assert not {'babel', 'disaster_support.content.overlay'} & set(sys.modules)"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


def test_a_correction_without_the_forms_that_grammar_needs_now_is_not_used(library: Folders, folder: Path) -> None:
    slots = '\nslots = [{ name = "n", type = "count", least = 1, most = 9, counted = true }]\n'
    notice = '\n[[entry]]\nid = "place.water"\nkind = "notice"\nja = "{n}本《ほん》"\nnote = "Bottles."'
    library.write("entries/places.toml", ENTRIES + notice + slots)
    one = Translation("place.water", "{n}本", "{n} bottles")
    both = Translation("place.water", "{n}本", "{n} bottles", forms=("{n} bottle", "{n} bottles"))
    read = read_library(library.resources, library.translations)
    correct(library, folder, one)
    assert set(read_overlay(folder, read).outdated["en"]) == {"place.water"}
    assert open_with(library, folder).text("place.water", "en") is None
    correct(library, folder, both)
    assert text_of(open_with(library, folder), "place.water").forms == both.forms
