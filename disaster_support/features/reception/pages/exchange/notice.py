"""The place where a card or a view says how something went: one message at a time."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.ui.panels import Meaning, MessagePanel
from disaster_support.ui.say import Words


class Notice(QWidget):
    """Empty, and without height, until something is told."""

    def __init__(self) -> None:
        super().__init__()
        self._panel: MessagePanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def tell(self, meaning: Meaning, words: Words, action: tuple[Words, Callable[[], object]] | None = None) -> None:
        """Say this instead of what was said before."""
        self.clear()
        self._panel = MessagePanel(meaning, words, action=action)
        self._column.addWidget(self._panel)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        if self._panel:
            self._column.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = None
        self.hide()

    def text(self) -> str:
        """Return what is said."""
        return self._panel.text() if self._panel else ""
