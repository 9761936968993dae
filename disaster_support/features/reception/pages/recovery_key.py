"""The recovery key, shown this once: it goes on paper and into a safe, and the program forgets it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.forms import Form, in_the_middle
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.page import Page
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.say import say


class RecoveryKeyPage(Page):
    """Stays until somebody says that the key is on paper."""

    def __init__(self, context: Context, key: str, on_kept: Callable[[], object]) -> None:
        super().__init__()
        self.card = KeyCard(context, key, on_kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_the_middle(self.card))

    def help_text(self) -> str:
        """Return what the key is for."""
        return _(
            "The recovery key opens the register when nobody knows a passphrase any more.\n\n"
            "Whoever has it can read everything: keep it where you would keep the key of a safe."
        )


class KeyCard(Form):
    """The key, the ways to put it on paper, and the button that says it is there."""

    def __init__(self, context: Context, key: str, on_kept: Callable[[], object]) -> None:
        super().__init__(
            lambda: _("Print the recovery key"),
            lambda: _(
                "If every passphrase is lost, only this key opens the register. Print it or write it down, and keep "
                "it in the safe of the town hall or with the shelter manager, never beside this computer."
            ),
        )
        self._context, self.key = context, key
        self.add(_show_key(key))
        self.add(
            MessagePanel(
                "warning",
                lambda: _(
                    "The program does not keep it. Should the register lock before it is on paper, make a new one."
                ),
            )
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Button(lambda: _("Print"), self._print, icon_name="printer"))
        row.addWidget(Button(lambda: _("Save as PDF"), self._save, icon_name="content-save"))
        row.addStretch(1)
        self.column.addLayout(row)
        self.notice = self.add(Notice())
        self.kept = self.add(Button(lambda: _("I have printed it or written it down"), on_kept, kind="filled"))

    def _print(self) -> None:
        self._make(self._send_to_printer)

    def _save(self) -> None:
        ask_save(self, _("Save"), Path("recovery-key.pdf"), "PDF (*.pdf)", self._save_to)

    def _save_to(self, path: Path) -> None:
        def write(pdf: bytes) -> None:
            write_whole(path, pdf)
            words = lambda: _("Saved as {path}. Print it, then delete it.").format(path=path)  # noqa: E731
            self.notice.say("success", words, opening(self, path))

        self._make(write)

    def _make(self, use: Callable[[bytes], object]) -> None:
        self.notice.clear()

        def try_to_use(pdf: bytes) -> None:
            try:
                use(pdf)
            except UserError as error:
                self._fail(str(error))

        self.run(lambda: make_sheet(self._context, self.key), try_to_use, self._fail)

    def _send_to_printer(self, pdf: bytes) -> None:
        from disaster_support.ui.printer import print_with_dialog

        print_with_dialog(self, pdf, _("Recovery key"))

    def _fail(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)


def make_sheet(context: Context, key: str) -> bytes:
    """Return the sheet with a recovery key as PDF.

    Raises:
        UserError: the register is locked.

    """
    from disaster_support.features.reception.paper.recovery_sheet import build_recovery_sheet
    from disaster_support.printing import render_pdf
    from disaster_support.storage.shelters import current_shelter, read_event

    register = context.door.register
    document = build_recovery_sheet(
        key,
        context.typesetter,
        event=read_event(register),
        shelter=current_shelter(register).name,
        made_by=register.staff.name,
        made_on=context.clock(),
    )
    return render_pdf(document, context.typesetter)


def _show_key(key: str) -> QLabel:
    shown = QLabel(key)
    shown.setProperty("type", "heading")
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setWordWrap(True)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    say(shown, shown.setAccessibleName, lambda: _("Recovery key: {key}").format(key=" ".join(key)))
    return shown
