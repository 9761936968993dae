"""The shelter's own list of places: added, named, read, moved and removed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from disaster_support.features.notices.model import MOST_LETTERS, Place
from disaster_support.features.notices.places import mark_name, reading_of
from disaster_support.features.notices.reading import write_text
from disaster_support.features.notices.service import NoticeService
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ruby import strip_ruby
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.notice import Notice
from disaster_support.ui.parts import attempt, column_in
from disaster_support.ui.rows import MovableRows

_HEIGHT = 240


class PlacesPanel(QWidget):
    """Every change is kept at once. A removed place can be brought back.

    `changed` tells that the list is another; `added` gives the text of a place that was just added.
    """

    changed = Signal()
    added = Signal(str)

    def __init__(self, service: NoticeService) -> None:
        super().__init__()
        self._service = service
        self.rows = MovableRows(lambda: _("Places"))
        self.rows.setFixedHeight(_HEIGHT)
        self.name, self.reading = QLineEdit(), QLineEdit()
        for line in (self.name, self.reading):
            line.setMaxLength(MOST_LETTERS)
            line.returnPressed.connect(self._add)
        self.notice = Notice()
        self._name_field = LabelledField(lambda: _("Name of the place"), self.name)
        self._build()
        self.rows.picked.connect(self._show_place)
        self.rows.ordered.connect(self._take_order)
        self.refresh()

    def _build(self) -> None:
        column = column_in(self)
        column.addWidget(self.rows)
        column.addWidget(self._name_field)
        column.addWidget(
            LabelledField(
                lambda: _("Reading in hiragana (optional)"),
                self.reading,
                help_text=lambda: _("It stands above the name, and beside it in Latin letters."),
            )
        )
        self.add = Button(lambda: _("Add the place"), self._add, height="small")
        self.change = Button(lambda: _("Change the place"), self._change, height="small")
        self.remove = Button(lambda: _("Remove the place"), self._remove, height="small")
        buttons = Flowing()
        for button in (self.add, self.change, self.remove):
            buttons.add(button)
        column.addWidget(buttons)
        column.addWidget(self.notice)

    def refresh(self) -> None:
        """Show the list as it is kept, in the interface's language."""
        tag = current_language()
        self.rows.show_rows([(write_text(one), self._service.say_place(one, tag)) for one in self._service.places()])
        self._allow()

    def _chosen(self) -> Place | None:
        key = self.rows.key()
        return next((one for one in self._service.places() if write_text(one) == key), None)

    def _show_place(self, _key: str) -> None:
        place = self._chosen()
        self.name.setText(strip_ruby(place.name) if place else "")
        self.reading.setText(reading_of(place.name) if place else "")
        self._allow()

    def _allow(self) -> None:
        """Offer what can be done: the library's own words are said in every language and cannot be changed."""
        place = self._chosen()
        self.change.setVisible(place is not None and not place.entry)
        self.remove.setVisible(place is not None)

    def _typed(self) -> Place | None:
        name = " ".join(self.name.text().split())
        self._name_field.show_error("" if name else _("Write the name of the place."))
        if not name:
            return None
        return self._service.find_place(name) or Place(name=mark_name(name, self.reading.text().strip()))

    def _add(self) -> None:
        if place := self._typed():
            self._put(lambda places: (place, *(one for one in places if one != place)))
            self.name.clear()
            self.reading.clear()
            self.added.emit(write_text(place))

    def _change(self) -> None:
        old = self._chosen()
        if old and (place := self._typed()):
            self._put(lambda places: tuple(place if one == old else one for one in places))

    def _remove(self) -> None:
        before, old = self._service.places(), self._chosen()
        self._put(lambda places: tuple(one for one in places if one != old))
        self.notice.say("information", lambda: _("Removed."), (lambda: _("Undo"), lambda: self._bring_back(before)))

    def _bring_back(self, places: tuple[Place, ...]) -> None:
        self.notice.clear()
        self._put(lambda _places: places)

    def _take_order(self) -> None:
        order = self.rows.keys()
        self._put(lambda places: tuple(sorted(places, key=lambda one: order.index(write_text(one)))))

    def _put(self, change: Callable[[tuple[Place, ...]], tuple[Place, ...]]) -> None:
        attempt(self.notice, lambda: self._service.put_places(change(self._service.places())))
        self.refresh()
        self.changed.emit()
