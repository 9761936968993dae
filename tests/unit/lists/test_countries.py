from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.lists.countries import FREQUENT, country_name, list_countries, read_country


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("VN", "VN"),
        ("vn", "VN"),
        ("VNM", "VN"),
        ("ベトナム", "VN"),
        ("ﾍﾞﾄﾅﾑ", "VN"),
        ("ヴェトナム", "VN"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("Việt Nam", "VN"),
        ("ベトナム社会主義共和国", "VN"),
        ("ベトナム人", "VN"),
        ("ネパール国籍", "NP"),
        ("ネパール連邦民主共和国", "NP"),
        ("नेपाल", "NP"),
        ("フィリピン共和国", "PH"),
        ("フィリピン", "PH"),
        ("中国", "CN"),
        ("中華人民共和国", "CN"),
        ("韓国", "KR"),
        ("韓国籍", "KR"),
        ("대한민국", "KR"),
        ("北朝鮮", "KP"),
        ("台湾", "TW"),
        ("香港", "HK"),
        ("米国", "US"),
        ("アメリカ合衆国", "US"),
        ("USA", "US"),
        ("UK", "GB"),
        ("英国", "GB"),
        ("ミャンマー", "MM"),
        ("ビルマ", "MM"),
        ("Myanmar", "MM"),
        ("ブラジル連邦共和国", "BR"),
        ("Brasil", "BR"),
        ("インドネシア共和国", "ID"),
        ("タイ王国", "TH"),
        ("タイ", "TH"),
        ("スリランカ民主社会主義共和国", "LK"),
        ("バングラデシュ人民共和国", "BD"),
        ("パキスタン・イスラム共和国", "PK"),
        ("Россия", "RU"),
        ("The Philippines", "PH"),
        ("Republic of Korea", "KR"),
        ("ベトナム社会主義共和国国籍", "VN"),
        ("中国（台湾）", None),
        ("日本", "JP"),
        ("Japan", "JP"),
        ("コンゴ民主共和国", "CD"),
    ],
)
def test_a_country_is_known_by_its_names(typed, code):
    if code is None:
        with pytest.raises(UserError):
            read_country(typed)
    else:
        assert read_country(typed) == code


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("無国籍", "no country"),
        ("stateless", "no country"),
        ("韓国・朝鮮", "more than one"),
        ("朝鮮", "more than one"),
        ("Atlantis", "Atlantis"),
        ("EU", "EU"),
        ("XX", "XX"),
        ("", "known here"),
        ("共和国", "共和国"),
    ],
)
def test_what_names_no_country_is_refused(typed, says):
    with pytest.raises(UserError, match=says):
        read_country(typed)


@settings(deadline=None)  # names are loaded on the way
@given(st.text(max_size=12))
def test_any_text_is_a_country_or_a_sentence(text):
    with suppress(UserError):
        assert country_name(read_country(text), "en")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_listed_country_is_read_by_its_name(language):
    listed = list_countries(language)
    assert [code for code, _name in listed[:5]] == ["CN", "VN", "KR", "PH", "NP"]
    assert len(listed) == len(set(listed)) > 240
    assert set(FREQUENT) < {code for code, _name in listed}
    for code, name in listed:
        assert read_country(name) == code


def test_names_in_other_languages():
    assert country_name("VN", "vi") == "Việt Nam"
    assert country_name("CN", "zh-Hant") == "中國"
    assert country_name("NP", "ja-simple") == "ネパール"
    assert country_name("NP", "no such language") == "Nepal"
