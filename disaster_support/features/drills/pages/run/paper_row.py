"""A row of the paper: what was to be done, the time that was written, or why it was not done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from disaster_support.features.drills.model import Mark
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.parts import text_label
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme

_NOT_DONE = {"x", "×", "-", "ー", "✕"}
_ICONS = {
    Mark.DONE: ("check-circle", "success"),
    Mark.NOT_DONE: ("close-circle", "warning"),
    Mark.OPEN: ("circle-outline", "ink_secondary"),
}
_TIME, _WHY = 130, 260


class PaperField(QLineEdit):
    """Enter goes on as Tab does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class PaperRow(QWidget):
    """The field of the reason is passed over unless something was not done."""

    typed = Signal()

    def __init__(self, ref: str, words: str) -> None:
        super().__init__()
        self.ref = ref
        self.time, self.why = PaperField(), PaperField()
        self._before = ("", "")
        self._icon = IconLabel(_ICONS[Mark.OPEN][0], 24, _ICONS[Mark.OPEN][1])
        self._error = text_label("", "error")
        self._error.hide()
        say(self, self.time.setAccessibleName, lambda: _("Time of “{what}”").format(what=words))
        say(self, self.why.setAccessibleName, lambda: _("Why not: “{what}”").format(what=words))
        say(self, self.why.setPlaceholderText, lambda: _("Why not"))
        self.time.setFixedWidth(current_theme().px(_TIME))
        self.why.setMinimumWidth(current_theme().px(_WHY))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(text_label(words), 1)
        row.addWidget(self._error)
        row.addWidget(self.time)
        row.addWidget(self.why)
        self.time.textChanged.connect(lambda _text: self._offer_why())
        for field in (self.time, self.why):
            field.editingFinished.connect(self._finish)
        self._offer_why()

    def show_mark(self, mark: Mark, time: str, why: str) -> None:
        """Show what is kept."""
        self.time.setText("x" if mark is Mark.NOT_DONE else time)
        self.why.setText(why)
        self._before = self._now()
        name, role = _ICONS[mark]
        self._icon.draw(name, 24, role)
        self.show_error("")

    def mark(self) -> Mark:
        """Return what is meant by the field of the time."""
        text = self.time.text().strip()
        if not text:
            return Mark.OPEN
        return Mark.NOT_DONE if text.casefold() in _NOT_DONE else Mark.DONE

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with the time; empty: nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _offer_why(self) -> None:
        is_wanted = self.mark() is Mark.NOT_DONE
        self.why.setEnabled(is_wanted)
        policy = Qt.FocusPolicy.StrongFocus if is_wanted else Qt.FocusPolicy.NoFocus
        self.why.setFocusPolicy(policy)

    def _finish(self) -> None:
        if self._now() != self._before:
            self._before = self._now()
            self.typed.emit()

    def _now(self) -> tuple[str, str]:
        return self.time.text().strip(), self.why.text().strip()
