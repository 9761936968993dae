"""Coming in with the recovery key, when nobody knows a passphrase any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.passphrases import NewPassphrase
from disaster_support.i18n import gettext as _
from disaster_support.storage.door import RegisterDoor
from disaster_support.ui.buttons import Button

if TYPE_CHECKING:
    from disaster_support.storage.register import Created


class RecoverForm(Form):
    """The key from the sheet, a name, a new passphrase: opens the register and makes the sheet worthless."""

    def __init__(
        self, door: RegisterDoor, on_open: "Callable[[Created], object]", on_back: Callable[[], object]
    ) -> None:
        super().__init__(
            lambda: _("Open with the recovery key"),
            lambda: _(
                "Take the sheet with the recovery key from its safe place. You will manage the register, get a new "
                "passphrase and a new recovery key; the old sheet opens nothing any more."
            ),
        )
        self._door, self._on_open = door, on_open
        self.key = self.add(
            LineField(
                lambda: _("Recovery key"),
                help_text=lambda: _(
                    "Five groups of five letters and digits. Small letters and missing lines do not matter."
                ),
            )
        )
        self.staff = self.add(LineField(lambda: _("Your name")))
        self.passphrase = NewPassphrase()
        self.add(self.passphrase)
        self.add(Button(lambda: _("Open the register"), self.open, kind="filled", icon_name="lock-open"))
        self.add(Button(lambda: _("Back to the passphrase"), on_back, kind="text", height="small"))
        self.passphrase.second.returnPressed.connect(self.open)

    def open(self) -> None:
        """Try the key, unless something is missing."""
        if not self.key.is_filled(_("Type the recovery key.")) or not self.staff.is_filled(_("Give your name.")):
            return
        passphrase = self.passphrase.read()
        if passphrase is None:
            return
        key, staff = self.key.text(), self.staff.text()
        self.run(lambda: self._door.recover(key, staff, passphrase), self._on_open, self._fail)

    def _fail(self, sentence: str) -> None:
        self.key.show_error(sentence)
        self.key.line.setFocus()
