"""Who marks and notes: typed once, and kept on this laptop."""

from PySide6.QtWidgets import QLineEdit

from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.i18n import gettext as _
from disaster_support.ui.say import say

_KEPT = "drill.who"


class WhoField(QLineEdit):
    """Empty means: whoever has opened the register."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        say(self, self.setAccessibleName, lambda: _("Who marks"))
        say(self, self.setPlaceholderText, self._say_usual)
        self.setText(desk.who or desk.register.read_local(_KEPT) or "")
        desk.who = self.name()
        self.textEdited.connect(self._take)
        self.editingFinished.connect(self._keep)

    def name(self) -> str:
        """Return who is typed."""
        return self.text().strip()

    def _take(self) -> None:
        self._desk.who = self.name()

    def _keep(self) -> None:
        if self._desk.context.door.is_open:
            self._desk.attempt(lambda: self._desk.register.write_local(_KEPT, self.name()))

    def _say_usual(self) -> str:
        return self._desk.register.staff.name if self._desk.context.door.is_open else ""
