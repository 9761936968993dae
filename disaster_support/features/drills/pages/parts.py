"""Small things that the pages of a drill are made of: labels, choices, and work that may be refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QLabel, QLayout, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import ONE_COLUMN_BELOW, Page
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import current_theme

Choice = tuple[str, Words]
"""A key and what it is called."""


def label(words: Words, kind: str = "") -> QLabel:
    """Return a wrapping label whose words follow the interface's language; `kind` as the style sheet calls it."""
    made = wrapping_label()
    if kind:
        made.setProperty("type", kind)
    say(made, made.setText, words)
    return made


def text_label(text: str, kind: str = "") -> QLabel:
    """Return a wrapping label of a text that stays as it is."""
    made = wrapping_label(text)
    if kind:
        made.setProperty("type", kind)
    return made


def column_in(widget: QWidget, spacing: int = 8) -> QVBoxLayout:
    """Give a widget a column without margins, and return it."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def keep_hidden(widget: QWidget, owner: QWidget) -> None:
    """Let a widget belong to its owner until a tab takes it over: it goes with the owner, also if it is never shown."""
    widget.setParent(owner)
    widget.hide()


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            empty(inner)


def attempt(notice: Notice, work: Callable[[], object]) -> bool:
    """Work, and where it is refused say why; return whether it was done."""
    try:
        work()
    except UserError as error:
        sentence = str(error)
        notice.say("error", lambda: sentence)
        return False
    return True


class RoomPage(Page):
    """A page whose parts stand side by side only where letters of the chosen size leave the room for it."""

    def place(self, is_narrow: bool) -> None:
        """Put the parts beside one another, or below."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts for the new width."""
        super().resizeEvent(event)
        self.place(self.is_narrow)

    def restyle(self) -> None:
        """Place the parts for the new letters."""
        self.place(self.is_narrow)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.width() < current_theme().px(ONE_COLUMN_BELOW)


class ChoiceBox(QComboBox):
    """Chooses one of several keys by its words."""

    def __init__(self, name: Words, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        say(self, self.setAccessibleName, name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what is chosen stays, where it is still among them."""
        before = self.key()
        self._choices = choices
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words(), key)
        self.setCurrentIndex(max(0, self.findData(before)))
        self.blockSignals(False)

    def key(self) -> str:
        """Return what is chosen."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose this, or the first where it is not offered, without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Say the choices in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_choices(self._choices)


class Switch(Flowing):
    """Buttons side by side of which one is down."""

    changed = Signal()

    def __init__(self, name: Words, choices: Sequence[Choice]) -> None:
        super().__init__()
        say(self, self.setAccessibleName, name)
        self._keys = [key for key, _words in choices]
        self._group = QButtonGroup(self)
        for number, (_key, words) in enumerate(choices):
            button = Button(words, height="small")
            button.setCheckable(True)
            self._group.addButton(button, number)
            self.add(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda _number, is_on: self.changed.emit() if is_on else None)

    def key(self) -> str:
        """Return what is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose this."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """Return a button."""
        return self._group.button(self._keys.index(key))
