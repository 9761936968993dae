"""Texts on their way to a reviewer and back, whatever the form of the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from disaster_support import __version__
from disaster_support.content.catalogues import explain_entry
from disaster_support.content.library import Library
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.content.overlay import count_forms
from disaster_support.content.po import Translation

PROJECT = "disaster-support-library"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class ReviewUnit:
    """A text as it goes out, or as it came back; it is empty where there is none yet."""

    translation: Translation
    exported: str = ""  # the digest of the text as it went out
    notes: tuple[str, ...] = ()
    english: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A file for reviewers: its language (BCP 47), the edition of the library that it was made from, its texts."""

    tag: str
    edition: str
    units: tuple[ReviewUnit, ...]


def make_review_file(library: Library, tag: str, ids: Iterable[str], edition: str) -> ReviewFile:
    """Return the texts of these entries, in this order."""
    return ReviewFile(tag, edition, tuple(_make_unit(library, tag, id_) for id_ in ids))


def _make_unit(library: Library, tag: str, id_: str) -> ReviewUnit:
    text = find_text(library, tag, id_)
    english = library.texts.get(ENGLISH, {}).get(id_) if tag != ENGLISH else None
    notes = tuple(explain_entry(library.structure.entries[id_]))
    return ReviewUnit(text, digest(text), notes, english.text if english else "")


def find_text(library: Library, tag: str, id_: str) -> Translation:
    """Return what an entry says today, as a text of today's Japanese that is fuzzy unless a person checked it."""
    japanese = library.texts[SOURCE_LANGUAGE][id_].source
    count = count_forms(library, tag, id_)
    found = library.texts.get(tag, {}).get(id_)
    if found is None:
        return Translation(id_, japanese, "", fuzzy=True, forms=("",) * count)
    forms = found.forms if len(found.forms) == count else (found.text,) * count
    if found.is_checked and found.source == japanese:
        return Translation(id_, japanese, found.text, False, found.reviewer, found.reviewed_on, forms=forms)
    return Translation(id_, japanese, found.text, fuzzy=True, forms=forms)


def digest(translation: Translation) -> str:
    """Return a short name of a text: whether anybody touched it shows when it comes back."""
    return f"{crc32(chr(0).join(translation.forms or (translation.text,)).encode()):08x}"


def edition_of(library: Library, tag: str) -> str:
    """Return the version of the program and a short name of what its library says in Japanese and in a language.

    Corrections are no part of it: give the library without them.
    """
    said = (f"{one.entry}\0{digest(one)}\n" for one in _all_texts(library, tag))
    return f"{__version__}+{crc32(''.join(said).encode()):08x}"


def _all_texts(library: Library, tag: str) -> Iterator[Translation]:
    for language in (SOURCE_LANGUAGE, tag):
        texts = library.texts.get(language, {})
        yield from (texts[id_] for id_ in library.structure.entries if id_ in texts)
