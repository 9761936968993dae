"""A language on the first board: its own name, 'I speak …', and its Japanese name."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter

from disaster_support.content.model import Language, Phrase
from disaster_support.features.boards.card_grid import SizedCard
from disaster_support.features.boards.kept_texts import CardTexts
from disaster_support.features.boards.model import LanguageTile
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.theme import DISPLAY, LARGE, SMALL, current_theme

if TYPE_CHECKING:
    from disaster_support.features.boards.letters import Said

_MARK = 24
_CHANGES = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)


class LanguageCard(SizedCard):
    """One language to point at. While its font is on its way it shows the Japanese name alone.

    `find_kept` returns the texts as an earlier start has drawn them for a tag and a width, or None.
    """

    def __init__(
        self,
        tile: LanguageTile,
        i_speak: Callable[[str], Phrase | None],
        japanese: Language,
        find_kept: Callable[[str, float], CardTexts | None] = lambda _tag, _width: None,
    ) -> None:
        super().__init__()
        self.tile = tile
        language = tile.language
        self.setCheckable(True)
        self.setText(language.name_ja)
        self.setAccessibleName(f"{language.name_ja} {language.autonym}")
        self.setAccessibleDescription(language.name_en)
        self._i_speak = i_speak
        self._find_kept = find_kept
        has_other_name = language.name_ja != language.autonym
        self._name: Said | None = (Phrase(language.name_ja), japanese) if has_other_name else None
        self._laid: tuple[float, CardTexts] | None = None

    def height_for(self, width: int) -> int:
        """Return the height that holds all lines."""
        return round(self.texts(width - 2 * self.padding()).height) + 2 * self.padding() + 1

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the language's own lines at the top, the Japanese name at the foot, a mark where it is chosen."""
        texts = self.texts(area.width())
        top = area.top()
        for text in texts.own:
            text.draw(painter, area.left(), top, ink)
            top += text.height
        if texts.name:
            secondary = ink if self.is_strong() else current_theme().color("ink_secondary")
            texts.name.draw(painter, area.left(), area.bottom() - texts.name.height, secondary)
        if self.is_strong():
            side = current_theme().px(_MARK)
            corner = QRectF(area.right() - side, area.bottom() - side, side, side)
            paint_icon(painter, self.mirrored(corner, area), "check-circle", ink.name())

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out anew when a font has come, the text size or the direction has changed."""
        if event.type() in _CHANGES:
            self._laid = None
        super().changeEvent(event)

    def texts(self, width: float) -> CardTexts:
        """Return what stands on the card, laid out at this width in px."""
        if self._laid is None or self._laid[0] != width:
            self._laid = width, self._find_kept(self.tile.language.tag, width) or self._lay(width)
        return self._laid[1]

    def _own_lines(self) -> "Iterator[tuple[Said, int]]":
        language = self.tile.language
        yield (Phrase(language.autonym), language), DISPLAY
        i_speak = self._i_speak(language.tag)  # read from its file when the card is first seen
        if i_speak:
            yield (i_speak, language), LARGE

    def _lay(self, width: float) -> CardTexts:
        from disaster_support.features.boards.letters import lay_said

        px = current_theme().px
        mirrored = self.is_mirrored()
        own = [lay_said(said, px(size), width, mirrored=mirrored) for said, size in self._own_lines()]
        name = lay_said(self._name, px(SMALL), width, mirrored=mirrored) if self._name else None
        return CardTexts([text for text in own if text], name, whole=all(own))
