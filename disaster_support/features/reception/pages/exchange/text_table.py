"""A table of texts to read, however many rows it has: they can be walked through and copied, not changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from disaster_support.i18n import pgettext
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import TARGET, current_theme

Index = QModelIndex | QPersistentModelIndex

_WIDEST, _WIDEST_LAST, _NARROWEST = 320, 960, 64  # px at text size 1.0
_MEASURED = 100  # rows


class TextTable(QTableView):
    """Columns as wide as their texts; the last takes what is left, or is scrolled to."""

    def __init__(self, name: Words) -> None:
        super().__init__()
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        say(self, self.setAccessibleName, name)

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows under this header, and the first of them."""
        theme = current_theme()
        self._rows.fill(header, rows)
        self.verticalHeader().setDefaultSectionSize(theme.px(TARGET))
        self._fit_columns()
        self.scrollToTop()
        if rows:
            self.setCurrentIndex(self._rows.index(0, 0))

    def texts(self) -> list[tuple[str, ...]]:
        """Return every row that is shown."""
        return [tuple(row) for row in self._rows.rows]

    def _fit_columns(self) -> None:
        theme, last = current_theme(), self._rows.columnCount() - 1
        widths = [
            min(theme.px(_WIDEST_LAST if column == last else _WIDEST), max(theme.px(_NARROWEST), self._measure(column)))
            for column in range(last + 1)
        ]
        self.horizontalHeader().setStretchLastSection(sum(widths) < self.viewport().width())
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the last column what is left now."""
        super().resizeEvent(event)
        self._fit_columns()

    def _measure(self, column: int) -> int:
        letters = self.fontMetrics()
        widest = max(
            (letters.horizontalAdvance(row[column]) for row in self._rows.rows[:_MEASURED]),
            default=0,
        )
        return max(widest + 24, self.horizontalHeader().sectionSizeHint(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the rows that are chosen, as a spreadsheet takes them."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
            QApplication.clipboard().setText("\n".join("\t".join(self._rows.rows[row]) for row in chosen))
            return
        super().keyPressEvent(event)


class _Rows(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.header: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def fill(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.header, self.rows = header, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.rows[index.row()][index.column()] or pgettext("cell", "empty")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.header[section]
        return None
