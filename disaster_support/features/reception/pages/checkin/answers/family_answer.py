"""The people who came along: name, sex and age of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout

from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.features.reception.pages.checkin.card_table import CardTable
from disaster_support.features.reception.pages.checkin.keyboards import KeyboardHint
from disaster_support.features.reception.pages.checkin.phrase_card import entry_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import on_press
from disaster_support.features.reception.questions import QUESTIONS
from disaster_support.features.reception.self_check_in import NOBODY, Answer, Companion
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.theme import BOARD_TARGET, LARGE, current_theme

_SEXES = next(question.options for question in QUESTIONS if question.id == "sex")
_AGE_WIDTH = 110


class FamilyAnswer(AnswerView):
    """One panel a person; at first one that is empty, and the button that says there is nobody."""

    def __init__(self, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self._texts = texts
        self._nobody = answer.values == (NOBODY,)
        self.people: list[CompanionPanel] = []
        self.add = entry_card(texts, "form.add_person")
        self.nobody = entry_card(texts, "form.nobody_else")
        on_press(self.add, self._add_empty)
        on_press(self.nobody, self._say_nobody)
        self.column.addWidget(CardTable((self.add, self.nobody), 2))
        hint = KeyboardHint.for_question("family", texts)
        if hint:
            self.column.addWidget(hint)
        for one in answer.people or (Companion(),):
            self._add(one)
        self.first = self.people[0].first

    def answer(self) -> Answer:
        """Return everybody of whom something stands there, or that there is nobody."""
        people = tuple(one for one in (panel.companion() for panel in self.people) if one != Companion())
        return Answer(people=people) if people else Answer((NOBODY,) if self._nobody else ())

    def _add_empty(self) -> None:
        self._add(Companion()).first.setFocus()

    def _add(self, companion: Companion) -> "CompanionPanel":
        panel = CompanionPanel(self._texts, companion)
        panel.edited.connect(self._edit)
        panel.submitted.connect(self.submitted)
        panel.removed.connect(lambda: self._remove(panel))
        self.column.insertWidget(len(self.people), panel)
        self.people.append(panel)
        return panel

    def _remove(self, panel: "CompanionPanel") -> None:
        self.people.remove(panel)
        self.column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        if not self.people:
            self._add_empty()
        self.people[0].first.setFocus()
        self.edited.emit()

    def _edit(self) -> None:
        self._nobody = False
        self.edited.emit()

    def _say_nobody(self) -> None:
        for panel in tuple(self.people):
            panel.empty()
        self._nobody = True
        self.submitted.emit()


class CompanionPanel(QFrame):
    """Name, sex and age of one person."""

    edited = Signal()
    submitted = Signal()
    removed = Signal()

    def __init__(self, texts: CheckInTexts, companion: Companion) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        self.first = self._line(texts, "form.name", companion.name)
        self._age = self._line(texts, "form.age", companion.age)
        self._age.setMaxLength(3)
        self._age.setFixedWidth(current_theme().px(_AGE_WIDTH))
        remove = IconButton(lambda: _("Remove this person"), "close", self.removed.emit)
        side = current_theme().px(BOARD_TARGET)
        remove.setStyleSheet(f"min-width: {side}px; min-height: {side}px;")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(TwoPhrases(texts, "form.name", LARGE))
        head.addWidget(self.first, 1)
        head.addWidget(remove)
        column.addLayout(head)
        self._sexes = {str(value): entry_card(texts, entry, size=LARGE) for value, entry in _SEXES}
        self._group = QButtonGroup(self)
        for value, card in self._sexes.items():
            card.setCheckable(True)
            card.setChecked(value == companion.sex)
            self._group.addButton(card)
            on_press(card, self.edited.emit)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(CardTable(list(self._sexes.values()), 3), 1)
        for part in (TwoPhrases(texts, "form.age", LARGE), self._age, TwoPhrases(texts, "form.years_old", LARGE)):
            foot.addWidget(part)
        column.addLayout(foot)

    def companion(self) -> Companion:
        """Return what stands there."""
        sex = next((value for value, card in self._sexes.items() if card.isChecked()), "")
        return Companion(self.first.text().strip(), sex, self._age.text().strip())

    def empty(self) -> None:
        """Take everything out."""
        self.first.clear()
        self._age.clear()
        self._group.setExclusive(False)
        for card in self._sexes.values():
            card.setChecked(False)
        self._group.setExclusive(True)

    def _line(self, texts: CheckInTexts, entry: str, text: str) -> TypedLine:
        line = TypedLine(texts.spoken, texts.phrase(entry)[0].text, text)
        line.textEdited.connect(self.edited)
        line.returnPressed.connect(self.submitted)
        return line
