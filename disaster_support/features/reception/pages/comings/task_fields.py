"""What is said about a coming or going: where to, why, how long, what is given, and when it was."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from disaster_support.errors import UserError
from disaster_support.features.reception.counter import Mode, Task
from disaster_support.features.reception.moments import read_moment
from disaster_support.features.reception.things import THINGS, meal_at, read_item, say_item
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import current_theme

_MOST_NIGHTS, _MOST_THINGS = 60, 99
_TRANSFERS = (Mode.TRANSFER_OUT, Mode.TRANSFER_IN)


class TaskFields(Flowing):
    """Shows the fields that the mode takes. `entered` tells that somebody is done with one of them."""

    entered = Signal(QLineEdit)  # in which Enter was pressed

    def __init__(self) -> None:
        super().__init__(16)
        self._mode = Mode.IN
        self._items: tuple[str, ...] = ()
        self.destination, self.origin, self.item = _box(), _box(), _box()
        self.reason, self.when = QLineEdit(), QLineEdit()
        self.nights, self.quantity = _Nights(), _Number(1, _MOST_THINGS)
        self.household = QCheckBox()
        self._build()
        self.set_mode(Mode.IN)

    def _build(self) -> None:
        self._fields = {
            "destination": _labelled(lambda: _("Where to"), self.destination),
            "origin": _labelled(lambda: _("From where"), self.origin),
            "reason": _labelled(lambda: _("Reason"), self.reason),
            "nights": _labelled(lambda: _("Nights away"), self.nights),
            "item": _labelled(lambda: _("What is given"), self.item),
            "quantity": _labelled(lambda: _("How many each"), self.quantity),
            "when": _labelled(lambda: _("When"), self.when),
        }
        say(self.when, self.when.setPlaceholderText, lambda: _("Now"))
        say(self.when, self.when.setToolTip, lambda: _("For entries from paper: 18:30 or 11/23 18:30"))
        say(self.household, self.household.setText, lambda: _("Whole household (F8)"))
        for control in (self.destination, self.origin, self.item, self.nights, self.quantity):
            self._follow(control.lineEdit())
        self._follow(self.reason)
        self._follow(self.when)
        self.when.textEdited.connect(lambda _text: self.show_time_error(""))
        for field in self._fields.values():
            self.add(field)
        self.add(self.household)
        self._widen()

    def _follow(self, line: QLineEdit | None) -> None:
        assert line is not None  # these boxes can be typed into
        line.returnPressed.connect(lambda: self.entered.emit(line))

    # -- what is chosen

    def set_mode(self, mode: Mode) -> None:
        """Show the fields of this mode."""
        self._mode = mode
        shown = {
            "destination": mode in (Mode.OUT, Mode.TRANSFER_OUT),
            "origin": mode is Mode.TRANSFER_IN,
            "reason": mode in _TRANSFERS,
            "nights": mode is Mode.LEAVE,
            "item": mode is Mode.GIVE,
            "quantity": mode is Mode.GIVE,
        }
        for name, is_shown in shown.items():
            self._fields[name].setVisible(is_shown)
        self.updateGeometry()

    def task(self, now: datetime) -> Task:
        """Return what is to be done, as the fields say.

        Raises:
            UserError: the time cannot be read; its field says so too.

        """
        mode = self._mode
        place = self.origin if mode is Mode.TRANSFER_IN else self.destination
        return Task(
            mode,
            at=self._read_when(now),
            place=place.currentText().strip() if mode in (*_TRANSFERS, Mode.OUT) else "",
            reason=self.reason.text().strip() if mode in _TRANSFERS else "",
            nights=self.nights.value(),
            item=read_item(self.item.currentText()),
            quantity=self.quantity.value(),
            whole_household=self.household.isChecked(),
        )

    def forget(self) -> None:
        """Empty what was said of one person alone: where somebody went who has left."""
        if self._mode is Mode.OUT:
            self.destination.setEditText("")

    def show_shelters(self, names: Iterable[str]) -> None:
        """Offer these shelters."""
        for box in (self.destination, self.origin):
            _fill(box, list(names), box.currentText())

    def show_items(self, items: Iterable[str], now: datetime) -> None:
        """Offer these things and the usual ones, the meal of the hour first."""
        chosen = read_item(self.item.currentText()) or meal_at(now)
        self._items = tuple(dict.fromkeys((*THINGS, *items)))
        _fill(self.item, [say_item(item) for item in self._items], say_item(chosen))

    def show_time_error(self, sentence: str) -> None:
        """Say what is wrong with the time."""
        self._fields["when"].show_error(sentence)
        self.updateGeometry()

    def _read_when(self, now: datetime) -> datetime | None:
        text = self.when.text().strip()
        self.show_time_error("")
        if not text:
            return None
        try:
            return read_moment(text, now)
        except UserError as error:
            self.show_time_error(str(error))
            raise

    # -- how it looks

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._widen()
        elif event.type() == QEvent.Type.LanguageChange and self._items:
            chosen = self._items[max(0, self.item.currentIndex())]
            _fill(self.item, [say_item(item) for item in self._items], say_item(chosen))

    def _widen(self) -> None:
        widths = {self.destination: 280, self.origin: 280, self.reason: 200, self.item: 200}
        for control, width in {**widths, self.nights: 190, self.quantity: 150, self.when: 170}.items():
            control.setMinimumWidth(current_theme().px(width))
        self.updateGeometry()


class _Number(NumberBox):
    """A number that leaves letters to the page."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self.setValue(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: a card begins with one, and its digits must not change the number."""
        if event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Nights(_Number):
    """How many nights somebody is away; none: not known."""

    def __init__(self) -> None:
        super().__init__(0, _MOST_NIGHTS)
        say(self, self.setSpecialValueText, lambda: pgettext("nights away", "Not known"))


def _box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box


def _labelled(words: Words, control: QWidget) -> LabelledField:
    """Return a control with its label; the line inside a box is a control of its own to whoever hears the page."""
    line = control.findChild(QLineEdit)
    if line:
        say(line, line.setAccessibleName, words)
    return LabelledField(words, control)


def _fill(box: QComboBox, items: list[str], text: str) -> None:
    box.clear()
    box.addItems(items)
    box.setCurrentIndex(box.findText(text))
    box.setEditText(text)
