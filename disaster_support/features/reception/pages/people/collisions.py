"""Two edits of one field, side by side: somebody chooses, nothing is swallowed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout

from disaster_support.features.reception.pages.people.choice import Choice
from disaster_support.features.reception.pages.people.saying import say_answer
from disaster_support.features.reception.records import Collision
from disaster_support.features.reception.words import say_field
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel, wrapping_label


class CollisionPanel(QFrame):
    """A row each: the field, what stands in the register, what was typed here; `chosen` tells which of mine stand."""

    chosen = Signal(object)  # frozenset of the columns for which mine shall stand

    def __init__(self, collisions: Sequence[Collision]) -> None:
        super().__init__()
        self.setProperty("panel", "warning")
        self._mine: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(IconLabel("alert", 24, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        words = wrapping_label(_("Somebody else has changed the same meanwhile. Choose what shall stand."))
        words.setProperty("type", "strong")
        head.addWidget(words, 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, heading in enumerate((_("In the register now"), _("Typed here")), start=1):
            label = QLabel(heading)
            label.setProperty("type", "secondary")
            grid.addWidget(label, 0, place)
        for row, one in enumerate(collisions, start=1):
            self._add(grid, row, one)
        column.addLayout(grid)
        self.confirm = Button(lambda: _("Save what is chosen"), self._tell, kind="filled", height="small")
        column.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeading)

    def enter(self) -> None:
        """Take the focus: the first choice."""
        next(iter(self._mine.values())).setFocus()

    def _add(self, grid: QGridLayout, row: int, one: Collision) -> None:
        field = QLabel(say_field(one.column))
        field.setProperty("type", "strong")
        grid.addWidget(field, row, 0)
        group = QButtonGroup(self)
        for place, text in enumerate((one.theirs, one.mine), start=1):
            words = say_answer(one.column, text)
            choice = Choice(words, _("{answer}: {detail}").format(answer=say_field(one.column), detail=words))
            group.addButton(choice.radio)
            grid.addWidget(choice, row, place)
            self._mine[one.column] = choice.radio  # the second one
        self._mine[one.column].setChecked(True)  # typed last, by somebody who has the person before them

    def _tell(self) -> None:
        self.chosen.emit(frozenset(column for column, radio in self._mine.items() if radio.isChecked()))
