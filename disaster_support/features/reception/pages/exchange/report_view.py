"""What became of an import: the report on the screen and as a file, and the way back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.import_report import ImportReport, write_report
from disaster_support.features.reception.pages.exchange.remarks import RemarkList
from disaster_support.features.reception.service import remove_people, restore_people
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Task, run_in_background


class ReportView(QWidget):
    """Stays until somebody goes on to another list."""

    left = Signal()

    def __init__(self, context: Context, report: ImportReport, about: tuple[str, ...]) -> None:
        super().__init__()
        self._context, self._report, self._about = context, report, about
        self._task: Task | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        title = QLabel()
        title.setProperty("type", "title")
        say(title, title.setText, lambda: _("Report of the import"))
        column.addWidget(title)
        self.notice = Notice()
        self.notice.say("success", report.describe)
        column.addWidget(self.notice)
        self.remarks = RemarkList()
        self.remarks.show_report(report)
        self.remarks.setVisible(bool(report.remarks))
        column.addWidget(self.remarks, 1)
        column.addWidget(self._build_buttons())
        if not report.remarks:
            column.addStretch(1)

    def _build_buttons(self) -> QWidget:
        whole = QWidget()
        row = FlowLayout(whole, 12)
        self.another = Button(lambda: _("Another list"), self.left.emit, kind="filled")
        self.save = Button(lambda: _("Save the report"), self.ask_report, icon_name="content-save")
        self.undo = Button(lambda: _("Take this import back"), self.take_back, icon_name="undo")
        self.save.setVisible(bool(self._report.remarks))
        self.undo.setVisible(bool(self._report.ids))
        for button in (self.another, self.save, self.undo):
            row.addWidget(button)
        return whole

    def ask_report(self) -> None:
        """Ask where the report is to be saved."""
        ask_save(self, _("Save the report"), Path("import-report.csv"), "CSV (*.csv)", self.save_report)

    def save_report(self, path: Path) -> None:
        """Write the report for whoever sent the list."""
        try:
            write_report(path, self._report.remarks, self._about)
        except UserError as error:
            sentence = str(error)
            self.notice.say("error", lambda: sentence)
        else:
            self.notice.say(
                "success",
                lambda: _("Saved as {path}. It holds names: keep it safe.").format(path=path),
                opening(self, path),
            )

    def take_back(self) -> None:
        """Take everybody out whom this import has added."""
        self._change(removed=True)

    def bring_back(self) -> None:
        """Bring them back in."""
        self._change(removed=False)

    def _change(self, *, removed: bool) -> None:
        if self._task and self._task.running:
            return
        register, ids = self._context.door.register, self._report.ids
        act = remove_people if removed else restore_people
        self._task = run_in_background(
            self,
            lambda _progress: act(register, ids),
            on_done=lambda _none: self._tell(removed=removed),
            on_error=lambda sentence: self.notice.say("error", lambda: sentence),
        )

    def _tell(self, *, removed: bool) -> None:
        count = len(self._report.ids)
        if removed:
            words = ngettext(
                "The import was taken back: {count} person is in no list any more.",
                "The import was taken back: {count} people are in no list any more.",
                count,
            ).format(count=count)
            self.notice.say("success", lambda: words, (lambda: _("Bring them back"), self.bring_back))
        else:
            self.notice.say("success", self._report.describe)
        self.undo.setVisible(not removed)
        self.another.setFocus()
        self._context.changes.announce(Change.PEOPLE)
