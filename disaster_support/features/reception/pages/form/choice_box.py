"""A short list to choose one from; its first item is empty, 'not asked' unless it is called otherwise."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Signal

from disaster_support.features.reception.words import say_unanswered
from disaster_support.ui.choices import QuietBox
from disaster_support.ui.say import Words

_LETTERS = 7  # that an answer can be read by in a narrow place


class ChoiceBox(QuietBox):
    """Values with their words; a value that the list does not know is added, so that no record loses it."""

    edited = Signal()

    def __init__(
        self, values: Iterable[str], describe: Callable[[str], str], empty: Words = lambda: say_unanswered("")
    ) -> None:
        super().__init__()
        self._describe, self._empty = describe, empty
        self.setMinimumContentsLength(_LETTERS)
        for value in ("", *values):
            self.addItem(self._say(value), value)
        self.currentIndexChanged.connect(self.edited)

    def value(self) -> str:
        """Return the value chosen, '' for not asked."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a value."""
        index = self.findData(value)
        if index < 0:
            self.addItem(self._say(value), value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def changeEvent(self, event: QEvent) -> None:
        """Say the items in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for index in range(self.count()):
                self.setItemText(index, self._say(self.itemData(index)))

    def _say(self, value: str) -> str:
        return self._describe(value) if value else self._empty()
