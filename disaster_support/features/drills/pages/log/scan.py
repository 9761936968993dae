"""Cards that are scanned: each counts once in a drill."""

import unicodedata

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from disaster_support.i18n import gettext as _
from disaster_support.ui.say import say


class ScanLine(QLineEdit):
    """A scanner types the code and Enter; while the field is empty, Ctrl+Z is the tally's."""

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        say(self, self.setPlaceholderText, lambda: _("Scan a card"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.returnPressed.connect(self._take)

    def event(self, event: QEvent) -> bool:
        """Leave the undo of an empty field to the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        return not self.text() and event.matches(QKeySequence.StandardKey.Undo)

    def _take(self) -> None:
        code = "".join(unicodedata.normalize("NFKC", self.text()).split()).upper()
        self.clear()
        if code:
            self.scanned.emit(code)
