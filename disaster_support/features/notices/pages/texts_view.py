"""What the notice says: the Japanese, and below it every language at once, each to be copied."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language, Phrase, Review
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.language_picker import name_of
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import IconLabel, wrapping_label
from disaster_support.ui.parts import column_in, empty
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.say import say
from disaster_support.ui.theme import BODY, LARGE
from disaster_support.ui.unreviewed import UNREVIEWED_MARK, unreviewed_sentence

_COPIED_MS = 2000
_MARK_PX = 20


class TextsView(QWidget):
    """The Japanese stays in sight; the languages scroll."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        super().__init__()
        self._languages = languages
        self.cards: dict[str, TextCard] = {}
        self.japanese = TextCard(languages[SOURCE_LANGUAGE])
        content = QWidget()
        self._cards = column_in(content)
        self._cards.setContentsMargins(0, 0, 8, 0)
        column = column_in(self)
        column.addWidget(self.japanese)
        column.addWidget(scrolling(content), 1)

    def show_phrases(self, phrases: Mapping[str, Phrase], tags: Sequence[str]) -> None:
        """Show these; a language without a text says so."""
        if list(self.cards) != list(tags):
            empty(self._cards)
            self.cards = {tag: TextCard(self._languages[tag]) for tag in tags}
            for card in self.cards.values():
                self._cards.addWidget(card)
            self._cards.addStretch(1)
        self.japanese.show_phrase(phrases.get(SOURCE_LANGUAGE))
        for tag, card in self.cards.items():
            card.show_phrase(phrases.get(tag))


class TextCard(QFrame):
    """One language: its own name, the mark of an unchecked text, the text, and a button that copies it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setProperty("panel", "card")
        self.mark = IconLabel(UNREVIEWED_MARK, _MARK_PX, "ink_secondary")
        say(self.mark, self.mark.setToolTip, unreviewed_sentence)
        say(self.mark, self.mark.setAccessibleName, unreviewed_sentence)
        self.phrase = PhraseLabel(language, LARGE)
        self.missing = wrapping_label()
        self.missing.setProperty("type", "secondary")
        say(self, self.missing.setText, lambda: _("Not yet translated."))
        self.copy = Button(self._copy_words, self._copy, kind="text", height="small", icon_name="content-copy")
        say(self, self.copy.setAccessibleName, self._copy_name)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        autonym = PhraseLabel(self._language, BODY, role="ink_secondary")
        autonym.set_phrase(self._language.autonym)
        head.addWidget(autonym, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.copy)
        column.addLayout(head)
        column.addWidget(self.phrase)
        column.addWidget(self.missing)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """Show what the notice says in this language, or that it says nothing."""
        self.phrase.set_phrase(phrase.text if phrase else "", phrase.ruby if phrase else ())
        self.phrase.setVisible(phrase is not None)
        self.missing.setVisible(phrase is None)
        self.copy.setEnabled(phrase is not None)
        self.mark.setVisible(phrase is not None and phrase.review is Review.UNREVIEWED)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.phrase.text())
        self.copy.setText(_("Copied"))
        QTimer.singleShot(_COPIED_MS, self.copy, lambda: self.copy.setText(self._copy_words()))

    def _copy_words(self) -> str:
        return _("Copy")

    def _copy_name(self) -> str:
        # Translators: {language} is the name of a language.
        return _("Copy the text in {language}").format(language=name_of(self._language))
