"""A form in the middle of the page: a heading, fields, one button, and what went wrong; it runs in the background."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say
from disaster_support.ui.tasks import run_in_background

T = TypeVar("T")
F = TypeVar("F", bound=QWidget)

_WIDEST = 560


class LineField(LabelledField):
    """A labelled field of one line."""

    def __init__(self, label: Words, *, help_text: Words | None = None, line: QLineEdit | None = None) -> None:
        self.line = line or QLineEdit()
        super().__init__(label, self.line, help_text=help_text)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text().strip()

    def is_filled(self, sentence: str) -> bool:
        """Whether something was typed; else the sentence stands under the field, which gets the focus."""
        self.show_error("" if self.text() else sentence)
        if not self.text():
            self.line.setFocus()
        return bool(self.text())


class Form(QFrame):
    """A card with a heading and a sentence; one piece of work at a time, the fields keep what was typed."""

    def __init__(self, heading: Words, sentence: Words) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 24)
        self.column.setSpacing(16)
        title, text = QLabel(), wrapping_label()
        title.setProperty("type", "heading")
        title.setWordWrap(True)
        say(title, title.setText, heading)
        say(text, text.setText, sentence)
        self.add(title)
        self.add(text)
        self._working = False

    def add(self, field: F) -> F:
        """Add a widget below the others, and return it."""
        self.column.addWidget(field)
        return field

    def add_buttons(self, *buttons: QWidget) -> None:
        """Add buttons side by side, as many in a row as fit."""
        whole = QWidget()
        row = FlowLayout(whole, 12)
        for button in buttons:
            row.addWidget(button)
        self.add(whole)

    def run(self, work: Callable[[], T], on_done: Callable[[T], object], on_error: Callable[[str], object]) -> None:
        """Work in the background unless it works already: a second Enter changes nothing."""
        if self._working:
            return
        self._working = True

        def finish(result: T) -> None:
            self._working = False
            on_done(result)

        def fail(sentence: str) -> None:
            self._working = False
            on_error(sentence)

        run_in_background(self, lambda _progress: work(), on_done=finish, on_error=fail)


def in_the_middle(form: QWidget) -> QWidget:
    """Return a scroller with the form in its middle, no wider than reads well."""
    form.setMaximumWidth(_WIDEST)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(24, 24, 24, 24)
    row.addStretch(1)
    row.addWidget(form, 1000, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return scrolling(whole)
