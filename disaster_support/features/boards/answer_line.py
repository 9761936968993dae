"""The answer in Japanese, on staff's side of the full screen."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from disaster_support.content.model import Language, Phrase
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.say import say
from disaster_support.ui.theme import DISPLAY


class AnswerLine(QFrame):
    """Stands beside the question from the beginning, so that nothing moves when the answer comes."""

    def __init__(self, japanese: Language) -> None:
        super().__init__()
        self.setProperty("panel", "surface")
        word = QLabel()
        word.setProperty("type", "strong")
        say(self, word.setText, lambda: _("Answer"))
        self.phrase = PhraseLabel(japanese, DISPLAY, bold=True)
        self._mark = IconLabel("dots-horizontal", 24, "ink_secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(word)
        row.addWidget(self.phrase, 1)

    def show_phrase(self, phrase: Phrase) -> None:
        """Show what was answered; nothing yet where the phrase is empty."""
        self.phrase.set_phrase(phrase.text, phrase.ruby)
        has_answer = bool(phrase.text)
        self._mark.draw(
            "check-bold" if has_answer else "dots-horizontal", 24, "success" if has_answer else "ink_secondary"
        )
