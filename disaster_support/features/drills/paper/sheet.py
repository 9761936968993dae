"""A paper of a drill: its kind as the title, below it which drill it is and when."""

from collections.abc import Iterable

from disaster_support.documents.model import Document, TextMeasurer
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.report import Block, build_report
from disaster_support.features.drills.paper.subject import Subject
from disaster_support.i18n import current_language


def build_sheet(
    kind: str,
    subject: Subject,
    blocks: Iterable[Block],
    measurer: TextMeasurer,
    *,
    paper: Paper = A4,
    is_unreviewed: bool = False,
) -> Document:
    """Return blocks as a document; each page's footer says what it is, of which drill, on which day."""
    day = subject.held_on.isoformat() if subject.held_on else ""
    return build_report(
        kind,
        blocks,
        measurer,
        language=current_language(),
        under=(subject.title, subject.when),
        facts=(subject.title, day),
        paper=paper,
        is_unreviewed=is_unreviewed,
    )
