"""Shelters: those of this register, the one of this computer, and the municipality's list of all others."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.manage.parts import column_of
from disaster_support.features.reception.pages.manage.shelter_import import ImportCard
from disaster_support.i18n import gettext as _
from disaster_support.storage import shelters
from disaster_support.ui.buttons import Button
from disaster_support.ui.say import say


class ShelterSection(QWidget):
    """The shelters of this register, a form for one more, and the list that is read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.own = Form(
            lambda: _("Shelters of this register"),
            lambda: _("People who arrive at this computer are registered in the shelter that is chosen here."),
        )
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        self.own.column.addLayout(self._choices)
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.name = self.own.add(
            LineField(
                lambda: _("Another shelter"),
                help_text=lambda: _("Only where one register serves several shelters."),
            )
        )
        self.name.line.returnPressed.connect(self.add)
        self.own.add_buttons(Button(lambda: _("Add the shelter"), self.add))
        self.list = ImportCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(column_of(self.own, self.list))
        self.show_shelters()

    def show_shelters(self) -> None:
        """Show the register's own shelters, the one of this computer marked."""
        register = self._context.door.register
        current = shelters.current_shelter(register).id
        for shelter in shelters.list_shelters(register, own=True):
            if shelter.id not in self.buttons:
                button = QRadioButton(shelter.name)
                say(button, button.setAccessibleDescription, lambda: _("Shelter of this computer"))
                button.clicked.connect(lambda _checked=False, shelter_id=shelter.id: self.choose(shelter_id))
                self._group.addButton(button)
                self._choices.addWidget(button)
                self.buttons[shelter.id] = button
        self.buttons[current].setChecked(True)

    def choose(self, shelter_id: str) -> None:
        """Let people arrive in this shelter from now on."""
        shelters.choose_shelter(self._context.door.register, shelter_id)
        self._context.changes.announce(Change.PEOPLE)

    def add(self) -> None:
        """Open another shelter in this register."""
        try:
            shelters.add_own_shelter(self._context.door.register, self.name.text())
        except UserError as error:
            self.name.show_error(str(error))
            self.name.line.setFocus()
            return
        self.name.show_error("")
        self.name.line.clear()
        self.show_shelters()
