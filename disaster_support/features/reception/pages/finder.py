"""Who is meant: a card scanned, its number typed, part of a name typed and chosen, or several people ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Filters, Person
from disaster_support.features.reception.pages.people_list import PeopleList, describe_person
from disaster_support.features.reception.scanning import is_card, straighten
from disaster_support.features.reception.service import find_by_code, find_people
from disaster_support.i18n import gettext as _
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.say import Words, say
from disaster_support.ui.scan_field import ScanField

_PAUSE_MS = 150  # a scanner is faster than this: its letters are looked for once, at its Enter
_MOST = 20


class Finder(QWidget):
    """One field and a list below it; everything happens in the field.

    Enter takes the card, or the row that is chosen in the list. Where people are ticked, Space ticks, Enter with
    something typed ticks it, and Enter in the empty field takes all who are ticked.
    """

    chosen = Signal(list)  # ids
    refused = Signal(str)  # nobody is meant by this; what was typed stays
    confirmed = Signal()  # Enter in the empty field
    typed = Signal()
    ticked = Signal()  # the ticks have changed
    ended = Signal()  # ticking was given up

    def __init__(self, context: Context, label: Words) -> None:
        super().__init__()
        self._context = context
        self._offered: Sequence[Person] = ()
        self._searched = ""  # what the list shows the people of
        self._steered = False
        self.field = ScanField(lambda typed: is_card(straighten(typed)))
        self.list = PeopleList()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._words = label
        self.label = QLabel()
        self.label.setProperty("type", "title")
        self.label.setBuddy(self.field)
        say(self, lambda _text: self.relabel(), label)
        say(self, self.field.setPlaceholderText, lambda: _("Scan a card, or type a number or part of a name"))
        self.head = Flowing(16)  # a page may put buttons at its end
        self.head.add(self.label)
        column.addWidget(self.head)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFocusProxy(self.field)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look)
        self.field.textEdited.connect(self._type)
        self.field.submitted.connect(self._enter)
        self.field.stepped.connect(self._step)
        self.field.toggled.connect(self._toggle)
        self.field.left.connect(self._leave)
        self.list.taken.connect(self._click)

    # -- what a page does with it

    def relabel(self) -> None:
        """Say anew what the field is for."""
        self.label.setText(self._words())
        self.field.setAccessibleName(self._words())

    def clear(self) -> None:
        """Be ready for the next card."""
        self._timer.stop()
        self.field.clear()
        self.field.ticks = False
        self._offered, self._searched, self._steered = (), "", False
        self.list.show_people(())

    def offer(self, people: Sequence[Person]) -> None:
        """Let people be ticked; who was ticked stays ticked."""
        ticked = self.list.ticked()
        self.clear()
        self._offered = people
        self.field.ticks = True
        self.list.show_people(people, ticked=ticked)

    def keep(self) -> None:
        """Let what was typed stay, such that the next scan replaces it."""
        self.field.setFocus()
        self.field.selectAll()

    # -- what is typed

    def _type(self) -> None:
        self._steered = False
        self.typed.emit()
        if self.field.ticks:
            self._filter()
            return
        self.list.show_people(())
        self._searched = ""
        self._timer.start()

    def _look(self) -> None:
        text = straighten(self.field.text())
        if text and not is_card(text):
            self._search(text)

    def _search(self, text: str) -> None:
        self._timer.stop()
        try:
            people = find_people(self._context.door.register, Filters(text=text), _MOST)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._searched = text
        self.list.show_people(people)

    def _enter(self) -> None:
        text = straighten(self.field.text())
        person = self.list.current()
        if self.field.ticks:
            self._enter_ticking(text, person)
        elif not text:
            self.confirmed.emit()
        elif is_card(text) and not self._steered:
            self._take_card(text)
        elif person and self._searched == text:
            self.chosen.emit([person.id])
        else:
            self._search(text)
            if not self.list.people():
                self.refused.emit(_("Nobody is found by “{text}”.").format(text=text[:40]))

    def _take_card(self, text: str) -> None:
        try:
            person_id = find_by_code(self._context.door.register, text)
        except UserError as error:
            self.keep()
            self.refused.emit(str(error))
            return
        self.chosen.emit([person_id])

    def _step(self, by: int) -> None:
        self._steered = True
        self.list.step(by)

    def _click(self) -> None:
        person = self.list.current()
        self.field.setFocus()
        if self.field.ticks:
            self._toggle()
        elif person:
            self.chosen.emit([person.id])

    def _leave(self) -> None:
        was_ticking = self.field.ticks and not self.field.text()
        if self.field.ticks and self.field.text():
            self.field.clear()
            self._filter()
            return
        self.clear()
        if was_ticking:
            self.ended.emit()

    # -- ticking

    def _filter(self) -> None:
        wanted = straighten(self.field.text()).casefold()
        people = [person for person in self._offered if wanted in describe_person(person).casefold()]
        self.list.show_people(people, ticked=self.list.ticked())

    def _toggle(self) -> None:
        if person := self.list.current():
            self.list.toggle(person.id)
            self.ticked.emit()

    def _enter_ticking(self, text: str, person: Person | None) -> None:
        if is_card(text):
            person = self._find_offered(text)
        if text and person:
            self.list.toggle(person.id)
            self.field.clear()
            self._filter()
            self.ticked.emit()
        elif text:
            self.keep()
            self.refused.emit(_("Nobody in this list is found by “{text}”.").format(text=text[:40]))
        elif self.list.ticked():
            self.chosen.emit(sorted(self.list.ticked()))

    def _find_offered(self, text: str) -> Person | None:
        try:
            person_id = find_by_code(self._context.door.register, text)
        except UserError:
            return None
        return next((person for person in self._offered if person.id == person_id), None)
