"""A recovery key that was on the screen when the register locked or the program ended: it is on paper, or lost."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from disaster_support.context import Context
from disaster_support.features.reception.pages.forms import Form, in_the_middle
from disaster_support.i18n import gettext as _
from disaster_support.storage.staff import renew_recovery_key
from disaster_support.ui.buttons import Button
from disaster_support.ui.page import Page
from disaster_support.ui.panels import MessagePanel


class UnconfirmedKeyPage(Page):
    """Asks once the register is open again; a lost key costs one click."""

    def __init__(self, context: Context, on_kept: Callable[[], object], on_renewed: Callable[[str], object]) -> None:
        super().__init__()
        self._register, self._on_renewed = context.door.register, on_renewed
        self._form = Form(
            lambda: _("Is the recovery key on paper?"),
            lambda: _(
                "The register was locked while the key was shown, and nobody has said that it was printed or written "
                "down. The program does not keep it. If it is lost, make a new one; an old sheet opens nothing then."
            ),
        )
        self.renew = Button(lambda: _("Make a new recovery key"), self._renew, kind="filled")
        self.kept = Button(lambda: _("I have printed it or written it down"), on_kept)
        self._form.add_buttons(self.renew, self.kept)
        self._failure = self._form.add(MessagePanel("error", lambda: ""))
        self._failure.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_the_middle(self._form))

    def help_text(self) -> str:
        """Return what the key is for."""
        return _(
            "The recovery key opens the register when nobody knows a passphrase any more.\n\n"
            "Whoever has it can read everything: keep it where you would keep the key of a safe."
        )

    def _renew(self) -> None:
        self._failure.hide()
        self._form.run(lambda: renew_recovery_key(self._register), self._on_renewed, self._fail)

    def _fail(self, sentence: str) -> None:
        self._failure.set_words(lambda: sentence)
        self._failure.show()
