"""Entering and changing expenses: one form, which loses nothing that was typed in it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from disaster_support.features.costs.entry import Entry, EntryError, read_entry, write_entry
from disaster_support.features.costs.model import Expense, Occasion
from disaster_support.features.costs.pages.form import ExpenseForm
from disaster_support.features.costs.service import save_expense
from disaster_support.features.costs.words import say_yen
from disaster_support.i18n import gettext as _
from disaster_support.storage.drafts import delete_draft, list_drafts, save_draft
from disaster_support.ui.notice import Notice
from disaster_support.ui.parts import attempt, column_in

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_DRAFT = "expense"


class Entering(QWidget):
    """Hidden until something is entered or changed."""

    saved = Signal(object)  # Expense
    closed = Signal()
    turned = Signal()  # shown or hidden

    def __init__(self, register: "Register", notice: Notice, today: date) -> None:
        super().__init__()
        self._register, self._notice, self._today = register, notice, today
        self._occasions: Mapping[str, Occasion] = {}
        self.form = ExpenseForm()
        self.form.save_wanted.connect(self.save)
        self.form.closed.connect(self.close_form)
        column_in(self).addWidget(self.form)
        self.hide()

    def offer(self, occasions: Mapping[str, Occasion], fundings: Iterable[str]) -> None:
        """Offer these courses and drills, and what was paid from until now."""
        self._occasions = occasions
        self.form.offer(occasions, fundings)

    def enter(self, subject_id: str) -> None:
        """Begin a new expense of today, for a course or a drill, or for none."""
        entry = Entry(self._today.isoformat())
        if occasion := self._occasions.get(subject_id):
            entry = replace(entry, subject=str(occasion.subject), subject_id=subject_id)
        self._open(entry)

    def change(self, expense: Expense) -> None:
        """Begin to change an expense."""
        self._open(write_entry(expense), expense.id)

    def save(self) -> None:
        """Keep what stands in the form, or say what does not fit; then the next receipt of that day can follow."""
        entry, expense_id = self.form.entry(), self.form.expense_id
        try:
            expense = read_entry(entry, self._today, expense_id)
        except EntryError as error:
            self.form.show_faults(error.faults)
            return
        kept: list[Expense] = []
        if not attempt(self._notice, lambda: kept.append(save_expense(self._register, expense))):
            return
        self._forget_draft()
        self._notice.say(
            "success",
            lambda: _("Saved: {what}, {amount}.").format(what=expense.text, amount=say_yen(expense.amount_yen)),
        )
        if expense_id:
            self._hide()
        else:
            self._show(replace(entry, category="", text="", amount="", receipt=""))
        self.saved.emit(kept[0])

    def close_form(self) -> None:
        """Enter nothing; what was typed can be brought back."""
        self._put_aside()
        self._forget_draft()
        self._hide()
        self.closed.emit()

    def save_now(self) -> None:
        """Keep what is being typed: the register closes, or the page goes."""
        if not self.isHidden() and self.form.is_changed:
            data = asdict(self.form.entry()) | {"expense_id": self.form.expense_id}
            save_draft(self._register, _DRAFT, _DRAFT, data)

    def bring_draft(self) -> None:
        """Go on with what was being typed when the register closed."""
        for draft in list_drafts(self._register, _DRAFT):
            data = dict(draft.data)
            expense_id = str(data.pop("expense_id"))
            self._show(Entry(**data), expense_id)

    def _open(self, entry: Entry, expense_id: str = "") -> None:
        self._put_aside()
        self._show(entry, expense_id)

    def _show(self, entry: Entry, expense_id: str = "") -> None:
        self.form.show_entry(entry, expense_id)
        self.show()
        self.turned.emit()
        self.form.begin()

    def _hide(self) -> None:
        self.hide()
        self.turned.emit()

    def _put_aside(self) -> None:
        """Offer to bring back what was typed, where the form is about to show something else."""
        if self.isHidden() or not self.form.is_changed:
            self._notice.clear()
            return
        entry, expense_id = self.form.entry(), self.form.expense_id
        self._notice.say(
            "information",
            lambda: _("What you were typing was put aside."),
            (lambda: _("Bring back"), lambda: self._bring_back(entry, expense_id)),
        )

    def _bring_back(self, entry: Entry, expense_id: str) -> None:
        self._notice.clear()
        self._show(entry, expense_id)

    def _forget_draft(self) -> None:
        if list_drafts(self._register, _DRAFT):
            delete_draft(self._register, _DRAFT)
