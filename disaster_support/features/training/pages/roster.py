"""The roster of candidates for teaching, each with the office that proposed them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.training.model import Instructor
from disaster_support.features.training.service import list_instructors, remove_instructor, save_instructor
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.hear import hear
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import attempt, column_in
from disaster_support.ui.rows import Rows
from disaster_support.ui.say import Words
from disaster_support.ui.theme import current_theme

_LIST_WIDTH, _FORM_WIDTH = 300, 620  # px at text size 1.0
_LIST_HEIGHT = 200
_PAUSE_MS = 1500
_UNLIMITED = 16777215


class RosterPage(Page):
    """The list at the left; what is typed at the right is kept as soon as there is a name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown = Instructor("", "")
        self.notice, self.list = Notice(), Rows(lambda: _("Instructors"))
        self.fields = _fields()
        self.none = EmptyState(
            "account-group",
            lambda: _("Nobody is on the roster yet. Add the candidates that the offices have proposed."),
        )
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.save)
        self._build()
        self.list.picked.connect(self.show_instructor)
        self.list.entered.connect(lambda _key: self.line("name").setFocus())
        hear(self, context.changes, self._hear)
        self.refresh()
        self.list.pick_again()

    def help_text(self) -> str:
        """Return what the roster is."""
        return _(
            "Candidates for teaching: who they are, the office that proposed them, what they can teach and in which "
            "languages. Everything is kept as you type.\n\n"
            "They are chosen as instructors in the units of a course."
        )

    def line(self, name: str) -> QLineEdit:
        """Return the line of a field."""
        control = self.fields[name].control
        assert isinstance(control, QLineEdit)
        return control

    def refresh(self) -> None:
        """List everybody."""
        found = list_instructors(self._context.door.home)
        self.list.show_rows([(one.id, _describe(one)) for one in found])
        self._stack.setCurrentIndex(0 if found else 1)

    def show_instructor(self, instructor_id: str) -> None:
        """Show somebody of the roster."""
        self.save()
        self._show(next(one for one in list_instructors(self._context.door.home) if one.id == instructor_id))

    def add(self) -> None:
        """Begin with somebody new."""
        self.save()
        self.list.mark("")
        self._show(Instructor("", ""))
        self.line("name").setFocus()

    def save(self) -> None:
        """Keep what was typed."""
        self._timer.stop()
        texts: dict[str, Any] = {name: self.line(name).text().strip() for name in self.fields}
        typed = replace(self._shown, **texts)
        if typed == self._shown:
            return
        self.fields["name"].show_error("" if typed.name else _("Give the instructor's name."))
        if typed.name and attempt(self.notice, lambda: self._keep(typed)):
            self.refresh()
            self.list.mark(self._shown.id)

    def remove(self) -> None:
        """Take somebody off the roster; they can be brought back."""
        one, home = self._shown, self._context.door.home
        if not one.id or not attempt(self.notice, lambda: remove_instructor(home, one)):
            return
        self._show(Instructor("", ""))
        self.refresh()
        self.list.pick_again()
        self.notice.say(
            "success",
            lambda: _("“{name}” was taken off the roster.").format(name=one.name),
            (lambda: _("Bring back"), lambda: self._bring_back(one)),
        )

    def _bring_back(self, one: Instructor) -> None:
        if attempt(self.notice, lambda: self._keep(one)):
            self.notice.clear()
            self.refresh()
            self.list.mark(one.id)
            self._show(one)

    def _keep(self, one: Instructor) -> None:
        self._shown = save_instructor(self._context.door.home, one)

    def _show(self, one: Instructor) -> None:
        self._shown = one
        for name in self.fields:
            self.line(name).setText(getattr(one, name))
        self.fields["name"].show_error("")
        self.removal.setVisible(bool(one.id) and self._may_plan())

    def _may_plan(self) -> bool:
        return self._context.door.home.staff.may(Right.MANAGE)

    def _build(self) -> None:
        self._left = QWidget()
        left = column_in(self._left)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.none)
        left.addWidget(self._stack, 1)
        self.adding = Button(lambda: _("Add an instructor"), self.add, kind="filled", icon_name="plus")
        self.removal = Button(
            lambda: pgettext("roster", "Take off the roster"), self.remove, height="small", icon_name="delete"
        )
        form = QWidget()
        column = column_in(form, 12)
        column.setContentsMargins(8, 0, 16, 16)
        form.setMaximumWidth(current_theme().px(_FORM_WIDTH))
        for name, field in self.fields.items():
            column.addWidget(field)
            self.line(name).setReadOnly(not self._may_plan())
            self.line(name).textEdited.connect(lambda _text: self._timer.start())
        column.addWidget(self.removal)
        column.addStretch(1)
        if self._may_plan():
            left.addWidget(self.adding)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._left)
        self._row.addWidget(scrolling(form), 1)
        outer = column_in(self)
        outer.setContentsMargins(16, 12, 8, 8)
        outer.addWidget(self.notice)
        outer.addLayout(self._row, 1)

    def arrange(self, one_column: bool) -> None:
        """Put the form below the list in a narrow window."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if one_column else direction.LeftToRight)
        width = round(_LIST_WIDTH * (1 + current_theme().scale) / 2)
        self._left.setMinimumWidth(0 if one_column else width)
        self._left.setMaximumWidth(_UNLIMITED if one_column else width)
        self._left.setMaximumHeight(_LIST_HEIGHT if one_column else _UNLIMITED)

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER_CLOSING:
            self.save()


def _fields() -> dict[str, LabelledField]:
    labels: tuple[tuple[str, Words, Callable[[], str] | None], ...] = (
        ("name", lambda: pgettext("instructor", "Name"), None),
        ("organisation", lambda: _("Organisation"), None),
        ("proposed_by", lambda: _("Proposed by"), lambda: _("The office, such as the intercultural affairs division.")),
        ("topics", lambda: _("What they can teach"), None),
        ("languages", lambda: _("Languages"), None),
        ("contact", lambda: _("How to reach them"), None),
    )
    return {name: LabelledField(words, QLineEdit(), help_text=about) for name, words, about in labels}


def _describe(one: Instructor) -> str:
    # Translators: below the name of an instructor; {office} proposed them.
    office = _("proposed by {office}").format(office=one.proposed_by) if one.proposed_by else ""
    where = " · ".join(part for part in (one.organisation, office) if part)
    return f"{one.name}\n{where}" if where else one.name
