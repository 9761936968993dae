"""The commands of the register: people in and out, counts, lists, shelters, backups, invented people.

The passphrase comes from the variable DISASTER_SUPPORT_PASSPHRASE, or as the first line of standard input.
"""

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

PASSPHRASE_VARIABLE = "DISASTER_SUPPORT_PASSPHRASE"
FORMATS = ("csv", "xlsx", "pfif", "json")

Command = Callable[[Context, argparse.Namespace], int]
AddCommand = Callable[[Any, str, Command, str], argparse.ArgumentParser]


def add_register_commands(commands: Any, add: AddCommand) -> None:
    """Add the commands to a parser's own; `add` makes a parser for one of them."""
    _add_register(_add_group(commands, "register", _("make, check, back up and restore a register")), add)
    _add_evacuees(_add_group(commands, "evacuees", _("add, find, count, import and export people")), add)
    shelters = _add_group(commands, "shelters", _("lists of shelters"))
    import_ = add(shelters, "import", _import_shelters, _("read a municipality's or GSI's list of shelters"))
    import_.add_argument("file", type=Path, metavar="FILE")
    _add_data(import_)
    _add_report(import_)
    sample = add(commands, "sample", _write_sample, _("invent people for trials and drills"))
    sample.add_argument("--people", type=_read_number, required=True, metavar="N")
    sample.add_argument("--seed", type=int, default=1, metavar="K", help=_("the same seed gives the same people"))
    _add_out(sample, "FILE.csv")


def _add_register(group: Any, add: AddCommand) -> None:
    create = add(group, "create", _create, _("make a register; its recovery key is printed this once"))
    _add_data(create)
    for name, summary in (
        ("--event", _("the disaster")),
        ("--shelter", _("the shelter")),
        ("--staff", _("the name of whoever manages the register")),
    ):
        create.add_argument(name, required=True, metavar="TEXT", help=summary)
    _add_data(add(group, "check", _check, _("check file, journal, rows and backups; a line for each fault")))
    _add_data(add(group, "backup", _back_up, _("back the register up and print the file")))
    restore = add(group, "restore", _restore, _("put a backup in the place of the register"))
    _add_data(restore)
    restore.add_argument("--backup", type=Path, metavar="FILE", help=_("the newest, unless one is named"))


def _add_evacuees(group: Any, add: AddCommand) -> None:
    new = add(group, "add", _add_people, _("add people from JSON; prints the id of each"))
    _add_data(new)
    new.add_argument("--json", required=True, metavar="FILE", dest="source", help=_("a file, or - for standard input"))
    import_ = add(group, "import", _import_people, _("add the people of a CSV or XLSX file"))
    import_.add_argument("file", type=Path, metavar="FILE")
    _add_data(import_)
    _add_report(import_)
    _add_out(add(group, "template", _write_template, _("write an empty list with the documented columns")), "FILE.csv")
    export = add(group, "export", _export, _("write everybody to a file"))
    _add_data(export)
    export.add_argument("--format", choices=FORMATS, required=True)
    _add_out(export, "FILE")
    find = add(group, "find", _find, _("find people by any part of a name, a telephone or a card number"))
    find.add_argument("text", metavar="TEXT")
    _add_data(find)
    _add_json(find)
    count = add(group, "count", _count, _("count the people who are here"))
    count.add_argument("--by", choices=("language", "nationality", "need"), required=True)
    _add_data(count)
    _add_json(count)
    for name, command, summary in (
        ("in", _come_in, _("somebody comes in")),
        ("out", _go_out, _("somebody leaves")),
    ):
        move = add(group, name, command, summary)
        move.add_argument("id", metavar="ID", help=_("id, card number or card code"))
        _add_data(move)


def _add_group(commands: Any, name: str, summary: str) -> Any:
    parser = commands.add_parser(name, help=summary, description=summary)
    return parser.add_subparsers(required=True, metavar=_("COMMAND"))


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", required=True, type=Path, metavar="FOLDER", help=_("where the register is"))


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", type=Path, metavar="FILE", help=_("a CSV of what was mended or refused"))


def _add_out(parser: argparse.ArgumentParser, metavar: str) -> None:
    parser.add_argument("--out", required=True, type=Path, metavar=metavar)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def _read_number(text: str) -> int:
    if text.isdecimal() and 0 < int(text) <= 1_000_000:
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is no number from 1 to 1000000").format(text=text))


# -- the register


