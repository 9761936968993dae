"""What findings and levels are called in the interface's language."""

from collections.abc import Callable, Mapping

from disaster_support.easy.model import Kind, Level
from disaster_support.i18n import pgettext

_KINDS: Mapping[Kind, Callable[[], str]] = {
    "long-sentence": lambda: pgettext("easy Japanese", "Long sentence"),
    "two-things": lambda: pgettext("easy Japanese", "Two things in one sentence"),
    "hard-word": lambda: pgettext("easy Japanese", "Hard word"),
    "honorific": lambda: pgettext("easy Japanese", "Honorific"),
    "double-negative": lambda: pgettext("easy Japanese", "Double negative"),
    "passive": lambda: pgettext("easy Japanese", "Passive"),
    "noun-chain": lambda: pgettext("easy Japanese", "Nouns in a row"),
    "era-year": lambda: pgettext("easy Japanese", "Year of an era"),
    "loan-word": lambda: pgettext("easy Japanese", "Misleading loan word"),
    "spaces": lambda: pgettext("easy Japanese", "No spaces between phrases"),
}
_LEVELS: Mapping[Level, Callable[[], str]] = {
    "easy": lambda: pgettext("level of a word", "Easy"),
    "middle": lambda: pgettext("level of a word", "Middle"),
    "hard": lambda: pgettext("level of a word", "Hard"),
    "learn": lambda: pgettext("level of a word", "To learn"),
    "name": lambda: pgettext("level of a word", "Name"),
    "number": lambda: pgettext("level of a word", "Number"),
}


def name_kind(kind: Kind) -> str:
    """Return what a kind of finding is called."""
    return _KINDS[kind]()


def name_level(level: Level) -> str:
    """Return what a level is called."""
    return _LEVELS[level]()
