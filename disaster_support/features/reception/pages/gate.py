"""The gate before the register: open it, make one, or come in with the recovery key. In place, never a dialogue."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.create import CreateForm
from disaster_support.features.reception.pages.forms import Form, LineField, in_the_middle
from disaster_support.features.reception.pages.passphrases import ShowBox, passphrase_line
from disaster_support.features.reception.pages.recover import RecoverForm
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.page import Page, focus_first
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.tasks import show_error

if TYPE_CHECKING:
    from disaster_support.storage.register import Created, Register


class Gate(Page):
    """Shows the form that fits: unlocking where there is a register, making one where there is none."""

    def __init__(self, context: Context, enter: "Callable[[Register, str], object]") -> None:
        super().__init__()
        self._context, self._enter = context, enter
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.show_fitting()

    @property
    def form(self) -> Form:
        """The form that is shown."""
        return self._form

    def focus_target(self) -> QWidget:
        """Return the form."""
        return self._form

    def help_text(self) -> str:
        """Return what the register is and how it is opened."""
        return _(
            "The register holds who is in the shelter. It is encrypted: whoever finds or steals this computer can "
            "read nothing of it.\n\n"
            "Type your passphrase and press Enter. Every member of staff has their own.\n\n"
            "If nobody knows a passphrase any more, take the sheet with the recovery key.\n\n"
            "The boards and signs need no passphrase."
        )

    def screen_states(self) -> "Iterable[tuple[str, Callable[[], None]]]":
        """Return the forms."""
        yield "create", self.show_create
        yield "recover", self.show_recover
        yield "unlock", self.show_unlock

    def show_fitting(self) -> None:
        """Show the form that fits what is in the folder."""
        if self._context.door.exists:
            self.show_unlock()
        else:
            self.show_create()

    def show_unlock(self) -> None:
        """Ask for a passphrase."""
        self._put(UnlockForm(self._context, self._admit, self.show_recover, self.choose_folder))

    def show_recover(self) -> None:
        """Ask for the recovery key."""
        self._put(RecoverForm(self._context.door, self._admit_new, self.show_unlock))

    def show_create(self) -> None:
        """Ask what a new register needs."""
        self._put(CreateForm(self._context.door, self._admit_new, self.choose_folder))

    def choose_folder(self) -> None:
        """Let the register be looked for, or made, in another folder."""
        start = str(self._context.door.folder.parent)
        folder = QFileDialog.getExistingDirectory(self, _("Folder of the register"), start)
        if not folder:
            return
        try:
            self._context.settings.update(register_folder=folder)
        except UserError as error:
            show_error(self, str(error))
        if self._context.door.exists or not isinstance(self._form, CreateForm):
            self.show_fitting()
        else:
            self._form.show_folder()

    def _admit(self, register: "Register") -> None:
        self._enter(register, "")

    def _admit_new(self, created: "Created") -> None:
        self._enter(created.register, created.recovery_key)

    def _put(self, form: Form) -> None:
        self._form = form
        shown = in_the_middle(form)
        former = self._stack.currentWidget()
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()
        if self.isVisible():
            focus_first(shown)


class UnlockForm(Form):
    """One field, and Enter."""

    def __init__(
        self,
        context: Context,
        on_open: "Callable[[Register], object]",
        on_lost: Callable[[], object],
        on_folder: Callable[[], object],
    ) -> None:
        super().__init__(
            lambda: _("The register is locked"),
            lambda: _("Type your passphrase to open it. Boards and signs need none."),
        )
        self._door, self._on_open = context.door, on_open
        self.field = self.add(LineField(lambda: _("Passphrase"), line=passphrase_line()))
        self.line = self.field.line
        self.add(ShowBox((self.line,)))
        self.add(Button(lambda: _("Open the register"), self.open, kind="filled", icon_name="lock-open"))
        self._state = QLabel()
        self._state.hide()
        self.add(self._state)
        self.add(Button(lambda: _("I have lost the passphrase"), on_lost, kind="text", height="small"))
        place = wrapping_label()
        place.setProperty("type", "secondary")
        say(place, place.setText, lambda: _("The register is in {folder}.").format(folder=self._door.folder))
        self.add(place)
        self.add(Button(lambda: _("Open a register in another folder"), on_folder, height="small"))
        self.line.returnPressed.connect(self.open)

    def open(self) -> None:
        """Try what was typed; the field keeps it and the focus."""
        passphrase = self.line.text()
        if not passphrase:
            self._fail(_("Type your passphrase."))
            return
        self.field.show_error("")
        self._state.setText(_("Opening the register …"))
        self._state.show()
        self.run(lambda: self._door.open(passphrase), self._on_open, self._fail)

    def _fail(self, sentence: str) -> None:
        self._state.hide()
        self.field.show_error(sentence)
        self.line.setFocus()
        self.line.selectAll()
