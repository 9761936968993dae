"""What ships for courses holds together: templates, questions, hand-outs and scenes, in both languages."""

from collections import Counter
from dataclasses import fields, is_dataclass

import pytest

from disaster_support.bilingual import EMPTY, Bilingual
from disaster_support.content.model import Kind
from disaster_support.errors import UserError
from disaster_support.features.training.checking import check_plan
from disaster_support.features.training.materials import find_template, load_materials
from disaster_support.features.training.model import Means, Method
from disaster_support.features.training.words import MEANS, METHODS, TOPICS
from tests.unit.training.conftest import ROOT

MATERIALS = load_materials(ROOT / "resources")
TEMPLATES = list(MATERIALS.templates.values())


def _texts(value, where):
    """Return every bilingual text in what was loaded, with its place."""
    if isinstance(value, Bilingual):
        return [(where, value)]
    if isinstance(value, tuple):
        return [pair for place, one in enumerate(value, 1) for pair in _texts(one, f"{where}[{place}]")]
    if is_dataclass(value):
        return [pair for one in fields(value) for pair in _texts(getattr(value, one.name), f"{where}.{one.name}")]
    return []


def test_the_six_courses_ship_in_their_order():
    assert list(MATERIALS.templates) == [
        "fire-school-initial",
        "fire-school-specialist",
        "volunteer-fire-corps",
        "disaster-prevention-leaders",
        "municipal-easy-japanese",
        "shelter-staff",
    ]


@pytest.mark.parametrize("plan", TEMPLATES, ids=lambda plan: plan.id)
def test_everything_in_a_template_fits(plan, real):
    assert check_plan(plan, MATERIALS, real) == []
    assert sum(unit.lessons for unit in plan.unit) == plan.lessons
    for unit in plan.unit:
        assert sum(step.minutes for step in unit.step) == unit.lessons * plan.lesson_minutes, unit.id


@pytest.mark.parametrize("plan", TEMPLATES, ids=lambda plan: plan.id)
def test_a_template_can_be_taught_as_it_stands(plan):
    assert plan.trainees > 0
    assert plan.topics
    for unit in plan.unit:
        assert unit.goals, unit.id
        assert len(unit.content) >= 3, unit.id
        assert unit.tools, unit.id
        assert unit.materials, unit.id
        assert len(unit.step) >= 3, unit.id
        if unit.method is Method.ROLE_PLAY:
            assert len(unit.scenes) >= 2, unit.id
    assert len({goal.id for goal in plan.goal}) == len(plan.goal)
    assert len({unit.id for unit in plan.unit}) == len(plan.unit)


@pytest.mark.parametrize("kind", [field.name for field in fields(MATERIALS)])
def test_every_text_stands_in_both_languages(kind):
    shipped = getattr(MATERIALS, kind)
    texts = [pair for id_, one in shipped.items() for pair in _texts(one, id_)]
    assert texts
    assert [where for where, text in texts if not (text.ja.strip() and text.en.strip())] == []
    assert [where for where, text in texts if text.ja == text.en and not text.ja.isascii() and len(text.ja) > 1] == []


def test_a_text_that_is_missing_would_be_found():
    handout = next(iter(MATERIALS.handouts.values()))
    assert ("x.title", handout.title) in _texts(handout, "x")
    assert _texts((EMPTY,), "x") == [("x[1]", EMPTY)]


@pytest.mark.parametrize("folder", ["courses", "handouts", "scenes"])
def test_an_id_is_the_name_of_its_file(folder):
    names = {path.stem for path in (ROOT / "resources" / "training" / folder).glob("*.toml")}
    assert names == set(getattr(MATERIALS, "templates" if folder == "courses" else folder))


def test_the_bank_has_enough_questions_on_every_topic():
    by_topic = Counter(question.topic for question in MATERIALS.questions.values())
    assert sum(by_topic.values()) >= 120
    assert set(by_topic) == set(TOPICS)
    assert min(by_topic.values()) >= 12


def test_every_question_has_one_right_answer_and_an_explanation():
    for question in MATERIALS.questions.values():
        assert 3 <= len(question.choices) <= 4, question.id
        assert 1 <= question.right <= len(question.choices), question.id
        for language in ("ja", "en"):
            choices = [choice.say(language) for choice in question.choices]
            assert len(set(choices)) == len(choices), question.id
        assert question.why.ja.strip(), question.id
        assert question.id.startswith(f"{question.topic}-"), question.id
    asked = Counter(question.text.ja for question in MATERIALS.questions.values())
    assert [text for text, count in asked.items() if count > 1] == []


def test_no_id_of_a_question_stands_twice():
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "resources/training/questions").glob("*.toml"))
    assert text.count("[[question]]") == len(MATERIALS.questions)


def test_the_right_answer_stands_in_no_favourite_place():
    places = Counter(question.right for question in MATERIALS.questions.values() if len(question.choices) == 4)
    assert set(places) == {1, 2, 3, 4}
    assert max(places.values()) <= 0.4 * sum(places.values())


def test_scenes_name_entries_of_the_library_that_every_player_can_read(real):
    for scene in MATERIALS.scenes.values():
        assert 4 <= len(scene.evacuee) <= 7, scene.id
        for entry_id in scene.evacuee:
            assert real.get_entry(entry_id).kind is Kind.FORM, entry_id
            assert entry_id.startswith("roleplay."), scene.id
        assert len(set(scene.evacuee)) == len(scene.evacuee), scene.id


def test_every_hand_out_is_given_out_in_a_course():
    assert {one for plan in TEMPLATES for unit in plan.unit for one in unit.handouts} == set(MATERIALS.handouts)


def test_every_method_means_and_topic_has_its_words():
    assert (set(METHODS), set(MEANS)) == (set(Method), set(Means))
    for words in (METHODS, MEANS, TOPICS):
        assert all(text.ja and text.en for text in words.values())


def test_a_template_that_is_not_there_is_refused_with_those_that_are():
    assert find_template(MATERIALS, "shelter-staff").lessons == 6
    with pytest.raises(UserError, match=r"no course template “x”\. There are: fire-school-initial, "):
        find_template(MATERIALS, "x")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("courses/bent.toml", "title =", "Invalid value"),
        ("courses/bent.toml", 'id = "bent"', "title"),
        ("questions/bent.toml", '[[question]]\nid = "q"', "text"),
        ("scenes/bent.toml", "\udcff", "codec"),
    ],
)
def test_a_broken_file_is_named(tmp_path, name, text, sentence):
    path = tmp_path / "training" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UserError, match=sentence) as caught:
        load_materials(tmp_path)
    assert str(path) in str(caught.value)
