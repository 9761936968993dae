"""The rows of a list: the first people as they would be, and what was mended, refused or known already."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from disaster_support.features.reception.columns import COLUMNS
from disaster_support.features.reception.import_report import ImportReport, Outcome, say_became, say_outcome
from disaster_support.features.reception.intake import write_fields
from disaster_support.features.reception.model import State
from disaster_support.features.reception.pages.exchange.text_table import TextTable
from disaster_support.features.reception.pages.people.saying import say_answer
from disaster_support.features.reception.tables import Row
from disaster_support.features.reception.words import say_field, say_state
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.say import say

PREVIEWED = 50
"""People of a list that are shown before it is imported."""

_PEOPLE, _ALL = "people", "all"
_AS_WRITTEN = ("name", "age_years", "arrived_at", "household")


class RemarkList(QWidget):
    """A choice of what to show above the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Row] = ()
        self._report: ImportReport | None = None
        self.choice = QComboBox()
        self.choice.currentIndexChanged.connect(self._show)
        self.table = TextTable(lambda: _("Rows of the list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(LabelledField(lambda: _("Show"), self.choice))
        column.addWidget(self.table, 1)
        say(self, lambda _words: self._fill(), lambda: "")

    def show_report(self, report: ImportReport, people: Sequence[Row] = ()) -> None:
        """Show the remarks of a report, after the first of the people where the import is still to come."""
        self._report, self._people = report, people
        self._fill()

    def _fill(self) -> None:
        if self._report is None:
            return
        former = self.choice.currentData()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for value, words in self._list_choices(self._report):
                self.choice.addItem(words, value)
            self.choice.setCurrentIndex(max(0, self.choice.findData(former)))
        self._show()

    def _list_choices(self, report: ImportReport) -> list[tuple[str, str]]:
        choices = [(_PEOPLE, _("The first people, as they will be"))] if self._people else []
        choices.append((_ALL, _("Everything that is not taken as it stands")))
        for outcome in Outcome:
            count = report.count(outcome)
            if count:
                words = ngettext("{outcome}: {count} row", "{outcome}: {count} rows", count)
                words = words.format(outcome=say_outcome(outcome), count=count)
                choices.append((str(outcome), words))
        return choices

    def _show(self) -> None:
        shown = self.choice.currentData()
        if self._report is None or shown is None:
            return
        if shown == _PEOPLE:
            self.table.show_rows(*_describe_people(self._people))
            return
        remarks = [one for one in self._report.remarks if shown in (_ALL, str(one.outcome))]
        self.table.show_rows(
            [_("Row"), _("Outcome"), _("Name"), _("Column"), _("Was"), _("Became"), _("Why")],
            [
                (
                    str(one.row),
                    say_outcome(one.outcome),
                    one.name,
                    say_field(one.column),
                    one.was,
                    say_became(one),
                    one.why,
                )
                for one in remarks
            ],
        )


def _describe_people(rows: Sequence[Row]) -> tuple[list[str], list[list[str]]]:
    """Return a header and rows of the columns in which anything stands."""
    people = [(row.number, write_fields(row.intake)) for row in rows if row.intake]
    columns = [column for column in COLUMNS if any(fields[column] for _number, fields in people)]
    header = [_("Row"), *map(say_field, columns)]
    return header, [[str(number), *(_say(one, fields[one]) for one in columns)] for number, fields in people]


def _say(column: str, text: str) -> str:
    if not text or column in _AS_WRITTEN:
        return text
    return say_state(State(text)) if column == "state" else say_answer(column, text)
