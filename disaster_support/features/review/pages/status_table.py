"""The languages in a table: how much of each there is, who checked it, and whether its words keep to the glossary."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from disaster_support.content.model import Language
from disaster_support.features.review.model import LanguageStatus
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.language_picker import name_of
from disaster_support.ui.row_table import choose_rows
from disaster_support.ui.say import say
from disaster_support.ui.theme import TARGET, current_theme

_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_ROWS_SEEN = 5  # at least


class StatusTable(QTableWidget):
    """A row a language; the chosen one is what goes out to reviewers."""

    picked = Signal(str)

    def __init__(self, languages: Sequence[Language]) -> None:
        super().__init__(len(languages), 5)
        self._languages = languages
        self._shown: dict[str, LanguageStatus] = {}
        choose_rows(self)
        self.setProperty("roomy", "true")
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        say(self, self.setAccessibleName, lambda: _("Languages and how far they are checked"))
        self.refresh()
        self.setCurrentCell(0, 0)
        self.currentCellChanged.connect(lambda *_places: self.picked.emit(self.tag()))

    def show_status(self, found: Sequence[LanguageStatus]) -> None:
        """Show these figures."""
        self._shown = {one.language: one for one in found}
        self.refresh()

    def refresh(self) -> None:
        """Say the rows in the interface's language."""
        height = max(TARGET, current_theme().px(TARGET))
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * _ROWS_SEEN + self.horizontalHeader().height())
        for column, words in enumerate(_heads()):
            head = QTableWidgetItem(words)
            if column:
                head.setTextAlignment(_END)
            self.setHorizontalHeaderItem(column, head)
        for row, language in enumerate(self._languages):
            for column, words in enumerate((name_of(language), *self._cells(language.tag))):
                cell = QTableWidgetItem(words)
                if column:
                    cell.setTextAlignment(_END)
                self.setItem(row, column, cell)

    def tag(self) -> str:
        """Return the chosen language."""
        return self._languages[max(0, self.currentRow())].tag

    def choose(self, tag: str) -> None:
        """Choose a language."""
        tags = [language.tag for language in self._languages]
        if tag in tags:
            self.setCurrentCell(tags.index(tag), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen language in sight: a message above takes room from the table."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def status(self) -> LanguageStatus | None:
        """Return the figures of the chosen language, None while they are counted."""
        return self._shown.get(self.tag())

    def _cells(self, tag: str) -> Iterator[str]:
        found = self._shown.get(tag)
        if found is None:
            yield from ("…",) * 4
            return
        yield f"{found.texts} / {found.entries}"
        yield str(found.reviewed)
        yield f"{found.corrections} (+{found.outdated})" if found.outdated else str(found.corrections)
        yield "–" if found.glossary_agreement is None else f"{found.glossary_agreement:g} %"


def _heads() -> tuple[str, ...]:
    return (
        pgettext("review", "Language"),
        pgettext("review", "Texts"),
        # Translators: how many texts a person has checked.
        pgettext("review", "Checked"),
        pgettext("review", "Corrections"),
        # Translators: how far translations use the words of the glossary.
        pgettext("review", "Glossary"),
    )
