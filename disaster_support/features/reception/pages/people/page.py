"""People: found on the left, the record of one on the right; in a narrow window one of the two."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.people.finder import Finder
from disaster_support.features.reception.pages.people.pairs import PairsView
from disaster_support.features.reception.pages.people.record import RecordPanel
from disaster_support.features.reception.service import restore_people
from disaster_support.i18n import gettext as _
from disaster_support.storage.people import get_person, load_people
from disaster_support.ui.fonts import show_every_script
from disaster_support.ui.hear import hear
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import Page


class PeoplePage(Page):
    """Lists left, detail right."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context = context
        self._is_narrow = self._is_open = False
        self._is_counted = False  # whether the number of likely duplicates is that of now
        self._stack, self._both = QStackedWidget(), QWidget()
        self.finder = Finder(context)
        self.record = RecordPanel(context, desk)
        self.pairs = PairsView(context)
        self.notice = Notice()
        self._build()
        self.finder.opened.connect(self.show_person)
        self.record.opened.connect(self.show_person)
        self.record.closed.connect(self.close_record)
        self.record.removed.connect(self._removed)
        self.record.compared.connect(self._compare)
        self.finder.pairs_wanted.connect(self.show_pairs)
        self.pairs.counted.connect(self.finder.count_pairs)
        self.pairs.opened.connect(self.show_person)
        self.pairs.closed.connect(self.close_pairs)
        self.setFocusProxy(self.finder.search)
        hear(self, context.changes, self._hear)
        show_every_script()
        self.finder.refresh()
        self._arrange()

    # -- what people do here

    def show_person(self, person_id: str) -> None:
        """Open the record of a person; that it was read is written down."""
        try:
            self.record.show_person(person_id)
        except UserError as error:
            sentence = str(error)
            self.notice.say("error", lambda: sentence)
            return
        self.notice.clear()
        self._stack.setCurrentWidget(self._both)
        self._is_open = True
        self._arrange()
        self.record.enter()

    def close_record(self) -> None:
        """Close the record and go back to the search."""
        self._is_open = False
        self.record.leave()
        self._arrange()
        self.finder.search.setFocus()

    def show_pairs(self) -> None:
        """Show who was probably registered twice."""
        self.pairs.notice.clear()
        self._stack.setCurrentWidget(self.pairs)
        self.pairs.search()
        self.pairs.list.setFocus()

    def close_pairs(self) -> None:
        """Go back to finding people."""
        self._stack.setCurrentWidget(self._both)
        self.finder.search.setFocus()

    def _compare(self, one: str, other: str) -> None:
        people = load_people(self._context.door.register, [one, other])
        self._stack.setCurrentWidget(self.pairs)
        self.pairs.compare(*people)
        self.pairs.list.setFocus()

    def _removed(self, person_id: str) -> None:
        self.close_record()
        person = get_person(self._context.door.register, person_id)
        self.notice.say(
            "success",
            lambda: _("{number} {name} was removed.").format(number=person.number, name=person.details.name),
            (lambda: _("Bring back"), lambda: self._bring_back(person_id)),
        )

    def _bring_back(self, person_id: str) -> None:
        restore_people(self._context.door.register, [person_id])
        self._context.changes.announce(Change.PEOPLE)
        self.show_person(person_id)

    # -- parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 8, 16)
        column.setSpacing(8)
        column.addWidget(self.notice)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.finder, 4)
        row.addWidget(self.record, 5)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.pairs)
        column.addWidget(self._stack, 1)

    def arrange(self, one_column: bool) -> None:
        """Show the list or the record where there is no room for both."""
        self._is_narrow = one_column
        self.pairs.arrange(one_column)
        self._arrange()

    def _arrange(self) -> None:
        self.finder.setVisible(not (self._is_narrow and self._is_open))
        self.record.setVisible(self._is_open)
        person = self.record.person
        self.finder.choose(person.id if self._is_open and person else "", one_column=self._is_narrow)

    def retranslate(self) -> None:
        """Say the record and the list in the new language."""
        self.finder.retranslate()
        self.record.refresh()
        self.pairs.retranslate()

    def help_text(self) -> str:
        """Return the help of finding and of records."""
        return _(
            "Type any part of a name in any script, its reading or Latin spelling, a telephone number, or the number on"
            " a card. A card that is scanned opens its record at once.\n\n"
            "The arrow down goes into the list, Enter opens a record, Escape goes back to the search."
            " The lists under the search narrow it down; nobody sees a list of everybody.\n\n"
            "That a record was opened is written down, and who changed what: it stands in its history."
            " A need that was seen to, a yes that was withdrawn, a wrong arrival: each is one button, and can be"
            " undone.\n\n"
            "When two people have changed the same field, both answers are shown side by side, and you choose."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the first record, its history and its form."""
        yield "record", self._open_first
        yield "history", lambda: self.record.show_history()
        yield "change", lambda: self.record.edit()
        yield "duplicates", self.show_pairs

    def _open_first(self) -> None:
        if self.finder.table.people:
            self.show_person(self.finder.table.people[0].id)

    def showEvent(self, event: QShowEvent) -> None:
        """Count the likely duplicates anew when the page comes up: at a large register too much for every change."""
        super().showEvent(event)
        if not self._is_counted:
            self._is_counted = True
            self.pairs.search(quietly=True)

    def _hear(self, change: Change) -> None:
        if change is Change.PEOPLE:
            self._is_counted = False
            self.finder.refresh()
            if self._is_open:
                self.record.refresh()
