"""Boards and signs for courses: what training prints of other rooms, which it does not know."""

from collections.abc import Sequence
from datetime import date

from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.model import Document, TextMeasurer
from disaster_support.documents.paper import Paper
from disaster_support.features.boards.documents import build_board
from disaster_support.features.signs.documents import build_signs
from disaster_support.features.signs.model import SignOptions
from disaster_support.features.training.paper.practice import Sheets


def course_sheets() -> Sheets:
    """Return the builders of practice boards and signs."""
    return Sheets(build_board, _build_sign)


def _build_sign(
    catalogue: Catalogue,
    entry_id: str,
    languages: Sequence[str],
    paper: Paper,
    measurer: TextMeasurer,
    /,
    *,
    printed_on: date | None = None,
    marks: bool = True,
) -> Document:
    options = SignOptions(languages=tuple(languages), paper=paper.name, printed_on=printed_on, marks=marks)
    return build_signs(catalogue, [entry_id], options, measurer).document
