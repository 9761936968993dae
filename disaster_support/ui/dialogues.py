"""Dialogues that do not stand in the way of the lock.

A dialogue that is executed holds the page that asked until it is answered, and a register that locks meanwhile would
take the page from under it. So files are asked for by a dialogue that is only opened: it belongs to the page and goes
with it, the system's own one too, and nothing of a page that is gone is done.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

Use = Callable[[Path], object]


def ask_save(owner: QWidget, title: str, suggested: Path, kinds: str, use: Use) -> None:
    """Ask where to save, and go on with the path; its ending is the suggested one unless another was typed.

    `kinds` is the filter as Qt takes it, such as "PDF (*.pdf)".
    """
    dialog = QFileDialog(owner, title, str(suggested.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix[1:])  # so that it asks before a file is replaced whose ending is not typed
    dialog.selectFile(suggested.name)
    _open(dialog, use)


def ask_open(owner: QWidget, title: str, kinds: str, use: Use) -> None:
    """Ask for a file that is there, and go on with its path."""
    dialog = QFileDialog(owner, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, use)


def _open(dialog: QFileDialog, use: Use) -> None:
    dialog.fileSelected.connect(lambda name: use(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def close_dialogues() -> None:
    """Refuse every dialogue that waits for an answer, and close every menu: the register locks.

    Of those that Qt leaves to the system only the print dialogue of Windows stays, which no program can close; it shows
    printers and page numbers, and `printer.print_with_dialog` prints nothing for a page that is gone.
    """
    while popup := QApplication.activePopupWidget():
        if not popup.close():
            break
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
