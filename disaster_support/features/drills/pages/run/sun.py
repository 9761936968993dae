"""For the sun: the whole screen, large, black on white, and back as it was."""

from PySide6.QtGui import QKeySequence, QShortcut

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.theme import apply_theme

_SCALE = 1.25


class SunView(Button):
    """F11 does the same. The settings of the program stay as they are."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            lambda: _("For the sun (F11)"), self.toggle_view, height="large", icon_name="white-balance-sunny"
        )
        self._context = context
        self.setCheckable(True)
        QShortcut(QKeySequence("F11"), self, self.click)

    def toggle_view(self) -> None:
        """Enter or leave it."""
        window = self.window()
        if self.isChecked():
            window.showFullScreen()
            apply_theme("light", max(_SCALE, self._context.settings.current.text_scale))
        else:
            window.showNormal()
            self._context.changes.announce(Change.APPEARANCE)

    def leave(self) -> None:
        """Leave it, if it is on."""
        if self.isChecked():
            self.click()
