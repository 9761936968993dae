"""Readings above any text: of words, and of numbers with their counters."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jaconv import kata2hira

from disaster_support.content.po import read_translations
from disaster_support.easy import add_readings
from disaster_support.easy.numbers import read_number
from disaster_support.easy.readings import KANJI, spread
from disaster_support.easy.tables import read_table
from disaster_support.easy.writing import write_aozora, write_brackets
from disaster_support.ruby import Ruby, parse_ruby, read_out

HERE = Path(__file__).parent
SENTENCES = tomllib.loads((HERE / "readings.toml").read_text(encoding="utf-8"))["sentences"]

_NUMBERS = """
1人=ひとり ２人=ふたり 三人=さんにん 14人=じゅうよにん 1,200人=1,200にん 1本=いっぽん
4本=よんほん 13本=じゅうさんぼん 100本=ひゃっぽん 何本=なんぼん 3分=さんぷん 8分=はっぷん
15分=じゅうごふん 三十分=さんじゅっぷん 1泊=いっぱく 3泊=さんぱく 1歳=いっさい 十歳=じゅっさい
二十歳=はたち 1冊=いっさつ 3足=さんぞく 1個=いっこ 3個=さんこ 6回=ろっかい 3回=さんかい 2日=ふつか
10日=とおか 十日=とおか 17日=じゅうしちにち 24日間=にじゅうよっかかん 9月=くがつ 4年=よねん
3年生=さんねんせい 12か月=じゅうにかげつ 1ヶ月=いっかげつ 2026年=2026ねん 1000円=1000えん
3万円=さんまんえん 203号室=にひゃくさんごうしつ 八つ=やっつ 3つ目=みっつめ 1世帯=いっせたい
2袋=ふたふくろ 3丁目=さんちょうめ 5時半=ごじはん 1日中=いちにちじゅう 30分後=さんじゅっぷんご
毎月1日=まいつきついたち 1日（日）=ついたち（にち）
"""


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_is_read_as_people_read_it(marked):
    text, by_hand = parse_ruby(marked)
    assert read_out(text, add_readings(text)) == read_out(text, by_hand)


@pytest.mark.parametrize(("written", "read"), [one.split("=") for one in _NUMBERS.split()])
def test_numbers_sound_with_their_counters(written, read):
    assert read_out(written, add_readings(written)) == read


def test_what_only_looks_like_a_number_is_a_word():
    assert read_out("一緒に十分休む", add_readings("一緒に十分休む")) == "いっしょにじゅうぶんやすむ"


def test_large_numbers_are_read_whole():
    assert read_number(0) == "ぜろ"
    assert read_number(13_806) == "いちまんさんぜんはっぴゃくろく"


def test_a_reading_stands_above_kanji_alone():
    assert add_readings("食べ物") == (Ruby(0, 1, "た"), Ruby(2, 3, "もの"))
    assert add_readings("カタカナと ひらがな") == ()


def test_kanji_that_nobody_can_read_stay_without_a_reading():
    assert add_readings("龘䨻") == ()


def test_every_word_of_our_own_can_be_spread_over_its_kanji():
    for word, reading in read_table("readings").items():
        spans = list(spread(word, reading, 0))
        assert kata2hira(read_out(word, spans)) == kata2hira(reading), word
        bases = [word[span.start : span.end] for span in spans]
        assert all(re.fullmatch(rf"[{KANJI}0-9]+", base) for base in bases), word


def test_readings_are_written_so_that_they_can_be_read_back():
    text = "避難所は1階の体育館入口です。\n食べ物は20日まで。"
    marked = write_aozora(text, add_readings(text))
    assert marked.startswith("避難所《ひなんじょ》は｜1階《いっかい》の体育館《たいいくかん》｜入口《いりぐち》です。")
    assert parse_ruby(marked) == (text, add_readings(text))


def test_readings_in_brackets_for_programs_without_ruby():
    assert write_brackets("1階に逃げます。", add_readings("1階に逃げます。")) == "1階（いっかい）に逃（に）げます。"


def test_the_library_is_read_as_its_writers_read_it():
    """Of its Easy Japanese texts without slots, read by hand, at least 97 in 100 are read alike, whole."""
    root = HERE.resolve().parents[2]
    texts = read_translations(root / "translations/ja-simple/LC_MESSAGES/library.po")
    marked = [text.text for text in texts.values() if "{" not in text.text]
    assert len(marked) >= 830
    alike = sum(read_out(*parse_ruby(one)) == _read_by_us(one) for one in marked)
    assert alike / len(marked) > 0.97


def _read_by_us(marked):
    text = parse_ruby(marked)[0]
    return read_out(text, add_readings(text))


_FAVOURITES = "避難所一階1２日人本分何数か月食べ物々〆ヶ龘𠮟😀方の。、\n 　《》｜〈〉aé\u0301ーソ令和なければならない"
TEXTS = st.text(st.sampled_from(_FAVOURITES) | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_readings_stay_apart_and_inside_the_text(text):
    readings = add_readings(text)
    assert all(0 <= ruby.start < ruby.end <= len(text) and ruby.reading for ruby in readings)
    assert all(one.end <= two.start for one, two in pairwise(readings))


def test_half_a_character_from_a_clipboard_is_survived():
    assert add_readings("避難所\ud83d") == (Ruby(0, 3, "ひなんじょ"),)
