"""One answer as staff look it over: the question, what the person saw, and the answer in Japanese."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts, Piece, describe_answer
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel, wrapping_label
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.theme import BODY, LARGE, SMALL


class ReviewRow(QFrame):
    """`theirs` are the texts that the person saw, `ours` the Japanese ones."""

    def __init__(
        self,
        question: Question,
        answer: Answer,
        theirs: CheckInTexts,
        ours: CheckInTexts,
        on_change: Callable[[], object],
        on_remove: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("panel", "surface" if answer.is_empty else "card")
        self._theirs, self._ours = theirs, ours
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(16)
        for column, share in enumerate((5, 4, 4)):
            grid.setColumnStretch(column, share)
        grid.addWidget(self._build_question(question), 0, 0)
        grid.addWidget(self._build_answer(describe_answer(question, answer, theirs), theirs, BODY), 0, 1)
        shown = describe_answer(question, answer, ours) or (Piece(_("Not asked")),)
        self.japanese = self._build_answer(shown, ours, LARGE, bold=not answer.is_empty)
        grid.addWidget(self.japanese, 0, 2)
        grid.addWidget(self._build_buttons(answer, on_change, on_remove), 0, 3)
        self._problem = QWidget()
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("alert-circle", 20, "error"), 0, Qt.AlignmentFlag.AlignTop)
        self._sentence = wrapping_label()
        self._sentence.setProperty("type", "error")
        row.addWidget(self._sentence, 1)
        self._problem.hide()
        grid.addWidget(self._problem, 1, 1, 1, 3)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the answer; an empty sentence takes it away."""
        self._sentence.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def problem(self) -> str:
        """Return what is said to be wrong."""
        return self._sentence.text()

    def _build_question(self, question: Question) -> QWidget:
        whole, column = _column()
        ours = PhraseLabel(self._ours.japanese, BODY)
        ours.set_phrase(self._ours.source(question.entry).text)
        column.addWidget(ours)
        if self._theirs.beside(question.entry):
            phrase, language = self._theirs.phrase(question.entry)
            theirs = PhraseLabel(language, SMALL, role="ink_secondary")
            theirs.set_phrase(phrase.text)
            column.addWidget(theirs)
        return whole

    def _build_answer(
        self, pieces: tuple[Piece, ...], texts: CheckInTexts, size: int, *, bold: bool = False
    ) -> QWidget:
        whole, column = _column()
        for piece in pieces:
            # What they typed is in the letters of their language, whichever language stands around it.
            label = PhraseLabel(self._theirs.spoken if piece.is_typed else texts.shown, size, bold=bold)
            label.set_phrase(piece.text)
            column.addWidget(label)
        return whole

    def _build_buttons(
        self, answer: Answer, on_change: Callable[[], object], on_remove: Callable[[], object]
    ) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        self.change = Button(lambda: _("Change"), on_change, kind="text", height="small")
        self.remove = Button(lambda: _("Remove"), on_remove, kind="text", height="small")
        keeping = self.remove.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # else the columns of this row would stand elsewhere
        self.remove.setSizePolicy(keeping)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        self.remove.setVisible(not answer.is_empty)  # not before it has a parent: it would flash up as a window
        return whole


def _column() -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    return whole, column
