"""As what, in which language and of which nationality people take part: chosen once, used for everybody who comes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.model import Part
from disaster_support.features.drills.words import say_part
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.lists.countries import country_name, list_countries
from disaster_support.lists.languages import language_name
from disaster_support.ui.choices import Choice, ChoiceBox
from disaster_support.ui.fields import LabelledField


def part_box() -> ChoiceBox:
    """Return the choice of the part."""
    return ChoiceBox(lambda: _("Takes part as"), [(str(part), partial(say_part, part)) for part in Part])


def language_box(context: Context) -> ChoiceBox:
    """Return the choice of the language, first the library's."""
    tags = [tag for tag in context.catalogue.languages if not tag.endswith("-simple")]
    named = [(tag, partial(say_language, context, tag)) for tag in tags]
    return ChoiceBox(lambda: _("Language"), [("", lambda: _("Not asked")), *named])


def country_box() -> ChoiceBox:
    """Return the choice of the nationality, the most frequent first."""
    return ChoiceBox(lambda: _("Nationality"), _country_choices())


def _country_choices() -> Sequence[Choice]:
    named: list[Choice] = [(code, partial(say_country, code)) for code, _name in list_countries(current_language())]
    return [("", lambda: _("Not asked")), *named]


def say_language(context: Context, tag: str) -> str:
    """Return the name of a language; '' is one that was not asked for."""
    return language_name(tag, context.catalogue.languages, current_language()) if tag else _("Not asked")


def say_country(code: str) -> str:
    """Return the name of a country; '' is one that was not asked for."""
    return country_name(code, current_language()) if code else _("Not asked")


class Origin(QWidget):
    """Language and nationality side by side."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.language, self.country = language_box(context), country_box()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        labelled: Sequence[tuple[Callable[[], str], ChoiceBox]] = (
            (lambda: _("Language"), self.language),
            (lambda: _("Nationality"), self.country),
        )
        for words, box in labelled:
            row.addWidget(LabelledField(words, box), 1)
