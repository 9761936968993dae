"""Coming and going: what is done is chosen once, then card after card is scanned."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.comings import take_back, take_handouts_back
from disaster_support.features.reception.counter import Mode, Outcome, Task, carry_out, undo
from disaster_support.features.reception.daily import Survey, survey
from disaster_support.features.reception.model import Handout
from disaster_support.features.reception.pages.comings.entry_list import EntryList
from disaster_support.features.reception.pages.comings.head_count import HeadCountPanel
from disaster_support.features.reception.pages.comings.modes import ModeBar, key_of, say_mode
from disaster_support.features.reception.pages.comings.result_panel import ResultPanel
from disaster_support.features.reception.pages.comings.task_fields import TaskFields
from disaster_support.features.reception.pages.comings.tick_bar import TickBar
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.finder import Finder
from disaster_support.features.reception.scanning import is_card, straighten
from disaster_support.i18n import gettext as _
from disaster_support.storage.moments import Entry, list_items
from disaster_support.storage.shelters import list_shelters
from disaster_support.ui.buttons import Button
from disaster_support.ui.hear import hear
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.tasks import Task as Work
from disaster_support.ui.tasks import run_in_background
from disaster_support.ui.theme import current_theme

_PAUSE_MS = 300  # after the last card, before figures, lists and the other tabs follow
_SIDE_WIDTH = 320
_UNLIMITED = 16777215  # Qt's own
_ITEMS_OF = timedelta(days=14)


class ComingsPage(Page):
    """Left the counter, right the figures. What is typed anywhere goes to the scanner's field."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._done: list[Outcome] = []
        self._asked: tuple[Task, tuple[str, ...]] | None = None  # who had it today, until Enter or another card
        self._untold = False  # the other tabs do not know yet who has moved
        self._work: Work | None = None
        self.modes = ModeBar()
        self.fields = TaskFields()
        self.finder = Finder(context, self._label)
        self.result = ResultPanel(self.take_back)
        self.ticks = TickBar(context, self.finder, self.modes.mode)
        self.entries = EntryList(self._take_entry_back)
        self.counts = HeadCountPanel(context, self._now)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._build()
        self._connect()
        self._offer()
        self.setFocusProxy(self.finder.field)
        hear(self, context.changes, self._hear)
        self.refresh()

    # -- what people do here

    def act(self, ids: list[str]) -> None:
        """Do for these people what is being done; who they are was scanned, chosen or ticked."""
        try:
            task = self.fields.task(self._now())
        except UserError as error:
            self._refuse(str(error))
            return
        self._carry_out(task, ids)

    def confirm(self) -> None:
        """Enter in the empty field: give once more what was asked about."""
        if self._asked:
            task, ids = self._asked
            self._carry_out(replace(task, whole_household=False), list(ids), again=True)

    def take_back(self) -> None:
        """Take back what was done last here; again takes back what was done before it."""
        if not self._done:
            return
        outcome = self._done[-1]
        if self._try(lambda: undo(self._context.door.register, outcome)):
            self._done.pop()
            self.result.show_taken_back(outcome)
            self._follow()

    def tick(self) -> None:
        """List whom this may be done with, to tick them."""
        if not self.ticks.start():
            self.result.show_error(_("There is nobody here with whom this can be done."))
        self.entries.hide()

    # -- doing

    def _carry_out(self, task: Task, ids: list[str], *, again: bool = False) -> None:
        self._asked = None
        register = self._context.door.register
        try:
            outcome = carry_out(register, task, ids, again=again)
        except UserError as error:
            self._refuse(str(error))
            return
        if outcome.is_written:
            self._done.append(outcome)
            self.fields.forget()
        if outcome.asks:
            self._asked = task, outcome.asks
        self.result.show_outcome(task, outcome, self._now())
        self._be_ready()
        self._follow()

    def _refuse(self, sentence: str) -> None:
        self.result.show_error(sentence)
        self.finder.keep()

    def _take_entry_back(self, entry: Entry) -> None:
        register = self._context.door.register
        handout = Handout(entry.id, entry.person_id, entry.item, entry.at, entry.quantity)
        is_done = self._try(
            lambda: take_back(register, [entry.id]) if entry.kind else take_handouts_back(register, [handout])
        )
        if is_done:
            self._done = [one for one in self._done if entry.id not in (*one.movement_ids, *one.handout_ids)]
            self._follow()

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except UserError as error:
            self.result.show_error(str(error))
            return False
        return True

    # -- parts

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self.modes, self.fields, self.finder):
            column.addWidget(part)
        column.insertWidget(2, self.ticks)
        self._build_ways()
        column.addWidget(self.result)
        column.addWidget(self.entries, 1)
        whole = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._row.setContentsMargins(24, 16, 16, 16)
        self._row.setSpacing(24)
        self._row.addWidget(left, 1)
        self._row.addWidget(self.counts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(whole))

    def _build_ways(self) -> None:
        """Put the buttons for those who have no card beside the field's name."""
        self.names = Button(lambda: _("Type names in Japanese (F9)"), kind="text", height="small")
        self.names.setCheckable(True)
        self.names.toggled.connect(self._let_names)
        self.finder.head.add(self.names)
        self.finder.head.add(Button(lambda: _("Tick from a list (F10)"), self.tick, kind="text", height="small"))

    def _connect(self) -> None:
        self.modes.changed.connect(self._choose)
        self.fields.entered.connect(self._leave_field)
        self.fields.household.toggled.connect(lambda _on: self.finder.field.setFocus())
        self.finder.chosen.connect(self.act)
        self.finder.refused.connect(self._refuse)
        self.finder.confirmed.connect(self.confirm)
        self.finder.typed.connect(self._forget_question)
        self.finder.ended.connect(self._be_ready)
        self.finder.field.undone.connect(self.take_back)
        self._timer.timeout.connect(self._tell)
        keys: dict[str, Callable[[], object]] = {
            "F8": self.fields.household.toggle,
            "F9": self.names.toggle,
            "F10": self.tick,
        }
        for mode in Mode:
            keys[key_of(mode)] = partial(self.modes.choose, mode)
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _choose(self) -> None:
        self._asked = None
        self.fields.set_mode(self.modes.mode())
        self.finder.relabel()
        self._be_ready()
        if self.modes.mode() is Mode.TRANSFER_OUT and not self.fields.destination.currentText():
            self.fields.destination.setFocus()

    def _be_ready(self) -> None:
        """Wait for the next card; nobody is ticked any more, and no input method stands before the scanner."""
        self.finder.clear()
        self.finder.field.set_names(False)
        self.names.setChecked(False)
        self.ticks.hide()
        self.entries.show()
        self.finder.field.setFocus()

    def _leave_field(self, line: QLineEdit) -> None:
        """Go on to the scanner's field; a card that was scanned into another is meant for it."""
        if is_card(straighten(line.text())):
            self.finder.field.setText(line.text())
            line.clear()
            self.finder.field.submitted.emit()
        else:
            self.finder.field.setFocus()

    def _label(self) -> str:
        # Translators: what is being done, such as "Come in", above the field for cards.
        return _("{what}: whose card?").format(what=say_mode(self.modes.mode()))

    def _let_names(self, on: bool) -> None:
        self.finder.field.set_names(on)
        self.finder.field.setFocus()

    def _forget_question(self) -> None:
        self._asked = None

    def _now(self) -> datetime:
        return self._context.clock().astimezone()

    # -- what is shown

    def refresh(self) -> None:
        """Bring the figures and the last entries up to date, in the background."""
        register, now = self._context.door.register, self._now()
        if self._work:
            self._work.cancel()
        self._work = run_in_background(
            self, lambda _progress: survey(register, now), on_done=self._show, on_error=self._tell_fault
        )

    def _show(self, figures: Survey) -> None:
        self._work = None
        self.counts.show_survey(figures)
        self.entries.show_entries(figures.entries, self._now())

    def _tell_fault(self, sentence: str) -> None:
        self._work = None
        if self._context.door.is_open:  # a register that was locked meanwhile has nothing to show
            self.result.show_error(sentence)

    def _offer(self) -> None:
        """Offer the shelters there are and the things that were given lately."""
        register, now = self._context.door.register, self._now()
        here = register.read_local("shelter")
        self.fields.show_shelters(one.name for one in list_shelters(register) if one.id != here)
        self.fields.show_items(list_items(register, now - _ITEMS_OF), now)

    def _follow(self) -> None:
        """Let everything else follow a moment after the last card: a row of cards is not held up by it."""
        self._untold = True
        self._timer.start()

    def _tell(self) -> None:
        self._timer.stop()
        if self._untold and self._context.door.is_open:
            self._untold = False
            self._context.changes.announce(Change.PEOPLE)

    def _hear(self, change: Change) -> None:
        if change is Change.PEOPLE:
            self.refresh()
        elif change is Change.REGISTER_CLOSING:
            self._timer.stop()

    # -- the page

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what has come to be known since it was shown last, and count: the hour may be another."""
        super().showEvent(event)
        self._offer()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the other tabs at once what was done here."""
        super().hideEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on to the field what a scanner types while a button or a list has the focus."""
        if event.text().strip() and event.text().isprintable():
            self.finder.field.setFocus()
            QApplication.sendEvent(self.finder.field, event)
            return
        super().keyPressEvent(event)

    def restyle(self) -> None:
        """Give the figures the room that larger letters need."""
        self.arrange(self._row.direction() is QBoxLayout.Direction.TopToBottom)

    def arrange(self, one_column: bool) -> None:
        """Put the figures below in a narrow window."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if one_column else directions.LeftToRight)
        width = round(_SIDE_WIDTH * current_theme().scale)
        self.counts.setMinimumWidth(0 if one_column else width)
        self.counts.setMaximumWidth(_UNLIMITED if one_column else width)

    def help_text(self) -> str:
        """Return how cards are scanned."""
        return _(
            "Choose at the top what is being done, with F2 to F7; it stays until you choose another.\n\n"
            "Scan card after card. Without a card, type its number, or part of the name and choose with the arrow "
            "keys; Enter takes the row. F9 lets you type names in Japanese, F10 lists people to tick.\n\n"
            "F8 does it for the whole household of whoever shows a card.\n\n"
            "A card scanned twice counts nobody twice. A meal that somebody has had today is given again only after "
            "Enter. Ctrl+Z takes back what was done last; the history keeps both.\n\n"
            "To enter what was written on paper, type the time under When; empty it to go on with now."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return a transfer out, a meal, and the list for ticking."""
        yield "transfer", lambda: self.modes.choose(Mode.TRANSFER_OUT)
        yield "meal", lambda: self.modes.choose(Mode.GIVE)
        yield "ticking", self.tick
