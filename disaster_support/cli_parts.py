"""What commands share: options, opening a register, and writing to the terminal.

The passphrase comes from the variable DISASTER_SUPPORT_PASSPHRASE, or as the first line of standard input.
"""

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

PAPERS = ("A5", "A4", "A3")
PASSPHRASE_VARIABLE = "DISASTER_SUPPORT_PASSPHRASE"

Command = Callable[[Context, argparse.Namespace], int]
AddCommand = Callable[[Any, str, Command, str], argparse.ArgumentParser]


def add_group(commands: Any, name: str, summary: str) -> Any:
    """Add a word that commands follow; return what they are added to."""
    parser = commands.add_parser(name, help=summary, description=summary)
    return parser.add_subparsers(required=True, metavar=_("COMMAND"))


def add_data(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Let a command be told where the register is."""
    parser.add_argument("--data", required=required, type=Path, metavar="FOLDER", help=_("where the register is"))


def add_out(parser: argparse.ArgumentParser, metavar: str) -> None:
    """Let a command be told what to write."""
    parser.add_argument("--out", required=True, type=Path, metavar=metavar)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let a command that lists speak JSON."""
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def add_page_options(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Let a command be told what is printed on, and in which languages."""
    words = _("languages with commas between, in order")
    parser.add_argument("--languages", required=required, default="", metavar="TAGS", help=words)
    parser.add_argument("--paper", choices=PAPERS, default="A4")
    parser.add_argument("--landscape", action="store_true")


def add_marks_option(parser: argparse.ArgumentParser) -> None:
    """Let a command leave off the marks of texts that nobody has checked."""
    words = _("leave off the marks of translations that nobody has checked; the footer of each page says so")
    parser.add_argument("--without-marks", action="store_true", help=words)


def read_languages(context: Context, text: str) -> tuple[str, ...]:
    """Return the languages that were given with commas between, each once, in their order.

    Raises:
        UserError: there is none, or one is unknown.

    """
    tags = [tag.strip() for tag in text.split(",") if tag.strip()]
    if not tags:
        raise UserError(_("No language was named: give --languages, for example vi,ne,my."))
    return tuple(dict.fromkeys(context.catalogue.get_language(tag).tag for tag in tags))


def read_year(text: str) -> int:
    """Return a year that was given as an option; argparse says what is wrong with another text."""
    if text.isascii() and text.isdecimal() and 2000 <= int(text) < 2100:
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is no year such as 2026").format(text=text))


@contextlib.contextmanager
def opened(
    context: Context, folder: Path, passphrase: str | None = None, *, back_up: bool = True
) -> Iterator["Register"]:
    """Open the register of a folder with this passphrase, or the one that `read_passphrase` finds."""
    from disaster_support.storage.backups import is_due, make_backup
    from disaster_support.storage.register import open_register

    register = open_register(folder, read_passphrase() if passphrase is None else passphrase, context.clock)
    try:
        if back_up and is_due(register):
            make_backup(register, "opening")
        yield register
    finally:
        register.close()


def read_passphrase() -> str:
    """Return the passphrase from the environment, the keyboard or standard input.

    Raises:
        UserError: there is none.

    """
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


def show_progress(done: int, total: int, text: str) -> None:
    """Show how far a long job is, where somebody is looking."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}" if done < total else "\r\x1b[K")


def tell(*sentences: str) -> None:
    """Say something to whoever is looking; it is no part of the result."""
    sys.stderr.writelines(f"{sentence}\n" for sentence in sentences)


def print_json(data: object) -> None:
    """Write a result as JSON."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def print_rows(rows: Iterable[Sequence[object]]) -> None:
    """Write a result as lines with tabs between their cells."""
    sys.stdout.writelines("\t".join(str(cell) for cell in row) + "\n" for row in rows)
