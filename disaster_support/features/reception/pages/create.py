"""Making a register: the disaster, the shelter, who manages it, their passphrase, and where it is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.passphrases import NewPassphrase
from disaster_support.i18n import gettext as _
from disaster_support.storage.door import RegisterDoor
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import MessagePanel, wrapping_label
from disaster_support.ui.say import say

if TYPE_CHECKING:
    from disaster_support.storage.register import Created


class CreateForm(Form):
    """What a new register needs to know, on one page."""

    def __init__(
        self, door: RegisterDoor, on_made: "Callable[[Created], object]", on_folder: Callable[[], object]
    ) -> None:
        super().__init__(
            lambda: _("Make a register"),
            lambda: _("There is no register on this computer yet. It is made once for a disaster."),
        )
        self._door, self._on_made = door, on_made
        # Translators: an earthquake, a flood: the name under which people are registered.
        self.disaster = self.add(
            LineField(lambda: _("Disaster"), help_text=lambda: _("For example: the heavy rain of July"))
        )
        self.shelter = self.add(LineField(lambda: _("Shelter"), help_text=lambda: _("The name that people know it by")))
        self.staff = self.add(LineField(lambda: _("Your name"), help_text=lambda: _("You will manage the register.")))
        self.passphrase = NewPassphrase(lambda: _("Your passphrase"))
        self.add(self.passphrase)
        self._place = wrapping_label()
        self._place.setProperty("type", "secondary")
        self.add(self._place)
        self.add(Button(lambda: _("Choose another folder"), on_folder, height="small"))
        self.failure = MessagePanel("error", lambda: "")
        self.failure.hide()
        self.add(self.failure)
        self.add(Button(lambda: _("Make the register"), self.make, kind="filled"))
        for field in (self.disaster, self.shelter, self.staff):
            field.line.returnPressed.connect(self.focusNextChild)
        self.passphrase.second.returnPressed.connect(self.make)
        say(self._place, self._place.setText, self._describe_place)

    def show_folder(self) -> None:
        """Say where the register will be now."""
        self._place.setText(self._describe_place())

    def _describe_place(self) -> str:
        return _("It will be kept in {folder}.").format(folder=self._door.folder)

    def make(self) -> None:
        """Make it, unless something is missing."""
        needed = (
            (self.disaster, _("Give the disaster a name.")),
            (self.shelter, _("Give the shelter a name.")),
            (self.staff, _("Give your name.")),
        )
        filled = [field.is_filled(sentence) for field, sentence in reversed(needed)]  # all say what they miss
        if not all(filled):
            return
        passphrase = self.passphrase.read()
        if passphrase is None:
            return
        self.failure.hide()
        event, shelter, staff = (field.text() for field, _sentence in needed)
        self.run(lambda: self._door.create(event, shelter, staff, passphrase), self._on_made, self._fail)

    def _fail(self, sentence: str) -> None:
        self.failure.set_words(lambda: sentence)
        self.failure.show()
