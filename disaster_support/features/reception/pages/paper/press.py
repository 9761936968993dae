"""The press: builds what is chosen in the background a moment after the last change, and hands it on when made."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.printing import Job, Made
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.tasks import Task, run_in_background

_PAUSE_MS = 250

Use = Callable[[Job, Made], object]


class Press(QObject):
    """One job at a time: what was being made before is no longer wanted."""

    made = Signal(object)  # Made
    failed = Signal(str)

    def __init__(self, owner: QObject, context: Context, choose: Callable[[], Job], progress: ProgressPanel) -> None:
        super().__init__(owner)
        self._context, self._choose, self._progress = context, choose, progress
        self._task: Task | None = None
        self._ready: tuple[Job, Made] | None = None
        self._then: Use | None = None
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
        self._ready, self._then = None, None
        if self._task:
            self._task.cancel()
            self._task = None
            self._progress.finish()

    def when_made(self, use: Use) -> None:
        """Do this with what is chosen now, as soon as it is made."""
        if self._ready:
            use(*self._ready)
            return
        if not (self._task and self._task.running and not self._task.cancelled):
            self._timer.stop()
            self._make()
        self._then = use

    def _make(self) -> None:
        try:
            job = self._choose()
        except UserError as error:
            self._fail(str(error))
            return
        self._task = run_in_background(
            self,
            lambda progress: job.build(self._context, progress.report),
            on_done=lambda made: self._finish(job, made),
            on_error=self._fail,
        )
        self._progress.follow(self._task, lambda: _("Making the pages"))

    def _finish(self, job: Job, made: Made) -> None:
        self._task = None
        self._progress.finish()
        self._ready = job, made
        self.made.emit(made)
        use, self._then = self._then, None
        if use:
            use(job, made)

    def _fail(self, sentence: str) -> None:
        self._task, self._then = None, None
        self._progress.finish()
        if self._context.door.is_open:  # a register that was locked meanwhile prints nothing
            self.failed.emit(sentence)
