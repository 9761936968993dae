"""What the pages of one drill share: the drill as the register has it, and where it says what went wrong."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from disaster_support.context import Context
from disaster_support.features.drills.model import Drill
from disaster_support.features.drills.service import get_drill
from disaster_support.storage.roles import Right
from disaster_support.ui.notice import Notice
from disaster_support.ui.parts import attempt

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


class DrillDesk(QObject):
    """Handed to every page of the drill. It is kept in `context.door.home`, also while drill mode is on."""

    changed = Signal()  # its plan, its day or its times
    tab_wanted = Signal(str)

    def __init__(self, context: Context, drill: Drill, notice: Notice) -> None:
        super().__init__()
        self.context, self.drill, self.notice = context, drill, notice
        self.who = ""  # who does what is marked: typed once

    @property
    def register(self) -> "Register":
        """The register that the drill is kept in."""
        return self.context.door.home

    @property
    def may_plan(self) -> bool:
        """Whether whoever works with the register may change plans."""
        return self.context.door.is_open and self.register.staff.may(Right.MANAGE)

    def attempt(self, work: Callable[[], object]) -> bool:
        """Work, and where it is refused say why above the page; return whether it was done."""
        return attempt(self.notice, work)

    def renew(self) -> None:
        """Read the drill anew, and tell the pages."""
        self.drill = get_drill(self.register, self.drill.id)
        self.changed.emit()
