"""An answer on the full screen: the evacuee's languages, Japanese below, a mark where it has been chosen."""

from bisect import bisect_left
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language, Phrase
from disaster_support.features.boards.letters import Said, lay_all, lay_said, stack_height
from disaster_support.features.boards.model import Tile
from disaster_support.ui.card import Card
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.text import LaidText
from disaster_support.ui.theme import SMALL, current_theme
from disaster_support.ui.unreviewed import UNREVIEWED_MARK

_GAP = 2
_PICTURE = 56
_MARK = 24
_UNREVIEWED = 14
_SIZES_PX = (12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 32, 36, 40, 48, 56, 64)
_WIDE_PX = 240  # a card from this width on has room for a pictogram beside its words


class AnswerCard(Card):
    """One answer; its texts stand in the middle at the size that all answers of the question share."""

    def __init__(
        self, tile: Tile, languages: Mapping[str, Language], parent: QWidget, *, with_readings: bool = True
    ) -> None:
        super().__init__(parent)
        self.tile = tile
        self.setCheckable(True)
        japanese = tile.japanese if with_readings else Phrase(tile.japanese.text)
        self._japanese: Said = (japanese, languages[SOURCE_LANGUAGE])
        self._said: list[Said] = [(phrase, languages[tag]) for tag, phrase in tile.phrases.items()]
        self._size_px = SMALL
        self._laid: tuple[float, list[LaidText]] | None = None
        self.setAccessibleName(" / ".join(dict.fromkeys([*self._own_texts(), tile.japanese.text])))

    def _own_texts(self) -> list[str]:
        return [phrase.text for phrase, _language in self._said]

    def _needs_japanese(self) -> bool:
        is_read_by_staff = any(tag.split("-")[0] == SOURCE_LANGUAGE for tag in self.tile.phrases)
        return not is_read_by_staff and self.tile.japanese.text not in self._own_texts()

    def padding(self) -> int:
        """Return the space between edge and content in px."""
        return 6

    def set_size_px(self, size_px: int) -> None:
        """Write the evacuee's languages at this size."""
        self._size_px = size_px
        self._laid = None
        self.update()

    def largest_size_px(self, width: float, height: float) -> int:
        """Return the largest size for the languages at which everything fits a card of this size in px."""
        too_large = bisect_left(_SIZES_PX, True, key=lambda size: not self._fits(size, width, height))
        return _SIZES_PX[max(0, too_large - 1)]

    def _fits(self, size_px: int, width: float, height: float) -> bool:
        inner = width - 2 * self.padding() - self._picture_width(width) - self._mark_width()
        texts = self._lay_at(size_px, inner)
        is_wide_enough = all(text.width <= inner for text in texts)
        return is_wide_enough and stack_height(texts, _GAP) <= height - 2 * self.padding()

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the pictogram, a mark where the answer is chosen, and the texts in the middle."""
        picture = self._picture_width(self.width())
        if picture:
            place = QRectF(area.left(), area.top(), picture, area.height())
            paint_icon(painter, place, self.tile.pictogram, ink.name())
        if self.isChecked():
            side = current_theme().px(_MARK)
            paint_icon(painter, QRectF(area.right() - side, area.top(), side, side), "check-bold", ink.name())
        if self.tile.unreviewed:
            self._paint_mark(painter, area, ink)
        inner = area.adjusted(picture, 0, -self._mark_width(), 0)
        texts = self._lay(inner.width())
        top = inner.center().y() - stack_height(texts, _GAP) / 2
        for text in texts:
            text.draw(painter, inner.left(), top, ink)
            top += text.height + _GAP

    def _paint_mark(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the mark of an unchecked text into the lower corner, beside the words."""
        side = current_theme().px(_UNREVIEWED)
        color = ink.name() if self.is_strong() else current_theme().ink_secondary
        place = QRectF(area.right() - side, area.bottom() - side, side, side)
        paint_icon(painter, place, UNREVIEWED_MARK, color)

    def _mark_width(self) -> int:
        return current_theme().px(_UNREVIEWED) + _GAP if self.tile.unreviewed else 0

    def _picture_width(self, width: float) -> int:
        return current_theme().px(_PICTURE) if width >= _WIDE_PX and self.tile.pictogram else 0

    def changeEvent(self, event: QEvent) -> None:
        """Lay the texts out anew when a font has come."""
        self._laid = None
        super().changeEvent(event)

    def _lay(self, width: float) -> list[LaidText]:
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, self._lay_at(self._size_px, width))
        return self._laid[1]

    def _lay_at(self, size_px: int, width: float) -> list[LaidText]:
        texts = lay_all(self._said, size_px, width, align="center")
        if not self._needs_japanese():
            return texts
        japanese = lay_said(self._japanese, min(size_px, current_theme().px(SMALL)), width, align="center")
        return [*texts, japanese] if japanese else texts
