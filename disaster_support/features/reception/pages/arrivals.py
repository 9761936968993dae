"""Who has just come in: the household that stands at the desk, and those before it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.features.reception.model import Person
from disaster_support.features.reception.pages.form.language_rows import language_name
from disaster_support.features.reception.words import say_level
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say


class ArrivalList(QWidget):
    """People in a column, each a button that opens the record."""

    def __init__(self, title: Words, empty: Words, on_open: Callable[[str], object]) -> None:
        super().__init__()
        self._on_open = on_open
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heading = QLabel()
        heading.setProperty("type", "title")
        say(heading, heading.setText, title)
        column.addWidget(heading)
        self._empty = wrapping_label()
        self._empty.setProperty("type", "secondary")
        say(self._empty, self._empty.setText, empty)
        column.addWidget(self._empty)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these people, the first at the top."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for person in people:
            self._rows.addWidget(self._row(person))
        self._empty.setVisible(not people)

    def _row(self, person: Person) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        name = wrapping_label(f"{person.number}  {person.details.name}")
        name.setProperty("type", "strong")
        column.addWidget(name)
        if words := describe_languages(person):
            languages = wrapping_label(words)
            languages.setProperty("type", "secondary")
            column.addWidget(languages)
        line.addLayout(column, 1)
        open_ = IconButton(
            lambda: _("Open the record of {name}").format(name=person.details.name),
            "chevron-right",
            lambda: self._on_open(person.id),
        )
        line.addWidget(open_, 0, Qt.AlignmentFlag.AlignTop)
        return row


def describe_languages(person: Person) -> str:
    """Return the first language of a person and how far they get with Japanese, in a few words."""
    languages = person.details.languages
    if not languages:
        return ""
    first = languages[0]
    name = language_name(first.tag)
    return _("{language} ({level})").format(language=name, level=say_level(first.level)) if first.level else name
