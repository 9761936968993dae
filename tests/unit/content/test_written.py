from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.content.latin import spell_latin
from disaster_support.content.written import write_count, write_date, write_phone, write_time, write_typed
from disaster_support.ruby import find_kanji_without_reading, mark_ruby, parse_ruby, strip_ruby

TODAY = date(2026, 11, 23)
TAGS = ("ja", "ja-simple", "en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "th", "id", "ne", "my", "km")
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 4, 1), "｜4月《しがつ》｜1日《ついたち》（水曜日《すいようび》）"),
        (date(2026, 7, 8), "｜7月《しちがつ》｜8日《ようか》（水曜日《すいようび》）"),
        (date(2026, 9, 10), "｜9月《くがつ》｜10日《とおか》（木曜日《もくようび》）"),
        (date(2026, 11, 14), "11月《がつ》｜14日《じゅうよっか》（土曜日《どようび》）"),
        (date(2026, 11, 20), "11月《がつ》｜20日《はつか》（金曜日《きんようび》）"),
        (date(2026, 11, 24), "11月《がつ》｜24日《にじゅうよっか》（火曜日《かようび》）"),
        (date(2026, 11, 25), "11月《がつ》25日《にち》（水曜日《すいようび》）"),
        (date(2027, 1, 31), "2027年《ねん》1月《がつ》31日《にち》（日曜日《にちようび》）"),
    ],
)
def test_a_day_is_read_as_japanese_reads_it(day, written):
    assert write_date(day, "ja-simple", TODAY) == written


def test_japanese_for_staff_has_the_weekday_in_one_letter():
    assert write_date(date(2026, 11, 24), "ja", TODAY) == "11月《がつ》｜24日《にじゅうよっか》（火《か》）"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (time(15, 30), "午後《ごご》3時《じ》30分《ぷん》"),
        (time(4, 5), "午前《ごぜん》｜4時《よじ》5分《ふん》"),
        (time(19, 0), "午後《ごご》｜7時《しちじ》"),
        (time(9, 17), "午前《ごぜん》｜9時《くじ》17分《ふん》"),
        (time(0, 0), "午前《ごぜん》｜0時《れいじ》"),
        (time(12, 0), "昼《ひる》の12時《じ》"),
        (time(12, 48), "昼《ひる》の12時《じ》48分《ぷん》"),
    ],
)
def test_a_time_is_read_as_japanese_reads_it(moment, written):
    assert write_time(moment, "ja-simple") == written


@given(days, st.times())
def test_every_kanji_of_a_day_and_a_time_has_its_reading(day, moment):
    for tag in ("ja", "ja-simple"):
        assert find_kanji_without_reading(write_date(day, tag, TODAY)) == ""
        assert find_kanji_without_reading(write_time(moment, tag)) == ""


@given(days)
def test_the_year_stands_there_when_it_is_another(day):
    years = {
        "en": str(day.year),
        "th": str(day.year + 543),
        "ne": str(day.year).translate(str.maketrans("0123456789", "०१२३४५६७८९")),
    }
    for tag, year in years.items():
        assert (year in write_date(day, tag, TODAY)) == (day.year != TODAY.year)


@pytest.mark.parametrize("tag", [*TAGS, "mn", "ar", "fa", "ur", "ru"])
def test_a_time_and_a_telephone_number_never_break(tag):
    for written in (write_time(time(15, 30), tag), write_phone("03 1234 5678", tag)):
        assert not {" ", "\u202f", "-\n"} & set(written)


@pytest.mark.parametrize("tag", ["ar", "fa", "ur"])
def test_what_runs_from_left_to_right_is_kept_apart_from_what_does_not(tag):
    assert write_phone("03-1234-5678", tag) == "\u206803-1234-5678\u2069"
    assert write_typed("B棟 (B Tō)", tag) == "\u2068B棟 (B Tō)\u2069"
    assert write_time(time(9, 0), tag)[0] == "\u2068"


def test_numbers_have_the_digits_of_the_language_and_telephone_numbers_those_of_telephones():
    assert [write_count(1234, tag) for tag in ("en", "pt-BR", "ne", "my")] == ["1,234", "1.234", "१,२३४", "၁,၂၃၄"]
    assert write_phone("110", "my") == "110"


@pytest.mark.parametrize(
    ("marked", "latin"),
    [
        ("体育館《たいいくかん》", "Taiikukan"),
        ("第《だい》1体育館《たいいくかん》", "Dai 1 Taiikukan"),
        ("公民館《こうみんかん》のホール", "Kōminkan no Hōru"),
        ("食《た》べる所《ところ》", "Taberu Tokoro"),
        ("抹茶《まっちゃ》の部屋《へや》", "Matcha no Heya"),
        ("新橋《しんばし》", "Shinbashi"),
        ("トイレ（男性《だんせい》）", "Toire (Dansei)"),
        ("チェックイン", "Chekkuin"),
        ("体育館", ""),
        ("Gym A", ""),
    ],
)
def test_names_are_spelt_in_latin_letters(marked, latin):
    assert spell_latin(*parse_ruby(marked)) == latin


@given(st.text("体育館123あいう ホール（）", min_size=1, max_size=12), st.data())
def test_marks_come_back_as_they_were(text, data):
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    marked = text
    for start, end in reversed(pairs):
        marked = f"{marked[:start]}｜{marked[start:end]}《よみ》{marked[end:]}"
    plain, ruby = parse_ruby(marked)
    assert mark_ruby(plain, ruby) == marked
    assert strip_ruby(mark_ruby(plain, ruby)) == text
