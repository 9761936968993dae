"""What the list of people is narrowed down by: short lists that offer only what is there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from disaster_support.features.reception.model import Filters, NeedKind, State
from disaster_support.features.reception.pages.form.language_rows import language_name
from disaster_support.features.reception.records import Choices
from disaster_support.features.reception.words import say_need, say_state, say_unanswered
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import QuietBox
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.say import Words, say

_LETTERS = 14  # that a closed list shows


class FilterBox(QuietBox):
    """Values with the number of people; the first item is everybody."""

    def __init__(self, name: Words, everybody: Words, describe: Callable[[str], str]) -> None:
        super().__init__()
        self._everybody, self._describe = everybody, describe
        self._values: tuple[tuple[str, int], ...] = ()
        self.setMinimumContentsLength(_LETTERS)
        say(self, self.setAccessibleName, name)
        say(self, self.setToolTip, name)
        self._fill("")

    def value(self) -> str:
        """Return the value chosen, '' for everybody."""
        return str(self.currentData() or "")

    def offer(self, values: Iterable[tuple[str, int]]) -> None:
        """Offer these values; the one that is chosen stays, though nobody may be left under it."""
        self._values = tuple(values)
        self._fill(self.value())

    def clear_choice(self) -> None:
        """Choose everybody, and tell nobody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(0)

    def changeEvent(self, event: QEvent) -> None:
        """Say the items in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill(self.value())

    def _fill(self, chosen: str) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self._everybody(), "")
            values = dict(self._values)
            if chosen:
                values.setdefault(chosen, 0)
            for value, people in values.items():
                self.addItem(_("{value} ({count})").format(value=self._describe(value), count=people), value)
            self.setCurrentIndex(max(0, self.findData(chosen)))


@dataclass(slots=True)
class _Boxes:
    language: FilterBox
    need: FilterBox
    room: FilterBox
    state: FilterBox
    shelter: FilterBox


class FilterRow(QWidget):
    """Language, need, place, state and, where there are several, shelter."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shelter_names: dict[str, str] = {}
        self._boxes = _Boxes(
            FilterBox(lambda: _("Language"), lambda: _("All languages"), language_name),
            FilterBox(lambda: _("Need"), lambda: _("All needs"), lambda value: say_need(NeedKind(value))),
            FilterBox(lambda: _("Place in the shelter"), lambda: _("All places"), say_unanswered),
            FilterBox(lambda: _("Where they are"), lambda: _("Here or not"), lambda value: say_state(State(value))),
            FilterBox(
                lambda: _("Shelter"), lambda: _("All shelters"), lambda value: self._shelter_names.get(value, "")
            ),
        )
        flow = FlowLayout(self)
        for box in self._all():
            flow.addWidget(box)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def filters(self, text: str) -> Filters:
        """Return what to look for, with this text."""
        boxes = self._boxes
        need, state = boxes.need.value(), boxes.state.value()
        return Filters(
            text=text,
            language=boxes.language.value(),
            need=NeedKind(need) if need else None,
            room=boxes.room.value(),
            state=State(state) if state else None,
            shelter_id=boxes.shelter.value(),
        )

    def offer(self, choices: Choices, shelter_names: dict[str, str]) -> None:
        """Offer what is there."""
        self._shelter_names = shelter_names
        self._boxes.language.offer(choices.languages)
        self._boxes.need.offer(choices.needs)
        self._boxes.room.offer(choices.rooms)
        self._boxes.state.offer(choices.states)
        self._boxes.shelter.offer(choices.shelters)
        self._boxes.shelter.setVisible(len(choices.shelters) > 1)

    def clear(self) -> None:
        """Choose everybody everywhere, and tell nobody."""
        for box in self._all():
            box.clear_choice()

    def _all(self) -> tuple[FilterBox, ...]:
        boxes = self._boxes
        return (boxes.language, boxes.need, boxes.room, boxes.state, boxes.shelter)
