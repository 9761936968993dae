"""What is being done: one of six, chosen first with F2 to F7, and it stays."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from disaster_support.features.reception.counter import Mode
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.say import say

_WORDS: Mapping[Mode, Callable[[], str]] = {
    Mode.IN: lambda: pgettext("counter", "Come in"),
    Mode.OUT: lambda: pgettext("counter", "Leave"),
    Mode.LEAVE: lambda: pgettext("counter", "Away for the night"),
    Mode.TRANSFER_OUT: lambda: pgettext("counter", "Transfer out"),
    Mode.TRANSFER_IN: lambda: pgettext("counter", "Transfer in"),
    Mode.GIVE: lambda: pgettext("counter", "Meal or thing"),
}
_COLUMNS = 3
_FIRST_KEY = 2  # F1 is help


def say_mode(mode: Mode) -> str:
    """Return the words of what is done."""
    return _WORDS[mode]()


def key_of(mode: Mode) -> str:
    """Return the key that chooses this."""
    return f"F{tuple(Mode).index(mode) + _FIRST_KEY}"


def _words_and_key(mode: Mode, key: str) -> str:
    # Translators: the words of a button and its key.
    return _("{words} ({key})").format(words=say_mode(mode), key=key)


class ModeBar(QWidget):
    """Six buttons of which one is down."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._modes = tuple(Mode)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, mode in enumerate(self._modes):
            button = Button(partial(_words_and_key, mode, key_of(mode)))
            button.setCheckable(True)
            self._group.addButton(button, number)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        say(self, self.setAccessibleName, lambda: _("What is being done"))
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda *_args: self._paint())
        self._group.idClicked.connect(lambda _number: self.changed.emit())
        self._paint()

    def mode(self) -> Mode:
        """Return what is being done."""
        return self._modes[self._group.checkedId()]

    def choose(self, mode: Mode) -> None:
        """Do this from now on."""
        self._group.button(self._modes.index(mode)).click()

    def _paint(self) -> None:
        """Let the chosen one stand out from across the desk."""
        for button in self._group.buttons():
            kind = "filled" if button.isChecked() else "outline"
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                button.style().unpolish(button)
                button.style().polish(button)
