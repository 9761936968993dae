"""A row of widgets that flows into further rows where the window is narrow or the letters are large."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from disaster_support.ui.flow import FlowLayout


class Flowing(QWidget):
    """As high as its rows need in the width it is given."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._flow.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Take the rows that the words need in the new language or size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.updateGeometry()
