"""The press: makes what is chosen in the background a moment after the last change, and hands it on when made."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.tasks import Progress, Task, run_in_background

_PAUSE_MS = 200

Make = Callable[[Progress], object]
Use = Callable[[Any], object]


class Press(QObject):
    """One thing at a time: what was being made before is no longer wanted.

    `choose` returns what makes the thing that is chosen now, or None where nothing is; it may raise a UserError.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(
        self, owner: QObject, choose: Callable[[], Make | None], progress: ProgressPanel | None = None
    ) -> None:
        super().__init__(owner)
        self._choose, self._progress = choose, progress
        self._task: Task | None = None
        self._then: Use | None = None
        self.ready: Any = None  # what is made of all that is chosen now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.start)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made, or is about to be."""
        return self._timer.isActive() or self._is_making

    @property
    def _is_making(self) -> bool:
        return self._task is not None and not self._task.cancelled

    def start_soon(self) -> None:
        """Make what is chosen once nothing has been changed for a moment."""
        self.stop()
        self._timer.start()

    def start(self) -> None:
        """Make what is chosen now."""
        self.stop()
        try:
            make = self._choose()
        except UserError as error:
            self._fail(str(error))
            return
        if make is None:
            return
        self._task = run_in_background(self, make, on_done=self._finish, on_error=self._fail)
        if self._progress:
            self._progress.follow(self._task, lambda: _("Making the pages"))

    def stop(self) -> None:
        """Make nothing; what was made is no longer what is chosen."""
        self._timer.stop()
        self.ready = None
        if self._task:
            self._task.cancel()
        self._end()

    def when_made(self, use: Use) -> None:
        """Do this with what is chosen now, as soon as it is made."""
        if self.ready is not None:
            use(self.ready)
            return
        if not self._is_making:
            self.start()
        if self._is_making:
            self._then = use

    def _finish(self, made: object) -> None:
        use = self._then
        self._end()
        self.ready = made
        self.made.emit(made)
        if use:
            use(made)

    def _fail(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        self._task, self._then = None, None
        if self._progress:
            self._progress.finish()
