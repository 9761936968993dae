"""What is kept in the register, while it is locked: said in place, with the way to open it."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.ui.gate import closed_place
from disaster_support.ui.hear import hear
from disaster_support.ui.page import Page, focus_first
from disaster_support.ui.parts import column_in
from disaster_support.ui.say import Words


class WhileOpen(Page):
    """Shows a page while the register is open; when it locks, the page goes with every word of it."""

    def __init__(self, context: Context, closed_words: Words, build: Callable[[], Page]) -> None:
        super().__init__()
        self._context, self._words, self._build = context, closed_words, build
        self._column = column_in(self)
        self._register: object = None
        self.shown: QWidget = self._make()
        self._column.addWidget(self.shown)
        hear(self, context.changes, self._hear)

    def focus_target(self) -> QWidget:
        """Return what is shown."""
        return self.shown if isinstance(self.shown, Page) else self

    def help_text(self) -> str:
        """Return the help of what is shown."""
        return self.shown.help_text() if isinstance(self.shown, Page) else self._words()

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the states of what is shown."""
        return self.shown.screen_states() if isinstance(self.shown, Page) else ()

    def _hear(self, change: Change) -> None:
        door = self._context.door
        # Drill mode comes and goes while the real register stays open.
        if change is Change.REGISTER and self._register is not (door.home if door.is_open else None):
            former, self.shown = self.shown, self._make()
            self._column.addWidget(self.shown)
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
            if self.isVisible():
                self.shown.show()
                focus_first(self)
            self.help_changed.emit()

    def _make(self) -> QWidget:
        door = self._context.door
        self._register = door.home if door.is_open else None
        if not door.is_open:
            return closed_place(self, self._words)
        page = self._build()
        page.help_changed.connect(self.help_changed)
        return page
