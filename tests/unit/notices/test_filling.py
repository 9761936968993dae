from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.features.notices.filling import Filler
from disaster_support.features.notices.model import Place
from disaster_support.ruby import Ruby
from tests.unit.notices.values import VALUES

TODAY = date(2026, 11, 23)
WATER = {
    "litres": 3,
    "date": date(2026, 11, 24),
    "start": time(15),
    "end": time(17, 30),
    "place": Place(name="体育館《たいいくかん》"),
}


def guess(text):
    """Read nothing but one word."""
    start = text.find("市役所")
    return (Ruby(start, start + 3, "しやくしょ"),) if start >= 0 else ()


@pytest.fixture(scope="session")
def filler(notice_library):
    return Filler(notice_library.catalogue, TODAY, guess)


def fill(filler, values, tag, notice="water.supply"):
    return filler.fill(filler.catalogue.entries[notice], values, tag)


def test_each_language_writes_its_own_values(filler):
    texts = {tag: fill(filler, WATER, tag).text.split("\n") for tag in ("ja", "ja-simple", "en", "ne", "my", "th")}
    assert texts["ja"][1:] == ["日にち：11月24日（火）", "時間：15:00～17:30", "場所：体育館"]
    assert texts["ja-simple"][2] == "時間：午後3時～午後5時30分"
    assert texts["en"] == [
        "Water is given out, 3 litres each.",
        "Date: Tuesday, November 24",
        "Time: 3:00\u00a0PM – 5:30\u00a0PM",
        "Place: 体育館 (Taiikukan)",
    ]
    assert texts["ne"][:3] == ["पानी बाँडिन्छ। प्रति व्यक्ति ३ लिटर।", "मिति: नोभेम्बर २४, मङ्गलबार", "समय: १५:०० – १७:३०"]
    assert texts["my"][0] == "ရေ ဝေပါမည်။ တစ်ဦး ၃ လီတာ။"
    assert texts["th"][1] == "วันที่: วันอังคารที่ 24 พฤศจิกายน"


def test_the_noun_follows_the_number(filler):
    assert "1 litre each" in fill(filler, {**WATER, "litres": 1}, "en").text
    assert "2 litres each" in fill(filler, {**WATER, "litres": 2}, "en").text


def test_a_place_of_the_library_is_said_in_each_language(filler):
    values = {**WATER, "place": Place(entry="water.place")}
    assert fill(filler, values, "en").text.endswith("Place: Water point")
    assert fill(filler, values, "my").text.endswith("နေရာ - ရေဝေသည့်နေရာ")
    japanese = fill(filler, values, "ja")
    assert [japanese.text[one.start : one.end] for one in japanese.ruby][-2:] == ["水", "場所"]


def test_a_place_without_a_reading_gets_the_guessed_one(filler):
    values = {**WATER, "place": Place(name="市役所")}
    assert fill(filler, values, "ja").ruby[-1].reading == "しやくしょ"
    assert fill(filler, values, "en").text.endswith("市役所 (Shiyakusho)")


def test_how_a_person_is_called_is_not_guessed(filler):
    values = {"name": "市役所", "phone": "03-1234-5678", "bus": "市役所"}
    japanese = fill(filler, values, "ja", "people.missing")
    read = [japanese.text[one.start : one.end] for one in japanese.ruby]
    assert read.count("市役所") == 1
    assert "Name: 市役所\n" in fill(filler, values, "en", "people.missing").text
    assert (
        "Name: 山田花子 (Yamada Hanako)"
        in fill(filler, {"name": "山田《やまだ》花子《はなこ》"}, "en", "people.missing").text
    )


def test_right_to_left_texts_keep_numbers_and_names_whole(filler):
    text = fill(filler, {"name": "Kim", "phone": "03-1234-5678", "bus": "7"}, "ar", "people.missing").text
    assert "\u206803-1234-5678\u2069" in text
    assert "\u2068Kim\u2069" in text


def test_a_language_without_a_text_says_nothing(filler):
    assert fill(filler, {}, "my", "people.missing") is None


def test_how_far_a_text_can_be_trusted_stays_with_it(filler):
    phrase = filler.catalogue.text("water.supply", "en")
    assert fill(filler, WATER, "en").review is phrase.review


@given(st.data())
def test_filling_loses_no_reading_and_leaves_no_slot(filler, data):
    entry = filler.catalogue.entries[data.draw(st.sampled_from(["water.supply", "people.missing", "people.closing"]))]
    values = {slot.name: data.draw(VALUES[slot.type]) for slot in entry.slots}
    for tag in ("ja", "ja-simple", "en", "ar", "my"):
        source, filled = filler.catalogue.text(entry.id, tag), filler.fill(entry, values, tag)
        if source is None:
            continue
        assert filled is not None
        readings = iter(filled.text[one.start : one.end] + one.reading for one in filled.ruby)
        assert all(source.text[one.start : one.end] + one.reading in readings for one in source.ruby)
        assert all(0 <= one.start < one.end <= len(filled.text) for one in filled.ruby)
        typed = [value for value in values.values() if isinstance(value, str)] + [
            value.name for value in values.values() if isinstance(value, Place)
        ]
        if not any("{" in one for one in typed):
            assert not any("{" + slot.name + "}" in filled.text for slot in entry.slots)
