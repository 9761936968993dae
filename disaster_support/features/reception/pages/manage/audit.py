"""The log as a table: newest first, two hundred lines at a time, by member of staff, number and text."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from disaster_support.context import Context
from disaster_support.features.reception.audit import PAGE, LogFilters, LogLine, list_log
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext, pgettext
from disaster_support.storage.staff import list_staff
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField, SearchField
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Progress, Task, run_in_background
from disaster_support.ui.theme import TARGET, current_theme

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DEBOUNCE_MS = 300
_WIDTHS = (168, 120, 104)  # px at text size 1.0; what was done takes the rest


class LogModel(QAbstractTableModel):
    """The lines that were read until now."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[LogLine] = []

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def add_lines(self, lines: Sequence[LogLine]) -> None:
        """Show older lines below."""
        if lines:
            self.beginInsertRows(_ROOT, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        line = self.lines[index.row()]
        text = (f"{line.at:%Y-%m-%d %H:%M:%S}", line.by, line.number, line.said)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text or _("None")
        return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return a column's heading."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (pgettext("log", "When"), pgettext("log", "Who"), _("Number"), _("What was done"))[section]


class LogTable(QTableView):
    """Enter or a double click opens the record of a line."""

    opened = Signal(int)

    def __init__(self, model: LogModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        say(self, self.setAccessibleName, lambda: _("Log"))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.fit()

    def fit(self) -> None:
        """Follow the text size."""
        theme = current_theme()
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, theme.px(width))
        self.verticalHeader().setDefaultSectionSize(theme.px(TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the record at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class AuditSection(QWidget):
    """The filters, the table, and the way to older lines. What is read comes in the background."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._task: Task | None = None
        self._model = LogModel()
        self.table = LogTable(self._model)
        self.table.opened.connect(self._open)
        self.staff = QComboBox()
        self.number = QLineEdit()
        self.text = SearchField(lambda: _("Search the log"), lambda _text: self._timer.start())
        self.whole = wrapping_label()  # what the row of a narrow window cuts off
        self.table.selectionModel().currentChanged.connect(lambda index, _former: self._show_whole(index.row()))
        self._count = QLabel()
        self._count.setProperty("type", "secondary")
        self.older = Button(lambda: _("Show older lines"), self._show_older, height="small")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self.read)
        self._build()
        self.read()

    def _build(self) -> None:
        self.staff.addItem("", "")
        say(self, lambda words: self.staff.setItemText(0, words), lambda: _("Everybody"))
        for member in list_staff(self._context.door.register):
            self.staff.addItem(member.name, member.id)
        self.staff.activated.connect(lambda _index: self.read())
        self.number.textChanged.connect(lambda _text: self._timer.start())
        self.number.setMaximumWidth(220)
        filters = QHBoxLayout()
        filters.setSpacing(16)
        filters.addWidget(LabelledField(lambda: _("Member of staff"), self.staff))
        filters.addWidget(LabelledField(lambda: _("Number on the card"), self.number))
        filters.addWidget(LabelledField(lambda: _("Search the log"), self.text), 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.older)
        say(self, lambda _words: self._say_count(), lambda: "")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addLayout(foot)
        self.setFocusProxy(self.table)

    def read(self) -> None:
        """Read the newest lines that match."""
        self._timer.stop()
        self._start(None)

    def _show_older(self) -> None:
        if self._model.lines:
            self._start(self._model.lines[-1].mark)

    def _start(self, before: int | None) -> None:
        if self._task:
            self._task.cancel()
        register = self._context.door.register
        filters = LogFilters(str(self.staff.currentData()), self.number.text().strip(), self.text.text().strip())

        def work(progress: Progress) -> list[LogLine]:
            return list_log(register, filters, before=before, limit=PAGE, keep_on=lambda: progress.report(0, 0))

        self._task = run_in_background(self, work, on_done=lambda lines: self._show(lines, before))

    def _show(self, lines: list[LogLine], before: int | None) -> None:
        self._task = None
        if before is None:
            self._model.show_lines(lines)
            self.table.selectRow(0)
            self._show_whole(0)
        else:
            self._model.add_lines(lines)
        self.older.setVisible(len(lines) == PAGE)
        self._say_count()

    def _show_whole(self, row: int) -> None:
        self.whole.setText(self._model.lines[row].said if 0 <= row < len(self._model.lines) else "")

    def _say_count(self) -> None:
        count = len(self._model.lines)
        self._count.setText(ngettext("{count} line", "{count} lines", count).format(count=count))

    def _open(self, row: int) -> None:
        if person_id := self._model.lines[row].person_id:
            self._desk.open_person(person_id)
