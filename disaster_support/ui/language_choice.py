"""Languages to print in: chips in print order, and a picker to add more."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.chips import ChipRow
from disaster_support.ui.language_picker import LanguagePicker, name_of

_PICKER_HEIGHT = 280


class LanguageChoice(QWidget):
    """Which languages are printed and in which order."""

    changed = Signal()

    def __init__(self, languages: Iterable[Language]) -> None:
        super().__init__()
        self._languages = {one.tag: one for one in languages if one.tag != SOURCE_LANGUAGE}
        self.chips = ChipRow()
        self.picker = LanguagePicker(self._languages.values())
        self.picker.setFixedHeight(_PICKER_HEIGHT)
        self.picker.hide()
        self.add = Button(lambda: _("Add a language"), height="small", icon_name="plus")
        self.add.setCheckable(True)
        self.add.toggled.connect(self.picker.setVisible)
        self.chips.changed.connect(self._take_chips)
        self.picker.changed.connect(self._take_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.chips, self.add, self.picker):
            column.addWidget(part)

    def languages(self) -> tuple[str, ...]:
        """Return the tags in print order."""
        return self.chips.keys()

    def set_languages(self, tags: Iterable[str]) -> None:
        """Show these without telling anybody."""
        known = [tag for tag in dict.fromkeys(tags) if tag in self._languages]
        self.chips.set_items([(tag, partial(name_of, self._languages[tag])) for tag in known])
        self.picker.set_chosen(known)

    def _take_chips(self) -> None:
        self.picker.set_chosen(self.chips.keys())
        if not self.chips.keys():
            self.add.setFocus()  # the last chip had it
        self.changed.emit()

    def _take_picked(self) -> None:
        self.set_languages(self.picker.chosen())
        self.changed.emit()
