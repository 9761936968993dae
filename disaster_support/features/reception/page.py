"""Reception, a place on the rail: the gate while the register is locked, its tabs while it is open."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.reception.pages.gate import Gate
from disaster_support.ui.hear import hear
from disaster_support.ui.page import Page, focus_first

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


class ReceptionPage(Page):
    """Shows one of these in place: the gate, the recovery key when it is new or was not put on paper, the register."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._new_key = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.shown = self._build()
        self._put(self.shown)
        hear(self, context.changes, self._hear)

    def focus_target(self) -> QWidget:
        """Return what is shown."""
        return self.shown

    def help_text(self) -> str:
        """Return the help of what is shown."""
        return self.shown.help_text()

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the states of what is shown."""
        return self.shown.screen_states()

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER:
            if not self._context.door.is_open:
                self._new_key = ""
            self._renew()

    def _enter(self, register: "Register", new_key: str = "") -> None:
        if new_key:
            self._hold_key(register, new_key)
        self._context.door.admit(register)

    def _hold_key(self, register: "Register", new_key: str) -> None:
        """Show a key until it is on paper; should the register lock before, the next opening asks for it."""
        from disaster_support.storage.staff import note_recovery_key

        note_recovery_key(register, on_paper=False)
        self._new_key = new_key

    def _confirm_key(self) -> None:
        from disaster_support.storage.staff import note_recovery_key

        note_recovery_key(self._context.door.register, on_paper=True)
        self._new_key = ""
        self._renew()

    def _show_new_key(self, new_key: str) -> None:
        self._hold_key(self._context.door.register, new_key)
        self._renew()

    def _renew(self) -> None:
        """Show what belongs here now; what was shown goes, and with it every word of anybody's record."""
        former, self.shown = self.shown, self._build()
        self._put(self.shown)
        self.shown.show()  # at once, so that it can take the focus
        if self.isVisible():
            focus_first(self.shown)
        self._column.removeWidget(former)
        former.hide()
        former.deleteLater()
        self.help_changed.emit()

    def _put(self, shown: Page) -> None:
        shown.help_changed.connect(self.help_changed)
        self._column.addWidget(shown)

    def _build(self) -> Page:
        if not self._context.door.is_open:
            return Gate(self._context, self._enter)
        if self._new_key:
            from disaster_support.features.reception.pages.recovery_key import RecoveryKeyPage

            return RecoveryKeyPage(self._context, self._new_key, self._confirm_key)
        if self._owes_key():
            from disaster_support.features.reception.pages.unconfirmed_key import UnconfirmedKeyPage

            return UnconfirmedKeyPage(self._context, self._confirm_key, self._show_new_key)
        from disaster_support.features.reception.pages.opened import OpenRegister

        return OpenRegister(self._context)

    def _owes_key(self) -> bool:
        """Whether a key is perhaps not on paper, and whoever works now may make another."""
        from disaster_support.storage.roles import Right
        from disaster_support.storage.staff import is_recovery_key_unconfirmed

        register = self._context.door.register
        return register.staff.may(Right.MANAGE) and is_recovery_key_unconfirmed(register)
