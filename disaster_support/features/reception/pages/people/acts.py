"""What is done with a person as they stand at the desk: let them in or out, move them to another household."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter

from disaster_support.features.reception.comings import Moved, move
from disaster_support.features.reception.model import Household, MovementKind, Person, State
from disaster_support.features.reception.pages.people.inline import InlinePanel
from disaster_support.features.reception.records import move_to_household
from disaster_support.features.reception.scanning import straighten
from disaster_support.features.reception.service import find_by_code
from disaster_support.features.reception.words import say_movement
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.register import Register
from disaster_support.storage.shelters import list_shelters
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.say import say

_LONGEST = 60  # nights


def kinds_for(state: State) -> tuple[MovementKind, ...]:
    """Return what can happen to somebody in this state, the most frequent first."""
    if state is State.HERE:
        return (MovementKind.OUT, MovementKind.LEAVE, MovementKind.TRANSFER_OUT)
    if state is State.ON_LEAVE:
        return (MovementKind.IN, MovementKind.OUT)
    return (MovementKind.IN,)


def say_act(kind: MovementKind) -> str:
    """Return the verb on a button."""
    return _("Transfer") if kind is MovementKind.TRANSFER_OUT else say_movement(kind)


class MovePanel(InlinePanel):
    """A movement of one person, or with a tick of the whole household; `done` tells the `Moved`."""

    def __init__(self, register: Register, person: Person, household: Household, kind: MovementKind) -> None:
        super().__init__(lambda: say_act(kind), lambda: say_act(kind), self._move)
        self._register, self._person, self._household, self._kind = register, person, household, kind
        self._destination = self._reason = None
        if kind is MovementKind.TRANSFER_OUT:
            self._destination = self.add_line(lambda: _("Which shelter they go to"))
            names = [one.name for one in list_shelters(register)]
            completer = QCompleter(names, self._destination)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._destination.setCompleter(completer)
        self._nights = self._add_nights() if kind is MovementKind.LEAVE else None
        if kind is not MovementKind.IN:
            self._reason = self.add_line(lambda: _("Why (may stay empty)"))
        self.all_of_them = self._add_tick()

    def _add_nights(self) -> NumberBox:
        nights = NumberBox(0, _LONGEST)
        nights.setValue(1)
        say(nights, nights.setSpecialValueText, lambda: _("not known"))
        self.add(LabelledField(lambda: _("Nights until they are back"), nights))
        return nights

    def _add_tick(self) -> QCheckBox:
        tick = QCheckBox()
        members = len(self._household.members)
        say(
            tick,
            tick.setText,
            lambda: ngettext(
                "The whole household ({count} person)", "The whole household ({count} people)", members
            ).format(count=members),
        )
        if members > 1:
            self.add(tick)
        else:
            tick.setParent(self)
            tick.hide()
        return tick

    def _move(self) -> Moved:
        members = self._household.members if self.all_of_them.isChecked() else (self._person,)
        nights = self._nights.value() if self._nights else 0
        back = self._register.clock().astimezone() + timedelta(days=nights)
        return move(
            self._register,
            [member.id for member in members],
            self._kind,
            destination=self._destination.text() if self._destination else "",
            reason=self._reason.text() if self._reason else "",
            back_on=back.date().isoformat() if nights else "",
        )


def build_merge_panel(register: Register) -> InlinePanel:
    """Return the panel that asks for another record of the same person; `done` tells its id."""
    panel: InlinePanel

    def act() -> str:
        return find_by_code(register, straighten(line.text()))

    panel = InlinePanel(lambda: _("Compare with another record"), lambda: _("Compare"), act)
    line = panel.add_line(lambda: _("Number on the other card"), lambda: _("Such as A-12-1, or scan it."))
    return panel


def build_household_panel(register: Register, person: Person) -> InlinePanel:
    """Return the panel that moves a person to another household; `done` tells the household's id."""
    panel: InlinePanel

    def act() -> str:
        return move_to_household(register, person.id, straighten(line.text()))

    panel = InlinePanel(lambda: _("Move to another household"), lambda: _("Move"), act)
    line = panel.add_line(
        lambda: _("Number of the household, or of a card in it"),
        lambda: _("Such as A-12. Empty: a household of their own. The card keeps its number."),
    )
    return panel
