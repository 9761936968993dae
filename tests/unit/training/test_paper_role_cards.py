from dataclasses import replace

import pytest

from disaster_support.documents.model import INK, TextBox
from disaster_support.documents.sheet import UNREVIEWED
from disaster_support.errors import UserError
from disaster_support.features.training.paper.role_cards import build_player_card, build_role_cards
from tests.helpers.course_papers import SCENE, make_paper

LANGUAGES = (
    "en",
    "vi",
    "ne",
    "my",
    "km",
    "th",
    "zh-Hans",
    "pt-BR",
    "ko",
    "id",
    "fil",
    "es",
    "mn",
    "zh-Hant",
    "ja-simple",
)


def boxes_of(page):
    return [item for item in page.items if isinstance(item, TextBox)]


def texts_of(page):
    return [box.text.string for box in boxes_of(page)]


@pytest.fixture(params=["ja", "en"])
def kit(request, real, real_typesetter):
    return make_paper(real, real_typesetter, request.param)


def test_crew_know_their_task_and_nothing_that_gives_the_scene_away(kit):
    sheet = build_role_cards(kit, SCENE, ["vi"]).pages[0]
    half = sheet.height_mm / 2
    crew, observer = (
        [box.text.string for box in boxes_of(sheet) if (box.y_mm < half) is upper] for upper in (True, False)
    )
    assert {kit.say(SCENE.crew), kit.say(SCENE.place), kit.say(SCENE.crew_tools[0])} <= set(crew)
    hidden = {kit.say(one) for one in (SCENE.title, SCENE.crew_goals[0], SCENE.debrief[0])}
    assert not hidden & set(crew)
    assert hidden <= set(observer)


def test_player_has_every_line_in_their_language_and_in_japanese(kit):
    page = build_player_card(kit, SCENE, "vi").pages[0]
    headings = ("roleplay.you_are", "roleplay.you_want", "roleplay.only_if_asked", "roleplay.stop_any_time")
    for entry in (*SCENE.evacuee, *headings):
        for tag in ("vi", "ja"):
            assert kit.catalogue.text(entry, tag).text in texts_of(page)


def test_lines_stand_under_their_headings(kit):
    said = texts_of(build_player_card(kit, SCENE, "vi").pages[0])

    def place(entry):
        return said.index(kit.catalogue.text(f"roleplay.{entry}", "vi").text)

    order = ("you_are", "lost_who", "lost_happened", "you_want", "lost_want", "only_if_asked", "lost_asked")
    assert sorted(order, key=place) == list(order)


def test_japanese_keeps_its_readings(kit):
    boxes = boxes_of(build_player_card(kit, SCENE, "vi").pages[0])
    who = kit.catalogue.text("roleplay.lost_who", "ja")
    assert [box.text.ruby for box in boxes if box.text.string == who.text] == [who.ruby]
    assert who.ruby


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_is_marked_unreviewed_and_takes_one_page(tag, kit):
    document = build_player_card(kit, SCENE, tag)
    assert len(document.pages) == 1
    assert UNREVIEWED in texts_of(document.pages[0])
    assert (
        min(box.size_pt for box in boxes_of(document.pages[0]) if box.text.language == tag and box.color == INK) >= 9.0
    )


def test_japanese_card_is_nobodys_translation(kit):
    said = texts_of(build_player_card(kit, SCENE, "ja").pages[0])
    assert UNREVIEWED not in said
    assert said.count(kit.catalogue.text("roleplay.lost_who", "ja").text) == 1


def test_language_without_the_texts_is_left_out_and_japanese_stands_in_for_all(kit):
    assert len(build_role_cards(kit, SCENE, ["vi", "tr"]).pages) == 2
    only = build_role_cards(kit, SCENE, ["tr"])
    assert len(only.pages) == 2
    assert kit.catalogue.text("roleplay.lost_who", "ja").text in texts_of(only.pages[1])


def test_scene_that_the_library_does_not_know(kit):
    with pytest.raises(UserError, match="no texts for the role-play"):
        build_player_card(kit, replace(SCENE, evacuee=("roleplay.nothing_who",)), "vi")
