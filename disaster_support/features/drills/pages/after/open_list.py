"""What earlier drills have left to be improved, and is still open."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.i18n import gettext as _
from disaster_support.storage.drill_results import OpenImprovement
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.parts import column_in, empty, label, text_label
from disaster_support.ui.say import say


class OpenList(QWidget):
    """The one that is due first stands first; one that is overdue wears a sign."""

    done = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = column_in(self)
        column.addWidget(label(lambda: _("Still open from other drills"), "title"))
        column.addLayout(self._list)

    def show_improvements(self, improvements: Sequence[OpenImprovement]) -> None:
        """Show these; nothing at all where there are none."""
        empty(self._list)
        self.setVisible(bool(improvements))
        today = self._context.clock().astimezone().date()
        for one in improvements:
            self._list.addWidget(self._row(one, today))

    def _row(self, one: OpenImprovement, today: date) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        finding = one.finding
        is_late = finding.due is not None and finding.due < today
        row.addWidget(IconLabel("alert" if is_late else "progress-wrench", 24, "warning" if is_late else "ink"))
        due = _("until {day}").format(day=finding.due) if finding.due else _("no day yet")
        drill = _("drill of {day}").format(day=one.held_on)
        words = " · ".join(part for part in (finding.owner, due, drill) if part)
        row.addWidget(text_label(f"{finding.text}\n{words}"), 1)
        button = Button(lambda: _("Improved"), partial(self.done.emit, finding.id), height="small", icon_name="check")
        say(button, button.setAccessibleDescription, lambda: finding.text)
        row.addWidget(button)
        return whole
