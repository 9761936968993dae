"""How far each language of the library is translated, and whether anybody has checked it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.language_picker import name_of
from disaster_support.ui.panels import IconLabel, wrapping_label
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.say import say


class CoveragePanel(QWidget):
    """A row a language: autonym, name, and its state in words."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        note = wrapping_label()
        say(note, note.setText, _explain_states)
        column.addWidget(note)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(3, 1)
        for row, language in enumerate(catalogue.languages.values()):
            self._add(grid, row, language)
        column.addLayout(grid)

    def _add(self, grid: QGridLayout, row: int, language: Language) -> None:
        state, name, icon = wrapping_label(), QLabel(), IconLabel("check", 20, "ink")
        icon.draw(*self._choose_icon(language))
        autonym = PhraseLabel(language)
        autonym.set_phrase(language.autonym)
        say(name, name.setText, lambda: name_of(language))
        say(state, state.setText, lambda: self.describe(language))
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(autonym, row, 0, Qt.AlignmentFlag.AlignLeading | middle)
        for place, widget in enumerate((name, icon, state), start=1):
            grid.addWidget(widget, row, place, middle)

    def _choose_icon(self, language: Language) -> tuple[str, int, str]:
        filled, total, reviewed = self._catalogue.coverage(language.tag)
        if language.tag == SOURCE_LANGUAGE or (filled and filled == total == reviewed):
            return "check-circle", 20, "success"
        return ("alert", 20, "warning") if filled else ("minus-circle-outline", 20, "ink_secondary")

    def describe(self, language: Language) -> str:
        """Return the state of a language in words."""
        filled, total, reviewed = self._catalogue.coverage(language.tag)
        if language.tag == SOURCE_LANGUAGE:
            return ngettext("The source: {total} text.", "The source: {total} texts.", total).format(total=total)
        if not filled:
            return _("No texts yet.")
        share = _("{filled} of {total} texts.").format(filled=filled, total=total)
        return f"{share} {_describe_review(filled, reviewed)}"

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rows as high as their text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


def _describe_review(filled: int, reviewed: int) -> str:
    if not reviewed:
        return _("Unreviewed.")
    if reviewed >= filled:
        return _("All checked by a person.")
    return _("{reviewed} checked by a person, the others unreviewed.").format(reviewed=reviewed)


def _explain_states() -> str:
    return _(
        "Unreviewed: written without a native speaker's check. Unreviewed texts are marked on screen and on paper."
    )
