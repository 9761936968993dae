"""Languages that the library lacks."""

import pytest

from disaster_support.features.reception.more_languages import describe_language, find_language, list_more_languages
from disaster_support.lists.languages import read_language


def test_every_language_of_the_list_can_be_written_into_the_register():
    languages = list_more_languages(("ja", "en", "zh-Hans", "pt-BR", "fil"))
    assert len(languages) > 250
    assert all(read_language(one.tag) == one.tag and one.autonym and one.name_ja for one in languages)
    tags = [one.tag for one in languages]
    assert len(tags) == len(set(tags))
    assert "so" in tags
    assert not {"ja", "en", "zh", "pt", "tl", "root"} & set(tags)


@pytest.mark.parametrize(
    ("tag", "autonym", "direction"),
    [
        ("so", "Soomaali", "ltr"),
        ("ckb", "کوردیی ناوەندی", "rtl"),
        ("am", "Amharic", "ltr"),
        ("tet", "Tetum", "ltr"),
    ],
)
def test_a_language_goes_by_its_own_name_where_the_program_can_draw_it(tag, autonym, direction):
    language = describe_language(tag)
    assert (language.autonym, language.direction) == (autonym, direction)


@pytest.mark.parametrize(("text", "tag"), [("ロヒンギャ語", "rhg"), ("Tetum", "tet"), ("so", "so")])
def test_what_staff_write_is_found(text, tag):
    assert find_language(text).tag == tag


def test_what_is_no_language_is_not():
    assert find_language("xyzzy") is None
