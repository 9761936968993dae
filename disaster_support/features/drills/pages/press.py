"""The press: makes the chosen paper in the background a moment after the last change, and hands it on when made."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.tasks import Task, run_in_background

_PAUSE_MS = 250

Make = Callable[[], bytes]


class Press(QObject):
    """One paper at a time: what was being made before is no longer wanted."""

    made = Signal(bytes)
    failed = Signal(str)

    def __init__(self, owner: QObject, choose: Callable[[], Make], progress: ProgressPanel) -> None:
        super().__init__(owner)
        self._choose, self._progress = choose, progress
        self._task: Task | None = None
        self._pdf = b""
        self._then: Callable[[bytes], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._make)

    def start_soon(self) -> None:
        """Make what is chosen once nothing has been changed for a moment."""
        self.stop()
        self._timer.start()

    def stop(self) -> None:
        """Make nothing; what was made is no longer what is chosen."""
        self._timer.stop()
        self._pdf, self._then = b"", None
        if self._task:
            self._task.cancel()
            self._task = None
            self._progress.finish()

    def when_made(self, use: Callable[[bytes], object]) -> None:
        """Do this with what is chosen, as soon as it is made."""
        if self._pdf:
            use(self._pdf)
            return
        if self._task is None or self._task.cancelled:
            self._timer.stop()
            self._make()
        self._then = use

    def _make(self) -> None:
        make = self._choose()
        self._task = run_in_background(self, lambda _progress: make(), on_done=self._finish, on_error=self._fail)
        self._progress.follow(self._task, lambda: _("Making the pages"))

    def _finish(self, pdf: bytes) -> None:
        self._task, self._pdf = None, pdf
        self._progress.finish()
        self.made.emit(pdf)
        use, self._then = self._then, None
        if use:
            use(pdf)

    def _fail(self, sentence: str) -> None:
        self._task, self._then = None, None
        self._progress.finish()
        self.failed.emit(sentence)
