"""Reading the municipality's list of shelters: what it is, what was mended and refused, then taking it over."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Shelter
from disaster_support.features.reception.pages.forms import Form
from disaster_support.features.reception.shelter_lists import ShelterList, read_shelters, write_repairs
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.shelters import list_shelters, put_shelters
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_open, ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.panels import MessagePanel, wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.theme import TARGET, current_theme

_FILES = "*.csv *.xlsx *.xls *.ods *.txt"
_ROWS_SHOWN = 200


class ImportCard(Form):
    """Choose a file, read what became of it, take it over or not."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            lambda: _("The municipality's list of shelters"),
            lambda: _("Open data as CSV or a spreadsheet, of the town or the GSI: for transfers to other shelters."),
        )
        self._context = context
        self.read_list: ShelterList | None = None
        self._known = self.add(wrapping_label())
        self.choose = Button(lambda: _("Read a list"), self.ask_file, icon_name="file-document-outline")
        self.add_buttons(self.choose)
        self.failure = self.add(MessagePanel("error", lambda: ""))
        self.about = self.add(MessagePanel("information", lambda: ""))
        self.table = self.add(_build_table())
        self.take = Button(self._say_take, self.take_over, kind="filled")
        self.save = Button(lambda: _("Save what was mended as a table"), self.ask_report)
        self.add_buttons(self.take, self.save)
        self.saved = self.add(Notice())
        self.done = self.add(MessagePanel("success", lambda: ""))
        say(self, lambda _words: self._say_known(), lambda: "")
        self._show_parts()

    def ask_file(self) -> None:
        """Ask which file it is."""
        kinds = _("Tables ({endings})").format(endings=_FILES)
        ask_open(self, _("Read a list"), kinds, self.read)

    def read(self, path: Path) -> None:
        """Read a list in the background and show what became of it; nothing is taken over yet."""
        self.read_list = None
        self.done.hide()
        self.failure.hide()
        self.saved.clear()
        self.run(lambda: read_shelters(path), self._show, self._fail)

    def take_over(self) -> None:
        """Put the shelters into the register, in the background."""
        if self.read_list is None:
            return
        register, shelters = self._context.door.register, self.read_list.shelters
        self.run(lambda: put_shelters(register, shelters), lambda _none: self._finish(shelters), self._fail)

    def ask_report(self) -> None:
        """Ask where to save what was mended and refused."""
        ask_save(self, _("Save"), Path("shelters-mended.csv"), "CSV (*.csv)", self.save_report)

    def save_report(self, path: Path) -> None:
        """Write what was mended and refused, to be checked at leisure."""
        if self.read_list is None:
            return
        try:
            write_repairs(path, self.read_list.repairs, self.read_list.refused, self.read_list.about)
        except UserError as error:
            self._fail(str(error))
        else:
            self.saved.say("success", lambda: _("Saved as {path}.").format(path=path), opening(self, path))

    def _show(self, read_list: ShelterList) -> None:
        self.read_list = read_list
        self.about.set_words(lambda: f"{read_list.about}\n{_say_counts(read_list)}")
        rows = [(str(one.row or ""), one.column, one.was, one.became, one.why) for one in read_list.repairs]
        rows += [(str(one.row), "", one.text, "", _say_refused(one.why)) for one in read_list.refused]
        _fill(self.table, rows[:_ROWS_SHOWN])
        self.take.setText(self._say_take())
        self._show_parts()
        self.take.setFocus()

    def _finish(self, shelters: Sequence[Shelter]) -> None:
        count = len(shelters)
        self.read_list = None
        self.done.set_words(
            lambda: ngettext("{count} shelter was taken over.", "{count} shelters were taken over.", count).format(
                count=count
            )
        )
        self._say_known()
        self._show_parts()
        self.done.show()
        self.choose.setFocus()

    def _fail(self, sentence: str) -> None:
        self.failure.set_words(lambda: sentence)
        self._show_parts()
        self.failure.show()

    def _show_parts(self) -> None:
        read = self.read_list is not None
        mended = self.read_list is not None and bool(self.read_list.repairs or self.read_list.refused)
        parts: tuple[tuple[QWidget, bool], ...] = (
            (self.failure, False),
            (self.done, False),
            (self.about, read),
            (self.take, read),
            (self.table, mended),
            (self.save, mended),
        )
        for part, shown in parts:
            part.setVisible(shown)

    def _say_known(self) -> None:
        if not self._context.door.is_open:
            return
        count = len(list_shelters(self._context.door.register, own=False))
        self._known.setText(
            ngettext(
                "{count} shelter of a list is in the register.", "{count} shelters of lists are in the register.", count
            ).format(count=count)
        )

    def _say_take(self) -> str:
        count = len(self.read_list.shelters) if self.read_list else 0
        return ngettext("Take over {count} shelter", "Take over {count} shelters", count).format(count=count)


def _say_counts(read_list: ShelterList) -> str:
    return _("Shelters: {shelters}. Mended: {repairs}. Not taken over: {refused}.").format(
        shelters=len(read_list.shelters), repairs=len(read_list.repairs), refused=len(read_list.refused)
    )


def _say_refused(why: str) -> str:
    return _("Not taken over: {why}").format(why=why)


def _build_table() -> QTableWidget:
    table = QTableWidget(0, 5)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    say(table, table.setAccessibleName, lambda: _("What was mended"))
    say(
        table,
        lambda _words: table.setHorizontalHeaderLabels([_("Row"), _("Column"), _("Was"), _("Became"), _("Why")]),
        lambda: "",
    )
    return table


def _fill(table: QTableWidget, rows: Sequence[tuple[str, ...]]) -> None:
    theme = current_theme()
    table.verticalHeader().setDefaultSectionSize(theme.px(TARGET))
    table.setMinimumHeight(theme.px(TARGET) * 6)
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(number, column, item)
    for column, width in enumerate((64, 140, 180, 180)):
        table.setColumnWidth(column, theme.px(width))
