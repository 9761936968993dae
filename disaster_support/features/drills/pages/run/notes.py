"""Notes of a drill: a line, Enter, and it is kept with its time."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.features.drills.model import Event
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.parts import column_in, empty, text_label
from disaster_support.ui.say import Words


class Notes(QWidget):
    """The newest note first; each can be taken back."""

    noted = Signal(str)
    taken_back = Signal(object)  # Event

    def __init__(self, words: Words, help_text: Words | None = None) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._note)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = column_in(self)
        column.addWidget(LabelledField(words, self.line, help_text=help_text))
        column.addLayout(self._list)

    def show_notes(self, notes: Sequence[Event]) -> None:
        """Show these notes."""
        empty(self._list)
        for note in reversed(notes):
            self._list.addWidget(self._row(note))

    def _row(self, note: Event) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        words = f"{note.at.astimezone():%H:%M}  {note.text}" + (f"  ({note.by})" if note.by else "")
        row.addWidget(text_label(words), 1)
        back = IconButton(
            lambda: _("Take the note “{text}” back").format(text=note.text),
            "undo",
            partial(self.taken_back.emit, note),
        )
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return whole

    def _note(self) -> None:
        if self.line.text().strip():
            self.noted.emit(self.line.text())
