"""Meals and things that are given: what they are called in the register, and in the interface's language.

The register keeps the Japanese word, so that two people who work in two languages count the same meal.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from disaster_support.i18n import gettext as _

_WORDS: Mapping[str, Callable[[], str]] = {
    "朝食": lambda: _("Breakfast"),
    "昼食": lambda: _("Lunch"),
    "夕食": lambda: _("Supper"),
    "水": lambda: _("Water"),
    "毛布": lambda: _("Blanket"),
    "マスク": lambda: _("Face mask"),
    "おむつ": lambda: _("Nappies"),
    "粉ミルク": lambda: _("Baby formula"),
    "生理用品": lambda: _("Sanitary pads"),
    "衛生セット": lambda: _("Hygiene kit"),
    "着替え": lambda: _("Clothes"),
}
MEALS = ("朝食", "昼食", "夕食")
"""What counts as a meal in the daily count."""

THINGS = tuple(_WORDS)
"""What is offered to choose from; anything else may be typed."""

_LUNCH, _SUPPER = 10, 15  # hours from which the next meal is the next one


def say_item(item: str) -> str:
    """Return what a thing of the register is called; one that somebody has typed stays as it is."""
    return _WORDS[item]() if item in _WORDS else item


def read_item(typed: str) -> str:
    """Return the register's word for a thing as it was chosen or typed."""
    wanted = " ".join(typed.split())
    said = {words().casefold(): item for item, words in _WORDS.items()}
    return said.get(wanted.casefold(), wanted)


def meal_at(moment: datetime) -> str:
    """Return the meal of a time of day."""
    return MEALS[(moment.hour >= _LUNCH) + (moment.hour >= _SUPPER)]
