"""The command line: every job that needs no window, over the same services.

Exit codes: 0 done; 1 `check` found a fault; 2 the user's mistake, with one sentence on standard error.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from disaster_support.cli_costs import add_costs_commands
from disaster_support.cli_course import add_course_commands
from disaster_support.cli_drill import add_drill_commands
from disaster_support.cli_easy import add_easy_command
from disaster_support.cli_notice import add_notice_command
from disaster_support.cli_parts import (
    Command,
    add_json,
    add_marks_option,
    add_out,
    add_page_options,
    print_json,
    print_rows,
    read_languages,
)
from disaster_support.cli_register import add_register_commands
from disaster_support.cli_review import add_review_commands
from disaster_support.content.model import Language, Phrase
from disaster_support.context import Context
from disaster_support.damage import list_damage
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.paper_files import save_pages

if TYPE_CHECKING:
    from disaster_support.documents.model import Direction, Document
    from disaster_support.features.signs.model import SignOptions
    from disaster_support.features.signs.service import Made, SignService

_GARBAGE = 50_000  # objects between two looks for garbage: a command makes little, and looking is a tenth of its time

ARROWS = ("up", "up-right", "right", "down-right", "down", "down-left", "left", "up-left")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UserError(_("{message} — see {command} --help.").format(message=message, command=self.prog))


def run_command(arguments: Sequence[str], build_context: Callable[[], Context]) -> int:
    """Run one command and return its exit code."""
    _write_unicode()
    gc.set_threshold(_GARBAGE)
    try:
        context = build_context()
        chosen = build_parser().parse_args(arguments)
        _tell([describe() for describe in list_damage(context)])
        run: Command = chosen.run
        return run(context, chosen)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: there is nobody to tell
        return 0


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; its own sentences speak the interface's language."""
    argparse._ = _  # type: ignore[attr-defined]
    parser = _Parser(prog="disaster-support", description=_("Boards and signs in many languages for shelters."))
    commands = parser.add_subparsers(required=True, metavar=_("COMMAND"))

    languages = _add(commands, "languages", _list_languages, _("list the languages and how much of each is there"))
    add_json(languages)

    library = _add(commands, "library", _list_library, _("list the entries with their texts"))
    library.add_argument("--language", metavar="TAG", help=_("only the texts in this language"))
    add_json(library)

    search = _add(commands, "search", _search, _("find entries by any part of a text"))
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--language", metavar="TAG", help=_("look in this language first, and show it"))
    add_json(search)

    sign = _add(commands, "sign", _make_sign, _("make signs as PDF or PNG"))
    sign.add_argument("ids", nargs="+", metavar="ID")
    add_page_options(sign)
    sign.add_argument("--arrow", choices=ARROWS, help=_("an arrow beside the text"))
    sign.add_argument("--room", default="", metavar="TEXT", help=_("the name of a room"))
    add_marks_option(sign)
    add_out(sign, "FILE")

    board = _add(commands, "board", _make_board, _("make a board to point at as PDF or PNG"))
    board.add_argument("id", metavar="ID")
    add_page_options(board)
    add_marks_option(board)
    add_out(board, "FILE")

    add_notice_command(commands, _add)

    pack = _add(commands, "pack", _make_pack, _("make everything for a purpose in one go"))
    pack.add_argument("id", metavar="PACK", help=_("opening: for the first hour; all-signs: every sign"))
    pack.add_argument("--languages", required=True, metavar="TAGS", help=_("languages with commas between"))
    add_marks_option(pack)
    add_out(pack, "FOLDER")

    check = _add(commands, "check", _check, _("check the library; a line for each fault"))
    words = _("hold the library's terms against a table of other translators' terms")
    check.add_argument("--reference", type=Path, metavar="FILE.tsv", help=words)
    add_json(check)

    add_register_commands(commands, _add)
    add_course_commands(commands, _add)
    add_drill_commands(commands, _add)
    add_costs_commands(commands, _add)
    add_easy_command(commands, _add)
    add_review_commands(commands, _add)

    screens = _add(commands, "screens", _save_screens, _("save every page of the window as a picture"))
    screens.add_argument("--language", choices=("ja", "en"), default="ja")
    screens.add_argument("--size", type=_read_size, default=(1366, 768), metavar="1366x768")
    screens.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    add_out(screens, "FOLDER")
    return parser


