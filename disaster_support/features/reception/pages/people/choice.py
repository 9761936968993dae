"""One of two answers to choose: a radio button whose words wrap, however long somebody's answer is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from disaster_support.ui.panels import wrapping_label


class Choice(QWidget):
    """The words take the click too."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(name)
        label = wrapping_label(words)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(self.radio)
        line.addWidget(label, 1)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Choose this answer."""
        self.radio.click()
