"""The form of one person, as columns of text: what the door needs first, then the rest in the paper's order."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from disaster_support.features.reception.columns import COLUMNS, CONSENT_COLUMNS
from disaster_support.features.reception.model import Audience, Sex, Telling, Unanswered
from disaster_support.features.reception.names import split_names
from disaster_support.features.reception.pages.form.answer_field import AnswerField
from disaster_support.features.reception.pages.form.choice_box import ChoiceBox
from disaster_support.features.reception.pages.form.language_rows import LanguageRows, language_name
from disaster_support.features.reception.pages.form.need_rows import NeedRows, NeedTiles
from disaster_support.features.reception.words import say_audience, say_field, say_sex, say_telling
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.lists.countries import list_countries
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.fonts import show_every_script
from disaster_support.ui.say import Words, say

_YES_NO = ("yes", "no")
_TAKE_OFFER = "Alt+K"
_REST = (("other_names", "telling"), ("address", "phone"), ("contact", "notify"))


class PersonForm(QWidget):
    """What is known of one person; `fields` and `set_fields` speak the columns of the documented CSV.

    Enter in any line submits; `edited` tells of every keystroke.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self._lines: dict[str, AnswerField] = {}
        self._choices: dict[str, ChoiceBox] = {}
        self._labelled: dict[str, QWidget] = {}
        self._quiet = False
        show_every_script()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._build_door(languages)
        self._build_rest()
        self._lines["nationality"].complete_from(name for _code, name in list_countries(current_language()))
        self._languages.come_after(self._lines["room"])
        self.name.textChanged.connect(self._offer)
        # Not the button's own shortcut, which presses it a tenth of a second later: Enter may come before.
        QShortcut(QKeySequence(_TAKE_OFFER), self, self._take_offer, context=Qt.ShortcutContext.WindowShortcut)
        self._offer()

    @property
    def name(self) -> AnswerField:
        """The line that the keyboard begins at."""
        return self._lines["name"]

    def fields(self) -> dict[str, str]:
        """Return what stands in the form, by column; empty is not asked."""
        found = {column: line.value() for column, line in self._lines.items()}
        found |= {column: box.value() for column, box in self._choices.items()}
        found |= self._need_rows.values()
        found["languages"] = self._languages.value()
        found["note"] = self._note.toPlainText().strip()
        return {column: found.get(column, "") for column in COLUMNS}

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Show these columns; those that are missing become 'not asked'. Nobody is told."""
        self._quiet = True
        for column, line in self._lines.items():
            line.setText(_shown(column, fields))
        for column, box in self._choices.items():
            box.set_value(fields.get(column, ""))
        self._need_rows.set_values(fields)
        self._languages.set_value(fields.get("languages", ""))
        self._note.setPlainText(fields.get("note", ""))
        self._quiet = False
        self.show_error("", "")

    def show_error(self, column: str, sentence: str) -> bool:
        """Say what is wrong beside its field and go there; return whether there is such a field.

        An empty column takes all errors away.
        """
        for one in self._labelled.values():
            if isinstance(one, LabelledField):
                one.show_error("")
        place = self._labelled.get("birth" if column.startswith("age_") else column)
        if not isinstance(place, LabelledField):
            return False
        place.show_error(sentence)
        (self._languages.first if column == "languages" else place.control).setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit at Enter; on a button, Enter presses it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and not focused.isCheckable():
            focused.click()
        else:
            self.submitted.emit()

    # -- parts

    def _build_door(self, languages: tuple[str, ...]) -> None:
        names = self._grid(3)
        self._add_line(names, 0, 0, "name", lambda: _("A nickname is enough."), needed=True)
        self._add_line(names, 0, 1, "kana")
        self._add_line(names, 0, 2, "latin")
        self._offers = Button(self._offer_words, self._take_offer, kind="text", height="small", icon_name="arrow-right")
        self._offers.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab leads to the next question; the offer has its key
        names.addWidget(self._offers, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeading)
        grid = self._grid(4)
        self._add_line(grid, 0, 0, "birth", lambda: _("S60.3.4 or 34"))
        self._add_choice(grid, 0, 1, "sex", (*Sex, *Unanswered), say_sex)
        self._add_line(grid, 0, 2, "nationality")
        self._add_line(grid, 0, 3, "room")
        self._languages = LanguageRows(language_name(tag) for tag in languages)
        self._languages.edited.connect(self._tell)
        self._add(grid, 1, 0, "languages", lambda: say_field("languages"), self._languages, across=4)
        self._tiles = NeedTiles()
        self._add(grid, 2, 0, "needs", lambda: _("Needs (Space ticks, arrow keys move)"), self._tiles, across=4)

    def _build_rest(self) -> None:
        self._heading(lambda: _("Needs in detail"))
        self._need_rows = NeedRows()
        self._need_rows.edited.connect(self._tell)
        self._need_rows.answered.connect(self._tiles.show_ticked)
        self._tiles.ticked.connect(self._need_rows.tick)
        self._column.addWidget(self._need_rows)
        self._heading(lambda: _("More about the person"))
        grid = self._grid(2)
        for row, pair in enumerate(_REST):
            for place, column in enumerate(pair):
                if column == "telling":
                    self._add_choice(grid, row, place, column, (*Telling, *Unanswered), say_telling)
                else:
                    self._add_line(grid, row, place, column)
        self._heading(lambda: _("Who may be told that they are here"))
        consents = self._grid(2)
        for place, (column, audience) in enumerate(CONSENT_COLUMNS.items()):
            self._add_consent(consents, place, column, audience)
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(96)
        self._note.textChanged.connect(self._tell)
        self._column.addWidget(LabelledField(lambda: say_field("note"), self._note))

    def _grid(self, columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)
        return grid

    def _heading(self, words: Words) -> None:
        label = QLabel()
        label.setProperty("type", "title")
        say(label, label.setText, words)
        self._column.addWidget(label)

    def _add_line(
        self, grid: QGridLayout, row: int, place: int, column: str, hint: Words | None = None, *, needed: bool = False
    ) -> None:
        line = AnswerField()
        line.textEdited.connect(self._tell)
        self._lines[column] = line
        if hint:
            say(line, line.setPlaceholderText, hint)
        label: Words = (
            (lambda: _("{field} (needed)").format(field=say_field(column))) if needed else (lambda: say_field(column))
        )
        self._add(grid, row, place, column, label, line)

    def _add_choice(
        self,
        grid: QGridLayout,
        row: int,
        place: int,
        column: str,
        values: tuple[str, ...],
        describe: Callable[[str], str],
    ) -> None:
        box = ChoiceBox(values, describe)
        box.edited.connect(self._tell)
        self._choices[column] = box
        self._add(grid, row, place, column, lambda: say_field(column), box)

    def _add_consent(self, grid: QGridLayout, place: int, column: str, audience: Audience) -> None:
        box = ChoiceBox(_YES_NO, lambda value: _("Yes") if value.startswith("yes") else _("No"))
        box.edited.connect(self._tell)
        self._choices[column] = box
        self._add(grid, place // 2, place % 2, column, lambda: say_audience(audience), box)

    def _add(
        self, grid: QGridLayout, row: int, place: int, column: str, label: Words, control: QWidget, across: int = 1
    ) -> None:
        labelled = LabelledField(label, control)
        self._labelled[column] = labelled
        grid.addWidget(labelled, row, place, 1, across, Qt.AlignmentFlag.AlignTop)

    # -- names offered, never guessed

    def _offer(self) -> None:
        offer = split_names(self.name.value())
        self._offered = {
            column: text
            for column, text in (("kana", offer.kana), ("latin", offer.latin))
            if text and not self._lines[column].value()
        }
        self._offers.setVisible(bool(self._offered))
        self._offers.setText(self._offer_words())

    def _offer_words(self) -> str:
        offered = getattr(self, "_offered", {})
        words = (_("{field}: {text}").format(field=say_field(column), text=text) for column, text in offered.items())
        return _("{words} ({key})").format(words="、".join(words), key=_TAKE_OFFER)

    def _take_offer(self) -> None:
        for column, text in self._offered.items():
            self._lines[column].setText(text)
        self._offer()
        self._tell()
        self.name.setFocus()

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit()


def _shown(column: str, fields: Mapping[str, str]) -> str:
    """Return how a column's text stands in its line: a country by name, an age in the place of a date."""
    text = fields.get(column, "")
    if column == "nationality" and len(text) == 2 and text.isupper():
        return dict(list_countries(current_language())).get(text, text)
    if column == "birth" and not text:
        return fields.get("age_years", "")
    return text
