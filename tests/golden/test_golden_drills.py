"""Drills' papers against the ones that were looked at and found good; to renew them see `test_golden_documents`."""

import tomllib
from pathlib import Path

import pytest

from disaster_support import i18n
from disaster_support.features.drills.paper.checklist import build_checklist
from disaster_support.features.drills.paper.evaluation import build_evaluation_guide
from disaster_support.features.drills.paper.feedback_form import build_feedback_form
from disaster_support.features.drills.paper.injects import build_injects
from disaster_support.features.drills.paper.participation import build_participation_sheet
from disaster_support.features.drills.paper.plan import build_drill_plan
from disaster_support.features.drills.paper.report import build_report_document
from disaster_support.printing import Typesetter
from tests.golden.small_forms import open_small_forms
from tests.golden.test_golden_documents import check
from tests.helpers.drill_reports import make_drill, make_report
from tests.helpers.drills import make_plan

TEXTS = Path(__file__).parent / "feedback_texts.toml"
LANGUAGES = ("ja", "en", "vi", "km", "my")


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return open_small_forms(tmp_path_factory.mktemp("forms"), tomllib.loads(TEXTS.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def typesetter(library):
    return Typesetter(library.languages)


@pytest.fixture(params=["ja", "en"])
def language(request):
    i18n.use_language(request.param, Path("no catalogues"))  # what was planned is Japanese, words stay in English
    return request.param


@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("plan", build_drill_plan),
        ("checklist", build_checklist),
        ("injects", build_injects),
        ("evaluation", build_evaluation_guide),
    ],
)
def test_papers_of_a_drill(name, build, language, typesetter):
    check(f"drill-{name}-{language}", build(make_drill(), typesetter))


def test_template_has_no_day(typesetter):
    check("drill-template-checklist", build_checklist(make_plan(), typesetter))


def test_participation_sheet(library, typesetter):
    check("drill-participation", build_participation_sheet(make_drill(), library, LANGUAGES, typesetter))


def test_feedback_form(library, typesetter):
    check("drill-feedback", build_feedback_form(make_drill(), library, LANGUAGES, typesetter))


def test_report(language, library, typesetter):
    check(f"drill-report-{language}", build_report_document(make_report(), library, typesetter))
