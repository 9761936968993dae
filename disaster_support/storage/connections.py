"""The connections of an open register: one for each thread, and a way to end them all without pulling a rug."""

import contextlib
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.storage.engine import Connection, connect

_PATIENCE_S = 10.0  # for a statement that was told to stop
_ASK_AGAIN_S = 0.02


class Connections:
    """Hands every thread its connection.

    The whole program ends when one is closed under a running statement, so `close` tells the others to stop, and waits
    until they have.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._of_thread: dict[int, Connection] = {}
        self._busy: Counter[int] = Counter()
        self._changed = threading.Condition()
        self._closed = False

    @contextlib.contextmanager
    def using(self) -> Iterator[Connection]:
        """Keep this thread's connection open while the block runs.

        Raises:
            UserError: the register was closed, or the file cannot be read.

        """
        me = threading.get_ident()
        with self._changed:
            if self._closed:
                raise UserError(_("The register is locked. Enter your passphrase to open it."))
            self._busy[me] += 1
        try:
            yield self._mine(me)
        finally:
            with self._changed:
                self._busy[me] -= 1
                self._changed.notify_all()

    def close(self) -> None:
        """Stop what other threads still read or write, and close everything; an unfinished write leaves nothing."""
        me = threading.get_ident()
        with self._changed:
            self._closed = True
            self._key = b""
            for connection in self._of_thread.values():
                connection.stopped = True
            left = _PATIENCE_S
            while left > 0 and (others := self._others(me)):
                for connection in others:
                    connection.interrupt()
                self._changed.wait(_ASK_AGAIN_S)
                left -= _ASK_AGAIN_S
            stuck = self._others(me)
            for connection in self._of_thread.values():
                if connection not in stuck:
                    connection.close()
            self._of_thread.clear()

    def _others(self, me: int) -> list[Connection]:
        return [one for thread, one in self._of_thread.items() if thread != me and self._busy[thread]]

    def _mine(self, me: int) -> Connection:
        connection = self._of_thread.get(me)
        if connection is None:
            connection = connect(self._path, self._key)
            with self._changed:
                self._forget_ended_threads()
                self._of_thread[me] = connection
                connection.stopped = self._closed
        return connection

    def _forget_ended_threads(self) -> None:
        # Not sys._current_frames: holding the window's frames keeps its painters alive beyond their paint event. A
        # thread that Python did not start is not listed: it gets a new connection, as long as it is between two uses.
        alive = {thread.ident for thread in threading.enumerate()}
        for thread in [one for one in self._of_thread if one not in alive and not self._busy[one]]:
            self._of_thread.pop(thread).close()
