import pytest

from disaster_support.content.model import Kind, Phrase
from disaster_support.features.boards.model import Tile, choose_answer, newest_first, read_aloud, toggle_language
from disaster_support.ruby import parse_ruby


def tile(entry: str, kind: Kind, *answers: Tile) -> Tile:
    return Tile(entry, kind, "", Phrase(entry), {}, answers)


ILLNESS = tile(
    "illness",
    Kind.QUESTION,
    tile("no", Kind.ANSWER),
    tile("unknown", Kind.ANSWER),
    tile("heart", Kind.WORD),
    tile("asthma", Kind.WORD),
)


@pytest.mark.parametrize(
    ("pointed_at", "chosen"),
    [
        (["no"], ("no",)),
        (["no", "unknown"], ("unknown",)),
        (["no", "no"], ()),
        (["heart", "asthma"], ("heart", "asthma")),
        (["heart", "asthma", "heart"], ("asthma",)),
        (["no", "heart"], ("heart",)),
        (["heart", "asthma", "no"], ("no",)),
    ],
)
def test_words_stand_alone_and_things_add_up(pointed_at, chosen):
    now = ()
    for entry in pointed_at:
        now = choose_answer(ILLNESS, now, entry)
    assert now == chosen


def test_at_most_three_languages():
    assert toggle_language(("vi", "en"), "ar") == ("vi", "en", "ar")
    assert toggle_language(("vi", "en", "ar"), "ja") == ("vi", "en", "ar")
    assert toggle_language(("vi", "en", "ar"), "en") == ("vi", "ar")


def test_newest_first_names_each_once():
    assert newest_first(["b"], ["a", "b", "c"]) == ("b", "a", "c")


def test_a_voice_gets_kana():
    text, ruby = parse_ruby("避難所《ひなんじょ》はここです。水《みず》があります。")
    assert read_aloud(Phrase(text, ruby)) == "ひなんじょはここです。みずがあります。"
