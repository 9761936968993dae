"""Machine checks of the glossaries: each language has every term, rightly written, and none that means two things."""

from collections.abc import Iterator, Mapping, Sequence

from disaster_support.content.check_texts import TEXT_CHECKS
from disaster_support.content.glossary import Rules, Term
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Fault, Kind, Language
from disaster_support.content.sample import Sample

_CHECKS = ("normal-form", "script", "mixed", "invisible", "order")  # Chinese may well share a term with Japanese


def check_glossary(language: Language, rules: Rules) -> Iterator[Fault]:
    """Yield what is wrong with a language's glossary; a fault's entry is `glossary:<id of the term>`."""
    terms = rules.glossaries.get(language.tag, ())
    if language.tag == SOURCE_LANGUAGE or not (terms or language.wave == 1):
        return
    yield from _find_missing(language.tag, terms, rules.glossaries)
    yield from _find_doubles(language.tag, terms)
    for term in terms:
        for code in _CHECKS:
            for form in term.forms:
                sample = _sample(language, term, form)
                yield from (_fault(code, language.tag, term, detail) for detail in TEXT_CHECKS[code](sample))


def _find_missing(tag: str, terms: Sequence[Term], glossaries: Mapping[str, tuple[Term, ...]]) -> Iterator[Fault]:
    known = {term.japanese for term in terms if term.forms}
    wanted = {term.japanese: term for glossary in glossaries.values() for term in glossary}
    yield from (_fault("missing", tag, term, japanese) for japanese, term in wanted.items() if japanese not in known)


def _find_doubles(tag: str, terms: Sequence[Term]) -> Iterator[Fault]:
    first: dict[str, Term] = {}
    for term in terms:
        for name in term.forms[:1]:
            other = first.setdefault(name.casefold(), term)
            if other is not term:
                yield _fault("same-term", tag, term, f"{name}: also {other.japanese}")


def _sample(language: Language, term: Term, form: str) -> Sample:
    entry = Entry(term.id, Kind.WORD, "", "")
    return Sample(language, entry, form, form, term.japanese, english="")


def _fault(code: str, tag: str, term: Term, detail: str) -> Fault:
    return Fault(code, tag, f"glossary:{term.id}", detail)
