"""Comparing the library's terms with those of human translators elsewhere.

The reference is a table that anybody can bring (TSV: concept_en, lang, term, source); which of its concepts are ours
says `resources/library/reference.toml`. A difference is no fault as such: a translator explains it in a comment.
"""

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from disaster_support.content.fold import SPACELESS_SCRIPTS
from disaster_support.content.glossary import Rules
from disaster_support.content.library import Library
from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.content.po import Translation
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.ruby import strip_ruby

REFERENCE_NAME = "reference.toml"
COLUMNS = ("concept_en", "lang", "term")
Reference = Mapping[tuple[str, str], tuple[str, ...]]  # concept and language tag: what translators call it

_BRACKETS = r"[(（〈\[][^)）〉\]]*[)）〉\]]"
_ALTERNATIVES = r"\s*[/／,，、،;；|]\s*"
_PARTICLES = {  # articles, and Filipino's words of courtesy and of the plural
    "es": ("el", "la", "los", "las", "un", "una"),
    "pt-BR": ("o", "a", "os", "as", "um", "uma"),
    "fil": ("ang", "mga", "po"),
}
_PLURALS = {"es": ("s", "es"), "pt-BR": ("s", "es")}


@dataclass(frozen=True, slots=True)
class Concept:
    """What a reference calls by these English names, and where the library says it: an entry, or a glossary's term."""

    names: tuple[str, ...]
    entry: str = ""
    term: str = ""  # Japanese
    within: bool = False  # one says the other and more: "I have a fever", "fever"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A term of ours beside the reference's."""

    language: str
    id: str  # of the entry, or `glossary:<id of the term>`
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    message: Translation
    agrees: bool


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """Read which concepts are ours.

    Raises:
        UserError: the file is missing or broken.

    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["concept"]
        return tuple(Concept(tuple(table.pop("en")), **table) for table in tables)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(path, error) from error


def read_reference(path: Path, tags: Iterable[str]) -> Reference:
    """Read a table of terms; languages that the library does not have are left out.

    Raises:
        UserError: it cannot be read, or lacks a column.

    """
    known = set(tags)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for concept, language, term in _read_rows(path):
        if language in known:
            found.setdefault((concept, language), {})[term] = None
    return {key: tuple(terms) for key, terms in found.items()}


def _read_rows(path: Path) -> Iterator[list[str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        values = [(row.get(column) or "").strip() for column in COLUMNS]
        if None in row or not all(values):
            sentence = _("{file} is no table of terms: it needs the columns {columns}, with tabs between.")
            raise UserError(sentence.format(file=path.name, columns=", ".join(COLUMNS)))
        yield values


def _unreadable(path: Path, error: Exception) -> UserError:
    reason = getattr(error, "strerror", None) or error
    return UserError(_("{file} cannot be read: {reason}.").format(file=path.name, reason=reason))


def compare(library: Library, rules: Rules, concepts: Iterable[Concept], reference: Reference) -> Iterator[Comparison]:
    """Yield each term that both have; Japanese is the source, and nobody's translation."""
    wanted = list(concepts)
    for language in library.structure.languages.values():
        if language.tag == SOURCE_LANGUAGE:
            continue
        for concept in wanted:
            theirs = tuple(term for name in concept.names for term in reference.get((name, language.tag), ()))
            ours = _find_ours(library, rules, concept, language.tag)
            if theirs and ours:
                id_, message, texts = ours
                agrees = _agree(texts, theirs, language, within=concept.within)
                yield Comparison(language.tag, id_, texts, theirs, message, agrees)


def _find_ours(
    library: Library, rules: Rules, concept: Concept, tag: str
) -> tuple[str, Translation, tuple[str, ...]] | None:
    if concept.entry:
        message = library.texts.get(tag, {}).get(concept.entry)
        return (concept.entry, message, (strip_ruby(message.text),)) if message else None
    terms = (term for term in rules.glossaries.get(tag, ()) if term.japanese == concept.term)
    return next(((f"glossary:{term.id}", term.message, term.forms) for term in terms), None)


def _agree(ours: Iterable[str], theirs: Iterable[str], language: Language, *, within: bool) -> bool:
    our_forms = {form for text in ours for form in _fold(text, language)}
    their_forms = {form for text in theirs for form in _fold(text, language)}
    if our_forms & their_forms:
        return True
    pairs = ((f" {one}", f" {other}") for one in our_forms for other in their_forms) if within else ()
    glue = "" if language.script in (*SPACELESS_SCRIPTS, "Kore") else " "
    return any(_contains(one, other, glue) or _contains(other, one, glue) for one, other in pairs)


def _contains(text: str, part: str, glue: str) -> bool:
    return f"{glue}{part.strip()}" in text


def _fold(text: str, language: Language) -> set[str]:
    """Return what a person would take for the same term, in one spelling: brackets, articles and plurals apart."""
    bare = re.sub(_BRACKETS, " ", text)
    return {
        form
        for part in (text, bare, *re.split(_ALTERNATIVES, bare))
        for form in _spellings(_plain(part, language), language)
    }


def _plain(text: str, language: Language) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(letter for letter in folded if unicodedata.category(letter)[0] not in "PC" or letter.isspace())
    words = [word for word in kept.split() if word not in _PARTICLES.get(language.tag, ())]
    return ("" if language.script in (*SPACELESS_SCRIPTS, "Kore") else " ").join(words)


def _spellings(plain: str, language: Language) -> Iterator[str]:
    if plain:
        yield plain
        for ending in _PLURALS.get(language.tag, ()):
            yield " ".join(word.removesuffix(ending) for word in plain.split())
