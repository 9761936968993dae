"""The expenses of a year in a table: Enter changes one, Delete takes it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from disaster_support.features.costs.yearly import Row, YearlyList
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.row_table import choose_rows
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme

_WHAT, _AMOUNT = 1, 2  # the columns of the words and of the amounts
_HEIGHT = 64  # px at text size 1.0 of a row: two lines
_ROWS_SEEN = 3  # at least
_ID = Qt.ItemDataRole.UserRole
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class ExpenseTable(QTableWidget):
    """Two lines for each expense; what is cut is whole in its tool tip."""

    change_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, 5)
        choose_rows(self)
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.setStyleSheet("QTableWidget::item { padding: 0 8px; }")
        say(self, self.setAccessibleName, lambda: _("Expenses"))
        self.cellDoubleClicked.connect(lambda _row, _column: self.change_wanted.emit(self.chosen_id()))

    def show_year(self, yearly: YearlyList) -> None:
        """Show the expenses of a year; the chosen one stays chosen."""
        before = self.chosen_id()
        height = current_theme().px(_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * _ROWS_SEEN + self.horizontalHeader().height())
        heads = (_("Paid on"), _("What for"), _("Amount (yen)"), _("Receipt no."), _("Funding"))
        for column, words in enumerate(heads):
            head = QTableWidgetItem(words)
            if column == _AMOUNT:
                head.setTextAlignment(_END)
            self.setHorizontalHeaderItem(column, head)
        self.setRowCount(len(yearly.expenses))
        for place, (row, expense) in enumerate(zip(yearly.rows(), yearly.expenses, strict=True)):
            self._fill(place, row, expense.id)
        self.choose(before)

    def choose(self, expense_id: str) -> None:
        """Choose the row of an expense, the first where it is not there."""
        rows = [row for row in range(self.rowCount()) if self._id_of(row) == expense_id]
        if self.rowCount():
            self.setCurrentCell(rows[0] if rows else 0, 0)

    def chosen_id(self) -> str:
        """Return the id of the chosen expense, empty where there is none."""
        return self._id_of(self.currentRow()) if 0 <= self.currentRow() < self.rowCount() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change at Enter, take out at Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_id():
            self.change_wanted.emit(self.chosen_id())
        elif event.key() == Qt.Key.Key_Delete and self.chosen_id():
            self.remove_wanted.emit(self.chosen_id())
        else:
            super().keyPressEvent(event)

    def _fill(self, place: int, row: Row, expense_id: str) -> None:
        _number, day, category, text, amount, receipt, funding, subject = row
        cells = (day.isoformat(), f"{text}\n{category} · {subject}", f"{amount:,}", receipt, funding)
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words or pgettext("cell", "empty"))
            item.setData(_ID, expense_id)
            if column == _AMOUNT:
                item.setTextAlignment(_END)
            self.setItem(place, column, item)

    def _id_of(self, row: int) -> str:
        item = self.item(row, 0)
        return str(item.data(_ID)) if item else ""
