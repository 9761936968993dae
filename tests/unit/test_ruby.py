"""Readings in Aozora Bunko notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.ruby import Ruby, find_kanji_without_reading, parse_ruby, read_out, strip_ruby


@pytest.mark.parametrize(
    ("marked", "plain", "spans", "reading"),
    [
        ("避難所《ひなんじょ》はどこ", "避難所はどこ", [Ruby(0, 3, "ひなんじょ")], "ひなんじょはどこ"),
        (
            "｜119番《ひゃくじゅうきゅうばん》へ",
            "119番へ",
            [Ruby(0, 4, "ひゃくじゅうきゅうばん")],
            "ひゃくじゅうきゅうばんへ",
        ),
        ("お祈《いの》り", "お祈り", [Ruby(1, 2, "いの")], "おいのり"),
        ("人々《ひとびと》", "人々", [Ruby(0, 2, "ひとびと")], "ひとびと"),
        ("Wi-Fi", "Wi-Fi", [], "Wi-Fi"),
    ],
)
def test_marks_become_spans(marked, plain, spans, reading):
    assert parse_ruby(marked) == (plain, tuple(spans))
    assert read_out(*parse_ruby(marked)) == reading


def test_kanji_without_a_reading_are_named():
    assert find_kanji_without_reading("水《みず》と火") == "火"


@given(st.lists(st.tuples(st.text("あいうえお、。", max_size=4), st.text("水火山川", min_size=1, max_size=3))))
def test_every_reading_stands_above_its_own_kanji(parts):
    marked = "".join(f"{kana}{kanji}《よみ》" for kana, kanji in parts)
    plain, spans = parse_ruby(marked)
    assert plain == strip_ruby(marked) == "".join(kana + kanji for kana, kanji in parts)
    assert [plain[span.start : span.end] for span in spans] == [kanji for _kana, kanji in parts]
