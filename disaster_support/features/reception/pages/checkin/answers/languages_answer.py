"""Other languages that the person understands, in the order in which they tick them."""

from disaster_support.content.model import Language, Phrase
from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.card_table import CardTable
from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import on_press
from disaster_support.features.reception.self_check_in import EASY_JAPANESE, JAPANESE, Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts, offered_languages
from disaster_support.ui.theme import DISPLAY, HEADING, LARGE, SMALL

_COLUMNS = 4


class LanguagesAnswer(AnswerView):
    """Every language of the library but the one they chose, and Japanese, which is asked for by itself."""

    def __init__(self, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self._ticked = [tag for tag in answer.values if tag in texts.catalogue.languages]
        self.column.addWidget(TwoPhrases(texts, "form.choose_all", LARGE))
        self.cards: dict[str, PhraseCard] = {}
        for language in offered_languages(texts.catalogue):
            if language.tag not in (texts.tag, JAPANESE, EASY_JAPANESE):
                self.cards[language.tag] = self._build(language, texts)
        self.column.addWidget(CardTable(list(self.cards.values()), _COLUMNS))
        self.first = next(iter(self.cards.values()), None)

    def answer(self) -> Answer:
        """Return the tags."""
        return Answer(tuple(self._ticked))

    def _build(self, language: Language, texts: CheckInTexts) -> PhraseCard:
        card = language_card(language, texts.japanese)
        card.setCheckable(True)
        card.setChecked(language.tag in self._ticked)
        on_press(card, lambda: self._tick(language.tag))
        return card

    def _tick(self, tag: str) -> None:
        if tag in self._ticked:
            self._ticked.remove(tag)
        else:
            self._ticked.append(tag)
        self.edited.emit()


def language_card(language: Language, japanese: Language, i_speak: Phrase | None = None) -> PhraseCard:
    """Return a button for a language: what it calls itself, "I speak …" in it where given, and its Japanese name."""
    lines = [(Phrase(language.autonym), language, DISPLAY if i_speak else HEADING)]
    if i_speak:
        lines.append((i_speak, language, LARGE))
    if language.name_ja != language.autonym:
        lines.append((Phrase(language.name_ja), japanese, SMALL))
    return PhraseCard(tuple(lines))
