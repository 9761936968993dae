"""Injects on the clock: the next ones, how soon they are due, late ones in the colour of a warning."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.drills.model import Drill, Event, Inject, Mark
from disaster_support.features.drills.pages.reader import role_names, say_minute
from disaster_support.features.drills.pages.run.rows import MarkRow
from disaster_support.features.drills.running import DueInject, next_injects, states
from disaster_support.i18n import current_language, ngettext, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.parts import column_in, empty, label

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
            self._arrange(wanted)
        for ref, row in self.rows.items():
            row.show_event(marks.get(ref))
        self._none.setVisible(not due)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Say how soon each is due."""
        if self._drill is None:
            return
        due = {one.inject.id: one for one in next_injects(self._drill, self._events, now)}
        runs = self._drill.started_at is not None and self._drill.ended_at is None
        for ref, row in self.rows.items():
            if ref in due:
                words = f" · {say_due(due[ref], now)}" if runs else ""
                row.show_due(say_minute(due[ref].inject.minute) + words, is_late=runs and due[ref].is_late)
            else:
                row.show_due("", is_late=False)

    def say_next(self) -> str:
        """Return when the next one is due, for where there is no room for the whole of it; '' where none is left."""
        row = next((row for row in self.rows.values() if row.mark is Mark.OPEN), None)
        return _("Next inject: {due}").format(due=row.above.text()) if row else ""

    def give_next(self) -> None:
        """Mark the next one as given."""
        ref = next((ref for ref, row in self.rows.items() if row.mark is Mark.OPEN), "")
        if ref:
            self.marked.emit(ref, Mark.DONE, "")

    def go_on(self) -> None:
        """Give the focus to the next one that is open, where a row had it."""
        if any(row.hasFocus() for row in self.rows.values()):
            row = next((row for row in self.rows.values() if row.mark is Mark.OPEN), None)
            if row:
                row.setFocus()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        empty(self._rows)
        self.rows = {}

    def _arrange(self, wanted: Sequence[Inject]) -> None:
        """Put these rows below one another; one that is shown already stays the same, and keeps the focus."""
        assert self._drill is not None
        names, before = role_names(self._drill.plan), self.rows
        self.rows = {inject.id: before.get(inject.id) or self._make(inject, names) for inject in wanted}
        for ref in before.keys() - self.rows.keys():
            self._rows.removeWidget(before[ref])
            before[ref].hide()
            before[ref].deleteLater()
        for place, row in enumerate(self.rows.values()):
            self._rows.insertWidget(place, row)

    def _make(self, inject: Inject, names: Mapping[str, str]) -> MarkRow:
        row = _row(inject, names)
        row.marked.connect(self.marked)
        row.stepped.connect(partial(self._step, inject.id))
        return row

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


def _row(inject: Inject, names: Mapping[str, str]) -> MarkRow:
    def details() -> str:
        tag = current_language()
        given = _("{by} to {role}").format(by=inject.by.say(tag), role=names.get(inject.to, inject.to))
        return f"{given}\n{_('Expected: {what}').format(what=inject.expected.say(tag))}"

    return MarkRow(inject.id, lambda: inject.text.say(current_language()), details, lambda: pgettext("mark", "Given"))
