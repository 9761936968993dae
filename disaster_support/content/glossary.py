"""The rules that differ by language and are data: glossaries, and the words that deny."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from disaster_support.content.fingerprint import catalogue_path
from disaster_support.content.model import Problem
from disaster_support.content.po import BrokenCatalogueError, Translation, read_translations
from disaster_support.ruby import strip_ruby

GLOSSARY_NAME = "glossary.po"
Terms = Mapping[str, Sequence[str]]  # Japanese term: its forms in the language


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a language's glossary."""

    id: str
    japanese: str
    forms: tuple[str, ...]  # that count as this term, inside a text; the first is the term itself
    message: Translation  # says whether a person checked it, and what is waived


@dataclass(frozen=True, slots=True)
class Rules:
    """What the checks know about each language, and what of it could not be read."""

    negations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    glossaries: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def terms(self, tag: str) -> Terms:
        """Return the forms of each Japanese term in a language; nothing where it has no glossary."""
        return {term.japanese: term.forms for term in self.glossaries.get(tag, ())}


def read_rules(resources: Path, translations: Path, tags: Iterable[str]) -> Rules:
    """Read the words that deny, and the glossaries there are."""
    problems: list[Problem] = []
    negations = _read_negations(resources / "library" / "negation.toml", problems)
    glossaries = {}
    for tag in tags:
        path = catalogue_path(translations, tag, GLOSSARY_NAME)
        try:
            glossaries[tag] = read_glossary(path)
        except FileNotFoundError:
            continue
        except BrokenCatalogueError as error:
            problems.append(
                Problem("broken-translation", path.relative_to(translations).as_posix(), error.line, str(error))
            )
    return Rules(negations, glossaries, tuple(problems))


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Read a glossary: PO, in which `|` parts the forms of a term.

    Raises:
        BrokenCatalogueError: it is not UTF-8 or not PO.
        OSError: it cannot be read.

    """
    return tuple(_term(message) for message in read_translations(path).values())


def _term(message: Translation) -> Term:
    forms = (strip_ruby(part).strip() for part in message.text.split("|"))
    return Term(message.entry, message.source, tuple(form for form in forms if form), message)


def compare_terms(japanese: str, text: str, terms: Terms) -> Iterator[tuple[str, bool]]:
    """Yield the terms that a Japanese text uses, the longest where they nest, and whether `text` says each rightly.

    `text` is its translation, without ruby marks.
    """
    rest, said = japanese, text.casefold()
    for term in sorted(terms, key=len, reverse=True):
        if term in rest:
            rest = rest.replace(term, "\n")
            yield term, any(form.casefold() in said for form in terms[term])


def _read_negations(path: Path, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {tag: tuple(words) for tag, words in table.items()}
    except (OSError, ValueError, TypeError) as error:
        problems.append(Problem("broken-structure", path.name, 0, str(error)))
        return {}
