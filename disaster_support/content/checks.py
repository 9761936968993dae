"""All machine checks of the library, and the faults that a person has waived.

A translator's comment `check-ok: <code> <reason>` waives one code for one entry in one language.
Run as `python -m disaster_support.content.checks [TAG …]`; what only printing can answer is not asked then.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from disaster_support.content.check_glossary import check_glossary
from disaster_support.content.check_structure import check_structure
from disaster_support.content.check_texts import SOURCE_CHECKS, TEXT_CHECKS
from disaster_support.content.glossary import Rules, read_rules
from disaster_support.content.library import Library, phrases, read_library
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Fault, Language, Phrase
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import Translation
from disaster_support.content.reference import REFERENCE_NAME, compare, read_concepts, read_reference
from disaster_support.content.sample import Sample


def _has_every_pictogram(_name: str) -> bool:
    return True


def _lacks_no_glyph(_language: Language, _text: str) -> str:
    return ""


def _fits(_language: Language, _entry: Entry, _phrase: Phrase) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Probes:
    """What only printing can answer. Without it everything is taken to be right."""

    has_pictogram: Callable[[str], bool] = _has_every_pictogram
    missing_glyphs: Callable[[Language, str], str] = _lacks_no_glyph  # the characters the font cannot show
    overflow: Callable[[Language, Entry, Phrase], str] = _fits  # where the text does not fit; empty when it does


@dataclass(frozen=True, slots=True)
class Waiver:
    """A fault that a person says is none, and why."""

    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What is wrong, what was waived, and by language how many of the terms that a reference has agree with it."""

    faults: tuple[Fault, ...]
    waived: tuple[Waiver, ...]
    agreement: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # terms that agree, terms compared


def check_files(
    resources: Path, translations: Path, probes: Probes | None = None, reference: Path | None = None
) -> CheckReport:
    """Check the library in these folders, and its terms beside a table of other people's where one is given.

    Files of the library that cannot be read are faults too.

    Raises:
        UserError: the table of terms, or what says which of its terms are ours, cannot be read.

    """
    library = read_library(resources, translations)
    rules = read_rules(resources, translations, library.structure.languages)
    unread = [
        Fault("unreadable", "", "", f"{problem.file}:{problem.line} {problem.code} {problem.detail}")
        for problem in (*library.problems, *rules.problems)
    ]
    report = check_library(library, rules, probes or Probes())
    report = replace(report, faults=(*unread, *report.faults))
    return _compare(report, library, rules, resources, reference) if reference else report


def _compare(report: CheckReport, library: Library, rules: Rules, resources: Path, reference: Path) -> CheckReport:
    concepts = read_concepts(resources / "library" / REFERENCE_NAME)
    found = list(compare(library, rules, concepts, read_reference(reference, library.structure.languages)))
    faults, waived, agreement = list(report.faults), list(report.waived), dict[str, tuple[int, int]]()
    for one in found:
        agreed, compared = agreement.get(one.language, (0, 0))
        agreement[one.language] = (agreed + one.agrees, compared + 1)
        if not one.agrees:
            detail = f"{' | '.join(one.ours)}; elsewhere {' | '.join(one.theirs)}"
            _sort([Fault("reference", one.language, one.id, detail)], {one.id: one.message}, faults, waived)
    return CheckReport(tuple(faults), tuple(waived), agreement)


def check_library(library: Library, rules: Rules, probes: Probes) -> CheckReport:
    """Check structure, texts and glossaries of a library that was read."""
    faults: list[Fault] = list(check_structure(library.structure, probes.has_pictogram))
    waived: list[Waiver] = []
    for language in library.structure.languages.values():
        texts = library.texts.get(language.tag, {})
        terms = {f"glossary:{term.id}": term.message for term in rules.glossaries.get(language.tag, ())}
        found = (*_check_language(library, language, rules, probes), *check_glossary(language, rules))
        _sort(found, {**texts, **terms}, faults, waived)
    return CheckReport(tuple(faults), tuple(waived))


def _sort(
    found: Iterable[Fault], messages: Mapping[str, Translation], faults: list[Fault], waived: list[Waiver]
) -> None:
    for fault in found:
        message = messages.get(fault.entry)
        reasons = dict(message.waivers) if message else {}
        if fault.code in reasons:
            waived.append(Waiver(fault, reasons[fault.code]))
        else:
            faults.append(fault)


def _check_language(library: Library, language: Language, rules: Rules, probes: Probes) -> Iterator[Fault]:
    texts = library.texts.get(language.tag, {})
    if language.wave == 1:
        for id_ in library.structure.entries:
            if id_ not in texts or not texts[id_].text.strip():
                yield Fault("missing", language.tag, id_)
    for id_ in texts:
        if id_ not in library.structure.entries:
            yield Fault("gone", language.tag, id_, "the library has no such entry")
    for id_, phrase in phrases(library, language.tag).items():
        sample = _sample(library, language, library.structure.entries[id_], phrase, rules)
        yield from (Fault(code, language.tag, id_, detail) for code, detail in _check_message(sample, texts[id_]))
        yield from (Fault(code, language.tag, id_, detail) for code, detail in _check_phrase(sample, phrase, probes))


def _sample(library: Library, language: Language, entry: Entry, phrase: Phrase, rules: Rules) -> Sample:
    english = library.texts.get("en", {}).get(entry.id)
    return Sample(
        language=language,
        entry=entry,
        text=phrase.text,
        marked=library.texts[language.tag][entry.id].text,
        japanese=library.texts[SOURCE_LANGUAGE][entry.id].source,
        english=english.text if english else "",
        negations=rules.negations.get(language.tag, ()),
        terms=rules.terms(language.tag),
    )


def _check_message(sample: Sample, message: Translation) -> Iterator[tuple[str, str]]:
    if message.source != sample.japanese:
        yield "stale", "made from another Japanese text"
    wanted = len(plural_categories(sample.language.tag)) if sample.entry.counted and not sample.is_source else 0
    if len(message.forms) != wanted:
        yield "plurals", f"{len(message.forms)} forms for {wanted}"


def _check_phrase(sample: Sample, phrase: Phrase, probes: Probes) -> Iterator[tuple[str, str]]:
    """Check a text, in each of its plural forms where grammar follows a number."""
    for one in [replace(sample, text=form, marked=form) for form in phrase.forms] or [sample]:
        for code in SOURCE_CHECKS if sample.is_source else TEXT_CHECKS:
            yield from ((code, detail) for detail in TEXT_CHECKS[code](one))
        readings = "".join(span.reading for span in phrase.ruby)
        if missing := probes.missing_glyphs(sample.language, one.words + readings):
            yield "glyphs", missing
    if overflow := probes.overflow(sample.language, sample.entry, phrase):
        yield "fit", overflow


def main(tags: Sequence[str], root: Path) -> int:
    """Print the faults under `root`, of these languages or of all. Returns the exit code."""
    report = check_files(root / "resources", root / "translations")
    faults = [fault for fault in report.faults if not tags or fault.language in tags]
    for fault in faults:
        print(f"{fault.language}\t{fault.entry}\t{fault.code}\t{fault.detail}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parents[2]))
