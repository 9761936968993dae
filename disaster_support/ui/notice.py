"""A place for one message at a time, above what it concerns."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.ui.panels import Meaning, MessagePanel
from disaster_support.ui.say import Words


class Notice(QWidget):
    """Nothing until something is said; it stays until it is dismissed or something else is said."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(self, meaning: Meaning, words: Words, action: tuple[Words, Callable[[], object]] | None = None) -> None:
        """Show a message in the place of the one before."""
        self.clear()
        self._column.addWidget(MessagePanel(meaning, words, action=action, on_dismiss=self.clear))
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.hide()

    def text(self) -> str:
        """Return what is said, empty when nothing is."""
        panel = self.findChild(MessagePanel)
        return panel.text() if isinstance(panel, MessagePanel) and not self.isHidden() else ""
