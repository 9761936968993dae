"""A tile of a board: pictogram, whose line it is, the evacuee's languages large, Japanese below a line."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.features.boards.card_grid import SizedCard
from disaster_support.features.boards.letters import Said, lay_all, lay_said, stack_height
from disaster_support.features.boards.marks import explain_mark
from disaster_support.features.boards.model import Speaker, Tile
from disaster_support.features.boards.words import SPEAKER_ICONS, speaker_word
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.text import LaidText
from disaster_support.ui.theme import DISPLAY, LARGE, RADIUS_SMALL, SMALL, current_theme
from disaster_support.ui.unreviewed import UNREVIEWED_MARK

_PICTOGRAM = 40
_MARK = 20
_GAP = 8


@dataclass(frozen=True, slots=True)
class _Layout:
    """The texts of a tile at one width."""

    width: float
    own: list[LaidText]
    japanese: LaidText | None


class TileCard(SizedCard):
    """One tile; the same card shows another tile when the board or the language changes."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        super().__init__()
        self._languages = languages
        self._tile: Tile | None = None
        self._layout: _Layout | None = None

    @property
    def tile(self) -> Tile:
        """The tile shown."""
        if self._tile is None:
            raise LookupError("no tile is shown yet")
        return self._tile

    def show_tile(self, tile: Tile) -> None:
        """Show this tile."""
        self._tile = tile
        self._layout = None
        self._name()
        self.update()

    def _name(self) -> None:
        texts = [phrase.text for phrase in self.tile.phrases.values()]
        if SOURCE_LANGUAGE not in self.tile.phrases:
            texts.append(self.tile.japanese.text)
        self.setAccessibleName(" / ".join(texts))
        notes = [speaker_word(self.tile.speaker), self._explain_mark()]
        self.setAccessibleDescription(" ".join(note for note in notes if note))

    def _explain_mark(self) -> str:
        unreviewed = self.tile.unreviewed
        return explain_mark(unreviewed, [self._languages[tag] for tag in self.tile.phrases]) if unreviewed else ""

    def height_for(self, width: int) -> int:
        """Return the height that holds everything at this width."""
        layout = self._lay(width - 2 * self.padding())
        below = layout.japanese.height + 2 * _GAP if layout.japanese else 0.0
        return round(self._head_height() + _GAP // 2 + stack_height(layout.own, _GAP) + below) + 2 * self.padding() + 1

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the head, the evacuee's languages, a line and the Japanese."""
        layout = self._lay(area.width())
        self._paint_head(painter, area, ink)
        top = area.top() + self._head_height() + _GAP // 2
        for text in layout.own:
            text.draw(painter, area.left(), top, ink)
            top += text.height + _GAP
        if layout.japanese:
            top = area.bottom() - layout.japanese.height
            painter.setPen(QPen(current_theme().color("hairline"), 1))
            painter.drawLine(QPointF(area.left(), top - _GAP), QPointF(area.right(), top - _GAP))
            layout.japanese.draw(painter, area.left(), top, ink)

    def _paint_head(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        left = area.left()
        if self.tile.pictogram:
            side = current_theme().px(_PICTOGRAM)
            paint_icon(
                painter, self.mirrored(QRectF(left, area.top(), side, side), area), self.tile.pictogram, ink.name()
            )
            left += side + _GAP
        if self.tile.speaker is not Speaker.BOTH:
            self._paint_speaker(painter, left, area)
        if self.tile.unreviewed:
            paint_icon(painter, self._mark_place(area), UNREVIEWED_MARK, current_theme().ink_secondary)

    def _paint_speaker(self, painter: QPainter, left: float, area: QRectF) -> None:
        theme = current_theme()
        font, side = interface_font(theme.px(SMALL), bold=True), theme.px(_MARK)
        word = speaker_word(self.tile.speaker)
        label = QRectF(left, area.top(), QFontMetricsF(font).horizontalAdvance(word) + side + 3 * _GAP, theme.px(28))
        place = self.mirrored(label, area)
        painter.setPen(QPen(theme.color("action"), 1))
        painter.setBrush(theme.color("tint" if self.tile.speaker is Speaker.STAFF else "paper"))
        painter.drawRoundedRect(place, RADIUS_SMALL, RADIUS_SMALL)
        inner = place.adjusted(_GAP, 0, -_GAP, 0)
        icon = self.mirrored(QRectF(inner.left(), inner.center().y() - side / 2, side, side), inner)
        paint_icon(painter, icon, SPEAKER_ICONS[self.tile.speaker], theme.action)
        painter.setFont(font)
        edge = Qt.AlignmentFlag.AlignLeft if self.is_mirrored() else Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.color("action"))
        painter.drawText(inner, int(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), word)

    def _mark_place(self, area: QRectF) -> QRectF:
        side = current_theme().px(_MARK)
        return self.mirrored(QRectF(area.right() - side, area.top(), side, side), area)

    def _head_height(self) -> int:
        return current_theme().px(_PICTOGRAM)

    def _lay(self, width: float) -> _Layout:
        if self._layout is None or self._layout.width != width:
            px, mirrored = current_theme().px, self.is_mirrored()
            said: list[Said] = [(phrase, self._languages[tag]) for tag, phrase in self.tile.phrases.items()]
            own = lay_all(said, px(DISPLAY), width, align="start", mirrored=mirrored)
            self._layout = _Layout(width, own, self._lay_japanese(width, mirrored))
        return self._layout

    def _lay_japanese(self, width: float, mirrored: bool) -> LaidText | None:
        if SOURCE_LANGUAGE in self.tile.phrases:
            return None
        japanese = self._languages[SOURCE_LANGUAGE]
        return lay_said((self.tile.japanese, japanese), current_theme().px(LARGE), width, mirrored=mirrored)

    def event(self, event: QEvent) -> bool:
        """Say what the mark of an unchecked text means where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            inset = self.padding()
            mark = self._mark_place(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
            is_on_mark = mark.adjusted(-12, -12, 12, 12).contains(event.pos())
            QToolTip.showText(event.globalPos(), self._explain_mark() if is_on_mark else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the texts out anew when a font has come, and name the tile in the interface's language."""
        self._layout = None
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._tile:
            self._name()
