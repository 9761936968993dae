"""Says, in place, that the library has only the name of a language yet, and what can be shown instead."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from disaster_support.content.model import EASY_JAPANESE, Language
from disaster_support.features.boards.words import staff_name
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel, wrapping_label
from disaster_support.ui.say import say


class MissingPanel(QFrame):
    """One sentence and two buttons; hidden until it is needed."""

    def __init__(self, open_instead: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language: Language | None = None
        self.setProperty("panel", "warning")
        self._label = wrapping_label()
        say(self, self._label.setText, self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("alert", 24, "warning"))
        row.addWidget(self._label, 1)
        self.english = Button(lambda: _("Show English"), lambda: open_instead("en"))
        self.easy = Button(lambda: _("Show Easy Japanese"), lambda: open_instead(EASY_JAPANESE))
        row.addWidget(self.english)
        row.addWidget(self.easy)
        self.hide()

    def show_for(self, language: Language) -> None:
        """Say it of this language."""
        self.language = language
        self._label.setText(self._sentence())
        self.show()
        self.english.setFocus()

    def _sentence(self) -> str:
        if self.language is None:
            return ""
        return _("For {language} there is only the name so far, no boards. Show another language instead.").format(
            language=staff_name(self.language)
        )
