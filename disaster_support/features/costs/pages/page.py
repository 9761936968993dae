"""Costs: a tab of the courses and of the drills, over the register that they are kept in."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.costs.pages.ledger import Ledger
from disaster_support.i18n import gettext as _
from disaster_support.ui.gate import closed_place
from disaster_support.ui.hear import hear
from disaster_support.ui.page import ONE_COLUMN_BELOW, Page
from disaster_support.ui.parts import column_in
from disaster_support.ui.theme import current_theme


class CostsPage(Page):
    """The ledger while the register is open; what is shown stays while drill mode comes and goes."""

    def __init__(self, context: Context, subject_id: str = "") -> None:
        """Make the page; new expenses belong to the course or drill of this id, where one is given."""
        super().__init__()
        self._context, self._subject_id = context, subject_id
        self._home: object = None
        self._column = column_in(self, 0)
        self.ledger: Ledger | None = None
        self._shown = QWidget()
        self._column.addWidget(self._shown)
        self._renew()
        hear(self, context.changes, self._hear)

    def save_now(self) -> None:
        """Keep what is being typed: the register closes, or the page goes."""
        if self.ledger is not None:
            self.ledger.entering.save_now()

    def retranslate(self) -> None:
        """Say list and sums in the new language."""
        if self.ledger is not None:
            self.ledger.refresh()

    def restyle(self) -> None:
        """Give table and sums the room that larger letters need."""
        if self.ledger is not None:
            self.ledger.refresh()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sums beside the table, or below it where larger letters leave no room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was entered elsewhere meanwhile: courses and drills have the costs in common."""
        super().showEvent(event)
        if self.ledger is not None:
            self.ledger.refresh()
            self.setFocusProxy(self.ledger.first_control())

    def help_text(self) -> str:
        """Return what is entered here and for whom the list is."""
        return _(
            "Enter each receipt once: the day it was paid, what for, how much, the receipt's number and what it is"
            " paid from. Enter saves, Escape closes. The day may also be typed as R8.11.23, the amount with or without"
            " commas.\n\n"
            "In the list Enter changes an expense and Delete takes it out; that can be taken back.\n\n"
            "The year runs from April to March. The yearly list for the finance section is saved as Excel, CSV or"
            " PDF.\n\n"
            "Whether an expense is eligible for the special grant tax measure is for the municipality or prefecture to"
            " decide, not for this program."
        )

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER_CLOSING:
            self.save_now()
        elif change is Change.REGISTER and self._find_home() is not self._home:
            self._renew()

    def _find_home(self) -> object:
        return self._context.door.home if self._context.door.is_open else None

    def _renew(self) -> None:
        self._home = self._find_home()
        self.ledger = Ledger(self._context, self._subject_id) if self._home else None
        former, self._shown = self._shown, self.ledger or self._build_lock()
        self._column.replaceWidget(former, self._shown)
        former.hide()
        former.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        if self.ledger is not None:
            self.ledger.arrange(one_column=self.width() < current_theme().px(ONE_COLUMN_BELOW))

    def _build_lock(self) -> QWidget:
        return closed_place(self, lambda: _("Costs are kept in the register, and it is locked."))
