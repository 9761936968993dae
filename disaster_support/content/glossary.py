"""The rules that differ by language and are data: glossaries, and the words that deny."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from disaster_support.content.fingerprint import catalogue_path
from disaster_support.content.model import Problem
from disaster_support.content.po import BrokenCatalogueError, read_translations
from disaster_support.ruby import strip_ruby

GLOSSARY_NAME = "glossary.po"
Terms = Mapping[str, tuple[str, ...]]  # Japanese term: its forms in the language


@dataclass(frozen=True, slots=True)
class Rules:
    """What the checks know about each language, and what of it could not be read."""

    negations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: Mapping[str, Terms] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_rules(resources: Path, translations: Path, tags: Iterable[str]) -> Rules:
    """Read the words that deny, and the glossaries there are."""
    problems: list[Problem] = []
    negations = _read_negations(resources / "library" / "negation.toml", problems)
    terms = {}
    for tag in tags:
        path = catalogue_path(translations, tag, GLOSSARY_NAME)
        try:
            terms[tag] = read_terms(path)
        except FileNotFoundError:
            continue
        except BrokenCatalogueError as error:
            problems.append(
                Problem("broken-translation", path.relative_to(translations).as_posix(), error.line, str(error))
            )
    return Rules(negations, terms, tuple(problems))


def read_terms(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the terms of a glossary with the forms that count, the first of which is the term itself."""
    return {
        message.source: tuple(form for part in message.text.split("|") if (form := strip_ruby(part).strip()))
        for message in read_translations(path).values()
    }


def _read_negations(path: Path, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {tag: tuple(words) for tag, words in table.items()}
    except (OSError, ValueError, TypeError) as error:
        problems.append(Problem("broken-structure", path.name, 0, str(error)))
        return {}
