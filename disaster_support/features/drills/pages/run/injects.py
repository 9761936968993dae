"""Injects on the clock: the next ones, how soon they are due, late ones in the colour of a warning."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.drills.model import Drill, Event, Inject, Mark
from disaster_support.features.drills.pages.parts import column_in, empty, label
from disaster_support.features.drills.pages.reader import role_names, say_minute
from disaster_support.features.drills.pages.run.rows import MarkRow
from disaster_support.features.drills.running import DueInject, next_injects, states
from disaster_support.i18n import current_language, ngettext, pgettext
from disaster_support.i18n import gettext as _

_SHOWN, _LAST = 3, 2


class Injects(QWidget):
    """The next few injects, and below those that were marked last."""

    marked = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._drill: Drill | None = None
        self._events: Sequence[Event] = ()
        self.rows: dict[str, MarkRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._title = label(lambda: _("Injects (Ctrl+G gives the next)"), "title")
        self._none = label(lambda: _("No inject is left."), "secondary")
        column = column_in(self)
        for part in (self._title, self._none):
            column.addWidget(part)
        column.addLayout(self._rows)

    def show_injects(self, drill: Drill, events: Sequence[Event], now: datetime) -> None:
        """Show what is next, and what was marked last."""
        self._drill, self._events = drill, events
        marks = states(events)
        due = [one.inject for one in next_injects(drill, events, now)][:_SHOWN]
        marked = [inject for inject in drill.plan.inject if inject.id in marks]
        wanted = due + sorted(marked, key=lambda one: marks[one.id].at, reverse=True)[:_LAST]
        if [one.id for one in wanted] != list(self.rows):
            self._draw(wanted)
        for ref, row in self.rows.items():
            row.show_event(marks.get(ref))
        self._none.setVisible(not due)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Say how soon each is due."""
        if self._drill is None:
            return
        for one in next_injects(self._drill, self._events, now)[:_SHOWN]:
            row = self.rows.get(one.inject.id)
            if row and row.mark is Mark.OPEN:
                words = say_due(one, now) if self._drill.started_at and not self._drill.ended_at else ""
                _show_due(row, _at(one.inject) + (f" · {words}" if words else ""), one.is_late and bool(words))
        for ref, row in self.rows.items():
            row.above.setVisible(ref not in states(self._events))

    def give_next(self) -> None:
        """Mark the next one as given."""
        ref = next((ref for ref, row in self.rows.items() if row.mark is Mark.OPEN), "")
        if ref:
            self.marked.emit(ref, Mark.DONE, "")

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self.rows = {}

    def _draw(self, wanted: Sequence[Inject]) -> None:
        assert self._drill is not None
        empty(self._rows)
        self.rows = {}
        names = role_names(self._drill.plan)
        for inject in wanted:
            self.rows[inject.id] = row = _row(inject, names)
            row.marked.connect(self.marked)
            row.stepped.connect(partial(self._step, inject.id))
            self._rows.addWidget(row)

    def _step(self, ref: str, by: int) -> None:
        refs = list(self.rows)
        self.rows[refs[max(0, min(refs.index(ref) + by, len(refs) - 1))]].setFocus()


def say_due(due: DueInject, now: datetime) -> str:
    """Return how soon an inject is due, or how late it is, in minutes."""
    seconds = (due.due - now.astimezone()).total_seconds()
    if due.is_late:
        minutes = int(-seconds // 60)
        return ngettext("{count} minute late", "{count} minutes late", minutes).format(count=minutes)
    if seconds <= 0:
        return _("now")
    minutes = int(-(-seconds // 60))
    return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)


def _at(inject: Inject) -> str:
    return say_minute(inject.minute)


def _show_due(row: MarkRow, words: str, is_late: bool) -> None:
    if row.above.text() != words:
        row.above.setText(words)
    if is_late != bool(row.property("late")):
        row.setProperty("late", is_late)
        row.setProperty("panel", "warning" if is_late else "card")
        row.icon.draw("alert" if is_late else "checkbox-blank-circle-outline", 36, "warning" if is_late else "ink")
        row.style().unpolish(row)
        row.style().polish(row)


def _row(inject: Inject, names: Mapping[str, str]) -> MarkRow:
    def details() -> str:
        tag = current_language()
        given = _("{by} to {role}").format(by=inject.by.say(tag), role=names.get(inject.to, inject.to))
        return f"{given}\n{_('Expected: {what}').format(what=inject.expected.say(tag))}"

    return MarkRow(inject.id, lambda: inject.text.say(current_language()), details, lambda: pgettext("mark", "Given"))
