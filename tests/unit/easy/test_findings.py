"""What is found in notices as town halls write them, and that nothing is found in Easy Japanese."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings

from disaster_support.content.po import read_translations
from disaster_support.easy import analyse
from disaster_support.easy.model import KINDS, Level
from disaster_support.easy.tables import read_table
from disaster_support.ruby import parse_ruby
from tests.unit.easy.test_readings import TEXTS

ROOT = Path(__file__).resolve().parents[3]
TABLE = tomllib.loads((Path(__file__).parent / "notices.toml").read_text(encoding="utf-8"))


def found(text, *, spaces=False):
    """Return `kind: place` of every finding, missing spaces only where they are asked for."""
    return [f"{one.kind}: {one.text}" for one in analyse(text).findings if spaces or one.kind != "spaces"]


def suggested(text, kind):
    """Return what is suggested for the findings of a kind."""
    return [one.suggestion for one in analyse(text).findings if one.kind == kind]


@pytest.mark.parametrize("notice", TABLE["notice"], ids=lambda notice: notice["text"])
def test_a_notice(notice):
    assert found(notice["text"]) == notice["findings"]


@pytest.mark.parametrize("text", TABLE["clean"])
def test_easy_japanese_stays_clean(text):
    assert found(text, spaces=True) == []


def test_there_are_enough_of_both():
    assert len(TABLE["notice"]) >= 120
    assert len(TABLE["clean"]) >= 30
    kinds = {one.split(":")[0] for notice in TABLE["notice"] for one in notice["findings"]}
    assert kinds == set(KINDS) - {"spaces"}


def test_the_tables_are_as_large_as_promised():
    assert len(read_table("words")["easier"]) >= 250
    assert len(read_table("loans")["loans"]) >= 60


@pytest.mark.parametrize(
    ("table", "words", "frame"),
    [
        ("words", "easier", "ここで {word}。"),
        ("words", "learn", "{word}の 話"),
        ("loans", "loans", "{word}の 話"),
        ("honorifics", "verbs", "話して {word}。"),
        ("honorifics", "phrases", "水を {word}。"),
    ],
)
def test_every_word_of_the_tables_is_found(table, words, frame):
    kinds = {"hard-word", "loan-word", "honorific"}
    unseen = []
    for word in read_table(table)[words]:
        start = frame.index("{")
        findings = analyse(frame.format(word=word)).findings
        if not any(one.kind in kinds and one.start == start for one in findings):
            unseen.append(word)
    assert unseen == []


# -- what is suggested takes the form of what it replaces


@pytest.mark.parametrize(
    ("hard", "easy"),
    [
        ("毛布を配布します", "配ります"),
        ("毛布を配布しません", "配りません"),
        ("毛布を配布しました", "配りました"),
        ("印鑑を持参して ください", "持って きて"),
        ("印鑑を持参しない", "持って こない"),
        ("服薬を中止した", "やめた"),
        ("水を飲用する人", "飲む"),
        ("毛布を配布できます", "配る ことが"),
        ("毛布を配布いたします", "配ります"),
    ],
)
def test_a_verb_is_replaced_in_its_form(hard, easy):
    spaced = f"ここに いる 人へ {hard}。"
    assert easy in suggested(spaced, "hard-word")


def test_spaces_in_suggestions_are_those_of_the_text():
    assert "持ってきて" in suggested("印鑑を持参してください。", "hard-word")
    assert "持って きて" in suggested("はんこを 持参して ください。", "hard-word")


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("ここでお待ちください。", "待ってください"),
        ("ご記入ください。", "書いてください"),
        ("資料をご覧になります。", "見ます"),
        ("部屋をご使用になりますか。", "使います"),
        ("受付でございます。", "です"),
        ("窓を 閉めて おります。", "います"),
        ("お話を 伺います。", "聞きます"),
        ("受付に職員がいらっしゃいます。", "います"),
        ("連絡していただきますようお願いいたします。", "ください"),
        ("ご連絡いただきますようお願い申し上げます。", "連絡してください"),
        ("本日は休業させていただきます。", "します"),
        ("飲食はご遠慮ください。", "しないでください"),
        ("車を利用される方へ。", "使う"),
    ],
)
def test_honorifics(polite, plain):
    assert plain in suggested(polite, "honorific")


@pytest.mark.parametrize(
    ("double", "plain"),
    [
        ("名前を 書かなければ なりません。", "必ず 書いて ください"),
        ("窓を 閉めなくては いけません。", "必ず 閉めて ください"),
        ("手を 洗わないと いけません。", "必ず 洗って ください"),
    ],
)
def test_must_becomes_a_request(double, plain):
    assert suggested(double, "double-negative") == [plain]


@pytest.mark.parametrize(
    "text",
    [
        "入れない わけでは ありません。",
        "薬が ない ことも ない。",
        "中止せざるを得ません。",
        "安全とは限らない、だめではないとは言えません。",
    ],
)
def test_double_negatives_without_a_rule_for_rewriting(text):
    (one,) = [one for one in analyse(text).findings if one.kind == "double-negative"]
    assert one.replacement is None
    assert one.suggestion


@pytest.mark.parametrize(
    "text", ["ここで 食べられます。", "明日は 来られません。", "荷物を 預けられますか。", "子どもが 生まれました。"]
)
def test_what_can_be_done_is_no_passive(text):
    assert suggested(text, "passive") == []


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("令和8年", "2026年"),
        ("令和元年", "2019年"),
        ("令和６年", "2024年"),
        ("平成三十一年", "2019年"),
        ("昭和 64年", "1989年"),
        ("R8年", "2026年"),
        ("H30.4.1", "2018"),
    ],
)
def test_years_of_eras(written, year):
    assert suggested(written, "era-year") == [year]


@pytest.mark.parametrize("text", ["2026年", "R2-D2", "H2O", "昭和の 森", "平成 8"])
def test_what_is_no_year_of_an_era(text):
    assert suggested(text, "era-year") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("水が 止まりましたので、給水車が 来ます。", "た。だから、"),
        ("水は ありますが、お湯は ありません。", "ます。でも、"),
        ("名前を 書いて、係の 人に 渡して ください。", "書いて ください。"),
        ("名前を 書き、係の 人に 渡して ください。", "書いて ください。"),
    ],
)
def test_two_things_are_parted(one, two):
    assert suggested(one, "two-things") == [two]


@pytest.mark.parametrize(
    "text", ["雨が 降ったら、中に 入って ください。", "2階に 上がって ください。", "着いた とき、電話して ください。"]
)
def test_one_thing_with_its_condition_is_one_thing(text):
    assert suggested(text, "two-things") == []


def test_a_word_to_learn_is_told_of_until_it_is_explained():
    assert suggested("避難所は ここです。避難所は 小学校です。", "hard-word") == ["避難所 〈みんなが 逃げる ところ〉"]
    assert suggested("避難所 〈みんなが 逃げる ところ〉は ここです。避難所は 小学校です。", "hard-word") == []
    assert suggested("安全な ところ（避難所）は ここです。", "hard-word") == []


def test_long_sentences_by_characters_and_by_phrases():
    many_letters = "あたらしい ボランティアの センターが きのうから いろいろな ところで はじまりました。"
    many_phrases = "この 水も その 水も あの 水も 今 飲む 人が 多く いて とても いい。"
    for text in (many_letters, many_phrases):
        assert found(text) == [f"long-sentence: {text}"]
    assert "13" in analyse(many_phrases).findings[0].reason


def test_what_explains_does_not_make_a_sentence_long():
    assert found("避難所 〈みんなが 逃げる ところ〉の となりの 建物 〈前は 学校でした〉へ 行きます。") == []


def test_missing_spaces_are_put_in():
    (one,) = [
        one for one in analyse("トイレに行って手を洗ってください。\n水は出ます。").findings if one.kind == "spaces"
    ]
    assert one.replacement == "トイレに 行って 手を 洗って ください。\n水は 出ます。"
    assert (one.start, one.line) == (0, 1)
    assert [two.kind for two in analyse(one.replacement).findings] == []


def test_a_short_sign_needs_no_spaces():
    assert found("水はここです", spaces=True) == []


def test_places_are_told_by_line():
    findings = analyse("水を 配ります。\n\n印鑑が いります。").findings
    assert [(one.line, one.text) for one in findings] == [(3, "印鑑")]


def test_levels():
    words = {word.surface: word.level for word in analyse("避難所で印鑑と毛布と水を3枚ずつもらう鈴木さん、窓口").words}
    assert words["避難所"] == "learn"
    assert words["印鑑"] == "hard"
    assert words["水"] == "easy"
    assert words["3枚"] == "number"
    assert words["鈴木"] == "name"
    assert words["窓口"] == "hard"
    assert words["もらう"] == "easy"


def test_replacing_all_that_can_be_replaced_ends():
    text = "本日の炊き出しは正午より実施いたします。印鑑を持参しなければなりません。"
    for _step in range(30):
        one = next((one for one in analyse(text).findings if one.replacement is not None), None)
        if one is None:
            break
        text = text[: one.start] + one.replacement + text[one.end :]
    assert all(one.replacement is None for one in analyse(text).findings)
    assert "今日の" in text
    assert "必ず" in text


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_place_is_inside_the_text(text):
    analysis = analyse(text)
    assert analysis.text == text
    for one in analysis.findings:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.line == text.count("\n", 0, one.start) + 1
        assert one.kind in KINDS
        assert one.reason
        assert one.suggestion
    for word in analysis.words:
        assert word.surface == text[word.start : word.end]
        assert word.level in get_args(Level)
    assert all(one.end <= two.start for one, two in pairwise(analysis.words))


def test_the_easy_japanese_of_the_library_is_nearly_clean():
    """What is found there is right: words that stand without their meaning, and questions that ask much at once."""
    texts = read_translations(ROOT / "translations/ja-simple/LC_MESSAGES/library.po").values()
    plain = [re.sub(r"\{\w+\}", "5", parse_ruby(text.text)[0]) for text in texts]
    findings = [analyse(text).findings for text in plain]
    assert len(findings) >= 830
    assert sum(not found for found in findings) / len(findings) > 0.9
    kinds = {one.kind for found in findings for one in found}
    assert kinds.isdisjoint({"spaces", "double-negative", "honorific", "era-year"})
