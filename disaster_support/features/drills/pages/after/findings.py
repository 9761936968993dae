"""Strengths, what is to be improved, and what is still open from earlier drills."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.features.drills.after import (
    list_findings,
    list_open_improvements,
    mark_finding_done,
    save_finding,
)
from disaster_support.features.drills.model import Finding, FindingKind
from disaster_support.features.drills.pages.after.finding_form import FindingForm
from disaster_support.features.drills.pages.after.open_list import OpenList
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.row_delegate import RowList
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in
from disaster_support.ui.say import say

_LIST_WIDTH = 200


class Findings(QWidget):
    """Left the findings of this drill, right the fields of the chosen one."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: Sequence[Finding] = ()
        self.list = RowList()
        self.list.setMinimumSize(_LIST_WIDTH, _LIST_WIDTH)
        say(self.list, self.list.setAccessibleName, lambda: _("Findings"))
        self.form = FindingForm(lambda: desk.drill.plan)
        self.open = OpenList(desk.context)
        self.open.done.connect(self._mark_done)
        self._build()
        self.form.submitted.connect(self.keep)
        self.list.currentRowChanged.connect(self._choose)
        self.refresh()

    @property
    def chosen(self) -> Finding | None:
        """The finding that is chosen, None while a new one is typed."""
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def begin(self) -> None:
        """Begin a new finding."""
        self._keep_changes()
        self.list.setCurrentRow(-1)
        self._show_new()
        self.form.text.setFocus()

    def keep(self) -> None:
        """Keep what is typed, and begin the next."""
        if self._keep():
            self._desk.notice.clear()
            self._show_new()
            self.refresh()
            self.form.text.setFocus()

    def remove(self) -> None:
        """Take the chosen finding out; it can be brought back."""
        finding = self.chosen
        if finding is None:
            return
        desk = self._desk
        if desk.attempt(lambda: save_finding(desk.register, desk.drill.id, replace(finding, removed=True))):
            self._show_new()
            self.refresh()
            desk.notice.say(
                "success",
                lambda: _("The finding was taken out."),
                (lambda: _("Bring back"), partial(self._restore, finding)),
            )

    def refresh(self) -> None:
        """Show what is kept."""
        self._findings = list_findings(self._desk.register, self._desk.drill.id)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([describe_finding(finding) for finding in self._findings])
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        others = [one for one in list_open_improvements(self._desk.register) if one.drill_id != self._desk.drill.id]
        self.open.show_improvements(others)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when something else is shown."""
        super().hideEvent(event)
        if self._desk.context.door.is_open:
            self.save_now()

    def save_now(self) -> None:
        """Keep what is typed, where it can be kept."""
        if self.form.is_changed() and self._keep():
            self._show_new()
            self.refresh()

    # -- what happens

    def _show_new(self) -> None:
        """Empty the form for another of the same kind."""
        self.form.show_finding(Finding("", FindingKind(self.form.kind.key()), ""))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._findings):
            finding = self._findings[row]
            self._keep_changes()
            self.form.show_finding(finding)

    def _keep_changes(self) -> None:
        if self.form.is_changed() and self._keep():
            row = self.list.currentRow()
            self.refresh()
            self.list.blockSignals(True)
            self.list.setCurrentRow(row)
            self.list.blockSignals(False)

    def _keep(self) -> bool:
        desk = self._desk
        try:
            finding = self.form.read()
        except UserError:
            return False  # it stands under the field
        return desk.attempt(lambda: save_finding(desk.register, desk.drill.id, finding))

    def _restore(self, finding: Finding) -> None:
        desk = self._desk
        if desk.attempt(lambda: save_finding(desk.register, desk.drill.id, finding)):
            desk.notice.clear()
            self.refresh()

    def _toggle_done(self) -> None:
        finding = self.chosen
        if finding and finding.kind is FindingKind.IMPROVEMENT:
            self._mark_done(finding.id, is_done=finding.done_on is None)

    def _mark_done(self, finding_id: str, *, is_done: bool = True) -> None:
        today = self._desk.context.clock().astimezone().date() if is_done else None
        if self._desk.attempt(lambda: mark_finding_done(self._desk.register, finding_id, today)):
            row = self.list.currentRow()
            self.refresh()
            self.list.setCurrentRow(row)

    # -- parts

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 0, 12)
        column.setSpacing(8)
        bar = Flowing()
        bar.add(Button(lambda: pgettext("finding", "New"), self.begin, height="small", icon_name="plus"))
        bar.add(Button(lambda: _("Improved, or open again"), self._toggle_done, height="small", icon_name="check"))
        bar.add(Button(lambda: pgettext("row", "Take out"), self.remove, height="small", icon_name="trash-can-outline"))
        column.addWidget(bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.open)
        fields = QWidget()
        form = QVBoxLayout(fields)
        form.setContentsMargins(8, 12, 16, 0)
        form.addWidget(self.form)
        form.addStretch(1)
        right = QWidget()
        side = column_in(right)
        side.setContentsMargins(0, 0, 8, 12)
        side.addWidget(scrolling(fields), 1)
        side.addWidget(Button(lambda: _("Keep (Enter)"), self.keep, kind="filled"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(scrolling(left), 1)
        row.addWidget(right, 1)
        holder = QWidget()
        holder.setLayout(row)
        column_in(self).addWidget(holder)


def describe_finding(finding: Finding) -> str:
    """Return a finding in a line or two."""
    if finding.kind is FindingKind.STRENGTH:
        return f"＋ {finding.text}"
    due = _("until {day}").format(day=finding.due) if finding.due else _("no day yet")
    state = _("improved on {day}").format(day=finding.done_on) if finding.done_on else due
    followed = _("from the drill before") if finding.followed_from else ""
    return f"△ {finding.text}\n" + " · ".join(part for part in (finding.owner, state, followed) if part)
