"""The people found, as rows of a table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from disaster_support.content.model import Language
from disaster_support.features.reception.model import NeedState, Person
from disaster_support.features.reception.pages.form.language_rows import language_name
from disaster_support.features.reception.pages.people.saying import join, language_of, say_age, say_moment, say_names
from disaster_support.features.reception.words import say_need, say_state, say_unanswered
from disaster_support.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME, SPELLED, AGE, LANGUAGES, NEEDS, ROOM, STATE, SINCE = range(9)
_HEADINGS: Mapping[int, Callable[[], str]] = {
    NUMBER: lambda: _("Number"),
    NAME: lambda: _("Name"),
    SPELLED: lambda: _("Reading, Latin letters"),
    AGE: lambda: _("Age"),
    LANGUAGES: lambda: _("Languages"),
    NEEDS: lambda: _("Needs"),
    ROOM: lambda: _("Place"),
    STATE: lambda: _("Where they are"),
    SINCE: lambda: _("Since"),
}


class FoundModel(QAbstractTableModel):
    """The rows of a table of people."""

    def __init__(self, languages: Mapping[str, Language], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._languages, self._clock = languages, clock
        self.people: Sequence[Person] = ()
        self._cells: Mapping[int, Callable[[Person], str]] = {
            NUMBER: lambda person: person.number,
            NAME: lambda person: person.details.name,
            SPELLED: lambda person: say_names(person.details),
            AGE: lambda person: say_age(person.details, clock().date()),
            LANGUAGES: _languages,
            NEEDS: _needs,
            ROOM: lambda person: say_unanswered(person.details.room) if person.details.room else "",
            STATE: lambda person: say_state(person.state),
            SINCE: self._since,
        }

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these people."""
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def language_of(self, person: Person) -> Language:
        """Return the language in whose letters the name stands."""
        return language_of(person.details, person.details.name, self._languages)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of people."""
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADINGS[section]()
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; those of the needs are for tool tips and screen readers."""
        person = self.people[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return person
        if role == Qt.ItemDataRole.DisplayRole and index.column() != NEEDS:
            return self._say(person, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._say(person, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say(person, index.column()) or f"{_HEADINGS[index.column()]()}: –"
        return None

    def _say(self, person: Person, column: int) -> str:
        return self._cells[column](person)

    def _since(self, person: Person) -> str:
        return say_moment(person.state_since, self._clock()) if person.state_since else ""


def _needs(person: Person) -> str:
    return join(say_need(kind) for kind, need in person.details.needs.items() if need.state is NeedState.YES)


def _languages(person: Person) -> str:
    return join(language_name(one.tag) for one in person.details.languages)
