"""How each objective was reached, on the four steps of HSEEP, and what was seen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from disaster_support.bilingual import Bilingual
from disaster_support.features.drills.after import clear_rating, save_rating
from disaster_support.features.drills.model import Objective, ObjectiveRating, Rating
from disaster_support.features.drills.pages.after.keyed_row import Answer, KeyedRow, step
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.report_data import ObjectiveResult, gather_report
from disaster_support.features.drills.words import say_rating
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in, empty, text_label
from disaster_support.ui.say import Words, say


class Ratings(QWidget):
    """Keys P, S, M and U rate; what was seen is kept when its field is left."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: dict[str, KeyedRow] = {}
        self.notes: dict[str, QLineEdit] = {}
        self._counted: dict[str, QLabel] = {}
        self._shown: list[Objective] = []
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(16, 12, 16, 12)
        self._list.setSpacing(8)
        column_in(self).addWidget(scrolling(holder))
        self.refresh()

    def refresh(self) -> None:
        """Show the objectives of the plan with their ratings."""
        results = gather_report(self._desk.register, self._desk.drill).objectives
        if [result.objective for result in results] != self._shown:
            self._shown = [result.objective for result in results]
            self._draw(results)
        for result in results:
            self.rows[result.objective.id].show_value(str(result.rating.rating) if result.rating else "")
            self.notes[result.objective.id].setText(result.rating.note if result.rating else "")
            self._counted[result.objective.id].setText(_say_counted(result))

    def _draw(self, results: Sequence[ObjectiveResult]) -> None:
        empty(self._list)
        self.rows, self.notes = {}, {}
        for number, result in enumerate(results, 1):
            self._list.addWidget(self._row(number, result))
        self._list.addStretch(1)

    def _row(self, number: int, result: ObjectiveResult) -> KeyedRow:
        objective = result.objective
        answers: list[Answer] = [(str(one), str(one), partial(say_rating, one)) for one in Rating]
        self.rows[objective.id] = row = KeyedRow(_numbered(number, objective.text), answers)
        self._counted[objective.id] = counted = text_label("", "secondary")
        row.column.insertWidget(1, counted)
        self.notes[objective.id] = note = QLineEdit()
        say(note, note.setPlaceholderText, lambda: _("What was seen"))
        say(note, note.setAccessibleName, lambda: _("What was seen, objective {number}").format(number=number))
        row.column.addWidget(note)
        row.answered.connect(lambda _value: self._keep(objective.id))
        row.stepped.connect(lambda by: step(list(self.rows.values()), row, by))
        note.editingFinished.connect(partial(self._keep, objective.id))
        return row

    def _keep(self, objective_id: str) -> None:
        desk, value, note = self._desk, self.rows[objective_id].value, self.notes[objective_id].text()
        if not desk.context.door.is_open:
            return
        if value:
            rating = ObjectiveRating(objective_id, Rating(value), note)
            desk.attempt(lambda: save_rating(desk.register, desk.drill.id, rating))
        else:
            desk.attempt(lambda: clear_rating(desk.register, desk.drill.id, objective_id))


def _say_counted(result: ObjectiveResult) -> str:
    words = _("{done} of {all} items of the checklist were done")
    return words.format(done=result.done, all=result.items)


def _numbered(number: int, text: Bilingual) -> Words:
    return lambda: f"{number}. {text.say(current_language())}"
