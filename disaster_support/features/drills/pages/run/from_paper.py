"""What was ticked on paper, typed in afterwards: a time for each item, with Tab or Enter only."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Event, Mark, Phase
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.run.moments import read_moment, say_moment
from disaster_support.features.drills.pages.run.paper_row import PaperField, PaperRow
from disaster_support.features.drills.pages.run.who import WhoField
from disaster_support.features.drills.running import list_events, mark_inject, mark_item, states
from disaster_support.features.drills.service import set_times
from disaster_support.features.drills.words import say_phase
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, empty, label, text_label


class FromPaperPage(Page):
    """Each row is kept when it is left; what is marked already is shown with its time."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: dict[str, PaperRow] = {}
        self.began, self.ended, self.who = PaperField(), PaperField(), WhoField(desk)
        self._began_field = LabelledField(lambda: _("Began at"), self.began)
        self._ended_field = LabelledField(lambda: _("Ended at"), self.ended)
        for field in (self.began, self.ended):
            field.editingFinished.connect(self._keep_times)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._build()
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept; the rows are made anew only where the plan has changed."""
        drill = self._desk.drill
        for field, at in ((self.began, drill.started_at), (self.ended, drill.ended_at)):
            field.setText(say_moment(at, drill.held_on) if at else "")
        refs = [item.id for item in drill.plan.item] + [inject.id for inject in drill.plan.inject]
        if set(refs) != set(self.rows):
            self._draw()
        marks = states(list_events(self._desk.register, drill.id))
        for row in self.rows.values():
            self._show(row, marks)

    # -- what people do here

    def _keep(self, row: PaperRow) -> None:
        desk, mark = self._desk, row.mark()
        row.show_error("")
        try:
            at = read_moment(row.time.text(), desk.drill.held_on) if mark is Mark.DONE else None
        except UserError as error:
            row.show_error(str(error))
            return
        why = row.why.text().strip() if mark is Mark.NOT_DONE else ""
        is_item = any(item.id == row.ref for item in desk.drill.plan.item)
        note = partial(
            mark_item if is_item else mark_inject, desk.register, desk.drill, row.ref, mark, desk.who, why, at
        )
        if desk.attempt(note):
            self._show(row, states(list_events(desk.register, desk.drill.id)))

    def _keep_times(self) -> None:
        desk, fields = self._desk, (self._began_field, self._ended_field)
        moments = []
        for field, line in zip(fields, (self.began, self.ended), strict=True):
            field.show_error("")
            try:
                moments.append(read_moment(line.text(), desk.drill.held_on) if line.text().strip() else None)
            except UserError as error:
                field.show_error(str(error))
                return
        if _minutes(moments) == _minutes([desk.drill.started_at, desk.drill.ended_at]):
            return
        if desk.attempt(lambda: set_times(desk.register, desk.drill.id, *moments)):
            desk.notice.clear()
            desk.renew()

    # -- parts

    def _build(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(
            label(
                lambda: _("Type the time that stands on the paper (942 or 9:42), or x for not done. Enter goes on."),
                "secondary",
            )
        )
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._began_field)
        head.addWidget(self._ended_field)
        head.addWidget(LabelledField(lambda: _("Who marks"), self.who))
        column.addLayout(head)
        column.addLayout(self._list)
        column.addStretch(1)
        self._area = scrolling(whole)
        column_in(self).addWidget(self._area)

    def _draw(self) -> None:
        empty(self._list)
        self.rows = {}
        tag, plan = current_language(), self._desk.drill.plan
        for phase in Phase:
            items = [(item.id, item.text.say(tag)) for item in plan.item if item.phase is phase]
            self._add_part(say_phase(phase), items)
        self._add_part(_("Injects"), [(inject.id, inject.text.say(tag)) for inject in plan.inject])

    def _add_part(self, title: str, rows: list[tuple[str, str]]) -> None:
        heading = text_label(title, "title")
        heading.setContentsMargins(0, 8, 0, 0)
        self._list.addWidget(heading)
        for ref, words in rows:
            self.rows[ref] = row = PaperRow(ref, words)
            row.typed.connect(partial(self._keep, row))
            self._list.addWidget(row)

    def _show(self, row: PaperRow, marks: Mapping[str, Event]) -> None:
        event = marks.get(row.ref)
        day = self._desk.drill.held_on
        if event is None:
            row.show_mark(Mark.OPEN, "", "")
        else:
            row.show_mark(event.mark, say_moment(event.at, day), event.text)

    # -- the page

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was marked meanwhile."""
        super().showEvent(event)
        if self._desk.context.door.is_open:
            self.refresh()

    def retranslate(self) -> None:
        """Say the rows in the new language."""
        self._draw()
        self.refresh()

    def help_text(self) -> str:
        """Return how paper is typed in."""
        return _(
            "For a drill that was ticked on paper. In the field of the time: 942 or 9:42 means done at 9:42; x means"
            " not done, and the next field asks why. An empty field stays open; emptying one opens it again.\n\n"
            "Enter or Tab keeps the row and goes on. Another day is written before the time: 11/20 14:30."
        )


def _minutes(moments: Sequence[datetime | None]) -> list[str]:
    return [f"{one.astimezone():%Y-%m-%d %H:%M}" if one else "" for one in moments]
