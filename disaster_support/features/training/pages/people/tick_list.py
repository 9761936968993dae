"""People with a tick each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from disaster_support.i18n import gettext as _
from disaster_support.ui.icons import icon
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme

_KEY = Qt.ItemDataRole.UserRole
_ICON = 24


@dataclass(frozen=True, slots=True)
class Tick:
    """A row: a key, what stands there, and whether it is ticked."""

    key: str
    text: str
    is_on: bool


class TickList(QListWidget):
    """Space or a click ticks; the field above moves through it as well."""

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ticks: Sequence[Tick] = ()
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self, self.setAccessibleName, lambda: _("Participants"))
        say(self, self.setAccessibleDescription, lambda: _("Space ticks whoever is chosen."))
        self.itemClicked.connect(lambda item: self.toggled.emit(str(item.data(_KEY))))

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these; whoever was chosen stays chosen, or the first is."""
        before, self._ticks = self.key(), ticks
        self.clear()
        side = current_theme().px(_ICON)
        self.setIconSize(QSize(side, side))
        for tick in ticks:
            item = QListWidgetItem(tick.text, self)
            item.setData(_KEY, tick.key)
            item.setIcon(_icon(tick.is_on, side))
            # Translators: read aloud before a name in a list where people are ticked.
            spoken = f"{_('ticked')}: {tick.text}" if tick.is_on else tick.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        keys = [tick.key for tick in ticks]
        self.setCurrentRow(keys.index(before) if before in keys else 0)

    def key(self) -> str:
        """Return whose row is chosen, '' where there is none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def step(self, by: int) -> None:
        """Choose another row."""
        self.setCurrentRow(max(0, min(self.currentRow() + by, self.count() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.toggled.emit(self.key())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the ticks in the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            side = current_theme().px(_ICON)
            self.setIconSize(QSize(side, side))
            for place, tick in enumerate(self._ticks):
                self.item(place).setIcon(_icon(tick.is_on, side))


def _icon(is_on: bool, side: int) -> QIcon:
    return icon("checkbox-marked", side, "action") if is_on else icon("checkbox-blank-outline", side, "ink")
