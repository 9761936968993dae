"""Nobody at the keyboard: noticed while something is open that must not stay open alone."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

WARNING_S = 30
_TICK_MS = 1000
_ACTIVITY = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


class IdleWatch(QObject):
    """Counts from the last key or click in any window of the program; warns, then says that the time is up.

    It asks the clock of the wall each second, so that a lid that was shut counts as time without a key. It looks at
    events only between `start` and `stop`: whoever shows boards pays nothing for it.
    """

    def __init__(
        self,
        owner: QObject,
        minutes: Callable[[], int],
        on_warning: Callable[[], object],
        on_return: Callable[[], object],
        on_idle: Callable[[], object],
        read_seconds: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(owner)
        self._minutes, self._read_seconds = minutes, read_seconds
        self._on_warning, self._on_return, self._on_idle = on_warning, on_return, on_idle
        self._last, self._warned = 0.0, False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Count from now."""
        self._last = self._read_seconds()
        self._timer.start()
        _app().installEventFilter(self)

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()
        _app().removeEventFilter(self)
        self._take_back()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at a key or click."""
        if event.type() in _ACTIVITY:
            self._last = self._read_seconds()
            self._take_back()
        return False

    def look(self) -> None:
        """Warn or say that the time is up, where it is; called each second."""
        left = self._minutes() * 60 - (self._read_seconds() - self._last)
        if left <= 0:
            self._on_idle()
        elif left <= WARNING_S and not self._warned:
            self._warned = True
            self._on_warning()

    def _take_back(self) -> None:
        if self._warned:
            self._warned = False
            self._on_return()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
