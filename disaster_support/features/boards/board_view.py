"""The boards in the languages chosen: situations above, tiles below, and a search through all of them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.features.boards.card_grid import CardGrid
from disaster_support.features.boards.grid_plan import GAP, Grid
from disaster_support.features.boards.model import MAX_LANGUAGES, Tile
from disaster_support.features.boards.situation_strip import SituationStrip
from disaster_support.features.boards.tile_card import TileCard
from disaster_support.features.boards.words import staff_name
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.chips import ChipRow
from disaster_support.ui.fields import SearchField
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme
from disaster_support.ui.unreviewed import UnreviewedLegend

if TYPE_CHECKING:
    from disaster_support.features.boards.service import BoardService

_TILE_WIDTHS = (372, 520, 580)  # the least width of a tile that shows one, two, three languages
_TILE_HEIGHTS = (200, 216, 224)
_MOST_COLUMNS, _MOST_ROWS = 4, 3
_SEARCH_WIDTH, _WIDEST_SEARCH = 320, 400


class BoardView(QWidget):
    """One board at a time; a tile that is pointed at is told with all tiles beside it."""

    opened = Signal(int)  # the place of the tile among `tiles`
    left = Signal()  # back to the languages
    more_wanted = Signal()  # another language beside
    languages_changed = Signal(tuple)

    def __init__(self, service: "BoardService") -> None:
        super().__init__()
        self._service = service
        self.languages: tuple[str, ...] = ()
        self._cards: list[TileCard] = []
        self.situation = ""
        self.tiles: tuple[Tile, ...] = ()
        self.grid = CardGrid(self._plan)
        self.strip = SituationStrip(service.languages)
        self.strip.chosen.connect(self.open_board)
        self.search = SearchField(lambda: _("Find a phrase (Ctrl+F)"), self._find)
        self.back = Button(lambda: _("Languages (Esc)"), self.left.emit, icon_name="arrow-left")
        self.more = Button(lambda: _("Add a language"), self.more_wanted.emit, kind="text", icon_name="plus")
        self.chips = ChipRow()
        self.chips.changed.connect(lambda: self.languages_changed.emit(self.chips.keys()))
        self.legend = UnreviewedLegend()
        self.legend.setContentsMargins(0, 0, 16, 0)
        self._nothing = EmptyState("magnify-close", lambda: _("No phrase says this. Try another word."))
        self._nothing.hide()
        self._build()

    def _build(self) -> None:
        say(self, self.grid.setAccessibleName, lambda: _("Tiles"))
        say(self, self.strip.setAccessibleName, lambda: _("Boards"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.setContentsMargins(0, 0, 16, 0)
        row.addWidget(self.back)
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.more)
        row.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 8, 4)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.strip)
        column.addWidget(self.grid, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.legend)
        self.restyle()

    def restyle(self) -> None:
        """Give the search the room that its words need at this text size."""
        self.search.setFixedWidth(min(current_theme().px(_SEARCH_WIDTH), _WIDEST_SEARCH))

    def show_languages(self, tags: tuple[str, ...]) -> None:
        """Show the boards in these languages, the board that was open again."""
        self.languages = tags
        boards = self._service.boards(tags)
        self.strip.show_boards(boards)
        self.chips.set_items([(tag, partial(staff_name, self._service.language(tag))) for tag in tags])
        self.more.setVisible(len(tags) < MAX_LANGUAGES)
        if self.search.text():
            self._find(self.search.text())
        elif boards:
            known = {board.situation for board in boards}
            self.open_board(self.situation if self.situation in known else boards[0].situation)

    def open_board(self, situation: str) -> None:
        """Open a board; a search is over."""
        self.situation = situation
        if self.search.text():
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        self.strip.check(situation)
        self._show_tiles(self._service.board(situation, self.languages).tiles)

    def step_board(self, step: int) -> None:
        """Open the board so many places on."""
        self.open_board(self.strip.neighbour(self.situation, step))

    def _find(self, text: str) -> None:
        if not text.strip():
            self.open_board(self.situation)
            return
        self.strip.check("")
        self._show_tiles(self._service.search_tiles(text, self.languages))

    def _show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        self.tiles = tiles
        while len(self._cards) < len(tiles):
            self._add_card()
        cards = self._cards[: len(tiles)]
        for card, tile in zip(cards, tiles, strict=True):
            card.show_tile(tile)
        self.grid.setVisible(bool(tiles))
        self._nothing.setVisible(not tiles)
        self.legend.setVisible(any(tile.unreviewed for tile in tiles))
        self.grid.show_cards(cards)

    def _add_card(self) -> None:
        card = TileCard(self._service.languages)
        place = len(self._cards)
        card.clicked.connect(lambda: self.opened.emit(place))
        self.grid.take(card)
        self._cards.append(card)

    def _plan(self, width: int, height: int) -> Grid:
        theme, index = current_theme(), max(0, min(len(self.languages), MAX_LANGUAGES) - 1)
        columns = min(_MOST_COLUMNS, (width + GAP) // (theme.px(_TILE_WIDTHS[index]) + GAP))
        rows = max(1, min(_MOST_ROWS, (height + GAP) // (theme.px(_TILE_HEIGHTS[index]) + GAP)))
        return Grid(max(1, columns), rows, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the tiles with the down arrow or Enter."""
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.grid.focus_card(0)
            return
        super().keyPressEvent(event)
