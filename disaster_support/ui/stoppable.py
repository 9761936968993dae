"""Work that can be stopped, and says truly how it ended: pressed too late, Stop must not hide that all was written."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.say import Words
from disaster_support.ui.tasks import Progress, Task, run_in_background

T = TypeVar("T")

_LOOK_AGAIN_MS = 50


class Stoppable(QWidget, Generic[T]):
    """A progress panel with its work; one piece at a time.

    `on_done` is given the result, also when Stop came too late; `on_stopped` is called when nothing was written.
    """

    def __init__(
        self, on_done: Callable[[T], object], on_stopped: Callable[[], object], on_error: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._on_done, self._on_stopped, self._on_error = on_done, on_stopped, on_error
        self._task: Task | None = None
        self._results: list[T] = []
        self.panel = ProgressPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._watch = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._watch.timeout.connect(self._look)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether work is under way, or its end not told yet."""
        return self._watch.isActive()

    def run(self, work: Callable[[Progress], T], words: Words) -> None:
        """Begin the work in the background, unless some is under way."""
        if self.is_running:
            return
        self._results = []
        results = self._results
        self._task = run_in_background(self, lambda progress: results.append(work(progress)), on_error=self._fail)
        self.panel.follow(self._task, words)
        self.show()
        self._watch.start()

    def _look(self) -> None:
        if self._task is None or self._task.running:
            return
        self._end()
        if self._results:
            self._on_done(self._results[0])
        else:
            self._on_stopped()

    def _fail(self, sentence: str) -> None:
        self._end()
        self._on_error(sentence)

    def _end(self) -> None:
        self._watch.stop()
        self.panel.finish()
        self.hide()
