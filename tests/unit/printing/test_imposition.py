"""Several pages on a sheet."""

import pytest

from disaster_support.documents.model import (
    Arrow,
    Box,
    Direction,
    Document,
    Line,
    Page,
    Pictogram,
    QrCode,
    Text,
    TextBox,
)
from disaster_support.documents.paper import A4, A5, A6, PAPERS
from disaster_support.printing import Typesetter, impose, render_pdf
from tests.helpers.languages import LANGUAGES, SAMPLES
from tests.helpers.pdf import read_text

TYPESETTER = Typesetter(LANGUAGES)


def document(paper, count: int, *items) -> Document:
    return Document("x", "ja", tuple(Page(paper.width_mm, paper.height_mm, items) for _ in range(count)))


def test_two_a5_on_a4_keep_their_size():
    imposed = impose(document(A5, 3, Box(1, 2, 3, 4, fill="#000000")), A4.landscape, columns=2, rows=1, cut_marks=False)
    assert [(page.width_mm, page.height_mm) for page in imposed.pages] == [(297, 210)] * 2
    first, second = imposed.pages[0].items
    assert (first.x_mm, first.y_mm, first.width_mm) == (1.5, 2, 3)
    assert second.x_mm - first.x_mm == A5.width_mm
    assert len(imposed.pages[1].items) == 1


def test_pages_too_large_are_made_smaller():
    items = (
        TextBox(0, 0, 210, 50, Text("水", "ja"), 40),
        Line(0, 0, 210, 297, width_mm=2),
        Pictogram(0, 0, 20, "toilet"),
        Arrow(10, 10, 20, Direction.UP),
        QrCode(0, 0, 20, "x"),
        Box(0, 0, 210, 297, radius_mm=4),
    )
    imposed = impose(document(A4, 4, *items), A4, columns=2, rows=2, cut_marks=False)
    text, line, pictogram, arrow, code, box = imposed.pages[0].items[-6:]
    assert (text.size_pt, text.width_mm, text.x_mm, text.y_mm) == (20, 105, 105, 148.5)
    assert (line.x2_mm, line.y2_mm, line.width_mm) == (210, 297, 1)
    assert (pictogram.size_mm, arrow.x_mm, code.size_mm, box.radius_mm) == (10, 110, 10, 2)


def test_what_fitted_still_fits_when_small():
    for tag in LANGUAGES:
        text = Text(SAMPLES[tag], tag)
        size = TYPESETTER.largest_size_pt(text, 90, 40, maximum_pt=40, minimum_pt=6)
        box = TextBox(5, 5, 90, 40, text, size)
        imposed = impose(document(A6, 9, box), A4, columns=3, rows=3)
        assert read_text(render_pdf(imposed, TYPESETTER)) == SAMPLES[tag] * 9


def test_cut_marks_end_at_the_edge_and_meet_in_the_middle():
    marks = [item for item in impose(document(A6, 4), A4, columns=2, rows=2).pages[0].items if isinstance(item, Line)]
    middle = [mark for mark in marks if mark.x1_mm == mark.x2_mm == 105]
    assert {mark.y1_mm for mark in middle} == {0, 148.5 - 2.5, 292}
    assert all(0 <= mark.x1_mm <= 210 and 0 <= mark.y2_mm <= 297 for mark in marks)


def test_pages_must_be_of_one_size():
    mixed = Document("x", "ja", (Page(105, 148, ()), Page(148, 210, ())))
    with pytest.raises(ValueError, match="sizes"):
        impose(mixed, A4, columns=2, rows=1)


def test_nothing_stays_nothing():
    empty = Document("x", "ja", ())
    assert impose(empty, A4, columns=2, rows=1) == empty


def test_paper_turns():
    assert (A4.landscape.width_mm, A4.landscape.height_mm) == (297, 210)
    assert A4.landscape.landscape == A4.landscape
    assert list(PAPERS) == ["A3", "A4", "A5", "A6"]
