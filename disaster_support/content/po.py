"""Reading the library's PO catalogues: what each message says, and how far it was checked."""

import re
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+{_STRING}|{_STRING})?\s*")
_REVIEWED = re.compile(r"reviewed:\s*(?P<name>.+?)\s*;\s*(?P<date>\d{4}-\d\d-\d\d)")
_WAIVED = re.compile(r"(?:#\s*)?check-ok:\s*(?P<code>[\w-]+)\s+(?P<reason>\S.*)")


class BrokenCatalogueError(ValueError):
    """A PO file that cannot be trusted, with the line (from 1) where that showed."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Translation:
    """One message of a catalogue. `text` may carry ruby marks, `source` is the Japanese it was made from."""

    entry: str
    source: str
    text: str
    fuzzy: bool = False
    reviewer: str = ""
    reviewed_on: str = ""
    waivers: tuple[tuple[str, str], ...] = ()  # code of a fault, reason why it is none here


def read_catalog(path: Path) -> Catalog:
    """Read a PO file strictly.

    Raises:
        BrokenCatalogueError: it is not UTF-8 or not PO.
        OSError: it cannot be read.

    """
    text = _decode(path.read_bytes())
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):  # Babel would take a string cut off in the middle
            raise BrokenCatalogueError(number, "not a line of a PO file")
    try:
        return read_po(text.split("\n"), abort_invalid=True)
    except PoFileError as error:
        raise BrokenCatalogueError(error.lineno + 1, str(error.args[0])) from error
    except Exception as error:  # Babel trips over some broken files in other ways
        raise BrokenCatalogueError(1, f"{type(error).__name__}: {error}") from error


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenCatalogueError(data[: error.start].count(b"\n") + 1, "not UTF-8") from error


def read_translations(path: Path) -> dict[str, Translation]:
    """Return the filled messages of a catalogue by entry id. Errors as `read_catalog`."""
    return {
        str(message.context): read_message(message)
        for message in read_catalog(path)
        if message.id and message.context and message.string
    }


def read_message(message: Message) -> Translation:
    """Take the text and the translator's comments out of a message."""
    comments = "\n".join(message.user_comments)
    reviewed = _REVIEWED.search(comments)
    return Translation(
        entry=str(message.context),
        source=str(message.id),
        text=str(message.string),
        fuzzy=message.fuzzy,
        reviewer=reviewed["name"] if reviewed else "",
        reviewed_on=reviewed["date"] if reviewed else "",
        waivers=tuple((found["code"], found["reason"]) for found in _WAIVED.finditer(comments)),
    )
