"""One of a few: a box that opens, and buttons side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox

from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.say import Words, say

Choice = tuple[str, Words]
"""A key and what it is called."""

_SHORTEST = 8  # letters
_TOGETHER = 4  # px between buttons that are one choice


class QuietBox(QComboBox):
    """A box that the wheel leaves alone, no wider than it has to be: it scrolls the page, and changes no answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceBox(QuietBox):
    """Chooses one of several keys by its words."""

    def __init__(self, name: Words, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self.setMinimumContentsLength(_SHORTEST)
        say(self, self.setAccessibleName, name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what is chosen stays, where it is still among them."""
        before = self.key()
        self._choices = choices
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words(), key)
        self.setCurrentIndex(max(0, self.findData(before)))
        self.blockSignals(False)

    def key(self) -> str:
        """Return what is chosen."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose this, or the first where it is not offered, without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Say the choices in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_choices(self._choices)


class Switch(Flowing):
    """Buttons side by side of which one is down; the arrow keys move between them."""

    changed = Signal()

    def __init__(self, name: Words, choices: Sequence[Choice]) -> None:
        super().__init__(_TOGETHER)
        say(self, self.setAccessibleName, name)
        self._keys = [key for key, _words in choices]
        self._group = QButtonGroup(self)
        for number, (_key, words) in enumerate(choices):
            button = Button(words, height="small")
            button.setCheckable(True)
            self._group.addButton(button, number)
            self.add(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda _number, is_on: self.changed.emit() if is_on else None)

    def key(self) -> str:
        """Return what is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose this."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """Return a button."""
        return self._group.button(self._keys.index(key))
