"""Text on the screen: no ink is cut off, readings stand above, lines end where the language allows."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.printing.breaking import line_breaks
from disaster_support.ruby import Ruby, parse_ruby
from disaster_support.ui.fonts import font_for, fonts_are_coming
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.text import LaidText, fit_text, forget_layouts, lay_out

TEXTS = {
    "ja": "お名前《なまえ》は何《なん》ですか。｜避難所《ひなんじょ》の受付《うけつけ》で書《か》いてください。",
    "en": "Please wait here, then fjord (Åg).",
    "my": "ဒီမှာ စောင့်ပေးပါ။ နာမည် ဘယ်လိုခေါ်ပါသလဲ။ ကြွေးမြီ",
    "km": "សូមរង់ចាំនៅទីនេះ។ ខ្ញុំត្រូវការទឹកស្អាត ស្ត្រី",
    "ne": "कृपया यहाँ पर्खनुहोस्। र्ट्ठि ट्ठ्रौं",
    "ar": "يرجى الانتظار هنا. إِلَى الطَّبِيبِ 123",
    "ko": "여기서 기다려 주세요.",
    "zh-Hans": "请在这里等候。",
}
_PAD = 60


@pytest.fixture(autouse=True)
def _fonts(context: Context, qtbot: QtBot) -> None:
    for language in context.catalogue.languages.values():
        for bold in (False, True):
            font_for(language, 20, bold)
    qtbot.waitUntil(lambda: not fonts_are_coming(), timeout=20_000)
    forget_layouts()


def ink_outside(laid: LaidText, width: float) -> bool:
    """Draw the text on a larger picture and look for ink outside its box."""
    box_width, box_height = int(max(width, laid.width)) + 1, int(laid.height) + 1
    picture = QImage((box_width + 2 * _PAD) // 4 * 4, box_height + 2 * _PAD, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    laid.draw(painter, _PAD, _PAD, QColor("black"))
    painter.fillRect(_PAD, _PAD, box_width, box_height, QColor("white"))
    painter.end()
    return any(byte != 255 for byte in bytes(picture.constBits()))


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", [16, 28, 64])
@pytest.mark.parametrize("tag", TEXTS)
def test_all_ink_is_inside_the_box(context: Context, tag: str, size: int, bold: bool) -> None:
    text, ruby = parse_ruby(TEXTS[tag])
    for align in ("start", "center"):
        laid = lay_out(text, ruby, context.catalogue.languages[tag], size, 420, bold=bold, align=align)
        assert laid.lines
        assert not ink_outside(laid, 420)


@pytest.mark.parametrize("tag", TEXTS)
def test_a_label_in_a_layout_is_as_high_as_its_text(context: Context, qtbot: QtBot, tag: str) -> None:
    text, ruby = parse_ruby(TEXTS[tag])
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    label = PhraseLabel(context.catalogue.languages[tag], 28)
    label.set_phrase(text, ruby)
    column.addWidget(label)
    column.addStretch(1)
    whole.resize(300, 600)
    whole.show()
    assert label.height() >= label.laid(label.width()).height
    assert label.accessibleName() == text


def test_readings_make_a_line_higher_and_stay_with_their_words(context: Context) -> None:
    text, ruby = parse_ruby("避難所《ひなんじょ》です")
    japanese = context.catalogue.languages["ja"]
    assert lay_out(text, ruby, japanese, 28, 400).height > lay_out(text, (), japanese, 28, 400).height
    whole = lay_out("避難所", (Ruby(0, 3, "ひなんじょ"),), japanese, 28, 1)
    assert whole.lines == ("避難所",)


def test_a_narrower_box_needs_more_lines(context: Context) -> None:
    for tag, marked in TEXTS.items():
        text, ruby = parse_ruby(marked)
        language = context.catalogue.languages[tag]
        wide, narrow = (lay_out(text, ruby, language, 28, width) for width in (2000, 120))
        assert len(wide.lines) == 1
        assert len(narrow.lines) > 1


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("km", "សូមរង់ចាំនៅទីនេះ។ ខ្ញុំត្រូវការទឹកស្អាត"),
        ("my", "ကျေးဇူးပြု၍ ဤနေရာတွင် ခေတ္တစောင့်ဆိုင်းပေးပါ။ ဆေးလိပ်မသောက်ရ။ Wi-Fi အသုံးပြုနိုင်ပါသည်။"),
        ("my", "😀 ဤနေရာတွင် ခေတ္တစောင့်ဆိုင်းပေးပါ။"),
    ],
)
def test_a_script_without_spaces_ends_its_lines_where_those_on_paper_may_end(
    context: Context, tag: str, text: str
) -> None:
    language = context.catalogue.languages[tag]
    units = [text[start:end].rstrip() for start, end in pairwise((0, *line_breaks(text, language.line_break)))]
    for width in range(40, 400, 15):
        laid = lay_out(text, (), language, 28, width)
        assert laid.width <= max(width, 1.1 * max(lay_out(unit, (), language, 28, 2000).width for unit in units))
        left = list(units)
        for line in laid.lines:
            whole = ""
            while whole.replace(" ", "") != line.replace(" ", ""):
                whole += left.pop(0)
        assert not left


def test_a_letter_beyond_the_first_plane_takes_nothing_from_the_lines_after_it(context: Context) -> None:
    text = "𠮷野さんは 😀 どこに いますか。ここで 待ってください。"
    laid = lay_out(text, (), context.catalogue.languages["ja"], 28, 150)
    assert len(laid.lines) > 2
    assert "".join(laid.lines).replace(" ", "") == text.replace(" ", "")


def test_the_largest_size_that_fits(context: Context) -> None:
    english = context.catalogue.languages["en"]
    size = fit_text("Please wait here.", (), english, 300, 80, largest=200)
    laid = lay_out("Please wait here.", (), english, size, 300)
    assert laid.width <= 300
    assert laid.height <= 80
    larger = lay_out("Please wait here.", (), english, size + 1, 300)
    assert larger.width > 300 or larger.height > 80


def test_fitting_text_is_all_in_the_box_or_at_its_smallest(context: Context) -> None:
    english = context.catalogue.languages["en"]
    assert fit_text("Unbreakably" * 20, (), english, 50, 20, largest=100, smallest=16) == 16
    assert fit_text("", (), english, 50, 60, largest=24) == 24
