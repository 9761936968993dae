"""The texts that came back, a row each, with a tick for those that are taken."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from disaster_support.content.review_diff import Line
from disaster_support.features.review.words import say_state
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.icons import icon
from disaster_support.ui.row_table import choose_rows
from disaster_support.ui.say import say
from disaster_support.ui.theme import TARGET, current_theme

_TICK, _STATE, _JAPANESE = range(3)


class LineTable(QTableWidget):
    """The space bar, or a click on the box, ticks a row; what is refused has no box."""

    picked = Signal(int)  # the place of a line
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self._lines: Sequence[Line] = ()
        self._ticks: set[str] = set()
        choose_rows(self)
        self.setWordWrap(False)
        self.setProperty("roomy", "true")
        head = self.horizontalHeader()
        head.setSectionResizeMode(_TICK, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_JAPANESE, QHeaderView.ResizeMode.Stretch)
        say(self, self.setAccessibleName, lambda: _("Texts that came back"))
        say(self, self.setAccessibleDescription, lambda: _("The space bar ticks the text that is to be taken."))
        self.cellClicked.connect(lambda row, column: self.toggle(row) if column == _TICK else None)
        self.currentCellChanged.connect(self._pick)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, none of them ticked."""
        self._lines, self._ticks = lines, set()
        self.setRowCount(len(lines))
        self.refresh()
        if lines:
            self.setCurrentCell(0, _JAPANESE)
            self.picked.emit(0)
        self.ticked.emit()

    def refresh(self) -> None:
        """Say the rows in the interface's language and the look of the moment."""
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(max(TARGET, theme.px(TARGET)))
        self.setIconSize(QSize(theme.px(24), theme.px(24)))
        self.setHorizontalHeaderLabels((pgettext("text", "Take"), pgettext("text", "State"), _("Japanese")))
        for row, line in enumerate(self._lines):
            self._show_tick(row)
            self.setItem(row, _STATE, QTableWidgetItem(say_state(line.state)))
            self.setItem(row, _JAPANESE, QTableWidgetItem(line.japanese.replace("\n", " ")))

    def ticks(self) -> list[str]:
        """Return the entries whose texts are taken."""
        return [line.entry for line in self._lines if line.entry in self._ticks]

    def tick_all(self, *, on: bool) -> None:
        """Tick all that can be taken, or none."""
        self._ticks = {line.entry for line in self._lines if line.can_be_taken} if on else set()
        for row in range(len(self._lines)):
            self._show_tick(row)
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Tick a row or take the tick away; nothing happens to what is refused."""
        line = self._lines[row]
        if line.can_be_taken:
            self._ticks ^= {line.entry}
            self._show_tick(row)
            self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar or Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and 0 <= self.currentRow() < len(self._lines):
            self.toggle(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _show_tick(self, row: int) -> None:
        line, item = self._lines[row], QTableWidgetItem()
        is_on = line.entry in self._ticks
        name = "checkbox-marked" if is_on else "checkbox-blank-outline"
        if line.can_be_taken:
            item.setIcon(icon(name, current_theme().px(24), "action" if is_on else "ink"))
        words = (_("Ticked") if is_on else _("Not ticked")) if line.can_be_taken else _("Cannot be taken")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self.setItem(row, _TICK, item)

    def _pick(self, row: int, _column: int, before: int, _column_before: int) -> None:
        if row != before and 0 <= row < len(self._lines):
            self.picked.emit(row)
