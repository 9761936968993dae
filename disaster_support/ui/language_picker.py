"""All languages to choose from: autonym large, name in the interface's language, search, and a tick."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from disaster_support.content.fold import fold
from disaster_support.content.model import Language
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import SearchField
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.say import say
from disaster_support.ui.text import lay_out
from disaster_support.ui.theme import BODY, HEADING, SMALL, current_theme

_ROW_HEIGHT = 64
_Index = QModelIndex | QPersistentModelIndex


def name_of(language: Language) -> str:
    """Return a language's name in the interface's language."""
    return language.name_ja if current_language() == "ja" else language.name_en


def matches(language: Language, wanted: str) -> bool:
    """Whether a search for a language means this one: any part of its names or its tag, in any kana or case."""
    names = (language.autonym, language.name_ja, language.name_en, language.tag)
    return any(fold(wanted) in fold(name) for name in names)


class _Model(QAbstractListModel):
    """The languages that the search has found, and which are chosen in which order."""

    changed = Signal()

    def __init__(self, languages: Sequence[Language], chosen: Iterable[str]) -> None:
        super().__init__()
        self._all = list(languages)
        self._shown = list(languages)
        self.chosen = [tag for tag in chosen if any(one.tag == tag for one in languages)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        if not index.isValid():
            return None
        language = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{language.autonym} {name_of(language)}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if language.tag in self.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.UserRole:
            return language
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every row can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def search(self, wanted: str) -> None:
        """Show the languages that are meant."""
        self.beginResetModel()
        self._shown = [one for one in self._all if matches(one, wanted)]
        self.endResetModel()

    def toggle(self, index: QModelIndex) -> None:
        """Choose a language, or no longer."""
        if not index.isValid():
            return
        tag = self._shown[index.row()].tag
        if tag in self.chosen:
            self.chosen.remove(tag)
        else:
            self.chosen.append(tag)
        self.dataChanged.emit(index, index)
        self.changed.emit()

    def refresh(self) -> None:
        """Show every row anew."""
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))


class _Delegate(QStyledItemDelegate):
    """Paints a row: tick box with its place in the order, autonym, name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(current_theme().px(260), current_theme().px(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        theme = current_theme()
        language: Language = index.data(Qt.ItemDataRole.UserRole)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        area = QRectF(option.rect)
        state = option.state
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setClipRect(area)
        if chosen:
            painter.fillRect(area, theme.color("tint_strong"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("tint"))
        side = float(theme.px(28))
        left = area.right() - 12 - side if mirrored else area.left() + 12
        name = "checkbox-marked" if chosen else "checkbox-blank-outline"
        color = theme.action if chosen else theme.border
        paint_icon(painter, QRectF(left, area.center().y() - side / 2, side, side), name, color)
        words = area.adjusted(12, 0, -24 - side, 0) if mirrored else area.adjusted(24 + side, 0, -12, 0)
        self._paint_words(painter, words, language, mirrored)
        if state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, area)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, language: Language, mirrored: bool) -> None:
        theme = current_theme()
        autonym = lay_out(language.autonym, (), language, theme.px(HEADING), 4000)
        size = theme.px(HEADING)
        if autonym.width > area.width():
            size = max(theme.px(SMALL), int(size * area.width() / autonym.width))
            autonym = lay_out(language.autonym, (), language, size, 4000)
        small = theme.px(22)
        top = area.center().y() - (autonym.height + small) / 2
        # lay_out puts right-to-left text at the right of its box: the box here is as wide as the text.
        autonym = lay_out(language.autonym, (), language, size, autonym.width + 1)
        x = area.right() - autonym.width if mirrored else area.left()
        autonym.draw(painter, x, top, theme.color("ink"))
        painter.setPen(theme.color("ink_secondary"))
        painter.setFont(interface_font(theme.px(SMALL)))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(name_of(language), Qt.TextElideMode.ElideRight, int(area.width()))
        place = QRectF(area.left(), top + autonym.height, area.width(), small)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_focus(self, painter: QPainter, area: QRectF) -> None:
        from PySide6.QtGui import QPen

        theme = current_theme()
        for inset, role in ((1.0, "focus_line"), (3.0, "focus_ring")):
            painter.setPen(QPen(theme.color(role), 2))
            painter.drawRect(area.adjusted(inset, inset, -inset, -inset))


class _List(QListView):
    """Toggles a language with a click, Space or Enter."""

    toggled = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle at Space and Enter."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class LanguagePicker(QWidget):
    """Languages to tick; those used most recently first, the rest in the library's order."""

    changed = Signal()

    def __init__(self, languages: Iterable[Language], chosen: Iterable[str] = (), recent: Sequence[str] = ()) -> None:
        super().__init__()
        ranks = {tag: place for place, tag in enumerate(recent)}
        ordered = sorted(languages, key=lambda one: ranks.get(one.tag, len(ranks)))
        self._model = _Model(ordered, chosen)
        self._model.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.search = SearchField(lambda: _("Search languages"), self._model.search)
        column.addWidget(self.search)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._model.toggle)
        self.list.toggled.connect(self._model.toggle)
        say(self.list, self.list.setAccessibleName, lambda: _("Languages"))
        column.addWidget(self.list, 1)
        self.setMinimumWidth(current_theme().px(BODY) * 16)

    def chosen(self) -> tuple[str, ...]:
        """Return the tags chosen, in the order of choosing."""
        return tuple(self._model.chosen)

    def set_chosen(self, tags: Iterable[str]) -> None:
        """Choose exactly these, without telling anybody."""
        self._model.chosen = list(tags)
        self._model.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Show the names in the new language, the rows in the new size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange) and hasattr(self, "list"):
            self.list.scheduleDelayedItemsLayout()
            self._model.refresh()
