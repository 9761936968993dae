"""The checklist by phase, each item with who does it, with what, and what 'done' looks like."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.drills.model import ChecklistItem, Event, Mark, Phase, Plan
from disaster_support.features.drills.pages.reader import role_names
from disaster_support.features.drills.pages.run.rows import MarkRow
from disaster_support.features.drills.words import say_phase
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import Switch
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in, empty
from disaster_support.ui.say import Words


class Checklist(QWidget):
    """One phase at a time; the words of the phases say how much of each is done."""

    marked = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._states: Mapping[str, Event] = {}
        self.rows: dict[str, MarkRow] = {}
        self.phases = Switch(
            lambda: pgettext("drill", "Checklist"), [(str(phase), self._phase_words(phase)) for phase in Phase]
        )
        self.phases.choose(Phase.DURING)
        self.phases.changed.connect(self._draw)
        holder = QWidget()
        self._items = QVBoxLayout(holder)
        self._items.setContentsMargins(0, 4, 12, 12)
        self._items.setSpacing(8)
        self._area = scrolling(holder)
        column = column_in(self)
        column.addWidget(self.phases)
        column.addWidget(self._area, 1)

    def show_items(self, plan: Plan, states: Mapping[str, Event]) -> None:
        """Show the items as they are marked; they are drawn anew only where the plan has changed."""
        is_new = plan != self._plan
        self._plan, self._states = plan, states
        if is_new:
            self._draw()
        for ref, row in self.rows.items():
            row.show_event(states.get(ref))
        self._say_phases()

    def focus_target(self) -> QWidget:
        """Return the first item that is open, or the phases."""
        rows = list(self.rows.values())
        return next((row for row in rows if row.mark is Mark.OPEN), rows[0] if rows else self.phases.button("during"))

    def go_on(self, ref: str) -> None:
        """Give the focus to the next open item after one that was marked."""
        refs = list(self.rows)
        later = refs[refs.index(ref) + 1 :] if ref in refs else []
        wanted = next((one for one in later if self.rows[one].mark is Mark.OPEN), ref)
        self._focus(wanted)

    def retranslate(self) -> None:
        """Say who does what in the new language."""
        self._draw()
        self._say_phases()

    def _draw(self) -> None:
        empty(self._items)
        self.rows = {}
        if self._plan is None:
            return
        names = role_names(self._plan)
        for item in self._plan.item:
            if item.phase == self.phases.key():
                self.rows[item.id] = row = _row(item, names)
                row.show_event(self._states.get(item.id))
                row.marked.connect(self.marked)
                row.stepped.connect(partial(self._step, item.id))
                row.asked.connect(partial(self._reveal, row))
                self._items.addWidget(row)
        self._items.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _step(self, ref: str, by: int) -> None:
        refs = list(self.rows)
        self._focus(refs[max(0, min(refs.index(ref) + by, len(refs) - 1))])

    def _focus(self, ref: str) -> None:
        if ref in self.rows:
            self.rows[ref].setFocus()
            self._area.ensureWidgetVisible(self.rows[ref], 0, 24)

    def _reveal(self, row: MarkRow) -> None:
        """Show the field of the reason, once it has its place."""
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row.why, 0, 24))

    def _phase_words(self, phase: Phase) -> Words:
        def words() -> str:
            items = [item.id for item in self._plan.item if item.phase is phase] if self._plan else []
            done = sum(1 for ref in items if ref in self._states)
            # Translators: a phase of the checklist and how many of its items are marked: "Before 3/6".
            return _("{phase}  {done}/{all}").format(phase=say_phase(phase), done=done, all=len(items))

        return words

    def _say_phases(self) -> None:
        for phase in Phase:
            self.phases.button(phase).setText(self._phase_words(phase)())
        self.phases.updateGeometry()


def _row(item: ChecklistItem, names: Mapping[str, str]) -> MarkRow:
    def details() -> str:
        tag = current_language()
        who = f"{names.get(item.who, item.who)} · {item.means.say(tag)}"
        return f"{who}\n{_('Done when: {what}').format(what=item.done.say(tag))}"

    def done() -> str:
        return pgettext("mark", "Done")

    return MarkRow(item.id, lambda: item.text.say(current_language()), details, done, buttons_beside=True)
