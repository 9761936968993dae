"""What came back from a reviewer beside what the library says today, text by text."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from disaster_support.content.checks import Probes, check_library
from disaster_support.content.glossary import Rules
from disaster_support.content.library import Library
from disaster_support.content.po import Translation
from disaster_support.content.review_file import ReviewFile, ReviewUnit, digest, find_text
from disaster_support.content.slots import find_slots

REFUSING = frozenset(
    ("slots", "plurals", "script", "mixed", "invisible", "order", "lines", "numbers", "negation", "reading", "glyphs")
)
"""Faults with which a text is not taken. A reviewer knows better than a machine about punctuation, digits and terms."""


class LineState(StrEnum):
    """What became of a text."""

    SAME = "same"
    CHANGED = "changed"
    APPROVED = "approved"  # the same, and now checked by a person
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text is refused, or what is remarkable in one that is not: a stable code, and what was found."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A text that came back. `old` is what the library says today, `japanese` what it means."""

    entry: str
    state: LineState
    japanese: str
    new: Translation
    old: Translation
    reasons: tuple[Reason, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether there is something to take, and nothing against it."""
        return self.state in (LineState.CHANGED, LineState.APPROVED)


def compare(file: ReviewFile, tag: str, library: Library, rules: Rules, probes: Probes | None = None) -> list[Line]:
    """Return what became of each text of a file, in its order; `library` has the corrections laid over it."""
    units = {unit.translation.entry: _tidy(unit) for unit in file.units}
    lines = [_compare(unit, tag, library) for unit in units.values()]
    faults = _find_faults([line.new for line in lines if line.state is LineState.CHANGED], tag, library, rules, probes)
    return [_judge(line, faults.get(line.entry, ())) if line.state is LineState.CHANGED else line for line in lines]


def _tidy(unit: ReviewUnit) -> ReviewUnit:
    """Return the unit in NFC: some systems part letters from their accents, which changes nothing that is read."""
    told = unit.translation
    source, text, *forms = (unicodedata.normalize("NFC", one) for one in (told.source, told.text, *told.forms))
    return replace(unit, translation=replace(told, source=source, text=text, forms=tuple(forms)))


def _compare(unit: ReviewUnit, tag: str, library: Library) -> Line:
    new = unit.translation
    if new.entry not in library.structure.entries:
        return Line(new.entry, LineState.REFUSED, new.source, new, Translation("", "", ""), (Reason("unknown"),))
    old = find_text(library, tag, new.entry)
    against = _find_obstacle(unit, old)
    if against:
        return Line(new.entry, LineState.REFUSED, old.source, new, old, (against,))
    is_moved = unit.exported not in ("", digest(old)) and digest(new) != digest(old)
    return Line(new.entry, _state(unit, old), old.source, new, old, (Reason("moved"),) if is_moved else ())


def _find_obstacle(unit: ReviewUnit, old: Translation) -> Reason | None:
    new = unit.translation
    if new.source != old.source:
        return Reason("version", new.source)
    filled = [bool(form.strip()) for form in _forms(new)]
    if any(filled) and (not all(filled) or len(new.forms) != len(old.forms)):
        return Reason("plurals")
    if not any(filled) and any(_forms(old)) and digest(new) != unit.exported:
        return Reason("empty")
    return None


def _state(unit: ReviewUnit, old: Translation) -> LineState:
    new = unit.translation
    if not "".join(_forms(new)).strip():
        return LineState.SAME
    if _forms(new) == _forms(old):
        return LineState.SAME if new.fuzzy or old.is_checked else LineState.APPROVED
    return LineState.SAME if new.fuzzy and digest(new) == unit.exported else LineState.CHANGED


def _forms(translation: Translation) -> tuple[str, ...]:
    return translation.forms or (translation.text,)


def _find_faults(
    changed: Iterable[Translation], tag: str, library: Library, rules: Rules, probes: Probes | None
) -> Mapping[str, list[Reason]]:
    """Let the library's own checks look at the changed texts alone; what was waived for an entry stays waived."""
    old = library.texts.get(tag, {})
    texts = {one.entry: replace(one, waivers=old[one.entry].waivers if one.entry in old else ()) for one in changed}
    structure = replace(
        library.structure,
        languages={tag: library.structure.languages[tag]},
        entries={id_: entry for id_, entry in library.structure.entries.items() if id_ in texts},
    )
    part = replace(library, structure=structure, texts={**library.texts, tag: texts})
    found: dict[str, list[Reason]] = {}
    for fault in check_library(part, rules, probes or Probes()).faults:
        if fault.language == tag:
            detail = _name_slots(texts[fault.entry]) if fault.code == "slots" else fault.detail
            found.setdefault(fault.entry, []).append(Reason(fault.code, detail))
    return found


def _name_slots(translation: Translation) -> str:
    """Return the slots that were lost or added; nothing where only a brace is."""
    wanted = set(find_slots(translation.source))
    wrong = {name for form in _forms(translation) for name in wanted ^ set(find_slots(form))}
    return " ".join(f"{{{name}}}" for name in sorted(wrong)) or "{ }"


def _judge(line: Line, faults: Iterable[Reason]) -> Line:
    against = [reason for reason in faults if reason.code in REFUSING]
    if against:
        return replace(line, state=LineState.REFUSED, reasons=(*against, *line.reasons))
    return replace(line, reasons=(*line.reasons, *faults))


def take(lines: Iterable[Line], reviewer: str, reviewed_on: str) -> list[Translation]:
    """Return the texts of lines as corrections of a reviewer; `reviewed_on` is an ISO date."""
    return [
        Translation(
            line.entry, line.new.source, line.new.text, line.new.fuzzy, reviewer, reviewed_on, (), line.new.forms
        )
        for line in lines
    ]
