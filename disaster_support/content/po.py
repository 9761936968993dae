"""Reading and writing the library's PO catalogues: what each message says, and how far it was checked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, denormalize, read_po, write_po

from disaster_support.content.plurals import plural_header
from disaster_support.content.tags import po_language
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+{_STRING}|{_STRING})?\s*")
_REVIEWED = re.compile(r"reviewed:\s*(?P<name>.+?)\s*;\s*(?P<date>\d{4}-\d\d-\d\d)")
_WAIVED = re.compile(r"(?:#\s*)?check-ok:\s*(?P<code>[\w-]+)\s+(?P<reason>\S.*)")
_KEPT_HEADERS = ("PO-Revision-Date", "Last-Translator", "Language-Team")
_EMPTY_HEADERS = ("YEAR-MO-DA HO:MI+ZONE", "FULL NAME <EMAIL@ADDRESS>", "<LL@li.org>")  # Babel's own


class BrokenCatalogueError(ValueError):
    """A PO file that cannot be trusted, with the line (from 1) where that showed."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Translation:
    """One message of a catalogue. `text` may carry ruby marks, `source` is the Japanese it was made from.

    Where grammar follows a number there are `forms`, by plural category; `text` is the last of them, "other".
    """

    entry: str
    source: str
    text: str
    fuzzy: bool = False
    reviewer: str = ""
    reviewed_on: str = ""
    waivers: tuple[tuple[str, str], ...] = ()  # code of a fault, reason why it is none here
    forms: tuple[str, ...] = ()

    @property
    def is_checked(self) -> bool:
        """Whether a named person has checked the text."""
        return not self.fuzzy and bool(self.reviewer)


def read_catalog(path: Path) -> Catalog:
    """Read a PO file strictly.

    Raises:
        BrokenCatalogueError: it is not UTF-8 or not PO.
        OSError: it cannot be read.

    """
    return parse_catalog(path.read_bytes())


def parse_catalog(data: bytes) -> Catalog:
    """Read the bytes of a PO file strictly.

    Raises:
        BrokenCatalogueError: they are not UTF-8 or not PO.

    """
    text = _decode(data)
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
        if message.id and message.context and is_filled(message)
    }


def read_message(message: Message) -> Translation:
    """Take the text and the translator's comments out of a message."""
    comments = "\n".join(message.user_comments)
    reviewed = _REVIEWED.search(comments)
    forms = forms_of(message) if message.pluralizable else ()
    return Translation(
        entry=str(message.context),
        source=source_of(message),
        text=forms_of(message)[-1],
        fuzzy=message.fuzzy,
        reviewer=reviewed["name"] if reviewed else "",
        reviewed_on=reviewed["date"] if reviewed else "",
        waivers=tuple((found["code"], found["reason"]) for found in _WAIVED.finditer(comments)),
        forms=forms,
    )


def make_message(translation: Translation, notes: Sequence[str] = ()) -> Message:
    """Return the message that says a translation, who checked or corrected it, and these notes for translators."""
    source = translation.source
    written = "corrected" if translation.fuzzy else "reviewed"
    people = [f"{written}: {translation.reviewer}; {translation.reviewed_on}"] if translation.reviewer else []
    return Message(
        (source, source) if translation.forms else source,
        translation.forms or translation.text,
        flags={"fuzzy"} if translation.fuzzy else (),
        auto_comments=notes,
        user_comments=people,
        context=translation.entry,
    )


def source_of(message: Message) -> str:
    """Return the Japanese that a message was made from: it is the same for one and for many."""
    return str(message.id[0] if message.pluralizable else message.id)


def forms_of(message: Message) -> tuple[str, ...]:
    """Return the text of a message, as one form where it has no plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def is_filled(message: Message) -> bool:
    """Whether a message has its text: every plural form where it has several."""
    return all(forms_of(message))


def is_review(comment: str) -> bool:
    """Whether a translator's comment records a review."""
    return bool(_REVIEWED.search(comment))


@dataclass(frozen=True, slots=True)
class OpenCatalogue:
    """A catalogue to be written again: its messages by entry id, and what its header says of people and dates."""

    messages: dict[str, Message] = field(default_factory=dict)
    obsolete: dict[str, Message] = field(default_factory=dict)
    header: dict[str, str] = field(default_factory=dict)


def open_po(path: Path) -> OpenCatalogue:
    """Open a catalogue; one that is not there is empty.

    Raises:
        UserError: it is no PO file.
        OSError: it cannot be read.

    """
    if not path.exists():
        return OpenCatalogue()
    try:
        catalog = read_catalog(path)
    except BrokenCatalogueError as error:
        sentence = _("{file}, line {line}, is not a PO file: mend it first.")
        raise UserError(sentence.format(file=path, line=error.line)) from error
    messages = [message for message in catalog if message.id and message.context]
    obsolete = [message for message in catalog.obsolete.values() if message.context]
    for message in (*messages, *obsolete):
        _take_previous(message)
    return OpenCatalogue(
        {str(message.context): message for message in messages},
        {str(message.context): message for message in obsolete},
        {
            name: value
            for name, value in catalog.mime_headers
            if name in _KEPT_HEADERS and not value.endswith(_EMPTY_HEADERS)
        },
    )


def _take_previous(message: Message) -> None:
    # Babel writes "#| msgid" lines, but reads them as comments of a translator.
    previous = [comment[1:].strip() for comment in message.user_comments if comment.startswith("|")]
    message.user_comments = [comment for comment in message.user_comments if not comment.startswith("|")]
    strings = [string for line in previous if line.startswith(("msgid ", '"')) for string in re.findall(_STRING, line)]
    if strings:  # a text of several lines stands in several strings, all behind one "msgid"
        message.previous_id = ["".join(denormalize(string) for string in strings)]


def write_po_text(tag: str, old: OpenCatalogue, messages: Sequence[Message], obsolete: Sequence[Message]) -> str:
    """Return the text of a catalogue. The same messages give the same text on every day and machine."""
    catalog = Catalog()
    catalog.mime_headers = [("Plural-Forms", plural_header(tag))]  # Babel writes as many forms as this says
    for message in messages:
        catalog[message.id] = message
    for message in obsolete:
        catalog.obsolete[f"{message.context}"] = message
    buffer = BytesIO()
    # A width that no line reaches: wrapped lines would make noise in every difference, and break up comments.
    write_po(buffer, catalog, width=100_000, omit_header=True, include_previous=True)
    return _header(tag, old.header) + buffer.getvalue().decode().rstrip("\n") + "\n"


def _header(tag: str, kept: dict[str, str]) -> str:
    fields = {
        "Project-Id-Version": "disaster-support library",
        **kept,
        "Language": po_language(tag),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_header(tag),
        "X-Source-Language": "ja",
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'msgid ""\nmsgstr ""\n{lines}\n'
