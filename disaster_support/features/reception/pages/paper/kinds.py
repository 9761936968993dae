"""The kinds of paper, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.say import Words, say

_KINDS: Sequence[tuple[str, Words]] = (
    ("blank", lambda: pgettext("paper", "Blank cards")),
    ("cards", lambda: pgettext("paper", "Personal cards")),
    ("bands", lambda: pgettext("paper", "Wristbands")),
    ("roster", lambda: pgettext("paper", "Roster")),
    ("public", lambda: pgettext("paper", "For the notice board")),
    ("count", lambda: pgettext("paper", "Daily count")),
)


class KindBar(Flowing):
    """Buttons of which one is down; the arrow keys move between them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        for number, (_kind, words) in enumerate(_KINDS):
            button = Button(words, height="small")
            button.setCheckable(True)
            self._group.addButton(button, number)
            self.add(button)
        say(self, self.setAccessibleName, lambda: _("What is printed"))
        self.first = self._group.button(0)
        self.first.setChecked(True)
        self._group.idToggled.connect(self._tell)

    def kind(self) -> str:
        """Return what is chosen."""
        return _KINDS[self._group.checkedId()][0]

    def choose(self, kind: str) -> None:
        """Choose this."""
        self._group.button([one for one, _words in _KINDS].index(kind)).setChecked(True)

    def _tell(self, _number: int, is_on: bool) -> None:
        if is_on:
            self.changed.emit()
