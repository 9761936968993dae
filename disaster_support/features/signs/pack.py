"""The opening pack: everything that a shelter needs in its first hour, saved into a folder with one button."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from disaster_support.features.signs.model import SignOptions
from disaster_support.features.signs.service import SavedPack, SignService
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Task, run_in_background

OPENING = "opening"


class PackPanel(QWidget):
    """A button, what it makes, and how far it is; `saved` gives what was written, `failed` a sentence."""

    saved = Signal(object)  # SavedPack
    failed = Signal(str)

    def __init__(self, service: SignService, options: Callable[[], SignOptions]) -> None:
        super().__init__()
        self._service = service
        self._options = options
        self._task: Task | None = None
        packs = service.packs()
        self._pack = packs.get(OPENING) or next(iter(packs.values()), None)
        self.button = Button(
            lambda: _("Save the opening pack"), self._choose_folder, icon_name="package-variant-closed"
        )
        say(self, self.button.setToolTip, self._describe)
        say(self, self.button.setAccessibleDescription, self._describe)
        self.progress = ProgressPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self.progress)
        self.setVisible(self._pack is not None)

    def _describe(self) -> str:
        if self._pack is None:
            return ""
        signs = ngettext("{count} sign", "{count} signs", len(self._pack.signs)).format(count=len(self._pack.signs))
        boards = ngettext("{count} board", "{count} boards", len(self._pack.boards))
        # Translators: for example "30 signs and 4 boards for the first hour, in the languages above."
        return _("{signs} and {boards} for the first hour, in the languages chosen, as PDF files.").format(
            signs=signs, boards=boards.format(count=len(self._pack.boards))
        )

    def ask_folder(self) -> str:
        """Ask the system for a folder; empty when the person would rather not."""
        return QFileDialog.getExistingDirectory(self, _("Folder for the opening pack"), str(self._service.folder()))

    def _choose_folder(self) -> None:
        if folder := self.ask_folder():
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> None:
        """Write the pack into a folder in the background; each file is there whole or not at all."""
        if self._pack is None or (self._task and self._task.running):
            return
        pack, options = self._pack.id, self._options()
        self._task = run_in_background(
            self,
            lambda progress: self._service.save_pack(pack, options, folder, progress.report),
            on_done=self._finish,
            on_error=self._fail,
        )
        self.progress.follow(self._task, lambda: _("Making the opening pack"))

    def _finish(self, saved: SavedPack) -> None:
        self.progress.finish()
        self.saved.emit(saved)

    def _fail(self, sentence: str) -> None:
        self.progress.finish()
        self.failed.emit(sentence)
