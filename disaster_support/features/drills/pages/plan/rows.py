"""Rows of a plan to change: the list at the left, the fields of the chosen row at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from disaster_support.features.drills.pages.row_delegate import RowList
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Choice, ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.page import scrolling
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import current_theme

_TEXT_HEIGHT, _MOST_MINUTES = 112, 2880


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: its attribute, its label, and what it holds."""

    name: str
    words: Words
    kind: str = "text"  # "text", a Bilingual; "number", of minutes; "choice", one of `choices`
    choices: Callable[[], Sequence[Choice]] = tuple


class RowsEditor(QWidget):
    """Alt+Up and Alt+Down move the chosen row, Ctrl+N adds one, Delete in the list takes it out."""

    changed = Signal()

    def __init__(
        self,
        name: Words,
        fields: Sequence[Field],
        make: Callable[[str], Any],
        describe: Callable[[Any], str],
        prefix: str,
    ) -> None:
        super().__init__()
        self._fields, self._make, self._describe, self._prefix = fields, make, describe, prefix
        self._rows: list[Any] = []
        self._removed: tuple[int, Any] | None = None
        self._filling = False
        self.controls: dict[str, QWidget] = {}
        self.list = RowList()
        say(self.list, self.list.setAccessibleName, name)
        self.list.currentRowChanged.connect(self._fill)
        self._build()

    # -- rows

    def rows(self) -> tuple[Any, ...]:
        """Return the rows as they stand."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, the first of them chosen."""
        self._rows = list(rows)
        self._relist(0)

    def retranslate(self) -> None:
        """Say the rows in the new language."""
        self._relist(self.list.currentRow())

    def add(self) -> None:
        """Add a row below the chosen one."""
        known = {getattr(row, "id", "") for row in self._rows}
        number = next(number for number in range(1, len(known) + 2) if f"{self._prefix}{number}" not in known)
        place = self.list.currentRow() + 1
        self._rows.insert(place, self._make(f"{self._prefix}{number}"))
        self._relist(place)
        self.changed.emit()
        next(iter(self.controls.values())).setFocus()

    def remove(self) -> None:
        """Take the chosen row out; `undo` brings it back."""
        place = self.list.currentRow()
        if place < 0:
            return
        self._removed = place, self._rows.pop(place)
        self._relist(min(place, len(self._rows) - 1))
        self.undo_button.show()
        self.changed.emit()
        self.list.setFocus()

    def undo(self) -> None:
        """Bring the row back that was taken out last."""
        if self._removed is None:
            return
        place, row = self._removed
        self._removed = None
        self.undo_button.hide()
        self._rows.insert(min(place, len(self._rows)), row)
        self._relist(place)
        self.changed.emit()

    def shift(self, by: int) -> None:
        """Move the chosen row."""
        start = self.list.currentRow()
        end = start + by
        if start < 0 or not 0 <= end < len(self._rows):
            return
        self._rows.insert(end, self._rows.pop(start))
        self._relist(end)
        self.changed.emit()

    # -- parts

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 8, 8)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self._build_bar())
        left.addWidget(self.list, 1)
        row.addLayout(left, 2)
        form = QWidget()
        self._form = QVBoxLayout(form)
        self._form.setContentsMargins(0, 0, 8, 0)
        self._form.setSpacing(12)
        for field in self._fields:
            self.controls[field.name] = control = self._control(field)
            self._form.addWidget(LabelledField(field.words, control))
        self._form.addStretch(1)
        self._scroller = scrolling(form)
        row.addWidget(self._scroller, 3)

    def _build_bar(self) -> QWidget:
        bar = Flowing(4)
        self.undo_button = Button(lambda: _("Bring back"), self.undo, kind="text", height="small")
        bar.add(Button(lambda: pgettext("row", "Add"), self.add, height="small", icon_name="plus"))
        bar.add(Button(lambda: pgettext("row", "Take out"), self.remove, height="small", icon_name="trash-can-outline"))
        bar.add(self.undo_button)
        self.undo_button.hide()
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, action in (
            ("Ctrl+N", self.add),
            ("Alt+Up", partial(self.shift, -1)),
            ("Alt+Down", partial(self.shift, 1)),
        ):
            QShortcut(QKeySequence(keys), self, action, context=within)
        QShortcut(QKeySequence("Delete"), self.list, self.remove, context=Qt.ShortcutContext.WidgetShortcut)
        return bar

    def _control(self, field: Field) -> QWidget:
        if field.kind == "number":
            spin = NumberBox(0, _MOST_MINUTES)
            spin.valueChanged.connect(lambda _value: self._take(field))
            spin.editingFinished.connect(self._sort)
            return spin
        if field.kind == "choice":
            box = ChoiceBox(field.words, ())  # offered when a row is shown
            box.activated.connect(lambda _index: self._take(field))
            return box
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setFixedHeight(current_theme().px(_TEXT_HEIGHT))
        text.textChanged.connect(lambda: self._take(field))
        return text

    # -- values

    def _relist(self, place: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._describe(row) for row in self._rows])
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._fill(place)

    def _fill(self, place: int) -> None:
        is_there = 0 <= place < len(self._rows)
        self._scroller.setVisible(is_there)
        if not is_there:
            return
        self._filling = True
        for field in self._fields:
            self._show(field, getattr(self._rows[place], field.name))
        self._filling = False

    def _show(self, field: Field, value: Any) -> None:
        control = self.controls[field.name]
        if isinstance(control, NumberBox):
            control.setValue(value)
        elif isinstance(control, ChoiceBox):
            control.set_choices(field.choices())
            control.choose(str(value))
        elif isinstance(control, QPlainTextEdit):
            control.setPlainText(value.say(current_language()))

    def _take(self, field: Field) -> None:
        place = self.list.currentRow()
        if self._filling or not 0 <= place < len(self._rows):
            return
        row = self._rows[place]
        self._rows[place] = replace(row, **{field.name: self._read(field, getattr(row, field.name))})
        item = self.list.item(place)
        item.setText(self._describe(self._rows[place]))
        self.changed.emit()

    def _read(self, field: Field, before: Any) -> Any:
        control = self.controls[field.name]
        if isinstance(control, NumberBox):
            return control.value()
        if isinstance(control, ChoiceBox):
            return type(before)(control.key())
        assert isinstance(control, QPlainTextEdit)
        return before.with_text(control.toPlainText().strip(), current_language())

    def _sort(self) -> None:
        """Keep what has a minute in its order."""
        place = self.list.currentRow()
        if not 0 <= place < len(self._rows):
            return
        row = self._rows[place]
        ordered = sorted(self._rows, key=lambda one: one.minute)
        if ordered != self._rows:
            self._rows = ordered
            self._relist(ordered.index(row))
            self.changed.emit()