def _create(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.keys import is_weak
    from disaster_support.storage.register import create_register

    passphrase = _read_passphrase()
    created = create_register(chosen.data, chosen.event, chosen.shelter, chosen.staff, passphrase, context.clock)
    created.register.close()
    if is_weak(passphrase):
        _tell(_("The passphrase is short: a longer one is safer."))
    _tell(_("The recovery key opens the register when all passphrases are lost. Write it down and lock it away:"))
    sys.stdout.write(f"{created.recovery_key}\n")
    return 0


def _check(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.check import check_register

    with _opened(context, chosen.data, back_up=False) as register:
        findings = check_register(register)
    sys.stdout.writelines(f"{one.code}\t{one.sentence}\n" for one in findings)
    if not findings:
        _tell(_("The register is whole."))
    return 1 if findings else 0


def _back_up(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.backups import list_backups, make_backup

    with _opened(context, chosen.data, back_up=False) as register:
        made = make_backup(register, "asked") or list_backups(chosen.data)[0]
    sys.stdout.write(f"{made.path}\n")
    return 0


def _restore(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage.backups import list_backups, restore_backup

    backup = chosen.backup or next((one.path for one in list_backups(chosen.data)), None)
    if backup is None:
        raise UserError(_("There is no backup in {folder}.").format(folder=chosen.data))
    restore_backup(chosen.data, backup, _read_passphrase(), context.clock)
    sys.stdout.write(f"{backup}\n")
    return 0


# -- people


def _add_people(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.exchange_in import add_intakes
    from disaster_support.features.reception.intake import read_details

    passphrase = _read_passphrase()
    given = _read_json(chosen.source)
    now = context.clock().astimezone()
    intakes = [read_details(fields, now) for fields in given]
    with _opened(context, chosen.data, passphrase) as register:
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

    passphrase = _read_passphrase()
    given = read_file(chosen.file, context.clock().astimezone())
    _check_report(chosen)
    with _opened(context, chosen.data, passphrase) as register:
        report = import_people(register, given.rows, given.total, _show_progress)
    _tell(*given.remarks, report.describe())
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

    with _opened(context, chosen.data) as register:
        exported = export_file(register, chosen.format, chosen.out, report=_show_progress)
    _tell(exported.describe(), warn_of_file())
    sys.stdout.write(f"{chosen.out}\n")
    return 0


def _find(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.exchange_out import describe_json, household_numbers
    from disaster_support.features.reception.model import Filters
    from disaster_support.features.reception.service import find_people

    with _opened(context, chosen.data) as register:
        found = find_people(register, Filters(text=chosen.text))
        numbers = household_numbers(register, found)
    if chosen.json:
        _print_json([describe_json(one, numbers[one.household_id]) for one in found])
    else:
        _print_rows([(one.id, one.number, one.details.name, one.details.latin or "", one.state) for one in found])
    return 0


def _count(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.storage import counts

    with _opened(context, chosen.data) as register:
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
        _print_json(rows)
    else:
        _print_rows([tuple(row.values()) for row in rows])
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

    with _opened(context, chosen.data) as register:
        person_id = find_by_code(register, chosen.id)
        moved = move(register, [person_id], kind)
        person, here = get_person(register, person_id), count_here(register)
    if moved.already:
        _tell(_("{number} was so already: nothing was written.").format(number=person.number))
    _tell(ngettext("{count} person is here.", "{count} people are here.", here).format(count=here))
    _print_rows([(person.id, person.number, person.state)])
    return 0


# -- shelters, invented people


def _import_shelters(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.reception.shelter_lists import read_shelters, write_repairs
    from disaster_support.storage.shelters import put_shelters

    passphrase = _read_passphrase()
    found = read_shelters(chosen.file)
    _check_report(chosen)
    with _opened(context, chosen.data, passphrase) as register:
        put_shelters(register, found.shelters)
    if chosen.report:
        write_repairs(chosen.report, found.repairs, found.refused, found.about)
    _tell(
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


@contextlib.contextmanager
def _opened(
    context: Context, folder: Path, passphrase: str | None = None, *, back_up: bool = True
) -> Iterator["Register"]:
    from disaster_support.storage.backups import is_due, make_backup
    from disaster_support.storage.register import open_register

    register = open_register(folder, _read_passphrase() if passphrase is None else passphrase, context.clock)
    try:
        if back_up and is_due(register):
            make_backup(register, "opening")
        yield register
    finally:
        register.close()


def _check_report(chosen: argparse.Namespace) -> None:
    """See that the report can be written before anything else is."""
    if chosen.report and not chosen.report.parent.is_dir():
        raise UserError(
            _("The folder {folder} does not exist. Make it or choose another.").format(folder=chosen.report.parent)
        )


def _read_passphrase() -> str:
    if passphrase := environ.get(PASSPHRASE_VARIABLE):
        return passphrase
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(_("Passphrase: "))
    passphrase = sys.stdin.readline().rstrip("\r\n")
    if not passphrase:
        raise UserError(
            _("Give the passphrase in the variable {variable}, or as the first line of standard input.").format(
                variable=PASSPHRASE_VARIABLE
            )
        )
    return passphrase


def _show_progress(done: int, total: int, text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}" if done < total else "\r\x1b[K")


def _tell(*sentences: str) -> None:
    sys.stderr.writelines(f"{sentence}\n" for sentence in sentences)


def _print_json(data: object) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _print_rows(rows: list[tuple[Any, ...]]) -> None:
    sys.stdout.writelines("\t".join(str(cell) for cell in row) + "\n" for row in rows)
