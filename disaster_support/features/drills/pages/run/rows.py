"""A thing to tick: large words, a large target, and one key for each answer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.features.drills.model import Event, Mark
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.parts import label, text_label
from disaster_support.ui.say import Words, say

_ICONS = {Mark.DONE: ("check-circle", "success"), Mark.NOT_DONE: ("close-circle", "warning")}


class WhyField(QLineEdit):
    """Enter keeps the reason, Escape gives it up."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        say(self, self.setPlaceholderText, lambda: _("Why not? Enter keeps it, Escape leaves it."))
        say(self, self.setAccessibleName, lambda: _("Why not"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep it, or give it up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MarkRow(QFrame):
    """Enter or Space: done. N: not done, and why. U: open again. Up and Down: the next one."""

    marked = Signal(str, object, str)  # the id, Mark, why not
    stepped = Signal(int)
    asked = Signal()  # for the reason

    def __init__(
        self, ref: str, words: Words, details: Words, done_words: Words, *, buttons_beside: bool = False
    ) -> None:
        super().__init__()
        self.ref = ref
        self.mark = Mark.OPEN
        self.setProperty("panel", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._event: Event | None = None
        self._is_late = False
        say(self, self.setAccessibleName, words)
        say(self, self.setAccessibleDescription, lambda: _("Enter: done. N: not done. U: open again."))
        self.icon = IconLabel("checkbox-blank-circle-outline", 36, "ink")
        self.above = text_label("", "strong")
        self.above.hide()
        self._state = text_label("", "strong")
        self.why = WhyField()
        self.why.given.connect(self._give_reason)
        self.why.left.connect(self._leave_reason)
        self.done = _plain(Button(done_words, lambda: self._tell(Mark.DONE), height="large", icon_name="check"))
        self.not_done = _plain(Button(lambda: pgettext("mark", "Not done"), self.ask_why, height="large"))
        self.open_again = _plain(
            Button(lambda: _("Open again"), lambda: self._tell(Mark.OPEN), kind="text", height="large")
        )
        self._details = label(details)
        self._build(words, buttons_beside)
        self.show_event(None)

    def show_event(self, event: Event | None) -> None:
        """Show how it ended, and when and by whom; None: it is open."""
        self._event = event
        self.mark = event.mark if event else Mark.OPEN
        self._draw_icon()
        self._state.setText(self._describe())
        self._state.setVisible(event is not None)
        self._details.setVisible(event is None)
        self.done.setVisible(event is None)
        self.not_done.setVisible(event is None)
        self.open_again.setVisible(event is not None)
        self.why.hide()

    def show_due(self, words: str, *, is_late: bool) -> None:
        """Say above it when it is due; what is late wears the colour of a warning."""
        self.above.setText(words)
        self.above.setVisible(bool(words))
        if is_late != self._is_late:
            self._is_late = is_late
            self.setProperty("panel", "warning" if is_late else "card")
            self.style().unpolish(self)
            self.style().polish(self)
            self._draw_icon()

    def ask_why(self) -> None:
        """Ask for the reason."""
        self.why.clear()
        self.why.show()
        self.why.setFocus()
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark it, or go to a neighbour."""
        key = event.key()
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not is_plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.mark is Mark.OPEN:
            self._tell(Mark.DONE)
        elif key == Qt.Key.Key_N:
            self.ask_why()
        elif key == Qt.Key.Key_U and self.mark is not Mark.OPEN:
            self._tell(Mark.OPEN)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say its state in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._state.setText(self._describe())

    def _build(self, words: Words, buttons_beside: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        text = label(words, "heading")
        for part in (self.above, text, self._details, self._state, self.why):
            column.addWidget(part)
        row.addLayout(column, 1)
        buttons = (self.done, self.not_done, self.open_again)
        if buttons_beside:
            row.addLayout(_stacked(buttons))
        else:
            column.addWidget(_flowing(buttons))

    def _draw_icon(self) -> None:
        usual = ("alert", "warning") if self._is_late else ("checkbox-blank-circle-outline", "ink")
        name, role = _ICONS.get(self.mark, usual)
        self.icon.draw(name, 36, role)

    def _describe(self) -> str:
        if self._event is None:
            return ""
        word = pgettext("mark", "Done") if self._event.mark is Mark.DONE else pgettext("mark", "Not done")
        parts = [f"{word} {self._event.at.astimezone():%H:%M}", self._event.by, self._event.text]
        return " · ".join(part for part in parts if part)

    def _tell(self, mark: Mark) -> None:
        self.setFocus()
        self.marked.emit(self.ref, mark, "")

    def _give_reason(self, reason: str) -> None:
        self.setFocus()
        self.marked.emit(self.ref, Mark.NOT_DONE, reason)

    def _leave_reason(self) -> None:
        self.setFocus()
        self.why.hide()


def _stacked(buttons: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for button in buttons:
        column.addWidget(button)
    column.addStretch(1)
    return column


def _flowing(buttons: Sequence[QWidget]) -> Flowing:
    row = Flowing(8)
    for button in buttons:
        row.add(button)
    return row


def _plain(button: Button) -> Button:
    """Return a button that is clicked or touched only: the row has the keys."""
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
