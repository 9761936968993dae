"""Fields for passphrases: what is typed is hidden until somebody asks to see it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.storage.keys import ADVISED_PASSPHRASE, check_passphrase, is_weak
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say


def passphrase_line() -> QLineEdit:
    """Return a line that hides what is typed."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


class ShowBox(QCheckBox):
    """Shows what is typed in these lines, and hides it again."""

    def __init__(self, lines: Sequence[QLineEdit]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        say(self, self.setText, lambda: _("Show what I type"))
        self.toggled.connect(self._show)

    def _show(self, shown: bool) -> None:
        for line in self._lines:
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice, with a word on its length."""

    def __init__(self, label: Words | None = None) -> None:
        super().__init__()
        self.first, self.second = passphrase_line(), passphrase_line()
        self.first_field = LabelledField(label or (lambda: _("New passphrase")), self.first, help_text=_advice)
        self.second_field = LabelledField(lambda: _("The same passphrase again"), self.second)
        self._note = wrapping_label()
        self._note.setProperty("type", "secondary")
        say(self._note, self._note.setText, _weakness)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.first_field, self._note, self.second_field, ShowBox((self.first, self.second))):
            column.addWidget(part)
        self.first.textChanged.connect(self._weigh)

    def read(self) -> str | None:
        """Return the passphrase, or None after saying under the field what is wrong with it."""
        self.first_field.show_error("")
        self.second_field.show_error("")
        try:
            check_passphrase(self.first.text())
        except UserError as error:
            self.first_field.show_error(str(error))
            self.first.setFocus()
            return None
        if self.first.text() != self.second.text():
            self.second_field.show_error(_("The two passphrases differ. Type the same one twice."))
            self.second.setFocus()
            self.second.selectAll()
            return None
        return self.first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _weigh(self, text: str) -> None:
        self._note.setVisible(bool(text) and is_weak(text))


def _advice() -> str:
    return _(
        "Several words that only you know, {advised} characters or more. It is your own: share it with nobody."
    ).format(advised=ADVISED_PASSPHRASE)


def _weakness() -> str:
    return _("Short passphrases are guessed quickly. Add a few words.")
