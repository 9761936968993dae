"""The table of the people found: only the rows on the screen are drawn, however many there are."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.features.reception.model import Level, NeedState, Person
from disaster_support.features.reception.pages.people.found_model import (
    AGE,
    LANGUAGES,
    NAME,
    NEEDS,
    NUMBER,
    ROOM,
    SINCE,
    SPELLED,
    STATE,
    FoundModel,
    Index,
)
from disaster_support.features.reception.words import NEED_PICTOGRAMS
from disaster_support.i18n import gettext as _
from disaster_support.ui.fonts import font_for
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.row_table import choose_rows
from disaster_support.ui.say import say
from disaster_support.ui.text import forget_layouts, lay_out
from disaster_support.ui.theme import BODY, LARGE, current_theme

_ROW, _SIDE, _ICON, _CHECK, _GAP, _BAR = 52, 8, 24, 14, 4, 4  # px at text size 1.0
_WIDTHS = {NUMBER: 84, NAME: 208, SPELLED: 160, AGE: 52, LANGUAGES: 190, NEEDS: 116, ROOM: 78, STATE: 142, SINCE: 146}
_BESIDE_A_RECORD = (NUMBER, NAME, LANGUAGES)
_LESS_IMPORTANT = (AGE, ROOM, SINCE)
_QUIET = (SPELLED, SINCE)


class FoundTable(QTableView):
    """Rows of people; Enter opens one, Up from the first row and Escape go back to the search."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, languages: Mapping[str, Language], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._model = FoundModel(languages, clock)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(languages, self))
        choose_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        say(self, self.setAccessibleName, lambda: _("People found"))
        self.clicked.connect(self._open)
        self._measure()

    @property
    def people(self) -> Sequence[Person]:
        """Who is shown."""
        return self._model.people

    def show_people(self, people: Sequence[Person], chosen: str = "") -> None:
        """Show these people, the row of the chosen one marked."""
        self._model.show_people(people)
        self.mark(chosen)

    def mark(self, person_id: str) -> None:
        """Mark the row of a person, if it is there."""
        for row, person in enumerate(self._model.people):
            if person.id == person_id:
                self.setCurrentIndex(self._model.index(row, NUMBER))
                return
        self.clearSelection()

    def enter(self) -> None:
        """Take the focus, on the first row unless one is marked."""
        if self._model.people:
            self.setFocus()
            if not self.selectionModel().hasSelection():
                self.setCurrentIndex(self._model.index(0, NUMBER))

    def arrange(self, *, beside_record: bool, one_column: bool) -> None:
        """Leave out columns where there is no room for all: beside a record only what tells people apart stays."""
        left_out = _LESS_IMPORTANT if one_column else ()
        modes = QHeaderView.ResizeMode
        for column in _WIDTHS:
            takes_rest = column == (NAME if beside_record else SPELLED)
            self.horizontalHeader().setSectionResizeMode(column, modes.Stretch if takes_rest else modes.Interactive)
            self.setColumnHidden(column, column not in _BESIDE_A_RECORD if beside_record else column in left_out)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open at Enter; go back to the search at Escape and above the first row."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow text size, fonts and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        elif event.type() == QEvent.Type.FontChange:
            forget_layouts()
            self.viewport().update()
        elif event.type() == QEvent.Type.LanguageChange:
            self.show_people(self._model.people, self._marked())

    def _marked(self) -> str:
        row = self.currentIndex().row()
        return self._model.people[row].id if 0 <= row < len(self._model.people) else ""

    def _measure(self) -> None:
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.people[index.row()].id)


class _Delegate(QStyledItemDelegate):
    """Draws names in their own script with all their ink, needs as pictograms, an interpreter needed as a sign."""

    def __init__(self, languages: Mapping[str, Language], table: FoundTable) -> None:
        super().__init__(table)
        self._interface = languages[SOURCE_LANGUAGE]
        self._model = table._model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme = current_theme()
        area = QRectF(option.rect)
        painter.save()
        painter.setClipRect(area)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("tint_strong"))
            if index.column() == NUMBER:
                painter.fillRect(QRectF(area.x(), area.y(), _BAR, area.height()), theme.color("action"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("tint"))
        painter.setPen(theme.color("hairline"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        side = theme.px(_SIDE)
        inside = area.adjusted(side, 0, -side, 0)
        person = self._model.people[index.row()]
        if index.column() == NEEDS:
            self._paint_needs(painter, inside, person)
        else:
            self._paint_words(painter, inside, index, person)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell."""
        theme = current_theme()
        return QSize(theme.px(_WIDTHS[index.column()]), theme.px(_ROW))

    def _paint_words(self, painter: QPainter, area: QRectF, index: Index, person: Person) -> None:
        theme = current_theme()
        column = index.column()
        if column == LANGUAGES and needs_interpreter(person):
            _paint_icon(painter, area, "account-voice", theme.warning)
            area = area.adjusted(theme.px(_ICON + _GAP), 0, 0, 0)
        language = self._model.language_of(person) if column == NAME else self._interface
        size = theme.px(LARGE if column == NAME else BODY)
        metrics = QFontMetrics(font_for(language, size))
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, int(area.width()))
        laid = lay_out(text, (), language, size, 4000)
        if language.direction == "rtl":  # laid out at the right of its box, which is therefore as wide as the text
            laid = lay_out(text, (), language, size, laid.width + 1)
        role = "ink_secondary" if column in _QUIET else "ink"
        laid.draw(painter, area.x(), area.center().y() - laid.height / 2, theme.color(role))

    def _paint_needs(self, painter: QPainter, area: QRectF, person: Person) -> None:
        theme = current_theme()
        for kind, need in person.details.needs.items():
            if need.state is NeedState.YES:
                _paint_icon(painter, area, NEED_PICTOGRAMS[kind], theme.warning if need.waits else theme.ink_secondary)
                if not need.waits:
                    corner = area.adjusted(theme.px(_ICON - _CHECK // 2), theme.px(_CHECK), 0, 0)
                    _paint_icon(painter, corner, "check-circle", theme.success, _CHECK)
                area = area.adjusted(theme.px(_ICON + 2 * _GAP), 0, 0, 0)


def needs_interpreter(person: Person) -> bool:
    """Whether somebody has said that they need an interpreter."""
    return any(one.level is Level.INTERPRETER for one in person.details.languages)


def _paint_icon(painter: QPainter, area: QRectF, name: str, color: str, size: int = _ICON) -> None:
    side = current_theme().px(size)
    paint_icon(painter, QRectF(area.x(), area.center().y() - side / 2, side, side), name, color)
