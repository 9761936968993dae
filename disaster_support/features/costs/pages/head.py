"""The head of the costs: which year, what to do with an expense, and the yearly list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from disaster_support.features.costs.saving import ENDINGS
from disaster_support.fiscal_year import say_fiscal_year
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import ChoiceBox
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.say import say

_FORMS = {".xlsx": "Excel", ".csv": "CSV", ".pdf": "PDF"}


class LedgerHead(Flowing):
    """Buttons in a row, in two where there is no room; those that change anything only for who may."""

    new_wanted = Signal()
    change_wanted = Signal()
    remove_wanted = Signal()
    list_wanted = Signal(str)  # the ending of the file

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self.year = ChoiceBox(lambda: _("Fiscal year"))
        self.year.setMinimumContentsLength(16)
        self.add(self.year)
        self.new = Button(lambda: _("Enter an expense"), self.new_wanted.emit, kind="filled", icon_name="plus")
        self.change = Button(lambda: pgettext("costs", "Change"), self.change_wanted.emit, icon_name="pencil")
        self.remove = Button(
            lambda: pgettext("costs", "Remove"), self.remove_wanted.emit, icon_name="trash-can-outline"
        )
        self._may_change = may_change
        for button in (self.new, self.change, self.remove):
            self.add(button)
        self.lists = {ending: self._build_list(ending) for ending in ENDINGS}
        self.add(self._build_lists())

    def show_years(self, years: Sequence[int], chosen: int) -> None:
        """Offer these fiscal years."""
        self.year.set_choices([(str(year), partial(say_fiscal_year, year)) for year in years])
        self.year.choose(str(chosen))

    def offer(self, *, has_rows: bool, is_entering: bool) -> None:
        """Offer to begin an expense while none is entered, and to change those that are there."""
        self.new.setVisible(self._may_change and not is_entering)
        for button in (self.change, self.remove):
            button.setVisible(self._may_change and has_rows)

    def _build_lists(self) -> QWidget:
        """Return the name with its buttons: they stay in one row."""
        name, whole = QLabel(), QWidget()
        say(name, name.setText, lambda: _("Yearly list for the finance section:"))
        row = QHBoxLayout(whole)
        row.setContentsMargins(16, 0, 0, 0)
        row.addWidget(name)
        for button in self.lists.values():
            row.addWidget(button)
        return whole

    def _build_list(self, ending: str) -> Button:
        form = _FORMS[ending]
        button = Button(lambda: form, partial(self.list_wanted.emit, ending), icon_name="file-export")
        say(button, button.setAccessibleName, lambda: _("Save the yearly list as {form}").format(form=form))
        return button
