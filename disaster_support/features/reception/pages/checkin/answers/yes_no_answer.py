"""Yes or no, and under a yes what exactly; an allergy has the allergens that Japanese labels name to tick."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.features.reception.pages.checkin.card_table import CardTable
from disaster_support.features.reception.pages.checkin.keyboards import KeyboardHint
from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard, entry_card, option_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import on_press
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import NO, YES, Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.theme import LARGE, TITLE

_ALLERGENS = "food.allergen."
_COLUMNS = 4


class YesNoAnswer(AnswerView):
    """Two buttons: no goes on, and so does a yes of which nothing more is asked."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self._has_detail = bool(question.detail)
        self.yes, self.no = option_card(texts, "form.yes"), option_card(texts, "form.no")
        for card, value, action in ((self.yes, YES, self._say_yes), (self.no, NO, self._say_no)):
            card.setCheckable(True)
            card.setChecked(value in answer.values)
            on_press(card, action)
        self.column.addWidget(CardTable((self.yes, self.no), 2))
        self.allergens: dict[str, PhraseCard] = {}
        self._more = QWidget()
        self.column.addWidget(self._more)
        if self._has_detail:
            self._build_detail(question, texts, answer)
        self._more.setVisible(self._has_detail and self.yes.isChecked())
        if self._has_detail:  # a consent is never one key away
            self.first = self.yes

    def answer(self) -> Answer:
        """Return yes with what exactly, or no."""
        if self.no.isChecked():
            return Answer((NO,))
        if not self.yes.isChecked():
            return Answer()
        ticked = (entry for entry, card in self.allergens.items() if card.isChecked())
        return Answer((YES, *ticked), self.line.text() if self._has_detail else "")

    def _build_detail(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(TwoPhrases(texts, question.detail, TITLE))
        if question.id == "need.allergy":
            for entry in (one for one in texts.catalogue.entries if one.startswith(_ALLERGENS)):
                card = self.allergens[entry] = entry_card(texts, entry, size=LARGE)
                card.setCheckable(True)
                card.setChecked(entry in answer.values)
                on_press(card, self.edited.emit)
            column.addWidget(CardTable(list(self.allergens.values()), _COLUMNS))
        self.line = TypedLine(texts.spoken, texts.phrase(question.detail)[0].text, answer.text)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.submitted)
        column.addWidget(self.line)
        hint = KeyboardHint.for_question(question.id, texts)
        if hint:
            column.addWidget(hint)

    def _say_yes(self) -> None:
        self.yes.setChecked(True)
        self.no.setChecked(False)
        if not self._has_detail:
            self.submitted.emit()
            return
        self._more.show()
        (next(iter(self.allergens.values())) if self.allergens else self.line).setFocus()
        self.edited.emit()

    def _say_no(self) -> None:
        self.no.setChecked(True)
        self.yes.setChecked(False)
        self.submitted.emit()
