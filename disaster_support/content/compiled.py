"""The compiled form of the library: JSON documents for the structure, the entries, search, and one a language.

Only what start-up needs is imported here: no Babel, no TOML.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from disaster_support.bilingual import Bilingual
from disaster_support.content.model import (
    Category,
    Entry,
    Kind,
    Language,
    Pack,
    Phrase,
    Problem,
    Review,
    Situation,
    Slot,
    SlotType,
    Structure,
)
from disaster_support.ruby import Ruby

STRUCTURE = "structure.json"
ENTRIES = "entries.json"
SEARCH = "search.json"
FINGERPRINT = "fingerprint.txt"

Document = dict[str, Any]
T = TypeVar("T")


def language_file(tag: str) -> str:
    """Return the name of a language's compiled file."""
    return f"language-{tag}.json"


def encode(document: Document) -> bytes:
    """Return the document as it is stored."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def decode(data: bytes) -> Document:
    """Read a stored document.

    Raises:
        ValueError: it is not one.

    """
    document = json.loads(data)
    if not isinstance(document, dict):
        raise ValueError("not a document")
    return document


def pack_structure(
    structure: Structure, problems: Iterable[Problem], coverage: Mapping[str, tuple[int, int]]
) -> Document:
    """Return the structure without its entries as plain data. `coverage`: texts and reviewed texts by language."""
    return {
        "languages": [_row(language) for language in structure.languages.values()],
        "total": len(structure.entries),
        "situations": [_row(situation) for situation in structure.situations.values()],
        "packs": [_row(pack) for pack in structure.packs.values()],
        "problems": [_row(problem) for problem in problems],
        "coverage": dict(coverage),
    }


def pack_entries(entries: Iterable[Entry]) -> Document:
    """Return the entries as plain data; the language board needs none of them, so they are a document of their own."""
    return {entry.id: _row(entry) for entry in entries}


def _row(item: Any) -> list[Any]:
    return list(asdict(item).values())


def unpack_structure(document: Document) -> Structure:
    """Build the structure without its entries; KeyError, TypeError, ValueError or IndexError on a corrupt one."""
    languages = _unpack(Language, document["languages"])
    situations = _unpack(Situation, document["situations"])
    packs = _unpack(Pack, document["packs"])
    return Structure(
        {language.tag: language for language in languages},
        {},
        {situation.id: situation for situation in situations},
        {pack.id: pack for pack in packs},
    )


def unpack_problems(document: Document) -> list[Problem]:
    """Return what could not be read when the library was compiled."""
    return _unpack(Problem, document["problems"])


def unpack_entries(document: Document) -> dict[str, Entry]:
    """Build the entries from plain data. Raises TypeError or ValueError on corrupt ones."""
    return {id_: _unpack_entry(*row) for id_, row in document.items()}


def _unpack(build: Callable[..., T], rows: list[list[Any]]) -> list[T]:
    return [build(*(tuple(cell) if isinstance(cell, list) else cell for cell in row)) for row in rows]


def _unpack_entry(
    id_: str,
    kind: str,
    situation: str,
    note: str,
    pictogram: str,
    category: str | None,
    answers: list[str],
    forbids: bool,
    numbers: list[str],
    since: str,
    formerly: list[str],
    slots: list[dict[str, Any]],
) -> Entry:
    return Entry(
        id_,
        Kind(kind),
        situation,
        note,
        pictogram,
        Category(category) if category else None,
        tuple(answers),
        forbids,
        tuple(numbers),
        since,
        tuple(formerly),
        tuple(_unpack_slot(**slot) for slot in slots),
    )


def _unpack_slot(type: str, label: dict[str, str] | None, **others: Any) -> Slot:  # noqa: A002 (the field's name)
    return Slot(type=SlotType(type), label=Bilingual(**label) if label else None, **others)


def pack_phrases(phrases: Mapping[str, Phrase]) -> Document:
    """Return a language's texts as plain data."""
    return {id_: _pack_phrase(phrase) for id_, phrase in phrases.items()}


def _pack_phrase(phrase: Phrase) -> list[Any]:
    ruby = [[span.start, span.end, span.reading] for span in phrase.ruby]
    return [phrase.text, phrase.review.value, ruby, phrase.reviewer, phrase.reviewed_on, phrase.forms]


def check_rows(document: Document) -> Document:
    """Return a language's rows as they are: each becomes a phrase only when it is asked for.

    Raises:
        ValueError: they are not rows of texts.

    """
    if not all(isinstance(row, list) and len(row) == 6 for row in document.values()):
        raise ValueError("not rows of texts")
    return document


def unpack_phrase(row: list[Any]) -> Phrase:
    """Build one text from plain data."""
    text, review, ruby, reviewer, reviewed_on, forms = row
    spans = tuple(Ruby(*span) for span in ruby)
    return Phrase(text, spans, Review(review), reviewer, reviewed_on, tuple(forms))
