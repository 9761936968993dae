"""Fields of a plan: texts in the interface's language that keep their other language, numbers, and chosen things."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from disaster_support.bilingual import EMPTY, Bilingual
from disaster_support.features.training.edits import retell
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.chips import ChipRow
from disaster_support.ui.choices import Choice, ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox, TextBox
from disaster_support.ui.say import Words

_SHORT, _SHORT_JAPANESE = 36, 20  # letters on a chip


class TextField(LabelledField):
    """A text in the interface's language, of one line or of several.

    It is changed from what was shown first: who empties the field to type anew loses nothing of the other language.
    """

    typed = Signal()

    def __init__(self, label: Words, *, is_long: bool = False, help_text: Words | None = None) -> None:
        self.line, self.box = QLineEdit(), TextBox() if is_long else None
        super().__init__(label, self.box or self.line, help_text=help_text)
        self._shown, self._language = EMPTY, current_language()
        if self.box:
            self.box.textChanged.connect(self.typed)
        else:
            self.line.textEdited.connect(lambda _text: self.typed.emit())

    def show_value(self, value: Bilingual) -> None:
        """Show a text in the interface's language."""
        self._shown, self._language = value, current_language()
        if self.box:
            self.box.show_text(value.say(self._language))
        else:
            self.line.setText(value.say(self._language))

    def value(self) -> Bilingual:
        """Return the text as it was changed."""
        text = self.box.toPlainText() if self.box else self.line.text()
        return self._shown if text == self._shown.say(self._language) else self._shown.with_text(text, self._language)

    def changeEvent(self, event: QEvent) -> None:
        """Show the text of the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_value(self.value())


class PointsField(LabelledField):
    """Points, a line for each."""

    typed = Signal()

    def __init__(self, label: Words) -> None:
        self.box = TextBox()
        super().__init__(label, self.box, help_text=lambda: _("A line for each."))
        self._shown: tuple[Bilingual, ...] = ()
        self._language = current_language()
        self.box.textChanged.connect(self.typed)

    def show_value(self, value: Sequence[Bilingual]) -> None:
        """Show the points in the interface's language."""
        self._shown, self._language = tuple(value), current_language()
        self.box.show_text("\n".join(point.say(self._language) for point in value))

    def value(self) -> tuple[Bilingual, ...]:
        """Return the points as they were changed; empty lines are none."""
        lines = [line.strip() for line in self.box.toPlainText().splitlines() if line.strip()]
        return retell(self._shown, lines, self._language)

    def changeEvent(self, event: QEvent) -> None:
        """Show the points in the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_value(self.value())


class NumberField(LabelledField):
    """A whole number."""

    typed = Signal()

    def __init__(self, label: Words, lowest: int, highest: int, *, help_text: Words | None = None) -> None:
        self.box = NumberBox(lowest, highest)
        super().__init__(label, self.box, help_text=help_text)
        self.box.valueChanged.connect(lambda _number: self.typed.emit())

    def show_value(self, value: int) -> None:
        """Show a number."""
        self.box.show_number(value)

    def value(self) -> int:
        """Return the number."""
        return self.box.value()


class ThingsField(LabelledField):
    """Things chosen from what the program ships, in their order: chips, and a box that adds one more."""

    typed = Signal()

    def __init__(self, label: Words, choices: Sequence[Choice]) -> None:
        whole = QWidget()
        self.chips = ChipRow()
        # Translators: the name of a box that adds one more thing to a list; {what} is the list's name.
        self.box = ChoiceBox(lambda: _("{what}: add").format(what=label()))
        super().__init__(label, whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chips)
        column.addWidget(self.box)
        self.set_choices(choices)
        self.chips.changed.connect(self._follow)
        self.box.activated.connect(lambda _index: self._add())

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these from now on."""
        self._choices = dict(choices)

    def show_value(self, value: Iterable[str]) -> None:
        """Show these; what is not known is shown by its id."""
        chosen = list(value)
        self.chips.set_items([(key, partial(_shorten, self._choices.get(key, partial(str, key)))) for key in chosen])
        self._offer()

    def value(self) -> tuple[str, ...]:
        """Return what is chosen."""
        return self.chips.keys()

    def _offer(self) -> None:
        left = [(key, words) for key, words in self._choices.items() if key not in self.chips.keys()]  # noqa: SIM118
        # Translators: first line of a box that adds one of several things to a list.
        self.box.set_choices([("", lambda: _("Add …")), *left])
        self.box.choose("")
        self.box.setVisible(bool(left))

    def _add(self) -> None:
        if key := self.box.key():
            self.show_value([*self.chips.keys(), key])
            self.typed.emit()

    def _follow(self) -> None:
        self._offer()
        self.typed.emit()


def _shorten(words: Words) -> str:
    """Return words that fit on a chip."""
    text, most = words(), _SHORT_JAPANESE if current_language() == "ja" else _SHORT
    return f"{text[:most]}…" if len(text) > most else text
