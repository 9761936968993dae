"""People ticked in a list: whose room, how many are ticked, all at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.counter import Mode, list_concerned
from disaster_support.features.reception.pages.comings.modes import say_mode
from disaster_support.features.reception.pages.finder import Finder
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.counts import count_rooms
from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import say


class TickBar(QWidget):
    """Shown only while people are ticked in the finder's list, which gives them when they are taken."""

    def __init__(self, context: Context, finder: Finder, mode: Callable[[], Mode]) -> None:
        super().__init__()
        self._context, self._finder, self._mode = context, finder, mode
        self._rooms: list[str] = [""]
        self.rooms = QComboBox()
        self.rooms.activated.connect(lambda _index: self._offer())
        say(self.rooms, self.rooms.setAccessibleName, lambda: _("Place in the shelter"))
        self._words = wrapping_label()
        say(self, lambda _text: self._say(), str)
        self.take = Button(self._take_words, self._take, kind="filled", height="small", icon_name="check")
        controls = Flowing()
        for control in (self.rooms, Button(lambda: _("Tick all"), self._tick_all, height="small"), self.take):
            controls.add(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(controls)
        finder.ticked.connect(self._count)
        self.hide()

    def start(self) -> bool:
        """List whom this may be done with; return whether there is anybody."""
        self._rooms = ["", *(room for room, _count in count_rooms(self._context.door.register) if room)]
        self.rooms.setCurrentIndex(-1)
        self._say()
        self._finder.clear()
        self._offer()
        self.show()
        return bool(self._finder.list.people())

    def _offer(self) -> None:
        room = self._rooms[max(0, self.rooms.currentIndex())]
        self._finder.offer(list_concerned(self._context.door.register, self._mode(), room))
        self._count()
        self._finder.field.setFocus()

    def _tick_all(self) -> None:
        self._finder.list.tick_all()
        self._count()
        self._finder.field.setFocus()

    def _take(self) -> None:
        if ids := self._finder.list.ticked():
            self._finder.chosen.emit(sorted(ids))

    def _count(self) -> None:
        self.take.setText(self._take_words())

    def _say(self) -> None:
        self._words.setText(_("Space ticks, letters find; Enter in the empty field is for all who are ticked."))
        index = self.rooms.currentIndex()
        self.rooms.clear()
        self.rooms.addItems([room or _("Everywhere") for room in self._rooms])
        self.rooms.setCurrentIndex(max(0, index))

    def _take_words(self) -> str:
        count = len(self._finder.list.ticked())
        # Translators: what is done with so many people, such as "Come in: 4 people", on a button.
        words = ngettext("{what}: {count} person", "{what}: {count} people", count)
        return words.format(what=say_mode(self._mode()), count=count)
