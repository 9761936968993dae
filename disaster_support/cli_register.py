"""The commands of the register: people in and out, counts, lists, shelters, backups, invented people."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from disaster_support.cli_parts import (
    AddCommand,
    add_data,
    add_group,
    add_json,
    add_out,
    opened,
    print_json,
    print_rows,
    read_passphrase,
    show_progress,
    tell,
)
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext

FORMATS = ("csv", "xlsx", "pfif", "json")


def add_register_commands(commands: Any, add: AddCommand) -> None:
    """Add the commands to a parser's own; `add` makes a parser for one of them."""
    _add_register(add_group(commands, "register", _("make, check, back up and restore a register")), add)
    _add_evacuees(add_group(commands, "evacuees", _("add, find, count, import and export people")), add)
    shelters = add_group(commands, "shelters", _("lists of shelters"))
    import_ = add(shelters, "import", _import_shelters, _("read a municipality's or GSI's list of shelters"))
    import_.add_argument("file", type=Path, metavar="FILE")
    add_data(import_)
    _add_report(import_)
    sample = add(commands, "sample", _write_sample, _("invent people for trials and drills"))
    sample.add_argument("--people", type=_read_number, required=True, metavar="N")
    sample.add_argument("--seed", type=int, default=1, metavar="K", help=_("the same seed gives the same people"))
    add_out(sample, "FILE.csv")


def _add_register(group: Any, add: AddCommand) -> None:
    create = add(group, "create", _create, _("make a register; its recovery key is printed this once"))
    add_data(create)
    for name, summary in (
        ("--event", _("the disaster")),
        ("--shelter", _("the shelter")),
        ("--staff", _("the name of whoever manages the register")),
    ):
        create.add_argument(name, required=True, metavar="TEXT", help=summary)
    add_data(add(group, "check", _check, _("check file, journal, rows and backups; a line for each fault")))
    add_data(add(group, "backup", _back_up, _("back the register up and print the file")))
    restore = add(group, "restore", _restore, _("put a backup in the place of the register"))
    add_data(restore)
    restore.add_argument("--backup", type=Path, metavar="FILE", help=_("the newest, unless one is named"))


def _add_evacuees(group: Any, add: AddCommand) -> None:
    new = add(group, "add", _add_people, _("add people from JSON; prints the id of each"))
    add_data(new)
    new.add_argument("--json", required=True, metavar="FILE", dest="source", help=_("a file, or - for standard input"))
    import_ = add(group, "import", _import_people, _("add the people of a CSV or XLSX file"))
    import_.add_argument("file", type=Path, metavar="FILE")
    add_data(import_)
    _add_report(import_)
    add_out(add(group, "template", _write_template, _("write an empty list with the documented columns")), "FILE.csv")
    export = add(group, "export", _export, _("write everybody to a file"))
    add_data(export)
    export.add_argument("--format", choices=FORMATS, required=True)
    add_out(export, "FILE")
    find = add(group, "find", _find, _("find people by any part of a name, a telephone or a card number"))
    find.add_argument("text", metavar="TEXT")
    add_data(find)
    add_json(find)
    count = add(group, "count", _count, _("count the people who are here"))
    count.add_argument("--by", choices=("language", "nationality", "need"), required=True)
    add_data(count)
    add_json(count)
    for name, command, summary in (
        ("in", _come_in, _("somebody comes in")),
        ("out", _go_out, _("somebody leaves")),
    ):
        move = add(group, name, command, summary)
        move.add_argument("id", metavar="ID", help=_("id, card number or card code"))
        add_data(move)


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", type=Path, metavar="FILE", help=_("a CSV of what was mended or refused"))


def _read_number(text: str) -> int:
    if text.isdecimal() and 0 < int(text) <= 1_000_000:
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is no number from 1 to 1000000").format(text=text))


# -- the register


