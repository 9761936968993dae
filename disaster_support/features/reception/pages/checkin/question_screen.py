"""One question: what is asked, the answer, and the ways to go on without one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.features.reception.model import Unanswered
from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.choice_answer import ChoiceAnswer, ChoicesAnswer
from disaster_support.features.reception.pages.checkin.answers.country_answer import CountryAnswer
from disaster_support.features.reception.pages.checkin.answers.date_answer import DateAnswer
from disaster_support.features.reception.pages.checkin.answers.family_answer import FamilyAnswer
from disaster_support.features.reception.pages.checkin.answers.languages_answer import LanguagesAnswer
from disaster_support.features.reception.pages.checkin.answers.text_answer import TextAnswer
from disaster_support.features.reception.pages.checkin.answers.yes_no_answer import YesNoAnswer
from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard, entry_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.progress_dots import ProgressDots
from disaster_support.features.reception.pages.checkin.screen import Screen, on_press
from disaster_support.features.reception.questions import Answering, Question
from disaster_support.features.reception.self_check_in import EMPTY, Answer, CheckIn
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.theme import LARGE

_QUESTION = 30
_CONSENT = "consent."


class QuestionScreen(Screen):
    """Tells with `answered` what to put in the place of a former answer; an empty one: they skip it."""

    answered = Signal(object)
    edited = Signal()
    backed = Signal()
    stopped = Signal()

    def __init__(self, check_in: CheckIn, question: Question, texts: CheckInTexts, today: date) -> None:
        super().__init__()
        self.question, self._texts = question, texts
        self.speak(texts.shown)
        self.view = _build_view(question, texts, check_in.answer_to(question.id), today)
        self._given = check_in.answer_to(question.id)
        self._touched = False
        self._build_head(check_in)
        self._build_content()
        self._build_foot()
        self.view.edited.connect(self._edit)
        self.view.submitted.connect(self.go_on)
        self.first = self.view.first or self.skip

    def answer(self) -> Answer:
        """Return the answer as it stands; one that was given before and not touched stays."""
        answer = self.view.answer()
        return self._given if answer.is_empty and not self._touched else answer

    def go_on(self) -> None:
        """Take the answer as it stands, unless it cannot be."""
        problem = self.view.problem()
        self._show_problem(problem)
        if not problem and not self.view.go_further():
            self.answered.emit(self.answer())

    def go_back(self) -> None:
        """Ask to go to what was before."""
        self.backed.emit()

    def _build_head(self, check_in: CheckIn) -> None:
        questions = check_in.questions
        self.stop = entry_card(self._texts, "form.stop", size=LARGE, icon_name="")
        on_press(self.stop, self.stopped.emit)
        self.put_above(((ProgressDots(questions.index(self.question), len(questions)), 1), (self.stop, 0)))

    def _build_content(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = self._texts.pictogram(self.question.entry)
        if picture:
            head.addWidget(IconLabel(picture, 48, "action"))
        head.addWidget(TwoPhrases(self._texts, self.question.entry, _QUESTION, bold=True), 1)
        self.column.addLayout(head)
        for entry in self._hints():
            self.column.addWidget(TwoPhrases(self._texts, entry, LARGE))
        self._problem = QWidget()
        self._problem_row = QHBoxLayout(self._problem)
        self._problem.hide()
        self.column.addWidget(self._problem)  # above the answer: seen without scrolling
        self.column.addWidget(self.view, 1 if self.question.answering is Answering.COUNTRY else 0)
        if self.question.answering is not Answering.COUNTRY:
            self.column.addStretch(1)

    def _hints(self) -> tuple[str, ...]:
        hints = (self.question.hint,) if self.question.hint else ()
        if self.question.id == "name":
            return (*hints, "form.name_or_nickname")
        return ("form.consent_note",) if self.question.id.startswith(_CONSENT) else hints

    def _build_foot(self) -> None:
        self.back = self._foot_card("form.back", self.go_back)
        self.skip = self._foot_card("form.skip", lambda: self.answered.emit(EMPTY))
        self.next = self._foot_card("form.next", self.go_on, is_filled=True)
        foot: list[tuple[QWidget, int]] = [(self.back, 2), (self.skip, 3)]
        if not self.question.id.startswith(_CONSENT):  # no answer is a no there
            self.dont_know = self._foot_card("form.dont_know", lambda: self._leave_open(Unanswered.UNKNOWN))
            self.decline = self._foot_card("form.decline", lambda: self._leave_open(Unanswered.DECLINED))
            foot += [(self.dont_know, 3), (self.decline, 3)]
        self.put_below((*foot, (self.next, 3)))

    def _foot_card(self, entry: str, action: Callable[[], object], *, is_filled: bool = False) -> PhraseCard:
        card = entry_card(self._texts, entry, size=LARGE, icon_name="", is_filled=is_filled)
        on_press(card, action)
        return card

    def _leave_open(self, why: Unanswered) -> None:
        self.answered.emit(Answer((str(why),)))

    def _edit(self) -> None:
        self._touched = True
        self._show_problem("")
        self.edited.emit()

    def _show_problem(self, entry: str) -> None:
        while item := self._problem_row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if entry:
            self._problem_row.addWidget(IconLabel("alert-circle", 32, "error"))
            self._problem_row.addWidget(TwoPhrases(self._texts, entry, LARGE, role="error"), 1)
        self._problem.setVisible(bool(entry))


def _build_view(question: Question, texts: CheckInTexts, answer: Answer, today: date) -> AnswerView:
    match question.answering:
        case Answering.TEXT:
            return TextAnswer(question, texts, answer)
        case Answering.DATE:
            return DateAnswer(question, texts, answer, today)
        case Answering.CHOICE:
            return ChoiceAnswer(question, texts, answer)
        case Answering.CHOICES:
            return ChoicesAnswer(question, texts, answer)
        case Answering.YES_NO:
            return YesNoAnswer(question, texts, answer)
        case Answering.COUNTRY:
            return CountryAnswer(question, texts, answer)
        case Answering.LANGUAGES:
            return LanguagesAnswer(texts, answer)
        case Answering.FAMILY:
            return FamilyAnswer(texts, answer)
