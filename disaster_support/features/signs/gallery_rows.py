"""The rows of the gallery: what they are, and how a small picture of a page is drawn with its words."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from disaster_support.content.model import Language
from disaster_support.features.signs.service import SignService
from disaster_support.i18n import current_language
from disaster_support.ui.text import lay_out
from disaster_support.ui.theme import BODY, SMALL, current_theme

_Index = QModelIndex | QPersistentModelIndex
_ROW, _HEADING, _PICTURE = 124, 44, 112
_PADDING = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A row: a sign or a board that can be chosen, or the heading of a situation."""

    kind: str  # "sign", "board", "heading"
    id: str


class GalleryModel(QAbstractListModel):
    """The rows with the pictures that are drawn so far."""

    def __init__(self, service: SignService) -> None:
        super().__init__()
        self._service = service
        self.items: list[Item] = []
        self.pictures: dict[Item, QPixmap] = {}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            say_ = self._service.say if item.kind == "sign" else self._service.title
            return say_(item.id, current_language())
        return item if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        return Qt.ItemFlag.NoItemFlags if self.items[index.row()].kind == "heading" else super().flags(index)

    def show(self, items: list[Item]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def set_picture(self, item: Item, picture: QPixmap) -> None:
        """Show the picture of a row."""
        self.pictures[item] = picture
        if item in self.items:
            index = self.index(self.items.index(item))
            self.dataChanged.emit(index, index)


class GalleryDelegate(QStyledItemDelegate):
    """Draws a picture of the page with what it says beside it."""

    def __init__(self, view: "QListView", model: GalleryModel, language: Language) -> None:
        super().__init__(view)
        self._model = model
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        height = _HEADING if self._model.items[index.row()].kind == "heading" else _ROW
        return QSize(100, current_theme().px(height) if height == _HEADING else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        theme = current_theme()
        item = self._model.items[index.row()]
        rect: QRectF = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        if item.kind == "heading":
            painter.fillRect(rect, theme.color("surface"))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("tint_strong"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), theme.color("action"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("tint"))
        if item.kind != "heading":
            self._draw_picture(painter, item, rect)
            rect.adjust(_PICTURE, 0, 0, 0)
        self._draw_text(painter, str(index.data()), rect, is_bold=item.kind == "heading")
        if state & QStyle.StateFlag.State_HasFocus and item.kind != "heading":
            painter.setClipRect(QRectF(option.rect))  # the words were clipped to their own part
            painter.setPen(theme.color("focus_line"))
            painter.drawRect(QRectF(option.rect).adjusted(2, 2, -3, -3))
        painter.restore()

    def _draw_picture(self, painter: QPainter, item: Item, rect: QRectF) -> None:
        """Draw the page as it will print: paper is white in every theme."""
        picture = self._model.pictures.get(item)
        room = QRectF(rect.x() + _PADDING, rect.y() + 6, _PICTURE - 2 * _PADDING, rect.height() - 12)
        if picture is None:
            return
        scale = min(room.width() / picture.width(), room.height() / picture.height())
        size = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        size.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(size, picture, QRectF(picture.rect()))
        painter.setPen(current_theme().color("hairline"))
        painter.drawRect(size)

    def _draw_text(self, painter: QPainter, text: str, rect: QRectF, *, is_bold: bool) -> None:
        theme = current_theme()
        size = theme.px(SMALL if is_bold else BODY)
        laid = lay_out(text, (), self._language, size, rect.width() - 2 * _PADDING, bold=is_bold)
        painter.setClipRect(rect)
        y = rect.y() + max(4.0, (rect.height() - laid.height) / 2)
        laid.draw(painter, rect.x() + _PADDING, y, theme.color("ink"))
