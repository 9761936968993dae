"""The log itself: somebody added with or without a name, what was noted last, and lists of others read in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.log import MOST_PEOPLE
from disaster_support.features.drills.model import LogMeans, Part, Participation
from disaster_support.features.drills.pages.log.choices import Origin, part_box, say_country, say_language
from disaster_support.features.drills.pages.row_delegate import RowList
from disaster_support.features.drills.words import say_means, say_part
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import column_in
from disaster_support.ui.say import say

_LATELY, _LIST_HEIGHT = 200, 220


class Entries(QWidget):
    """Enter in any field adds; Delete in the list takes an entry back."""

    added = Signal(object)  # Participation
    taken_back = Signal(object)
    file_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._entries: Sequence[Participation] = ()
        self.name, self.organisation, self.people = QLineEdit(), QLineEdit(), NumberBox(1, MOST_PEOPLE)
        self.part, self.origin = part_box(), Origin(context)
        self.list = RowList()
        self.list.setMinimumHeight(_LIST_HEIGHT)
        say(self.list, self.list.setAccessibleName, lambda: _("What was noted last"))
        self._build()
        for line in (self.name, self.organisation):
            line.returnPressed.connect(self.add)
        QShortcut(QKeySequence("Delete"), self.list, self._take_back, context=Qt.ShortcutContext.WidgetShortcut)

    def show_entries(self, entries: Sequence[Participation]) -> None:
        """Show those noted last, the newest first."""
        self._entries = entries[:_LATELY]
        row = self.list.currentRow()
        self.list.clear()
        self.list.addItems([self._describe(entry) for entry in self._entries])
        self.list.setCurrentRow(min(row, len(self._entries) - 1))

    def add(self) -> None:
        """Add what is in the fields."""
        self.added.emit(
            Participation(
                id="",
                part=Part(self.part.key()),
                people=self.people.value(),
                means=LogMeans.LIST,
                at=self._context.clock(),
                language=self.origin.language.key(),
                nationality=self.origin.country.key(),
                name=self.name.text().strip(),
                organisation=self.organisation.text().strip(),
            )
        )

    def clear(self) -> None:
        """Empty what is of one entry only."""
        self.name.clear()
        self.people.setValue(1)
        self.name.setFocus()

    def retranslate(self) -> None:
        """Say the entries in the new language."""
        self.show_entries(self._entries)

    def _build(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(LabelledField(lambda: _("Name (may stay empty)"), self.name), 3)
        first.addWidget(LabelledField(lambda: _("People"), self.people), 1)
        second.addWidget(LabelledField(lambda: _("Organisation"), self.organisation), 1)
        second.addWidget(LabelledField(lambda: _("Takes part as"), self.part), 1)
        for row in (first, second):
            row.setSpacing(12)
            column.addLayout(row)
        column.addWidget(self.origin)
        bar = Flowing()
        named: Sequence[tuple[Callable[[], str], Callable[[], object], str]] = (
            (lambda: pgettext("participation", "Add (Enter)"), self.add, "plus"),
            (lambda: _("Read a list (CSV, Excel)"), self.file_wanted.emit, "file-import-outline"),
            (lambda: _("Take back (Delete)"), self._take_back, "undo"),
        )
        for words, action, icon_name in named:
            bar.add(Button(words, action, height="small", icon_name=icon_name))
        column.addWidget(bar)
        column.addWidget(self.list, 1)
        column_in(self).addWidget(scrolling(whole))

    def _take_back(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._entries):
            self.taken_back.emit(self._entries[row])

    def _describe(self, entry: Participation) -> str:
        parts = [f"{entry.at.astimezone():%H:%M}", entry.name, entry.organisation, say_part(entry.part)]
        parts += [say_language(self._context, entry.language) if entry.language else ""]
        parts += [say_country(entry.nationality) if entry.nationality else ""]
        parts += [f"×{entry.people}" if entry.people > 1 else "", say_means(entry.means)]
        return " · ".join(part for part in parts if part)
