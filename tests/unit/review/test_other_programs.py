"""Our exports of the whole library open in the translate-toolkit, and its checks (those of pofilter) run clean.

Left out of its checks, because the source is Japanese:
- endpunc, startpunc, brackets, doublequoting, singlequoting, puncspacing: each language has its own marks where
  Japanese has full-width ones, and `content.punctuation` knows them;
- startcaps, simplecaps, sentencecount, long, short: Japanese has no capitals, and other lengths;
- numbers: 一人 and full-width digits are numbers too, which `check_meaning` knows;
- doublewords: how a translation reads is the reviewer's business;
- unchanged, untranslated, isfuzzy, isreview, hassuggestion: what is not translated or not reviewed goes out to be so;
- endwhitespace, doublespacing, startwhitespace in XLIFF: the toolkit leaves out placeholders, and gaps stay.
"""

from pathlib import Path

import pytest
from translate.filters import checks
from translate.storage.base import TranslationStore, TranslationUnit
from translate.storage.pypo import pofile
from translate.storage.xliff2 import Xliff2File

from disaster_support.content.library import Library, read_library
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import Translation
from disaster_support.content.review_file import make_review_file
from disaster_support.content.review_po import write_po
from disaster_support.content.tags import po_language
from disaster_support.content.xliff import write_xliff
from disaster_support.content.xliff_in import read_xliff

ROOT = Path(__file__).resolve().parents[3]
WAVE_1 = ("ja-simple", "en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "th", "id", "ne", "my", "km", "mn")
CHECKS = [
    *("accelerators", "acronyms", "blank", "compendiumconflicts", "credits", "emails", "escapes", "filepaths"),
    *("functions", "kdecomments", "newlines", "notranslatewords", "nplurals", "options", "printf", "purepunc"),
    *("pythonbraceformat", "simpleplurals", "tabs", "urls", "validchars", "variables", "xmltags"),
]
PO_CHECKS = [*CHECKS, "endwhitespace", "startwhitespace", "doublespacing"]


@pytest.fixture(scope="module")
def whole() -> Library:
    return read_library(ROOT / "resources", ROOT / "translations")


def run_checks(store: TranslationStore, tag: str, names: list[str]) -> list[tuple[str, str]]:
    config = checks.CheckerConfig(targetlanguage=tag.replace("-", "_"))
    config.sourcelanguage = SOURCE_LANGUAGE
    checkers = [
        one(checkerconfig=config, limitfilters=names) for one in (checks.StandardChecker, checks.StandardUnitChecker)
    ]
    filled = [unit for unit in store.units if not unit.isheader() and unit.target]
    return [(name_of(unit), name) for unit in filled for one in checkers for name in one.run_filters(unit)]


def name_of(unit: TranslationUnit) -> str:
    return str(unit.getcontext() or unit.getid())


def test_all_languages_of_the_first_wave_are_tried(whole: Library) -> None:
    languages = whole.structure.languages.values()
    assert [one.tag for one in languages if one.wave == 1 and one.tag != SOURCE_LANGUAGE] == [*WAVE_1]


@pytest.mark.parametrize("tag", WAVE_1)
def test_po_opens_and_its_checks_run_clean(tag: str, whole: Library) -> None:
    file = make_review_file(whole, tag, whole.structure.entries, "0.1.0+abc")
    store = pofile.parsestring(write_po(file))
    header = store.parseheader()
    assert header["Language"] == po_language(tag)
    assert header["Project-Id-Version"] == "disaster-support-library 0.1.0+abc"
    assert store.getheaderplural()[0] == str(len(plural_categories(tag)))
    units = [unit for unit in store.units if not unit.isheader()]
    assert [unit.getcontext() for unit in units] == list(whole.structure.entries)
    for unit, ours in zip(units, file.units, strict=True):
        assert str(unit.source) == ours.translation.source
        assert tuple(unit.target.strings if unit.hasplural() else [unit.target]) == _forms(ours.translation)
        assert unit.isfuzzy() == ours.translation.fuzzy
    assert run_checks(store, tag, PO_CHECKS) == []


@pytest.mark.parametrize("tag", WAVE_1)
def test_xliff_opens_and_its_checks_run_clean(tag: str, whole: Library) -> None:
    file = make_review_file(whole, tag, whole.structure.entries, "0.1.0+abc")
    store = Xliff2File.parsestring(write_xliff(file))
    assert (store.sourcelanguage, store.targetlanguage) == (SOURCE_LANGUAGE, tag)
    categories = plural_categories(tag)
    entries = whole.structure.entries.values()
    ids = [f"{one.id}:{category}" for one in entries if one.counted for category in categories]
    assert {unit.getid() for unit in store.units} == {*ids, *(one.id for one in entries if not one.counted)}
    assert [unit.getid() for unit in store.units if unit.istranslated()] == [u.getid() for u in store.units if u.target]
    assert run_checks(store, tag, CHECKS) == []


def test_what_the_toolkit_approves_and_changes_comes_back(whole: Library) -> None:
    id_ = next(iter(whole.structure.entries))
    store = Xliff2File.parsestring(write_xliff(make_review_file(whole, "vi", [id_], "1")))
    store.units[0].target = "Xin chào"
    store.units[0].markapproved()
    told = read_xliff(bytes(store)).units[0].translation
    assert (told.entry, told.text, told.fuzzy) == (id_, "Xin chào", False)


def _forms(translation: Translation) -> tuple[str, ...]:
    return translation.forms or (translation.text,)
