"""Machine checks of what a text must keep of the Japanese: slots, lines, numbers, denials, terms."""

import re
from collections.abc import Iterator

from disaster_support.content.glossary import compare_terms
from disaster_support.content.model import Kind
from disaster_support.content.punctuation import find_kanji_numbers, find_numbers
from disaster_support.content.sample import Sample
from disaster_support.content.slots import blank_slots, find_slots

_FORBIDS = r"(?<!つ)(?<!心配し)ないで(?:ください|ね)|禁止|厳禁|いけません|だめです|ご遠慮"
"""Japanese that forbids beyond doubt; つないで is 繋いで, and 心配しないで is comfort."""


def check_slots(sample: Sample) -> Iterator[str]:
    """Yield when the slots are not those of the Japanese, or the Japanese has not those that the entry declares."""
    declared = {slot.name for slot in sample.entry.slots}
    ours, theirs = set(find_slots(sample.text)), declared if sample.is_source else set(find_slots(sample.japanese))
    if ours != theirs:
        yield f"{sorted(ours)} for {sorted(theirs)}"
    if re.search(r"[{}]", sample.words):
        yield "a brace without its other"


def check_lines(sample: Sample) -> Iterator[str]:
    """Yield when a notice has not the lines of the Japanese: staff read one beside the other."""
    ours, theirs = sample.text.count("\n") + 1, sample.japanese.count("\n") + 1
    if sample.entry.kind is Kind.NOTICE and ours != theirs:
        yield f"{ours} lines for {theirs}"


def check_numbers(sample: Sample) -> Iterator[str]:
    """Yield numbers that are gone, or that the Japanese has not."""
    ours, theirs = find_numbers(sample.words), find_numbers(blank_slots(sample.japanese))
    declared = {number for text in sample.entry.numbers for number in find_numbers(text)}
    if sample.is_source:
        ours |= find_kanji_numbers(sample.text)
    yield from (f"{number} is missing" for number in sorted((theirs | declared) - ours))
    known = theirs | declared | find_kanji_numbers(sample.japanese)
    yield from (f"{number} is not in the Japanese" for number in sorted(ours - known))


def check_negation(sample: Sample) -> Iterator[str]:
    """Yield when a text must forbid or deny and does not, or when nobody declared that the Japanese does."""
    if sample.entry.forbids and not any(re.search(word, sample.text, re.IGNORECASE) for word in sample.negations):
        yield "no word that forbids or denies"
    if sample.is_source and not sample.entry.forbids and re.search(_FORBIDS, sample.text):
        yield "it forbids, and is not declared to"


def check_terms(sample: Sample) -> Iterator[str]:
    """Yield terms of the glossary that are translated in another way."""
    for term, is_kept in compare_terms(sample.japanese, sample.text, sample.terms):
        if not is_kept:
            yield f"{term}: {' | '.join(sample.terms[term])}"
