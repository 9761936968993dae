"""Likely duplicates, pair by pair: compared side by side, merged into one, or kept apart for good."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.comparing import combine, order_pair
from disaster_support.features.reception.duplicates import (
    LikelyPair,
    Same,
    keep_apart,
    list_kept_apart,
    list_likely_pairs,
    merge,
    unmerge,
)
from disaster_support.features.reception.model import Person
from disaster_support.features.reception.pages.people.apart_list import ApartList, ApartPairs
from disaster_support.features.reception.pages.people.comparison import Comparison
from disaster_support.features.reception.pages.people.saying import join
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.people import get_person, load_people
from disaster_support.storage.register import Register
from disaster_support.storage.roles import Right
from disaster_support.ui.buttons import Button
from disaster_support.ui.notice import Notice
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Progress, Task, run_in_background

Pairs = list[tuple[LikelyPair, Person, Person]]
_MOST = 100


class PairsView(QWidget):
    """Pairs left, the two records of one right. `counted` tells how many pairs there are."""

    counted = Signal(int)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pairs: Pairs = []
        self._task: Task | None = None
        self.comparison: Comparison | None = None
        self.notice = Notice()
        self.list = QListWidget()
        say(self.list, self.list.setAccessibleName, lambda: _("Likely duplicates"))
        self.list.currentRowChanged.connect(self._show_row)
        self.apart = ApartList(may_take_back=context.door.register.staff.may(Right.REGISTER))
        self.apart.taken_back.connect(self._compare_again)
        self._progress = ProgressPanel()
        self._progress.hide()
        self._count = QLabel()
        self._count.setProperty("type", "title")
        self._build()
        self.setFocusProxy(self.list)

    def search(self, *, quietly: bool = False) -> None:
        """Look for pairs in the background; quietly when only their number is wanted."""
        if self._task:
            self._task.cancel()
        register = self._context.door.register
        self._task = run_in_background(
            self,
            lambda progress: _load(register, progress),
            on_done=self._show_found,
            on_error=self._fail,
        )
        if not quietly:
            self._progress.follow(self._task, lambda: _("Looking for likely duplicates"))

    def compare(self, one: Person, other: Person) -> None:
        """Show two records side by side, whoever thought of them."""
        keep, second = order_pair(one, other)
        comparison = Comparison(self._context, keep, second)
        comparison.merged.connect(self._merge)
        comparison.parted.connect(lambda: self._keep_apart(keep, second))
        comparison.opened.connect(self.opened)
        self._put(comparison)

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self._say_pairs()
        if self.comparison is not None:
            self.compare(self.comparison.keep, self.comparison.other)

    def arrange(self, one_column: bool) -> None:
        """Put the records below the list in a narrow window."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if one_column else across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list of people at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # -- what is done

    def _merge(self, from_other: frozenset[str]) -> None:
        comparison = self.comparison
        assert comparison is not None
        keep, other = comparison.keep, comparison.other
        register = self._context.door.register
        try:
            merge(register, keep, other, combine(keep, other, from_other))
        except UserError as error:
            self._fail(str(error))
            return
        self._drop(lambda pair: other.id in (pair.one, pair.other))
        self._context.changes.announce(Change.PEOPLE)
        self.notice.say(
            "success",
            lambda: _("{other} is now part of {number}. Both cards lead to the one record.").format(
                other=other.number, number=keep.number
            ),
            (lambda: _("Part them again"), lambda: self._part(keep, other)),
        )

    def _part(self, keep: Person, other: Person) -> None:
        register = self._context.door.register
        try:
            unmerge(register, other.id)
        except UserError as error:
            self._fail(str(error))
            return
        self.notice.say("information", lambda: _("They are two records again."))
        self._context.changes.announce(Change.PEOPLE)
        self.compare(get_person(register, keep.id), get_person(register, other.id))

    def _keep_apart(self, keep: Person, other: Person) -> None:
        try:
            keep_apart(self._context.door.register, keep.id, other.id)
        except UserError as error:
            self._fail(str(error))
            return
        self._drop(lambda pair: {pair.one, pair.other} == {keep.id, other.id})
        self.apart.show_pairs(list_kept_apart(self._context.door.register))
        self.notice.say(
            "success",
            lambda: _("{number} and {other} are two people, and will not be shown as a pair again.").format(
                number=keep.number, other=other.number
            ),
            (lambda: _("Compare them again"), lambda: self._compare_again(keep, other)),
        )

    def _compare_again(self, keep: Person, other: Person) -> None:
        """Take back that two records are two people; both are open, and a likely pair again."""
        register = self._context.door.register
        try:
            keep_apart(register, keep.id, other.id, apart=False)
        except UserError as error:
            self._fail(str(error))
            return
        self.notice.say(
            "information",
            lambda: _("{number} and {other} are perhaps one person again.").format(
                number=keep.number, other=other.number
            ),
        )
        self.search()

    def _drop(self, is_settled: Callable[[LikelyPair], bool]) -> None:
        """Take pairs that are settled out of the list, and go to the next."""
        self._pairs = [one for one in self._pairs if not is_settled(one[0])]
        self._put(None)
        self._say_pairs()
        self.list.setFocus()

    def _fail(self, sentence: str) -> None:
        self._progress.finish()
        self.notice.say("error", lambda: sentence)

    # -- what is shown

    def _show_found(self, found: tuple[Pairs, ApartPairs]) -> None:
        self._task = None
        self._pairs, apart = found
        self.apart.show_pairs(apart)
        self._progress.finish()
        self._say_pairs()

    def _say_pairs(self) -> None:
        """Write the rows anew and show the first pair."""
        self.list.clear()
        for pair, one, other in self._pairs:
            self.list.addItem(QListWidgetItem(_say_pair(pair, one, other)))
        self._count.setText(_say_count(len(self._pairs)))
        self.counted.emit(len(self._pairs))
        if self._pairs:
            self.list.setCurrentRow(0)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._pairs):
            pair, _one, _other = self._pairs[row]
            register = self._context.door.register
            self.compare(get_person(register, pair.one), get_person(register, pair.other))

    def _put(self, comparison: Comparison | None) -> None:
        former, self.comparison = self.comparison, comparison
        if former is not None:
            former.hide()
            former.deleteLater()
        if comparison is not None:
            self._right.addWidget(comparison)
            comparison.show()  # now: what is not yet on the screen cannot take the focus

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Button(lambda: _("Back to people (Esc)"), self.closed.emit, kind="text", icon_name="arrow-left"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._progress)
        self._row = QHBoxLayout()
        self._row.setSpacing(24)
        left = QVBoxLayout()
        left.addWidget(self._count)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        left.addWidget(self.list, 2)
        left.addWidget(self.apart, 1)
        self._row.addLayout(left, 2)
        self._right = QVBoxLayout()
        self._row.addLayout(self._right, 4)
        column.addLayout(self._row, 1)


def _load(register: Register, progress: Progress) -> tuple[Pairs, ApartPairs]:
    pairs = list_likely_pairs(register, _MOST, progress.report)
    return _load_pairs(register, pairs), list_kept_apart(register)


def _load_pairs(register: Register, pairs: Sequence[LikelyPair]) -> Pairs:
    people = {one.id: one for one in load_people(register, {who for pair in pairs for who in (pair.one, pair.other)})}
    return [(pair, people[pair.one], people[pair.other]) for pair in pairs]


def _say_count(pairs: int) -> str:
    if not pairs:
        return _("No likely duplicates")
    return ngettext("{count} likely pair", "{count} likely pairs", pairs).format(count=pairs)


def _say_pair(pair: LikelyPair, one: Person, other: Person) -> str:
    names = [f"{person.number}  {person.details.name}" for person in order_pair(one, other)]
    return "\n".join([*names, _("The same: {fields}").format(fields=join(_say_reason(same) for same in pair.reasons))])


def _say_reason(same: Same) -> str:
    return {Same.NAME: _("Name"), Same.BIRTH: _("Date of birth"), Same.PHONE: _("Telephone")}[same]
