"""Tools that people tried or installed: a button for each that counts one more."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from disaster_support.features.drills.model import Tool
from disaster_support.features.drills.words import say_tool
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.parts import column_in, label
from disaster_support.ui.say import say

_INSTALLABLE = (Tool.SAFETY_TIPS, Tool.VOICETRA)


class _PlusButton(Button):
    """The + key counts one more as well, the - key takes the last back."""

    taken_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count, or take back."""
        if event.key() == Qt.Key.Key_Plus:
            self.click()
        elif event.key() == Qt.Key.Key_Minus:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class Tools(QWidget):
    """Boards and signs are tried only; apps can be installed."""

    noted = Signal(object, bool)  # Tool, installed
    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Tool, tuple[int, int]] = {}
        self.buttons: dict[tuple[Tool, bool], Button] = {}
        column = column_in(self, 4)
        head = QHBoxLayout()
        head.addWidget(label(lambda: _("Tools (+ counts one more)"), "title"), 1)
        head.addWidget(
            Button(lambda: _("Undo the last"), self.undone.emit, kind="text", height="small", icon_name="undo")
        )
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setColumnStretch(0, 2)
        for row, tool in enumerate(Tool):
            grid.addWidget(label(partial(say_tool, tool)), row, 0)
            for installed in (False, True) if tool in _INSTALLABLE else (False,):
                grid.addWidget(self._button(tool, installed), row, 1 + installed)
        column.addLayout(grid)

    def show_counts(self, counts: Mapping[Tool, tuple[int, int]]) -> None:
        """Show how many there are."""
        self._counts = counts
        for (tool, installed), button in self.buttons.items():
            button.setText(self._words(tool, installed))

    def _button(self, tool: Tool, installed: bool) -> Button:
        button = _PlusButton(
            partial(self._words, tool, installed),
            lambda: self.noted.emit(tool, installed),
            height="small",
            icon_name="plus",
        )
        say(button, button.setAccessibleDescription, partial(say_tool, tool))
        button.taken_back.connect(self.undone)
        self.buttons[tool, installed] = button
        return button

    def _words(self, tool: Tool, installed: bool) -> str:
        tried, has = self._counts.get(tool, (0, 0))
        return _("Installed: {count}").format(count=has) if installed else _("Tried: {count}").format(count=tried)
