"""Plan, checklist, injects and evaluation guide."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.bilingual import Bilingual
from disaster_support.documents.model import Pictogram, TextBox
from disaster_support.features.drills.materials import load_drills
from disaster_support.features.drills.model import ChecklistItem, Inject, Objective, Phase, Rating
from disaster_support.features.drills.paper.checklist import build_checklist
from disaster_support.features.drills.paper.evaluation import build_evaluation_guide
from disaster_support.features.drills.paper.injects import build_injects
from disaster_support.features.drills.paper.plan import build_drill_plan
from disaster_support.i18n import use_language
from disaster_support.printing import render_pdf
from tests.helpers.drill_reports import make_drill
from tests.helpers.drills import RESOURCES, make_inject, make_item, make_plan

PLANS = load_drills(RESOURCES)
BUILDERS = (build_drill_plan, build_checklist, build_injects, build_evaluation_guide)


def texts_of(document):
    return [item.text.string for page in document.pages for item in page.items if isinstance(item, TextBox)]


@pytest.mark.parametrize("plan", PLANS.values(), ids=list(PLANS))
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_template_prints_whole(plan, language, tmp_path, real_typesetter):
    use_language(language, tmp_path)
    for build in BUILDERS:
        render_pdf(build(plan, real_typesetter), real_typesetter)  # raises where a text does not fit
    said = set(texts_of(build_checklist(plan, real_typesetter)))
    assert {item.done.say(language) for item in plan.item} <= said
    assert {inject.expected.say(language) for inject in plan.inject} <= set(
        texts_of(build_injects(plan, real_typesetter))
    )


def test_plan_says_everything_that_was_planned(real_typesetter):
    said = texts_of(build_drill_plan(make_drill(), real_typesetter))
    for words in ("Try the desk", "An earthquake", "First gymnasium", "City", "Nobody runs", "Director", "Begins"):
        assert words in said
    assert "2026-11-23 09:00–10:00" in said
    assert "09:20–10:00" in said


def test_template_has_minutes_where_a_drill_has_hours(real_typesetter):
    said = texts_of(build_drill_plan(make_plan(), real_typesetter))
    assert "60 minutes" in said
    assert "0:20–1:00" in said


def test_checklist_has_a_box_for_every_item_and_goes_on_counting(real_typesetter):
    document = build_checklist(make_drill(), real_typesetter)
    boxes = [item for page in document.pages for item in page.items if isinstance(item, Pictogram)]
    assert len(boxes) == 4
    said = texts_of(document)
    headings = ["Before the drill", "During the drill", "After the drill"]
    assert [text for text in said if text in headings] == headings
    assert [text for text in said if text in "1234"] == ["1", "2", "3", "4"]


def test_phase_without_items_has_no_heading(real_typesetter):
    plan = replace(make_plan(), item=(make_item("d1", Phase.DURING),))
    assert "Before the drill" not in texts_of(build_checklist(plan, real_typesetter))


def test_injects_stand_in_the_order_of_their_times(real_typesetter):
    said = texts_of(build_injects(make_drill(), real_typesetter))
    clocks = ["09:20", "09:30", "09:45"]
    assert [text for text in said if text in clocks] == clocks
    assert said.count("Desk") == 3  # the role, not its id
    assert "desk" not in said


def test_evaluation_guide_has_a_page_for_each_objective_with_what_serves_it(real_typesetter):
    plan = make_plan()
    late = replace(make_inject("i9", 75), text=Bilingual("停電", "The light fails"), objective="o2")
    document = build_evaluation_guide(replace(plan, inject=(late,)), real_typesetter)
    first, second = (texts_of(replace(document, pages=(page,))) for page in document.pages)
    assert "Register within 30 minutes" in first
    assert {"Ask for the language", "The light fails", "1:15"} <= set(second)
    assert "The light fails" not in first
    for said in (first, second):
        assert [text for text in said if text in set(Rating)] == ["P", "S", "M", "U"]
    assert first.count("Put up the desk") == 1  # what is done before the drill is not watched


def test_role_that_is_none_of_the_plan_stands_as_it_is(real_typesetter):
    plan = replace(make_plan(), inject=(replace(make_inject("i1", 1), to="消防団"),))
    assert "消防団" in texts_of(build_injects(plan, real_typesetter))


WORDS = st.builds(Bilingual, st.text(max_size=400), st.text(max_size=60))
LONG = st.sampled_from(["避難所" * 200, "Sammelstelle" * 60, "一\n" * 90])


@settings(max_examples=8, deadline=None)
@given(words=WORDS, long=LONG)
def test_whatever_is_planned_prints(words, long, real_typesetter):
    plan = replace(
        make_plan(),
        title=Bilingual(long),
        purpose=words,
        organisations=(words, Bilingual(long)),
        objective=(Objective("o1", Bilingual(long)),),
        item=(ChecklistItem("x", Phase.DURING, words, long, Bilingual(long), words, "o1"),),
        inject=(Inject("y", 700, Bilingual(long), words, long, words, "o1"),),
    )
    for build in BUILDERS:
        render_pdf(build(plan, real_typesetter), real_typesetter)
