"""The languages of a person: the one they want to be spoken to in first, how far they get, the script they read."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.features.reception.languages_text import read_languages
from disaster_support.features.reception.model import Level
from disaster_support.features.reception.pages.form.answer_field import AnswerField
from disaster_support.features.reception.pages.form.choice_box import ChoiceBox
from disaster_support.features.reception.words import say_level
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.lists.languages import read_language
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.say import Words, say

JAPANESE = "ja"
_NO_SCRIPT = "none"
_SCRIPTS = (
    _NO_SCRIPT,
    *("Latn", "Hani", "Kana", "Hang", "Thai", "Mymr", "Khmr", "Laoo", "Deva", "Beng", "Sinh", "Taml", "Arab", "Cyrl"),
    *("Grek", "Geor", "Armn", "Hebr", "Ethi", "Guru", "Gujr", "Telu", "Mong"),
)
_OWN_LEVELS = (Level.INTERPRETER, Level.FLUENT, Level.SLOW, Level.READS)
_JAPANESE_LEVELS = (Level.EASY_JA, Level.SLOW, Level.READS, Level.FLUENT)


class LanguageRows(QWidget):
    """One row a language; the row of Japanese is always there and counts once a level is chosen in it."""

    edited = Signal()

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._rows: list[_Row] = []
        self._before: QWidget | None = None  # what the keyboard comes to before the first row
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._japanese = _Row(self._names, _JAPANESE_LEVELS, fixed=JAPANESE)
        self._japanese.edited.connect(self.edited)
        self._add = Button(lambda: _("Add a language"), self._add_empty, kind="text", height="small", icon_name="plus")
        self._column.addWidget(self._japanese)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_value("")

    @property
    def first(self) -> QWidget:
        """The field that the keyboard comes to first."""
        return self._rows[0].language

    def come_after(self, widget: QWidget) -> None:
        """Let the keyboard come to the first row after this widget, and then to each row in its order."""
        self._before = widget
        self._order_tabs()

    def _order_tabs(self) -> None:
        if self._before is None:
            return
        rows = [*self._rows, self._japanese]
        stops = [stop for row in rows for stop in (row.language, row.level, row.script, row.remove) if stop.parent()]
        for first, second in pairwise([self._before, *stops, self._add]):
            QWidget.setTabOrder(first, second)

    def value(self) -> str:
        """Return the languages as the documented column has them: vi=interpreter;ja=slow."""
        rows = [*self._rows, self._japanese]
        return ";".join(text for text in (row.value() for row in rows) if text)

    def set_value(self, text: str) -> None:
        """Show these languages; what cannot be read stands in the first row as it was typed."""
        for row in tuple(self._rows):
            self._drop(row)
        try:
            languages = read_languages(text)
        except UserError:
            self._add_row().language.setText(text)
            return
        self._japanese.level.set_value("")
        self._japanese.script.set_value("")
        for one in languages:
            # Japanese that somebody wants to be spoken to in first is a row like any other.
            row = self._japanese if one.tag == JAPANESE and (self._rows and one.level) else self._add_row()
            row.show_language(one.tag, one.level or "", one.script)
        if not self._rows:
            self._add_row()

    def _add_empty(self) -> None:
        self._add_row().language.setFocus()

    def _add_row(self) -> "_Row":
        row = _Row(self._names, _OWN_LEVELS)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self._rows[0].remove.setVisible(len(self._rows) > 1)
        self._order_tabs()
        return row

    def _remove(self, row: "_Row") -> None:
        self._drop(row)
        self._rows[0].remove.setVisible(len(self._rows) > 1)
        self._rows[0].language.setFocus()
        self.edited.emit()

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    """A language, how far somebody gets with it, and the script they read where it is not the usual one."""

    edited = Signal()
    removed = Signal()

    def __init__(self, names: Iterable[str], levels: Iterable[Level], fixed: str = "") -> None:
        super().__init__()
        self._fixed = fixed
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.language = AnswerField()
        self.level = ChoiceBox(levels, lambda value: say_level(Level(value)))
        self.script = ChoiceBox(_SCRIPTS, _say_script, lambda: _("Usual script"))
        self.remove = IconButton(lambda: _("Remove this language"), "close", self.removed.emit)
        if fixed:
            label = QLabel()
            label.setProperty("type", "strong")
            say(label, label.setText, lambda: _("Japanese"))
            row.addWidget(label, 3)
        else:
            row.addWidget(self.language, 3)
            self.language.complete_from(names)
        row.addWidget(self.level, 3)
        row.addWidget(self.script, 2)
        row.addWidget(self.remove)
        self.language.setVisible(not fixed)
        self.remove.setVisible(not fixed)
        self._name(lambda: _("Language"), lambda: _("How well"), lambda: _("Script they read"))
        self.language.textEdited.connect(self.edited)
        self.level.edited.connect(self.edited)
        self.script.edited.connect(self.edited)

    def value(self) -> str:
        """Return this row as the column has it; empty where no language stands in it."""
        tag, level, script = self._fixed or self._tag(), self.level.value(), self.script.value()
        if not tag or (self._fixed and not level and not script):
            return ""
        return tag + (f"={level}" if level or script else "") + (f"/{script}" if script else "")

    def show_language(self, tag: str, level: str, script: str) -> None:
        """Show a language."""
        self.language.setText(language_name(tag))
        self.level.set_value(level)
        self.script.set_value(script)

    def _tag(self) -> str:
        typed = self.language.value()
        try:
            return read_language(typed) if typed else ""
        except UserError:
            return typed  # said beside the field when the form is read

    def _name(self, language: Words, level: Words, script: Words) -> None:
        for control, words in ((self.language, language), (self.level, level), (self.script, script)):
            say(control, control.setAccessibleName, words)
            say(control, control.setToolTip, words)
        say(self.language, self.language.setPlaceholderText, language)


def language_name(tag: str) -> str:
    """Return the name of a language in the interface's language, such that it can be read back; else the tag."""
    from babel import Locale

    names = Locale.parse(current_language()).languages
    name = names.get(tag.replace("-", "_")) or ""
    try:
        return name if name and read_language(name) == tag else tag
    except UserError:
        return tag


def _say_script(code: str) -> str:
    from babel import Locale

    if code == _NO_SCRIPT:
        return _("Cannot read")
    return str(Locale.parse(current_language()).scripts.get(code, code))
