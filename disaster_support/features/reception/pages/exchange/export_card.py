"""The card that hands a list out: who, in which form, and what to know of the file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from disaster_support.context import Context
from disaster_support.features.reception.exchange_out import (
    FORMATS,
    Exported,
    count_export,
    export_file,
    warn_of_file,
)
from disaster_support.features.reception.model import Filters, State
from disaster_support.features.reception.pages.forms import Form
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening_folder
from disaster_support.ui.panels import MessagePanel, wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.stoppable import Stoppable

_HERE, _EVERYBODY = "here", "everybody"


class ExportCard(Form):
    """Two choices, what comes of them, and the button that asks where to."""

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: _("Take a list along"), warn_of_file)
        self._context = context
        self.who, self.form = QComboBox(), QComboBox()
        self.counts, self.notice = wrapping_label(), Notice()
        self.work = Stoppable[tuple[Path, Exported]](self._tell, self._stop, self._fail)
        self.save = Button(lambda: _("Save the list"), self.ask_file, icon_name="file-export")
        if not context.door.register.staff.may(Right.EXPORT):
            words = lambda: _("Your role does not take lists along. Ask the shelter manager.")  # noqa: E731
            self.add(MessagePanel("information", words))
            return
        self.add(LabelledField(lambda: _("Who"), self.who))
        self.add(LabelledField(lambda: _("As"), self.form))
        self.add(self.counts)
        self.add(self.work)
        self.add(self.notice)  # above the button, that it is seen in a low window
        self.add_buttons(self.save)
        say(self, lambda _words: self._name_choices(), lambda: "")
        self.who.currentIndexChanged.connect(self.count)
        self.form.currentIndexChanged.connect(self.count)

    def choose(self, who: str, form: str) -> None:
        """Choose who, 'here' or 'everybody', and one of the `FORMATS`."""
        self.who.setCurrentIndex(self.who.findData(who))
        self.form.setCurrentIndex(self.form.findData(form))

    def count(self) -> None:
        """Say how many people the file would hold now."""
        if self.who.count():
            counted = count_export(self._context.door.register, str(self.form.currentData()), self._filters())
            self.counts.setText(counted.describe())

    def ask_file(self) -> None:
        """Ask where to."""
        form = str(self.form.currentData())
        ending = "xml" if form == "pfif" else form
        kinds = f"{form.upper()} (*.{ending})"
        ask_save(self, _("Save the list"), Path(f"evacuees.{ending}"), kinds, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the list in the background; when it is stopped there is no file."""
        register, form, filters = self._context.door.register, str(self.form.currentData()), self._filters()
        self.notice.clear()
        self.work.run(
            lambda progress: (path, export_file(register, form, path, filters, progress.report)),
            lambda: _("The list is being written …"),
        )

    def _filters(self) -> Filters:
        return Filters(state=State.HERE) if self.who.currentData() == _HERE else Filters()

    def _tell(self, done: tuple[Path, Exported]) -> None:
        path, exported = done
        self.notice.say(
            "success",
            lambda: _("Saved as {path}. {people}").format(path=path, people=exported.describe()),
            opening_folder(self, path),
        )

    def _stop(self) -> None:
        self.notice.say("information", lambda: _("Stopped: no file was written."))

    def _fail(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)

    def _name_choices(self) -> None:
        forms = {
            "xlsx": _("Excel (XLSX)"),
            "csv": _("CSV: for any spreadsheet"),
            "pfif": _("PFIF 1.4: for registers in which relatives search, only those who agreed"),
            "json": _("JSON: for programs"),
        }
        people = {_HERE: _("Who is here now"), _EVERYBODY: _("Everybody in the register")}
        for box, names in ((self.who, people), (self.form, {form: forms[form] for form in FORMATS})):
            chosen = max(0, box.currentIndex())
            with QSignalBlocker(box):
                box.clear()
                for value, name in names.items():
                    box.addItem(name, value)
                box.setCurrentIndex(chosen)
        self.count()
