"""A heading of many lines stays legible, even where languages could be squeezed below it."""

from disaster_support.content.model import Phrase
from disaster_support.documents.model import TextBox
from disaster_support.documents.paper import PAPERS
from disaster_support.documents.wall.layout import build_wall
from disaster_support.documents.wall.model import NEAR_PT, Style, Wall
from disaster_support.printing import Typesetter
from tests.helpers.languages import LANGUAGES

BUS = "\n".join(["バスがあります。"] * 7)
ENGLISH = "\n".join(["There is a bus."] * 7)


def test_the_japanese_of_a_small_heading_can_be_read():
    paper = PAPERS["A5"].landscape
    tags = ("en", "vi", "es", "pt-BR", "id", "mn")
    wall = Wall("bus", Phrase(BUS), {tag: Phrase(ENGLISH) for tag in tags}, pictogram="bus")
    style = Style(paper, least_pt=NEAR_PT * PAPERS["A5"].width_mm / PAPERS["A4"].width_mm)
    built = build_wall(LANGUAGES, wall, style, Typesetter(LANGUAGES))
    titles = [
        item
        for page in built.document.pages
        for item in page.items
        if isinstance(item, TextBox) and item.text.language == "ja"
    ]
    assert titles
    assert min(title.size_pt for title in titles if "バスがあります" in title.text.string) >= 9.0
