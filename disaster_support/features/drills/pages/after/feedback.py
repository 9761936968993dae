"""Feedback forms, entered one after the other: a key for each answer, Enter for the next form."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.after import (
    ANSWERS,
    QUESTIONS,
    add_feedback,
    list_feedback,
    remove_feedback,
    restore_feedback,
)
from disaster_support.features.drills.model import Feedback
from disaster_support.features.drills.pages.after.keyed_row import Answer, KeyedRow, step
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.log.choices import language_box
from disaster_support.features.drills.report_data import FeedbackResult, count_feedback
from disaster_support.i18n import current_language, ngettext, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in, empty, label, text_label

_YES_OR_NO = "feedback.installed_safety_tips"
_KEYS = {"yes": "Y", "partly": "P", "no": "N"}


class FeedbackEntry(QWidget):
    """Left the form that is being entered, right what all forms say."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.language = language_box(desk.context)
        self.rows = {question: self._row(question) for question in QUESTIONS}
        self.good, self.difficult = QLineEdit(), QLineEdit()
        self.good.returnPressed.connect(self.difficult.setFocus)
        self.difficult.returnPressed.connect(self.add)
        self._count = text_label("", "title")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(16)
        self._build()
        self.refresh()

    def add(self) -> None:
        """Keep the form, and begin the next in the same language."""
        desk = self._desk
        answers = {question: row.value for question, row in self.rows.items() if row.value}
        form = Feedback("", self.language.key(), answers, self.good.text(), self.difficult.text())
        if not desk.attempt(lambda: add_feedback(desk.register, desk.drill.id, form)):
            return
        desk.notice.clear()
        for row in self.rows.values():
            row.show_value("")
        self.good.clear()
        self.difficult.clear()
        self.refresh()
        next(iter(self.rows.values())).setFocus()

    def remove_last(self) -> None:
        """Take the form out that was entered last; it can be brought back."""
        desk = self._desk
        forms = list_feedback(desk.register, desk.drill.id)
        if forms and desk.attempt(lambda: remove_feedback(desk.register, forms[-1].id)):
            self.refresh()
            last = forms[-1].id
            desk.notice.say(
                "success",
                lambda: _("The last form was taken out."),
                (lambda: _("Bring back"), partial(self._restore, last)),
            )

    def refresh(self) -> None:
        """Show what the forms say."""
        result = count_feedback(list_feedback(self._desk.register, self._desk.drill.id))
        self._count.setText(ngettext("{count} form", "{count} forms", result.forms).format(count=result.forms))
        self._show(result)

    def _restore(self, form_id: str) -> None:
        if self._desk.attempt(lambda: restore_feedback(self._desk.register, form_id)):
            self._desk.notice.clear()
            self.refresh()

    # -- parts

    def _build(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(LabelledField(lambda: _("Language of the form"), self.language))
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(LabelledField(lambda: _("What was good"), self.good))
        column.addWidget(LabelledField(lambda: _("What was difficult"), self.difficult))
        column.addWidget(Button(lambda: _("Keep the form (Enter)"), self.add, kind="filled"))
        column.addStretch(1)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(12, 16, 16, 12)
        right.setSpacing(8)
        right.addWidget(self._count)
        right.addLayout(self._grid)
        bar = Flowing()
        bar.add(Button(lambda: _("Take the last form out"), self.remove_last, height="small", icon_name="undo"))
        right.addWidget(bar)
        right.addStretch(1)
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(form), 3)
        whole.addWidget(scrolling(side), 2)
        holder = QWidget()
        holder.setLayout(whole)
        column_in(self).addWidget(holder)

    def _row(self, question: str) -> KeyedRow:
        names = [name for name in ANSWERS if question != _YES_OR_NO or name != "partly"]
        answers: list[Answer] = [(name, _KEYS[name], _answer_words(name)) for name in names]
        row = KeyedRow(lambda: say_question(self._desk.context, question), answers)
        row.answered.connect(lambda value: self._go_on(row) if value else None)
        row.stepped.connect(lambda by: step(list(self.rows.values()), row, by))
        return row

    def _go_on(self, row: KeyedRow) -> None:
        rows = list(self.rows.values())
        if row is rows[-1]:
            self.good.setFocus()
        else:
            step(rows, row, 1)

    def _show(self, result: FeedbackResult) -> None:
        empty(self._grid)
        for place, name in enumerate(ANSWERS, 1):
            self._grid.addWidget(label(_answer_words(name), "secondary"), 0, place)
        for row, (question, counts) in enumerate(result.answers.items(), 1):
            self._grid.addWidget(text_label(say_question(self._desk.context, question)), row, 0)
            for place, name in enumerate(ANSWERS, 1):
                self._grid.addWidget(text_label(str(counts[name]), "strong"), row, place)


def say_question(context: Context, question: str) -> str:
    """Return a question of the form in the interface's language, or in Japanese where the library has no other."""
    return context.catalogue.say(question, current_language()).text


def _answer_words(name: str) -> Callable[[], str]:
    words = {
        "yes": lambda: pgettext("feedback", "Yes"),
        "partly": lambda: pgettext("feedback", "Partly"),
        "no": lambda: pgettext("feedback", "No"),
    }
    return words[name]
