"""The commands of courses: templates and what a school has made of them, printed whole, out and in as files."""

import argparse
import contextlib
import sys
from collections.abc import Iterator
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
    read_year,
    show_progress,
    tell,
)
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.features.training.model import Course, Materials, Plan
    from disaster_support.storage.register import Register


def add_course_commands(commands: Any, add: AddCommand) -> None:
    """Add the commands to a parser's own; `add` makes a parser for one of them."""
    group = add_group(commands, "course", _("plan courses, print them, and pass them on"))
    list_ = add(group, "list", _list, _("list the templates, or the courses of a register"))
    add_data(list_, required=False)
    list_.add_argument("--year", type=read_year, metavar="N", help=_("only the courses of this fiscal year"))
    add_json(list_)
    new = add(group, "new", _new, _("make a course from a template; prints its id"))
    new.add_argument("--template", required=True, metavar="ID")
    _add_year(new)
    add_data(new)
    print_ = add(group, "print", _print, _("write everything that a course or a template needs on paper"))
    print_.add_argument("id", metavar="ID", help=_("a template, or a course of the register"))
    add_data(print_, required=False)
    print_.add_argument(
        "--languages", default="", metavar="TAGS", help=_("of boards, signs and role-play cards, with commas between")
    )
    print_.add_argument(
        "--in", choices=("ja", "en"), default="ja", dest="paper_language", help=_("the language of the papers")
    )
    add_out(print_, "FOLDER")
    export = add(group, "export", _export, _("write the plan of a course or a template to a file"))
    export.add_argument("id", metavar="ID", help=_("a template, or a course of the register"))
    add_data(export, required=False)
    add_out(export, "FILE")
    import_ = add(group, "import", _import, _("make a course from the plan in a file; prints its id"))
    import_.add_argument("file", type=Path, metavar="FILE")
    _add_year(import_)
    add_data(import_)


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=read_year, metavar="N", help=_("the fiscal year, from April; this one, if not"))


def _list(context: Context, chosen: argparse.Namespace) -> int:
    rows = _list_courses(context, chosen) if chosen.data else _list_templates(context)
    if chosen.json:
        print_json(rows)
    else:
        print_rows([tuple(row.values()) for row in rows])
    return 0


def _list_templates(context: Context) -> list[dict[str, object]]:
    return [_describe_plan(plan.id, plan) for plan in _load_materials(context).templates.values()]


def _list_courses(context: Context, chosen: argparse.Namespace) -> list[dict[str, object]]:
    from disaster_support.features.training.people import list_participants
    from disaster_support.features.training.service import list_courses

    with opened(context, chosen.data) as register:
        return [
            _describe_plan(course.id, course.plan)
            | {
                "year": course.fiscal_year,
                "first_day": min((str(day.on) for day in course.plan.days), default=""),
                "venue": course.venue,
                "participants": len(list_participants(register, course.id)),
            }
            for course in list_courses(register, chosen.year)
        ]


def _describe_plan(id_: str, plan: "Plan") -> dict[str, object]:
    return {
        "id": id_,
        "title": plan.title.say(current_language()),
        "lessons": plan.lessons,
        "lesson_minutes": plan.lesson_minutes,
        "units": len(plan.unit),
    }


def _new(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.training.materials import find_template

    return _keep(context, chosen, find_template(_load_materials(context), chosen.template))


def _import(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.training.checking import check_plan
    from disaster_support.features.training.exchange import import_plan

    try:
        plan = import_plan(chosen.file.read_bytes())
    except OSError as error:
        raise UserError(
            _("{path} cannot be read: {reason}.").format(path=chosen.file, reason=error.strerror)
        ) from error
    code = _keep(context, chosen, plan)
    tell(*(f"{one.field}: {one.sentence}" for one in check_plan(plan, _load_materials(context), context.catalogue)))
    return code


def _keep(context: Context, chosen: argparse.Namespace, plan: "Plan") -> int:
    from disaster_support.features.training.service import new_course

    with opened(context, chosen.data) as register:
        course = new_course(register, plan, chosen.year or fiscal_year_of(context.clock().date()))
    sys.stdout.write(f"{course.id}\n")
    return 0


def _print(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.course_sheets import course_sheets
    from disaster_support.features.training.folder import write_folder

    named = [context.catalogue.get_language(tag.strip()).tag for tag in chosen.languages.split(",") if tag.strip()]
    tags = named or context.settings.current.sign_languages
    with _found(context, chosen) as (course, register):
        files = write_folder(
            context, course, chosen.out, chosen.paper_language, tags, course_sheets(), show_progress, register
        )
    print_rows([(path,) for path in files])
    return 0


def _export(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.training.exchange import export_plan
    from disaster_support.files import write_whole

    with _found(context, chosen) as (course, _register):
        write_whole(chosen.out, export_plan(course.plan))
    sys.stdout.write(f"{chosen.out}\n")
    return 0


@contextlib.contextmanager
def _found(context: Context, chosen: argparse.Namespace) -> Iterator[tuple["Course", "Register | None"]]:
    """Give the course of the open register; without one, a template as if it were a course of this year."""
    from disaster_support.features.training.materials import find_template
    from disaster_support.features.training.model import Course
    from disaster_support.features.training.service import get_course
    from disaster_support.fiscal_year import fiscal_year_of

    if chosen.data:
        with opened(context, chosen.data) as register:
            yield get_course(register, chosen.id), register
    else:
        plan = find_template(_load_materials(context), chosen.id)
        yield Course("", plan, fiscal_year_of(context.clock().date())), None


def _load_materials(context: Context) -> "Materials":
    from disaster_support.features.training.materials import load_materials

    return load_materials(context.paths.resources)
