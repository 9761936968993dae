"""A hand-out: one page, its letters as large as the page allows."""

from collections.abc import Iterator

from disaster_support.bilingual import Bilingual
from disaster_support.documents.model import Document
from disaster_support.documents.report import ONE_PAGE, Block, Heading
from disaster_support.features.training.model import Handout
from disaster_support.features.training.paper.kit import CoursePaper

TITLE = Bilingual("配布資料", "Hand-out")


def build_handout(kit: CoursePaper, handout: Handout) -> Document:
    """Return a hand-out as a page of A4."""
    title, other = kit.say(handout.title), handout.title.en if kit.language == "ja" else handout.title.ja
    return kit.build(Bilingual(title), _blocks(kit, handout), about=other, scales=ONE_PAGE)


def _blocks(kit: CoursePaper, handout: Handout) -> Iterator[Block]:
    yield kit.paragraph(handout.lead, is_bold=True)
    for section in handout.section:
        yield Heading(kit.say(section.heading), level=2)
        yield from kit.points(section.points)
