"""Who took part: counted by a key, scanned or listed; by language and nationality while they come."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.drills.log import (
    add_participation,
    count_participation,
    count_tools,
    list_participation,
    note_tool,
    take_back,
    tally,
    undo_last,
    undo_tool,
)
from disaster_support.features.drills.log_file import LogImport, import_log
from disaster_support.features.drills.model import LogMeans, Part, Participation, Tool
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.log.bars import CountBars
from disaster_support.features.drills.pages.log.choices import Origin, part_box, say_country, say_language
from disaster_support.features.drills.pages.log.entries import Entries
from disaster_support.features.drills.pages.log.scan import ScanLine
from disaster_support.features.drills.pages.log.tally import Tally
from disaster_support.features.drills.pages.log.tools import Tools
from disaster_support.features.drills.pages.parts import RoomPage, keep_hidden
from disaster_support.features.drills.words import say_part
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.dialogues import ask_open
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in
from disaster_support.ui.tabs import Tabs, TabSpec
from disaster_support.ui.tasks import run_in_background

_SHOWN_REFUSED, _SIDE_HEIGHT = 5, 420


class LogPage(RoomPage):
    """Left what counts, right what was counted."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.tally, self.tools = Tally(self), Tools()
        self.origin, self.part, self.scan = Origin(desk.context), part_box(), ScanLine()
        self.entries = Entries(desk.context)
        self.languages = CountBars(lambda: _("By language"), partial(say_language, desk.context))
        self.countries = CountBars(lambda: _("By nationality"), say_country)
        self._build()
        self.tally.counted.connect(self._count)
        self.tally.undone.connect(self._undo)
        self.scan.scanned.connect(self._scan)
        self.tools.noted.connect(self._note_tool)
        self.tools.undone.connect(lambda: self._do(lambda: undo_tool(desk.register, desk.drill.id)))
        self.entries.added.connect(self._add)
        self.entries.taken_back.connect(lambda one: self._do(lambda: take_back(desk.register, desk.drill.id, one)))
        self.entries.file_wanted.connect(self._ask_file)
        self.setFocusProxy(self.tally.buttons[Part.RESIDENT])
        self.refresh()

    def refresh(self) -> None:
        """Show what the log has now."""
        register, drill_id = self._desk.register, self._desk.drill.id
        counts = count_participation(register, drill_id)
        self.tally.show_counts(counts.total, counts.by_part)
        self.languages.show_counts(counts.by_language)
        self.countries.show_counts(counts.by_nationality)
        self.tools.show_counts(count_tools(register, drill_id))
        if self.side.current_id == "list":
            self.entries.show_entries(list_participation(register, drill_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a scanner types for a card, wherever the focus is: its codes begin with a letter."""
        if event.text().isalpha():
            self.scan.setFocus()
            self.scan.insert(event.text())
        else:
            super().keyPressEvent(event)

    # -- what people do here

    def _count(self, part: Part, people: int) -> None:
        desk, language, country = self._desk, self.origin.language.key(), self.origin.country.key()
        if self._do(lambda: tally(desk.register, desk.drill.id, part, language, country, people)):
            self.tally.show_last(self._say(_("Counted: {what}"), part, language, people))

    def _undo(self) -> None:
        undone: list[Participation | None] = []
        if self._do(lambda: undone.append(undo_last(self._desk.register, self._desk.drill.id))):
            last = undone[0]
            words = self._say(_("Taken back: {what}"), last.part, last.language, last.people) if last else ""
            self.tally.show_last(words)

    def _scan(self, code: str) -> None:
        desk, part = self._desk, Part(self.part.key())
        language, country = self.origin.language.key(), self.origin.country.key()
        entry = Participation("", part, 1, LogMeans.SCAN, desk.context.clock(), language, country, code=code)
        if self._do(lambda: add_participation(desk.register, desk.drill.id, entry)):
            self.tally.show_last(self._say(_("Scanned: {what}"), part, language, 1))

    def _add(self, entry: Participation) -> None:
        kept = replace(entry, by=self._desk.who)
        if self._do(lambda: add_participation(self._desk.register, self._desk.drill.id, kept)):
            self.entries.clear()

    def _note_tool(self, tool: Tool, installed: bool) -> None:
        self._do(lambda: note_tool(self._desk.register, self._desk.drill.id, tool, installed))

    def _ask_file(self) -> None:
        kinds = _("Lists") + " (*.csv *.tsv *.xlsx *.xls *.ods)"
        ask_open(self, _("Read a list"), kinds, self.read_file)

    def read_file(self, path: Path) -> None:
        """Add the rows of a list that somebody sent."""
        register, drill_id, part = self._desk.register, self._desk.drill.id, Part(self.entries.part.key())
        run_in_background(
            self,
            lambda _progress: import_log(register, drill_id, path, part),
            on_done=self._tell_import,
            on_error=lambda sentence: self._desk.notice.say("error", lambda: sentence),
        )

    def _tell_import(self, result: LogImport) -> None:
        rows = [_("Row {row}: {why}").format(row=one.row, why=one.sentence) for one in result.refused]
        more = ["…"] if len(rows) > _SHOWN_REFUSED else []
        words = "\n".join([result.describe(), *result.remarks, *rows[:_SHOWN_REFUSED], *more])
        self._desk.notice.say("error" if result.refused else "success", lambda: words)
        self.refresh()

    def _do(self, work: Callable[[], object]) -> bool:
        is_done = self._desk.attempt(work)
        if is_done:
            self._desk.notice.clear()
            self.refresh()
        return is_done

    def _say(self, words: str, part: Part, language: str, people: int) -> str:
        what = " · ".join((say_part(part), say_language(self._desk.context, language), f"×{people}"))
        return words.format(what=what)

    # -- parts

    def _build(self) -> None:
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(16, 12, 8, 12)
        column.setSpacing(12)
        column.addWidget(self.origin)
        column.addWidget(self.tally)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(LabelledField(lambda: _("Card"), self.scan), 1)
        row.addWidget(LabelledField(lambda: _("Scanned people take part as"), self.part), 1)
        column.addLayout(row)
        column.addWidget(self.tools)
        column.addStretch(1)
        keep_hidden(self.entries, self)
        self.side = Tabs(lambda: _("Numbers or list"), with_keys=False)
        self.side.set_tabs(
            [
                TabSpec("counts", lambda: pgettext("participation", "Numbers"), self._build_counts),
                TabSpec("list", lambda: pgettext("participation", "List"), lambda: self.entries),
            ]
        )
        self.side.changed.connect(lambda _tab: self.refresh())
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroller = scrolling(self._left)
        self._parts.addWidget(self._scroller, 3)
        self._parts.addWidget(self.side, 2)
        holder = QWidget()
        holder.setLayout(self._parts)
        self._parts.setContentsMargins(0, 0, 0, 0)
        column_in(self).addWidget(scrolling(holder))

    def _build_counts(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 8, 8, 8)
        column.setSpacing(16)
        column.addWidget(self.languages)
        column.addWidget(self.countries)
        column.addStretch(1)
        return scrolling(whole)

    def place(self, is_narrow: bool) -> None:
        """Put the numbers below in a narrow window."""
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._scroller.setMinimumHeight(self._left.sizeHint().height() if is_narrow else 0)
        self.side.setMinimumHeight(_SIDE_HEIGHT if is_narrow else 0)

    # -- the page

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was noted meanwhile."""
        super().showEvent(event)
        if self._desk.context.door.is_open:
            self.refresh()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        for part in (self.tally, self.languages, self.countries, self.entries):
            part.retranslate()
        self.refresh()

    def restyle(self) -> None:
        """Follow the text size."""
        super().restyle()
        self.tally.restyle()

    def help_text(self) -> str:
        """Return how people are counted."""
        return _(
            "Nobody need give a name. Choose language and nationality once, then press 1 to 6 for everybody who comes:"
            " 1 foreign residents and visitors, 2 interpreters, 3 fire service, 4 volunteers, 5 staff, 6 observers."
            " “At once” counts a group with one key. Ctrl+Z takes the last back.\n\n"
            "A card that is scanned counts once. Lists that others send are read under List: all rows or none.\n\n"
            "For the tools, each button and the + key on it count one more person, the - key takes the last back."
        )
