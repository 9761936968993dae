"""While somebody answers by themselves, no other window of the program is on the screen."""

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget


class Curtain:
    """Hides the program's windows, and shows again those that it has hidden."""

    def __init__(self) -> None:
        self._hidden: list[QWidget] = []

    def drop(self, kept: QWidget) -> None:
        """Hide every window but this one."""
        others = [one for one in QApplication.topLevelWidgets() if one is not kept and one.isVisible()]
        for window in others:
            window.hide()
        self._hidden += others

    def lift(self) -> None:
        """Show again what was hidden."""
        for window in self._hidden:
            if shiboken6.isValid(window):
                window.show()
        self._hidden.clear()
