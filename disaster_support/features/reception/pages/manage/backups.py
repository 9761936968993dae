"""Backups: what there is, one more now, and going back to one of them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.manage.parts import column_of
from disaster_support.features.reception.pages.passphrases import passphrase_line
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.storage import backups, keys
from disaster_support.storage.backups import Backup
from disaster_support.storage.register import Register, try_secret
from disaster_support.storage.roles import Right
from disaster_support.storage.staff import find_member
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import Meaning, MessagePanel, wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.tasks import run_in_background
from disaster_support.ui.theme import TARGET, current_theme

_MIB = 1024 * 1024
_ROWS_SHOWN = 7


class BackupSection(QWidget):
    """The list of backups, newest first, and below it what can be done."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.backups: list[Backup] = []
        self.card = Form(
            lambda: _("Backups"),
            lambda: _("Made by themselves when the register is opened and every hour, encrypted as the register is."),
        )
        self.table = self.card.add(self._build_table())
        self.message = self.card.add(MessagePanel("success", lambda: ""))
        self.message.hide()
        self.failure = self.card.add(MessagePanel("error", lambda: ""))
        self.failure.hide()
        self.card.add_buttons(
            Button(lambda: _("Make a backup now"), self.make_now),
            Button(lambda: _("Go back to the chosen backup"), self.ask_restore),
        )
        place = self.card.add(wrapping_label())
        place.setProperty("type", "secondary")
        folder = context.door.folder / "backups"
        say(place, place.setText, lambda: _("The backups are in {folder}.").format(folder=folder))
        self.restoring: RestoreForm | None = None
        self._below = QWidget()
        self._below_column = QVBoxLayout(self._below)
        self._below_column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(column_of(self.card, self._below))
        self.show_backups()

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        say(table, table.setAccessibleName, lambda: _("Backups"))
        say(table, lambda _words: self._say_table(), lambda: "")
        return table

    def show_backups(self) -> None:
        """Show what lies in the folder now."""
        self.backups = backups.list_backups(self._context.door.folder)
        self._say_table()
        if self.backups:
            self.table.selectRow(0)

    def make_now(self) -> None:
        """Make a backup and say what became of it."""
        register = self._context.door.register
        self.message.hide()
        self.failure.hide()
        self.card.run(lambda: backups.make_backup(register, "asked"), self._tell_made, self._fail)

    def ask_restore(self) -> None:
        """Ask once, with the passphrase, before going back."""
        row = self.table.currentRow()
        if not 0 <= row < len(self.backups):
            self._fail(_("There is no backup yet. Make one now."))
            return
        self.put_away()
        self.restoring = RestoreForm(self._context, self.backups[row], self.put_away)
        self._below_column.addWidget(self.restoring)
        self.restoring.show()  # at once, so that it can take the focus
        self.restoring.field.line.setFocus()

    def put_away(self) -> None:
        """Leave the register as it is."""
        if self.restoring is not None:
            self.restoring.hide()
            self.restoring.deleteLater()
            self.restoring = None
            self.table.setFocus()

    def _tell_made(self, made: Backup | None) -> None:
        self.show_backups()
        is_new = made is not None
        self.message.set_words(
            lambda: _("The backup was made.") if is_new else _("Nothing has changed since the newest backup.")
        )
        self.message.show()

    def _fail(self, sentence: str) -> None:
        self.failure.set_words(lambda: sentence)
        self.failure.show()

    def _say_table(self) -> None:
        if not hasattr(self, "table"):
            return
        theme = current_theme()
        self.table.setHorizontalHeaderLabels([pgettext("log", "When"), _("Why"), _("Size")])
        self.table.setRowCount(len(self.backups))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(TARGET))
        self.table.setMinimumHeight(theme.px(TARGET) * (min(max(len(self.backups), 2), _ROWS_SHOWN) + 1))
        for row, backup in enumerate(self.backups):
            cells = (say_moment(backup.at), say_reason(backup.reason), say_size(backup.size_bytes))
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))


class RestoreForm(Form):
    """One question with the passphrase; then the register is locked, put back, and stands at the gate."""

    def __init__(self, context: Context, backup: Backup, on_leave: Callable[[], object]) -> None:
        super().__init__(
            lambda: _("Go back to {moment}?").format(moment=say_moment(backup.at)),
            lambda: _(
                "The register will be as it was then. What was written since is kept beside the backups, but nobody "
                "sees it. Then the register is locked, and everybody opens it anew."
            ),
        )
        self._context, self._backup = context, backup
        self.field = self.add(LineField(lambda: _("Your passphrase"), line=passphrase_line()))
        self.add_buttons(
            Button(lambda: _("Go back to {moment}").format(moment=say_moment(backup.at)), self.check, kind="filled"),
            Button(lambda: _("Leave it as it is"), on_leave, kind="text"),
        )
        self.field.line.returnPressed.connect(self.check)

    def check(self) -> None:
        """Try the passphrase while the register is still open: a slip of the fingers locks nobody out."""
        register, secret = self._context.door.register, self.field.line.text()
        if not self.field.is_filled(_("Type your passphrase.")):
            return
        self.run(lambda: check_manager(register, secret), lambda _none: self._restore(secret), self._fail)

    def _fail(self, sentence: str) -> None:
        self.field.show_error(sentence)
        self.field.line.setFocus()
        self.field.line.selectAll()

    def _restore(self, secret: str) -> None:
        restore(self.window(), self._context, self._backup, secret)


def check_manager(register: Register, secret: str) -> None:
    """See that a passphrase is a manager's.

    Raises:
        UserError: it is wrong, or somebody else's.

    """
    opened = try_secret(register.folder, keys.read_keyring(register.folder), secret, register.clock())
    member = find_member(register, opened.staff_id)
    if opened.staff_id and (member is None or not member.may(Right.MANAGE)):
        raise UserError(_("Your role does not allow this. Ask the shelter manager."))


def restore(window: QWidget, context: Context, backup: Backup, secret: str) -> None:
    """Lock the register and put the backup in its place; what becomes of it is said in the window, at the gate."""
    folder, moment = context.door.folder, say_moment(backup.at)
    context.door.lock()

    def tell(meaning: Meaning, sentence: str) -> None:
        if hasattr(window, "show_message"):
            window.show_message(meaning, lambda: sentence)

    done = _("The register is as it was on {moment}. Open it with your passphrase.").format(moment=moment)
    run_in_background(
        window,
        lambda _progress: backups.restore_backup(folder, backup.path, secret, context.clock),
        on_done=lambda _none: tell("success", done),
        on_error=lambda sentence: tell("error", sentence),
    )


def say_moment(at: datetime) -> str:
    """Return a moment to the minute."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def say_reason(reason: str) -> str:
    """Return why a backup was made."""
    words = {
        "opening": pgettext("backup", "Register opened"),
        "hourly": pgettext("backup", "Every hour"),
        "migration": pgettext("backup", "Before a new version"),
        "restore": pgettext("backup", "Before going back"),
        "asked": pgettext("backup", "Asked for"),
    }
    return words.get(reason, reason)


def say_size(size_bytes: int) -> str:
    """Return a size in MB, never nothing."""
    return _("{size} MB").format(size=f"{max(size_bytes / _MIB, 0.1):.1f}")
