"""The buttons above a record: what can be done with this person now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from disaster_support.features.reception.model import Household, MovementKind, Person
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.people.acts import kinds_for, say_act
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, Kind
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say

if TYPE_CHECKING:
    from disaster_support.features.reception.pages.people.record import RecordPanel

_MOVE_ICONS = {
    MovementKind.IN: "login",
    MovementKind.OUT: "logout",
    MovementKind.LEAVE: "weather-night",
    MovementKind.TRANSFER_OUT: "transfer-right",
}


class ActionBar(QWidget):
    """One button an act; whoever may only look is told so."""

    def __init__(self, record: "RecordPanel", desk: ReceptionDesk) -> None:
        super().__init__()
        self.first: Button | None = None
        self._record, self._desk = record, desk
        self._only_looking = wrapping_label()
        self._only_looking.setProperty("type", "secondary")
        say(self, self._only_looking.setText, lambda: _("You may look at records. Others change them."))
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._only_looking)
        column.addWidget(self._acts)

    def show_for(self, person: Person, household: Household, *, may_register: bool) -> None:
        """Show what can be done with this person."""
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.first = None
        self._only_looking.setVisible(not may_register)
        self._acts.setVisible(may_register)
        if not may_register:
            return
        record = self._record
        self.first = self._add("edit", lambda: _("Change"), record.edit, "pencil", "filled")
        for kind in kinds_for(person.state):
            self._add_move(kind)
        self._add("card", lambda: _("Print the card"), record.print_card, "card-account-details-outline")
        self._add(
            "join", lambda: _("Add to the household"), lambda: self._desk.open_arrival(household.id), "account-plus"
        )
        self._add_menu()

    def _add_move(self, kind: MovementKind) -> None:
        self._add(str(kind), lambda: say_act(kind), lambda: self._record.begin_move(kind), _MOVE_ICONS[kind])

    def _add_menu(self) -> None:
        """Add what is seldom done."""
        more = self._add("more", lambda: _("More …"), self._open_menu, "dots-horizontal", "text")
        self.menu = QMenu(more)
        for words, act in (
            (_("Move to another household"), self._record.begin_household),
            (_("Compare with another record"), self._record.begin_merge),
            (_("Remove: registered by mistake"), self._record.remove),
        ):
            self.menu.addAction(words, act)
        self._more = more

    def _open_menu(self) -> None:
        self.menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _add(self, name: str, words: Words, act: Callable[[], object], icon: str, kind: Kind = "outline") -> Button:
        button = Button(words, act, kind=kind, height="small", icon_name=icon)
        button.setObjectName(f"act-{name}")
        self._flow.addWidget(button)
        button.show()  # now: what is not yet on the screen cannot take the focus
        return button
