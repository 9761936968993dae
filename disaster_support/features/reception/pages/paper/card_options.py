"""Whose cards are printed: those who have none, everybody here, or chosen people and households."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.model import Person
from disaster_support.features.reception.pages.finder import Finder
from disaster_support.features.reception.pages.paper.options import Options
from disaster_support.features.reception.printing import Job, PersonCards
from disaster_support.i18n import gettext as _
from disaster_support.storage.people import get_household, load_people
from disaster_support.ui.chips import ChipRow
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say

_NEW, _ALL, _CHOSEN = range(3)


class CardOptions(Options):
    """For cards or for wristbands."""

    def __init__(self, context: Context, *, bands: bool) -> None:
        super().__init__()
        self._context, self._bands = context, bands
        self._group = QButtonGroup(self)
        self.column.setSpacing(8)
        for number, words in enumerate(_whose()):
            button = QRadioButton()
            say(button, button.setText, words)
            self._group.addButton(button, number)
            self.column.addWidget(button)
        self._group.button(_NEW).setChecked(True)
        self._group.idClicked.connect(self._choose)
        self.chosen = ChipRow()
        self.finder = Finder(context, lambda: _("Add people"))
        self.household = QCheckBox()
        self._wrong = wrapping_label()
        self.picking = self._build_picking()
        self.column.addWidget(self.picking)
        self.column.addStretch(1)

    def _build_picking(self) -> QWidget:
        picking = QWidget()
        column = QVBoxLayout(picking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        say(self.household, self.household.setText, lambda: _("With their whole household"))
        self.household.setChecked(True)
        self._wrong.setProperty("type", "error")
        self._wrong.hide()
        for part in (self.household, self.finder, self._wrong, self.chosen):
            column.addWidget(part)
        self.finder.chosen.connect(self._add)
        self.finder.refused.connect(self._refuse)
        self.finder.typed.connect(self._wrong.hide)
        self.chosen.changed.connect(self.changed)
        picking.hide()
        return picking

    def job(self) -> Job:
        """Return the cards."""
        number = self._group.checkedId()
        ids = self.chosen.keys() if number == _CHOSEN else None
        return PersonCards(ids, bands=self._bands, only_new=number == _NEW)

    def show_people(self, ids: Iterable[str]) -> None:
        """Choose exactly these people."""
        self._group.button(_CHOSEN).setChecked(True)
        self.picking.show()
        self._show(load_people(self._context.door.register, dict.fromkeys(ids)))

    def _choose(self, number: int) -> None:
        self.picking.setVisible(number == _CHOSEN)
        if number == _CHOSEN:
            self.finder.field.setFocus()
        self.changed.emit()

    def _add(self, ids: Sequence[str]) -> None:
        register = self._context.door.register
        people = load_people(register, ids)
        if self.household.isChecked():
            people = [one for person in people for one in get_household(register, person.household_id).members]
        known = load_people(register, self.chosen.keys())
        self._show([*known, *people])
        self._wrong.hide()
        self.finder.clear()
        self.changed.emit()

    def _show(self, people: Iterable[Person]) -> None:
        shown = {person.id: person for person in people}
        self.chosen.set_items([(one, partial(_describe, person)) for one, person in shown.items()])

    def _refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()


def _whose() -> tuple[Words, ...]:
    return (
        lambda: _("Everybody here without one"),
        lambda: _("Everybody here"),
        lambda: _("Chosen people and households"),
    )


def _describe(person: Person) -> str:
    return f"{person.number} {person.details.name}"
