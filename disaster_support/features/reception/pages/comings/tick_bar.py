"""Above a list in which people are ticked: whose room, how many are ticked, all at once."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say


class TickBar(QWidget):
    """Shown only while people are ticked."""

    room_chosen = Signal()

    def __init__(self, on_all: Callable[[], object], on_take: Callable[[], object], what: Words) -> None:
        super().__init__()
        self._ticked, self._what = 0, what
        self._rooms: list[str] = []
        self.rooms = QComboBox()
        self.rooms.activated.connect(lambda _index: self.room_chosen.emit())
        say(self.rooms, self.rooms.setAccessibleName, lambda: _("Place in the shelter"))
        self._words = wrapping_label()
        say(self, lambda _text: self._say(), str)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.rooms)
        row.addWidget(Button(lambda: _("Tick all"), on_all, height="small"))
        self.take = Button(self._take_words, on_take, kind="filled", height="small", icon_name="check")
        row.addWidget(self.take)
        self.hide()

    def room(self) -> str:
        """Return the room chosen, '' for all."""
        return self._rooms[max(0, self.rooms.currentIndex())]

    def show_rooms(self, rooms: Iterable[str]) -> None:
        """Offer these rooms, all of them chosen."""
        self._rooms = ["", *(room for room in rooms if room)]
        self._say()
        self.rooms.setCurrentIndex(0)

    def show_ticked(self, count: int) -> None:
        """Say how many are ticked."""
        self._ticked = count
        self.take.setText(self._take_words())

    def _say(self) -> None:
        self._words.setText(_("Space ticks; type to find; Enter in the empty field takes all who are ticked."))
        index = self.rooms.currentIndex()
        self.rooms.clear()
        self.rooms.addItems([room or _("Everywhere") for room in self._rooms])
        self.rooms.setCurrentIndex(max(0, index))

    def _take_words(self) -> str:
        # Translators: what is done with so many people, such as "Come in: 4 people", on a button.
        words = ngettext("{what}: {count} person", "{what}: {count} people", self._ticked)
        return words.format(what=self._what(), count=self._ticked)
