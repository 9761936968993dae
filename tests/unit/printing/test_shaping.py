"""Shaped text is what HarfBuzz alone makes of it, in every language and both weights."""

import pytest
import uharfbuzz as hb

from disaster_support.printing.fonts import open_font
from disaster_support.printing.itemizing import find_missing_characters, itemize
from disaster_support.printing.paragraphs import prepare
from disaster_support.printing.shaping import cluster_texts
from tests.helpers.languages import LANGUAGES, SAMPLES

MIXED = {
    "th": "ชั้น 24 Wi-Fi ๒๔",
    "my": "အခန်း 24 (Wi-Fi) ၂၄",
    "bn": "কক্ষ 24 (Wi-Fi) ২৪",
    "ar": "غرفة 24 (Wi-Fi) ٢٤",
    "km": "បន្ទប់ 24 (Wi-Fi) ២៤",
    "ja": "Wi-Fiは24番窓口、ｶﾅ、①、℃、→です",
}


def plain(font: str, bold: bool, text: str, language: str, direction: str) -> list[tuple[int, int, int, int]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.language = language
    buffer.direction = direction
    buffer.guess_segment_properties()
    hb.shape(open_font(font, bold), buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance, place.x_offset, place.y_offset) for info, place in pairs]


def of_run(run) -> list[tuple[int, int, int, int]]:
    return [(glyph_id, *place) for glyph_id, _, *place in run.glyphs]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_run_is_shaped_as_harfbuzz_does(tag, bold):
    language = LANGUAGES[tag]
    for text in (SAMPLES[tag], MIXED.get(tag, "24 A")):
        runs = prepare(text, (), language, bold).runs
        assert "".join(text[run.start : run.end] for run in runs) == text
        for run in runs:
            direction = "rtl" if run.level % 2 else "ltr"
            assert of_run(run) == plain(run.font, bold, text[run.start : run.end], tag, direction)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if LANGUAGES[tag].font in {"sans", "jp", "sc", "tc", "kr"}])
def test_text_of_one_font_is_one_shaping(tag, bold):
    runs = prepare(SAMPLES[tag], (), LANGUAGES[tag], bold).runs
    if len({run.font for run in runs}) == 1:
        together = [glyph for run in runs for glyph in of_run(run)]
        assert together == plain(runs[0].font, bold, SAMPLES[tag], tag, "ltr")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_glyph_is_missing(tag):
    texts = (SAMPLES[tag], MIXED.get(tag, ""))
    runs = [run for text in texts for run in prepare(text, (), LANGUAGES[tag], False).runs]
    assert all(glyph[0] for run in runs for glyph in run.glyphs)
    assert find_missing_characters("".join(texts), LANGUAGES[tag].font) == ""


def test_what_no_font_has_is_named():
    assert find_missing_characters("水\U00013000水\U00013000\u200d", "jp") == "\U00013000"


@pytest.mark.parametrize("string", ["a\r\tb\x00\x85", "\u200b\u200d\ufe0f", "葛\U000e0100", "😀", "✌🏽", "\u2028"])
def test_no_boxes_for_what_is_not_seen(string):
    runs = prepare(string, (), LANGUAGES["ja"], False).runs
    assert all(glyph[0] for run in runs for glyph in run.glyphs)


def test_every_region_has_its_own_glyphs():
    shapes = {
        tag: prepare("直角骨", (), LANGUAGES[tag], False).runs[0].font for tag in ("ja", "zh-Hans", "zh-Hant", "ko")
    }
    assert list(shapes.values()) == ["jp", "sc", "tc", "kr"]


def test_marks_joiners_and_spaces_stay_with_the_font_before():
    items = itemize("អ 24 អ", "khmer", 0)
    assert [(item.font, "អ 24 អ"[item.start : item.end]) for item in items] == [
        ("khmer", "អ "),
        ("sans", "24 "),
        ("khmer", "អ"),
    ]


def test_clusters_stand_for_all_of_the_text_once():
    for tag, sample in SAMPLES.items():
        for run in prepare(sample, (), LANGUAGES[tag], False).runs:
            assert sorted("".join(cluster_texts(run))) == sorted(sample[run.start : run.end])


def test_bold_is_wider_than_regular():
    regular, bold = (prepare(SAMPLES["en"], (), LANGUAGES["en"], weight).sums[-1] for weight in (False, True))
    assert bold > regular * 1.03
