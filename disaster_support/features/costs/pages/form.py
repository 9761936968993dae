"""The form of one expense: what does not fit is said under the field, and what was typed stays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.features.costs.entry import Entry
from disaster_support.features.costs.model import Category, Occasion, Subject
from disaster_support.features.costs.words import say_category, say_occasion
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Choice, ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.parts import label
from disaster_support.ui.say import Words

_WIDE = (  # rows of fields side by side, and how many twelfths of the width each takes
    (("paid_on", 2), ("category", 3), ("text", 5), ("amount", 2)),
    (("receipt", 2), ("funding", 3), ("subject_id", 7)),
)


class ExpenseForm(QFrame):
    """Fields by the names of `Entry`. Enter saves, Escape closes."""

    save_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.expense_id = ""  # of the expense that is changed; empty: a new one
        self._shown = Entry("")
        self._occasions: Mapping[str, Occasion] = {}
        self._fundings = QStringListModel(self)
        self.lines = {name: QLineEdit() for name in ("paid_on", "text", "amount", "receipt", "funding")}
        self.category = ChoiceBox(lambda: _("Category"), _category_choices())
        self.subject = ChoiceBox(lambda: _("Course or drill"))
        self.fields = self._build_fields()
        self._heading = label(self._say_heading, "title")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self._grid)
        column.addWidget(self._build_buttons())
        self.arrange(one_column=False)

    # -- what stands in it

    def offer(self, occasions: Mapping[str, Occasion], fundings: Iterable[str]) -> None:
        """Offer these courses and drills, and what was paid from until now."""
        self._occasions = occasions
        self._fundings.setStringList(list(fundings))

    def show_entry(self, entry: Entry, expense_id: str = "") -> None:
        """Show an expense; nothing is wrong with it yet."""
        self.expense_id = expense_id
        for name, line in self.lines.items():
            line.setText(getattr(entry, name))
        self.category.choose(entry.category)
        self.subject.set_choices(self._subject_choices(entry.subject_id))
        self.subject.choose(entry.subject_id)
        self._heading.setText(self._say_heading())
        self.show_faults({})
        self._shown = self.entry()

    def entry(self) -> Entry:
        """Return what stands in the fields."""
        subject_id = self.subject.key()
        subject = self._occasions[subject_id].subject if subject_id else Subject.GENERAL
        typed = {name: line.text() for name, line in self.lines.items()}
        return Entry(**typed, category=self.category.key(), subject=str(subject), subject_id=subject_id)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed since it was shown."""
        return self.entry() != self._shown

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under the fields what does not fit; the first of them gets the focus."""
        for name, field in self.fields.items():
            field.show_error(faults.get(name, ""))
        wrong = [field for name, field in self.fields.items() if name in faults]
        if wrong:
            wrong[0].control.setFocus()

    def begin(self) -> None:
        """Let the typing begin at the first field."""
        self.lines["paid_on"].setFocus()
        self.lines["paid_on"].selectAll()

    # -- how it looks

    def arrange(self, one_column: bool) -> None:
        """Put the fields side by side, or one below the other."""
        if one_column:
            for row, field in enumerate(self.fields.values()):
                self._grid.addWidget(field, row, 0, 1, 12, Qt.AlignmentFlag.AlignTop)
            return
        for row, places in enumerate(_WIDE):
            column = 0
            for name, width in places:
                self._grid.addWidget(self.fields[name], row, column, 1, width, Qt.AlignmentFlag.AlignTop)
                column += width
        for column in range(12):
            self._grid.setColumnStretch(column, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save at Enter, close at Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build_fields(self) -> dict[str, LabelledField]:
        completer = QCompleter(self._fundings, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.lines["funding"].setCompleter(completer)
        self.lines["amount"].setAlignment(Qt.AlignmentFlag.AlignTrailing)
        named: Sequence[tuple[str, Words, QWidget]] = (
            ("paid_on", lambda: _("Paid on"), self.lines["paid_on"]),
            ("category", lambda: _("Category"), self.category),
            ("text", lambda: _("What for"), self.lines["text"]),
            ("amount", lambda: _("Amount (yen)"), self.lines["amount"]),
            ("receipt", lambda: _("Receipt no. (optional)"), self.lines["receipt"]),
            ("funding", lambda: _("Funding (optional)"), self.lines["funding"]),
            ("subject_id", lambda: _("Course or drill"), self.subject),
        )
        return {name: LabelledField(words, control) for name, words, control in named}

    def _build_buttons(self) -> QWidget:
        row = Flowing(12)
        row.add(Button(lambda: _("Save the expense"), self.save_wanted.emit, kind="filled"))
        row.add(Button(lambda: _("Close"), self.closed.emit, kind="text"))
        return row

    def _subject_choices(self, chosen: str) -> list[Choice]:
        offered = [one for one in self._occasions.values() if not one.removed or one.id == chosen]
        general: Choice = ("", lambda: pgettext("costs", "General"))
        return [general, *((one.id, partial(say_occasion, one)) for one in offered)]

    def _say_heading(self) -> str:
        return _("Change the expense") if self.expense_id else _("New expense")


def _category_choices() -> list[Choice]:
    choose: Callable[[], str] = lambda: _("Choose")  # noqa: E731
    return [("", choose), *((str(one), partial(say_category, one)) for one in Category)]
