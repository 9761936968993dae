"""Bring the interface's PO files in line with the strings in the code, for `dev.py catalogues`."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from disaster_support.i18n import INTERFACE_LANGUAGES
from disaster_support.paths import find_paths

CODE_LANGUAGE = "en"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}

ARGPARSE = (  # what Python's own parser says; `cli` gives it our gettext
    "argument %(argument_name)s: %(message)s",
    "expected at least one argument",
    "expected one argument",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "options",
    "positional arguments",
    "show this help message and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "usage: ",
)


def collect_strings(package: Path) -> Catalog:
    """Return the strings of the package's modules, each with the files it stands in."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for name, _line, message, comments, context in extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    for sentence in ARGPARSE:
        found.add(sentence, locations=[("argparse", 0)])
    return found


def update_catalogue(strings: Catalog, path: Path, tag: str) -> bool:
    """Add new strings to a PO file and take out the gone ones; return whether the file has changed."""
    before = path.read_bytes() if path.exists() else b""
    catalogue = read_po(BytesIO(before), locale=tag)
    catalogue.project, catalogue.header_comment, catalogue.fuzzy = "disaster-support", "", False
    catalogue.update(strings, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    after = BytesIO()
    write_po(after, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)
    text = _without_dates(after.getvalue())
    if text != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return text != before


def _without_dates(po: bytes) -> bytes:
    volatile = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b'"Last-Translator',
        b'"Language-Team',
        b'"Project-Id-Version',
        b'"Report-Msgid',
    )
    lines = [line for line in po.splitlines(keepends=True) if not line.startswith(volatile)]
    return b"".join(lines)


def main() -> int:
    """Update every interface language but the one the code is written in."""
    paths = find_paths()
    strings = collect_strings(paths.program / "disaster_support")
    for tag in INTERFACE_LANGUAGES:
        path = paths.translations / tag / "LC_MESSAGES" / "interface.po"
        if tag != CODE_LANGUAGE and update_catalogue(strings, path, tag):
            sys.stdout.write(f"{path.relative_to(paths.program)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
