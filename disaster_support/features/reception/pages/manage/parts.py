"""What the sections of staff and safety are made of: cards in a column, words for roles, and who may not."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.storage.roles import Right, Role
from disaster_support.storage.staff import list_staff
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.say import Words, say

_WIDEST = 920


def column_of(*parts: QWidget) -> QWidget:
    """Return a scroller over these parts, one below the other."""
    whole, inner = QWidget(), QWidget()
    row, column = QHBoxLayout(whole), QVBoxLayout(inner)
    row.setContentsMargins(24, 16, 24, 24)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    inner.setMaximumWidth(_WIDEST)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return scrolling(whole)


def for_managers(context: Context, build: Callable[[], QWidget]) -> QWidget:
    """Return what is built, or for everybody else the names of those who may."""
    register = context.door.register
    if register.staff.may(Right.MANAGE):
        return build()
    managers = [one.name for one in list_staff(register) if one.active and one.role is Role.MANAGER]

    def words() -> str:
        names = pgettext("between names", ", ").join(managers)
        return _("Only a manager of the register can see and change this. Ask {names}.").format(names=names)

    return column_of(MessagePanel("information", words))


def say_role(role: Role) -> str:
    """Return the word for a role."""
    return {
        Role.MANAGER: _("Manager"),
        Role.RECEPTION: pgettext("role", "Reception"),
        Role.SUPPORT: _("Support and lists"),
        Role.VIEWER: _("Only looks"),
    }[role]


def describe_role(role: Role) -> str:
    """Return what a role may do, in one sentence."""
    return {
        Role.MANAGER: _("May do everything: staff, backups, merging, files in and out, the log."),
        Role.RECEPTION: _("Registers people and changes what is known of them; takes no lists along."),
        Role.SUPPORT: _("As reception, and may take lists along."),
        Role.VIEWER: _("Sees everything and changes nothing."),
    }[role]


class RoleBox(QComboBox):
    """Chooses a role."""

    def __init__(self, chosen: Role, name: Words) -> None:
        super().__init__()
        for role in Role:
            self.addItem("", role)
        say(self, self.setAccessibleName, name)
        say(self, lambda _words: self._say_items(), lambda: "")
        self.setCurrentIndex(list(Role).index(chosen))

    def role(self) -> Role:
        """Return the role that is chosen."""
        return Role(self.currentData())

    def choose(self, role: Role) -> None:
        """Choose a role without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(list(Role).index(role))
        self.blockSignals(False)

    def _say_items(self) -> None:
        for index, role in enumerate(Role):
            self.setItemText(index, say_role(role))
