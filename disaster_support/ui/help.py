"""The help of a page, beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout

from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme

_WIDTH = 320


class HelpPanel(QFrame):
    """A page's help text with a button that closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("help")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 8)
        top = QHBoxLayout()
        title = QLabel()
        title.setProperty("type", "title")
        say(title, title.setText, lambda: _("Help"))
        top.addWidget(title, 1)
        self.close_button = IconButton(lambda: _("Close help"), "close", self.closed.emit)
        top.addWidget(self.close_button)
        column.addLayout(top)
        self._text = wrapping_label()
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._text.setObjectName("scrolled")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._text)
        say(scroll, scroll.setAccessibleName, lambda: _("Help"))
        column.addWidget(scroll, 1)

    def show_text(self, text: str) -> None:
        """Show the panel with this text."""
        self.setFixedWidth(current_theme().px(_WIDTH))
        self._text.setText(text or _("There is no help for this page yet."))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
