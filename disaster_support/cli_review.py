"""The commands of review: texts out to reviewers, back in line by line, and how far each language is."""

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disaster_support.cli_parts import AddCommand, add_group, add_json, add_out, print_json, print_rows, tell
from disaster_support.content.model import Kind
from disaster_support.context import Context
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.content.review_diff import Line
    from disaster_support.features.review.model import Difference
    from disaster_support.features.review.service import ReviewService

ALL = "all"
FORMS = ("po", "xliff", "sheet")


def add_review_commands(commands: Any, add: AddCommand) -> None:
    """Add the commands to a parser's own; `add` makes a parser for one of them."""
    group = add_group(commands, "review", _("have translations checked by people who know the language"))
    _add_export(add(group, "export", _export, _("write texts for reviewers, or your own corrections to send upstream")))
    _add_import(add(group, "import", _import, _("compare what came back, and accept it line by line")))
    status = add(group, "status", _status, _("say how far each language is translated and checked"))
    status.add_argument("--language", metavar="TAG", help=_("only this language"))
    add_json(status)


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("--language", required=True, metavar="TAG")
    export.add_argument(
        "--situation", nargs="+", default=(), metavar="ID", help=_("only the texts of these situations")
    )
    export.add_argument(
        "--kind", nargs="+", default=(), choices=[*Kind], metavar="KIND", help=_("only signs, notices, questions …")
    )
    export.add_argument(
        "--only", choices=("unreviewed", ALL), default="unreviewed", help=_("what nobody has checked, or all")
    )
    export.add_argument("--format", choices=FORMS, help=_("unless the ending of the file says it"))
    export.add_argument("--overlay", action="store_true", help=_("your own corrections, to send them upstream"))
    add_out(export, "FILE.po|FILE.xlf|FILE.pdf")


def _add_import(import_: argparse.ArgumentParser) -> None:
    import_.add_argument("file", type=Path, metavar="FILE.po|FILE.xlf")
    import_.add_argument("--reviewer", default="", metavar="NAME", help=_("who checked the texts; kept with them"))
    import_.add_argument("--date", type=_read_day, metavar="YYYY-MM-DD", help=_("when; today unless given"))
    import_.add_argument("--accept", default="", metavar="all|ID,ID", help=_("which lines to take"))
    import_.add_argument("--dry-run", action="store_true", help=_("take nothing, say what would be taken"))
    add_json(import_)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no day such as 2026-11-23").format(text=text)) from None


def _service(context: Context) -> "ReviewService":
    from disaster_support.features.review.service import ReviewService

    return ReviewService(context)


def _export(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.review.model import Form, Part

    service = _service(context)
    tag = service.get_tag(chosen.language)
    if chosen.overlay:
        count = service.export_own(tag, chosen.out)
    else:
        kinds = tuple(Kind(kind) for kind in chosen.kind)
        part = Part(tag, tuple(chosen.situation), kinds, only_unreviewed=chosen.only != ALL)
        count = service.export(part, chosen.out, Form(chosen.format) if chosen.format else None)
    print_rows([(chosen.out, count)])
    return 0


def _import(context: Context, chosen: argparse.Namespace) -> int:
    service = _service(context)
    difference = service.compare(chosen.file)
    ids = (id_.strip() for id_ in chosen.accept.split(","))
    wanted = difference.can_be_taken() if chosen.accept == ALL else [id_ for id_ in ids if id_]
    accepted = [line.entry for line in difference.pick(wanted)]
    if accepted and not chosen.dry_run:
        service.accept(difference, accepted, chosen.reviewer, chosen.date or context.clock().date())
    _print_difference(difference, accepted, chosen)
    return 0


def _print_difference(difference: "Difference", accepted: Iterable[str], chosen: argparse.Namespace) -> None:
    from disaster_support.content.review_diff import LineState
    from disaster_support.features.review.words import say_edition

    taken = set(accepted)
    if chosen.json:
        print_json(_describe(difference, taken, dry_run=chosen.dry_run))
        return
    if sentence := say_edition(difference):
        tell(sentence)
    rows = [line for line in difference.lines if line.state is not LineState.SAME]
    print_rows(_row(line, taken) for line in rows)


def _row(line: "Line", taken: set[str]) -> tuple[str, ...]:
    from disaster_support.features.review.words import say_reasons, say_text

    texts = (say_text(one).replace("\n", " ⏎ ") for one in (line.old, line.new))
    mark = "+" if line.entry in taken else " "
    return (mark, line.state, line.entry, *texts, say_reasons(line.reasons))


def _describe(difference: "Difference", taken: set[str], *, dry_run: bool) -> dict[str, Any]:
    from disaster_support.features.review.words import say_reason

    return {
        "language": difference.tag,
        "edition": difference.edition,
        "file_edition": difference.file_edition,
        "is_for_this_edition": difference.is_for_this_edition,
        "dry_run": dry_run,
        "lines": [
            {
                "id": line.entry,
                "state": line.state,
                "reviewed": not line.new.fuzzy,
                "accepted": line.entry in taken,
                "japanese": line.japanese,
                "old": line.old.text,
                "new": line.new.text,
                "old_forms": line.old.forms,
                "new_forms": line.new.forms,
                "reasons": [
                    {"code": reason.code, "detail": reason.detail, "sentence": say_reason(reason)}
                    for reason in line.reasons
                ],
            }
            for line in difference.lines
        ],
    }


def _status(context: Context, chosen: argparse.Namespace) -> int:
    service = _service(context)
    found = service.status([service.get_tag(chosen.language)] if chosen.language else ())
    if chosen.json:
        print_json({"languages": [asdict(one) for one in found]})
        return 0
    heads = (
        _("language"),
        _("texts"),
        _("reviewed"),
        _("corrections"),
        _("for an older version"),
        _("glossary terms"),
        _("glossary agreement, per cent"),
    )
    print_rows([heads])
    print_rows(
        (
            one.language,
            f"{one.texts}/{one.entries}",
            one.reviewed,
            one.corrections,
            one.outdated,
            one.glossary_terms,
            "–" if one.glossary_agreement is None else one.glossary_agreement,
        )
        for one in found
    )
    return 0
