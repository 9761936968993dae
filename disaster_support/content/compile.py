"""Building the compiled form of the library from its sources. Imports Babel: only when the sources changed."""

from pathlib import Path

from disaster_support.content.compiled import (
    ENTRIES,
    FINGERPRINT,
    SEARCH,
    STRUCTURE,
    encode,
    language_file,
    pack_entries,
    pack_phrases,
    pack_structure,
)
from disaster_support.content.fingerprint import fingerprint_sources
from disaster_support.content.keys import build_keys
from disaster_support.content.library import Library, phrases, read_library
from disaster_support.content.model import Phrase, Review
from disaster_support.content.overlay import lay_over, read_overlay
from disaster_support.files import make_folder, write_whole


def compile_library(resources: Path, translations: Path, overlay: Path | None = None) -> dict[str, bytes]:
    """Return the files of the compiled form by name. Never fails on a broken source: that is one of its problems."""
    fingerprint = fingerprint_sources(
        resources, translations, overlay
    )  # first: what changes meanwhile is seen next time
    library = read_library(resources, translations)
    if overlay:
        library = lay_over(library, read_overlay(overlay, library))
    files = build_files(library)
    files[FINGERPRINT] = fingerprint.encode()
    return files


def build_files(library: Library) -> dict[str, bytes]:
    """Return the documents of a library that was read."""
    texts = {tag: phrases(library, tag) for tag in library.structure.languages}
    coverage = {tag: _count(texts[tag]) for tag in texts}
    files = {language_file(tag): encode(pack_phrases(texts[tag])) for tag in texts}
    files[SEARCH] = encode(build_keys(library.structure, texts))
    files[ENTRIES] = encode(pack_entries(library.structure.entries.values()))
    files[STRUCTURE] = encode(pack_structure(library.structure, library.problems, coverage))
    return files


def _count(texts: dict[str, Phrase]) -> tuple[int, int]:
    return len(texts), sum(phrase.review is Review.REVIEWED for phrase in texts.values())


def write_compiled(files: dict[str, bytes], folder: Path) -> None:
    """Write the compiled form, its fingerprint last, so that half a writing is not taken for a whole one.

    Raises:
        UserError: the folder cannot be written.

    """
    make_folder(folder)
    for name in sorted(files, key=lambda name: name == FINGERPRINT):
        write_whole(folder / name, files[name])
