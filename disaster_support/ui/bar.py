"""The bar on top: where one is, the open register and who works with it, and the language of the interface."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from disaster_support.i18n import current_language, ngettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.say import say

LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
LOCK_KEYS = "Ctrl+L"
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class RegisterStatus:
    """What the bar says of the open register."""

    shelter: str
    event: str
    people: int  # here now
    staff: str  # who works with it


class Bar(QFrame):
    """The page's title at the start, then the register while it is open, the interface's languages at the end."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        self._title = QLabel()
        self._title.setProperty("type", "title")
        row.addWidget(self._title)
        self.register = RegisterPart()
        row.addWidget(self.register, 1)
        self._group = QButtonGroup(self)
        self.buttons = {tag: self._build_button(tag, name) for tag, name in LANGUAGE_NAMES.items()}
        for button in self.buttons.values():
            row.addWidget(button)
        self.show_language()

    def _build_button(self, tag: str, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setObjectName("language")
        button.setCheckable(True)
        self._group.addButton(button)
        button.clicked.connect(lambda _checked=False: self.language_chosen.emit(tag))
        say(button, button.setAccessibleDescription, lambda: _("Language of the program"))
        return button

    def set_title(self, title: str) -> None:
        """Say where one is."""
        self._title.setText(title)
        self._title.setAccessibleName(title)

    def show_language(self) -> None:
        """Mark the language that the interface speaks."""
        button = self.buttons.get(current_language())
        if button:
            button.setChecked(True)


class RegisterPart(QWidget):
    """Shelter and disaster, how many people are here, and the lock with the name of who works; empty while locked."""

    lock_chosen = Signal()
    switch_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._status: RegisterStatus | None = None
        self.place, self.people = ElidedLabel(), QLabel()
        self.people.setProperty("type", "strong")
        self.lock = Button(self._say_staff, height="small", icon_name="lock-open-variant")
        self.lock.setObjectName("staff")
        self.lock.setMenu(self._build_menu())
        say(self.lock, self.lock.setAccessibleDescription, lambda: _("Lock the register, or let somebody else work"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        row.addWidget(self.place, 1000)
        row.addWidget(self.people)
        row.addWidget(self.lock)
        say(self, self.place.set_text, self._say_place)
        say(self, self.people.setText, self._say_people)
        self.show_status(None)

    def show_status(self, status: RegisterStatus | None) -> None:
        """Say this of the register, or nothing while it is locked."""
        self._status = status
        for part in (self.place, self.people, self.lock):
            part.setVisible(status is not None)
        self.place.set_text(self._say_place())
        self.people.setText(self._say_people())
        self.lock.setText(self._say_staff())

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        lock = menu.addAction("", self.lock_chosen.emit)
        # The keys are the window's, for every page; here they are only shown.
        keys = QKeySequence(LOCK_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        say(menu, lock.setText, lambda: _("Lock now ({keys})").format(keys=keys))
        switch = menu.addAction("", self.switch_chosen.emit)
        say(menu, switch.setText, lambda: _("Let another member of staff work"))
        return menu

    def _say_place(self) -> str:
        if self._status is None:
            return ""
        # Translators: a shelter and the disaster it was opened for, in the bar.
        return _("{shelter} · {event}").format(shelter=self._status.shelter, event=self._status.event)

    def _say_people(self) -> str:
        if self._status is None:
            return ""
        return ngettext("{count} person here", "{count} people here", self._status.people).format(
            count=self._status.people
        )

    def _say_staff(self) -> str:
        return self._status.staff if self._status else ""


class ElidedLabel(QWidget):
    """One line that gives way: what does not fit ends in dots and stands in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Say this."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what is said, whole."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the size of the whole line."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: the line gives way to all others."""
        return QSize(0, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the room of the new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits, from the end side."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        line = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        if len(line) < _LEAST_LETTERS:
            return  # dots alone tell nobody anything
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, line)
