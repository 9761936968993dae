import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.names import (
    NameOffer,
    check_kana,
    check_latin,
    clean_line,
    clean_phone,
    clean_text,
    scripts_of,
    split_names,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  山田　 太郎 ", "山田 太郎"),
        ("NGUYỄN Văn an", "NGUYỄN Văn an"),
        (unicodedata.normalize("NFD", "Nguyễn"), "Nguyễn"),
        ("神\ufa19", "神\ufa19"),  # two characters to a family register
        ("髙﨑", "髙﨑"),
        ("Ahmed\u202e evil\u202c", "Ahmed evil"),
        ("\ufeffAna\x00\x07", "Ana"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner is spelling
        ("ශ\u0dca\u200dරී", "ශ\u0dca\u200dරී"),
        ("Ana\u00a0\u2003Maria\n", "Ana Maria"),
        ("ﾔﾏﾀﾞ", "ﾔﾏﾀﾞ"),
        ("\ud800x", "x"),
    ],
)
def test_a_name_stays_as_it_was_typed(typed, kept):
    assert clean_line(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)


def test_a_note_keeps_its_lines():
    assert clean_text("one\r\n\r\n  two \u202e\n") == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("山田タロウ", {"Han", "kana"}),
        ("ﾀﾛｳ ー々", {"kana", "Han"}),
        ("Nguyễn 2", {"Latin"}),
        ("राम", {"Devanagari"}),
        ("김 Kim", {"Hangul", "Latin"}),
        ("12-3", set()),
    ],
)
def test_scripts(text, scripts):
    assert scripts_of(text) == scripts


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("山田太郎", NameOffer("山田太郎")),
        ("山田太郎（ヤマダ タロウ）", NameOffer("山田太郎", kana="ヤマダ タロウ")),
        ("山田太郎(やまだたろう)", NameOffer("山田太郎", kana="やまだたろう")),
        ("राम थापा / Ram Thapa", NameOffer("राम थापा", latin="Ram Thapa")),
        ("NGUYEN Van An", NameOffer("NGUYEN Van An", latin="NGUYEN Van An")),
        ("グエン・ヴァン・アン", NameOffer("グエン・ヴァン・アン", kana="グエン・ヴァン・アン")),
        ("ﾔﾏﾀﾞ", NameOffer("ﾔﾏﾀﾞ", kana="ヤマダ")),
        ("山田（兄）", NameOffer("山田（兄）")),
    ],
)
def test_a_name_is_offered_to_its_fields(typed, offer):
    assert split_names(typed) == offer


@given(st.text())
def test_an_offer_never_loses_a_name(text):
    offer = split_names(text)
    assert bool(offer.name) == bool(clean_line(text))


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("やまだ　たろう", "やまだ たろう"),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ"),
        ("グエン・ヴァン・アン", "グエン・ヴァン・アン"),
        ("ジョー", "ジョー"),
    ],
)
def test_a_reading_is_kana(typed, kana):
    assert check_kana(typed) == kana


@pytest.mark.parametrize("typed", ["山田", "Yamada", "ヤマダ1", ""])
def test_what_is_no_kana_is_refused(typed):
    with pytest.raises(UserError, match="not written in kana"):
        check_kana(typed)


@pytest.mark.parametrize(
    ("typed", "latin"),
    [("NGUYỄN Văn", "NGUYỄN Văn"), ("ＹＡＭＡＤＡ　Ｔａｒｏ", "YAMADA Taro"), ("O’Neil-Śmith Jr.", "O’Neil-Śmith Jr.")],
)
def test_a_latin_spelling_is_latin(typed, latin):
    assert check_latin(typed) == latin


@pytest.mark.parametrize("typed", ["山田", "Ram थापा", "12", ""])
def test_what_is_not_latin_is_refused(typed):
    with pytest.raises(UserError, match="Latin letters"):
        check_latin(typed)


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("０９０−１２３４−５６７８", "090-1234-5678"),
        ("090ー1234ー5678", "090-1234-5678"),
        (" 078（123）4567", "078(123)4567"),
        ("+81 90 1234", "+81 90 1234"),
        ("夫の携帯", "夫の携帯"),
    ],
)
def test_a_phone_number_has_plain_digits(typed, phone):
    assert clean_phone(typed) == phone
