"""The card that takes a list: chosen or dropped; read in the background, handed on to be looked over."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.export import template_csv
from disaster_support.features.reception.pages.exchange.reading import open_list
from disaster_support.features.reception.pages.forms import Form
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_open, ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.panels import MessagePanel

_ENDINGS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods *.xml *.pfif"


class ImportCard(Form):
    """One button, and a place to drop a file on."""

    opened = Signal(object)  # an `Opened`: the file could be read

    def __init__(self, context: Context) -> None:
        super().__init__(
            lambda: _("Bring a list in"),
            lambda: _(
                "Drop a file here, or choose one: CSV, Excel (XLSX, XLS), ODS or PFIF. You look it over before anybody"
                " is added."
            ),
        )
        self._context = context
        self.notice = Notice()
        self.may = context.door.register.staff.may(Right.MANAGE)
        self.setAcceptDrops(self.may)
        self.choose = Button(lambda: _("Choose a file"), self.ask_file, kind="filled", icon_name="file-import")
        self.template = Button(lambda: _("Save an empty list"), self.ask_template, icon_name="file-outline")
        if self.may:
            self.add_buttons(self.choose, self.template)
        else:
            self.add(
                MessagePanel(
                    "information", lambda: _("Only a manager of the register brings lists in. Ask the shelter manager.")
                )
            )
        self.add(self.notice)

    def ask_file(self) -> None:
        """Ask which file it is."""
        kinds = _("Lists ({endings})").format(endings=_ENDINGS)
        ask_open(self, _("Choose a file"), kinds, self.read)

    def read(self, path: Path) -> None:
        """Read a file in the background."""
        self.notice.say("information", lambda: _("{name} is being read …").format(name=path.name))
        now = self._context.clock().astimezone()
        self.run(lambda: open_list(path, now), self._hand_on, self._fail)

    def ask_template(self) -> None:
        """Ask where to save an empty list."""
        ask_save(self, _("Save an empty list"), Path("evacuees.csv"), "CSV (*.csv)", self.save_template)

    def save_template(self, path: Path) -> None:
        """Write an empty list with the documented columns and two examples."""
        try:
            write_whole(path, template_csv())
        except UserError as error:
            self._fail(str(error))
        else:
            self.notice.say("success", lambda: _("Saved as {path}.").format(path=path), opening(self, path))

    def _hand_on(self, opened: object) -> None:
        self.notice.clear()
        self.opened.emit(opened)

    def _fail(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))
