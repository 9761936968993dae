"""A search above a long list: a few letters leave a few rows, touching one goes on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScroller, QVBoxLayout, QWidget

from disaster_support.content.fold import fold_spaceless
from disaster_support.content.model import Language
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.ui.fonts import font_for
from disaster_support.ui.theme import BOARD_TARGET, TITLE, current_theme

_LEAST_ROWS = 4
_FOUND_BY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it stands for, what it says, and all the names that it is found by."""

    key: str
    words: str
    names: str


class SearchList(QWidget):
    """Words typed are looked for in every name of a row; `recognise` may know a row that is not in the list."""

    edited = Signal()
    submitted = Signal()

    def __init__(
        self, language: Language, search: str, name: str, recognise: Callable[[str], Row | None] = lambda _text: None
    ) -> None:
        super().__init__()
        self._recognise = recognise
        self._recognised: QListWidgetItem | None = None
        self.line = TypedLine(language, search)
        self.line.textEdited.connect(self._find)
        self.line.returnPressed.connect(self.submitted)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.itemClicked.connect(lambda _item: self.submitted.emit())
        self.list.itemActivated.connect(lambda _item: self.submitted.emit())
        self.list.currentItemChanged.connect(lambda _now, _before: self.edited.emit())
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(self.list.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._dress(language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)

    def set_rows(self, rows: Iterable[Row], chosen: str = "") -> None:
        """Show these rows, one of them marked; what is typed already is looked for in them."""
        self._recognised = None
        self.list.clear()
        for row in rows:
            item = self._add(row)
            if row.key == chosen:
                self.list.setCurrentItem(item)
        if self.line.text():
            self._find(self.line.text())

    def key(self) -> str:
        """Return what the marked row stands for, empty where none is marked."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item and not item.isHidden() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the list with the down arrow."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key()
        if watched is self.line and pressed == Qt.Key.Key_Down:
            self.list.setFocus()
            if not self.key():
                self.list.setCurrentRow(self._first_row())
            return True
        return super().eventFilter(watched, event)

    def _dress(self, language: Language) -> None:
        theme = current_theme()
        families = ", ".join(f'"{family}"' for family in font_for(language, TITLE).families())
        row = theme.px(BOARD_TARGET)
        self.list.setStyleSheet(
            f"QListWidget {{ font-family: {families}; font-size: {theme.px(TITLE)}px; }}"
            f"QListWidget::item {{ min-height: {row}px; }}"
        )
        self.list.setMinimumHeight(_LEAST_ROWS * row)

    def _add(self, row: Row) -> QListWidgetItem:
        item = QListWidgetItem(row.words)
        item.setData(Qt.ItemDataRole.UserRole, row.key)
        item.setData(_FOUND_BY, fold_spaceless(row.names))
        self.list.addItem(item)
        return item

    def _find(self, text: str) -> None:
        if self._recognised is not None:
            self.list.takeItem(self.list.row(self._recognised))
            self._recognised = None
        wanted = fold_spaceless(text)
        for item in self._items():
            item.setHidden(wanted not in item.data(_FOUND_BY))
        first = self._first_row()
        if wanted and first < 0 and (row := self._recognise(text)):
            self._recognised = self._add(row)
            first = self._first_row()
        self.list.setCurrentRow(first if wanted else -1)
        self.edited.emit()

    def _first_row(self) -> int:
        return next((row for row, item in enumerate(self._items()) if not item.isHidden()), -1)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]