def _create(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.keys import is_weak
    from disaster_support.storage.register import create_register

    passphrase = read_passphrase()
    created = create_register(chosen.data, chosen.event, chosen.shelter, chosen.staff, passphrase, context.clock)
    created.register.close()
    if is_weak(passphrase):
        tell(_("The passphrase is short: a longer one is safer."))
    tell(_("The recovery key opens the register when all passphrases are lost. Write it down and lock it away:"))
    sys.stdout.write(f"{created.recovery_key}\n")
    return 0


def _check(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.check import check_register

    with opened(context, chosen.data, back_up=False) as register:
        findings = check_register(register)
    sys.stdout.writelines(f"{one.code}\t{one.sentence}\n" for one in findings)
    if not findings:
        tell(_("The register is whole."))
    return 1 if findings else 0


def _back_up(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.backups import list_backups, make_backup

    with opened(context, chosen.data, back_up=False) as register:
        made = make_backup(register, "asked") or list_backups(chosen.data)[0]
    sys.stdout.write(f"{made.path}\n")
    return 0


def _restore(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.backups import list_backups, restore_backup

    backup = chosen.backup or next((one.path for one in list_backups(chosen.data)), None)
    if backup is None:
        raise UserError(_("There is no backup in {folder}.").format(folder=chosen.data))
    restore_backup(chosen.data, backup, read_passphrase(), context.clock)
    sys.stdout.write(f"{backup}\n")
    return 0


# -- people


def _add_people(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.exchange_in import add_intakes
    from disaster_support.features.reception.intake import read_details

    passphrase = read_passphrase()
    given = _read_json(chosen.source)
    now = context.clock().astimezone()
    intakes = [read_details(fields, now) for fields in given]
    with opened(context, chosen.data, passphrase) as register:
        ids = add_intakes(register, intakes)
    sys.stdout.writelines(f"{one}\n" for one in ids)
    return 0


def _read_json(source: str) -> list[dict[str, Any]]:
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8-sig")
        data = json.loads(text)
    except OSError as error:
        raise UserError(_("{path} cannot be read: {reason}.").format(path=source, reason=error.strerror)) from error
    except ValueError as error:
        raise UserError(_("This is no JSON: {reason}.").format(reason=error)) from error
    people = data if isinstance(data, list) else [data]
    if not people or not all(isinstance(one, dict) for one in people):
        raise UserError(_("Give one person as a JSON object, or several as a list of objects."))
    return [{key: value for key, value in one.items() if key not in ("id", "number")} for one in people]


def _import_people(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.exchange_in import import_people, read_file
    from disaster_support.features.reception.import_report import write_report

    passphrase = read_passphrase()
    given = read_file(chosen.file, context.clock().astimezone())
    _check_report(chosen)
    with opened(context, chosen.data, passphrase) as register:
        report = import_people(register, given.rows, given.total, show_progress)
    tell(*given.remarks, report.describe())
    if chosen.report:
        write_report(chosen.report, report.remarks, given.remarks)
    return 0


def _write_template(_context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.export import template_csv
    from disaster_support.files import write_whole

    write_whole(chosen.out, template_csv())
    sys.stdout.write(f"{chosen.out}\n")
    return 0


def _export(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.exchange_out import export_file, warn_of_file

    with opened(context, chosen.data) as register:
        exported = export_file(register, chosen.format, chosen.out, report=show_progress)
    tell(exported.describe(), warn_of_file())
    sys.stdout.write(f"{chosen.out}\n")
    return 0


def _find(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.exchange_out import describe_json, household_numbers
    from disaster_support.features.reception.model import Filters
    from disaster_support.features.reception.service import find_people

    with opened(context, chosen.data) as register:
        found = find_people(register, Filters(text=chosen.text))
        numbers = household_numbers(register, found)
    if chosen.json:
        print_json([describe_json(one, numbers[one.household_id]) for one in found])
    else:
        print_rows([(one.id, one.number, one.details.name, one.details.latin or "", one.state) for one in found])
    return 0


def _count(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage import counts

    with opened(context, chosen.data) as register:
        if chosen.by == "language":
            rows: list[Mapping[str, Any]] = [
                {"language": one.tag, "people": one.people, "also": one.also, "interpreter": one.interpreter}
                for one in counts.count_languages(register)
            ]
        elif chosen.by == "nationality":
            rows = [{"nationality": code, "people": people} for code, people in counts.count_nationalities(register)]
        else:
            found = counts.count_needs(register)
            rows = [{"need": kind, "people": people, "waiting": waiting} for kind, people, waiting in found]
    if chosen.json:
        print_json(rows)
    else:
        print_rows([tuple(row.values()) for row in rows])
    return 0


def _come_in(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.model import MovementKind

    return _move(context, chosen, MovementKind.IN)


def _go_out(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.model import MovementKind

    return _move(context, chosen, MovementKind.OUT)


def _move(context: Context, chosen: argparse.Namespace, kind: Any) -> int:
    from disaster_support.features.reception.comings import move
    from disaster_support.features.reception.service import find_by_code
    from disaster_support.storage.counts import count_here
    from disaster_support.storage.people import get_person

    with opened(context, chosen.data) as register:
        person_id = find_by_code(register, chosen.id)
        moved = move(register, [person_id], kind)
        person, here = get_person(register, person_id), count_here(register)
    if moved.already:
        tell(_("{number} was so already: nothing was written.").format(number=person.number))
    tell(ngettext("{count} person is here.", "{count} people are here.", here).format(count=here))
    print_rows([(person.id, person.number, person.state)])
    return 0


# -- shelters, invented people


def _import_shelters(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.shelter_lists import read_shelters, write_repairs
    from disaster_support.storage.shelters import put_shelters

    passphrase = read_passphrase()
    found = read_shelters(chosen.file)
    _check_report(chosen)
    with opened(context, chosen.data, passphrase) as register:
        put_shelters(register, found.shelters)
    if chosen.report:
        write_repairs(chosen.report, found.repairs, found.refused, found.about)
    tell(
        found.about,
        _("{count} shelters, {repairs} values mended, {refused} rows refused.").format(
            count=len(found.shelters), repairs=len(found.repairs), refused=len(found.refused)
        ),
    )
    return 0


def _write_sample(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.sample import invent_people, write_people

    folder = context.paths.resources / "sample"
    write_people(chosen.out, invent_people(chosen.people, chosen.seed, context.clock().date(), folder))
    sys.stdout.write(f"{chosen.out}\n")
    return 0


# -- inside


def _check_report(chosen: argparse.Namespace) -> None:
    """See that the report can be written before anything else is."""
    if chosen.report and not chosen.report.parent.is_dir():
        raise UserError(
            _("The folder {folder} does not exist. Make it or choose another.").format(folder=chosen.report.parent)
        )
