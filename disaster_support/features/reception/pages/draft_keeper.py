"""What is being typed, kept: a second after a keystroke it is in the encrypted register."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.storage.drafts import delete_draft, list_drafts, save_draft
from disaster_support.ui.hear import hear
from disaster_support.ui.tasks import run_in_background

_PAUSE_MS = 800  # with the write itself well under the two seconds that a crash may take


class DraftKeeper(QObject):
    """Keeps one form of one page; `touch` at each keystroke, `forget` when it was saved for good."""

    def __init__(self, owner: QObject, context: Context, kind: str, collect: Callable[[], dict[str, Any]]) -> None:
        super().__init__(owner)
        self._context, self._kind, self._collect = context, kind, collect
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._save)
        self._saving = False
        self._waiting = False
        self._forgotten = False  # while a write of it was under way
        hear(self, context.changes, self._hear)

    def load(self) -> dict[str, Any] | None:
        """Return the form as it stood when the program ended or locked, None where there is none."""
        drafts = list_drafts(self._context.door.register, self._kind)
        return drafts[-1].data if drafts else None

    def touch(self) -> None:
        """Write the form down soon: something was typed."""
        if not self._timer.isActive():  # steady typing must not put the writing off
            self._timer.start()

    def forget(self) -> None:
        """Throw the draft away: the form was saved for good, or given up."""
        self._timer.stop()
        self._waiting = False
        self._forgotten = self._saving
        delete_draft(self._context.door.register, self._kind)

    def save_now(self) -> None:
        """Write what has not been written yet, before the register closes."""
        if self._timer.isActive() or self._waiting or self._saving:
            self._timer.stop()
            self._waiting = False
            save_draft(self._context.door.register, self._kind, self._kind, self._collect())

    def _save(self) -> None:
        if self._saving:
            self._waiting = True
            return
        register, data = self._context.door.register, self._collect()
        self._saving = True
        run_in_background(
            self,
            lambda _progress: save_draft(register, self._kind, self._kind, data),
            on_done=lambda _none: self._saved(),
            on_error=lambda _sentence: self._saved(),
        )

    def _saved(self) -> None:
        self._saving = False
        if self._forgotten:
            self._forgotten = False
            if self._context.door.is_open:
                delete_draft(self._context.door.register, self._kind)
        if self._waiting:
            self._waiting = False
            self._save()

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER_CLOSING:
            try:
                self.save_now()
            except UserError:
                return  # a full disk must not keep the register from locking
