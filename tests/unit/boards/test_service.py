import pytest

from disaster_support.changes import Change
from disaster_support.errors import UserError
from disaster_support.features.boards.model import Speaker


def tags(tiles):
    return [tile.language.tag for tile in tiles]


def test_every_language_stands_on_the_language_board(service):
    tiles = service.language_tiles()
    assert tags(tiles) == ["ja", "en", "vi", "ar"]
    assert tiles[2].language.autonym == "Tiếng Việt"


def test_languages_used_here_come_first(service):
    service.choose_languages(["vi"])
    service.choose_languages(["ar"])
    assert tags(service.language_tiles()) == ["ar", "vi", "ja", "en"]


@pytest.mark.parametrize("text", ["ベトナム", "べとなむ", "tiếng", "tieng viet", "VIETNAMESE", "vi"])
def test_a_language_is_found_by_any_of_its_names(service, text):
    assert "vi" in tags(service.language_tiles(text))


def test_a_language_that_nobody_speaks_is_not_found(service):
    assert service.language_tiles("klingon") == ()


def test_i_speak_names_the_language_itself(service):
    assert service.i_speak("vi").text == "Tôi nói tiếng Việt."
    assert service.i_speak("en") is None


def test_only_languages_with_more_than_their_name_have_boards(service):
    assert {tile.language.tag for tile in service.language_tiles() if tile.has_boards} == {"ja", "en", "vi"}


def test_boards_without_tiles_are_left_out(service):
    boards = service.boards(["vi"])
    assert [board.situation for board in boards] == ["language", "needs"]
    assert boards[1].title.japanese.text == "ほしい物"


def test_a_board_shows_the_languages_in_the_order_chosen(service):
    tiles = service.board("needs", ["vi", "en"]).tiles
    assert [tile.entry for tile in tiles] == ["needs.water", "needs.ask", "yes", "no"]
    assert list(tiles[0].phrases) == ["vi", "en"]
    assert tiles[0].japanese.ruby


def test_a_text_that_is_missing_in_every_language_is_shown_in_english(service):
    tile = service.board("needs", ["ar"]).tiles[0]
    assert {tag: phrase.text for tag, phrase in tile.phrases.items()} == {"en": "I need water."}


def test_a_question_has_its_answers_as_tiles(service):
    question = service.board("needs", ["vi"]).tiles[1]
    assert [answer.entry for answer in question.answers] == ["needs.water", "yes", "no"]
    assert question.answers[2].phrases["vi"].text == "Không"


def test_whose_line_it_is(service):
    tiles = service.board("needs", ["vi"]).tiles
    assert [tile.speaker for tile in tiles[:3]] == [Speaker.EVACUEE, Speaker.STAFF, Speaker.BOTH]


def test_what_nobody_checked_is_known(service):
    assert service.board("needs", ["vi", "ja"]).tiles[0].unreviewed == ("vi",)


def test_a_board_that_does_not_exist_is_a_sentence(service):
    with pytest.raises(UserError):
        service.board("moon", [])


@pytest.mark.parametrize("text", ["水", "みず", "mizu", "nước", "nuoc", "water"])
def test_tiles_are_found_in_every_language(service, text):
    assert service.search_tiles(text, ["vi"])[0].entry == "needs.water"


@pytest.mark.parametrize("text", ["氾濫危険警報", "氾濫危険情報", "洪水予報"])
def test_an_alert_is_found_by_its_names_old_and_new_and_tells_them(service, text):
    (tile,) = service.search_tiles(text, ["vi"])
    assert tile.japanese.text == "氾濫危険警報（2026年5月28日から。前の名前：氾濫危険情報、洪水予報）"
    assert tile.japanese.ruby[0].reading == "はんらん"
    assert "signs" not in [board.situation for board in service.boards(["vi"])]


def test_signs_are_not_found_among_tiles(service):
    assert service.search_tiles("出口", ["vi"]) == ()


def test_chosen_languages_are_kept_and_announced(service, reopen):
    heard = []
    service._changes.listen(heard.append)
    assert service.choose_languages(["vi", "en", "vi", "ar", "ja"]) == ("vi", "en", "ar")
    assert heard == [Change.BOARD_LANGUAGES]
    assert reopen().chosen_languages() == ("vi", "en", "ar")


def test_what_is_spoken_is_remembered_though_the_board_shows_another(service):
    service.choose_languages(["en"], spoken=["ar"])
    assert tags(service.language_tiles())[:2] == ["ar", "en"]
    assert service.chosen_languages() == ("en",)
