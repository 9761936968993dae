"""What the evacuee sees of one tile: pictogram, text as large as fits, answers. It can be turned round as a whole."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from disaster_support.content.model import Language
from disaster_support.features.boards.answer_card import AnswerCard
from disaster_support.features.boards.answer_grid import GAP, MANY, plan_answers
from disaster_support.features.boards.letters import Said, fit_all, lay_all, stack_height
from disaster_support.features.boards.model import Tile, choose_answer
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.text import LaidText
from disaster_support.ui.theme import current_theme

_MARGIN = 32
_SIZES_PX, _SIZES_BESIDE_MANY_PX = (28, 144), (20, 64)


class StageFace(QWidget):
    """Shows a tile to the person across; tells which answers have been pointed at."""

    answered = Signal(tuple)
    left_answers = Signal()

    def __init__(self, languages: Mapping[str, Language]) -> None:
        super().__init__()
        self._languages = languages
        self._tile: Tile | None = None
        self._texts: list[LaidText] = []
        self._text_area = QRectF()
        self._picture_area = QRectF()
        self._columns = 1
        self.turned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answers: list[AnswerCard] = []
        self.chosen: tuple[str, ...] = ()

    def show_tile(self, tile: Tile) -> None:
        """Show this tile, with no answer chosen."""
        for card in self.answers:
            card.hide()
            card.deleteLater()
        self._tile, self.chosen = tile, ()
        is_roomy = len(tile.answers) <= MANY
        self.answers = [self._make_answer(answer, is_roomy) for answer in tile.answers]
        self._arrange()
        for card in self.answers:
            card.show()

    def turn(self) -> None:
        """Turn everything round, for the person on the other side of the table, or back."""
        self.turned = not self.turned
        self._arrange()

    @property
    def text_size_px(self) -> int:
        """The size in which the tile's text is written."""
        return self._size_px

    def _make_answer(self, tile: Tile, is_roomy: bool) -> AnswerCard:
        card = AnswerCard(tile, self._languages, self, with_readings=is_roomy)
        card.clicked.connect(lambda: self._choose(tile.entry))
        card.stepped.connect(lambda columns, rows: self._step(card, columns, rows))
        card.jumped.connect(lambda to_end: self.answers[-1 if to_end else 0].setFocus())
        return card

    def _choose(self, entry: str) -> None:
        if self._tile is None:
            return
        self.chosen = choose_answer(self._tile, self.chosen, entry)
        for card in self.answers:
            card.setChecked(card.tile.entry in self.chosen)
        self.answered.emit(self.chosen)

    def _step(self, card: AnswerCard, columns: int, rows: int) -> None:
        direction = -1 if self.turned else 1
        wanted = self.answers.index(card) + direction * (columns + rows * self._columns)
        if 0 <= wanted < len(self.answers):
            self.answers[wanted].setFocus()
        elif wanted < 0:
            self.left_answers.emit()

    # -- places

    def _arrange(self) -> None:
        if self._tile is None or self.width() < 2 * _MARGIN or self.height() < 2 * _MARGIN:
            return
        inner = QRectF(self.rect()).adjusted(_MARGIN, 16, -_MARGIN, -16)
        self._place_text(inner.adjusted(0, 0, 0, -self._place_answers(inner)))
        self.update()

    def _place_answers(self, inner: QRectF) -> float:
        """Place the answers at the foot; return the height in px that they take."""
        if not self.answers:
            return 0.0
        grid = plan_answers(self.answers, inner)
        self._columns = grid.columns
        for index, card in enumerate(self.answers):
            card.turned = self.turned
            place = self.style().visualRect(self.layoutDirection(), self.rect(), grid.place(index))
            card.setGeometry(self._turned(place))
            card.set_size_px(grid.sizes_px[index])
        return grid.area.height() + GAP

    def _turned(self, place: QRect) -> QRect:
        if self.turned:
            place.moveTopLeft(self.rect().bottomRight() - place.bottomRight() + self.rect().topLeft())
        return place

    def _place_text(self, area: QRectF) -> None:
        assert self._tile is not None
        side = min(area.height(), area.width() * 0.24) if self._tile.pictogram else 0.0
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() - side if is_mirrored else area.left()
        self._picture_area = QRectF(left, area.top(), side, area.height())
        indent = side + _MARGIN if side else 0.0
        self._text_area = area.adjusted(0 if is_mirrored else indent, 0, -indent if is_mirrored else 0, 0)
        said = self._said()
        width, height = self._text_area.width(), self._text_area.height()
        gap = 16 if len(said) > 1 else 0
        smallest, largest = _SIZES_PX if len(self.answers) <= MANY else _SIZES_BESIDE_MANY_PX
        self._size_px = fit_all(said, width, height, smallest=smallest, largest=largest, gap=gap)
        self._texts = lay_all(said, self._size_px, width, align="center")
        self._gap = gap

    def _said(self) -> list[Said]:
        assert self._tile is not None
        return [(phrase, self._languages[tag]) for tag, phrase in self._tile.phrases.items()]

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pictogram and text, upside down where they are turned."""
        if self._tile is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.turned:
            painter.translate(QPointF(self.width(), self.height()))
            painter.rotate(180)
        ink = current_theme().color("ink")
        if self._tile.pictogram:
            paint_icon(painter, self._picture_area, self._tile.pictogram, ink.name())
        top = self._text_area.center().y() - stack_height(self._texts, self._gap) / 2
        for text in self._texts:
            text.draw(painter, self._text_area.left(), top, ink)
            top += text.height + self._gap
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new size."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the text anew when a font has come or the text size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and getattr(self, "_tile", None):
            self._arrange()