def _add(commands: Any, name: str, run: Command, summary: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def _read_size(text: str) -> tuple[int, int]:
    width, _x, height = text.partition("x")
    if width.isdecimal() and height.isdecimal() and 640 <= int(width) <= 7680 and 480 <= int(height) <= 4320:
        return int(width), int(height)
    raise argparse.ArgumentTypeError(_("{text} is no size such as 1366x768").format(text=text))


def _write_unicode() -> None:
    # Windows gives a pipe the console's old code page, in which no Burmese can be written.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _list_languages(context: Context, chosen: argparse.Namespace) -> int:
    rows = [_describe_language(context, language) for language in context.catalogue.languages.values()]
    if chosen.json:
        print_json(rows)
    else:
        print_rows([(*list(row.values())[:-1], f"{row['coverage']:.0%}") for row in rows])
    return 0


def _describe_language(context: Context, language: Language) -> dict[str, Any]:
    filled, total, _reviewed = context.catalogue.coverage(language.tag)
    return {
        "tag": language.tag,
        "autonym": language.autonym,
        "name_ja": language.name_ja,
        "script": language.script,
        "direction": language.direction,
        "wave": language.wave,
        "coverage": filled / total if total else 0.0,
    }


def _list_library(context: Context, chosen: argparse.Namespace) -> int:
    tags = [context.catalogue.get_language(chosen.language).tag] if chosen.language else None
    _print_entries(context, list(context.catalogue.entries), tags, chosen)
    return 0


def _search(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.content.search import search

    tags = [context.catalogue.get_language(chosen.language).tag] if chosen.language else None
    found = search(context.catalogue, chosen.text, tags)
    _print_entries(context, [entry.id for entry in found], tags, chosen)
    return 0


def _print_entries(
    context: Context, ids: Sequence[str], tags: Sequence[str] | None, chosen: argparse.Namespace
) -> None:
    entries = [_describe_entry(context, one, tags or list(context.catalogue.languages)) for one in ids]
    if chosen.json:
        print_json(entries)
    else:
        shown = tags[0] if tags else "ja"
        print_rows([(one["id"], one["kind"], one["situation"], one["texts"].get(shown, "")) for one in entries])


def _describe_entry(context: Context, entry_id: str, tags: Sequence[str]) -> dict[str, Any]:
    entry = context.catalogue.get_entry(entry_id)
    phrases: dict[str, Phrase] = {}
    for tag in tags:
        if phrase := context.catalogue.text(entry_id, tag):
            phrases[tag] = phrase
    return {
        "id": entry.id,
        "kind": entry.kind,
        "situation": entry.situation,
        "texts": {tag: phrase.text for tag, phrase in phrases.items()},
        "review": {tag: phrase.review for tag, phrase in phrases.items()},
    }


def _open_sign_service(context: Context) -> "SignService":
    from disaster_support.features.signs.service import SignService

    return SignService(context, _build_board)


def _build_board(*given: Any, **options: Any) -> "Document":
    """Build a board; signs need not wait for the room of boards to be loaded."""
    from disaster_support.features.boards.documents import build_board

    return build_board(*given, **options)


def _make_sign(context: Context, chosen: argparse.Namespace) -> int:
    ids = [context.catalogue.get_entry(one).id for one in chosen.ids]
    service, options = _open_sign_service(context), _read_options(context, chosen)
    made = service.make_signs(ids, replace(options, arrow=_read_arrow(chosen), room=chosen.room))
    return _save(context, service, made, chosen.out, options)


def _make_board(context: Context, chosen: argparse.Namespace) -> int:
    service, options = _open_sign_service(context), _read_options(context, chosen)
    return _save(context, service, service.make_board(chosen.id, options), chosen.out, options)


def _make_pack(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.signs.explain import explain

    options = _read_options(context, chosen)
    saved = _open_sign_service(context).save_pack(chosen.id, options, chosen.out, _show_progress)
    _tell(explain(context.catalogue, saved.moved, saved.missing, options))
    print_rows([(path,) for path in saved.files])
    return 0


def _check(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.content.checks import check_files
    from disaster_support.probes import build_probes

    probes = build_probes(context.typesetter)
    report = check_files(context.paths.resources, context.paths.translations, probes, chosen.reference)
    agreement = {tag: {"agree": agree, "compared": compared} for tag, (agree, compared) in report.agreement.items()}
    if chosen.json:
        waived = [{**asdict(waiver.fault), "reason": waiver.reason} for waiver in report.waived]
        faults = [asdict(fault) for fault in report.faults]
        print_json({"faults": faults, "waived": waived, **({"reference": agreement} if agreement else {})})
    else:
        print_rows([(fault.language, fault.entry, fault.code, fault.detail) for fault in report.faults])
        _tell([_("{tag}: {agree} of {compared} terms agree.").format(tag=tag, **one) for tag, one in agreement.items()])
    return 1 if report.faults else 0


def _save_screens(context: Context, chosen: argparse.Namespace) -> int:
    import tempfile

    from disaster_support.pages import PAGES
    from disaster_support.settings import SettingsStore
    from disaster_support.system import find_obstacle
    from disaster_support.ui.screens import save_screens

    environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if obstacle := find_obstacle(environ):
        raise UserError(obstacle)
    with tempfile.TemporaryDirectory() as folder:  # pictures are of a first start, and leave no traces in the settings
        fresh = replace(context, settings=SettingsStore(Path(folder) / "settings.json"))
        files = save_screens(fresh, PAGES, chosen.out, chosen.language, chosen.size, chosen.theme)
    print_rows([(path,) for path in files])
    return 0


def _read_options(context: Context, chosen: argparse.Namespace) -> "SignOptions":
    from disaster_support.documents.wall.model import pick_languages
    from disaster_support.features.signs.model import SignOptions

    return SignOptions(
        languages=pick_languages(read_languages(context, chosen.languages)),
        paper=getattr(chosen, "paper", "A4"),
        landscape=getattr(chosen, "landscape", False),
        printed_on=context.clock().date(),
        marks=not chosen.without_marks,
    )


def _read_arrow(chosen: argparse.Namespace) -> "Direction | None":
    from disaster_support.documents.model import Direction

    return Direction(chosen.arrow) if chosen.arrow else None


def _save(context: Context, service: "SignService", made: "Made", path: Path, options: "SignOptions") -> int:
    from disaster_support.features.signs.explain import explain

    files = save_pages(made, path)
    _tell(explain(context.catalogue, made.moved, made.missing, options))
    print_rows([(one,) for one in files])
    return 0


def _show_progress(done: int, total: int, text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{done}/{total} {text}" if done < total else "\r\x1b[K")


def _tell(sentences: Sequence[str]) -> None:
    sys.stderr.writelines(f"{sentence}\n" for sentence in sentences)
