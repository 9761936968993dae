"""What drills print: each paper as a PDF, the blank ones also from a template without any register."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.context import Context
from disaster_support.documents.model import Document
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

Report = Callable[[int, int, str], object]
"""Told how many of how many steps are done and what comes next; it stops the work by raising."""


class Kind(StrEnum):
    """A paper that is printed to be filled in or read; its value is the name of its file, without the ending."""

    PLAN = "1-drill-plan"
    CHECKLIST = "2-checklist"
    INJECTS = "3-injects"
    EVALUATION = "4-evaluation-guide"
    PARTICIPATION = "5-participation-sheet"
    FEEDBACK = "6-feedback-form"


REPORT_FILE = "7-after-action-report"
"""The name of the report's file, without the ending."""

_NAMES: dict[Kind, Callable[[], str]] = {
    Kind.PLAN: lambda: _("Drill plan"),
    Kind.CHECKLIST: lambda: pgettext("drill", "Checklist"),
    Kind.INJECTS: lambda: _("List of injects"),
    Kind.EVALUATION: lambda: _("Evaluation guide"),
    Kind.PARTICIPATION: lambda: _("Participation sheet"),
    Kind.FEEDBACK: lambda: _("Feedback form"),
}


def say_paper(kind: Kind) -> str:
    """Return what a paper is called."""
    return _NAMES[kind]()


def has_languages(kind: Kind) -> bool:
    """Whether a paper is printed in languages that are chosen."""
    return kind in (Kind.PARTICIPATION, Kind.FEEDBACK)


def list_feedback_languages(context: Context) -> list[str]:
    """Return the tags of the languages in which the library has the feedback form."""
    from disaster_support.features.drills.paper.feedback_texts import form_languages

    return form_languages(context.catalogue)


def print_paper(context: Context, kind: Kind, drill: Plan | Drill, tags: Sequence[str] = ()) -> bytes:
    """Return a paper of a drill or a template as PDF.

    Args:
        context: library and fonts.
        kind: which.
        drill: that is kept, or a template, which has no day.
        tags: languages of the feedback form, and of the rows in which the participation sheet counts.

    Raises:
        UserError: no language is given to the feedback form, or one that the library does not have.

    """
    return _render(context, _build(context, kind, drill, tags))


def print_report(context: Context, register: "Register", drill: Drill) -> bytes:
    """Return the after-action report of a drill as it stands now, as PDF."""
    from disaster_support.features.drills.paper.report import build_report_document
    from disaster_support.features.drills.report_data import gather_report

    return _render(
        context, build_report_document(gather_report(register, drill), context.catalogue, context.typesetter)
    )


def write_folder(
    context: Context, drill: Plan | Drill, folder: Path, tags: Sequence[str], report: Report | None = None
) -> list[Path]:
    """Write every paper of a drill or a template into a folder, which is made; return the files.

    Raises:
        UserError: as for `print_paper`, or the folder cannot be written.

    """
    make_folder(folder)
    paths = [folder / f"{kind}.pdf" for kind in Kind]
    for done, (kind, path) in enumerate(zip(Kind, paths, strict=True)):
        if report:
            report(done, len(Kind), say_paper(kind))
        write_whole(path, print_paper(context, kind, drill, tags))
    return paths


def _build(context: Context, kind: Kind, drill: Plan | Drill, tags: Sequence[str]) -> Document:
    from disaster_support.features.drills.paper.checklist import build_checklist
    from disaster_support.features.drills.paper.evaluation import build_evaluation_guide
    from disaster_support.features.drills.paper.feedback_form import build_feedback_form
    from disaster_support.features.drills.paper.injects import build_injects
    from disaster_support.features.drills.paper.participation import build_participation_sheet
    from disaster_support.features.drills.paper.plan import build_drill_plan

    catalogue, measurer = context.catalogue, context.typesetter
    match kind:
        case Kind.PLAN:
            return build_drill_plan(drill, measurer)
        case Kind.CHECKLIST:
            return build_checklist(drill, measurer)
        case Kind.INJECTS:
            return build_injects(drill, measurer)
        case Kind.EVALUATION:
            return build_evaluation_guide(drill, measurer)
        case Kind.PARTICIPATION:
            return build_participation_sheet(drill, catalogue, tags, measurer)
        case Kind.FEEDBACK:
            return build_feedback_form(drill, catalogue, tags, measurer)


def _render(context: Context, document: Document) -> bytes:
    from disaster_support.printing import render_pdf

    return render_pdf(document, context.typesetter)
