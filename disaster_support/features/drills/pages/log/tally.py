"""The tally for crowds: one key for each part, the number of all in large figures."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.features.drills.model import Part
from disaster_support.features.drills.words import say_part
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.parts import column_in, label, text_label
from disaster_support.ui.theme import current_theme

_COUNT_SIZE, _COLUMNS, _MOST_AT_ONCE = 64, 2, 999


class Tally(QWidget):
    """Keys 1 to 6 count, Ctrl+Z takes the last back; in a field that is typed in they are what they are there."""

    counted = Signal(object, int)  # Part, people
    undone = Signal()

    def __init__(self, keys_of: QWidget) -> None:
        super().__init__()
        self._counts: Mapping[Part, int] = {}
        self.total = QLabel("0")
        self.last = text_label("", "secondary")
        self.at_once = NumberBox(1, _MOST_AT_ONCE)
        self.undo = Button(lambda: _("Undo (Ctrl+Z)"), self.undone.emit, height="small", icon_name="undo")
        self.buttons: dict[Part, Button] = {}
        self._build()
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for number, part in enumerate(Part, 1):
            QShortcut(QKeySequence(str(number)), keys_of, partial(self._count, part), context=within)
        QShortcut(QKeySequence("Ctrl+Z"), keys_of, self.undone.emit, context=within)
        self.restyle()
        self.show_last("")

    def show_counts(self, total: int, by_part: Mapping[Part, int]) -> None:
        """Show how many there are."""
        self._counts = by_part
        self.total.setText(str(total))
        self.retranslate()

    def show_last(self, words: str) -> None:
        """Say what was counted last."""
        self.last.setText(words)
        self.last.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say the parts in the new language."""
        for part, button in self.buttons.items():
            button.setText(self._words(part))

    def restyle(self) -> None:
        """Follow the text size."""
        self.total.setStyleSheet(f"font-size: {current_theme().px(_COUNT_SIZE)}px; font-weight: bold;")

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.total)
        words = QVBoxLayout()
        words.addWidget(label(lambda: _("people took part"), "strong"))
        words.addWidget(self.last)
        head.addLayout(words, 1)
        head.addWidget(LabelledField(lambda: _("At once"), self.at_once))
        head.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignBottom)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, part in enumerate(Part):
            button = Button(partial(self._words, part), partial(self._count, part), height="large")
            self.buttons[part] = button
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        column = column_in(self)
        column.addLayout(head)
        column.addLayout(grid)

    def _count(self, part: Part) -> None:
        people = self.at_once.value()
        self.at_once.setValue(1)
        self.counted.emit(part, people)

    def _words(self, part: Part) -> str:
        number = list(Part).index(part) + 1
        # Translators: a key, the part that people have, and how many there are: "1  Interpreters: 12".
        words = _("{key}   {part}: {count}")
        return words.format(key=number, part=say_part(part), count=self._counts.get(part, 0))
