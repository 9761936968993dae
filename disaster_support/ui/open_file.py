"""A file or folder of this computer, opened with the program that the system has for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.say import Words
from disaster_support.ui.tasks import show_error

Action = tuple[Words, Callable[[], object]]


def open_path(owner: QWidget, path: Path) -> None:
    """Open a file or folder; where the system cannot, the window of the owner says so."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        show_error(owner, _("{path} cannot be opened from here: look for it in the file manager.").format(path=path))


def opening(owner: QWidget, path: Path) -> Action:
    """Return the button of a message that says where a file or folder is: it opens it."""
    return lambda: _("Open"), lambda: open_path(owner, path)


def opening_folder(owner: QWidget, path: Path) -> Action:
    """Return the button of a message about a file that is taken along: it opens the folder that the file is in.

    A list of people is handed on, not looked at: a spreadsheet would take the zeros from its telephone numbers.
    """
    return lambda: _("Open the folder"), lambda: open_path(owner, path.parent)
