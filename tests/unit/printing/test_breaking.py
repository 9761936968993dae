"""Lines break where readers of each language expect it."""

import pytest

from disaster_support.printing.breaking import breaks_outside, line_breaks
from tests.helpers.languages import LANGUAGES


def pieces(tag: str, text: str) -> list[str]:
    ends = line_breaks(text, LANGUAGES[tag].line_break)
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("th", "ห้องน้ำ|อยู่|ที่ไหน"),
        ("lo", "ຫ້ອງ|ນ້ຳ|ຢູ່ໃສ"),
        ("km", "បន្ទប់ទឹក|នៅឯណា"),
        ("my", "အိမ်သာ|ဘယ်မှာလဲ"),  # particles lean on the word before them
        ("my", "ကျား/|မ"),  # the same letter at the end is a word: "male/female"
        ("my", "ဆေးလိပ်|မသောက်ရ။"),  # "not" stays with what is not to be done
        ("my", "ရေ၊ |ဂက်စ်"),  # a killed consonant ends a syllable
        ("km", "អ្នកមាន|អាឡែស៊ី|នឹង|អាហារ|អ្វី"),
        ("km", "ទន់ៗ|សម្រាប់|ទារក។"),
        ("km", "ចង់|ទៅ|ព្រលានយន្តហោះ។"),
        ("km", "អ្នក|អាច|ប្រើ|បានទេ?"),
        ("my", "အသံ|မက်ဆေ့ချ် |ချန်|ထား"),
        ("mn", "Гараа |угаана уу."),
        ("zh-Hant", "紅|色|的|紙：|請勿|進|入|建|築物"),  # no character alone on the last line
        ("es", "Aplicación |«Safety tips»"),
        ("th", "สึนามิ|กำลัง|มา"),
        ("th", "อาหาร|โคเชอร์"),
        ("ko", "화장실은 |어디에 |있습니까?"),
        ("en", "Where |is |the |toilet?"),
        ("en", "Free |Wi-Fi |here"),
        ("ar", "أين |المرحاض؟"),
    ],
)
def test_words_stay_whole(tag, words):
    assert pieces(tag, words.replace("|", "")) == words.split("|")


@pytest.mark.parametrize("tag", ["ja", "ja-simple", "zh-Hans", "zh-Hant"])
def test_no_line_begins_or_ends_with_what_may_not(tag):
    found = pieces(tag, "「避難所」は、ちゃんと「きゃく」へ。(水)もーっと、〜ください！「はい」ヶ月々。")
    assert not [piece for piece in found if piece[0] in "。、」)！ゃっー々" or piece[-1] in "「("]


def test_japanese_breaks_between_phrases():
    assert pieces("ja", "避難所はどこですか。") == ["避難所は", "どこですか。"]


@pytest.mark.parametrize(
    "words", ["ペットが|いなくなりました。", "カードを|なくしました。", "医者に|みてもらいたいです。"]
)
def test_japanese_breaks_after_particles_that_icu_overlooks(words):
    assert pieces("ja", words.replace("|", "")) == words.split("|")


@pytest.mark.parametrize(
    "words",
    [
        "押さえて|ください。",
        "アレルギーは|ありますか。",
        "駐車場",
        "入って|いません。",
        "静かに|して|ください。",
        "水を|よく|飲んで、|ときどき|体を|動かして|ください。",
        "歩くのを|手伝って|ください。",
        "食べられない|物は|ありますか。",
        "この|人を|探しています。",
        "壊れた|家",
        "一人で|いる|子どもが|います。",
        "飲み水",
        "看護師が|来ます。",
        "妊娠|何か月ですか。",
        "日にち",
        "〈水が|止まる|こと〉です。",
        "また|揺れる|かもしれません。",
        "お金を|申し込む",
    ],
)
def test_japanese_words_stay_whole(words):
    assert pieces("ja", words.replace("|", "")) == words.split("|")


def test_offsets_count_characters_outside_the_first_plane_once():
    assert line_breaks("\U0001f6bb \U0001f6bb", "en") == (2, 3)


def test_no_break_inside_a_reading():
    assert breaks_outside((1, 2, 3, 5), [(0, 3)]) == (3, 5)
