"""The record of a person: everything known, what can be done, its history, and the form to change it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.comings import Moved, take_back
from disaster_support.features.reception.comparing import list_merged
from disaster_support.features.reception.duplicates import unmerge
from disaster_support.features.reception.model import Audience, MovementKind, NeedKind, Person
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.people.actions import ActionBar
from disaster_support.features.reception.pages.people.acts import MovePanel, build_household_panel, build_merge_panel
from disaster_support.features.reception.pages.people.editor import Editor, Edits, has_draft
from disaster_support.features.reception.pages.people.facts import Facts
from disaster_support.features.reception.pages.people.head import build_head, build_merged
from disaster_support.features.reception.pages.people.history_view import HistoryView
from disaster_support.features.reception.pages.people.inline import InlinePanel
from disaster_support.features.reception.service import (
    mark_need_met,
    open_household,
    open_record,
    remove_people,
    set_consent,
)
from disaster_support.features.reception.words import say_movement
from disaster_support.i18n import gettext as _
from disaster_support.storage.people import get_person
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import scrolling
from disaster_support.ui.tabs import TabButton, TabSpec


class RecordPanel(QWidget):
    """Shows one record at a time. Opening one is written down as read."""

    opened = Signal(str)  # somebody else's record is wanted
    closed = Signal()
    removed = Signal(str)
    compared = Signal(str, str)  # two records that may be of one person

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self.person: Person | None = None
        self.editor: Editor | None = None
        self.inline: InlinePanel | None = None
        self.notice = Notice()
        self._shows_history = False
        self._build()

    # -- what is shown

    def show_person(self, person_id: str) -> None:
        """Open the record of a person, or of the one they were merged into; what was being typed elsewhere is kept."""
        self._end_editing()
        self.close_inline()
        self.notice.clear()
        register = self._context.door.register
        person = open_record(register, person_id)
        if person.merged_into:
            person = open_record(register, person.merged_into)
        self._show_tab(history=False)
        self._show(person)
        self._area.verticalScrollBar().setValue(0)
        if has_draft(register, person.id):
            self.notice.say(
                "warning",
                lambda: _("Changes of this record were typed and not saved."),
                (lambda: _("Go on with them"), self.edit),
            )

    def refresh(self) -> None:
        """Show the record as the register has it now; a form that is open stays as it was typed."""
        if self.person is not None:
            self._show(get_person(self._context.door.register, self.person.id))

    def enter(self) -> None:
        """Take the focus."""
        (self.editor or self._actions.first or self._tabs[0]).setFocus()

    def leave(self) -> None:
        """Forget the record: what was being typed is kept, and nothing of anybody stays."""
        self._end_editing()
        self.close_inline()
        self.notice.clear()
        self.person = None

    def show_history(self) -> None:
        """Show the history of the record."""
        self._choose_tab(1)

    def _show(self, person: Person) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self._view.isAncestorOf(focused) else ""
        register = self._context.door.register
        self.person = person
        household = open_household(register, person.household_id)
        staff = register.staff
        self._put(self._head, build_head(person, household, self._context, self.opened.emit))
        self._actions.show_for(person, household, may_register=staff.may(Right.REGISTER))
        self._show_merged(person)
        self._put(
            self._body, HistoryView(self._context, person.id, self._announce) if self._shows_history else self._facts()
        )
        for again in self._view.findChildren(QWidget, name) if name else ():
            if again.isVisibleTo(self._view):  # the former ones are hidden until they are gone
                again.setFocus()

    def _show_merged(self, person: Person) -> None:
        register = self._context.door.register
        merged = build_merged(
            list_merged(register, person.id), self._part if register.staff.may(Right.MANAGE) else None
        )
        self._put(self._merged, merged)

    def _part(self, other_id: str) -> None:
        self._do(lambda: unmerge(self._context.door.register, other_id))

    def _facts(self) -> Facts:
        assert self.person is not None
        staff = self._context.door.register.staff
        facts = Facts(
            self.person,
            self._context,
            may_support=staff.may(Right.SUPPORT),
            may_register=staff.may(Right.REGISTER),
        )
        facts.need_met.connect(self._meet)
        facts.consent_given.connect(self._consent)
        return facts

    def _show_tab(self, *, history: bool) -> None:
        self._shows_history = history
        self._tabs[int(history)].setChecked(True)

    # -- what is done

    def edit(self, edits: Edits | None = None) -> None:
        """Open the form, with what was typed and not saved."""
        if self.person is None or self.editor is not None:
            return
        self.close_inline()
        self.notice.clear()
        self.editor = Editor(self._context, get_person(self._context.door.register, self.person.id), edits)
        self.editor.saved.connect(self._saved)
        self.editor.closed.connect(self._given_up)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        focused = QApplication.focusWidget()
        if focused is None or not self.editor.isAncestorOf(focused):
            self.editor.form.name.setFocus()

    def _saved(self) -> None:
        self._end_editing()
        self._announce()
        self.enter()

    def _given_up(self, edits: Edits) -> None:
        self._end_editing()
        self.refresh()
        if edits:
            self.notice.say(
                "information",
                lambda: _("The record was not changed."),
                (lambda: _("Bring back what was typed"), lambda: self.edit(edits)),
            )
        self.enter()

    def _end_editing(self) -> None:
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.keep()
            self._stack.setCurrentWidget(self._area)
            self._stack.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    def begin_move(self, kind: MovementKind) -> None:
        """Ask in place what a movement needs to know."""
        assert self.person is not None
        register = self._context.door.register
        panel = MovePanel(register, self.person, open_household(register, self.person.household_id), kind)
        panel.done.connect(lambda moved: self._moved(kind, moved))
        self._open_inline(panel)

    def _moved(self, kind: MovementKind, moved: Moved) -> None:
        self.close_inline()
        self._announce()
        count = len(moved.moved)
        self.notice.say(
            "success",
            lambda: _("{movement}: {count}").format(movement=say_movement(kind), count=count),
            (lambda: _("Take back"), lambda: self._take_back(moved)) if count else None,
        )
        self.enter()

    def _take_back(self, moved: Moved) -> None:
        take_back(self._context.door.register, moved.movement_ids)
        self.notice.say("information", lambda: _("It was taken back. The history keeps both."))
        self._announce()

    def begin_merge(self) -> None:
        """Ask in place for another record of this person."""
        assert self.person is not None
        person_id = self.person.id
        panel = build_merge_panel(self._context.door.register)
        panel.done.connect(lambda other: self._compare(person_id, other))
        self._open_inline(panel)

    def _compare(self, person_id: str, other_id: str) -> None:
        self.close_inline()
        if person_id == other_id:
            self.notice.say("information", lambda: _("This is the card of this record."))
        else:
            self.compared.emit(person_id, other_id)

    def begin_household(self) -> None:
        """Ask in place for another household."""
        assert self.person is not None
        panel = build_household_panel(self._context.door.register, self.person)
        panel.done.connect(lambda _household: self._household_changed())
        self._open_inline(panel)

    def _household_changed(self) -> None:
        self.close_inline()
        self._announce()
        self.enter()

    def remove(self) -> None:
        """Take the record out of every list; the page offers the way back."""
        assert self.person is not None
        person_id = self.person.id
        self._do(lambda: remove_people(self._context.door.register, [person_id]))
        self.removed.emit(person_id)

    def print_card(self) -> None:
        """Open the paper tab with the card of this person."""
        assert self.person is not None
        page: object = self._desk.open_tab("paper")
        page.show_cards([self.person.id])  # type: ignore[attr-defined]

    def _meet(self, kind: NeedKind, met: bool) -> None:
        person = self.person
        assert person is not None
        self._do(lambda: mark_need_met(self._context.door.register, person, kind, met=met))

    def _consent(self, audience: Audience, given: bool) -> None:
        person = self.person
        assert person is not None
        self._do(lambda: set_consent(self._context.door.register, person, audience, given))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            sentence = str(error)
            self.notice.say("error", lambda: sentence)
            return
        self._announce()

    def _announce(self) -> None:
        self._context.changes.announce(Change.PEOPLE)

    # -- parts

    def _build(self) -> None:
        self._view = QWidget()
        column = QVBoxLayout(self._view)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        self._head = QVBoxLayout()
        top.addLayout(self._head, 1)
        self._close = IconButton(lambda: _("Close the record (Esc)"), "close", self.closed.emit)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.notice)
        self._actions = ActionBar(self, self._desk)
        column.addWidget(self._actions)
        self._inline = QVBoxLayout()
        column.addLayout(self._inline)
        self._merged = QVBoxLayout()
        column.addLayout(self._merged)
        column.addLayout(self._build_tabs())
        self._body = QVBoxLayout()
        column.addLayout(self._body, 1)
        self._area: QScrollArea = scrolling(self._view)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _build_tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        group = QButtonGroup(self)
        specs = (
            TabSpec("record", lambda: _("Record"), QWidget),
            TabSpec("history", lambda: _("History"), QWidget),
        )
        self._tabs = [TabButton(spec) for spec in specs]
        for place, button in enumerate(self._tabs):
            group.addButton(button)
            button.clicked.connect(partial(self._choose_tab, place))
            button.stepped.connect(lambda _step, place=place: self._step_from(place))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose_tab(self, place: int, _checked: bool = True) -> None:
        self._show_tab(history=bool(place))
        self.refresh()

    def _step_from(self, place: int) -> None:
        other = 1 - place
        self._choose_tab(other)
        self._tabs[other].setFocus()

    def _open_inline(self, panel: InlinePanel) -> None:
        self.close_inline()
        self.notice.clear()
        panel.closed.connect(self._cancel_inline)
        self.inline = panel
        self._inline.addWidget(panel)
        panel.show()
        panel.enter()

    def _cancel_inline(self) -> None:
        self.close_inline()
        self.enter()

    def close_inline(self) -> None:
        """Take the panel of an act away."""
        if self.inline is not None:
            self.inline.hide()
            self.inline.deleteLater()
            self.inline = None

    def _put(self, place: QVBoxLayout, widget: QWidget) -> None:
        while item := place.takeAt(0):
            if former := item.widget():
                former.hide()
                former.deleteLater()
        place.addWidget(widget)
        widget.show()  # now: what is not yet on the screen cannot take the focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the record at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
