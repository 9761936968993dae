"""Listening to changes for as long as a widget lives."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject

from disaster_support.changes import Change, Changes


def hear(owner: QObject, changes: Changes, listener: Callable[[Change], object]) -> None:
    """Call the listener with every change until the owner is gone: what shows people must not outlive a lock."""

    def tell(change: Change) -> None:
        if shiboken6.isValid(owner):
            listener(change)

    changes.listen(tell)
    owner.destroyed.connect(lambda: changes.forget(tell))
