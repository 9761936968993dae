"""The two things that others ask for: a text's readings, and all there is to say of it."""

from collections.abc import Iterable

from disaster_support.easy.draft import Draft
from disaster_support.easy.levels import list_words
from disaster_support.easy.model import KINDS, Analysis, Finding
from disaster_support.easy.readings import read_tokens
from disaster_support.easy.rules.grammar import find_double_negatives, find_passives
from disaster_support.easy.rules.manner import find_honorifics
from disaster_support.easy.rules.shape import (
    find_long_sentences,
    find_missing_spaces,
    find_noun_chains,
    find_two_things,
)
from disaster_support.easy.rules.words import find_words
from disaster_support.easy.rules.years import find_era_years
from disaster_support.easy.tokens import tokenize
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.ruby import Ruby

LONGEST_TEXT = 20_000
"""Characters: some twenty pages. A notice has one, and whoever gives a whole book has given the wrong file."""

_RULES = (
    find_long_sentences,
    find_two_things,
    find_words,
    find_honorifics,
    find_double_negatives,
    find_passives,
    find_noun_chains,
    find_era_years,
    find_missing_spaces,
)


def check_length(text: str) -> None:
    """See that a text is no longer than anybody writes for a wall.

    Raises:
        UserError: it is.

    """
    if len(text) > LONGEST_TEXT:
        sentence = _("The text has {count} characters and may have {most}: give a part of it.")
        raise UserError(sentence.format(count=len(text), most=LONGEST_TEXT))


def add_readings(text: str) -> tuple[Ruby, ...]:
    """Return the readings above the kanji of a text, in order and apart from one another."""
    return read_tokens(text, tokenize(text))


def analyse(text: str) -> Analysis:
    """Return a text's readings, its words with their levels, and findings in the interface's language."""
    tokens = tokenize(text)
    readings = read_tokens(text, tokens)
    words = list_words(text, tokens, readings)
    draft = Draft(text, tokens, words)
    findings = _leave_out_covered([finding for rule in _RULES for finding in rule(draft)])
    return Analysis(text, readings, words, findings)


def _leave_out_covered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in the text's order; a word inside a form that is to be said otherwise needs no word of its own."""
    found = list(findings)
    kept = [one for one in found if not any(_covers(other, one) for other in found)]
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, KINDS.index(one.kind))))


def _covers(other: Finding, one: Finding) -> bool:
    if not other.start <= one.start <= one.end <= other.end:
        return False
    if one.kind == "honorific":  # 配布いたします → 配ります has seen to いたします
        is_longer = other.end - other.start > one.end - one.start
        return other.kind == "hard-word" and other.replacement is not None and is_longer
    is_form = other.kind in ("honorific", "double-negative", "passive", "era-year")
    return is_form and one.kind in ("hard-word", "loan-word", "noun-chain")
