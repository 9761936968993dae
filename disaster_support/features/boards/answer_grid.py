"""How the answers of a question share the full screen with it: as large as can be read, all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

from disaster_support.features.boards.answer_card import AnswerCard
from disaster_support.ui.theme import BOARD_TARGET

GAP = 12
MANY = 12
"""From more answers than this on, each has to be small."""

_CARD_SHAPE = 2.8  # width against height that suits an answer best
_READABLE_PX = 14
# most answers, and the shares of the height that are tried for them until every answer can be read
_SHARES = ((4, (0.3, 0.5)), (MANY, (0.5, 0.65)), (20, (0.66, 0.78)), (1000, (0.74, 0.82, 0.9)))


@dataclass(frozen=True, slots=True)
class AnswerGrid:
    """Cards of one width and height in px, in rows; `sizes_px` are the sizes of their texts."""

    area: QRectF
    columns: int
    width: int
    height: int
    sizes_px: tuple[int, ...]

    def place(self, index: int) -> QRect:
        """Return where a card stands."""
        row, column = divmod(index, self.columns)
        left = self.area.left() + column * (self.width + GAP)
        return QRect(round(left), round(self.area.top() + row * (self.height + GAP)), self.width, self.height)


def plan_answers(cards: Sequence[AnswerCard], inner: QRectF) -> AnswerGrid:
    """Return the places of one or more answers at the foot of an area in px."""
    shares = next(shares for most, shares in _SHARES if len(cards) <= most)
    grids = (_plan(cards, inner, inner.height() * share) for share in shares)
    grid = next(grids)
    while min(grid.sizes_px) < _READABLE_PX and (larger := next(grids, None)):
        grid = larger
    return grid


def _plan(cards: Sequence[AnswerCard], inner: QRectF, height: float) -> AnswerGrid:
    area = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
    columns, card_width, card_height = _shape(len(cards), area)
    largest = [card.largest_size_px(card_width, card_height) for card in cards]
    common = sorted(largest)[len(largest) // 8]  # one long word in eight may be smaller, not all others with it
    return AnswerGrid(area, columns, card_width, card_height, tuple(min(size, common) for size in largest))


def _shape(count: int, area: QRectF) -> tuple[int, int, int]:
    """Return columns, and width and height of a card in px, in the shape that suits best."""
    shapes = []
    for rows in range(1, count + 1):
        columns = -(-count // rows)
        width = (area.width() - GAP * (columns - 1)) / columns
        height = (area.height() - GAP * (rows - 1)) / rows
        if rows == 1 or height >= BOARD_TARGET:
            shapes.append((abs(width / max(height, 1) - _CARD_SHAPE), columns, int(width), int(height)))
    return min(shapes)[1:]
