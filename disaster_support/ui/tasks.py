"""Long work beside the window: started, watched, stopped, its result and its errors handed back to the page."""

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QObject, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from disaster_support.errors import UserError

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818
    """The person at the keyboard has stopped the work."""


class Progress:
    """What work in the background says about how far it is."""

    def __init__(self, task: "Task") -> None:
        self._task = task

    @property
    def cancelled(self) -> bool:
        """Whether the work has been asked to stop."""
        return self._task.cancelled

    def report(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` steps are done, and stop here if the work is to stop.

        Raises:
            Cancelled: the work has been asked to stop; let it pass.

        """
        if self._task.cancelled:
            raise Cancelled
        self._task._reported.emit(done, total, text)


class Task(QObject):
    """Work that runs; `cancel` asks it to stop and silences it."""

    advanced = Signal(int, int, str)  # told on the window's thread
    _reported = Signal(int, int, str)  # told on the work's thread
    _finished = Signal(object)
    _failed = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self._owner = owner
        self.cancelled = False
        self.running = True
        self._on_done: Callable[[Any], object] | None = None
        self._on_error: Callable[[str], object] | None = None
        self._on_progress: Callable[[int, int, str], object] | None = None
        self._reported.connect(self._advance)
        self._finished.connect(self._finish)
        self._failed.connect(self._fail)

    def cancel(self) -> None:
        """Ask the work to stop at its next report; nothing more is told of it."""
        self.cancelled = True

    def _run(self, work: Callable[[Progress], Any]) -> None:
        try:
            result = work(Progress(self))
        except Cancelled:
            self._failed.emit(None)
        except BaseException as error:
            self._failed.emit(error)
        else:
            self._finished.emit(result)

    @Slot(int, int, str)
    def _advance(self, done: int, total: int, text: str) -> None:
        if self.cancelled or not shiboken6.isValid(self._owner):
            return
        self.advanced.emit(done, total, text)
        if self._on_progress:
            self._on_progress(done, total, text)

    @Slot(object)
    def _finish(self, result: object) -> None:
        if self._end() and self._on_done:
            self._on_done(result)

    @Slot(object)
    def _fail(self, error: BaseException | None) -> None:
        heard = self._end()
        if error is None:
            return
        sentence = explain(error)
        if heard and self._on_error:
            self._on_error(sentence)

    def _end(self) -> bool:
        self.running = False
        _running.discard(self)
        return not self.cancelled and shiboken6.isValid(self._owner)


_running: set[Task] = set()


def run_in_background(
    owner: QObject,
    work: Callable[[Progress], T],
    *,
    on_done: Callable[[T], object] | None = None,
    on_error: Callable[[str], object] | None = None,
    on_progress: Callable[[int, int, str], object] | None = None,
) -> Task:
    """Run the work on another thread; the callbacks run on the window's, unless the owner is gone or it was cancelled.

    `on_error` is given one sentence to show: that of a UserError, or for a bug where the log is. Without it the
    window shows the sentence.
    """
    task = Task(owner)
    task._on_done = on_done
    task._on_error = on_error or (lambda sentence: show_error(owner, sentence))
    task._on_progress = on_progress
    _running.add(task)
    QThreadPool.globalInstance().start(lambda: task._run(work))
    return task


def is_busy() -> bool:
    """Whether work is running whose end has not been told yet."""
    return bool(_running)


def stop_all(milliseconds: int = 3000) -> bool:
    """Ask all work to stop and wait for it; for the end of the program and of a test."""
    for task in tuple(_running):
        task.cancel()
    return QThreadPool.globalInstance().waitForDone(QDeadlineTimer(milliseconds))


def explain(error: BaseException) -> str:
    """Return the sentence of a UserError; log anything else and say where the log is."""
    if isinstance(error, UserError):
        return str(error)
    from disaster_support.ui import faults

    return faults.log_fault(error)


def show_error(owner: QObject, sentence: str) -> None:
    """Show a sentence in the strip of the window that the owner is in."""
    window: Any = owner.window() if isinstance(owner, QWidget) else None
    if hasattr(window, "show_message"):
        window.show_message("error", lambda: sentence)
