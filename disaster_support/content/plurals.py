"""How a language's grammar follows a number: CLDR's plural categories, in gettext's terms.

Categories that only fractions or whole numbers from a million reach (Spanish "many") have no form here: nothing in a
shelter is counted so. Imports Babel: only when texts are compiled or filled in.

Source: CLDR 47 plural rules, https://cldr.unicode.org/index/cldr-spec/plural-rules
"""

from collections.abc import Sequence
from functools import cache

from babel.plural import PluralRule, to_gettext

from disaster_support.content.languages import parse_locale

_ORDER = ("zero", "one", "two", "few", "many", "other")  # in which gettext's header of Babel numbers them
_REACHED_BY = (*range(201), *range(1000, 1_000_000, 1000))
"""Numbers that reach every category whole numbers below a million can have: the rules look at the last two digits."""


@cache
def plural_categories(tag: str) -> tuple[str, ...]:
    """Return the categories that a text with a number has forms for, in the order of the forms; the last is "other"."""
    rule = parse_locale(tag).plural_form
    reached = {rule(number) for number in _REACHED_BY}
    return tuple(category for category in _ORDER if category in reached | {"other"})


def plural_header(tag: str) -> str:
    """Return the value of a PO file's `Plural-Forms`.

    Source: GNU gettext manual, "Plural forms".
    """
    kept = {name: text for name, text in parse_locale(tag).plural_form.rules.items() if name in plural_categories(tag)}
    return to_gettext(PluralRule(kept))


def choose_form(forms: Sequence[str], tag: str, number: int) -> str:
    """Return the form of a text for a number; `forms` are by category, as `plural_categories` orders them."""
    category = parse_locale(tag).plural_form(number)
    return forms[plural_categories(tag).index(category)]
