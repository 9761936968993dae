"""An answer in the person's own words."""

from PySide6.QtWidgets import QSizePolicy

from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.features.reception.pages.checkin.keyboards import KeyboardHint
from disaster_support.features.reception.pages.checkin.phrase_card import entry_card
from disaster_support.features.reception.pages.checkin.screen import on_press
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import NO, Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts


class TextAnswer(AnswerView):
    """A line, and where it is asked whether something is needed, a button for no."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self._said_no = answer.values == (NO,)
        self.line = TypedLine(texts.spoken, texts.phrase(question.entry)[0].text, answer.text)
        self.line.textEdited.connect(lambda _text: self._edit())
        self.line.returnPressed.connect(self.submitted)
        self.column.addWidget(self.line)
        hint = KeyboardHint.for_question(question.id, texts)
        if hint:
            self.column.addWidget(hint)
        if question.id.startswith("need."):
            no = entry_card(texts, "form.no")
            no.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            on_press(no, self._say_no)
            self.column.addWidget(no)
        self.first = self.line

    def answer(self) -> Answer:
        """Return what stands in the line."""
        return Answer((NO,)) if self._said_no else Answer(text=self.line.text())

    def _edit(self) -> None:
        self._said_no = False
        self.edited.emit()

    def _say_no(self) -> None:
        self.line.clear()
        self._said_no = True
        self.submitted.emit()
