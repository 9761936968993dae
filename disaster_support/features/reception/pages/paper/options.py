"""What can be printed, and what is chosen for each: widgets that give a job."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from disaster_support.content.tags import match_tag
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Shelter
from disaster_support.features.reception.moments import read_moment
from disaster_support.features.reception.paper.roster import Order
from disaster_support.features.reception.printing import (
    MOST_BLANK_CARDS,
    BlankCards,
    DailyCount,
    Job,
    PublicList,
    Roster,
)
from disaster_support.i18n import gettext as _
from disaster_support.storage.counts import count_languages
from disaster_support.storage.shelters import list_shelters
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.language_choice import LanguageChoice
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say

_USUAL_COUNT = 10
_TITLE = "form.title"  # whichever language has it has the whole card
_ORDERS: Sequence[tuple[Order, Words]] = (
    (Order.ROOM, lambda: _("By room")),
    (Order.LANGUAGE, lambda: _("By language")),
    (Order.HOUSEHOLD, lambda: _("By household")),
)


class Options(QWidget):
    """The choices of one kind of paper; `changed` tells when the paper looks different."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def job(self) -> Job:
        """Return what is to be printed.

        Raises:
            UserError: something that was typed cannot be read.

        """
        raise NotImplementedError

    def refresh(self) -> None:
        """Offer what the register knows by now; called when this is shown."""


class BlankOptions(Options):
    """Languages and how many."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.languages = LanguageChoice(context.catalogue.languages.values())
        self.count = NumberBox(1, MOST_BLANK_CARDS)
        self.count.setValue(_USUAL_COUNT)
        self.column.addWidget(LabelledField(lambda: _("Languages, up to six"), self.languages))
        self.column.addWidget(LabelledField(lambda: _("How many cards"), self.count))
        note = wrapping_label()
        note.setProperty("type", "secondary")
        say(note, note.setText, lambda: _("Print both sides. The numbers go on from the cards printed before."))
        self.column.addWidget(note)
        self.column.addStretch(1)
        self.languages.changed.connect(self.changed)
        self.count.valueChanged.connect(lambda _count: self.changed.emit())
        self.languages.set_languages(self._usual())

    def job(self) -> Job:
        """Return the cards."""
        return BlankCards(self.languages.languages(), self.count.value())

    def _usual(self) -> tuple[str, ...]:
        """Return the language of most people here that has a card, else the first of the signs.

        One to begin with: a card in one language takes two pages, in six it takes six.
        """
        catalogue = self._context.catalogue
        spoken = (
            match_tag(one.tag, catalogue.languages) for one in count_languages(self._context.door.register) if one.tag
        )
        here = [tag for tag in dict.fromkeys(spoken) if tag and not tag.startswith("ja")]
        wanted = (*here, *self._context.settings.current.sign_languages)
        return tuple(tag for tag in wanted if catalogue.text(_TITLE, tag))[:1]


class RosterOptions(Options):
    """The order, and which shelter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.order = _Choice([words for _order, words in _ORDERS])
        self.shelter = ShelterChoice(context)
        self.column.addWidget(LabelledField(lambda: _("Order"), self.order))
        self.column.addWidget(self.shelter)
        self.column.addWidget(_warning())
        self.column.addStretch(1)
        self.order.activated.connect(lambda _index: self.changed.emit())
        self.shelter.changed.connect(self.changed)

    def job(self) -> Job:
        """Return the roster."""
        return Roster(_ORDERS[self.order.currentIndex()][0], self.shelter.shelter_id())

    def refresh(self) -> None:
        """Offer the shelters there are."""
        self.shelter.refresh()


class PublicOptions(Options):
    """Which shelter, and whether people can be visited."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.shelter = ShelterChoice(context)
        self.rooms = QCheckBox()
        say(self.rooms, self.rooms.setText, lambda: _("With the place in the shelter"))
        self.column.addWidget(self.shelter)
        self.column.addWidget(self.rooms)
        note = wrapping_label()
        note.setProperty("type", "secondary")
        say(
            note, note.setText, lambda: _("Only those who agreed that anyone may be told. Hang up a new one every day.")
        )
        self.column.addWidget(note)
        self.column.addStretch(1)
        self.rooms.toggled.connect(lambda _on: self.changed.emit())
        self.shelter.changed.connect(self.changed)

    def job(self) -> Job:
        """Return the list."""
        return PublicList(self.shelter.shelter_id(), self.rooms.isChecked())

    def refresh(self) -> None:
        """Offer the shelters there are."""
        self.shelter.refresh()


class CountOptions(Options):
    """Which hour, and which shelter."""

    def __init__(self, context: Context, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.when = QLineEdit()
        self._field = LabelledField(lambda: _("Counted at"), self.when)
        self.shelter = ShelterChoice(context)
        say(self.when, self.when.setPlaceholderText, lambda: _("Now; or 18:30, 11/22 18:30"))
        self.column.addWidget(self._field)
        self.column.addWidget(self.shelter)
        self.column.addStretch(1)
        self.when.textEdited.connect(lambda _text: self.changed.emit())
        self.shelter.changed.connect(self.changed)

    def job(self) -> Job:
        """Return the count."""
        typed, now = self.when.text().strip(), self._now()
        self._field.show_error("")
        try:
            at = read_moment(typed, now) if typed else now
        except UserError as error:
            self._field.show_error(str(error))
            raise
        return DailyCount(at, self.shelter.shelter_id())

    def refresh(self) -> None:
        """Offer the shelters there are."""
        self.shelter.refresh()


class ShelterChoice(LabelledField):
    """One shelter of this register or all; hidden where there is only one."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        self._context = context
        self._shelters: list[Shelter] = []
        self._box = QComboBox()
        super().__init__(lambda: _("Shelter"), self._box)
        self._box.activated.connect(lambda _index: self.changed.emit())
        say(self, lambda _text: self._fill(), str)

    def shelter_id(self) -> str:
        """Return the id of the shelter chosen, '' for all."""
        index = self._box.currentIndex() - 1
        return self._shelters[index].id if 0 <= index < len(self._shelters) else ""

    def refresh(self) -> None:
        """Offer the shelters there are now."""
        self._shelters = list_shelters(self._context.door.register, own=True)
        self._fill()

    def _fill(self) -> None:
        index = max(0, self._box.currentIndex())
        self._box.clear()
        self._box.addItems([_("All shelters"), *(one.name for one in self._shelters)])
        self._box.setCurrentIndex(index if index < self._box.count() else 0)
        self.setVisible(len(self._shelters) > 1)


class _Choice(QComboBox):
    """A few words of which one is chosen, said anew with the language."""

    def __init__(self, words: Iterable[Words]) -> None:
        super().__init__()
        for index, one in enumerate(words):
            self.addItem("")
            say(self, lambda text, index=index: self.setItemText(index, text), one)  # type: ignore[misc]


def _warning() -> QWidget:
    label = wrapping_label()
    label.setProperty("type", "secondary")
    say(
        label, label.setText, lambda: _("It shows what people need: for the staff only. Who prints it is written down.")
    )
    return label
