"""The recovery key, shown this once: it goes on paper and into a safe, and the program forgets it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from disaster_support.context import Context
from disaster_support.features.reception.pages.forms import Form, in_the_middle
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.page import Page
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.say import say


class RecoveryKeyPage(Page):
    """Stays until somebody says that the key is on paper."""

    def __init__(self, context: Context, key: str, on_kept: Callable[[], object]) -> None:
        super().__init__()
        self._context, self.key = context, key
        form = Form(
            lambda: _("Print the recovery key"),
            lambda: _(
                "If every passphrase is lost, only this key opens the register. Print it or write it down, and keep "
                "it in the safe of the town hall or with the shelter manager, never beside this computer."
            ),
        )
        shown = QLabel(key)
        shown.setProperty("type", "heading")
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        say(shown, shown.setAccessibleName, lambda: _("Recovery key: {key}").format(key=" ".join(key)))
        form.add(shown)
        form.add(MessagePanel("warning", lambda: _("It is shown only now. The program does not keep it.")))
        self.kept = Button(lambda: _("I have printed it or written it down"), on_kept, kind="filled")
        form.add(self.kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_the_middle(form))

    def help_text(self) -> str:
        """Return what the key is for."""
        return _(
            "The recovery key opens the register when nobody knows a passphrase any more.\n\n"
            "Whoever has it can read everything: keep it where you would keep the key of a safe."
        )
