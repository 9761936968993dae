"""The sums of a year beside its expenses: in all, by category, funding, course and drill."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from disaster_support.features.costs.words import say_eligibility, say_yen
from disaster_support.features.costs.yearly import Sums, YearlyList
from disaster_support.i18n import gettext as _
from disaster_support.ui.parts import empty, label, text_label


class SumsPanel(QFrame):
    """Grows downwards; below the total stands who decides what is eligible."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "surface")
        self._total = text_label("", "title")
        self._sums = QVBoxLayout()
        self._sums.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._total)
        column.addWidget(label(say_eligibility, "secondary"))
        column.addLayout(self._sums)
        column.addStretch(1)

    def show_year(self, yearly: YearlyList) -> None:
        """Show the sums of a year."""
        self._total.setText(_("Total: {amount}").format(amount=say_yen(yearly.total_yen)))
        empty(self._sums)
        for name, sums in yearly.sums().items():
            if sums:
                heading = text_label(name, "strong")
                heading.setContentsMargins(0, 8, 0, 0)
                self._sums.addWidget(heading)
                self._sums.addLayout(_grid(sums))


def _grid(sums: Sums) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    for row, (words, amount) in enumerate(sums):
        figure = text_label(f"{amount:,}")
        figure.setWordWrap(False)
        grid.addWidget(text_label(words), row, 0)
        grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
    return grid
