"""What a course prints: the documents at the left, the chosen one as it will be, and the whole folder in one go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.training.folder import Part, gather, list_folder, write_folder
from disaster_support.features.training.model import Course
from disaster_support.features.training.pages.printing.options import Options
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.files import write_whole
from disaster_support.i18n import current_language, ngettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import open_path, opening
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import attempt, column_in
from disaster_support.ui.preview import PdfPreview
from disaster_support.ui.rows import Rows
from disaster_support.ui.stoppable import Stoppable
from disaster_support.ui.tasks import Progress, Task, run_in_background
from disaster_support.ui.theme import current_theme

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_PAUSE_MS = 250
_LIST_WIDTH, _OPTIONS_WIDTH = 280, 290  # px at text size 1.0
_LIST_HEIGHT, _PREVIEW_HEIGHT = 220, 520  # where they are below one another
_UNLIMITED = 16777215


class PrintPage(Page):
    """Everything is made anew from the course as it is; nothing is printed that was not shown, or written whole."""

    def __init__(
        self,
        context: Context,
        course: Callable[[], Course],
        sheets: Sheets,
        register: "Callable[[], Register | None]" = lambda: None,
    ) -> None:
        super().__init__()
        self._context, self._course, self._sheets, self._register = context, course, sheets, register
        self._parts: dict[str, Part] = {}
        self._task: Task | None = None
        self._made: tuple[str, bytes] | None = None  # the document that is shown
        self._then: Callable[[str, bytes], object] | None = None
        self._folder, self._names_people = Path(), False
        self.notice = Notice()
        self.list, self.preview = Rows(lambda: _("Documents of the course")), PdfPreview()
        self.options = Options(context, self.print_, self.save, self.ask_folder)
        self.work: Stoppable[list[Path]] = Stoppable(self._tell_written, self._tell_stopped, self._fail)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._timer.timeout.connect(self._make)
        self.list.picked.connect(lambda _key: self._change())
        self.options.changed.connect(self.refresh)
        for key, act in (("Ctrl+P", self.print_), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(key), self, act)
        self.setFocusProxy(self.list)

    def help_text(self) -> str:
        """Return what there is to print."""
        return _(
            "Choose a document at the left; it is shown as it will be. Ctrl+P prints it, Ctrl+S saves it as a PDF.\n\n"
            "The whole folder is everything in the list, a file each, with a table of contents. Certificates are in it "
            "for those who met the conditions.\n\n"
            "Role-play cards, boards and signs come in the languages chosen at the right."
        )

    def refresh(self) -> None:
        """List the documents of the course as it is now, and make the chosen one anew."""
        kit = gather(self._context, self._course(), self.options.paper.key(), self._register())
        parts = list_folder(kit, self.options.languages.languages(), self._sheets)
        self._parts = {part.name: part for part in parts}
        self._names_people = bool(kit.participants)
        self._list()
        if not self.list.key() and parts:
            self.list.mark(parts[0].name)
        self._change()

    def print_(self) -> None:
        """Print the chosen document, as soon as it is made."""
        self._use(self._send)

    def save(self) -> None:
        """Save the chosen document, as soon as it is made."""
        self._use(self._ask_file)

    def ask_folder(self) -> None:
        """Ask where to, and write the whole folder."""
        dialog = QFileDialog(self, _("Write the whole folder"), self._usual_folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, folder: Path) -> None:
        """Write the whole folder there, in the background."""
        self.notice.clear()
        self._folder = folder
        course, language, tags = self._course(), self.options.paper.key(), self.options.languages.languages()
        register = self._register()

        def work(progress: Progress) -> list[Path]:
            return write_folder(self._context, course, folder, language, tags, self._sheets, progress.report, register)

        attempt(self.notice, lambda: self._context.settings.update(folder=str(folder)))
        self.work.run(work, lambda: _("Making the pages"))

    # -- the chosen document

    def _list(self) -> None:
        language = current_language()
        self.list.show_rows([(name, part.title.say(language)) for name, part in self._parts.items()])

    def _change(self) -> None:
        self._made, self._then = None, None
        if self._task:
            self._task.cancel()
        self._timer.start()

    def _use(self, use: Callable[[str, bytes], object]) -> None:
        if self._made:
            use(*self._made)
        else:
            self._then = use

    def _make(self) -> None:
        part = self._parts.get(self.list.key())
        if part is None:
            return

        def make(_progress: Progress) -> bytes:
            from disaster_support.printing import render_pdf

            return render_pdf(part.build(), self._context.typesetter)

        self._task = run_in_background(
            self, make, on_done=lambda pdf: self._show(part.name, pdf), on_error=self._fail_showing
        )

    def _show(self, name: str, pdf: bytes) -> None:
        self._made = name, pdf
        self.preview.show_pdf(pdf)
        use, self._then = self._then, None
        if use:
            use(name, pdf)

    def _fail_showing(self, sentence: str) -> None:
        self.preview.clear()
        self._fail(sentence)

    def _send(self, name: str, pdf: bytes) -> None:
        from disaster_support.ui.printer import print_with_dialog

        attempt(self.notice, lambda: print_with_dialog(self, pdf, self._parts[name].title.say(current_language())))

    def _ask_file(self, name: str, pdf: bytes) -> None:
        suggested = Path(self._usual_folder()) / f"{name}.pdf"
        ask_save(self, _("Save"), suggested, "PDF (*.pdf)", partial(self._save_to, pdf))

    def _save_to(self, pdf: bytes, path: Path) -> None:
        try:
            write_whole(path, pdf)
            self._context.settings.update(folder=str(path.parent))
        except UserError as error:
            self._fail(str(error))
            return
        self.notice.say("success", lambda: _("Saved as {path}.").format(path=path), opening(self, path))

    def _usual_folder(self) -> str:
        folder = self._context.settings.current.folder
        return folder if folder and Path(folder).is_dir() else str(Path.home())

    # -- the whole folder

    def _tell_written(self, files: list[Path]) -> None:
        folder, count = self._folder, len(files)
        words = ngettext("{count} document is in {folder}.", "{count} documents are in {folder}.", count)
        if self._names_people:
            words += " " + _("They name people and are not encrypted: delete them when they are printed.")
        self.notice.say(
            "success",
            lambda: words.format(count=count, folder=folder),
            (lambda: _("Open the folder"), lambda: open_path(self, folder)),
        )

    def _tell_stopped(self) -> None:
        folder = self._folder
        self.notice.say("warning", lambda: _("Stopped. What was written so far is in {folder}.").format(folder=folder))

    def _fail(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)

    # -- the page

    def _build(self) -> None:
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(16, 8, 8, 8)
        outer.setSpacing(8)
        outer.addWidget(self.notice)
        outer.addWidget(self.work)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        self._row.addWidget(self.list)
        self._row.addWidget(self.preview, 1)
        self._row.addWidget(self.options)
        outer.addLayout(self._row, 1)
        column_in(self).addWidget(scrolling(whole))

    def arrange(self, one_column: bool) -> None:
        """Put the parts below one another in a narrow window."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if one_column else direction.LeftToRight)
        for part, width in ((self.list, _LIST_WIDTH), (self.options, _OPTIONS_WIDTH)):
            wide = round(width * (1 + current_theme().scale) / 2)
            part.setMinimumWidth(0 if one_column else wide)
            part.setMaximumWidth(_UNLIMITED if one_column else wide)
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.preview.setMinimumHeight(_PREVIEW_HEIGHT if one_column else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the documents of the course as it is by now."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Say the list in the new language."""
        self._list()
