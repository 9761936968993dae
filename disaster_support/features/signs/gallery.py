"""The gallery: small pictures of the real pages by situation, with a search on top."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QVBoxLayout,
    QWidget,
)

from disaster_support.content.model import Language
from disaster_support.features.signs.choice import Choice
from disaster_support.features.signs.gallery_rows import GalleryDelegate, GalleryModel, Item
from disaster_support.features.signs.model import SignOptions
from disaster_support.features.signs.service import SignService
from disaster_support.features.signs.thumbnails import Thumbnails
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import SearchField
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Task, run_in_background

_SETTLE_MS = 150


class _View(QListView):
    """A list that tells when other rows have come into sight."""

    moved = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew and tell."""
        super().resizeEvent(event)
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll and tell."""
        super().scrollContentsBy(dx, dy)
        self.moved.emit()


class Gallery(QWidget):
    """Signs or boards to choose from; `chosen` tells when another is chosen."""

    chosen = Signal()

    def __init__(self, service: SignService, thumbnails: Thumbnails, japanese: Language) -> None:
        super().__init__()
        self._service = service
        self._thumbnails = thumbnails
        self._options = service.usual_options()
        self._task: Task | None = None
        self._failed: set[Item] = set()
        self._drawn_with: dict[Item, SignOptions] = {}
        self.kind: Choice[str] = Choice(
            [("sign", lambda: _("Signs"), "sign-direction"), ("board", lambda: _("Boards"), "view-grid-outline")]
        )
        self.search = SearchField(lambda: _("Search"), self._show)
        self.view = _View()
        self.model = GalleryModel(service)
        self.empty = EmptyState("magnify", lambda: _("Nothing found. Try another word, or fewer letters."))
        self._build(japanese)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw_next)
        self.view.moved.connect(self._settle.start)
        self._show("")

    def _build(self, japanese: Language) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.view.setModel(self.model)
        self.view.setItemDelegate(GalleryDelegate(self.view, self.model, japanese))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        say(self.view, self.view.setAccessibleName, lambda: _("Signs and boards"))
        self.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())
        self.kind.changed.connect(self._change_kind)

    # -- what is chosen

    def selected(self) -> list[Item]:
        """Return the rows that are chosen, in their order."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        return [self.model.items[row] for row in rows]

    def select(self, kind: str, id_: str) -> None:
        """Choose a sign or board."""
        if self.kind.value() != kind:
            self.kind.choose(kind)
            self._show("")
        item = Item(kind, id_)
        if item in self.model.items:
            index = self.model.index(self.model.items.index(item))
            # The view's own way adds to what is selected while Ctrl is held, as it is at Ctrl+2.
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
            self.view.scrollTo(index)

    def _tell(self) -> None:
        if self.view.selectedIndexes():
            self.chosen.emit()

    def _change_kind(self) -> None:
        single = self.kind.value() == "board"
        modes = QListView.SelectionMode
        self.view.setSelectionMode(modes.SingleSelection if single else modes.ExtendedSelection)
        self.search.clear()
        self._show("")

    # -- what is shown

    def set_options(self, options: SignOptions) -> None:
        """Draw the pages with these options from now on; the old pictures stay until the new ones are there."""
        wanted = replace(options, room="", note="", arrow=None, copies_on_a_page=1)
        if wanted != self._options:
            self._options = wanted
            self.draw_again()

    def draw_again(self) -> None:
        """Draw the pages anew: what they say or how has changed."""
        self._drawn_with.clear()
        self._failed.clear()
        self._settle.start()

    def _show(self, text: str) -> None:
        """Show what the search has found, and choose the first where nothing was chosen."""
        before = self.selected()
        self.model.show(list(self._items(text)))
        is_empty = not self.model.items
        self.view.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        kept = [item for item in before if item in self.model.items]
        first = next((item for item in self.model.items if item.kind != "heading"), None)
        if kept or first:
            row = self.model.items.index(kept[0] if kept else first)  # type: ignore[arg-type]
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flag)
        self._settle.start()

    def _items(self, text: str) -> Iterator[Item]:
        if self.kind.value() == "board":
            yield from (Item("board", id_) for id_ in self._service.boards(text))
            return
        for situation, entries in self._service.search(text).items():
            yield Item("heading", situation)
            yield from (Item("sign", entry.id) for entry in entries)

    # -- pictures

    def _draw_next(self) -> None:
        """Draw the first row in sight whose picture is missing or old; then the next."""
        if self._task is not None and self._task.running:
            return
        item = next((item for item in self._in_sight() if self._is_wanted(item)), None)
        if item is None:
            return
        options = self._options
        self._task = run_in_background(
            self,
            lambda _progress: self._thumbnails.draw(self._service.first_page(item.kind, item.id, options)),
            on_done=lambda png: self._take(item, options, png),
            on_error=lambda _sentence: self._give_up(item),
        )

    def _is_wanted(self, item: Item) -> bool:
        return item.kind != "heading" and item not in self._failed and self._drawn_with.get(item) != self._options

    def _take(self, item: Item, options: SignOptions, png: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(png)
        self._drawn_with[item] = options
        self.model.set_picture(item, picture)
        self._task = None
        self._draw_next()

    def _give_up(self, item: Item) -> None:
        """Leave a row without a picture: choosing it says what is wrong."""
        self._failed.add(item)
        self._task = None
        self._draw_next()

    def _in_sight(self) -> list[Item]:
        rect = self.view.viewport().rect()
        first = self.view.indexAt(rect.topLeft())
        start = max(0, first.row())
        shown = []
        for row in range(start, len(self.model.items)):
            if self.view.visualRect(self.model.index(row)).top() > rect.bottom():
                break
            shown.append(self.model.items[row])
        return shown

    def changeEvent(self, event: QEvent) -> None:
        """Show the names in the new language, the rows in the new size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange) and hasattr(self, "view"):
            self.view.scheduleDelayedItemsLayout()
