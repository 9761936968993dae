from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.languages_text import (
    leaves_form_open,
    read_languages,
    write_languages,
)
from disaster_support.features.reception.model import Level, SpokenLanguage
from disaster_support.lists.languages import read_language

SPOKEN = st.builds(
    SpokenLanguage,
    st.sampled_from(["vi", "ja", "zh-Hans", "zh-Hant", "pt-BR", "fil", "ja-simple", "si", "bn", "yue", "nan"]),
    st.none() | st.sampled_from(Level),
    st.sampled_from(["", "none", "Deva", "Latn"]),
)


def test_the_documented_line_is_read():
    assert read_languages("vi=interpreter;ja=slow") == (
        SpokenLanguage("vi", Level.INTERPRETER),
        SpokenLanguage("ja", Level.SLOW),
    )
    assert read_languages("ne=interpreter/Deva; en") == (
        SpokenLanguage("ne", Level.INTERPRETER, "Deva"),
        SpokenLanguage("en"),
    )
    assert read_languages("") == ()


@given(st.lists(SPOKEN, unique_by=lambda language: language.tag))
def test_what_is_written_is_read_again(languages):
    assert read_languages(write_languages(languages)) == tuple(languages)


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("VI", "vi"),
        ("vi-VN", "vi"),
        ("zh", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-PT"),
        ("tl", "fil"),
        ("si", "si"),
        ("ja@simple", "ja-simple"),
        ("yue", "yue"),
        ("ベトナム語", "vi"),
        ("ﾍﾞﾄﾅﾑ語", "vi"),
        ("ネパール語", "ne"),
        ("中国語", "zh-Hans"),
        ("中国語（繁体字）", "zh-Hant"),
        ("広東語", "yue"),
        ("ポルトガル語", "pt-BR"),
        ("タガログ語", "fil"),
        ("ビルマ語", "my"),
        ("ミャンマー語", "my"),
        ("シンハラ語", "si"),
        ("英語", "en"),
        ("やさしい日本語", "ja-simple"),
        ("Vietnamese", "vi"),
        ("vietnamese", "vi"),
        ("Tagalog", "fil"),
        ("Tiếng Việt", "vi"),
        ("नेपाली", "ne"),
        ("မြန်မာ", "my"),
        ("한국어", "ko"),
        ("Русский", "ru"),
        ("العربية", "ar"),
        ("বাংলা", "bn"),
        ("español", "es"),
        ("中文", "zh-Hans"),
    ],
)
def test_a_language_is_known_by_tag_and_name(typed, tag):
    assert read_language(typed) == tag


def test_several_names_on_a_line():
    assert [language.tag for language in read_languages("ベトナム語、英語")] == ["vi", "en"]
    assert [language.tag for language in read_languages("Vietnamese/English")] == ["vi", "en"]
    assert [language.tag for language in read_languages("ネパール語・ヒンディー語；英語")] == ["ne", "hi", "en"]
    assert read_languages("ベトナム語=要通訳,vi") == (SpokenLanguage("vi", Level.INTERPRETER),)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("klingonese", "klingonese"),
        ("xx", "xx"),
        ("-", "“-”"),
        ("?", "language"),
        ("vi=good", "good"),
        ("vi=slow/Xyz", "Xyz"),
    ],
)
def test_what_is_no_language_is_named(typed, says):
    with pytest.raises(UserError, match=says.replace("?", r"\?")):
        read_languages(typed)


def test_chinese_without_its_script_is_pointed_out():
    assert leaves_form_open("英語、中国語")
    assert leaves_form_open("pt=slow")
    assert not leaves_form_open("zh-Hant;zh_TW")


@settings(deadline=None)  # names are loaded on the way
@given(st.text(max_size=30))
def test_any_text_is_languages_or_a_sentence(text):
    with suppress(UserError):
        languages = read_languages(text)
        assert read_languages(write_languages(languages)) == languages
