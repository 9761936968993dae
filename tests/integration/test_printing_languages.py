"""The registered languages, as the catalogue describes them, on paper."""

from pathlib import Path

import pytest

from disaster_support.content.languages import load_languages
from disaster_support.documents.model import Document, Page, Text, TextBox
from disaster_support.documents.paper import A4
from disaster_support.printing import Typesetter, render_pdf
from disaster_support.printing.fonts import FONT_KEYS
from tests.helpers.languages import SAMPLES
from tests.helpers.pdf import read_text

LANGUAGES = load_languages(Path(__file__).resolve().parents[2] / "resources" / "library" / "languages.toml")
TYPESETTER = Typesetter(LANGUAGES)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_registered_language_prints(tag):
    language = LANGUAGES[tag]
    assert language.font in FONT_KEYS
    for string in (language.autonym, SAMPLES[tag]):
        text = Text(string, tag)
        assert TYPESETTER.find_missing_characters(text) == ""
        size = TYPESETTER.largest_size_pt(text, 186, 100, maximum_pt=72, minimum_pt=10, bold=True)
        assert size is not None
        box = TextBox(12, 12, 186, 100, text, size, bold=True)
        pdf = render_pdf(Document("x", tag, (Page(A4.width_mm, A4.height_mm, (box,)),)), TYPESETTER)
        assert read_text(pdf) == string
