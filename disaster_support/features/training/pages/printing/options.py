"""What is chosen for printing: the language of the papers, the languages of cards and boards, and the acts."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.context import Context
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.language_choice import LanguageChoice
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in

Act = Callable[[], object]

_CARD_ENTRY = "roleplay."  # the entries that an evacuee's card is made of begin like this
_PAPER_LANGUAGES = ("ja", "en")


class Options(QWidget):
    """`changed` tells when the papers look different."""

    changed = Signal()

    def __init__(self, context: Context, print_: Act, save: Act, write: Act) -> None:
        super().__init__()
        self.paper = ChoiceBox(
            lambda: _("Language of the papers"),
            (("ja", lambda: pgettext("paper", "Japanese")), ("en", lambda: pgettext("paper", "English"))),
        )
        self.paper.choose(current_language() if current_language() in _PAPER_LANGUAGES else SOURCE_LANGUAGE)
        self.languages = LanguageChoice(_spoken(context))
        self.languages.set_languages(context.settings.current.sign_languages)
        self.writing = Button(lambda: _("Write the whole folder"), write, kind="filled", icon_name="folder-open")
        inner = QWidget()
        column = column_in(inner, 16)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(LabelledField(lambda: _("Language of the papers"), self.paper))
        column.addWidget(
            LabelledField(
                lambda: _("Languages"),
                self.languages,
                help_text=lambda: _("Of role-plays, boards and signs, beside Japanese."),
            )
        )
        column.addStretch(1)
        whole = column_in(self)
        whole.addWidget(scrolling(inner), 1)
        whole.addWidget(Button(lambda: _("Print (Ctrl+P)"), print_, height="small", icon_name="printer"))
        whole.addWidget(Button(lambda: _("Save PDF (Ctrl+S)"), save, height="small", icon_name="content-save"))
        whole.addWidget(self.writing)
        self.paper.activated.connect(lambda _row: self.changed.emit())
        self.languages.changed.connect(self.changed)


def _spoken(context: Context) -> list[Language]:
    """Return the languages that the evacuee's side of a role-play can be printed in."""
    catalogue = context.catalogue
    first = next((one for one in catalogue.entries if one.startswith(_CARD_ENTRY)), "")
    return [one for one in catalogue.languages.values() if not first or catalogue.text(first, one.tag)]
