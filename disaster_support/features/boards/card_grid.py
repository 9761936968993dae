"""Cards in rows and columns, one tab stop, walked with the arrow keys, scrolled by finger, wheel or keys.

Rows share the height of the window, and one that needs more for its text takes it from the others of its page. Only
what is on the screen is measured before it is shown; the pages below follow one by one while nothing else is to be
done, so that a board of fifty tiles opens as fast as one of six.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QScroller, QWidget

from disaster_support.features.boards.grid_plan import GAP, Grid, share_height
from disaster_support.ui.card import Card


class SizedCard(Card):
    """A card that knows how high it must be for its text."""

    def height_for(self, width: int) -> int:
        """Return the height in px that holds everything at this width."""
        raise NotImplementedError


class CardGrid(QScrollArea):
    """Shows cards; `plan` says for a viewport's width and height in px how they are arranged."""

    def __init__(self, plan: Callable[[int, int], Grid]) -> None:
        super().__init__()
        self._plan = plan
        self._cards: Sequence[SizedCard] = ()
        self._heights: list[int] = []
        self._measured = 0
        self._grid = Grid(1, 1, 1)
        self._inner = QWidget()
        self._inner.setObjectName("scrolled")
        self._make_parts_known()
        self.setWidget(self._inner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._measure_next)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _make_parts_known(self) -> None:
        # To name a widget that Qt made, PySide first makes all its widget classes: a seventh of the program's start.
        self.setViewport(QWidget())
        self.setVerticalScrollBar(QScrollBar())

    def take(self, card: SizedCard) -> None:
        """Make a new card one of the grid's own; it is shown once it is among `show_cards`."""
        card.setParent(self._inner)
        card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        card.stepped.connect(lambda columns, rows: self._step(card, columns, rows))
        card.jumped.connect(lambda to_end: self.focus_card(-1 if to_end else 0))
        card.focused.connect(lambda: self._follow_focus(card))

    def show_cards(self, cards: Sequence[SizedCard]) -> None:
        """Show these cards from the top, and hide those shown before."""
        shown = set(cards)
        for card in self._cards:
            if card not in shown:
                card.hide()
        self._cards = cards
        self.verticalScrollBar().setValue(0)
        self._make_tab_stop(0)
        self.arrange()

    @property
    def cards(self) -> Sequence[SizedCard]:
        """The cards shown, in their order."""
        return self._cards

    def focus_card(self, index: int) -> None:
        """Give the focus to a card by its place; -1 is the last."""
        if self._cards:
            while self._cards[index].isHidden() and self._measured < len(self._heights):
                self._measure()
            self._cards[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Put all cards into their places, measuring what can be seen; nothing while the grid is hidden."""
        if not self.isVisible():
            return
        self._grid = self._plan(self.viewport().width(), self.viewport().height())
        rows = -(-len(self._cards) // self._grid.columns)
        if self._makes_room_to_scroll(rows):
            return
        self._heights = [self._grid.row_height] * rows
        self._measured = 0
        seen = self.verticalScrollBar().value() + self.viewport().height()
        while self._measured < rows and self._top(self._measured) < seen:
            self._measure()
        for card in self._cards[self._measured * self._grid.columns :]:
            if not card.isHidden() and card.y() < seen:
                card.hide()  # it still stands where an earlier board had it
        self.verticalScrollBar().setSingleStep(max(1, (self._grid.row_height + GAP) // 3))
        self._later.start() if self._measured < rows else self._later.stop()

    def _makes_room_to_scroll(self, rows: int) -> bool:
        """Show the scroll bar before anything is measured where it is sure to be needed; True if this has resized."""
        is_needed = (self._grid.row_height + GAP) * rows - GAP > self.viewport().height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if is_needed else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        width = self.viewport().width()
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        return self.viewport().width() != width  # and has arranged the cards in its turn

    def _measure(self) -> None:
        """Measure and place the next page; the last is shared as if it were whole, so that no row stands out."""
        grid, width, first = self._grid, self._card_width(), self._measured
        last = min(first + grid.rows, len(self._heights))
        needed = [max(card.height_for(width) for card in self._row(row)) for row in range(first, last)]
        missing = [grid.row_height] * (grid.rows - len(needed))
        shared = share_height([*needed, *missing], grid.page_height - GAP * (grid.rows - 1))
        self._heights[first:last] = shared[: len(needed)]
        self._measured = last
        self._inner.resize(self.viewport().width(), max(0, self._top(len(self._heights)) - GAP))
        for row in range(first, last):
            self._place(row)

    def _measure_next(self) -> None:
        if self._measured < len(self._heights):
            self._measure()
        else:
            self._later.stop()

    def _row(self, row: int) -> Sequence[SizedCard]:
        return self._cards[row * self._grid.columns : (row + 1) * self._grid.columns]

    def _top(self, row: int) -> int:
        return sum(self._heights[:row]) + GAP * row

    def _card_width(self) -> int:
        return (self.viewport().width() - GAP * (self._grid.columns - 1)) // self._grid.columns

    def _place(self, row: int) -> None:
        width = self._card_width()
        for column, card in enumerate(self._row(row)):
            left = column * (width + GAP)
            if card.is_mirrored():
                left = self._inner.width() - left - width
            card.setGeometry(left, self._top(row), width, self._heights[row])
            if card.isHidden():
                card.show()

    def _step(self, card: SizedCard, columns: int, rows: int) -> None:
        wanted = self._cards.index(card) + columns + rows * self._grid.columns
        if 0 <= wanted < len(self._cards):
            self.focus_card(wanted)

    def _follow_focus(self, card: SizedCard) -> None:
        self._make_tab_stop(self._cards.index(card))
        self.ensureWidgetVisible(card, 0, GAP)

    def _make_tab_stop(self, index: int) -> None:
        for place, card in enumerate(self._cards):
            is_stop = place == index
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the cards at the size in which they are first seen."""
        super().showEvent(event)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when fonts have come, the text size or the direction has changed."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and hasattr(self, "_later"):
            self.arrange()
