"""The mark of an unchecked translation, and what it means when somebody asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.boards.words import UNREVIEWED_ICON, unreviewed_sentence
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import MessagePanel


class UnreviewedLegend(QWidget):
    """The mark with its word; pressing it opens the sentence in place, pressing again closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = MessagePanel("information", unreviewed_sentence)
        self.panel.hide()
        self.button = Button(
            lambda: _("Not checked yet: what is this?"), kind="text", height="small", icon_name=UNREVIEWED_ICON
        )
        self.button.setCheckable(True)
        self.button.setStyleSheet("padding: 0 8px 0 0")  # in line with the tiles above
        self.button.toggled.connect(self.panel.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(4)
        column.addWidget(self.panel)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
