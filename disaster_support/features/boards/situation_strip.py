"""The boards as a strip of pictograms, each with its name in Japanese and in the evacuee's language."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language, Phrase
from disaster_support.features.boards.letters import Said, lay_all, stack_height
from disaster_support.features.boards.model import Board
from disaster_support.features.boards.words import point_outwards
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.card import Card
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.text import LaidText
from disaster_support.ui.theme import BOARD_TARGET, SMALL, current_theme

_PICTOGRAM = 28
_LEAST_WIDTH = 88
_MOST_WIDTH = 260
_GAP = 4
_SPACE = 8


class SituationCard(Card):
    """One board of the strip."""

    def __init__(self, languages: Mapping[str, Language], parent: QWidget) -> None:
        super().__init__(parent)
        self._languages = languages
        self._said: list[Said] = []
        self._laid: list[LaidText] | None = None
        self._pictogram = ""
        self.situation = ""
        self.setCheckable(True)

    def show_board(self, board: Board) -> None:
        """Show this board's pictogram and names: Japanese, and the first of the languages."""
        self.situation, self._pictogram = board.situation, board.title.pictogram
        self._said = [(Phrase(board.title.japanese.text), self._languages[SOURCE_LANGUAGE])]
        others = ((phrase, tag) for tag, phrase in board.title.phrases.items() if tag != SOURCE_LANGUAGE)
        self._said += [(Phrase(phrase.text), self._languages[tag]) for phrase, tag in others][:1]
        self.setAccessibleName(" / ".join(phrase.text for phrase, _language in self._said))
        self._laid = None
        self.update()

    def padding(self) -> int:
        """Return the space between edge and content in px."""
        return 8

    def wanted_width(self) -> int:
        """Return the width in px in which the names stand on as few lines as may be."""
        widest = max((text.width for text in self._lay()), default=0.0)
        return round(max(widest, current_theme().px(_LEAST_WIDTH))) + 2 * self.padding() + 1

    def wanted_height(self) -> int:
        """Return the height in px that holds pictogram and names."""
        content = current_theme().px(_PICTOGRAM) + _GAP + stack_height(self._lay(), 0)
        return max(BOARD_TARGET, round(content) + 2 * self.padding() + 1)

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the pictogram above the names."""
        side = current_theme().px(_PICTOGRAM)
        if self._pictogram:
            paint_icon(painter, QRectF(area.left(), area.top(), area.width(), side), self._pictogram, ink.name())
        top = area.top() + side + _GAP
        left = area.center().x() - current_theme().px(_MOST_WIDTH) / 2  # they are centred in the widest card there is
        for text in self._lay():
            text.draw(painter, left, top, ink)
            top += text.height

    def changeEvent(self, event: QEvent) -> None:
        """Lay the names out anew when a font has come."""
        self._laid = None
        super().changeEvent(event)

    def _lay(self) -> list[LaidText]:
        if self._laid is None:
            px = current_theme().px
            self._laid = lay_all(self._said, px(SMALL), px(_MOST_WIDTH), align="center")
        return self._laid


class SituationStrip(QWidget):
    """Boards side by side, none cut off; the two buttons at the end show those that do not fit."""

    chosen = Signal(str)

    def __init__(self, languages: Mapping[str, Language]) -> None:
        super().__init__()
        self._languages = languages
        self._shelf = QWidget()
        self._all: list[SituationCard] = []
        self._count = 0
        self._first = 0
        self._last = 0
        self._before = IconButton(lambda: _("Boards before these"), "chevron-left", lambda: self._page(-1))
        self._after = IconButton(lambda: _("More boards"), "chevron-right", lambda: self._page(1))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(0)
        row.addWidget(self._shelf, 1)
        row.addWidget(self._before)
        row.addWidget(self._after)

    @property
    def cards(self) -> Sequence[SituationCard]:
        """The boards in their order."""
        return self._all[: self._count]

    def show_boards(self, boards: Sequence[Board]) -> None:
        """Show these boards."""
        while len(self._all) < len(boards):
            self._all.append(self._make_card())
        self._count = len(boards)
        for card, board in zip(self._all, boards, strict=False):
            card.show_board(board)
        self._arrange()

    def check(self, situation: str) -> None:
        """Mark the board that is open; an empty name marks none."""
        for index, card in enumerate(self.cards):
            is_open = card.situation == situation
            card.setChecked(is_open)
            is_stop = is_open or (not situation and index == self._first)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
            if is_open:
                self._bring(index)

    def neighbour(self, situation: str, step: int) -> str:
        """Return the board so many places on, going round at the ends."""
        names = [card.situation for card in self.cards]
        return names[(names.index(situation) + step) % len(names)]

    def _make_card(self) -> SituationCard:
        card = SituationCard(self._languages, self._shelf)
        card.clicked.connect(lambda: self._choose(card))
        card.stepped.connect(lambda columns, _rows: self._focus(self._all.index(card) + columns))
        card.jumped.connect(lambda to_end: self._focus(self._count - 1 if to_end else 0))
        return card

    def _choose(self, card: SituationCard) -> None:
        self.check(card.situation)
        self.chosen.emit(card.situation)

    def _focus(self, index: int) -> None:
        if 0 <= index < self._count:
            self._bring(index)
            self._all[index].setFocus()

    def _bring(self, index: int) -> None:
        if not self._first <= index < self._last:
            self._first = index if index < self._first else self._first_that_ends_at(index)
            self._arrange()

    def _page(self, direction: int) -> None:
        self._first = self._last if direction > 0 else self._first_that_ends_at(self._first - 1)
        self._arrange()

    def _first_that_ends_at(self, last: int) -> int:
        first, room = last, self._shelf.width() - self._all[last].wanted_width()
        while first > 0 and room >= self._all[first - 1].wanted_width() + _SPACE:
            first -= 1
            room -= self._all[first].wanted_width() + _SPACE
        return first

    def _arrange(self) -> None:
        widths = [card.wanted_width() for card in self.cards]
        height = max((card.wanted_height() for card in self.cards), default=0)
        self._shelf.setFixedHeight(height)
        is_long = sum(widths) + _SPACE * (len(widths) - 1) > self.width() - 16
        self._before.setVisible(is_long)
        self._after.setVisible(is_long)
        self._row.activate()
        self._place(widths, height, is_long)
        point_outwards(self._before, self._after)
        self._before.setEnabled(self._first > 0)
        self._after.setEnabled(self._last < self._count)

    def _place(self, widths: Sequence[int], height: int, is_long: bool) -> None:
        if not is_long:
            self._first = 0
        room, self._last = self._shelf.width(), self._first
        while self._last < self._count and room >= widths[self._last]:
            room -= widths[self._last] + _SPACE
            self._last += 1
        shown = range(self._first, self._last)
        extra = (room + _SPACE) // len(shown) if shown and is_long else 0
        left = 0
        for index, card in enumerate(self._all):
            card.setVisible(index in shown)
            if index in shown:
                place = QRect(left, 0, widths[index] + extra, height)
                card.setGeometry(self.style().visualRect(self.layoutDirection(), self._shelf.rect(), place))
                left += place.width() + _SPACE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when fonts have come, the text size or the direction has changed."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and getattr(self, "_all", None):
            self._arrange()
