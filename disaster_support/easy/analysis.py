"""The two things that others ask for: a text's readings, and all there is to say of it."""

from disaster_support.easy.levels import list_words
from disaster_support.easy.model import Analysis
from disaster_support.easy.readings import read_tokens
from disaster_support.easy.tokens import tokenize
from disaster_support.ruby import Ruby


def add_readings(text: str) -> tuple[Ruby, ...]:
    """Return the readings above the kanji of a text, in order and apart from one another."""
    return read_tokens(text, tokenize(text))


def analyse(text: str) -> Analysis:
    """Return a text's readings, its words with their levels, and findings in the interface's language."""
    tokens = tokenize(text)
    readings = read_tokens(text, tokens)
    return Analysis(text, readings, list_words(text, tokens, readings))
