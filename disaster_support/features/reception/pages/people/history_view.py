"""The history of a person in plain words: comings and goings, things given, and who changed or read the record."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.comings import list_given, list_history, take_back
from disaster_support.features.reception.history import MET, Entry, Event, FieldChange, list_entries
from disaster_support.features.reception.model import Handout, Movement, NeedKind
from disaster_support.features.reception.pages.people.saying import join, say_answer, say_moment
from disaster_support.features.reception.words import say_field, say_movement, say_need
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.register import Register
from disaster_support.storage.roles import Right
from disaster_support.storage.staff import list_staff
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import wrapping_label

_AT_FIRST = 40  # entries of each list


class HistoryView(QWidget):
    """Three lists, newest first; a movement noted by mistake is taken back, and both stay written."""

    def __init__(self, context: Context, person_id: str, on_change: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._on_change = context, on_change
        register = context.door.register
        self._register: Register = register
        self._names = {member.id: member.name for member in list_staff(register)}
        self._entries = list_entries(register, person_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        self._column = column
        self._add_list(_("Coming and going"), list_history(register, person_id), self._add_movement)
        self._add_list(_("Meals and goods"), list_given(register, person_id), self._add_handout)
        self._readings = QCheckBox(_("Also who has read the record"))
        self._readings.setChecked(True)
        self._readings.toggled.connect(self._show_entries)
        self._changes = QWidget()
        QVBoxLayout(self._changes).setContentsMargins(0, 0, 0, 0)
        self._add_title(_("Changes of the record"))
        column.addWidget(self._readings)
        column.addWidget(self._changes)
        column.addStretch(1)
        self._show_entries()

    # -- lists

    def _add_title(self, words: str) -> None:
        title = QLabel(words)
        title.setProperty("type", "title")
        title.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(title)

    def _add_list(self, title: str, rows: Sequence[Movement] | Sequence[Handout], add: Callable[..., None]) -> None:
        self._add_title(title)
        if not rows:
            self._column.addWidget(_quiet(_("Nothing yet.")))
            return
        voided = {row.voids for row in rows if row.voids}
        _fill_grid(self._column, [row for row in rows if not row.voids], lambda *place: add(*place, voided))

    def _add_movement(self, grid: QGridLayout, row: int, one: Movement, voided: set[str]) -> None:
        words = [say_movement(one.kind)]
        if one.destination:
            words.append(one.destination)
        if one.reason:
            words.append(one.reason)
        if one.back_on:
            words.append(_("back on {day}").format(day=one.back_on))
        if one.id in voided:
            words.append(_("was taken back"))
        self._add_row(grid, row, say_moment(one.at, self._context.clock()), join(words), one.by)
        if one.id not in voided and self._register.staff.may(Right.REGISTER):
            button = Button(lambda: _("Take back"), partial(self._take_back, one), kind="text", height="small")
            button.setAccessibleName(_("{answer}: {detail}").format(answer=_("Take back"), detail=words[0]))
            grid.addWidget(button, row, 3)

    def _add_handout(self, grid: QGridLayout, row: int, one: Handout, _voided: set[str]) -> None:
        words = one.item if one.quantity == 1 else _("{item}, {count} of it").format(item=one.item, count=one.quantity)
        self._add_row(grid, row, say_moment(one.at, self._context.clock()), words, one.by)

    def _add_row(self, grid: QGridLayout, row: int, when: str, what: str, by: str) -> None:
        # Beside a button in the middle of its line, beside several lines at the first.
        side = Qt.AlignmentFlag.AlignTop if "\n" in what else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(_quiet(when), row, 0, side)
        grid.addWidget(wrapping_label(what), row, 1)
        grid.addWidget(_quiet(self._names.get(by, by)), row, 2, side)

    def _take_back(self, one: Movement) -> None:
        take_back(self._register, [one.id])
        self._on_change()

    # -- changes

    def _show_entries(self) -> None:
        layout = self._changes.layout()
        while item := layout.takeAt(0):  # type: ignore[union-attr]
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        wanted = [one for one in self._entries if self._readings.isChecked() or one.event is not Event.READ]
        _fill_grid(column, wanted, self._add_entry)
        layout.addWidget(holder)  # type: ignore[union-attr]

    def _add_entry(self, grid: QGridLayout, row: int, entry: Entry) -> None:
        self._add_row(grid, row, say_moment(entry.at, self._context.clock()), self._say_entry(entry), entry.by)

    def _say_entry(self, entry: Entry) -> str:
        if entry.event is Event.REGISTERED:
            return _("Registered")
        if entry.event is Event.READ:
            return ngettext("Read the record", "Read the record {count} times", entry.times).format(count=entry.times)
        return "\n".join(self._say_change(change) for change in entry.changes)

    def _say_change(self, change: FieldChange) -> str:
        column, was, became = change.column, change.was, change.became
        if column == "removed":
            return _("Removed: registered by mistake") if became else _("Brought back")
        if column == "merged_into":
            return _("Merged into another record") if became else _("Parted again")
        if column == "household":
            was, became = self._household(was), self._household(became)
        elif column.startswith(MET):
            need = say_need(NeedKind(column.removeprefix(MET)))
            return _("{need}: {verb}").format(need=need, verb=_("Seen to") if became else _("Waits again"))
        else:
            was, became = say_answer(column, was), say_answer(column, became)
        return _("{field}: {was} → {became}").format(field=say_field(column), was=was, became=became)

    def _household(self, household_id: str) -> str:
        rows = self._register.query("SELECT number FROM household WHERE id = ?", (household_id,))
        return str(rows[0][0]) if rows else ""


def _fill_grid(column: QVBoxLayout, rows: Sequence[object], add: Callable[..., None]) -> None:
    """Fill a grid with the first rows; a button brings the older ones."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)

    def show(start: int, stop: int) -> None:
        for place, one in enumerate(rows[start:stop], start):
            add(grid, place, one)

    show(0, _AT_FIRST)
    if len(rows) > _AT_FIRST:

        def show_older() -> None:
            older.hide()
            show(_AT_FIRST, len(rows))

        older = Button(lambda: _("Show the older ones"), show_older, kind="text", height="small")
        column.addWidget(older, 0, Qt.AlignmentFlag.AlignLeading)


def _quiet(words: str) -> QLabel:
    label = wrapping_label(words)
    label.setProperty("type", "secondary")
    label.setWordWrap(False)
    return label
