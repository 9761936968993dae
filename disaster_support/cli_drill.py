"""The commands of drills: templates and what was planned of them, their papers, their log, and the report."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disaster_support.cli_parts import (
    AddCommand,
    add_data,
    add_group,
    add_json,
    add_out,
    opened,
    print_json,
    print_rows,
    show_progress,
    tell,
)
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import current_language, use_language
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.features.drills.model import Drill, Plan

PARTS = ("resident", "interpreter", "crew", "volunteer", "staff", "observer")


def add_drill_commands(commands: Any, add: AddCommand) -> None:
    """Add the commands to a parser's own; `add` makes a parser for one of them."""
    group = add_group(commands, "drill", _("plan drills, print them, count who took part, and report"))
    list_ = add(group, "list", _list, _("list the templates, or the drills of a register"))
    add_data(list_, required=False)
    add_json(list_)
    new = add(group, "new", _new, _("make a drill from a template; prints its id"))
    new.add_argument("--template", required=True, metavar="ID")
    new.add_argument("--day", type=_read_day, metavar="2026-11-23", help=_("when it is held; today, if not"))
    add_data(new)
    print_ = add(group, "print", _print, _("make every paper of a drill or a template"))
    print_.add_argument("id", metavar="ID", help=_("a template, or a drill of the register"))
    print_.add_argument(
        "--languages",
        default="",
        metavar="TAGS",
        help=_("languages of the feedback form with commas between; all that there are, if not"),
    )
    _add_paper_language(print_)
    add_data(print_, required=False)
    add_out(print_, "FOLDER")
    report = add(group, "report", _report, _("make the after-action report with the improvement plan"))
    report.add_argument("id", metavar="ID")
    _add_paper_language(report)
    add_data(report)
    add_out(report, "FILE.pdf")
    log = add_group(group, "log", _("who took part"))
    import_ = add(log, "import", _import, _("count the people of a CSV or XLSX file: all of its rows, or none"))
    import_.add_argument("file", type=Path, metavar="FILE")
    import_.add_argument("--drill", required=True, metavar="ID")
    import_.add_argument("--part", choices=PARTS, help=_("as what people took part, where the file does not say it"))
    add_data(import_)


def _add_paper_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--in", dest="paper_language", choices=("ja", "en"), help=_("the language of the papers"))


def _speak(context: Context, chosen: argparse.Namespace) -> None:
    if chosen.paper_language:
        use_language(chosen.paper_language, context.paths.compiled)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no day such as 2026-11-23").format(text=text)) from None


def _list(context: Context, chosen: argparse.Namespace) -> int:
    rows = _list_drills(context, chosen.data) if chosen.data else _list_templates(context)
    if chosen.json:
        print_json(rows)
    else:
        print_rows([tuple(row.values()) for row in rows])
    return 0


def _list_templates(context: Context) -> list[dict[str, object]]:
    from disaster_support.features.drills.materials import load_drills

    return [_describe(plan.id, plan) for plan in load_drills(context.paths.resources).values()]


def _list_drills(context: Context, folder: Path) -> list[dict[str, object]]:
    from disaster_support.features.drills.log import count_participation
    from disaster_support.features.drills.service import list_drills

    with opened(context, folder) as register:
        return [
            _describe(drill.id, drill.plan)
            | {
                "held_on": drill.held_on.isoformat(),
                "begins": drill.begins.isoformat("minutes"),
                "state": "ended" if drill.ended_at else "begun" if drill.started_at else "planned",
                "people": count_participation(register, drill.id).total,
            }
            for drill in list_drills(register)
        ]


def _describe(id_: str, plan: "Plan") -> dict[str, object]:
    return {
        "id": id_,
        "title": plan.title.say(current_language()),
        "minutes": plan.minutes,
        "items": len(plan.item),
        "injects": len(plan.inject),
    }


def _new(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.drills.materials import get_template
    from disaster_support.features.drills.service import new_drill

    plan = get_template(context.paths.resources, chosen.template)
    with opened(context, chosen.data) as register:
        drill = new_drill(register, plan, chosen.day or context.clock().date())
    sys.stdout.write(f"{drill.id}\n")
    return 0


def _print(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.drills.printing import list_feedback_languages, write_folder

    drill = _find(context, chosen)
    _speak(context, chosen)
    tags = [context.catalogue.get_language(tag).tag for tag in map(str.strip, chosen.languages.split(",")) if tag]
    files = write_folder(context, drill, chosen.out, tags or list_feedback_languages(context), show_progress)
    print_rows([(path,) for path in files])
    return 0


def _find(context: Context, chosen: argparse.Namespace) -> "Plan | Drill":
    """Return the drill of the register, or the template where none is named."""
    from disaster_support.features.drills.materials import get_template
    from disaster_support.features.drills.service import get_drill

    if not chosen.data:
        return get_template(context.paths.resources, chosen.id)
    with opened(context, chosen.data) as register:
        return get_drill(register, chosen.id)


def _report(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.drills.printing import print_report
    from disaster_support.features.drills.service import get_drill
    from disaster_support.files import write_whole

    with opened(context, chosen.data) as register:
        _speak(context, chosen)
        report = print_report(context, register, get_drill(register, chosen.id))
    write_whole(chosen.out, report)
    sys.stdout.write(f"{chosen.out}\n")
    return 0


def _import(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.drills.log import count_participation
    from disaster_support.features.drills.log_file import import_log
    from disaster_support.features.drills.model import Part
    from disaster_support.features.drills.service import get_drill

    with opened(context, chosen.data) as register:
        drill = get_drill(register, chosen.drill)
        report = import_log(register, drill.id, chosen.file, Part(chosen.part) if chosen.part else None)
        total = count_participation(register, drill.id).total
    for refused in report.refused:
        tell(_("Row {row}: {why}").format(row=refused.row, why=refused.sentence))
    tell(*report.remarks)
    if report.refused:
        raise UserError(report.describe())
    tell(report.describe())
    print_rows([(drill.id, total)])
    return 0
