"""A municipality's own corrections: PO catalogues in a folder of their own, laid over the program's texts.

They survive an update of the program. A correction that was made against another Japanese than today's, or for an
entry that is gone, stays in its file and is not used until somebody looks at it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from disaster_support.content.fingerprint import catalogue_path, list_catalogues
from disaster_support.content.library import Library
from disaster_support.content.model import SOURCE_LANGUAGE, Problem
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import (
    BrokenCatalogueError,
    Translation,
    make_message,
    open_po,
    read_translations,
    write_po_text,
)
from disaster_support.files import make_folder, write_whole

Corrections = Mapping[str, Mapping[str, Translation]]  # by language and entry


@dataclass(frozen=True, slots=True)
class Overlay:
    """The corrections that are used, those for an older version of the library, and what could not be read."""

    used: Corrections = field(default_factory=dict)
    outdated: Corrections = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_overlay(folder: Path, library: Library) -> Overlay:
    """Read the corrections in a folder, and hold them against the library they are for."""
    used: dict[str, dict[str, Translation]] = {}
    outdated: dict[str, dict[str, Translation]] = {}
    problems: list[Problem] = []
    for tag, path in list_catalogues(folder):
        if tag not in library.structure.languages or tag == SOURCE_LANGUAGE:
            continue
        found = _read(path, problems)
        used[tag] = {id_: one for id_, one in found.items() if is_for_today(library, tag, one)}
        outdated[tag] = {id_: one for id_, one in found.items() if id_ not in used[tag]}
    return Overlay(used, outdated, tuple(problems))


def _read(path: Path, problems: list[Problem]) -> dict[str, Translation]:
    try:
        return read_translations(path)
    except FileNotFoundError:
        return {}
    except BrokenCatalogueError as error:
        problems.append(Problem("broken-correction", str(path), error.line, str(error)))
    except OSError as error:
        problems.append(Problem("broken-correction", str(path), 0, error.strerror or str(error)))
    return {}


def is_for_today(library: Library, tag: str, correction: Translation) -> bool:
    """Whether a correction was made against today's Japanese and has the forms that the language's grammar needs."""
    entry = library.structure.entries.get(correction.entry)
    if not entry or correction.source != library.texts[SOURCE_LANGUAGE][entry.id].source:
        return False
    return len(correction.forms) == count_forms(library, tag, entry.id)


def count_forms(library: Library, tag: str, entry_id: str) -> int:
    """Return how many plural forms a text has; 0 where its grammar follows no number."""
    return len(plural_categories(tag)) if library.structure.entries[entry_id].counted else 0


def lay_over(library: Library, overlay: Overlay) -> Library:
    """Return the library with the corrections in place of its texts; a fault that was waived stays waived."""
    texts = {tag: {**old, **dict(_corrected(old, overlay.used.get(tag, {})))} for tag, old in library.texts.items()}
    return replace(library, texts=texts, problems=(*library.problems, *overlay.problems))


def _corrected(
    old: Mapping[str, Translation], corrections: Mapping[str, Translation]
) -> Iterator[tuple[str, Translation]]:
    for id_, correction in corrections.items():
        waivers = old[id_].waivers if id_ in old else ()
        yield id_, replace(correction, waivers=waivers + correction.waivers)


def find_own(library: Library, tag: str, overlay: Overlay) -> list[Translation]:
    """Return the corrections that say another thing, or are further checked, than the program's own texts."""
    theirs = library.texts.get(tag, {})
    return [one for id_, one in overlay.used.get(tag, {}).items() if is_news(one, theirs.get(id_))]


def is_news(new: Translation, old: Translation | None) -> bool:
    """Whether a text differs from another of the same entry, or is checked where that is not."""
    if old is None or (new.text, new.forms, new.source) != (old.text, old.forms, old.source):
        return True
    return new.is_checked and not old.is_checked


def write_corrections(folder: Path, tag: str, corrections: Iterable[Translation], order: Iterable[str]) -> Path:
    """Put corrections beside those there are, in the order of these entries, all or none of them; return the file.

    Raises:
        UserError: the file is no PO file, or cannot be written.

    """
    path = catalogue_path(folder, tag)
    old = open_po(path)
    messages = {**old.messages, **{one.entry: make_message(one) for one in corrections}}
    places = {id_: place for place, id_ in enumerate(order)}
    ordered = sorted(messages, key=lambda id_: places.get(id_, len(places)))
    text = write_po_text(tag, old, [messages[id_] for id_ in ordered], list(old.obsolete.values()))
    make_folder(path.parent)
    write_whole(path, text.encode())
    return path
