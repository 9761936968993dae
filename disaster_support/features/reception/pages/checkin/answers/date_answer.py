"""A date of birth as far as it is known, or an age; in the digits of any script."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.features.reception.dates import describe_example
from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import EMPTY, Answer, join_birth, split_birth
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.theme import LARGE, current_theme

_WIDTHS = {"form.year": 150, "form.month": 110, "form.day": 110, "form.age": 130}
_LENGTHS = {"form.year": 4, "form.month": 2, "form.day": 2, "form.age": 3}


class DateAnswer(AnswerView):
    """Year, month and day; apart from them the age."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer, today: date) -> None:
        super().__init__()
        self._question, self._today = question, today
        self._lines: dict[str, QLineEdit] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for entry, text in zip(_WIDTHS, split_birth(answer.text), strict=True):
            if entry == "form.age":
                row.addSpacing(48)
            row.addWidget(self._field(texts, entry, text))
        row.addStretch(1)
        self.column.addLayout(row)
        self.example = PhraseLabel(texts.shown, LARGE, role="ink_secondary")
        self.example.set_phrase(describe_example(texts.shown.tag))
        self.column.addWidget(self.example)
        self.first = self._lines["form.year"]

    def answer(self) -> Answer:
        """Return the date or the age."""
        return Answer(text=self._text() or "") if self._text() else EMPTY

    def problem(self) -> str:
        """Return the hint of the question where the date cannot be."""
        return self._question.hint if self._text() is None else ""

    def _text(self) -> str | None:
        year, month, day, age = (line.text() for line in self._lines.values())
        return join_birth(year, month, day, age, self._today)

    def _field(self, texts: CheckInTexts, entry: str, text: str) -> QWidget:
        line = TypedLine(texts.spoken, texts.phrase(entry)[0].text, text)
        line.setMaxLength(_LENGTHS[entry])
        line.setFixedWidth(current_theme().px(_WIDTHS[entry]))
        line.textEdited.connect(self.edited)
        line.returnPressed.connect(self.submitted)
        self._lines[entry] = line
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TwoPhrases(texts, entry, LARGE))
        column.addWidget(line)
        return whole
