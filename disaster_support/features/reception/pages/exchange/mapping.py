"""Which column of a list is what: each heading with some of its values, and the field it is led to."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QWidget

from disaster_support.features.reception.columns import COLUMNS, LEFT_OUT, TO_NOTE, guess_columns
from disaster_support.features.reception.tables import Table
from disaster_support.features.reception.words import say_field
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import QuietBox
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import say

_SAMPLES, _LOOKED_THROUGH = 3, 200  # values shown; rows in which they are looked for
_LONGEST = 24  # letters of a value


class ColumnMapping(QWidget):
    """A line for each heading of the list; `changed` tells when somebody has led one elsewhere."""

    changed = Signal()

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.boxes: dict[str, _Target] = {}
        fields = QStandardItemModel(self)  # one for all: a list may have hundreds of columns
        say(self, lambda _words: _name_fields(fields), lambda: "")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        guessed = guess_columns(table.header)
        for place, heading in enumerate(table.header):
            name, samples = wrapping_label(heading), wrapping_label(_find_samples(table, place))
            name.setProperty("type", "strong")
            samples.setProperty("type", "secondary")
            box = _Target(heading, fields, guessed[heading])
            box.currentIndexChanged.connect(self.changed)
            grid.addWidget(name, 2 * place, 0, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(samples, 2 * place + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(box, 2 * place, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            self.boxes[heading] = box

    def mapping(self) -> Mapping[str, str]:
        """Return where each heading is led: to a column, into the note, or nowhere."""
        return {heading: box.column() for heading, box in self.boxes.items()}

    def lead(self, heading: str, column: str) -> None:
        """Lead a heading to a column."""
        self.boxes[heading].choose(column)


class _Target(QuietBox):
    """The note, 'leave out', and every field there is."""

    def __init__(self, heading: str, fields: QStandardItemModel, column: str) -> None:
        super().__init__()
        self.setModel(fields)
        self.setMinimumContentsLength(16)
        say(self, self.setAccessibleName, lambda: _("What “{heading}” is").format(heading=heading))
        self.choose(column)

    def column(self) -> str:
        return str(self.currentData())

    def choose(self, column: str) -> None:
        self.setCurrentIndex(self.findData(column))


def _name_fields(fields: QStandardItemModel) -> None:
    """Write the names of the fields into the model in the interface's language."""
    for row, value in enumerate((TO_NOTE, LEFT_OUT, *COLUMNS)):
        item = fields.item(row) or QStandardItem()
        item.setText({TO_NOTE: _("Into the note"), LEFT_OUT: _("Leave out")}.get(value) or say_field(value))
        item.setData(value, Qt.ItemDataRole.UserRole)
        if item.model() is None:
            fields.appendRow(item)


def _find_samples(table: Table, place: int) -> str:
    values = (cells[place] for _number, cells in table.rows[:_LOOKED_THROUGH] if cells[place])
    shown = (value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…" for value in values)
    return " · ".join(list(dict.fromkeys(" ".join(one.split()) for one in shown))[:_SAMPLES])
