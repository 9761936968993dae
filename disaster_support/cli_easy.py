"""The command of the Easy Japanese helper: what to say more easily, and the readings above the kanji."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disaster_support.cli_parts import AddCommand, add_json, print_json
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.easy import Analysis, Finding

_MOST_BYTES = 8  # that any encoding takes for a character


def add_easy_command(commands: Any, add: AddCommand) -> None:
    """Add the command to a parser's own; `add` makes its parser."""
    easy = add(commands, "easy", _look, _("say what is hard in a Japanese text, and how to say it more easily"))
    given = easy.add_mutually_exclusive_group(required=True)
    given.add_argument("text", nargs="?", metavar="TEXT")
    given.add_argument("--file", type=Path, metavar="FILE", help=_("a text file"))
    add_json(easy)


def _look(_context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.easy import analyse, check_length

    text = _read(chosen.file) if chosen.file else chosen.text
    if not text.strip():
        raise UserError(_("There is no text: give some Japanese in quotation marks, or a file with --file."))
    check_length(text)
    analysis = analyse(text)
    if chosen.json:
        print_json(_describe(analysis))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _write(analysis))
    return 0


def _read(path: Path) -> str:
    from disaster_support.easy import LONGEST_TEXT
    from disaster_support.lists.decoding import decode

    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES * LONGEST_TEXT)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(_("{file} cannot be read: {reason}.").format(file=path, reason=reason)) from error
    try:
        text, is_damaged = decode(data)
    except UserError:
        text, is_damaged = "", True
    if is_damaged or "\0" in text:
        raise UserError(_("{file} is no text file: save the text as UTF-8 and try again.").format(file=path))
    return text.replace("\r\n", "\n")


def _describe(analysis: "Analysis") -> dict[str, Any]:
    return {
        "text": analysis.text,
        "readings": [asdict(ruby) for ruby in analysis.readings],
        "words": [asdict(word) for word in analysis.words],
        "findings": [_describe_finding(finding) for finding in analysis.findings],
    }


def _describe_finding(finding: "Finding") -> dict[str, Any]:
    described = asdict(finding)
    del described["replacement"]  # for buttons: whether the suggestion can take the place as it stands
    return described


def _write(analysis: "Analysis") -> list[str]:
    from disaster_support.easy.kinds import name_kind
    from disaster_support.easy.writing import write_aozora

    lines = [write_aozora(analysis.text, analysis.readings), ""]
    for one in analysis.findings:
        column = one.start - (analysis.text.rfind("\n", 0, one.start) + 1) + 1
        quoted = one.text.replace("\n", " ")
        lines.append(f"{one.line}:{column}\t{name_kind(one.kind)}\t{quoted}")
        lines.append(f"\t{one.reason}")
        lines.append("\t→ " + one.suggestion.replace("\n", "\n\t  "))
    return lines if analysis.findings else [*lines, _("Nothing was found that is hard to read.")]
