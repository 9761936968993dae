"""What is done with sheets that are made: printed or saved, and what became of it said above them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.paper_files import Sheets, save_pages
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.parts import attempt, column_in
from disaster_support.ui.say import Words, say
from disaster_support.ui.tasks import run_in_background
from disaster_support.wall_choices import WallChoices

Then = Callable[[], object]


class OutputBar(QWidget):
    """Buttons that print and save, and their keys on the page: `printing` and `saving`, with the file's ending."""

    printing = Signal()
    saving = Signal(str)

    def __init__(self, page: QWidget, save_tip: Words) -> None:
        super().__init__()
        self.print_ = Button(
            lambda: _("Print (Ctrl+P)"), self.printing.emit, kind="filled", height="large", icon_name="printer"
        )
        self.save_pdf = Button(lambda: _("Save PDF"), partial(self.saving.emit, ".pdf"), height="small")
        say(self.save_pdf, self.save_pdf.setToolTip, save_tip)
        self.save_png = Button(lambda: _("Save PNG"), partial(self.saving.emit, ".png"), height="small")
        column = column_in(self)
        column.addWidget(self.print_)
        row = QHBoxLayout()
        row.addWidget(self.save_pdf, 1)
        row.addWidget(self.save_png, 1)
        column.addLayout(row)
        QShortcut(QKeySequence("Ctrl+P"), page, self.printing.emit)
        QShortcut(QKeySequence("Ctrl+S"), page, partial(self.saving.emit, ".pdf"))


class Output(QObject):
    """Says in `notice` where a file went, or why it did not; `then` is done once the sheets are printed or saved."""

    def __init__(self, owner: QWidget, choices: WallChoices, notice: Notice) -> None:
        super().__init__(owner)
        self._owner, self._choices, self._notice = owner, choices, notice

    def send_to_printer(self, sheets: Sheets, copies: int, then: Then) -> None:
        """Ask the system for a printer and print."""
        from disaster_support.ui.printer import print_with_dialog

        def send() -> None:
            if print_with_dialog(self._owner, sheets.pdf, sheets.title, copies):
                then()

        attempt(self._notice, send)

    def ask_file(self, sheets: Sheets, name: str, suffix: str, then: Then) -> None:
        """Ask the system where to save, and save; the file has this ending."""

        def save(path: Path) -> None:
            has_ending = path.suffix.lower() == suffix
            self.save_to(sheets, path if has_ending else path.with_name(path.name + suffix), then)

        kinds = f"{suffix[1:].upper()} (*{suffix})"
        ask_save(self._owner, _("Save"), self._choices.folder() / (name.replace(".", "-") + suffix), kinds, save)

    def save_to(self, sheets: Sheets, path: Path, then: Then) -> None:
        """Save; the file's ending says as what."""
        run_in_background(
            self._owner,
            lambda _progress: save_pages(sheets, path),
            on_done=partial(self._tell_saved, then),
            on_error=lambda sentence: self._notice.say("error", lambda: sentence),
        )

    def _tell_saved(self, then: Then, files: tuple[Path, ...]) -> None:
        names = ", ".join(str(file) for file in files)
        self._notice.say("success", lambda: _("Saved as {names}.").format(names=names), opening(self._owner, files[0]))
        attempt(self._notice, lambda: self._choices.keep_folder(files[0].parent))
        then()
