"""A row with a question or objective and one button for each answer, each with its key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.parts import label
from disaster_support.ui.say import Words, say

Answer = tuple[str, str, Words]
"""What is kept, the key, and the words."""


class KeyedRow(QFrame):
    """A key answers, the same key again takes the answer back; the arrow keys go to the neighbours."""

    answered = Signal(str)  # '' is no answer
    stepped = Signal(int)

    def __init__(self, words: Words, answers: Sequence[Answer]) -> None:
        super().__init__()
        self.setProperty("panel", "surface")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say(self, self.setAccessibleName, words)
        self._keys = {key.upper(): value for value, key, _words in answers}
        self._value = ""
        self.buttons: dict[str, Button] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 8, 16, 8)
        self.column.setSpacing(4)
        self.column.addWidget(label(words, "strong"))
        bar = Flowing(8)
        for value, key, said in answers:
            self.buttons[value] = button = self._button(value, key, said)
            bar.add(button)
        self.column.addWidget(bar)

    @property
    def value(self) -> str:
        """What is answered, '' where nothing is."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show an answer without telling anybody."""
        self._value = value
        for one, button in self.buttons.items():
            button.setChecked(one == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by the key, or go to a neighbour."""
        value = self._keys.get(event.text().upper())
        if value is not None:
            self._take(value)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _button(self, value: str, key: str, words: Words) -> Button:
        # Translators: an answer and the key that gives it, such as "Yes (Y)".
        button = Button(
            lambda: _("{answer} ({key})").format(answer=words(), key=key), lambda: self._take(value), height="small"
        )
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _take(self, value: str) -> None:
        self.show_value("" if value == self._value else value)
        self.answered.emit(self._value)


def step(rows: Sequence[KeyedRow], row: KeyedRow, by: int) -> None:
    """Give the focus to a neighbour of a row."""
    rows[max(0, min(rows.index(row) + by, len(rows) - 1))].setFocus()
