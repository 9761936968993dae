"""Fields: a label above, help under the label, what is wrong under the field in words, with an icon."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.icons import icon
from disaster_support.ui.panels import IconLabel, wrapping_label
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import current_theme


class LabelledField(QWidget):
    """A control with its label, its help, and the place for its error."""

    def __init__(self, label: Words, control: QWidget, *, help_text: Words | None = None) -> None:
        super().__init__()
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = QLabel()
        self._label.setProperty("type", "strong")
        self._label.setBuddy(control)
        say(self, self._label.setText, label)
        say(self, control.setAccessibleName, label)
        column.addWidget(self._label)
        if help_text:
            help_label = wrapping_label()
            help_label.setProperty("type", "secondary")
            say(self, help_label.setText, help_text)
            say(self, control.setAccessibleDescription, help_text)
            column.addWidget(help_label)
        column.addWidget(control)
        column.addWidget(self._build_error())

    def _build_error(self) -> QWidget:
        self._error = QWidget()
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("alert-circle", 20, "error"), 0, Qt.AlignmentFlag.AlignTop)
        self._error_label = wrapping_label()
        self._error_label.setProperty("type", "error")
        row.addWidget(self._error_label, 1)
        self._error.hide()
        return self._error

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and what to do; an empty sentence takes it away."""
        self._error_label.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setProperty("wrong", "true" if sentence else "false")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def error(self) -> str:
        """Return the sentence shown, empty when nothing is wrong."""
        return self._error_label.text() if self._error.isVisibleTo(self) else ""


class SearchField(QLineEdit):
    """A field that finds as one types; Escape empties it."""

    def __init__(self, words: Words, on_search: Callable[[str], object]) -> None:
        super().__init__()
        say(self, self.setPlaceholderText, words)
        say(self, self.setAccessibleName, words)
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self)
        say(self, self._clear.setText, lambda: _("Clear the search"))
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._search)
        self._on_search = on_search
        self._draw_icons()
        self._clear.setVisible(False)

    def _search(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._on_search(text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        side = current_theme().px(20)
        self._lens.setIcon(icon("magnify", side, "ink_secondary"))
        self._clear.setIcon(icon("close", side, "ink"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field at Escape; an empty one lets Escape pass."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
