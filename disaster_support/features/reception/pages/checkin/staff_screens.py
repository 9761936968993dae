"""Between the person and the staff: "please hand this to the staff", and the passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.checkin.phrase_card import entry_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import Screen, on_press
from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.passphrases import passphrase_line
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.i18n import gettext as _
from disaster_support.storage.keys import read_keyring
from disaster_support.storage.register import Register, try_secret
from disaster_support.storage.staff import find_member
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.theme import DISPLAY, HEADING, LARGE

_PICTURE = 96
_WIDEST = 560


class HandOverScreen(Screen):
    """Asks to hand the screen to staff, whose passphrase opens what comes next; the person may still go back."""

    unlocked = Signal()
    backed = Signal()

    def __init__(self, context: Context, texts: CheckInTexts, *, is_finished: bool) -> None:
        super().__init__()
        self.speak(texts.shown)
        picture = IconLabel("check-circle" if is_finished else "account-tie-voice", _PICTURE, "action")
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(picture)
        self.column.addWidget(TwoPhrases(texts, "form.done" if is_finished else "form.ask_staff", DISPLAY, bold=True))
        if is_finished:
            self.column.addWidget(TwoPhrases(texts, "form.check_staff", HEADING))
        self.form = StaffForm(context)
        self.form.setMaximumWidth(_WIDEST)
        self.form.passed.connect(self.unlocked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.form, 1000)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.first = self.form.line
        if context.door.is_open:  # else the answers are locked away with the register
            back = entry_card(texts, "form.back", size=LARGE, icon_name="arrow-left")
            on_press(back, self.go_back)
            self.put_below(((back, 0), (QWidget(), 1)))

    def go_back(self) -> None:
        """Ask to go on with the questions."""
        self.backed.emit()


class StaffForm(Form):
    """One field, and Enter. It opens the register again where that has been locked meanwhile."""

    passed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: _("For staff"), lambda: _("Your passphrase shows the answers in Japanese."))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._context = context
        self.field = self.add(LineField(lambda: _("Passphrase"), line=passphrase_line()))
        self.line = self.field.line
        self.line.returnPressed.connect(self.open)
        self.add(Button(lambda: _("Check the answers"), self.open, kind="filled", icon_name="lock-open"))

    def open(self) -> None:
        """Try what was typed."""
        passphrase = self.line.text()
        if not passphrase:
            self._fail(_("Type your passphrase."))
            return
        self.field.show_error("")
        door = self._context.door
        if door.is_open:
            register = door.register
            self.run(lambda: check_staff(register, passphrase), lambda _none: self.passed.emit(), self._fail)
        else:
            self.run(lambda: door.open(passphrase), self._admit, self._fail)

    def _admit(self, register: Register) -> None:
        self._context.door.admit(register)
        self.passed.emit()

    def _fail(self, sentence: str) -> None:
        self.field.show_error(sentence)
        self.line.setFocus()
        self.line.selectAll()


def check_staff(register: Register, passphrase: str) -> None:
    """See that this is the passphrase of somebody who works with the register; wrong ones slow down.

    Raises:
        UserError: it is not, or too many wrong ones were tried lately.

    """
    opened = try_secret(register.folder, read_keyring(register.folder), passphrase, register.clock())
    member = find_member(register, opened.staff_id) if opened.staff_id else None
    if member is None or not member.active:
        raise UserError(_("This passphrase does not open the register. Ask the shelter manager for a new one."))
