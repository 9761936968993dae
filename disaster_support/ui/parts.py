"""Small things that pages are made of: labels, columns, and work that may be refused."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.ui.notice import Notice
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say


def label(words: Words, kind: str = "") -> QLabel:
    """Return a wrapping label whose words follow the interface's language; `kind` as the style sheet calls it."""
    made = text_label("", kind)
    say(made, made.setText, words)
    return made


def text_label(text: str = "", kind: str = "") -> QLabel:
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


def headed(words: Words, content: QWidget) -> QWidget:
    """Return a group of controls with its name above it."""
    group = QWidget()
    column = column_in(group, spacing=4)
    say(group, group.setAccessibleName, words)
    column.addWidget(label(words, "strong"))
    column.addWidget(content)
    return group


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout; a layout within it would be destroyed at once, and Qt may be at work on it."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def attempt(notice: Notice, work: Callable[[], object]) -> bool:
    """Work, and where it is refused say why; return whether it was done."""
    try:
        work()
    except UserError as error:
        sentence = str(error)
        notice.say("error", lambda: sentence)
        return False
    return True
