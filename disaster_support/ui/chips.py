"""Chips in an order: removed with Delete or their button, moved by dragging or with Alt and an arrow key."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.say import Words, say
from disaster_support.ui.tab_order import keep_place


class Chip(QFrame):
    """One thing of the order, with a button that takes it out."""

    removed = Signal()
    moved = Signal(int)  # by so many places
    dragged = Signal(QPoint)  # in the row's coordinates

    def __init__(self, key: str, words: Words) -> None:
        super().__init__()
        self.key = key
        self.setProperty("panel", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addSpacing(12)
        label = QLabel()
        label.setFont(interface_font())
        row.addWidget(label)
        # Translators: {name} is a language or another thing in a list.
        self.button = IconButton(lambda: _("Remove {name}").format(name=words()), "close", self.removed.emit)
        row.addWidget(self.button)
        say(self, label.setText, words)
        say(self, self.setAccessibleName, words)
        say(self, self.setAccessibleDescription, lambda: _("Alt and an arrow key move it, Delete removes it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow key, remove with Delete or Backspace."""
        forward = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(1 if event.key() == forward else -1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._pressed is not None:
            self.dragged.emit(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._pressed = None


class ChipRow(QWidget):
    """Chips in the order that counts; `changed` tells when somebody has moved or removed one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_items(self, items: Iterable[tuple[str, Words]]) -> None:
        """Show these, each with its key and its words."""
        while self._chips:
            self._take(self._chips[0])
        for key, words in items:
            self._add(key, words)
        self._order_tabs()
        self.updateGeometry()

    def keys(self) -> tuple[str, ...]:
        """Return the keys in their order."""
        return tuple(chip.key for chip in self._chips)

    def chip(self, key: str) -> Chip:
        """Return the chip of a key."""
        return next(chip for chip in self._chips if chip.key == key)

    def _add(self, key: str, words: Words) -> None:
        chip = Chip(key, words)
        chip.removed.connect(lambda: self._remove(chip))
        chip.moved.connect(lambda by: self._move(chip, self._chips.index(chip) + by))
        chip.dragged.connect(lambda place: self._drag(chip, place))
        self._chips.append(chip)
        self._flow.addWidget(chip)
        chip.show()

    def _take(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    def _remove(self, chip: Chip) -> None:
        index = self._chips.index(chip)
        had_focus = chip.hasFocus() or chip.button.hasFocus()
        self._take(chip)
        if had_focus and self._chips:
            self._chips[min(index, len(self._chips) - 1)].setFocus()
        self.changed.emit()

    def _move(self, chip: Chip, index: int) -> None:
        start = self._chips.index(chip)
        if index == start or not 0 <= index < len(self._chips):
            return
        self._chips.insert(index, self._chips.pop(start))
        self._flow.move(start, index)
        self._flow.activate()
        self._order_tabs()
        self.changed.emit()

    def _drag(self, chip: Chip, place: QPoint) -> None:
        for index, other in enumerate(self._chips):
            if other is not chip and other.geometry().contains(place):
                self._move(chip, index)
                return

    def _order_tabs(self) -> None:
        keep_place(self, [stop for chip in self._chips for stop in (chip, chip.button)])
