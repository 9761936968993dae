"""Finding: a field that finds as one types, lists that narrow down, and who was found."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.people.filters import FilterRow
from disaster_support.features.reception.pages.people.found_table import FoundTable
from disaster_support.features.reception.records import Choices, Found, list_choices, look_up
from disaster_support.features.reception.scanning import is_card, straighten
from disaster_support.features.reception.service import find_by_code
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.shelters import list_shelters
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.fields import SearchField
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.tasks import Task, run_in_background

_PAUSE_MS = 120
_NOTHING = Found((), 0, is_search=False)


class Finder(QWidget):
    """The list side of the page; `opened` says whose record is wanted."""

    opened = Signal(str)
    pairs_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._task: Task | None = None
        self._found = _NOTHING
        self._is_entering = False  # Enter was pressed before the answer was there
        self._chosen = ""
        self.search = SearchField(
            lambda: _("Name, reading, telephone, card number or scan"), lambda _text: self._wait()
        )
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        self.filters = FilterRow()
        self.filters.changed.connect(self._look)
        self.table = FoundTable(context.catalogue.languages, context.clock)
        self.table.opened.connect(self.opened)
        self.table.left.connect(self.search.setFocus)
        self.count = wrapping_label()
        self._pair_count = 0
        self.pairs = Button(self._say_pairs, self.pairs_wanted.emit, kind="text", height="small")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._build()
        self.setFocusProxy(self.search)

    def refresh(self) -> None:
        """Find again, and offer what is there now: somebody was added or changed."""
        register = self._context.door.register
        run_in_background(
            self,
            lambda _progress: (list_choices(register), {one.id: one.name for one in list_shelters(register)}),
            on_done=lambda answer: self._offer(*answer),
        )
        self._look()

    def choose(self, person_id: str, *, one_column: bool) -> None:
        """Mark the person whose record is open; '' for nobody, which gives the list its whole width."""
        self._chosen = person_id
        self.table.arrange(beside_record=bool(person_id), one_column=one_column)
        self.table.mark(person_id)

    def count_pairs(self, pairs: int) -> None:
        """Say on the button how many likely duplicates there are."""
        self._pair_count = pairs
        self.pairs.setText(self._say_pairs())

    def retranslate(self) -> None:
        """Say the count in the new language."""
        self._say_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down into the list from the search."""
        is_key = watched is self.search and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.table.enter()
            return True
        return super().eventFilter(watched, event)

    # -- parts

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 1)
        line.addWidget(IconButton(lambda: _("Search for everybody again"), "filter-off-outline", self._clear))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.filters)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.count, 1)
        head.addWidget(self.pairs, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    # -- searching

    def _wait(self) -> None:
        self._is_entering = False
        self._timer.start()

    def _clear(self) -> None:
        self.filters.clear()
        self.search.clear()
        self._look()
        self.search.setFocus()

    def _look(self) -> None:
        """Search in the background; the answer to a former question is dropped."""
        self._timer.stop()
        if self._task:
            self._task.cancel()
        register, filters = self._context.door.register, self.filters.filters(self.search.text().strip())
        self._task = run_in_background(self, lambda _progress: look_up(register, filters), on_done=self._show)

    def _show(self, found: Found) -> None:
        self._task, self._found = None, found
        self.table.show_people(found.people, self._chosen)
        self._say_count()
        if self._is_entering:
            self._is_entering = False
            self._open_found()

    def _offer(self, choices: Choices, shelter_names: dict[str, str]) -> None:
        self.filters.offer(choices, shelter_names)

    def _enter(self) -> None:
        """Open the record of a card at once; else the only person found, or go down into the list."""
        text = straighten(self.search.text())
        if not text:
            self.table.enter()
            return
        try:
            person_id = find_by_code(self._context.door.register, text)
        except UserError as error:
            person_id = ""  # a name, then, or a card of another shelter
            if is_card(text):
                self._timer.stop()
                self.count.setText(str(error))
                self.search.selectAll()
                return
        if person_id:
            self.search.selectAll()  # the next scan replaces it
            self.opened.emit(person_id)
        elif self._timer.isActive() or self._task:
            self._is_entering = True
            self._look()
        else:
            self._open_found()

    def _open_found(self) -> None:
        if len(self._found.people) == 1 and self._found.total == 1:
            self.opened.emit(self._found.people[0].id)
        else:
            self.table.enter()

    def _say_pairs(self) -> str:
        if not self._pair_count:
            return _("Likely duplicates")
        return _("Likely duplicates ({count})").format(count=self._pair_count)

    def _say_count(self) -> None:
        self.count.setText(_describe(self._found))


def _describe(found: Found) -> str:
    shown, total = len(found.people), found.total
    if not found.is_search:
        return _("Those who came last. Everybody else appears when you search: no list of all, for their privacy.")
    if not shown:
        return _("Nobody found. Try another spelling, a part of the name, the telephone, or the number on the card.")
    if not total:
        return _("Nobody is written like this. Similar names:")
    if shown < total:
        return _("The first {shown} of {total} people. {more} more: narrow the search.").format(
            shown=shown, total=total, more=total - shown
        )
    return ngettext("{count} person", "{count} people", total).format(count=total)
