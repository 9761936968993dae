"""A record in the form, changed in place: what is typed is kept, and only what was typed is written."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.intake import FieldError, read_details
from disaster_support.features.reception.model import Person
from disaster_support.features.reception.pages.draft_keeper import DraftKeeper
from disaster_support.features.reception.pages.form.person_form import PersonForm
from disaster_support.features.reception.pages.people.collisions import CollisionPanel
from disaster_support.features.reception.records import Collision, CollisionError, change_columns, write_record
from disaster_support.features.reception.words import say_field
from disaster_support.i18n import gettext as _
from disaster_support.storage.drafts import list_drafts
from disaster_support.storage.register import Register
from disaster_support.ui.buttons import Button
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import scrolling

Edits = Mapping[str, tuple[str, str]]
"""By column: what stood in the register when it was edited, as `write_record` has it, and what was typed."""


def draft_kind(person_id: str) -> str:
    """Return the kind under which the unsaved changes of a record are kept."""
    return f"record-{person_id}"


def has_draft(register: Register, person_id: str) -> bool:
    """Whether changes of this record were typed and not saved."""
    return bool(list_drafts(register, draft_kind(person_id)))


class Editor(QWidget):
    """One person in the form. Enter saves; what was typed and not saved is kept until somebody gives it up."""

    saved = Signal()
    closed = Signal(object)  # the edits that were given up

    def __init__(self, context: Context, person: Person, edits: Edits | None = None) -> None:
        super().__init__()
        self._context, self._person = context, person
        self._base = write_record(person.details)  # what the register said when a column was edited
        self._first: dict[str, str] = {}  # how the form itself writes that
        self._collisions: CollisionPanel | None = None
        self.form = PersonForm(tuple(context.catalogue.languages))
        self.notice = Notice()
        self._keeper = DraftKeeper(self, context, draft_kind(person.id), self._collect)
        self._build()
        self._show(person, {})
        self.form.edited.connect(self._keeper.touch)
        self.form.submitted.connect(self.save)
        self.setFocusProxy(self.form.name)
        kept = edits if edits is not None else self._read_draft()
        if kept:
            self._take_up(kept)

    def edits(self) -> dict[str, tuple[str, str]]:
        """Return what was changed in the form."""
        fields = self.form.fields()
        return {
            column: (self._base[column], fields[column])
            for column in self._base
            if fields[column] != self._first[column]
        }

    def save(self) -> None:
        """Write what was changed; a field that somebody else has changed too is shown side by side."""
        edits = self.edits()
        if not edits:
            self._finish()
            return
        fields = self.form.fields()
        try:
            edited = read_details(
                fields, self._context.clock().astimezone(), labels={column: say_field(column) for column in fields}
            ).details
            change_columns(self._context.door.register, self._person.id, self._base, edited, tuple(edits))
        except FieldError as error:
            if not self.form.show_error(error.column, error.sentence):
                self._warn(str(error))
        except CollisionError as error:
            self._ask(error.now, error.collisions)
        except UserError as error:
            self._warn(str(error))
        else:
            self._finish()

    def give_up(self) -> None:
        """Close the form without saving."""
        edits = self.edits()
        self._keeper.forget()
        self.closed.emit(edits)

    def keep(self) -> None:
        """Write down what was typed before the form goes away."""
        self._keeper.save_now()

    # -- parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = QLabel(_("Change the record of {number}").format(number=self._person.number))
        title.setProperty("type", "title")
        column.addWidget(title)
        column.addWidget(self.notice)
        self._asking = QVBoxLayout()
        column.addLayout(self._asking)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 16, 8)
        inside.addWidget(self.form)
        column.addWidget(scrolling(holder), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(Button(lambda: _("Save (Enter)"), self.save, kind="filled", icon_name="check"))
        buttons.addWidget(Button(lambda: _("Close without saving (Esc)"), self.give_up, kind="text"))
        buttons.addStretch(1)
        column.addLayout(buttons)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        QShortcut(QKeySequence("Escape"), self, self.give_up)

    def _show(self, now: Person, typed: Mapping[str, str]) -> None:
        """Show the record as it is now, with what was typed over it."""
        self._person, self._base = now, write_record(now.details)
        self.form.set_fields(self._base)
        self._first = self.form.fields()
        if typed:
            self.form.set_fields({**self._first, **typed})

    def _ask(self, now: Person, collisions: tuple[Collision, ...]) -> None:
        """Show two edits of one field side by side; the others stay as they were typed."""
        typed = {column: text for column, (_base, text) in self.edits().items()}
        self._drop_question()
        panel = CollisionPanel(collisions)
        panel.chosen.connect(lambda mine: self._settle(now, typed, collisions, mine))
        self._collisions = panel
        self._asking.addWidget(panel)
        panel.show()  # now: what is not yet on the screen cannot take the focus
        panel.enter()

    def _settle(
        self, now: Person, typed: Mapping[str, str], collisions: tuple[Collision, ...], mine: frozenset[str]
    ) -> None:
        given_up = {one.column for one in collisions} - mine
        later = {column: text for column, (_base, text) in self.edits().items()}
        self._drop_question()
        kept = {column: text for column, text in {**typed, **later}.items() if column not in given_up}
        self._show(now, kept)
        self.save()

    def _drop_question(self) -> None:
        if self._collisions is not None:
            self._collisions.hide()
            self._collisions.deleteLater()
            self._collisions = None

    def _finish(self) -> None:
        self._keeper.forget()
        self.saved.emit()

    def _warn(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)

    # -- what was typed and not saved

    def _collect(self) -> dict[str, Any]:
        return {column: list(edit) for column, edit in self.edits().items()}

    def _read_draft(self) -> Edits:
        return {column: (str(base), str(text)) for column, (base, text) in (self._keeper.load() or {}).items()}

    def _take_up(self, kept: Edits) -> None:
        typed = {column: text for column, (_base, text) in kept.items() if column in self._base}
        collisions = tuple(
            Collision(column, self._base[column], text)
            for column, (base, text) in kept.items()
            if self._base.get(column, base) not in (base, text)
        )
        self._show(self._person, typed)
        self._keeper.touch()
        self.notice.say("information", lambda: _("These changes were not saved yet."))
        if collisions:
            self._ask(self._person, collisions)
