from collections.abc import Callable
from pathlib import Path

import pytest

from disaster_support.content.checks import CheckReport, check_files
from disaster_support.content.glossary import read_rules
from disaster_support.content.reference import read_concepts
from disaster_support.content.structure import read_sources
from disaster_support.errors import UserError
from tests.unit.content.small_library import Folders

ROOT = Path(__file__).parents[3]
CONCEPTS = """
[[concept]]
en = ["shelter", "refuge"]
entry = "place.shelter"

[[concept]]
en = ["yes"]
term = "はい"

[[concept]]
en = ["toilet"]
entry = "place.toilet"
within = true
"""
Compare = Callable[..., CheckReport]


@pytest.fixture
def compare(library: Folders, tmp_path: Path) -> Compare:
    library.write("negation.toml", 'ja = ["禁"]')
    library.write("reference.toml", CONCEPTS)

    def run(*rows: tuple[str, str, str]) -> CheckReport:
        table = tmp_path / "terms.tsv"
        lines = ["concept_en\tlang\tterm\tsource", *("\t".join((*row, "somebody")) for row in rows)]
        table.write_text("\n".join(lines), encoding="utf-8")
        return check_files(library.resources, library.translations, reference=table)

    return run


def found(report: CheckReport) -> list[tuple[str, str, str]]:
    return [(fault.code, fault.language, fault.entry) for fault in report.faults]


def test_a_term_that_nobody_else_uses_is_found(library: Folders, compare: Compare) -> None:
    library.translate("en", {"place.shelter": "Shelter"})
    library.translate("vi", {"place.shelter": "Nhà"})
    report = compare(("shelter", "en", "shelter"), ("shelter", "vi", "Nơi lánh nạn"), ("refuge", "vi", "Nơi trú ẩn"))
    assert found(report) == [("reference", "vi", "place.shelter")]
    assert report.faults[0].detail == "Nhà; elsewhere Nơi lánh nạn | Nơi trú ẩn"
    assert report.agreement == {"en": (1, 1), "vi": (0, 1)}


def test_one_of_several_is_enough_and_other_concepts_and_languages_are_passed_over(
    library: Folders, compare: Compare
) -> None:
    library.translate("vi", {"place.shelter": "Nơi trú ẩn"})
    rows = [("shelter", "vi", "Nơi lánh nạn"), ("refuge", "vi", "Nơi trú ẩn"), ("dragon", "vi", "rồng")]
    report = compare(*rows, ("shelter", "xx", "x"), ("shelter", "th", "ที่พักพิง"), ("shelter", "ja", "退避所"))
    assert (found(report), report.agreement) == ([], {"vi": (1, 1)})


@pytest.mark.parametrize(
    ("tag", "ours", "theirs"),
    [
        ("en", "Shelter", "SHELTER"),
        ("en", "Shelter (for a stay)", "shelter"),
        ("en", "Refuge / shelter", "shelter"),
        ("zh-Hans", "避难所", "避难所（临时）"),
        ("th", "ที่พัก พิง", "ที่พักพิง"),
        ("pt-BR", "Abrigos", "o abrigo"),
    ],
)
def test_case_brackets_articles_and_plurals_make_no_difference(
    library: Folders, compare: Compare, tag: str, ours: str, theirs: str
) -> None:
    library.translate(tag, {"place.shelter": ours})
    assert compare(("shelter", tag, theirs)).agreement == {tag: (1, 1)}


@pytest.mark.parametrize(
    ("tag", "ours", "theirs"), [("vi", "Nơi trú ẩn", "Nơi tru ân"), ("pt-BR", "Abrigo", "Albergue"), ("my", "က", "ခ")]
)
def test_accents_and_other_words_do(library: Folders, compare: Compare, tag: str, ours: str, theirs: str) -> None:
    library.translate(tag, {"place.shelter": ours})
    assert compare(("shelter", tag, theirs)).agreement == {tag: (0, 1)}


def test_a_term_is_looked_for_in_a_sentence_where_the_concept_says_so(library: Folders, compare: Compare) -> None:
    library.translate("en", {"place.toilet": "Where is the toilet?", "place.shelter": "The long shelter"})
    library.translate("th", {"place.toilet": "ห้องน้ำอยู่ที่ไหน"})
    rows = [("toilet", "en", "toilet"), ("toilet", "th", "ห้องน้ำ"), ("shelter", "en", "shelter")]
    assert compare(*rows).agreement == {"en": (1, 2), "th": (1, 1)}
    assert compare(("toilet", "en", "oilet")).agreement == {"en": (0, 1)}  # inside a word is another word


def test_glossary_terms_are_compared_too_and_a_comment_explains_a_difference(
    library: Folders, compare: Compare
) -> None:
    library.translate("en", {"place.shelter": "Hall", "answer.yes": "Yes"})
    path = library.po("en").with_name("glossary.po")
    path.write_text('msgctxt "yes"\nmsgid "はい"\nmsgstr "yes | yeah"\n', encoding="utf-8")
    rows = [("shelter", "en", "shelter"), ("yes", "en", "aye")]
    assert found(compare(*rows)) == [("reference", "en", "place.shelter"), ("reference", "en", "glossary:yes")]
    assert compare(("yes", "en", "Yeah")).agreement == {"en": (1, 1)}
    reason = "# check-ok: reference said so here\n"
    path.write_text(reason + path.read_text(encoding="utf-8"), encoding="utf-8")
    library.edit_po("en", '#, fuzzy\nmsgctxt "place.shelter"', reason + '#, fuzzy\nmsgctxt "place.shelter"')
    report = compare(*rows)
    assert (found(report), report.agreement) == ([], {"en": (0, 2)})
    assert [waiver.reason for waiver in report.waived] == ["said so here", "said so here"]


@pytest.mark.parametrize("text", ["concept_en\tlang\nyes\ten", "en,ja", "concept_en\tlang\tterm\nyes\ten\tyes\tx\ty"])
def test_a_table_that_is_none_is_refused(library: Folders, compare: Compare, tmp_path: Path, text: str) -> None:
    table = tmp_path / "other.tsv"
    table.write_text(text + "\n1\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"other\.tsv is no table of terms"):
        check_files(library.resources, library.translations, reference=table)


def test_a_table_or_mapping_that_cannot_be_read_is_said(library: Folders, compare: Compare, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.tsv cannot be read"):
        check_files(library.resources, library.translations, reference=tmp_path / "none.tsv")
    library.write("reference.toml", "[[concept]]\nentry = 3")
    with pytest.raises(UserError, match=r"reference\.toml cannot be read"):
        compare(("yes", "en", "yes"))


def test_every_concept_is_in_the_real_library() -> None:
    resources, translations = ROOT / "resources", ROOT / "translations"
    concepts = read_concepts(resources / "library" / "reference.toml")
    entries = read_sources(resources / "library").structure.entries
    terms = read_rules(resources, translations, ["en"]).terms("en")
    names = [name for concept in concepts for name in concept.names]
    assert len(names) == len(set(names)) >= 60
    assert [one for one in concepts if bool(one.entry) is bool(one.term)] == []
    assert [one.entry for one in concepts if one.entry and one.entry not in entries] == []
    assert [one.term for one in concepts if one.term and one.term not in terms] == []
