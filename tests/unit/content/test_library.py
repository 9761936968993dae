"""The real library: every machine check is clean."""

from pathlib import Path

import pytest

from disaster_support.content.catalogues import update_catalogues
from disaster_support.content.checks import CheckReport, Probes, check_files
from disaster_support.content.model import Kind
from disaster_support.content.structure import read_sources
from disaster_support.features.reception.questions import QUESTIONS
from disaster_support.printing.pictograms import has_pictogram

ROOT = Path(__file__).parents[3]
RESOURCES, TRANSLATIONS = ROOT / "resources", ROOT / "translations"


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check_files(RESOURCES, TRANSLATIONS, Probes(has_pictogram=has_pictogram))


def test_the_library_has_no_faults(report: CheckReport) -> None:
    lines = [f"{fault.language} {fault.entry} {fault.code}: {fault.detail}" for fault in report.faults]
    assert not lines, "\n".join(lines)


def test_every_waiver_says_why(report: CheckReport) -> None:
    assert all(len(waiver.reason) > 5 for waiver in report.waived)


def test_the_catalogues_are_in_line_with_the_library() -> None:
    assert update_catalogues(RESOURCES, TRANSLATIONS, dry_run=True) == []


def test_every_question_of_the_card_is_a_line_of_the_form() -> None:
    structure = read_sources(RESOURCES / "library").structure
    form = structure.situations["form"]
    assert all(structure.entries[id_].kind is Kind.FORM for id_ in form.entries), "the form must have no board"
    asked = {id_ for one in QUESTIONS for id_ in (one.entry, one.detail, one.hint, *dict(one.options).values()) if id_}
    assert asked <= set(form.entries)
