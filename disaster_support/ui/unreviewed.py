"""The mark of texts that no person has checked, and what it means when somebody asks: one for boards and for paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from disaster_support.documents.sheet import UNREVIEWED_MARK
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import column_in, label
from disaster_support.ui.say import Words, say

__all__ = ("UNREVIEWED_MARK", "MarksChoice", "UnreviewedLegend", "printed_sentence", "unreviewed_sentence")


def unreviewed_sentence() -> str:
    """Return what the mark means beside a text that is shown to somebody."""
    return _("Nobody who speaks the language has checked this translation yet. Watch whether you are understood.")


def printed_sentence() -> str:
    """Return what the mark means on a page that is hung up or handed out."""
    return _(
        "Nobody who speaks the language has checked the translations that have this mark on the page. If somebody "
        "here speaks it, ask them to read the page before you hang it up."
    )


class UnreviewedLegend(QWidget):
    """The mark with its word; pressing it opens the sentence in place, pressing again closes it."""

    def __init__(self, sentence: Words = unreviewed_sentence) -> None:
        super().__init__()
        self.panel = MessagePanel("information", sentence)
        self.panel.hide()
        self.button = Button(
            lambda: _("Not checked yet: what is this?"), kind="text", height="small", icon_name=UNREVIEWED_MARK
        )
        self.button.setCheckable(True)
        self.button.setStyleSheet("padding: 0 8px 0 0")  # in line with what stands above
        self.button.toggled.connect(self.panel.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.panel)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)


class MarksChoice(QWidget):
    """The choice to print without the marks, and what becomes of it; at the next start nobody has made it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        say(self.box, self.box.setText, lambda: _("Leave off “not checked” marks"))
        say(self.box, self.box.setAccessibleDescription, _recorded)
        self.box.toggled.connect(lambda _on: self.changed.emit())
        column = column_in(self, spacing=0)
        column.addWidget(self.box)
        column.addWidget(label(_recorded, "secondary"))

    def marks(self) -> bool:
        """Whether unreviewed texts are marked."""
        return not self.box.isChecked()


def _recorded() -> str:
    return _("The footer of the page then says that unchecked translations are not marked.")
