"""The library as its sources say it: structure and texts of every language, read with Babel and tomllib.

This is for compiling, checking and mending; the program reads the compiled form through `catalogue`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from disaster_support.content.fingerprint import catalogue_path
from disaster_support.content.model import SOURCE_LANGUAGE, Language, Phrase, Problem, Review, Structure
from disaster_support.content.po import BrokenCatalogueError, Translation, read_translations
from disaster_support.content.structure import read_sources
from disaster_support.ruby import parse_ruby, strip_ruby


@dataclass(frozen=True, slots=True)
class Library:
    """Structure, texts by language and entry, and what was left out because it could not be read."""

    structure: Structure
    texts: Mapping[str, Mapping[str, Translation]]
    problems: tuple[Problem, ...]


def read_library(resources: Path, translations: Path) -> Library:
    """Read everything under `resources/library` and `translations`."""
    sources = read_sources(resources / "library")
    texts = {SOURCE_LANGUAGE: {id_: _source(id_, ja) for id_, ja in sources.japanese.items()}}
    problems = list(sources.problems)
    for language in sources.structure.languages.values():
        if language.tag != SOURCE_LANGUAGE:
            texts[language.tag] = _read_language(translations, language, problems)
    return Library(sources.structure, texts, tuple(problems))


def _source(id_: str, japanese: str) -> Translation:
    return Translation(id_, strip_ruby(japanese), japanese)


def _read_language(translations: Path, language: Language, problems: list[Problem]) -> dict[str, Translation]:
    path = catalogue_path(translations, language.tag)
    name = path.relative_to(translations).as_posix()
    try:
        return read_translations(path)
    except BrokenCatalogueError as error:
        problems.append(Problem("broken-translation", name, error.line, str(error)))
    except FileNotFoundError:
        if language.wave == 1:
            problems.append(Problem("missing", name))
    except OSError as error:
        problems.append(Problem("broken-translation", name, 0, error.strerror or str(error)))
    return {}


def phrases(library: Library, tag: str) -> dict[str, Phrase]:
    """Return what the language says, in library order; texts of entries that are gone are left out."""
    texts = library.texts.get(tag, {})
    return {id_: _phrase(library, tag, texts[id_]) for id_ in library.structure.entries if id_ in texts}


def _phrase(library: Library, tag: str, translation: Translation) -> Phrase:
    text, ruby = parse_ruby(translation.text) if tag.split("-")[0] == SOURCE_LANGUAGE else (translation.text, ())
    forms = translation.forms if len(translation.forms) > 1 else ()
    review = _review(library, tag, translation)
    if review is not Review.REVIEWED:
        return Phrase(text, ruby, review, forms=forms)
    return Phrase(text, ruby, review, translation.reviewer, translation.reviewed_on, forms)


def _review(library: Library, tag: str, translation: Translation) -> Review:
    if tag == SOURCE_LANGUAGE:
        return Review.SOURCE
    # Nothing is called checked that no named person checked against today's Japanese.
    is_current = translation.source == library.texts[SOURCE_LANGUAGE][translation.entry].source
    return Review.REVIEWED if translation.is_checked and is_current else Review.UNREVIEWED
