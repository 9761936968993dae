"""Other languages that the person understands, in the order in which they tick them, and then how well each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.content.model import EASY_JAPANESE, SOURCE_LANGUAGE, Language, Phrase
from disaster_support.features.reception.languages_text import write_languages
from disaster_support.features.reception.model import Level, SpokenLanguage
from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.card_table import CardTable
from disaster_support.features.reception.pages.checkin.language_search import LanguageSearch
from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard, entry_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import on_press
from disaster_support.features.reception.self_check_in import Answer, ticked_languages
from disaster_support.features.reception.self_check_in_texts import (
    LANGUAGE_LEVELS,
    CheckInTexts,
    level_texts,
    offered_languages,
)
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.theme import DISPLAY, HEADING, LARGE, SMALL

_COLUMNS = 4


class LanguagesAnswer(AnswerView):
    """Every language but the one they chose, and Japanese, which is asked for by itself; then the levels."""

    def __init__(self, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self._texts = texts
        self._ticked = {one.tag: one.level for one in ticked_languages(answer)}
        self.levels: dict[str, LevelRow] = {}  # from when they are asked for
        self.cards: dict[str, PhraseCard] = {}
        self.more: PhraseCard | None = None
        self.search: LanguageSearch | None = None
        self._cards = QWidget()
        self.column.addWidget(self._cards)
        self._show_cards()
        self.first = next(iter(self.cards.values()), None)

    def answer(self) -> Answer:
        """Return the languages, each with its level where it was said, as the register writes them."""
        return Answer(tuple(write_languages([SpokenLanguage(*one)]) for one in self._ticked.items()))

    def go_further(self) -> bool:
        """Ask how well they understand the languages that they have ticked."""
        if self.levels or not self._ticked:
            return False
        self._cards.hide()
        for tag, level in self._ticked.items():
            row = self.levels[tag] = LevelRow(self._texts, self._texts.describe(tag), level)
            row.chosen.connect(self._take_levels)
            self.column.addWidget(row)
        next(iter(self.levels.values())).first.setFocus()
        return True

    def add(self, tag: str) -> None:
        """Tick a language that may have no card yet."""
        self._ticked.setdefault(tag, None)
        self._show_cards()
        if tag in self.cards:
            self.cards[tag].setFocus()
        self.edited.emit()

    def _show_cards(self) -> None:
        former, self._cards = self._cards, QWidget()
        self.column.replaceWidget(former, self._cards)
        former.hide()
        former.deleteLater()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TwoPhrases(self._texts, "form.choose_all", LARGE))
        asked_by_themselves = (self._texts.tag, SOURCE_LANGUAGE, EASY_JAPANESE)
        offered = [one for one in offered_languages(self._texts.catalogue) if one.tag not in asked_by_themselves]
        told = [self._texts.describe(tag) for tag in self._ticked if tag not in self._texts.catalogue.languages]
        self.cards = {one.tag: self._build(one) for one in (*told, *offered)}
        column.addWidget(CardTable(list(self.cards.values()), _COLUMNS))
        self.more = entry_card(self._texts, "form.more_languages", size=LARGE)
        on_press(self.more, self._search)
        column.addWidget(self.more)
        self._cards.show()

    def _build(self, language: Language) -> PhraseCard:
        card = language_card(language, self._texts.japanese)
        card.setCheckable(True)
        card.setChecked(language.tag in self._ticked)
        on_press(card, lambda: self._tick(language.tag))
        return card

    def _tick(self, tag: str) -> None:
        if tag in self._ticked:
            del self._ticked[tag]
        else:
            self._ticked[tag] = None
        self.edited.emit()

    def _search(self) -> None:
        """Let a language be found that has no card: above the cards, where it is seen."""
        search = self.search = LanguageSearch(self._texts)
        search.search.submitted.connect(lambda: self.add(search.tag()) if search.tag() else None)
        column = self._cards.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, search)
        if self.more:
            self.more.hide()
        search.search.line.setFocus()

    def _take_levels(self) -> None:
        self._ticked = {tag: row.level() for tag, row in self.levels.items()}
        self.edited.emit()


class LevelRow(QWidget):
    """One language and how well they understand it; a second touch takes the answer away."""

    chosen = Signal()

    def __init__(self, texts: CheckInTexts, language: Language, level: Level | None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        name = PhraseLabel(language, HEADING, bold=True)
        name.set_phrase(language.autonym)
        row.addWidget(name, 1)
        self.cards = {one: entry_card(level_texts(texts), entry) for one, entry in LANGUAGE_LEVELS}
        for one, card in self.cards.items():
            card.setAccessibleName(f"{language.autonym}: {card.accessibleName()}")
            card.setCheckable(True)
            card.setChecked(one is level)
            on_press(card, lambda one=one: self._choose(one))  # type: ignore[misc]
            row.addWidget(card, 1)
        self.first = next(iter(self.cards.values()))

    def level(self) -> Level | None:
        """Return the level that is chosen."""
        return next((one for one, card in self.cards.items() if card.isChecked()), None)

    def _choose(self, level: Level) -> None:
        for one, card in self.cards.items():
            card.setChecked(one is level and card.isChecked())
        self.chosen.emit()


def language_card(language: Language, japanese: Language, i_speak: Phrase | None = None) -> PhraseCard:
    """Return a button for a language: what it calls itself, "I speak …" in it where given, and its Japanese name."""
    lines = [(Phrase(language.autonym), language, DISPLAY if i_speak else HEADING)]
    if i_speak:
        lines.append((i_speak, language, LARGE))
    if language.name_ja != language.autonym:
        lines.append((Phrase(language.name_ja), japanese, SMALL))
    return PhraseCard(tuple(lines))
