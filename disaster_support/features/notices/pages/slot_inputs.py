"""Fields for what stands in a slot: a day, a time, a place, a number, words. Each gives and takes the slot's text."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from disaster_support.content.model import Slot, SlotType
from disaster_support.features.notices.model import MOST_LETTERS
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import QuietBox, Switch
from disaster_support.ui.inputs import DayBox, NumberBox
from disaster_support.ui.parts import column_in
from disaster_support.ui.say import Words, say

_TODAY, _TOMORROW, _OTHER = "today", "tomorrow", "other"
_HIGHEST = 999_999  # a number that is too high is said at the field, not kept from being typed
_HOURS = (*range(6, 24), *range(6))  # as people look for them: the morning first
_SHORTEST = 8  # letters

PlaceChoices = Sequence[tuple[str, str]]
"""The text of each place and what it is called."""


class SlotInput(QWidget):
    """What stands in one slot; `changed` tells when somebody has changed it."""

    changed = Signal()

    def text(self) -> str:
        """Return the text, empty where nothing is given."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        raise NotImplementedError

    def name(self, words: Words) -> None:
        """Call the control that one types in as its label does, for who hears it read out."""
        if control := self.focusProxy():
            say(control, control.setAccessibleName, words)


def make_input(slot: Slot, today: Callable[[], date], places: PlaceChoices) -> SlotInput:
    """Return the field for a slot's type."""
    match slot.type:
        case SlotType.DATE:
            return DayInput(today)
        case SlotType.TIME:
            return TimeInput()
        case SlotType.PLACE:
            return PlaceInput(places)
        case SlotType.COUNT:
            return CountInput(slot)
        case _:
            return WordsInput()


class DayInput(SlotInput):
    """Today, tomorrow, or a day of the calendar."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.which = Switch(
            lambda: "",
            ((_TODAY, lambda: _("Today")), (_TOMORROW, lambda: _("Tomorrow")), (_OTHER, lambda: _("Another day"))),
        )
        self.box = DayBox()
        self.box.show_day(today())
        say(self.box, self.box.setAccessibleName, lambda: _("Another day"))
        self.box.hide()
        column = column_in(self, spacing=4)
        column.addWidget(self.which)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeading)
        self.which.changed.connect(self._choose)
        self.box.dateChanged.connect(lambda _day: self.changed.emit())
        self.setFocusProxy(self.which.button(_TODAY))

    def text(self) -> str:
        """Return the day in ISO."""
        days = {_TODAY: self._today(), _TOMORROW: self._today() + timedelta(days=1)}
        return days.get(self.which.key(), self.box.day()).isoformat()

    def show_text(self, text: str) -> None:
        """Show a day in ISO; none is today."""
        day = date.fromisoformat(text) if text else self._today()
        known = {self._today(): _TODAY, self._today() + timedelta(days=1): _TOMORROW}
        self.box.show_day(day)
        blocked = self.which.blockSignals(True)
        self.which.choose(known.get(day, _OTHER))
        self.which.blockSignals(blocked)
        self.box.setVisible(self.which.key() == _OTHER)

    def name(self, words: Words) -> None:
        """Call the row of choices so; each of them has its own words."""
        say(self.which, self.which.setAccessibleName, words)

    def _choose(self) -> None:
        self.box.setVisible(self.which.key() == _OTHER)
        self.changed.emit()


class _Box(SlotInput):
    """A box that offers texts and takes others."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QuietBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumContentsLength(_SHORTEST)
        self.line.setMaxLength(2 * MOST_LETTERS)  # with readings
        column_in(self).addWidget(self.box)
        self.box.editTextChanged.connect(lambda _text: self.changed.emit())
        self.setFocusProxy(self.box)

    def name(self, words: Words) -> None:
        """Call both the box and the line in it so."""
        super().name(words)
        say(self.line, self.line.setAccessibleName, words)

    @property
    def line(self) -> QLineEdit:
        """Where one types."""
        line = self.box.lineEdit()
        assert line is not None
        return line

    def text(self) -> str:
        """Return what is chosen or typed."""
        return self.box.currentText().strip()

    def show_text(self, text: str) -> None:
        """Show a text."""
        blocked = self.blockSignals(True)
        self.box.setEditText(text)
        self.blockSignals(blocked)


class TimeInput(_Box):
    """A time: one of the half hours, or any that is typed. Empty until somebody gives it."""

    def __init__(self) -> None:
        super().__init__()
        self.box.addItems([f"{hour}:{minute:02}" for hour in _HOURS for minute in (0, 30)])
        self.box.setCompleter(None)  # type: ignore[arg-type]
        self.line.setPlaceholderText("15:00")
        self.show_text("")


class PlaceInput(_Box):
    """One of the shelter's places, or another that is typed."""

    def __init__(self, places: PlaceChoices) -> None:
        super().__init__()
        self._places: PlaceChoices = ()
        self.set_places(places)
        self.show_text("")

    def set_places(self, places: PlaceChoices) -> None:
        """Offer these; what is given stays."""
        before = self.text()
        self._places = places
        names = [name for _text, name in places]
        blocked = self.blockSignals(True)
        self.box.clear()
        self.box.addItems(names)
        finder = QCompleter(QStringListModel(names, self.box), self.box)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(finder)
        self.show_text(before)
        self.blockSignals(blocked)

    def text(self) -> str:
        """Return the text of the place that is named, or what is typed."""
        typed = super().text()
        return next((text for text, name in self._places if name == typed), typed)

    def show_text(self, text: str) -> None:
        """Show a place by its name."""
        super().show_text(dict(self._places).get(text, text))


class CountInput(SlotInput):
    """A whole number; empty until somebody gives it."""

    def __init__(self, slot: Slot) -> None:
        super().__init__()
        self._empty = min(0, slot.least - 1)
        self.box = NumberBox(self._empty, _HIGHEST)
        self.box.setSpecialValueText(" ")
        self.box.setValue(self._empty)
        column_in(self).addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeading)
        self.box.valueChanged.connect(lambda _number: self.changed.emit())
        self.setFocusProxy(self.box)

    def text(self) -> str:
        """Return the digits."""
        return "" if self.box.value() == self._empty else str(self.box.value())

    def show_text(self, text: str) -> None:
        """Show a number."""
        self.box.show_number(int(text) if text.isdecimal() else self._empty)


class WordsInput(SlotInput):
    """A telephone number, a name, or words."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(2 * MOST_LETTERS)
        column_in(self).addWidget(self.line)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        """Show words."""
        self.line.blockSignals(True)
        self.line.setText(text)
        self.line.blockSignals(False)
