"""Backups by themselves: when the register is opened, and after each hour of use."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from disaster_support.context import Context
from disaster_support.i18n import gettext as _
from disaster_support.storage.backups import Backup, is_due, make_backup
from disaster_support.ui.tasks import run_in_background

_LOOK_EVERY_MS = 5 * 60 * 1000


class BackupTimer(QTimer):
    """Lives as long as its page, which is as long as the register is open."""

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self.setInterval(_LOOK_EVERY_MS)
        self.timeout.connect(self.look)
        self.start()

    def back_up(self, reason: str = "opening") -> None:
        """Make a backup in the background unless nothing has changed since the last; a failure is said, not hidden."""
        register = self._context.door.register
        run_in_background(self._page, lambda _progress: make_backup(register, reason), on_error=self._warn)

    def look(self) -> None:
        """Make a backup if the last one is an hour old."""
        register = self._context.door.register

        def work(_progress: object) -> Backup | None:
            return make_backup(register, "hourly") if is_due(register) else None

        run_in_background(self._page, work, on_error=self._warn)

    def _warn(self, sentence: str) -> None:
        window = self._page.window()
        if hasattr(window, "show_message"):
            window.show_message(
                "warning",
                lambda: _("No backup of the register could be made. {reason}").format(reason=sentence),
                (lambda: _("Try again"), self._try_again),
            )

    def _try_again(self) -> None:
        if self._context.door.is_open:
            self.back_up("hourly")
