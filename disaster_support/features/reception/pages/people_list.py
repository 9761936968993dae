"""The people below the field that a scanner types into."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListView

from disaster_support.features.reception.model import Person
from disaster_support.features.reception.words import say_state
from disaster_support.i18n import gettext as _
from disaster_support.ui.icons import icon
from disaster_support.ui.say import say
from disaster_support.ui.theme import TARGET, current_theme

_Index = QModelIndex | QPersistentModelIndex
_SHOWN_ROWS = 5


class _People(QAbstractListModel):
    """The people shown, and who of them is ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Person] = []
        self.ticked: set[str] | None = None  # None: nothing is ticked here, one is chosen

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        person = self.people[index.row()]
        is_ticked = self.ticked is not None and person.id in self.ticked
        if role == Qt.ItemDataRole.DisplayRole:
            return describe_person(person)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Translators: read aloud before a person's name in a list where people are ticked.
            return f"{_('ticked')}: {describe_person(person)}" if is_ticked else describe_person(person)
        if role == Qt.ItemDataRole.DecorationRole and self.ticked is not None:
            name, color = ("checkbox-marked", "action") if is_ticked else ("checkbox-blank-outline", "ink")
            return icon(name, current_theme().px(24), color)
        return None

    def show(self, people: Iterable[Person]) -> None:
        """Show these people; ticks stay."""
        self.beginResetModel()
        self.people = list(people)
        self.endResetModel()


class PeopleList(QListView):
    """People to choose one from or to tick, moved through from the field: the focus stays there."""

    taken = Signal()  # a click on a row

    def __init__(self) -> None:
        super().__init__()
        self._model = _People()
        self.setModel(self._model)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self, self.setAccessibleName, lambda: _("People"))
        self.clicked.connect(lambda _index: self.taken.emit())
        self.show_people(())

    def sizeHint(self) -> QSize:
        """Return the size of a few rows."""
        rows = min(self._model.rowCount(), _SHOWN_ROWS)
        return QSize(300, rows * current_theme().px(TARGET) + 8)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def show_people(self, people: Sequence[Person], *, ticked: set[str] | None = None) -> None:
        """Show these people, the first of them chosen; with a set of ids they can be ticked."""
        self._model.ticked = ticked
        self._model.show(people)
        self.setCurrentIndex(self._model.index(0))
        self.setVisible(bool(people))
        self.updateGeometry()

    def people(self) -> list[Person]:
        """Return who is shown."""
        return self._model.people

    def current(self) -> Person | None:
        """Return the person of the chosen row."""
        row = self.currentIndex().row()
        return self._model.people[row] if 0 <= row < len(self._model.people) else None

    def ticked(self) -> set[str]:
        """Return the ids that are ticked."""
        return self._model.ticked or set()

    def step(self, by: int) -> None:
        """Choose another row."""
        row = self.currentIndex().row() + by
        self.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))

    def toggle(self, person_id: str) -> None:
        """Tick somebody, or no longer."""
        assert self._model.ticked is not None
        self._model.ticked ^= {person_id}
        self._refresh()

    def tick_all(self) -> None:
        """Tick all who are shown, or none where all were ticked."""
        assert self._model.ticked is not None
        shown = {person.id for person in self._model.people}
        if shown <= self._model.ticked:
            self._model.ticked -= shown
        else:
            self._model.ticked |= shown
        self._refresh()

    def _refresh(self) -> None:
        last = self._model.rowCount() - 1
        self._model.dataChanged.emit(self._model.index(0), self._model.index(last))


def describe_person(person: Person) -> str:
    """Return number, name, another spelling, where they sleep and where they are, on one line."""
    details = person.details
    spelling = details.latin or details.kana or ""
    parts = (person.number, details.name, spelling if spelling != details.name else "", details.room or "")
    return "   ".join([*(part for part in parts if part and part not in "?-"), say_state(person.state)])
