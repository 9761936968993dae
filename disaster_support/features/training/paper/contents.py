"""The table of contents of a course's folder."""

from collections.abc import Sequence
from dataclasses import dataclass

from disaster_support.bilingual import Bilingual
from disaster_support.documents.model import Align, Document
from disaster_support.documents.report import Paragraph, Table, say
from disaster_support.features.training.paper.kit import CoursePaper, plain
from disaster_support.features.training.paper.words import NUMBER

TITLE = Bilingual("目次", "Contents")

_PAGES = Bilingual("ページ", "Pages")
_FILE = Bilingual("ファイル", "File")


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A file of the folder, and what is in it."""

    file: str
    title: Bilingual
    pages: int


def build_contents(kit: CoursePaper, lines: Sequence[ContentsLine]) -> Document:
    """Return the table of contents: every document in Japanese and English, its pages and its file."""
    columns = (
        kit.column(NUMBER, 0.6, align=Align.CENTER),
        kit.column(plain("文書"), 4.2, 8.5),
        kit.column(plain("Document"), 4.2, 8.5),
        kit.column(_PAGES, 0.9, 8.5, align=Align.CENTER),
        kit.column(_FILE, 2.6, 7.5),
    )
    rows = [
        (
            kit.cell(plain(str(number))),
            say(line.title.ja, "ja"),
            say(line.title.en, "en"),
            kit.cell(plain(str(line.pages))),
            kit.cell(plain(line.file)),
        )
        for number, line in enumerate(lines, 1)
    ]
    total = sum(line.pages for line in lines)
    said = Bilingual(f"文書{len(lines)}点、全{total}ページ", f"{len(lines)} documents, {total} pages")
    return kit.build(TITLE, [Paragraph((kit.text(said),)), Table(columns, rows)])
