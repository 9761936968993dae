"""The field that a scanner types into."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class ScanField(QLineEdit):
    """Takes letters as the keys say: no input method stands between it and a scanner unless names are typed."""

    submitted = Signal()
    stepped = Signal(int)  # by so many rows of the list below
    toggled = Signal()  # Space while it ticks
    left = Signal()  # Escape
    undone = Signal()  # Ctrl+Z in the empty field

    def __init__(self, is_card: Callable[[str], bool]) -> None:
        """Make a field; `is_card` says whether what was typed is the whole code of a card."""
        super().__init__()
        self._is_card = is_card
        self.ticks = False
        self.set_names(False)

    def set_names(self, names: bool) -> None:
        """Let an input method in, for names in Japanese, or keep it out, for scanners."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, names)
        latin = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(Qt.InputMethodHint.ImhNone if names else latin)

    def event(self, event: QEvent) -> bool:
        """Take the Tab that some scanners send for Enter, and Escape before the page does while something is typed."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        is_tab = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if is_tab and self._is_card(self.text()):
            self.submitted.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit, move in the list, tick, give up, or undo."""
        key = Qt.Key(event.key())
        is_undo = key == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Space and self.ticks:
            self.toggled.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_undo and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)
