"""The pairs that somebody said are two people each: seen again, and compared again where that was a mistake."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from disaster_support.features.reception.comparing import order_pair
from disaster_support.features.reception.model import Person
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.say import say

ApartPairs = Sequence[tuple[Person, Person]]


class ApartList(QWidget):
    """Nothing while no pair is kept apart. Only those who may keep apart may take it back."""

    taken_back = Signal(object, object)  # the two people

    def __init__(self, *, may_take_back: bool) -> None:
        super().__init__()
        self._pairs: ApartPairs = ()
        self._count = QLabel()
        self._count.setProperty("type", "title")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        say(self.list, self.list.setAccessibleName, lambda: _("Kept apart"))
        self.again = Button(lambda: _("Perhaps one person: compare again"), self._take_back, height="small")
        self.again.setVisible(may_take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._count, self.list, self.again):
            column.addWidget(part)
        say(self, self._count.setText, self._say_count)
        self.hide()

    def show_pairs(self, pairs: ApartPairs) -> None:
        """Show these pairs, the first chosen."""
        self._pairs = [order_pair(one, other) for one, other in pairs]
        self.list.clear()
        for pair in self._pairs:
            names = (f"{person.number}  {person.details.name}" for person in pair)
            self.list.addItem(QListWidgetItem("\n".join(names)))
        self.list.setCurrentRow(0)
        self._count.setText(self._say_count())
        self.setVisible(bool(pairs))

    def _take_back(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.taken_back.emit(*self._pairs[row])

    def _say_count(self) -> str:
        return ngettext("{count} pair kept apart", "{count} pairs kept apart", len(self._pairs)).format(
            count=len(self._pairs)
        )
