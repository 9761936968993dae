"""One's own passphrase, and for managers the recovery key."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.manage.parts import column_of
from disaster_support.features.reception.pages.passphrases import NewPassphrase, passphrase_line
from disaster_support.features.reception.pages.recovery_key import KeyCard
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.storage.staff import change_passphrase, note_recovery_key, renew_recovery_key
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import MessagePanel


class PassphraseSection(QWidget):
    """The form for a new passphrase, and below it the way to a new recovery key."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.change = ChangeForm(context)
        parts: list[QWidget] = [self.change]
        if context.door.register.staff.may(Right.MANAGE):
            self.recovery = RecoveryPart(context)
            parts.append(self.recovery)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(column_of(*parts))


class ChangeForm(Form):
    """The passphrase until now, and twice the new one."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            lambda: _("Change my passphrase"),
            lambda: _("For {name}.").format(name=context.door.register.staff.name),
        )
        self._context = context
        self.former = self.add(LineField(lambda: _("Passphrase until now"), line=passphrase_line()))
        self.passphrase = self.add(NewPassphrase())
        self.add_buttons(Button(lambda: _("Change my passphrase"), self.save, kind="filled"))
        self.done = self.add(MessagePanel("success", lambda: _("From now on the new passphrase opens the register.")))
        self.done.hide()
        self.passphrase.second.returnPressed.connect(self.save)

    def save(self) -> None:
        """Change it, unless something is missing."""
        self.done.hide()
        if not self.former.is_filled(_("Type the passphrase that you have used until now.")):
            return
        passphrase = self.passphrase.read()
        if passphrase is None:
            return
        register, former = self._context.door.register, self.former.line.text()
        self.run(lambda: change_passphrase(register, former, passphrase), self._finish, self._fail)

    def _finish(self, _none: object) -> None:
        self.former.line.clear()
        self.passphrase.clear()
        self.done.show()

    def _fail(self, sentence: str) -> None:
        self.former.show_error(sentence)
        self.former.line.setFocus()
        self.former.line.selectAll()


class RecoveryPart(QWidget):
    """Makes a new recovery key, and shows it until it is on paper."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.form = Form(
            lambda: _("Make a new recovery key"),
            lambda: _("When the sheet was lost or seen by others. The key on the old sheet opens nothing any more."),
        )
        self.make = Button(lambda: _("Make a new recovery key"), self._make)
        self.form.add_buttons(self.make)
        self._failure = self.form.add(MessagePanel("error", lambda: ""))
        self._failure.hide()
        self.card: KeyCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.form)

    def _make(self) -> None:
        register = self._context.door.register
        self._failure.hide()
        self.form.run(lambda: renew_recovery_key(register), self._show, self._fail)

    def _show(self, key: str) -> None:
        note_recovery_key(self._context.door.register, on_paper=False)
        self.card = KeyCard(self._context, key, self._put_away)
        self.form.hide()
        self._column.addWidget(self.card)
        self.card.show()  # at once, so that it can take the focus
        self.card.kept.setFocus()

    def _put_away(self) -> None:
        note_recovery_key(self._context.door.register, on_paper=True)
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        self.form.show()
        self.make.setFocus()

    def _fail(self, sentence: str) -> None:
        self._failure.set_words(lambda: sentence)
        self._failure.show()
