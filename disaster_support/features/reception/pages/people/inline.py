"""A panel in place for one act on a record: what it needs to know, its verb, and a way out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.say import Words, say


class InlinePanel(QFrame):
    """Enter does it, Escape closes; what is wrong stands beside the field and everything typed stays."""

    closed = Signal()
    done = Signal(object)  # what the act returned

    def __init__(self, title: Words, verb: Words, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("panel", "surface")
        self._act = act
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        label = QLabel()
        label.setProperty("type", "strong")
        say(label, label.setText, title)
        self._column.addWidget(label)
        self._fields: list[LabelledField] = []
        self._verb = Button(verb, self.act, kind="filled", height="small")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._verb)
        row.addWidget(Button(lambda: _("Cancel"), self.closed.emit, kind="text", height="small"))
        row.addStretch(1)
        self._column.addLayout(row)

    def add(self, widget: QWidget) -> None:
        """Add a control above the buttons."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_line(self, label: Words, help_text: Words | None = None) -> QLineEdit:
        """Add a labelled line and return it."""
        line = QLineEdit()
        field = LabelledField(label, line, help_text=help_text)
        self._fields.append(field)
        self.add(field)
        return line

    def enter(self) -> None:
        """Take the focus: the first line, else the verb."""
        (self._fields[0].control if self._fields else self._verb).setFocus()

    def act(self) -> None:
        """Do it; a mistake is said beside the first line."""
        try:
            result = self._act()
        except UserError as error:
            if not self._fields:
                raise
            self._fields[0].show_error(str(error))
            self.enter()
            return
        self.done.emit(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do it at Enter, close at Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
