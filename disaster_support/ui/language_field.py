"""The languages of a sheet for walls: chips in print order, a picker to add more, and sets to keep."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.chips import ChipRow
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.language_picker import LanguagePicker, name_of
from disaster_support.ui.parts import headed
from disaster_support.ui.say import say
from disaster_support.wall_choices import WallChoices

_PICKER_HEIGHT = 320


class LanguageField(QWidget):
    """Which languages are printed and in which order; `changed` tells when somebody has chosen."""

    changed = Signal()

    def __init__(self, choices: WallChoices, languages: Iterable[Language]) -> None:
        super().__init__()
        self._choices = choices
        self._languages = {language.tag: language for language in languages if language.tag != SOURCE_LANGUAGE}
        self.chips = ChipRow()
        self.chips.changed.connect(self._take_chips)
        self.picker = LanguagePicker(self._languages.values())
        self.picker.setFixedHeight(_PICKER_HEIGHT)
        self.picker.changed.connect(self._take_picked)
        self.sets = _SetPanel(choices, self.languages)
        self.sets.applied.connect(self._apply)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        self.add = _toggle(Button(lambda: _("Add"), height="small", icon_name="plus"), self.picker)
        # Translators: sets of languages that are used together, kept under a name.
        self.open_sets = _toggle(Button(lambda: _("Sets"), height="small", icon_name="folder-star-outline"), self.sets)
        row.addWidget(self.add)
        row.addWidget(self.open_sets)
        row.addStretch(1)
        column.addWidget(headed(lambda: _("Languages, in print order"), buttons))
        column.addWidget(self.picker)
        column.addWidget(self.sets)
        column.addWidget(self.chips)

    def languages(self) -> tuple[str, ...]:
        """Return the tags in print order."""
        return self.chips.keys()

    def set_languages(self, tags: Iterable[str]) -> None:
        """Show these without telling anybody."""
        known = [tag for tag in tags if tag in self._languages]
        self.chips.set_items([(tag, partial(name_of, self._languages[tag])) for tag in known])
        self.picker.set_chosen(known)

    def refresh_sets(self) -> None:
        """Show the sets that are kept now."""
        self.sets.refresh()

    def _take_chips(self) -> None:
        self.picker.set_chosen(self.chips.keys())
        if not self.chips.keys():
            self.add.setFocus()  # the last chip had it
        self.changed.emit()

    def _take_picked(self) -> None:
        """Follow the picker, which keeps the order and adds at the end."""
        self.set_languages(self.picker.chosen())
        self.changed.emit()

    def _apply(self, name: str) -> None:
        self.set_languages(self._choices.language_sets().get(name, ()))
        self.changed.emit()


class _SetPanel(QWidget):
    """The sets that are kept: use one, delete one, keep the languages of now under a name."""

    applied = Signal(str)

    def __init__(self, choices: WallChoices, languages: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._choices = choices
        self._languages = languages
        self.names = QComboBox()
        self.name = QLineEdit()
        self.name.returnPressed.connect(self._save)
        self._field = LabelledField(lambda: _("Keep the languages of now as a set"), self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._known = QWidget()
        column.addWidget(self._known)
        self._build_known()
        column.addWidget(self._field)
        self.save = Button(lambda: _("Save set"), self._save, height="small")
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        self._deleted: tuple[str, tuple[str, ...]] = ("", ())
        self.undo = Button(self._undo_words, self._undo, kind="text", height="small")
        self.undo.hide()
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeading)
        self.refresh()

    def _build_known(self) -> None:
        say(self, self.names.setAccessibleName, lambda: _("Set of languages"))
        row = QHBoxLayout(self._known)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.names, 1)
        self.use = Button(lambda: _("Use"), self._use, height="small")
        self.delete = IconButton(lambda: _("Delete this set"), "trash-can-outline", self._delete)
        row.addWidget(self.use)
        row.addWidget(self.delete)

    def refresh(self) -> None:
        """Show the sets that are kept now."""
        current = self.names.currentText()
        self.names.clear()
        self.names.addItems(list(self._choices.language_sets()))
        self.names.setCurrentIndex(max(0, self.names.findText(current)))
        self._known.setVisible(self.names.count() > 0)

    def _use(self) -> None:
        self.applied.emit(self.names.currentText())

    def _save(self) -> None:
        self._try(lambda: self._choices.save_language_set(self.name.text(), self._languages()))

    def _delete(self) -> None:
        name = self.names.currentText()
        self._deleted = name, self._choices.language_sets().get(name, ())
        self._try(lambda: self._choices.delete_language_set(name))
        self.undo.setText(self._undo_words())
        self.undo.setVisible(name not in self._choices.language_sets())

    def _undo_words(self) -> str:
        # Translators: a button that brings a deleted set of languages back.
        return _("Bring back “{name}”").format(name=self._deleted[0])

    def _undo(self) -> None:
        self._try(lambda: self._choices.save_language_set(*self._deleted))
        self.undo.setVisible(self._deleted[0] not in self._choices.language_sets())

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except UserError as error:
            self._field.show_error(str(error))
            return
        self._field.show_error("")
        self.name.clear()
        self.refresh()


def _toggle(button: Button, panel: QWidget) -> Button:
    """Let a button open and close a panel below it."""
    button.setCheckable(True)
    button.toggled.connect(panel.setVisible)
    panel.hide()
    return button
