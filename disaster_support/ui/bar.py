"""The bar on top: where one is, and the language of the interface."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton

from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.say import say

LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}


class Bar(QFrame):
    """The page's title at the start, the interface's languages at the end."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        self._title = QLabel()
        self._title.setProperty("type", "title")
        row.addWidget(self._title)
        row.addStretch(1)
        self._group = QButtonGroup(self)
        self.buttons = {tag: self._build_button(tag, name) for tag, name in LANGUAGE_NAMES.items()}
        for button in self.buttons.values():
            row.addWidget(button)
        self.show_language()

    def _build_button(self, tag: str, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setObjectName("language")
        button.setCheckable(True)
        self._group.addButton(button)
        button.clicked.connect(lambda _checked=False: self.language_chosen.emit(tag))
        say(button, button.setAccessibleDescription, lambda: _("Language of the program"))
        return button

    def set_title(self, title: str) -> None:
        """Say where one is."""
        self._title.setText(title)
        self._title.setAccessibleName(title)

    def show_language(self) -> None:
        """Mark the language that the interface speaks."""
        button = self.buttons.get(current_language())
        if button:
            button.setChecked(True)
