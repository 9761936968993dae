"""The command of notices: the templates with their slots, and a notice filled in as PDF, PNG or text."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from disaster_support.cli_parts import (
    AddCommand,
    add_json,
    add_marks_option,
    add_page_options,
    print_json,
    print_rows,
    read_languages,
    tell,
)
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Slot
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.paper_files import save_pages

if TYPE_CHECKING:
    from disaster_support.features.notices.model import Filling
    from disaster_support.features.notices.service import NoticeService


def add_notice_command(commands: Any, add: AddCommand) -> None:
    """Add the command to a parser's own; `add` makes a parser for it."""
    notice = add(commands, "notice", _notice, _("fill in a notice and make it as PDF or PNG, or list the templates"))
    notice.add_argument("id", nargs="?", metavar="ID", help=_("a template; see --list"))
    notice.add_argument("--list", action="store_true", help=_("list the templates with their slots"))
    notice.add_argument(
        "--set",
        action="append",
        default=[],
        type=_read_assignment,
        metavar="SLOT=VALUE",
        help=_(
            "what stands in a slot: a day as 2026-11-24, today or tomorrow; a time as 15:00; a number; "
            "a place as the id of an entry or in words. Give it once for each slot"
        ),
    )
    add_page_options(notice, required=False)
    add_marks_option(notice)
    notice.add_argument("--one-a-page", action="store_true", help=_("a page for each language"))
    notice.add_argument("--out", type=Path, metavar="FILE", help=_("the PDF or PNG to write"))
    add_json(notice)


def _read_assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if equals and name:
        return name, value
    raise argparse.ArgumentTypeError(_("{text} is not as in time=15:00").format(text=text))


def _notice(context: Context, chosen: argparse.Namespace) -> int:
    from disaster_support.features.notices.service import NoticeService

    service = NoticeService(context)
    if chosen.list:
        return _list(service, as_json=chosen.json)
    if not chosen.id:
        raise UserError(_("Name a notice, or list them with --list."))
    return _make(context, service, chosen)


def _list(service: "NoticeService", *, as_json: bool) -> int:
    entries = [entry for group in service.templates().values() for entry in group]
    if as_json:
        print_json([_describe(service, entry) for entry in entries])
    else:
        print_rows(
            (entry.id, entry.situation, ",".join(slot.name for slot in entry.slots), service.title(entry, "ja"))
            for entry in entries
        )
    return 0


def _describe(service: "NoticeService", entry: Entry) -> dict[str, Any]:
    japanese = service.fill(entry, {}, [SOURCE_LANGUAGE])
    return {
        "id": entry.id,
        "kind": entry.kind,
        "situation": entry.situation,
        "slots": [_describe_slot(slot) for slot in entry.slots],
        "japanese": japanese[SOURCE_LANGUAGE].text if japanese else "",
        "since": entry.since,
        "formerly": list(entry.formerly),
    }


def _describe_slot(slot: Slot) -> dict[str, Any]:
    described: dict[str, Any] = {"name": slot.name, "type": slot.type}
    if slot.label:
        described["label"] = slot.label.say(current_language())
    if slot.most:
        described |= {"least": slot.least, "most": slot.most}
    if slot.after:
        described["after"] = slot.after
    return described


def _make(context: Context, service: "NoticeService", chosen: argparse.Namespace) -> int:
    from disaster_support.features.notices.explain import explain
    from disaster_support.features.notices.model import NoticeOptions

    entry = service.get_template(chosen.id)
    options = NoticeOptions(
        languages=read_languages(context, chosen.languages),
        paper=chosen.paper,
        landscape=chosen.landscape,
        one_a_page=chosen.one_a_page,
        marks=not chosen.without_marks,
        printed_on=service.today(),
    )
    if not chosen.out and not chosen.json:
        raise UserError(_("Give --out FILE.pdf or FILE.png, or --json for the texts alone."))
    filling = service.read(entry, dict(chosen.set))
    if not filling.is_complete:
        return _refuse(filling)
    tell(*(f"{name}: {sentence}" for name, sentence in filling.warnings.items()))
    files: tuple[Path, ...] = ()
    if chosen.out:
        made = service.make(entry, filling.values, options)
        files = save_pages(made, chosen.out)
        tell(*explain(context.catalogue, made.moved, made.missing))
    if chosen.json:
        phrases = service.fill(entry, filling.values, (SOURCE_LANGUAGE, *options.languages))
        texts = {tag: phrase.text for tag, phrase in phrases.items()}
        print_json({"id": entry.id, "texts": texts, "files": [str(file) for file in files]})
    else:
        print_rows([(file,) for file in files])
    return 0


def _refuse(filling: "Filling") -> int:
    """Say of each slot what is wrong with it: the user's mistake, with a sentence for each."""
    tell(*(f"{name}: {sentence}" for name, sentence in filling.errors.items()))
    return 2
