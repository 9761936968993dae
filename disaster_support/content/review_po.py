"""Files for reviewers as PO: the id as context, the Japanese as source, English and notes as comments."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message

from disaster_support.content.po import (
    BrokenCatalogueError,
    OpenCatalogue,
    make_message,
    parse_catalog,
    read_message,
    write_po_text,
)
from disaster_support.content.review_file import PROJECT, ReviewFile, ReviewUnit
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_EXPORTED = re.compile(r"exported: (\w{8})")


def write_po(file: ReviewFile) -> bytes:
    """Return the file as PO: a text that nobody checked is fuzzy, the edition stands in `Project-Id-Version`."""
    header = OpenCatalogue(header={"Project-Id-Version": f"{PROJECT} {file.edition}"})
    messages = [make_message(unit.translation, list(_comment(unit))) for unit in file.units]
    return write_po_text(file.tag, header, messages, []).encode()


def _comment(unit: ReviewUnit) -> Iterator[str]:
    if unit.english:
        yield f"English: {unit.english}".replace("\n", " / ")
    yield from unit.notes
    if unit.exported:
        yield f"exported: {unit.exported}"


def read_po(data: bytes) -> ReviewFile:
    """Read what came back. Its language is as the file writes it, and its edition is empty where it names none.

    Raises:
        UserError: it is no PO file.

    """
    try:
        catalog = parse_catalog(data)
    except BrokenCatalogueError as error:
        raise UserError(_("This is no PO file: line {line} cannot be read.").format(line=error.line)) from error
    edition = catalog.version if catalog.project == PROJECT else ""
    return ReviewFile(str(catalog.locale_identifier or ""), edition, tuple(map(_read, filter(_has_text, catalog))))


def _has_text(message: Message) -> bool:
    return bool(message.id)


def _read(message: Message) -> ReviewUnit:
    exported = _EXPORTED.search("\n".join(message.auto_comments))
    return ReviewUnit(read_message(message), exported[1] if exported else "")
