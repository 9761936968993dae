"""What changed, told to whoever shows it."""

from collections.abc import Callable
from enum import StrEnum


class Change(StrEnum):
    """A thing that pages may have to show anew."""

    INTERFACE_LANGUAGE = "interface-language"
    APPEARANCE = "appearance"
    LANGUAGE_SETS = "language-sets"
    BOARD_LANGUAGES = "board-languages"
    REGISTER = "register"  # opened or locked
    REGISTER_CLOSING = "register-closing"  # still open for a last write: what is being typed
    LIBRARY = "library"  # texts were corrected
    PEOPLE = "people"  # somebody was added, changed, or has moved


class Changes:
    """Listeners and what they are told; a listener that raises is a bug and is not caught."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call the listener with every change from now on."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[Change], None]) -> None:
        """Call this listener no more."""
        self._listeners.remove(listener)

    def announce(self, change: Change) -> None:
        """Tell every listener."""
        for listener in tuple(self._listeners):
            listener(change)
