"""What ships, printed: nothing cut, no letter that no font has, hand-outs and cards on one page each."""

from datetime import date
from pathlib import Path

import pytest

from disaster_support.documents.model import Document, Page, TextBox
from disaster_support.features.training.folder import list_folder
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.model import Course
from disaster_support.features.training.paper.handout import build_handout
from disaster_support.features.training.paper.kit import CoursePaper
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.features.training.paper.role_cards import build_role_cards
from disaster_support.printing import render_pdf

MATERIALS = load_materials(Path(__file__).resolve().parents[3] / "resources")
LANGUAGES = (
    "en",
    "vi",
    "ne",
    "my",
    "km",
    "th",
    "zh-Hans",
    "zh-Hant",
    "pt-BR",
    "ko",
    "id",
    "fil",
    "es",
    "mn",
    "ja-simple",
)
LEAST_PT = 7.0  # of what is read; the footer of a half sheet is smaller


def build_nothing(catalogue, id_, languages, paper, measurer, /, *, printed_on=None):
    return Document(id_, "ja", (Page(paper.width_mm, paper.height_mm, ()),))


def make_kit(catalogue, typesetter, language, plan):
    return CoursePaper(Course("", plan, 2026), MATERIALS, catalogue, typesetter, language, date(2026, 11, 23))


def check(document, typesetter):
    """Draw it, which fails where a text does not fit; see that every letter is there and large enough."""
    assert render_pdf(document, typesetter).startswith(b"%PDF")
    for page in document.pages:
        for box in (item for item in page.items if isinstance(item, TextBox)):
            assert not typesetter.find_missing_characters(box.text), box.text.string
            assert box.size_pt >= LEAST_PT or box.y_mm > page.height_mm - 20 or box.color != "#1a1a1a", box


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("template", MATERIALS.templates)
def test_every_paper_of_every_template_prints(template, language, real, real_typesetter):
    kit = make_kit(real, real_typesetter, language, MATERIALS.templates[template])
    for part in list_folder(kit, [], Sheets(build_nothing, build_nothing)):
        if not part.name[3:].startswith("signs"):
            check(part.build(), real_typesetter)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("handout", MATERIALS.handouts)
def test_every_handout_is_one_page(handout, language, real, real_typesetter):
    kit = make_kit(real, real_typesetter, language, next(iter(MATERIALS.templates.values())))
    document = build_handout(kit, MATERIALS.handouts[handout])
    assert len(document.pages) == 1
    check(document, real_typesetter)


@pytest.mark.parametrize("scene", MATERIALS.scenes)
def test_every_scene_has_its_cards_in_all_languages_of_shelters(scene, real, real_typesetter):
    kit = make_kit(real, real_typesetter, "ja", next(iter(MATERIALS.templates.values())))
    document = build_role_cards(kit, MATERIALS.scenes[scene], LANGUAGES)
    assert len(document.pages) == -(-(2 + len(LANGUAGES)) // 2)  # two cards on a sheet: none goes on to another
    said = {item.text.string for page in document.pages for item in page.items if isinstance(item, TextBox)}
    for tag in ("ja", *LANGUAGES):
        assert {real.text(line, tag).text for line in MATERIALS.scenes[scene].evacuee} <= said
    check(document, real_typesetter)
