"""One of a few answers, or several of them."""

from PySide6.QtWidgets import QButtonGroup

from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.features.reception.pages.checkin.card_table import CardTable
from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard, entry_card, option_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import on_press
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import NO, Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.theme import LARGE, TITLE

_MOST_IN_A_ROW = 3


class ChoiceAnswer(AnswerView):
    """One answer: choosing it goes on."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self.cards = {str(value): option_card(texts, entry) for value, entry in question.options}
        self._group = QButtonGroup(self)
        for value, card in self.cards.items():
            card.setCheckable(True)
            card.setChecked(value in answer.values)
            self._group.addButton(card)
            on_press(card, self.submitted.emit)
        count = len(self.cards)
        self.column.addWidget(CardTable(list(self.cards.values()), count if count <= _MOST_IN_A_ROW else 2))
        self.first = self._group.checkedButton() or next(iter(self.cards.values()))

    def answer(self) -> Answer:
        """Return the one that is chosen."""
        return Answer(tuple(value for value, card in self.cards.items() if card.isChecked()))


class ChoicesAnswer(AnswerView):
    """Several answers, for a need also none of them, and what else there is to say."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self.column.addWidget(TwoPhrases(texts, "form.choose_all", LARGE))
        self.cards = {str(value): self._tick(texts, entry, value in answer.values) for value, entry in question.options}
        shown = list(self.cards.values())
        self.no: PhraseCard | None = None
        self._line: TypedLine | None = None
        if question.id.startswith("need."):
            self.no = entry_card(texts, "form.no")
            self.no.setCheckable(True)
            self.no.setChecked(NO in answer.values)
            on_press(self.no, self._say_no)
            shown.append(self.no)
        self.column.addWidget(CardTable(shown, 2))
        if question.detail:
            self.column.addWidget(TwoPhrases(texts, question.detail, TITLE))
            self._line = TypedLine(texts.spoken, texts.phrase(question.detail)[0].text, answer.text)
            self._line.textEdited.connect(lambda _text: self._edit())
            self._line.returnPressed.connect(self.submitted)
            self.column.addWidget(self._line)
        self.first = shown[0]

    def answer(self) -> Answer:
        """Return what is ticked and written."""
        if self.no and self.no.isChecked():
            return Answer((NO,))
        ticked = tuple(value for value, card in self.cards.items() if card.isChecked())
        return Answer(ticked, self._line.text() if self._line else "")

    def _tick(self, texts: CheckInTexts, entry: str, ticked: bool) -> PhraseCard:
        card = entry_card(texts, entry)
        card.setCheckable(True)
        card.setChecked(ticked)
        on_press(card, self._edit)
        return card

    def _edit(self) -> None:
        if self.no:
            self.no.setChecked(False)
        self.edited.emit()

    def _say_no(self) -> None:
        for card in self.cards.values():
            card.setChecked(False)
        if self._line:
            self._line.clear()
        self.no.setChecked(True)  # type: ignore[union-attr]
        self.submitted.emit()
