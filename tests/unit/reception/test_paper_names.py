import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import Align
from disaster_support.features.reception.paper.languages import autonym
from disaster_support.features.reception.paper.names import language_of_name, left_of, print_name
from disaster_support.lists.languages import language_name


@pytest.mark.parametrize(
    ("name", "spoken", "language"),
    [
        ("မသီတာ", ["en", "my"], "my"),
        ("राम बहादुर थापा", ["ne", "hi"], "ne"),
        ("राम बहादुर थापा", ["hi"], "hi"),
        ("李小龙", ["zh-Hans", "ja"], "zh-Hans"),
        ("李小龍", ["en", "zh-Hant"], "zh-Hant"),
        ("山田 太郎", [], "ja"),
        ("山田 太郎", ["en"], "ja"),
        ("やまだ", ["zh-Hans", "ja"], "ja"),
        ("김민수", [], "ko"),
        ("Nguyễn Thị Mai", ["vi"], "vi"),
        ("Nguyễn Thị Mai", ["xx", "pt_BR"], "pt-BR"),
        ("Батбаяр", ["ru", "mn"], "ru"),
        ("عبد الرحمن", ["ar"], "ar"),
        ("דוד", ["he"], "ja"),
        ("12", ["my"], "ja"),
        ("", [], "ja"),
    ],
)
def test_names_are_set_in_a_language_the_person_speaks_where_its_script_fits(name, spoken, language, real):
    assert language_of_name(name, spoken, real.languages) == language


def test_name_and_its_latin_spelling(real, real_typesetter):
    printed = print_name("သီတာ", "Thida", ["my"], real.languages, real_typesetter)
    assert (printed.main.string, printed.latin.string, printed.is_whole) == ("သီတာ", "Thida", True)


def test_same_spelling_stands_once(real, real_typesetter):
    assert print_name("Maria Silva", "MARIA SILVA", ["pt-BR"], real.languages, real_typesetter).latin is None


def test_name_that_no_font_has_stands_in_latin(real, real_typesetter):
    printed = print_name("བསྟན་འཛིན", "Tenzin", ["bo"], real.languages, real_typesetter)
    assert (printed.main.string, printed.latin, printed.is_whole) == ("Tenzin", None, False)


def test_name_that_cannot_be_set_at_all(real, real_typesetter):
    assert print_name("བསྟན་འཛིན", "", [], real.languages, real_typesetter).main is None


@settings(max_examples=200)
@given(name=st.text(max_size=40), latin=st.text(max_size=20), spoken=st.lists(st.text(max_size=12), max_size=3))
def test_whatever_is_printed_can_be_set(name, latin, spoken, real, real_typesetter):
    printed = print_name(name, latin, spoken, real.languages, real_typesetter)
    for text in (printed.main, printed.latin):
        if text:
            assert not real_typesetter.find_missing_characters(text)
            real_typesetter.measure(text, 10.0, 50.0)


def test_names_from_right_to_left_begin_beside_what_stands_at_their_left(real, real_typesetter):
    arabic = print_name("عبد", "", ["ar"], real.languages, real_typesetter).main
    assert left_of(arabic, real.languages) is Align.END
    burmese = print_name("သီတာ", "", ["my"], real.languages, real_typesetter).main
    assert left_of(burmese, real.languages) is Align.START


def test_languages_call_themselves_what_their_speakers_read(real, real_typesetter):
    assert autonym("vi", real.languages, real_typesetter).string == "Tiếng Việt"
    assert autonym("pt_BR", real.languages, real_typesetter).language == "pt-BR"
    assert autonym("he", real.languages, real_typesetter).string == "עברית"
    assert autonym("bo", real.languages, real_typesetter).string == "チベット語"  # its own name cannot be set


def test_names_of_languages_that_the_library_lacks(real):
    assert language_name("vi", real.languages, "ja") == "ベトナム語"
    assert language_name("he", real.languages, "en") == "Hebrew"
    assert language_name("rhg", real.languages, "ja") == "ロヒンギャ語"
    assert language_name("qaa-x-unknown", real.languages, "en") == "qaa-x-unknown"
