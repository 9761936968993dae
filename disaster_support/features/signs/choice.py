"""A few things of which one is chosen: buttons side by side, and the pad of arrows."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from disaster_support.documents.model import Direction
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.say import Words

T = TypeVar("T")


class Choice(QWidget, Generic[T]):
    """Buttons of which exactly one is down; arrow keys move between them."""

    changed = Signal()

    def __init__(self, items: Sequence[tuple[T, Words, str]]) -> None:
        """Take each value with its words and the name of an icon, or no name."""
        super().__init__()
        self._values = [value for value, _words, _icon in items]
        self._group = QButtonGroup(self)
        row = FlowLayout(self, 4)
        for number, (_value, words, icon_name) in enumerate(items):
            button = Button(words, height="small", icon_name=icon_name)
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda _number: self.changed.emit())

    def value(self) -> T:
        """Return what is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: T) -> None:
        """Choose this without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: T) -> Button:
        """Return the button of a value."""
        button = self._group.button(self._values.index(value))
        assert isinstance(button, Button)
        return button


def _pad() -> tuple[tuple[Direction | None, str, Words], ...]:
    """Return the nine places of the pad, row by row: where it points, its icon, its words."""
    return (
        (Direction.UP_LEFT, "arrow-top-left-thick", lambda: _("Arrow to the upper left")),
        (Direction.UP, "arrow-up-thick", lambda: _("Arrow up, straight ahead")),
        (Direction.UP_RIGHT, "arrow-top-right-thick", lambda: _("Arrow to the upper right")),
        (Direction.LEFT, "arrow-left-thick", lambda: _("Arrow to the left")),
        (None, "cancel", lambda: _("No arrow")),
        (Direction.RIGHT, "arrow-right-thick", lambda: _("Arrow to the right")),
        (Direction.DOWN_LEFT, "arrow-bottom-left-thick", lambda: _("Arrow to the lower left")),
        (Direction.DOWN, "arrow-down-thick", lambda: _("Arrow down")),
        (Direction.DOWN_RIGHT, "arrow-bottom-right-thick", lambda: _("Arrow to the lower right")),
    )


class ArrowPad(QWidget):
    """Eight arrows around 'no arrow', each where it points."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # left is left in every language
        self._group = QButtonGroup(self)
        self._directions = [direction for direction, _icon, _words in _pad()]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for number, (_direction, icon_name, words) in enumerate(_pad()):
            button = IconButton(words, icon_name)
            button.setCheckable(True)
            self._group.addButton(button, number)
            grid.addWidget(button, number // 3, number % 3)
        grid.setColumnStretch(3, 1)
        self.choose(None)
        self._group.idClicked.connect(lambda _number: self.changed.emit())

    def value(self) -> Direction | None:
        """Return where the arrow points, None for no arrow."""
        return self._directions[self._group.checkedId()]

    def choose(self, direction: Direction | None) -> None:
        """Choose this without telling anybody."""
        self._group.button(self._directions.index(direction)).setChecked(True)

    def button(self, direction: Direction | None) -> IconButton:
        """Return the button of a direction."""
        button = self._group.button(self._directions.index(direction))
        assert isinstance(button, IconButton)
        return button
